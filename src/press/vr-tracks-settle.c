/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the ends of paragraphs go in tracked changes, so that word processors do as they are told.
 */
#include "vr-tracks-private.h"

/* Each mark behind the last kept one goes to the place before, and that one to the end: then they
 * stand before their paragraphs.  Returns: %FALSE where none is kept. */
static gboolean
lend_mark (GArray *tracks)
{
  VrTrackOp op = VR_TRACK_KEPT;
  guint first = tracks->len;

  while (first > 0
         && (g_array_index (tracks, VrTrack, first - 1).kind != VR_TRACK_MARK
             || g_array_index (tracks, VrTrack, first - 1).op != VR_TRACK_KEPT))
    first--;
  if (first == 0)
    return FALSE;
  for (guint i = tracks->len; i >= first; i--)
    {
      VrTrack *track = &g_array_index (tracks, VrTrack, i - 1);

      if (track->kind == VR_TRACK_MARK)
        {
          VrTrackOp own = track->op;

          track->op = op;
          track->move = 0;
          op = own;
        }
    }

  return TRUE;
}

/* Where none is kept, the old text stands before the new one.  The last paragraph of either ends
 * where the document does, so what begins the new one goes on in the paragraph that ends the old.
 */
void
vr_tracks_settle_end (GArray *tracks)
{
  VrTrack end = { .kind = VR_TRACK_MARK, .row = G_MAXUINT32 };
  guint last[VR_N_SIDES] = { G_MAXUINT, G_MAXUINT };

  if (lend_mark (tracks))
    return;
  for (guint i = 0; i < tracks->len; i++)
    {
      const VrTrack *track = &g_array_index (tracks, VrTrack, i);

      if (track->kind == VR_TRACK_MARK)
        last[track->op == VR_TRACK_INSERTED ? VR_SIDE_NEW : VR_SIDE_OLD] = i;
    }
  if (last[VR_SIDE_OLD] == G_MAXUINT && last[VR_SIDE_NEW] == G_MAXUINT)
    {
      g_array_append_val (tracks, end);
      return;
    }
  if (last[VR_SIDE_NEW] != G_MAXUINT)
    g_array_index (tracks, VrTrack, last[VR_SIDE_NEW]).op = VR_TRACK_KEPT;
  else
    g_array_index (tracks, VrTrack, last[VR_SIDE_OLD]).op = VR_TRACK_KEPT;
  if (last[VR_SIDE_OLD] != G_MAXUINT && last[VR_SIDE_NEW] != G_MAXUINT)
    g_array_remove_index (tracks, last[VR_SIDE_OLD]);
}

/* @owed: the mark that was kept, until it stands again behind what is inserted */
typedef struct
{
  GArray *tracks;
  VrTrack owed;
  gboolean is_owing;
} Joiner;

/* Whether nothing of it stands in the text. */
static gboolean
takes_no_place (const VrTrack *track)
{
  return track->kind == VR_TRACK_COMMENT_START || track->kind == VR_TRACK_MOVE_START
         || track->kind == VR_TRACK_MOVE_END;
}

static gboolean
is_inserted (const VrTrack *track, gboolean quiet)
{
  return track->op == VR_TRACK_INSERTED && track->move == 0 && track->quiet == (quiet != 0)
         && (track->kind == VR_TRACK_TEXT || track->kind == VR_TRACK_MARK);
}

static gboolean
stands_between_insertions (const Joiner *self, const GArray *tracks, guint index)
{
  const VrTrack *mark = &g_array_index (tracks, VrTrack, index);
  const VrTrack *before;

  if (mark->kind != VR_TRACK_MARK || mark->op != VR_TRACK_KEPT || self->tracks->len == 0)
    return FALSE;
  before = &g_array_index (self->tracks, VrTrack, self->tracks->len - 1);
  while (++index < tracks->len && takes_no_place (&g_array_index (tracks, VrTrack, index)))
    ;

  return index < tracks->len && before->kind == VR_TRACK_TEXT && is_inserted (before, before->quiet)
         && is_inserted (&g_array_index (tracks, VrTrack, index), before->quiet);
}

static void
pay (Joiner *self)
{
  VrTrack *last = &g_array_index (self->tracks, VrTrack, self->tracks->len - 1);

  self->is_owing = FALSE;
  while (takes_no_place (last))
    last--;
  if (last->kind == VR_TRACK_MARK && last->op == VR_TRACK_INSERTED)
    {
      last->op = VR_TRACK_KEPT;
      return;
    }
  self->owed.op = VR_TRACK_DELETED;
  g_array_append_val (self->tracks, self->owed);
}

GArray *
vr_tracks_join_insertions (GArray *tracks)
{
  Joiner self = { .tracks = g_array_sized_new (FALSE, FALSE, sizeof (VrTrack), tracks->len) };

  for (guint i = 0; i < tracks->len; i++)
    {
      VrTrack track = g_array_index (tracks, VrTrack, i);

      if (self.is_owing && !takes_no_place (&track) && !is_inserted (&track, self.owed.quiet))
        pay (&self);
      if (!self.is_owing && stands_between_insertions (&self, tracks, i))
        {
          track.quiet = g_array_index (self.tracks, VrTrack, self.tracks->len - 1).quiet;
          self.owed = track;
          self.is_owing = TRUE;
          track.op = VR_TRACK_INSERTED;
        }
      g_array_append_val (self.tracks, track);
    }
  g_array_unref (tracks);

  return self.tracks;
}
