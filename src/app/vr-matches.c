/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a text is found in a comparison, and what of a position is highlighted for it. */
#include "vr-matches-private.h"

/* Bytes of both sides that a thread searches at a time: an article is one part and takes no second
 * thread; 20 MB are 40, so that processors end together.  “e” in them was painted after 185 ms with
 * one thread, after 65 ms with two (bench-window.py --find e). */
#define PART_BYTES (512 * 1024)

struct _VrMatches
{
  GArray *parts; /* VrMatchPart: one at least */
  guint n;
  guint32 longest; /* bytes of the longest match on a side */
};

/* What the threads of one search share. */
typedef struct
{
  const VrPairPlan *plan;
  const VrPattern *pattern;
  GCancellable *cancellable;
} Job;

static void
clear_part (gpointer data)
{
  VrMatchPart *part = data;

  g_array_unref (part->matches);
}

static guint
count_bytes (const VrPairPlan *plan, guint position)
{
  const VrSpan *spans = vr_pair_plan_peek (plan, position)->spans;

  return spans[VR_SIDE_OLD].to - spans[VR_SIDE_OLD].from + spans[VR_SIDE_NEW].to
         - spans[VR_SIDE_NEW].from;
}

static void
add_part (VrMatches *self, guint from, guint to)
{
  VrMatchPart part = { .from = from, .to = to };

  part.matches = g_array_new (FALSE, FALSE, sizeof (VrMatch));
  g_array_append_val (self->parts, part);
}

/* Cuts @plan where rows begin. */
static void
cut_parts (VrMatches *self, const VrPairPlan *plan)
{
  guint n = vr_pair_plan_get_n (plan);
  gsize n_bytes = 0;
  guint from = 0;

  for (guint i = 0; i < n; i++)
    {
      if (n_bytes >= PART_BYTES && vr_pair_plan_is_first (plan, i))
        {
          add_part (self, from, i);
          from = i;
          n_bytes = 0;
        }
      n_bytes += count_bytes (plan, i);
    }
  add_part (self, from, n);
}

static void
search_part_in_thread (gpointer data, gpointer user_data)
{
  const Job *job = user_data;

  vr_match_part_search (data, job->plan, job->pattern, job->cancellable);
}

static void
search_parts (VrMatches *self, Job *job)
{
  GThreadPool *pool =
      g_thread_pool_new (search_part_in_thread, job, (int)g_get_num_processors (), FALSE, NULL);

  for (guint i = 1; i < self->parts->len; i++)
    g_thread_pool_push (pool, &g_array_index (self->parts, VrMatchPart, i), NULL);
  search_part_in_thread (&g_array_index (self->parts, VrMatchPart, 0), job);
  g_thread_pool_free (pool, FALSE, TRUE);
  for (guint i = 0; i < self->parts->len; i++)
    {
      VrMatchPart *part = &g_array_index (self->parts, VrMatchPart, i);

      part->first = self->n;
      self->n += part->matches->len;
      self->longest = MAX (self->longest, part->longest);
    }
}

VrMatches *
vr_matches_new (const VrPairPlan *plan, const char *query, GCancellable *cancellable)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (query);
  Job job = { plan, pattern, cancellable };
  VrMatches *self = g_new0 (VrMatches, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (VrMatchPart));
  g_array_set_clear_func (self->parts, clear_part);
  cut_parts (self, plan);
  if (pattern != NULL)
    search_parts (self, &job);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self, vr_matches_free);

  return self;
}

void
vr_matches_free (VrMatches *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

guint
vr_matches_get_n (const VrMatches *self)
{
  return self->n;
}

const VrMatch *
vr_matches_peek (const VrMatches *self, guint index)
{
  guint low = 0;
  guint high = self->parts->len;
  const VrMatchPart *part;

  g_return_val_if_fail (index < self->n, NULL);

  /* The last part that begins at or before it: empty ones stand before. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->parts, VrMatchPart, middle).first <= index)
        low = middle;
      else
        high = middle;
    }
  part = &g_array_index (self->parts, VrMatchPart, low);

  return &g_array_index (part->matches, VrMatch, index - part->first);
}

guint
vr_matches_find (const VrMatches *self, guint position)
{
  guint low = 0;
  guint high = self->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (vr_matches_peek (self, middle)->position < position)
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
  for (guint i = first; i < self->n; i++)
    {
      const VrMatch *match = vr_matches_peek (self, i);

      if (match->position > position)
        break;
      mapping.index = i;
      map_match (&mapping, match, view);
    }

  return mapping.spans;
}
