/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unit of the old text became which of the new: the stages in a row, pins, and the mirror.
 *
 * Stages: pins and equal units (vr-align-exact.c) -> their neighbours that are nearly equal (-sure)
 * -> candidates for the rest by an inverted index (-candidates, -nearby) -> what they share
 * (-similarity, -order) -> two passes of a linear model (-judge over -context, -model) -> path and
 * moves (-decode) -> equal units that occur several times and are still left over (-leftovers) ->
 * last pieces of splits and merges (-absorb).  Position, rivals and neighbours in a linear two-pass
 * model are what aligns revisions and simplifications best without a neural network; trained on the
 * ArgRewrite V.2 and DEplain corpora (tests/align).
 *
 * The mirror: all of this works on the two sides in an order that their texts decide.
 */
#include "vr-align-run.h"

#include <string.h>

static int
compare_numbers (guint32 a, guint32 b)
{
  return (a > b) - (a < b);
}

static int
compare_tokens (VrSlice a, VrSlice b)
{
  int order = memcmp (a.text, b.text, MIN (a.n_bytes, b.n_bytes));

  return order != 0 ? order : (a.n_bytes > b.n_bytes) - (a.n_bytes < b.n_bytes);
}

/* The overrides that name units there are, sides swapped if asked for, sorted. */
static GArray *
list_overrides (const VrOverride *overrides, guint n, gboolean swap, const VrAlignSide *sides)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (VrOverride));
  guint i;

  for (i = 0; i < n; i++)
    {
      VrOverride pair = overrides[i];

      if (swap)
        pair = (VrOverride){ pair.new_index, pair.old_index };
      if (pair.old_index < sides[0].n_units && pair.new_index < sides[1].n_units)
        g_array_append_val (list, pair);
    }
  g_array_sort (list, vr_override_compare);
  return list;
}

static int
compare_units (const VrAlignSide *a, const VrAlignSide *b, guint32 unit, const VrInterner *interner)
{
  const guint32 *ids_a = a->ids + vr_align_first (a, unit);
  const guint32 *ids_b = b->ids + vr_align_first (b, unit);
  int order = 0;

  for (guint32 i = 0; order == 0 && i < vr_align_n_tokens (a, unit); i++)
    if (ids_a[i] != ids_b[i])
      order = compare_tokens (vr_interner_peek (interner, ids_a[i]),
                              vr_interner_peek (interner, ids_b[i]));
  return order;
}

/* By the texts; 0 when they are the same. */
static int
compare_sides (const VrAlignSide *a, const VrAlignSide *b, const VrInterner *interner)
{
  int order = compare_numbers (a->n_units, b->n_units);
  guint32 i;

  for (i = 0; order == 0 && i < a->n_units; i++)
    order = compare_numbers (vr_align_n_tokens (a, i), vr_align_n_tokens (b, i));
  for (i = 0; order == 0 && i < a->n_units; i++)
    order = compare_units (a, b, i, interner);
  return order;
}

typedef struct
{
  guint8 *units[VR_N_SIDES];
} UnitFlags;

static void
unit_flags_init (UnitFlags *flags, const VrAlign *self)
{
  flags->units[0] = g_new0 (guint8, self->sides[0].n_units + 1);
  flags->units[1] = g_new0 (guint8, self->sides[1].n_units + 1);
}

static void
unit_flags_clear (UnitFlags *flags)
{
  g_free (flags->units[0]);
  g_free (flags->units[1]);
}

static void
unit_flags_set (UnitFlags *flags, guint32 old_index, guint32 new_index)
{
  flags->units[0][old_index] = TRUE;
  flags->units[1][new_index] = TRUE;
}

static gboolean
has_link (const VrLinks *links, guint32 old_index, guint32 new_index)
{
  guint i;

  for (i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);

      if (link->old_index == old_index && link->new_index == new_index)
        return TRUE;
    }
  return FALSE;
}

/* Marks the units of pins that say something new: these drop their other partners.  A pin of two
 * units that are paired anyway changes nothing else. */
static void
mark_pinned (const VrAlign *self, const VrLinks *links, UnitFlags *pinned)
{
  guint i;

  for (i = 0; i < self->n_pinned; i++)
    if (!has_link (links, self->pinned[i].old_index, self->pinned[i].new_index))
      unit_flags_set (pinned, self->pinned[i].old_index, self->pinned[i].new_index);
}

/* Of @links, found without the overrides, those stay that no override speaks against.  A unit that
 * lost all of its links that way may take one from @others, found with the overrides, to a unit
 * that has none either.  So a pin changes only what it must. */
static void
merge_links (const VrAlign *self, VrLinks *links, const VrLinks *others)
{
  UnitFlags pinned, before, after;
  guint i, n_kept = 0;

  unit_flags_init (&pinned, self);
  unit_flags_init (&before, self);
  unit_flags_init (&after, self);
  mark_pinned (self, links, &pinned);
  for (i = 0; i < vr_links_get_n (links); i++)
    {
      VrLink link = *vr_links_get (links, i);

      unit_flags_set (&before, link.old_index, link.new_index);
      if (pinned.units[0][link.old_index] || pinned.units[1][link.new_index]
          || vr_align_is_forbidden (self, link.old_index, link.new_index)
          || vr_align_has_pair (self->pinned, self->n_pinned, link.old_index, link.new_index))
        continue;
      *vr_links_get (links, n_kept++) = link;
    }
  g_array_set_size (links->links, n_kept);
  for (i = 0; i < n_kept; i++)
    unit_flags_set (&after, vr_links_get (links, i)->old_index, vr_links_get (links, i)->new_index);
  for (i = 0; i < self->n_pinned; i++)
    unit_flags_set (&after, self->pinned[i].old_index, self->pinned[i].new_index);
  for (i = 0; i < vr_links_get_n (others); i++)
    {
      VrLink link = *vr_links_get (others, i);

      if (vr_align_has_pair (self->pinned, self->n_pinned, link.old_index, link.new_index)
          || (!after.units[0][link.old_index] && !after.units[1][link.new_index]
              && (before.units[0][link.old_index] || before.units[1][link.new_index])))
        vr_links_add (links, link.old_index, link.new_index, vr_links_get_evidence (others, i));
    }
  unit_flags_clear (&pinned);
  unit_flags_clear (&before);
  unit_flags_clear (&after);
}

static gboolean
align_around_overrides (VrAlign *self, const VrInterner *interner, VrLinks *links, GError **error)
{
  g_autoptr (VrLinks) others = vr_links_new ();
  VrAlign plain = *self;

  plain.n_pinned = plain.n_forbidden = 0;
  if (!vr_align_run (&plain, interner, vr_align_get_model (), NULL, NULL, links, error))
    return FALSE;
  if (self->n_pinned + self->n_forbidden == 0)
    return TRUE;
  if (!vr_align_run (self, interner, vr_align_get_model (), NULL, NULL, others, error))
    return FALSE;
  merge_links (self, links, others);
  return TRUE;
}

gboolean
vr_align (const VrAlignUnits units[VR_N_SIDES], const VrInterner *interner,
          const VrOverrides *overrides, VrLinks *links, GCancellable *cancellable, GError **error)
{
  VrAlign self = { .cancellable = cancellable };
  VrAlignSide old_side, new_side;
  g_autoptr (GArray) pinned = NULL, forbidden = NULL;
  const VrOverride *must, *must_not;
  guint n_must = 0, n_must_not = 0, i;
  gboolean swap;
  int order;

  must = overrides != NULL ? vr_overrides_peek_must (overrides, &n_must) : NULL;
  must_not = overrides != NULL ? vr_overrides_peek_must_not (overrides, &n_must_not) : NULL;
  vr_align_side_init (&old_side, &units[VR_SIDE_OLD]);
  vr_align_side_init (&new_side, &units[VR_SIDE_NEW]);
  self.sides[0] = old_side;
  self.sides[1] = new_side;
  order = compare_sides (&old_side, &new_side, interner);
  if (order == 0 && overrides != NULL)
    order = vr_overrides_compare_with_mirror (overrides);
  swap = order > 0;
  if (swap)
    {
      self.sides[0] = new_side;
      self.sides[1] = old_side;
    }
  pinned = list_overrides (must, n_must, swap, self.sides);
  forbidden = list_overrides (must_not, n_must_not, swap, self.sides);
  self.pinned = (const VrOverride *)pinned->data;
  self.n_pinned = pinned->len;
  self.forbidden = (const VrOverride *)forbidden->data;
  self.n_forbidden = forbidden->len;
  if (!align_around_overrides (&self, interner, links, error))
    return FALSE;
  for (i = 0; swap && i < vr_links_get_n (links); i++)
    {
      VrLink *link = vr_links_get (links, i);
      guint32 index = link->old_index;

      link->old_index = link->new_index;
      link->new_index = index;
    }
  vr_links_sort (links);
  return TRUE;
}
