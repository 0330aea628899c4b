/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of a row's two sides, and which belongs to which in order.
 *
 * Equal sentences are kept in order first (heaviest common subsequence).  Between them, one to
 * one, one to two and two to one are tried by dynamic programming over their shared words, after
 * Gale and Church (1993), whose lengths are replaced by the words themselves. */
#include "vr-inline.h"

#include <string.h>

/* A word that carries meaning counts as much as four that any sentence has. */
#define WEIGHT_WORD 4
#define WEIGHT_COMMON 1

/* Two sentences belong together where Dice's coefficient of their words is over 0.4: in a
 * measured corpus of edits the lowest of a true pair was .447, the highest of a false one .331. */
#define DICE_PERCENT 40

/* A second sentence joins a group where the other side has half of its words besides. */
#define SECOND_PERCENT 100

/* Two sentences are nearly equal where the longer one shares so many of its tokens. */
#define NEARLY_EQUAL_PERCENT 60

/* Over this many pairs of sentences the block is compared as words only; it stands for about a
 * hundred sentences rewritten on end. */
#define MAX_BLOCK_PAIRS 10000

static guint32
weight_of (const VrEngine *engine, guint32 id)
{
  return engine->traits[id] & (VR_TRAIT_PUNCTUATION | VR_TRAIT_STOP_WORD) ? WEIGHT_COMMON
                                                                          : WEIGHT_WORD;
}

static void
append_unit (GArray *units, const VrRun *run, guint32 from, guint32 to, gboolean is_separator)
{
  VrUnit unit = { .first_token = from, .end_token = to, .is_separator = is_separator };

  unit.span = (VrSpan){ run->starts[from], vr_run_get_end (run, to - 1) };
  g_array_append_val (units, unit);
}

static void
cut_side (VrInline *self, VrEngine *engine, guint side)
{
  const VrRun *run = &self->runs[side];
  guint32 token = 0;

  vr_sentences_cut (engine->sentences[side], run->text, self->cuts);
  for (guint i = 0; i < self->cuts->len && token < run->n_tokens; i++)
    {
      guint32 end = g_array_index (self->cuts, guint32, i), first = token;

      while (token < run->n_tokens && run->starts[token] < end
             && run->ids[token] != engine->separator)
        token++;
      if (token > first)
        append_unit (self->units[side], run, first, token, FALSE);
      if (token < run->n_tokens && run->ids[token] == engine->separator && run->starts[token] < end)
        {
          append_unit (self->units[side], run, token, token + 1, TRUE);
          token++;
        }
    }
}

void
vr_units_cut (VrInline *self, VrEngine *engine)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    cut_side (self, engine, side);
}

static inline const VrUnit *
unit_at (const VrInline *self, guint side, guint32 index)
{
  return &g_array_index (self->units[side], VrUnit, index);
}

static gboolean
is_equal_unit (const VrInline *self, guint32 a, guint32 b)
{
  const VrUnit *left = unit_at (self, 0, a), *right = unit_at (self, 1, b);
  guint32 n = left->end_token - left->first_token;

  return n == right->end_token - right->first_token && left->hash == right->hash
         && memcmp (self->runs[0].ids + left->first_token, self->runs[1].ids + right->first_token,
                    n * sizeof (guint32))
                == 0;
}

/* What two stretches of tokens share in any order: their weight, or how many they are. */
static inline guint32
shared (const VrEngine *engine, const guint32 *a, guint32 n, const guint32 *b, guint32 m,
        gboolean weigh)
{
  guint32 sum = 0;

  for (guint32 i = 0; i < n; i++)
    engine->counts[a[i]]++;
  for (guint32 i = 0; i < m; i++)
    if (engine->counts[b[i]] > 0)
      {
        engine->counts[b[i]]--;
        sum += weigh ? weight_of (engine, b[i]) : 1;
      }
  for (guint32 i = 0; i < n; i++)
    engine->counts[a[i]] = 0;

  return sum;
}

/* Weight of the words that units a to a_last of side 0 and b to b_last of side 1 share. */
static guint32
shared_weight (const VrInline *self, const VrEngine *engine, const VrUnit *a, const VrUnit *a_last,
               const VrUnit *b, const VrUnit *b_last)
{
  return shared (engine, self->runs[0].ids + a->first_token, a_last->end_token - a->first_token,
                 self->runs[1].ids + b->first_token, b_last->end_token - b->first_token, TRUE);
}

double
vr_units_similarity (const VrInline *self, const VrEngine *engine, const VrUnit *a, const VrUnit *b)
{
  return 2.0 * shared_weight (self, engine, a, a, b, b) / MAX (a->weight + b->weight, 1);
}

static void
append_group (VrInline *self, guint32 a, guint32 a_end, guint32 b, guint32 b_end, gboolean equal)
{
  VrUnitGroup group = { { a, b }, { a_end, b_end }, equal };

  if (a < a_end || b < b_end)
    g_array_append_val (self->groups, group);
}

typedef struct
{
  guint8 n[VR_N_SIDES]; /* how many units of either side one step takes */
} Step;

static const Step steps[] = {
  { { 1, 0 } }, { { 0, 1 } }, { { 1, 1 } }, { { 1, 2 } }, { { 2, 1 } }
};

/* A block of units: @a to @a + @n of side 0 against @b to @b + @m of side 1. */
typedef struct
{
  const VrInline *self;
  const VrEngine *engine;
  guint32 a;
  guint32 b;
  guint32 n;
  guint32 m;
  guint32 *shares; /* n x m: what every two units share */
} Block;

static void
fill_shares (Block *block)
{
  for (guint32 i = 0; i < block->n; i++)
    for (guint32 j = 0; j < block->m; j++)
      {
        const VrUnit *left = unit_at (block->self, 0, block->a + i);
        const VrUnit *right = unit_at (block->self, 1, block->b + j);

        block->shares[i * block->m + j] =
            shared_weight (block->self, block->engine, left, left, right, right);
      }
}

/* What one step from (@i, @j) gains, in hundredths of weight; below zero where the units don't
 * belong together. */
static gint64
gain_of (const Block *block, guint32 i, guint32 j, Step step)
{
  const guint32 *share = &block->shares[i * block->m + j];
  const VrUnit *left, *right, *left_last, *right_last;
  gint64 most, second, cost;

  if (step.n[0] == 0 || step.n[1] == 0)
    return 0;

  left = unit_at (block->self, 0, block->a + i);
  right = unit_at (block->self, 1, block->b + j);
  left_last = left + step.n[0] - 1;
  right_last = right + step.n[1] - 1;
  second = (step.n[0] == 2 ? left_last->weight : 0) + (step.n[1] == 2 ? right_last->weight : 0);
  cost = DICE_PERCENT * (left->weight + (gint64)right->weight) + SECOND_PERCENT * second;
  most =
      share[0] + (gint64)(step.n[0] == 2 ? share[block->m] : 0) + (step.n[1] == 2 ? share[1] : 0);

  /* Two sentences share no more with a third than either of them does; mostly that is too little.
   */
  if (left->is_separator != right->is_separator || (second > 0 && left->is_separator)
      || 200 * most < cost)
    return -1;
  if (second > 0)
    most = shared_weight (block->self, block->engine, left, left_last, right, right_last);
  return 200 * most - cost;
}

/* Best steps through a block, from its end; then walked from its start. */
static void
group_block (VrInline *self, const VrEngine *engine, guint32 a, guint32 a_end, guint32 b,
             guint32 b_end)
{
  guint32 n = a_end - a, m = b_end - b, width = m + 1;
  g_autofree gint64 *best = g_new0 (gint64, (gsize)(n + 1) * width);
  g_autofree guint8 *chosen = g_new0 (guint8, (gsize)(n + 1) * width);
  g_autofree guint32 *shares = g_new (guint32, (gsize)n * m);
  Block block = { self, engine, a, b, n, m, shares };

  fill_shares (&block);
  for (guint32 i = n + 1; i-- > 0;)
    for (guint32 j = m + 1; j-- > 0;)
      {
        gint64 value = -1;

        for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
          {
            gint64 gain;

            if (i + steps[s].n[0] > n || j + steps[s].n[1] > m)
              continue;
            gain = gain_of (&block, i, j, steps[s]);
            if (gain < 0)
              continue;
            gain += best[(i + steps[s].n[0]) * width + j + steps[s].n[1]];
            if (gain > value)
              {
                value = gain;
                chosen[i * width + j] = s;
              }
          }
        best[i * width + j] = MAX (value, 0);
      }

  for (guint32 i = 0, j = 0; i < n || j < m;)
    {
      Step step = steps[chosen[i * width + j]];

      append_group (self, a + i, a + i + step.n[0], b + j, b + j + step.n[1], FALSE);
      i += step.n[0];
      j += step.n[1];
    }
}

/* A row of one sentence on both sides is one group whatever they share: the row was paired. */
static void
group_gap (VrInline *self, const VrEngine *engine, guint32 a, guint32 a_end, guint32 b,
           guint32 b_end)
{
  gboolean only = self->units[0]->len == 1 && self->units[1]->len == 1;

  if (a == a_end || b == b_end || only || (guint64)(a_end - a) * (b_end - b) > MAX_BLOCK_PAIRS)
    append_group (self, a, a_end, b, b_end, FALSE);
  else
    group_block (self, engine, a, a_end, b, b_end);
}

/* Heaviest common subsequence of the units' hashes by the plain table; for short blocks. */
static void
group_equal_small (VrInline *self, const VrEngine *engine, guint32 a, guint32 a_end, guint32 b,
                   guint32 b_end)
{
  guint32 n = a_end - a, m = b_end - b, width = m + 1, from_a = a, from_b = b;
  guint32 *table;

  g_array_set_size (self->table, (n + 1) * width);
  table = (guint32 *)(gpointer)self->table->data;
  for (guint32 i = n + 1; i-- > 0;)
    for (guint32 j = m + 1; j-- > 0;)
      {
        guint32 *cell = &table[i * width + j];

        *cell = 0;
        if (i == n || j == m)
          continue;
        *cell = MAX (cell[1], cell[width]);
        if (is_equal_unit (self, a + i, b + j))
          *cell = MAX (*cell, cell[width + 1] + unit_at (self, 0, a + i)->weight);
      }

  for (guint32 i = 0, j = 0; i < n && j < m;)
    {
      guint32 value = table[i * width + j];

      if (is_equal_unit (self, a + i, b + j)
          && value == table[(i + 1) * width + j + 1] + unit_at (self, 0, a + i)->weight)
        {
          group_gap (self, engine, from_a, a + i, from_b, b + j);
          append_group (self, a + i, a + i + 1, b + j, b + j + 1, TRUE);
          from_a = a + ++i;
          from_b = b + ++j;
        }
      else if (value == table[(i + 1) * width + j])
        i++;
      else
        j++;
    }
  group_gap (self, engine, from_a, a_end, from_b, b_end);
}

/* The same for long blocks, by the edit-script engine over numbered hashes. */
static void
group_equal_large (VrInline *self, VrEngine *engine, guint32 a, guint32 a_end, guint32 b,
                   guint32 b_end)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, NULL);
  g_autofree guint32 *ids = g_new (guint32, a_end - a + b_end - b);
  VrDiffOptions options = { .anchors = TRUE };
  guint32 from_a = a, from_b = b, n_ids = 0;
  gboolean limited = FALSE;

  for (guint32 i = 0; i < a_end - a + b_end - b; i++)
    {
      const VrUnit *unit =
          i < a_end - a ? unit_at (self, 0, a + i) : unit_at (self, 1, b + i - (a_end - a));
      gpointer number = g_hash_table_lookup (numbers, &unit->hash);

      if (number == NULL)
        {
          number = GUINT_TO_POINTER (++n_ids);
          g_hash_table_insert (numbers, (gpointer)&unit->hash, number);
        }
      ids[i] = GPOINTER_TO_UINT (number) - 1;
    }

  /* Cancelling shows at the next row; a partial result here does no harm. */
  (void)vr_differ_run (engine->differ, ids, a_end - a, ids + (a_end - a), b_end - b, n_ids,
                       &options, self->part, &limited, engine->cancellable, NULL);
  for (guint i = 0; i <= self->part->len; i++)
    {
      VrHunk end = { a_end - a, a_end - a, b_end - b, b_end - b };
      VrHunk hunk = i < self->part->len ? g_array_index (self->part, VrHunk, i) : end;

      for (; from_a < a + hunk.old_from; from_a++, from_b++)
        append_group (self, from_a, from_a + 1, from_b, from_b + 1,
                      is_equal_unit (self, from_a, from_b));
      group_gap (self, engine, from_a, a + hunk.old_to, from_b, b + hunk.new_to);
      from_a = a + hunk.old_to;
      from_b = b + hunk.new_to;
    }
}

void
vr_units_weigh (VrInline *self, const VrEngine *engine, guint side, guint32 from, guint32 to)
{
  const guint32 *ids = self->runs[side].ids;

  for (guint32 u = from; u < to; u++)
    {
      VrUnit *unit = &g_array_index (self->units[side], VrUnit, u);

      unit->hash = 14695981039346656037u;
      for (guint32 i = unit->first_token; i < unit->end_token; i++)
        {
          unit->hash = (unit->hash ^ ids[i]) * 1099511628211u;
          unit->weight += weight_of (engine, ids[i]);
        }
    }
}

static gboolean
is_nearly_equal (const VrInline *self, const VrEngine *engine, const VrUnit *a, const VrUnit *b)
{
  const guint32 *left = self->runs[0].ids + a->first_token;
  const guint32 *right = self->runs[1].ids + b->first_token;
  guint32 n = a->end_token - a->first_token, m = b->end_token - b->first_token;
  guint32 wanted = NEARLY_EQUAL_PERCENT * MAX (n, m), shorter = MIN (n, m), start = 0, end = 0;

  if (a->is_separator != b->is_separator || 100 * shorter < wanted)
    return FALSE;
  while (start < shorter && left[start] == right[start])
    start++;
  while (end < shorter - start && left[n - 1 - end] == right[m - 1 - end])
    end++;
  if (100 * (start + end) >= wanted)
    return TRUE;

  start += shared (engine, left + start, n - start - end, right + start, m - start - end, FALSE);

  return 100 * (start + end) >= wanted;
}

/* As many sentences on both sides, each nearly the one that stands opposite: nothing better can be
 * found, and in versions of one text it is so in most rows. */
static gboolean
group_opposites (VrInline *self, const VrEngine *engine, guint32 a, guint32 b, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (!is_nearly_equal (self, engine, unit_at (self, 0, a + i), unit_at (self, 1, b + i)))
      return FALSE;
  for (guint32 i = 0; i < n; i++)
    append_group (self, a + i, a + i + 1, b + i, b + i + 1, is_equal_unit (self, a + i, b + i));

  return TRUE;
}

static void
group_middle (VrInline *self, VrEngine *engine, guint32 a, guint32 a_end, guint32 b, guint32 b_end)
{
  if (a_end - a == b_end - b && group_opposites (self, engine, a, b, a_end - a))
    return;

  vr_units_weigh (self, engine, 0, a, a_end);
  vr_units_weigh (self, engine, 1, b, b_end);
  if ((guint64)(a_end - a) * (b_end - b) <= MAX_BLOCK_PAIRS)
    group_equal_small (self, engine, a, a_end, b, b_end);
  else
    group_equal_large (self, engine, a, a_end, b, b_end);
}

void
vr_units_group (VrInline *self, VrEngine *engine)
{
  guint32 a = 0, b = 0, n = self->units[0]->len, m = self->units[1]->len;
  guint32 n_tail = 0;

  for (; a < n && b < m && is_equal_unit (self, a, b); a++, b++)
    append_group (self, a, a + 1, b, b + 1, TRUE);
  for (; n > a && m > b && is_equal_unit (self, n - 1, m - 1); n--, m--)
    n_tail++;
  group_middle (self, engine, a, n, b, m);

  for (guint32 i = 0; i < n_tail; i++)
    append_group (self, n + i, n + i + 1, m + i, m + i + 1, TRUE);
}
