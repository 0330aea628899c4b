/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the rows, and what is shown from top to bottom. */
#include "vr-comparison-private.h"
#include "vr-engine.h"

#include <string.h>

/* Rows that have a side, in the order of their first paragraph on it. */
typedef struct
{
  guint32 *order; /* NULL where it is the rows' own */
  guint32 n;
} SideOrder;

typedef struct
{
  VrComparison *comparison;
  const VrRows *rows;
  SideOrder sides[VR_N_SIDES]; /* the caller's */
  guint numbers[VR_N_SIDES];   /* of the caller's sides */
  const VrEngine *engine;
  guint32 n_old_done; /* of the old side's order */
  guint32 *order;     /* the result: which row stands where */
  guint32 n_rows;
} Placing;

/* Rows number from side 0's first paragraphs on, so only side 1 has an order of its own. */
static SideOrder
order_side (const VrRows *rows, const VrEngine *engine, guint number)
{
  guint32 n_paragraphs = engine->n_paragraphs[number];
  SideOrder side = { NULL, 0 };

  if (number == 0)
    {
      while (side.n < rows->n && rows->members[0].at[side.n] != VR_NO_PARAGRAPH)
        side.n++;
      return side;
    }

  side.order = g_new (guint32, MAX (n_paragraphs, 1));
  memset (side.order, 0xff, n_paragraphs * sizeof (guint32));
  for (guint32 i = 0; i < rows->n; i++)
    if (rows->members[1].at[i] != VR_NO_PARAGRAPH)
      side.order[vr_rows_get_first (rows, 1, i)] = i;
  for (guint32 i = 0; i < n_paragraphs; i++)
    if (side.order[i] != G_MAXUINT32)
      side.order[side.n++] = side.order[i];

  return side;
}

static guint32
get_row (const SideOrder *side, guint32 index)
{
  return side->order != NULL ? side->order[index] : index;
}

/* A pair of furniture stands where it is on the new side, and holds up nothing on the old one. */
static gboolean
is_furniture (const Placing *self, guint32 row)
{
  return vr_engine_is_furniture (self->engine, 0, vr_rows_get_first (self->rows, 0, row));
}

/* Old paragraphs that are gone, or whose row moved away, stand behind the last row that stayed:
 * those that the rows up to new paragraph @placed_to (-1 for none) let through. */
static void
place_old (Placing *self, gint64 placed_to)
{
  VrComparison *comparison = self->comparison;

  for (; self->n_old_done < self->sides[VR_SIDE_OLD].n; self->n_old_done++)
    {
      guint32 row = get_row (&self->sides[VR_SIDE_OLD], self->n_old_done);

      if (!vr_rows_is_paired (self->rows, row))
        {
          self->order[self->n_rows++] = row;
          comparison->n_places++;
        }
      else if (vr_rows_is_moved (self->rows, row, self->numbers[VR_SIDE_OLD]))
        vr_marks_add (&comparison->references, comparison->n_places++);
      else if (vr_rows_get_first (self->rows, self->numbers[VR_SIDE_NEW], row) > placed_to
               && !is_furniture (self, row))
        break;
    }
}

static void
place_all (Placing *self)
{
  place_old (self, -1);
  for (guint32 i = 0; i < self->sides[VR_SIDE_NEW].n; i++)
    {
      guint32 row = get_row (&self->sides[VR_SIDE_NEW], i);

      self->order[self->n_rows++] = row;
      self->comparison->n_places++;
      place_old (self, vr_rows_get_first (self->rows, self->numbers[VR_SIDE_NEW], row));
    }
}

static VrRowKind
mirror_kind (VrRowKind kind)
{
  return kind == VR_ROW_ADDED     ? VR_ROW_REMOVED
         : kind == VR_ROW_REMOVED ? VR_ROW_ADDED
         : kind == VR_ROW_SPLIT   ? VR_ROW_MERGED
         : kind == VR_ROW_MERGED  ? VR_ROW_SPLIT
                                  : kind;
}

static void
mirror_rows (VrRows *self)
{
  VrMembers members = self->members[0];

  self->members[0] = self->members[1];
  self->members[1] = members;
  for (guint32 i = 0; i < self->n; i++)
    self->kinds[i] = mirror_kind (self->kinds[i]);
}

/* References stand in the order of the old side, in which moved rows are marked. */
static void
index_rows (VrComparison *self, guint32 n_moved)
{
  const VrRows *rows = &self->rows;

  vr_marks_init (&self->paired, rows->n);
  self->reference_rows = g_new (guint32, n_moved);
  for (guint32 i = 0; i < rows->n; i++)
    {
      if (vr_rows_is_paired (rows, i))
        vr_marks_add (&self->paired, i);
      if (vr_rows_is_moved (rows, i, VR_SIDE_OLD))
        self->reference_rows[vr_comparison_number_reference (self, i)] = i;
    }
  vr_marks_count (&self->paired);
}

void
vr_comparison_place_rows (VrComparison *self, const VrEngine *engine)
{
  guint32 n_moved = vr_marks_count (&self->rows.moved);
  Placing placing = { .comparison = self, .rows = &self->rows, .engine = engine };

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      placing.numbers[side] = vr_engine_side (engine, side);
      placing.sides[side] = order_side (&self->rows, engine, placing.numbers[side]);
    }
  placing.order = g_new (guint32, self->rows.n);
  vr_marks_init (&self->references, self->rows.n + n_moved);
  place_all (&placing);
  vr_marks_count (&self->references);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (placing.sides[side].order);

  vr_rows_reorder (&self->rows, placing.order);
  g_free (placing.order);
  if (engine->swapped)
    mirror_rows (&self->rows);
  index_rows (self, n_moved);
}
