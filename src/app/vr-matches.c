/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text is found in a comparison: both sides searched, what belongs together counted once.
 */
#include "vr-matches.h"

#include "vr-pattern.h"
#include "vr-report.h"

struct _VrMatches
{
  GArray *matches; /* VrMatch */
  guint32 longest; /* bytes of the longest one on a side */
};

/* A bound of a match among a row's pieces. */
typedef struct
{
  guint piece;
  guint32 offset; /* in it; 0 in a quiet one, whose sides have other bytes */
} Point;

typedef struct
{
  const VrPairPlan *plan;
  const VrPattern *pattern;
  GArray *spans[VR_N_SIDES]; /* VrSpan: found in the row at hand */
  VrMatches *matches;
} Search;

static void
search_side (Search *self, guint row_index, VrSide side)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);
  g_autofree char *joined = NULL;
  VrSlice text = vr_report_peek_row_text (comparison, row_index, side, &joined);
  VrSpan span = { 0, 0 };

  g_array_set_size (self->spans[side], 0);
  while (vr_pattern_find (self->pattern, text, span.to, &span))
    {
      g_array_append_val (self->spans[side], span);
      self->matches->longest = MAX (self->matches->longest, span.to - span.from);
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
  while (*position + 1 < vr_pair_plan_get_n (plan) && !vr_pair_plan_is_last (plan, *position)
         && vr_pair_plan_peek (plan, *position)->spans[side].to <= at)
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
  g_array_append_val (self->matches->matches, match);
}

/* Both sides' matches in the order of the pieces; those on both sides of what did not change are
 * one place. */
static void
merge_sides (Search *self, const VrRow *row, guint position)
{
  guint positions[VR_N_SIDES] = { position, position };
  guint at[VR_N_SIDES] = { 0, 0 };
  Point starts[VR_N_SIDES] = { { 0 } };

  for (;;)
    {
      const VrSpan *spans[VR_N_SIDES] = { NULL, NULL };
      Point ends[VR_N_SIDES];
      int order;

      for (guint side = 0; side < VR_N_SIDES; side++)
        if (at[side] < self->spans[side]->len)
          {
            spans[side] = &g_array_index (self->spans[side], VrSpan, at[side]);
            advance (&starts[side], row, side, spans[side]->from, FALSE);
            ends[side] = starts[side];
            advance (&ends[side], row, side, spans[side]->to, TRUE);
          }
      if (spans[VR_SIDE_OLD] == NULL && spans[VR_SIDE_NEW] == NULL)
        return;
      order = spans[VR_SIDE_OLD] == NULL   ? 1
              : spans[VR_SIDE_NEW] == NULL ? -1
                                           : compare_points (&starts[0], &starts[1]);
      if (order == 0 && compare_points (&ends[0], &ends[1]) != 0)
        order = -1;
      add_match (self, positions, order <= 0 ? spans[VR_SIDE_OLD] : NULL,
                 order >= 0 ? spans[VR_SIDE_NEW] : NULL);
      at[VR_SIDE_OLD] += order <= 0;
      at[VR_SIDE_NEW] += order >= 0;
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

static gboolean
search_plan (Search *self, GCancellable *cancellable)
{
  guint n = vr_pair_plan_get_n (self->plan);
  guint32 place = G_MAXUINT32;
  GArray *matches = self->matches->matches;

  for (guint i = 0; i < n; i++)
    {
      guint first = matches->len;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (vr_pair_plan_peek (self->plan, i)->place == place || !has_text (self->plan, i))
        continue;
      place = vr_pair_plan_peek (self->plan, i)->place;
      search_row (self, i);
      /* A change cut in two may have its sides in other parts. */
      for (guint k = first + 1; k < matches->len; k++)
        if (g_array_index (matches, VrMatch, k - 1).position
            > g_array_index (matches, VrMatch, k).position)
          {
            g_qsort_with_data (&g_array_index (matches, VrMatch, first),
                               (int)(matches->len - first), sizeof (VrMatch), compare_positions,
                               NULL);
            break;
          }
    }

  return TRUE;
}

VrMatches *
vr_matches_new (const VrPairPlan *plan, const char *query, GCancellable *cancellable)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (query);
  VrMatches *self = g_new0 (VrMatches, 1);
  Search search = { .plan = plan, .pattern = pattern, .matches = self };
  gboolean is_done = TRUE;

  self->matches = g_array_new (FALSE, FALSE, sizeof (VrMatch));
  for (guint side = 0; side < VR_N_SIDES; side++)
    search.spans[side] = g_array_new (FALSE, FALSE, sizeof (VrSpan));
  if (pattern != NULL)
    is_done = search_plan (&search, cancellable);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_array_unref (search.spans[side]);

  if (!is_done)
    g_clear_pointer (&self, vr_matches_free);

  return self;
}

void
vr_matches_free (VrMatches *self)
{
  g_array_unref (self->matches);
  g_free (self);
}

guint
vr_matches_get_n (const VrMatches *self)
{
  return self->matches->len;
}

const VrMatch *
vr_matches_peek (const VrMatches *self, guint index)
{
  g_return_val_if_fail (index < self->matches->len, NULL);

  return &g_array_index (self->matches, VrMatch, index);
}

guint
vr_matches_find (const VrMatches *self, guint position)
{
  guint low = 0;
  guint high = self->matches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->matches, VrMatch, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* What is at hand while the spans of a position are put together. */
typedef struct
{
  const VrPairPlan *plan;
  guint position;
  const VrSpan *shown;
  const VrRowText *text;
  GArray *spans; /* VrMatchSpan */
  guint32 index;
} Mapping;

static void
add_span (Mapping *self, guint32 from, guint32 to)
{
  VrMatchSpan span = { from, to, self->index };
  VrMatchSpan *last = NULL;

  if (from >= to)
    return;
  if (self->spans->len > 0)
    last = &g_array_index (self->spans, VrMatchSpan, self->spans->len - 1);
  if (last != NULL && last->index == self->index && last->to == from)
    last->to = to;
  else
    g_array_append_val (self->spans, span);
}

/* @span is of the row's text; runs count from the position's start. */
static void
map_through_runs (Mapping *self, VrSide side, VrSpan span)
{
  guint32 base = self->shown[side].from;

  for (guint i = 0; i < self->text->runs->len; i++)
    {
      const VrRun *run = &g_array_index (self->text->runs, VrRun, i);
      guint32 from = MAX (span.from, base + run->source.from);
      guint32 to = MIN (span.to, base + run->source.to);

      if (run->side != side || from >= to)
        continue;
      if (run->to - run->from != run->source.to - run->source.from)
        add_span (self, run->from, run->to);
      else
        add_span (self, run->from + (from - base - run->source.from),
                  run->from + (to - base - run->source.from));
    }
}

/* What did not change is shown as the new side has it. */
static void
map_old (Mapping *self, VrSpan span)
{
  VrRow row = vr_pair_plan_get_row (self->plan, self->position);
  guint end;

  if (row.n_pieces == 0)
    map_through_runs (self, VR_SIDE_OLD, span);
  for (guint i = vr_pair_plan_find_pieces (self->plan, self->position, &end); i < end; i++)
    {
      const VrPiece *piece = &row.pieces[i];
      guint32 from = MAX (span.from, piece->old_span.from);
      guint32 to = MIN (span.to, piece->old_span.to);
      guint32 base = piece->new_span.from - piece->old_span.from;

      if (from >= to)
        continue;
      if (piece->op == VR_PIECE_DELETE)
        map_through_runs (self, VR_SIDE_OLD, (VrSpan){ from, to });
      else if (piece->op == VR_PIECE_EQUAL)
        map_through_runs (self, VR_SIDE_NEW, (VrSpan){ base + from, base + to });
      else
        map_through_runs (self, VR_SIDE_NEW, piece->new_span);
    }
}

static void
map_match (Mapping *self, const VrMatch *match, VrRowView view)
{
  const VrSpan *spans = match->spans;

  if (view == VR_ROW_VIEW_INLINE && spans[VR_SIDE_NEW].to > 0)
    map_through_runs (self, VR_SIDE_NEW, spans[VR_SIDE_NEW]);
  else if (view == VR_ROW_VIEW_INLINE)
    map_old (self, spans[VR_SIDE_OLD]);
  else
    {
      VrSpan shown = self->shown[view];
      guint32 from = MAX (spans[view].from, shown.from);
      guint32 to = MIN (spans[view].to, shown.to);

      if (from < to)
        add_span (self, from - shown.from, to - shown.from);
    }
}

/* A match may reach over from parts before; none is longer than the longest. */
static guint
first_position_reaching (const VrMatches *self, const VrPairPlan *plan, guint position)
{
  guint first = position;

  while (!vr_pair_plan_is_first (plan, first))
    {
      const VrSpan *before = vr_pair_plan_peek (plan, first - 1)->spans;
      const VrSpan *shown = vr_pair_plan_peek (plan, position)->spans;
      gboolean reaches = FALSE;

      for (guint side = 0; side < VR_N_SIDES; side++)
        reaches = reaches || before[side].to + self->longest > shown[side].from;
      if (!reaches)
        break;
      first--;
    }

  return first;
}

GArray *
vr_matches_dup_spans (const VrMatches *self, const VrPairPlan *plan, guint position, VrRowView view,
                      const VrRowText *text)
{
  Mapping mapping = { .plan = plan, .position = position, .text = text };
  guint first = vr_matches_find (self, first_position_reaching (self, plan, position));

  mapping.shown = vr_pair_plan_peek (plan, position)->spans;
  mapping.spans = g_array_new (FALSE, FALSE, sizeof (VrMatchSpan));
  for (guint i = first; i < self->matches->len; i++)
    {
      const VrMatch *match = &g_array_index (self->matches, VrMatch, i);

      if (match->position > position)
        break;
      mapping.index = i;
      map_match (&mapping, match, view);
    }

  return mapping.spans;
}
