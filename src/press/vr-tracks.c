/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one text with tracked changes, as word processors have them. */
#include "vr-tracks-private.h"

typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  VrTracks *tracks;
  VrTrackPlan *plans;
  guint32 *rows[VR_N_SIDES];
  guint32 next[VR_N_SIDES]; /* the first paragraph that does not stand yet */
} Builder;

/* A row on its way: at which of its paragraphs it is, of those of either side. */
typedef struct
{
  guint32 index;
  VrRow row;
  VrSlice sides[VR_N_SIDES];
  guint32 at[VR_N_SIDES];
} Passage;

static void put_until (Builder *self, VrSide side, guint32 end);

static VrTrackOp
get_op (VrSide side)
{
  return side == VR_SIDE_OLD ? VR_TRACK_DELETED : VR_TRACK_INSERTED;
}

static void
put (Builder *self, VrTrack track)
{
  g_array_append_val (self->tracks->tracks, track);
}

static VrDirection
get_direction (const Builder *self, VrSide side, guint32 paragraph)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, side);

  return vr_direction_of (vr_article_get_paragraph_text (article, paragraph));
}

static void
put_comments (Builder *self, VrTrack like, VrTrackKind kind)
{
  const VrTrackPlan *plan = &self->plans[like.row];

  like.kind = kind;
  like.text = (VrSlice){ NULL, 0 };
  for (guint32 i = 0; i < plan->n_comments; i++)
    {
      like.comment = plan->comment + i;
      put (self, like);
    }
}

/* The texts of rows with several paragraphs are joined, and kept for as long as the tracks. */
static void
start_passage (Builder *self, guint32 index, Passage *passage)
{
  *passage = (Passage){ .index = index };
  passage->row = vr_comparison_get_row (self->comparison, index);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      char *owned;

      passage->sides[side] =
          vr_report_peek_row_text (self->comparison, index, (VrSide)side, &owned);
      if (owned != NULL)
        g_ptr_array_add (self->tracks->owned, owned);
    }
}

/* The next of a row's paragraphs begins; what stands between them comes before. */
static void
step (Builder *self, Passage *passage, VrSide side)
{
  guint n;
  const guint32 *members = vr_row_peek_paragraphs (&passage->row, side, &n);

  passage->at[side]++;
  if (passage->at[side] < n)
    {
      put_until (self, side, members[passage->at[side]]);
      self->next[side] = members[passage->at[side]] + 1;
    }
}

/* Whether the text before has left or reached its place as @like: LibreOffice 7 takes a mark for
 * moved only behind such text. */
static gboolean
is_behind (const Builder *self, VrTrack like)
{
  guint i = self->tracks->tracks->len;

  while (i > 0 && vr_tracks_get (self->tracks, i - 1)->kind != VR_TRACK_TEXT)
    i--;

  return i > 0 && vr_tracks_get (self->tracks, i - 1)->move == like.move;
}

static void
put_mark (Builder *self, const Passage *passage, VrTrack like, VrSide side)
{
  guint n;
  const guint32 *members = vr_row_peek_paragraphs (&passage->row, side, &n);

  like.kind = VR_TRACK_MARK;
  like.text = (VrSlice){ NULL, 0 };
  like.direction = get_direction (self, side, members[passage->at[side]]);
  like.move = is_behind (self, like) ? like.move : 0;
  put (self, like);
}

/* @like: what each track of the span is like; kept text is the same on both sides. */
static void
put_span (Builder *self, Passage *passage, VrTrack like, VrSide side, VrSpan span)
{
  const char *text = passage->sides[side].text;
  const char *end = text + span.to;

  for (const char *p = text + span.from; p < end;)
    {
      const char *mark =
          passage->at[side] + 1 < (side == VR_SIDE_OLD ? passage->row.n_old : passage->row.n_new)
              ? g_strstr_len (p, end - p, VR_PARAGRAPH_SEPARATOR)
              : NULL;
      const char *stop = mark != NULL ? mark : end;

      like.text = (VrSlice){ p, (gsize)(stop - p) };
      if (stop > p)
        put (self, like);
      if (mark == NULL)
        return;
      put_mark (self, passage, like, side);
      step (self, passage, side);
      if (like.op == VR_TRACK_KEPT)
        step (self, passage, VR_SIDE_OLD);
      p = mark + strlen (VR_PARAGRAPH_SEPARATOR);
    }
}

/* What differs in a way that compares equal is a change nevertheless. */
static void
put_both (Builder *self, Passage *passage, const VrPiece *piece)
{
  VrSlice old = { passage->sides[VR_SIDE_OLD].text + piece->old_span.from,
                  piece->old_span.to - piece->old_span.from };
  VrSlice new = { passage->sides[VR_SIDE_NEW].text + piece->new_span.from,
                  piece->new_span.to - piece->new_span.from };
  VrTrack like = { .kind = VR_TRACK_TEXT, .row = passage->index };

  if (vr_slice_is_equal (old, new))
    {
      put_span (self, passage, like, VR_SIDE_NEW, piece->new_span);
      return;
    }
  like.quiet = piece->op == VR_PIECE_EQUAL || piece->op == VR_PIECE_QUIET;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      like.op = get_op ((VrSide)side);
      put_span (self, passage, like, (VrSide)side, vr_piece_get_span (piece, (VrSide)side));
    }
}

static VrPiece
get_whole (const Passage *passage)
{
  return (VrPiece){ .op = VR_PIECE_EQUAL,
                    .old_span = { 0, (guint32)passage->sides[VR_SIDE_OLD].n_bytes },
                    .new_span = { 0, (guint32)passage->sides[VR_SIDE_NEW].n_bytes } };
}

/* A row that stands in the order of both. */
static void
put_anchor (Builder *self, guint32 index)
{
  Passage passage;
  VrTrack like = { .row = index };
  VrPiece whole;

  start_passage (self, index, &passage);
  whole = get_whole (&passage);
  put_until (self, VR_SIDE_OLD, passage.row.old_paragraphs[0]);
  put_until (self, VR_SIDE_NEW, passage.row.new_paragraphs[0]);
  self->next[VR_SIDE_OLD] = passage.row.old_paragraphs[0] + 1;
  self->next[VR_SIDE_NEW] = passage.row.new_paragraphs[0] + 1;
  put_comments (self, like, VR_TRACK_COMMENT_START);
  for (guint32 i = 0; i < passage.row.n_pieces; i++)
    put_both (self, &passage, &passage.row.pieces[i]);
  if (passage.row.n_pieces == 0)
    put_both (self, &passage, &whole);
  put_comments (self, like, VR_TRACK_COMMENT_END);
  put_mark (self, &passage, like, VR_SIDE_NEW);
}

/* All that a row has on one side: what moved as such, and what was edited meanwhile as edits. */
static void
put_moved (Builder *self, guint32 index, VrSide side)
{
  Passage passage;
  VrTrack like = { .op = get_op (side), .row = index, .move = self->plans[index].move };
  VrTrack end = like;
  VrPiece whole;

  start_passage (self, index, &passage);
  whole = get_whole (&passage);
  end.kind = VR_TRACK_MOVE_START;
  put (self, end);
  if (side == VR_SIDE_NEW)
    put_comments (self, like, VR_TRACK_COMMENT_START);
  for (guint32 i = 0; i < MAX (passage.row.n_pieces, 1); i++)
    {
      const VrPiece *piece = passage.row.n_pieces > 0 ? &passage.row.pieces[i] : &whole;

      like.move = piece->op == VR_PIECE_EQUAL ? self->plans[index].move : 0;
      like.quiet = piece->op == VR_PIECE_QUIET;
      put_span (self, &passage, like, side, vr_piece_get_span (piece, side));
    }
  like.move = self->plans[index].move;
  like.quiet = FALSE;
  if (side == VR_SIDE_NEW)
    put_comments (self, like, VR_TRACK_COMMENT_END);
  put_mark (self, &passage, like, side);
  end.kind = VR_TRACK_MOVE_END;
  put (self, end);
}

/* A paragraph that the other side lacks at this place. */
static void
put_alone (Builder *self, VrSide side, guint32 paragraph, guint32 index)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, side);
  VrRow row = vr_comparison_get_row (self->comparison, index);
  VrTrack like = { .kind = VR_TRACK_TEXT, .op = get_op (side), .row = index };
  gboolean has_comments = side == VR_SIDE_NEW
                              ? paragraph == row.new_paragraphs[0]
                              : row.n_new == 0 && paragraph == row.old_paragraphs[0];

  like.text = vr_article_get_paragraph_text (article, paragraph);
  like.direction = vr_direction_of (like.text);
  if (has_comments)
    put_comments (self, like, VR_TRACK_COMMENT_START);
  if (like.text.n_bytes > 0)
    put (self, like);
  if (has_comments)
    put_comments (self, like, VR_TRACK_COMMENT_END);
  like.kind = VR_TRACK_MARK;
  like.text = (VrSlice){ NULL, 0 };
  put (self, like);
}

static gboolean
is_left_out (const Builder *self, guint32 index)
{
  return vr_report_folds_furniture (self->options, TRUE)
         && vr_comparison_is_furniture (self->comparison, index);
}

/* The paragraphs of a side that stand before @end and not yet. */
static void
put_until (Builder *self, VrSide side, guint32 end)
{
  while (self->next[side] < end)
    {
      guint32 paragraph = self->next[side]++;
      guint32 index = self->rows[side][paragraph];

      if (is_left_out (self, index))
        continue;
      if (self->plans[index].move > 0)
        put_moved (self, index, side);
      else
        put_alone (self, side, paragraph, index);
    }
}

static void
put_rows (Builder *self)
{
  guint n = vr_comparison_get_n_rows (self->comparison);

  for (guint32 i = 0; i < n; i++)
    {
      if (g_cancellable_is_cancelled (self->options->cancellable))
        return;
      if (self->plans[i].is_anchor && !is_left_out (self, i))
        put_anchor (self, i);
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    put_until (
        self, (VrSide)side,
        vr_article_get_n_paragraphs (vr_comparison_get_article (self->comparison, (VrSide)side)));
}

/* Those on the whole comparison stand at its start. */
static void
put_whole_comments (Builder *self)
{
  VrTrack track = { .row = G_MAXUINT32 };

  for (; track.comment < self->tracks->comments->len; track.comment++)
    {
      const VrTrackComment *comment = g_ptr_array_index (self->tracks->comments, track.comment);

      if (comment->row != G_MAXUINT32)
        return;
      track.kind = VR_TRACK_COMMENT_START;
      put (self, track);
      track.kind = VR_TRACK_COMMENT_END;
      put (self, track);
    }
}

VrTracks *
vr_tracks_new (const VrComparison *comparison, const VrReportOptions *options)
{
  VrTracks *self = g_new0 (VrTracks, 1);
  Builder builder = { .comparison = comparison, .options = options, .tracks = self };

  self->tracks = g_array_new (FALSE, FALSE, sizeof (VrTrack));
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->comments = vr_track_comments_new (comparison, options);
  builder.plans = vr_track_plans_new (comparison, self->comments, &self->n_moves);
  for (guint side = 0; side < VR_N_SIDES; side++)
    builder.rows[side] = vr_track_rows_new (comparison, (VrSide)side);
  put_whole_comments (&builder);
  put_rows (&builder);
  vr_tracks_settle_end (self->tracks);
  self->tracks = vr_tracks_join_insertions (self->tracks);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (builder.rows[side]);
  g_free (builder.plans);

  return self;
}

void
vr_tracks_free (VrTracks *self)
{
  g_array_unref (self->tracks);
  g_ptr_array_unref (self->comments);
  g_ptr_array_unref (self->owned);
  g_free (self);
}

guint
vr_tracks_find_mark (const VrTracks *self, guint index, int but_op)
{
  for (; index < self->tracks->len; index++)
    {
      const VrTrack *track = vr_tracks_get (self, index);

      if (track->kind == VR_TRACK_MARK && (int)track->op != but_op)
        break;
    }

  return MIN (index, self->tracks->len - 1);
}
