/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pins and equal units: the heaviest common subsequence, then what is left over as moves.
 *
 * Units that are equal and occur once on each side are anchors: the heaviest run of them that
 * rises on both sides (weight: words) is kept in place, and the gaps between are filled with the
 * other equal units, blank ones included.  Unique ones that are left over have moved.  (On 1,784
 * unique equal sentence pairs of the ArgRewrite corpus, people linked every one, and linked none
 * of those units to a second one.)
 */
#include "vr-align-private.h"

#include "vr-align-chain.h"
#include "vr-diff.h"

#include <string.h>

/* Gaps of up to this many cells are solved exactly by weight; larger ones by the edit-script
 * engine, which counts units instead.  Linear in all: cells per unit of the gap. */
#define CELLS_PER_UNIT 64
#define MIN_CELLS 4096
#define MAX_CELLS (1 << 22)

static void
pair_units (VrAlign *self, guint32 old_index, guint32 new_index)
{
  self->sides[0].partners[old_index] = new_index;
  self->sides[1].partners[new_index] = old_index;
}

static gboolean
is_free (const VrAlignSide *side, guint32 unit)
{
  return side->partners[unit] == VR_ALIGN_NONE;
}

static void
pair_pinned (VrAlign *self)
{
  guint i;

  for (i = 0; i < self->n_pinned; i++)
    {
      VrOverride pin = self->pinned[i];

      /* Of several pins of one unit the first is its place; all of them become links. */
      if (is_free (&self->sides[0], pin.old_index) && is_free (&self->sides[1], pin.new_index))
        pair_units (self, pin.old_index, pin.new_index);
      else if (is_free (&self->sides[0], pin.old_index))
        self->sides[0].partners[pin.old_index] = pin.new_index;
      else if (is_free (&self->sides[1], pin.new_index))
        self->sides[1].partners[pin.new_index] = pin.old_index;
    }
}

/* For each class the only free unit of it, or VR_ALIGN_NONE when there are none or several. */
static guint32 *
find_only_units (const VrAlign *self, const VrAlignSide *side)
{
  guint32 *only = g_new (guint32, self->n_classes + 1);
  g_autofree guint8 *seen = g_new0 (guint8, self->n_classes + 1);
  guint32 i;

  memset (only, 0xff, (self->n_classes + 1) * sizeof (guint32));
  for (i = 0; i < side->n_units; i++)
    {
      guint32 class_number = vr_align_class (side, i);

      if (!is_free (side, i) || vr_align_n_words (side, i) == 0)
        continue;
      only[class_number] = seen[class_number] ? VR_ALIGN_NONE : i;
      seen[class_number] = 1;
    }
  return only;
}

/* All pairs of equal units that occur once on each side, by old index. */
static GArray *
find_unique_pairs (const VrAlign *self)
{
  const VrAlignSide *old_side = &self->sides[0];
  g_autofree guint32 *only_old = find_only_units (self, old_side);
  g_autofree guint32 *only_new = find_only_units (self, &self->sides[1]);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (VrChainPair));
  guint32 i;

  for (i = 0; i < old_side->n_units; i++)
    {
      guint32 class_number = vr_align_class (old_side, i);

      if (is_free (old_side, i) && only_old[class_number] == i
          && only_new[class_number] != VR_ALIGN_NONE
          && !vr_align_is_forbidden (self, i, only_new[class_number]))
        {
          VrChainPair pair = { i, only_new[class_number], vr_align_n_words (old_side, i), FALSE };

          g_array_append_val (pairs, pair);
        }
    }
  return pairs;
}

typedef struct
{
  guint32 old_from;
  guint32 old_to;
  guint32 new_from;
  guint32 new_to;
} Gap;

static gboolean
may_pair (const VrAlign *self, guint32 old_index, guint32 new_index)
{
  const VrAlignSide *old_side = &self->sides[0], *new_side = &self->sides[1];

  return vr_align_class (old_side, old_index) == vr_align_class (new_side, new_index)
         && is_free (old_side, old_index) && is_free (new_side, new_index)
         && !vr_align_is_forbidden (self, old_index, new_index);
}

/* A blank unit weighs less than the shortest word. */
static guint64
unit_weight (const VrAlignSide *side, guint32 unit)
{
  return 1 + 4 * (guint64)vr_align_n_words (side, unit);
}

/* The heaviest common subsequence of a small gap, by dynamic programming from the end. */
static void
fill_small_gap (VrAlign *self, Gap gap)
{
  gsize n_old = gap.old_to - gap.old_from, n_new = gap.new_to - gap.new_from, width = n_new + 1;
  g_autofree guint64 *best = g_new0 (guint64, (n_old + 1) * width);
  gsize i, j;

  for (i = n_old; i-- > 0;)
    for (j = n_new; j-- > 0;)
      {
        guint64 value = MAX (best[(i + 1) * width + j], best[i * width + j + 1]);

        if (may_pair (self, gap.old_from + (guint32)i, gap.new_from + (guint32)j))
          value = MAX (value, best[(i + 1) * width + j + 1]
                                  + unit_weight (&self->sides[0], gap.old_from + (guint32)i));
        best[i * width + j] = value;
      }
  for (i = j = 0; i < n_old && j < n_new;)
    {
      guint32 old_index = gap.old_from + (guint32)i, new_index = gap.new_from + (guint32)j;

      if (may_pair (self, old_index, new_index)
          && best[i * width + j]
                 == best[(i + 1) * width + j + 1] + unit_weight (&self->sides[0], old_index))
        {
          pair_units (self, old_index, new_index);
          i++;
          j++;
        }
      else if (best[i * width + j] == best[(i + 1) * width + j])
        i++;
      else
        j++;
    }
}

/* The classes of a range of units; firm units get a number that equals nothing. */
static guint32 *
list_classes (const VrAlignSide *side, guint32 from, guint32 to, guint32 firm)
{
  guint32 *list = g_new (guint32, to - from + 1);
  guint32 i;

  for (i = from; i < to; i++)
    list[i - from] = is_free (side, i) ? vr_align_class (side, i) : firm;
  return list;
}

static gboolean
fill_large_gap (VrAlign *self, Gap gap, GError **error)
{
  g_autofree guint32 *old_list = NULL, *new_list = NULL;
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  VrDiffOptions options = { .anchors = TRUE };
  guint32 i = 0, j = 0;
  guint h;

  old_list = list_classes (&self->sides[0], gap.old_from, gap.old_to, self->n_classes);
  new_list = list_classes (&self->sides[1], gap.new_from, gap.new_to, self->n_classes + 1);
  if (!vr_differ_run (differ, old_list, gap.old_to - gap.old_from, new_list,
                      gap.new_to - gap.new_from, self->n_classes + 2, &options, hunks, NULL,
                      self->cancellable, error))
    return FALSE;
  for (h = 0; h <= hunks->len; h++)
    {
      VrHunk end = { gap.old_to - gap.old_from, 0, gap.new_to - gap.new_from, 0 };
      VrHunk hunk = h < hunks->len ? g_array_index (hunks, VrHunk, h) : end;

      for (; i < hunk.old_from; i++, j++)
        if (may_pair (self, gap.old_from + i, gap.new_from + j))
          pair_units (self, gap.old_from + i, gap.new_from + j);
      i = hunk.old_to;
      j = hunk.new_to;
    }
  return TRUE;
}

static gboolean
fill_gap (VrAlign *self, Gap gap, GError **error)
{
  gsize n_cells, n_units;

  /* From the end first: a blank or repeated unit belongs to what follows it. */
  while (gap.old_from < gap.old_to && gap.new_from < gap.new_to
         && may_pair (self, gap.old_to - 1, gap.new_to - 1))
    pair_units (self, --gap.old_to, --gap.new_to);
  while (gap.old_from < gap.old_to && gap.new_from < gap.new_to
         && may_pair (self, gap.old_from, gap.new_from))
    pair_units (self, gap.old_from++, gap.new_from++);
  n_units = (gsize)(gap.old_to - gap.old_from) + (gap.new_to - gap.new_from);
  n_cells = (gsize)(gap.old_to - gap.old_from) * (gap.new_to - gap.new_from);
  if (n_cells == 0)
    return TRUE;
  if (n_cells <= MIN_CELLS + CELLS_PER_UNIT * n_units && n_cells <= MAX_CELLS)
    {
      fill_small_gap (self, gap);
      return TRUE;
    }
  return fill_large_gap (self, gap, error);
}

gboolean
vr_align_pair_equal (VrAlign *self, GError **error)
{
  g_autoptr (GArray) pairs = NULL;
  Gap gap = { 0 };
  guint i;

  pair_pinned (self);
  pairs = find_unique_pairs (self);
  vr_chain_select (pairs, self->sides[1].n_units);
  for (i = 0; i < pairs->len; i++)
    {
      VrChainPair pair = g_array_index (pairs, VrChainPair, i);

      if (pair.chosen)
        pair_units (self, pair.row, pair.column);
    }
  for (i = 0; i <= pairs->len; i++)
    {
      VrChainPair end = { self->sides[0].n_units, self->sides[1].n_units, 0, TRUE };
      VrChainPair pair = i < pairs->len ? g_array_index (pairs, VrChainPair, i) : end;

      if (!pair.chosen)
        continue;
      gap.old_to = pair.row;
      gap.new_to = pair.column;
      if (!fill_gap (self, gap, error))
        return FALSE;
      gap.old_from = pair.row + 1;
      gap.new_from = pair.column + 1;
    }
  for (i = 0; i < pairs->len; i++)
    {
      VrChainPair pair = g_array_index (pairs, VrChainPair, i);

      if (!pair.chosen)
        pair_units (self, pair.row, pair.column);
    }
  return TRUE;
}
