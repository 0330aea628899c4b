/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of how a side was read, as lists: each thing in them can be undone. */
#pragma once

#include "vr-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrSideList: which lists; a bit set. */
typedef enum
{
  VR_SIDE_LIST_ENCODING = 1 << 0,
  VR_SIDE_LIST_REPAIRS = 1 << 1,
  VR_SIDE_LIST_FURNITURE = 1 << 2,
} VrSideList;

/** vr_side_lists_find: Returns: the lists that have something for @side; that of encodings has
 * where another one could be chosen. */
guint vr_side_lists_find (VrComparison *comparison, VrSide side);

/** vr_side_lists_count_repairs: how many there are and were taken back. */
guint vr_side_lists_count_repairs (VrComparison *comparison, VrSide side);

/**
 * vr_side_lists_new:
 * @lists: VrSideList bits
 * @is_narrow: whether the window is as narrow as a telephone
 *
 * Their buttons activate "win.set-encoding", "win.keep-characters" and "win.set-roles".
 *
 * Returns: (transfer floating): the lists, one below the other, that scroll where they are long
 */
GtkWidget *vr_side_lists_new (VrComparison *comparison, VrSide side, guint lists,
                              gboolean is_narrow);

/** vr_side_lists_new_encodings: Returns: (transfer floating): how the encoding was decided, and a
 * list of others. */
GtkWidget *vr_side_lists_new_encodings (VrComparison *comparison, VrSide side);

G_END_DECLS
