/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a comparison, column by column; private to this layer. */
#pragma once

#include "vr-comparison.h"
#include "vr-marks.h"

G_BEGIN_DECLS

/* With VR_NO_PARAGRAPH excepted: the rest of the number is where in VrMembers.lists to look. */
#define VR_MEMBERS_LISTED (1u << 31)

/*
 * @at: a row's only paragraph, VR_NO_PARAGRAPH, or VR_MEMBERS_LISTED
 * @lists: of rows that have several: how many, then the paragraphs, rising
 */
typedef struct
{
  guint32 *at;
  guint32 *lists;
} VrMembers;

/*
 * Until vr_comparison_place_rows() the rows stand in the order of their first paragraph, side 0's
 * before side 1's, and sides are numbered as in VrEngine; then they stand in the order they are
 * shown in, and sides are the caller's.
 */
typedef struct
{
  guint32 n;
  guint8 *kinds; /* VrRowKind */
  VrMembers members[VR_N_SIDES];
  VrMarks moved;     /* by the row's first paragraph in the caller's old article */
  VrMarks judged;    /* paired rows, but those that are equal and not pinned */
  guint32 *evidence; /* of the judged ones: index into @pool */
  VrEvidence *pool;  /* the links', with some that no row has */
} VrRows;

void vr_rows_clear (VrRows *self);

/* Row number i becomes what row @order[i] was. */
void vr_rows_reorder (VrRows *self, const guint32 *order);

/* What earned the row its pairing; never NULL. */
const VrEvidence *vr_rows_peek_evidence (const VrRows *self, guint32 row);

static inline const guint32 *
vr_rows_peek_members (const VrRows *self, guint side, guint32 row, guint32 *n)
{
  const guint32 *at = &self->members[side].at[row];
  const guint32 *list;

  *n = *at != VR_NO_PARAGRAPH;
  if (*n == 0 || !(*at & VR_MEMBERS_LISTED))
    return at;

  list = self->members[side].lists + (*at & ~VR_MEMBERS_LISTED);
  *n = list[0];
  return list + 1;
}

/* The first member; there must be one. */
static inline guint32
vr_rows_get_first (const VrRows *self, guint side, guint32 row)
{
  guint32 n;

  return *vr_rows_peek_members (self, side, row, &n);
}

/* Whether it has paragraphs on both sides. */
static inline gboolean
vr_rows_is_paired (const VrRows *self, guint32 row)
{
  return self->kinds[row] != VR_ROW_ADDED && self->kinds[row] != VR_ROW_REMOVED;
}

/* @old_side: the number that the caller's old article has by now. */
static inline gboolean
vr_rows_is_moved (const VrRows *self, guint32 row, guint old_side)
{
  return vr_rows_is_paired (self, row)
         && vr_marks_has (&self->moved, vr_rows_get_first (self, old_side, row));
}

G_END_DECLS
