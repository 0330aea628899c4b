/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A search through positions of a plan: both sides, what belongs together counted once. */
#include "vr-matches-private.h"

#include "vr-report.h"

/* A bound of a match among a row's pieces. */
typedef struct
{
  guint piece;
  guint32 offset; /* in it; 0 in a quiet one, whose sides have other bytes */
} Point;

/* The match at hand of a side. */
typedef struct
{
  guint at;
  const VrSpan *span; /* NULL behind the last */
  Point start;
  Point end;
} Cursor;

typedef struct
{
  const VrPairPlan *plan;
  const VrPattern *pattern;
  GArray *spans[VR_N_SIDES]; /* VrSpan: found in the row at hand */
  VrMatchPart *part;
} Search;

static void
search_side (Search *self, guint row_index, VrSide side)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);
  g_autofree char *joined = NULL;
  VrSlice text = vr_report_peek_row_text (comparison, row_index, side, &joined);
  GArray *spans = self->spans[side];

  g_array_set_size (spans, 0);
  vr_pattern_find_all (self->pattern, text, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const VrSpan *span = &g_array_index (spans, VrSpan, i);

      self->part->longest = MAX (self->part->longest, span->to - span->from);
    }
}

/* Where byte @at of @side stands, looking on from @point; the start of a match or, with @is_end,
 * its end. */
static void
advance (Point *point, const VrRow *row, VrSide side, guint32 at, gboolean is_end)
{
  guint32 inside = is_end ? at - 1 : at;

  while (point->piece + 1 < row->n_pieces
         && vr_piece_get_span (&row->pieces[point->piece], side).to <= inside)
    point->piece++;
  point->offset = 0;
  if (row->n_pieces > 0 && row->pieces[point->piece].op != VR_PIECE_QUIET)
    point->offset = at - vr_piece_get_span (&row->pieces[point->piece], side).from;
}

static int
compare_points (const Point *a, const Point *b)
{
  if (a->piece != b->piece)
    return a->piece < b->piece ? -1 : 1;

  return (a->offset > b->offset) - (a->offset < b->offset);
}

/* Moves @position on to the part of the row that byte @at of @side is in. */
static void
find_part (const VrPairPlan *plan, guint *position, VrSide side, guint32 at)
{
  while (vr_pair_plan_peek (plan, *position)->spans[side].to <= at
         && !vr_pair_plan_is_last (plan, *position))
    ++*position;
}

static void
add_match (Search *self, guint positions[VR_N_SIDES], const VrSpan *old_span,
           const VrSpan *new_span)
{
  VrSide side = new_span != NULL ? VR_SIDE_NEW : VR_SIDE_OLD;
  VrMatch match = { 0 };

  if (old_span != NULL)
    match.spans[VR_SIDE_OLD] = *old_span;
  if (new_span != NULL)
    match.spans[VR_SIDE_NEW] = *new_span;
  find_part (self->plan, &positions[side], side, match.spans[side].from);
  match.position = positions[side];
  g_array_append_val (self->part->matches, match);
}

/* Makes the match with number @self->at the one at hand. */
static void
read_cursor (Cursor *self, const GArray *spans, const VrRow *row, VrSide side)
{
  self->span = NULL;
  if (self->at == spans->len)
    return;
  self->span = &g_array_index (spans, VrSpan, self->at);
  advance (&self->start, row, side, self->span->from, FALSE);
  self->end.piece = self->start.piece;
  advance (&self->end, row, side, self->span->to, TRUE);
}

/* Which side's match comes first; 0 where both are the same words. */
static int
compare_cursors (const Cursor *old_cursor, const Cursor *new_cursor)
{
  int order;

  if (old_cursor->span == NULL || new_cursor->span == NULL)
    return old_cursor->span == NULL ? 1 : -1;
  order = compare_points (&old_cursor->start, &new_cursor->start);
  if (order == 0 && compare_points (&old_cursor->end, &new_cursor->end) != 0)
    order = -1;

  return order;
}

/* Both sides' matches in the order of the pieces; those on both sides of what did not change are
 * one place. */
static void
merge_sides (Search *self, const VrRow *row, guint position)
{
  guint positions[VR_N_SIDES] = { position, position };
  Cursor cursors[VR_N_SIDES] = { 0 };

  for (guint side = 0; side < VR_N_SIDES; side++)
    read_cursor (&cursors[side], self->spans[side], row, side);
  while (cursors[VR_SIDE_OLD].span != NULL || cursors[VR_SIDE_NEW].span != NULL)
    {
      int order = compare_cursors (&cursors[VR_SIDE_OLD], &cursors[VR_SIDE_NEW]);
      gboolean takes[VR_N_SIDES] = { order <= 0, order >= 0 };

      add_match (self, positions, takes[VR_SIDE_OLD] ? cursors[VR_SIDE_OLD].span : NULL,
                 takes[VR_SIDE_NEW] ? cursors[VR_SIDE_NEW].span : NULL);
      for (guint side = 0; side < VR_N_SIDES; side++)
        if (takes[side])
          {
            cursors[side].at++;
            read_cursor (&cursors[side], self->spans[side], row, side);
          }
    }
}

/* Searches the row whose first part stands at @position. */
static void
search_row (Search *self, guint position)
{
  guint row_index = vr_pair_plan_get_row_index (self->plan, position);
  VrRow row = vr_pair_plan_get_row (self->plan, position);
  guint positions[VR_N_SIDES] = { position, position };

  search_side (self, row_index, VR_SIDE_NEW);
  if (vr_row_text_is_equal (self->plan, position))
    {
      for (guint i = 0; i < self->spans[VR_SIDE_NEW]->len; i++)
        {
          const VrSpan *span = &g_array_index (self->spans[VR_SIDE_NEW], VrSpan, i);

          add_match (self, positions, span, span);
        }
      return;
    }
  search_side (self, row_index, VR_SIDE_OLD);
  merge_sides (self, &row, position);
}

static gboolean
has_text (const VrPairPlan *plan, guint position)
{
  const VrSpan *spans = vr_pair_plan_peek (plan, position)->spans;

  return !vr_pair_plan_is_reference (plan, position)
         && (spans[VR_SIDE_OLD].to > spans[VR_SIDE_OLD].from
             || spans[VR_SIDE_NEW].to > spans[VR_SIDE_NEW].from);
}

static int
compare_positions (gconstpointer a, gconstpointer b, gpointer unused)
{
  const VrMatch *left = a;
  const VrMatch *right = b;

  return (left->position > right->position) - (left->position < right->position);
}

/* A change cut in two may have its sides in other parts. */
static void
sort_row (GArray *matches, guint first)
{
  for (guint i = first + 1; i < matches->len; i++)
    if (g_array_index (matches, VrMatch, i - 1).position
        > g_array_index (matches, VrMatch, i).position)
      {
        g_qsort_with_data (&g_array_index (matches, VrMatch, first), (int)(matches->len - first),
                           sizeof (VrMatch), compare_positions, NULL);
        return;
      }
}

void
vr_match_part_search (VrMatchPart *self, const VrPairPlan *plan, const VrPattern *pattern,
                      GCancellable *cancellable)
{
  Search search = { .plan = plan, .pattern = pattern, .part = self };
  guint32 place = G_MAXUINT32;

  for (guint side = 0; side < VR_N_SIDES; side++)
    search.spans[side] = g_array_new (FALSE, FALSE, sizeof (VrSpan));
  for (guint i = self->from; i < self->to && !g_cancellable_is_cancelled (cancellable); i++)
    {
      guint first = self->matches->len;

      if (vr_pair_plan_peek (plan, i)->place == place || !has_text (plan, i))
        continue;
      place = vr_pair_plan_peek (plan, i)->place;
      search_row (&search, i);
      sort_row (self->matches, first);
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_array_unref (search.spans[side]);
}
