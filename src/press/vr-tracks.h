/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one text with tracked changes, as word processors have them. */
#pragma once

#include "vr-direction.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * VrTrackKind:
 * @VR_TRACK_TEXT: a run of text, without an end of a paragraph
 * @VR_TRACK_MARK: a paragraph ends
 * @VR_TRACK_MOVE_START, @VR_TRACK_MOVE_END: around paragraphs that moved, at either of their places
 * @VR_TRACK_COMMENT_START, @VR_TRACK_COMMENT_END: around what a comment is on; both inside of
 *   paragraphs
 */
typedef enum
{
  VR_TRACK_TEXT,
  VR_TRACK_MARK,
  VR_TRACK_MOVE_START,
  VR_TRACK_MOVE_END,
  VR_TRACK_COMMENT_START,
  VR_TRACK_COMMENT_END,
} VrTrackKind;

/** VrTrackOp: kept and deleted tracks are the old text, kept and inserted ones the new text. */
typedef enum
{
  VR_TRACK_KEPT,
  VR_TRACK_DELETED,
  VR_TRACK_INSERTED,
} VrTrackOp;

/**
 * VrTrack:
 * @kind: see there
 * @op: see there; of a move's ends, which of the places it is
 * @quiet: whether it is a change of a kind that compares equal
 * @direction: of a mark: how its paragraph runs
 * @move: from 1, the same at both places; 0 for what did not move
 * @row: of the comparison; G_MAXUINT32 where it is none's
 * @comment: of a comment's ends: index into VrTracks.comments
 * @text: of text; borrowed from the comparison or the VrTracks
 */
typedef struct
{
  VrTrackKind kind : 8;
  VrTrackOp op : 8;
  guint quiet : 1;
  VrDirection direction : 4;
  guint32 move;
  guint32 row;
  guint32 comment;
  VrSlice text;
} VrTrack;

/**
 * VrTrackComment:
 * @row: as in VrTrack
 * @author: never %NULL
 * @time: (nullable): in UTC
 * @text: any text, which may have several lines
 */
typedef struct
{
  guint32 row;
  char *author;
  GDateTime *time;
  char *text;
} VrTrackComment;

/**
 * VrTracks:
 * @tracks: (element-type VrTrack): the last mark is kept, so that both texts end where the document
 *   does: a text of no paragraphs is one that is empty
 * @comments: (element-type VrTrackComment): in the order of their places
 * @n_moves: how many moves there are
 *
 * Ends with vr_tracks_free().
 */
typedef struct
{
  GArray *tracks;
  GPtrArray *comments;
  guint n_moves;
  GPtrArray *owned;
} VrTracks;

/**
 * vr_tracks_new:
 *
 * All paragraphs, whatever the options' context, but no furniture where that is folded: whoever
 * accepts all changes has the new text, and whoever rejects all the old one, character by
 * character.  Quiet differences are changes too. Paragraphs that moved, with a place that both
 * texts lack in their common order, stand twice.
 *
 * Returns: (transfer full): the tracks; borrows from @comparison
 */
VrTracks *vr_tracks_new (const VrComparison *comparison,
                         const VrReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void vr_tracks_free (VrTracks *self);

/** vr_track_is_furniture: whether it is of the page, not of the article. */
static inline gboolean
vr_track_is_furniture (const VrTrack *self, const VrComparison *comparison)
{
  return self->row < vr_comparison_get_n_rows (comparison)
         && vr_comparison_is_furniture (comparison, self->row);
}

/** vr_tracks_get: borrowed. */
static inline const VrTrack *
vr_tracks_get (const VrTracks *self, guint index)
{
  return &g_array_index (self->tracks, VrTrack, index);
}

/** vr_tracks_find_mark: index of the mark that ends what stands at @index; @but_op: whose marks do
 * not count, or -1. */
guint vr_tracks_find_mark (const VrTracks *self, guint index, int but_op);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrTracks, vr_tracks_free)

G_END_DECLS
