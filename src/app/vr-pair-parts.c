/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a row that is too long to lay out at once into parts that stay level. */
#include "vr-pair-parts.h"

#include "vr-sentences.h"

/* A part ends at a sentence only if that leaves it at least this share of what it may have;
 * otherwise a few very short sentences would make very short parts. */
#define LEAST_SHARE 4

/* A point in both texts at once. */
typedef struct
{
  guint32 at[VR_N_SIDES];
} Cut;

typedef struct
{
  const VrPiece *pieces;
  guint n_pieces;
  VrPiece whole; /* stands for the pieces of a row that has none */
  char *texts[VR_N_SIDES];
  gsize n_bytes[VR_N_SIDES];
  GArray *stops; /* Cut: where sentences end inside equal text, rising */
  guint next_stop;
  guint next_piece; /* the first one that may reach behind the current part's start */
  gsize max_bytes;
} Cutter;

static void
cutter_load (Cutter *self, const VrComparison *comparison, guint row_index)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);

  for (guint side = 0; side < VR_N_SIDES; side++)
    self->texts[side] =
        vr_comparison_dup_row_text (comparison, row_index, side, &self->n_bytes[side]);

  self->pieces = row.pieces;
  self->n_pieces = row.n_pieces;
  if (row.n_pieces > 0)
    return;

  self->whole.op = row.n_old == 0   ? VR_PIECE_INSERT
                   : row.n_new == 0 ? VR_PIECE_DELETE
                                    : VR_PIECE_EQUAL;
  self->whole.old_span.to = self->n_bytes[VR_SIDE_OLD];
  self->whole.new_span.to = self->n_bytes[VR_SIDE_NEW];
  self->pieces = &self->whole;
  self->n_pieces = 1;
}

static void
cutter_clear (Cutter *self)
{
  g_free (self->texts[VR_SIDE_OLD]);
  g_free (self->texts[VR_SIDE_NEW]);
  g_array_unref (self->stops);
}

/* Inside text that only one side has, a sentence's end is as good a place as in equal text. */
static gboolean
can_cut_inside (const VrPiece *piece)
{
  return piece->op != VR_PIECE_QUIET;
}

static Cut
cut_inside (const VrPiece *piece, guint32 offset)
{
  Cut cut;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrSpan span = vr_piece_get_span (piece, side);

      cut.at[side] = MIN (span.from + offset, span.to);
    }

  return cut;
}

static void
cutter_find_stops (Cutter *self, const char *language)
{
  g_autoptr (VrSentences) sentences = vr_sentences_new (language);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  VrSide side =
      self->n_bytes[VR_SIDE_NEW] >= self->n_bytes[VR_SIDE_OLD] ? VR_SIDE_NEW : VR_SIDE_OLD;
  VrSlice slice = { self->texts[side], self->n_bytes[side] };
  guint next = 0;

  vr_sentences_cut (sentences, slice, ends);
  for (guint i = 0; i < self->n_pieces; i++)
    {
      const VrPiece *piece = &self->pieces[i];
      VrSpan span = vr_piece_get_span (piece, side);

      for (; next < ends->len && g_array_index (ends, guint32, next) <= span.to; next++)
        {
          guint32 end = g_array_index (ends, guint32, next);

          if (end > span.from && can_cut_inside (piece))
            {
              Cut cut = cut_inside (piece, end - span.from);

              g_array_append_val (self->stops, cut);
            }
        }
    }
}

static gsize
distance (const Cut *from, const Cut *to)
{
  return MAX (to->at[VR_SIDE_OLD] - from->at[VR_SIDE_OLD],
              to->at[VR_SIDE_NEW] - from->at[VR_SIDE_NEW]);
}

/* The last sentence end that is near enough; FALSE where none is. */
static gboolean
cut_at_stop (Cutter *self, const Cut *start, Cut *cut)
{
  gboolean found = FALSE;

  for (; self->next_stop < self->stops->len; self->next_stop++)
    {
      const Cut *stop = &g_array_index (self->stops, Cut, self->next_stop);

      if (distance (start, stop) > self->max_bytes)
        break;
      if (distance (start, stop) >= self->max_bytes / LEAST_SHARE)
        {
          *cut = *stop;
          found = TRUE;
        }
    }

  return found;
}

/* How much of @text up to @limit can stand without cutting a word, or failing that a character. */
static guint32
step_back (const char *text, guint32 from, guint32 limit)
{
  for (guint32 i = limit; i > from + (limit - from) / 2; i--)
    if (text[i - 1] == ' ')
      return i;

  while (limit > from && ((guchar)text[limit] & 0xc0) == 0x80)
    limit--;

  return limit;
}

static void
cut_at_limit (Cutter *self, const Cut *start, Cut *cut)
{
  for (guint i = self->next_piece; i < self->n_pieces; i++)
    {
      const VrPiece *piece = &self->pieces[i];
      VrSide side = piece->op == VR_PIECE_DELETE ? VR_SIDE_OLD : VR_SIDE_NEW;
      Cut end = cut_inside (piece, G_MAXINT32);
      Cut begin = cut_inside (piece, 0);
      guint32 inside, room;

      if (distance (start, &end) <= self->max_bytes)
        {
          *cut = end;
          continue;
        }
      for (guint s = 0; s < VR_N_SIDES; s++)
        begin.at[s] = MAX (begin.at[s], start->at[s]);
      room = self->max_bytes - distance (start, &begin);
      inside = step_back (self->texts[side], begin.at[side], begin.at[side] + room);
      if (can_cut_inside (piece) && inside > begin.at[side])
        *cut = cut_inside (piece, inside - vr_piece_get_span (piece, side).from);
      else if (distance (start, &begin) > 0)
        *cut = begin;
      else
        *cut = end; /* a piece that can't be cut stands whole, however long */
      return;
    }
}

/* Appends the part between two cuts and moves on to the pieces that reach behind it. */
static void
add_part (Cutter *self, const Cut *start, const Cut *end, GArray *parts)
{
  VrPairPart part = { .is_change = FALSE };

  for (guint side = 0; side < VR_N_SIDES; side++)
    part.spans[side] = (VrSpan){ start->at[side], end->at[side] };

  for (guint i = self->next_piece; i < self->n_pieces; i++)
    {
      const VrPiece *piece = &self->pieces[i];

      if (piece->old_span.from >= end->at[VR_SIDE_OLD]
          && piece->new_span.from >= end->at[VR_SIDE_NEW])
        break;
      if (piece->op == VR_PIECE_DELETE || piece->op == VR_PIECE_INSERT)
        part.is_change = TRUE;
      if (piece->old_span.to <= end->at[VR_SIDE_OLD] && piece->new_span.to <= end->at[VR_SIDE_NEW])
        self->next_piece = i + 1;
    }
  g_array_append_val (parts, part);
}

/* A row that counts as one change as a whole (moved, added, removed) counts where it begins. */
static void
mark_whole_change (const VrComparison *comparison, guint row_index, GArray *parts)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  gboolean any = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      VrPairPart *part = &g_array_index (parts, VrPairPart, i);

      if (row.n_old == 0 || row.n_new == 0)
        part->is_change = FALSE;
      any = any || part->is_change;
    }
  if (!any && parts->len > 0)
    g_array_index (parts, VrPairPart, 0).is_change =
        vr_comparison_is_change (comparison, row_index);
}

GArray *
vr_pair_parts_cut (const VrComparison *comparison, guint row, gsize max_bytes)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (VrPairPart));
  VrArticle *article = vr_comparison_get_article (comparison, VR_SIDE_NEW);
  Cutter cutter = { .max_bytes = MAX (max_bytes, 64) };
  Cut start = { .at = { 0, 0 } };
  Cut end;

  cutter_load (&cutter, comparison, row);
  cutter.stops = g_array_new (FALSE, FALSE, sizeof (Cut));
  cutter_find_stops (&cutter, vr_article_get_language (article));
  end = (Cut){ .at = { cutter.n_bytes[VR_SIDE_OLD], cutter.n_bytes[VR_SIDE_NEW] } };

  while (distance (&start, &end) > cutter.max_bytes)
    {
      Cut cut = end;

      if (!cut_at_stop (&cutter, &start, &cut))
        cut_at_limit (&cutter, &start, &cut);
      add_part (&cutter, &start, &cut, parts);
      start = cut;
    }
  add_part (&cutter, &start, &end, parts);
  mark_whole_change (comparison, row, parts);
  cutter_clear (&cutter);

  return parts;
}
