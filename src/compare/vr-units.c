/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of a row's two sides, and which belongs to which in order.
 *
 * Equal sentences are kept in order first (heaviest common subsequence).  Between them, where as
 * many stand on both sides and each is nearly the one opposite, these are the groups; else a table
 * tells (vr-unit-block.c). */
#include "vr-hash.h"
#include "vr-units-private.h"

#include <string.h>

/* Two sentences that stand opposite are taken for one where the longer one shares so many of its
 * tokens, if no other is more like either. */
#define NEARLY_EQUAL_PERCENT 60

/* More sentences on end than this go to the table at once: looking for rivals takes as long. */
#define MAX_OPPOSITES 64

/* Over this many pairs of sentences the block is compared as words only; it stands for about a
 * hundred sentences rewritten on end. */
#define MAX_BLOCK_PAIRS 10000

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

static guint32
n_tokens_of (const VrUnit *unit)
{
  return unit->end_token - unit->first_token;
}

static gboolean
is_equal_unit (const VrInline *self, guint32 a, guint32 b)
{
  const VrUnit *left = vr_units_at (self, 0, a), *right = vr_units_at (self, 1, b);
  guint32 n = n_tokens_of (left);

  return n == n_tokens_of (right) && left->hash == right->hash
         && memcmp (self->runs[0].ids + left->first_token, self->runs[1].ids + right->first_token,
                    n * sizeof (guint32))
                == 0;
}

static void
hash_units (VrInline *self, guint side, guint32 from, guint32 to)
{
  const guint32 *ids = self->runs[side].ids;

  for (guint32 u = from; u < to; u++)
    {
      VrUnit *unit = &g_array_index (self->units[side], VrUnit, u);

      unit->hash = vr_hash_bytes (0, (const char *)(ids + unit->first_token),
                                  n_tokens_of (unit) * sizeof *ids);
    }
}

void
vr_units_weigh (VrInline *self, const VrEngine *engine, guint side, guint32 from, guint32 to)
{
  const guint32 *ids = self->runs[side].ids;

  for (guint32 u = from; u < to; u++)
    {
      VrUnit *unit = &g_array_index (self->units[side], VrUnit, u);

      if (unit->weight > 0)
        continue;
      if (unit->hash == 0)
        hash_units (self, side, u, u + 1);
      for (guint32 i = unit->first_token; i < unit->end_token; i++)
        unit->weight += vr_units_weight_of (engine, ids[i]);
    }
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
        sum += weigh ? vr_units_weight_of (engine, b[i]) : 1;
      }
  for (guint32 i = 0; i < n; i++)
    engine->counts[a[i]] = 0;

  return sum;
}

guint32
vr_units_shared_weight (const VrInline *self, const VrEngine *engine, const VrUnit *a,
                        const VrUnit *a_last, const VrUnit *b, const VrUnit *b_last)
{
  return shared (engine, self->runs[0].ids + a->first_token, a_last->end_token - a->first_token,
                 self->runs[1].ids + b->first_token, b_last->end_token - b->first_token, TRUE);
}

double
vr_units_similarity (const VrInline *self, const VrEngine *engine, const VrUnit *a, const VrUnit *b)
{
  return 2.0 * vr_units_shared_weight (self, engine, a, a, b, b) / MAX (a->weight + b->weight, 1);
}

void
vr_units_append_group (VrInline *self, guint32 a, guint32 a_end, guint32 b, guint32 b_end,
                       gboolean equal)
{
  VrUnitGroup group = { { a, b }, { a_end, b_end }, equal };

  if (a < a_end || b < b_end)
    g_array_append_val (self->groups, group);
}

/* How many tokens two units share from either end. */
static guint32
shared_ends (const VrInline *self, const VrUnit *a, const VrUnit *b, guint32 *start)
{
  const guint32 *left = self->runs[0].ids + a->first_token;
  const guint32 *right = self->runs[1].ids + b->first_token;
  guint32 n = n_tokens_of (a), m = n_tokens_of (b), shorter = MIN (n, m), end = 0;

  *start = 0;
  while (*start < shorter && left[*start] == right[*start])
    ++*start;
  while (end < shorter - *start && left[n - 1 - end] == right[m - 1 - end])
    end++;

  return *start + end;
}

/* How many tokens of two units that stand opposite are shared in any order, or 0 where that is too
 * few to take them for one. */
static guint32
shared_nearly (const VrInline *self, const VrEngine *engine, const VrUnit *a, const VrUnit *b)
{
  guint64 n = n_tokens_of (a), m = n_tokens_of (b);
  guint64 wanted = NEARLY_EQUAL_PERCENT * MAX (n, m);
  guint32 start, ends;

  if (a->is_separator != b->is_separator || 100 * MIN (n, m) < wanted)
    return 0;
  ends = shared_ends (self, a, b, &start);
  if (100 * (guint64)ends < wanted)
    ends += shared (engine, self->runs[0].ids + a->first_token + start, n - ends,
                    self->runs[1].ids + b->first_token + start, m - ends, FALSE);

  return 100 * (guint64)ends >= wanted ? ends : 0;
}

/* In lists and reports of results many sentences are alike: then the opposite one may be another's,
 * and only the table tells. */
static gboolean
has_rival (const VrInline *self, guint32 a, guint32 b, guint32 n, guint32 index, guint32 n_shared)
{
  guint32 start;

  for (guint32 i = 0; i < n; i++)
    if (i != index
        && (shared_ends (self, vr_units_at (self, 0, a + index), vr_units_at (self, 1, b + i),
                         &start)
                >= n_shared
            || shared_ends (self, vr_units_at (self, 0, a + i), vr_units_at (self, 1, b + index),
                            &start)
                   >= n_shared))
      return TRUE;

  return FALSE;
}

/* As many sentences on both sides, each nearly the one that stands opposite: in versions of one
 * text it is so in most rows, and no table is needed to find it. */
static gboolean
group_opposites (VrInline *self, const VrEngine *engine, guint32 a, guint32 b, guint32 n)
{
  if (n > MAX_OPPOSITES)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 n_shared =
          shared_nearly (self, engine, vr_units_at (self, 0, a + i), vr_units_at (self, 1, b + i));

      if (n_shared == 0 || has_rival (self, a, b, n, i, n_shared))
        return FALSE;
    }
  for (guint32 i = 0; i < n; i++)
    vr_units_append_group (self, a + i, a + i + 1, b + i, b + i + 1, FALSE);

  return TRUE;
}

/* A row of one sentence on both sides is one group whatever they share: the row was paired. */
static void
group_gap (VrInline *self, const VrEngine *engine, guint32 a, guint32 a_end, guint32 b,
           guint32 b_end)
{
  if (self->units[0]->len == 1 && self->units[1]->len == 1)
    {
      vr_units_append_group (self, a, a_end, b, b_end, FALSE);
      return;
    }
  if (a < a_end && a_end - a == b_end - b && group_opposites (self, engine, a, b, a_end - a))
    return;
  vr_units_weigh (self, engine, 0, a, a_end);
  vr_units_weigh (self, engine, 1, b, b_end);
  if (a == a_end || b == b_end || (guint64)(a_end - a) * (b_end - b) > MAX_BLOCK_PAIRS)
    vr_units_append_group (self, a, a_end, b, b_end, FALSE);
  else
    vr_units_group_block (self, engine, a, a_end, b, b_end);
}

/* Heaviest common subsequence of the units, by their tokens, by the plain table; for short blocks.
 */
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
          *cell = MAX (*cell, cell[width + 1] + n_tokens_of (vr_units_at (self, 0, a + i)));
      }

  for (guint32 i = 0, j = 0; i < n && j < m;)
    {
      guint32 value = table[i * width + j];

      if (is_equal_unit (self, a + i, b + j)
          && value == table[(i + 1) * width + j + 1] + n_tokens_of (vr_units_at (self, 0, a + i)))
        {
          group_gap (self, engine, from_a, a + i, from_b, b + j);
          vr_units_append_group (self, a + i, a + i + 1, b + j, b + j + 1, TRUE);
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
          i < a_end - a ? vr_units_at (self, 0, a + i) : vr_units_at (self, 1, b + i - (a_end - a));
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
        vr_units_append_group (self, from_a, from_a + 1, from_b, from_b + 1,
                               is_equal_unit (self, from_a, from_b));
      group_gap (self, engine, from_a, a + hunk.old_to, from_b, b + hunk.new_to);
      from_a = a + hunk.old_to;
      from_b = b + hunk.new_to;
    }
}

/* Whether any unit of side 0 is equal to one of side 1; few enough to try all. */
static gboolean
has_equal_units (const VrInline *self, guint32 a, guint32 a_end, guint32 b, guint32 b_end)
{
  for (guint32 i = a; i < a_end; i++)
    for (guint32 k = b; k < b_end; k++)
      if (vr_units_at (self, 0, i)->hash == vr_units_at (self, 1, k)->hash)
        return TRUE;

  return FALSE;
}

/* Equal sentences come first, wherever they stand. */
static void
group_middle (VrInline *self, VrEngine *engine, guint32 a, guint32 a_end, guint32 b, guint32 b_end)
{
  gboolean few = (guint64)(a_end - a) * (b_end - b) <= MAX_BLOCK_PAIRS;

  if (a_end - a == 1 && b_end - b == 1)
    {
      group_gap (self, engine, a, a_end, b, b_end);
      return;
    }
  hash_units (self, 0, a, a_end);
  hash_units (self, 1, b, b_end);
  if (few && !has_equal_units (self, a, a_end, b, b_end))
    {
      group_gap (self, engine, a, a_end, b, b_end);
      return;
    }
  if (few)
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
    vr_units_append_group (self, a, a + 1, b, b + 1, TRUE);
  for (; n > a && m > b && is_equal_unit (self, n - 1, m - 1); n--, m--)
    n_tail++;
  group_middle (self, engine, a, n, b, m);

  for (guint32 i = 0; i < n_tail; i++)
    vr_units_append_group (self, n + i, n + i + 1, m + i, m + i + 1, TRUE);
}
