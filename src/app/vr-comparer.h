/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows versions of which two can be compared. */
#pragma once

#include "vr-store-task.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrComparer:
 *
 * The library, its other side and the views on that have this in common, so that each can hand on
 * what the one inside it tells.
 *
 * Property "comparable": whether there are two versions to compare.
 * Signal "compare" (VrVersionPair *pair): the reader wants to see them.
 */
#define VR_TYPE_COMPARER (vr_comparer_get_type ())
G_DECLARE_DERIVABLE_TYPE (VrComparer, vr_comparer, VR, COMPARER, GtkWidget)

/**
 * VrComparerClass:
 * @can_compare: (nullable): what "comparable" says; never where %NULL
 * @compare: (nullable): ends in vr_comparer_emit(); asked for only where it can
 */
struct _VrComparerClass
{
  GtkWidgetClass parent_class;

  gboolean (*can_compare) (VrComparer *self);
  void (*compare) (VrComparer *self);
};

gboolean vr_comparer_can_compare (VrComparer *self);
/** vr_comparer_compare: the two that "comparable" speaks of, if there are any. */
void vr_comparer_compare (VrComparer *self);

/*
 * For those that are one; in a template both serve as handlers of another's signals, swapped.
 */

/** vr_comparer_update: "comparable" may be another. */
void vr_comparer_update (VrComparer *self);
/** vr_comparer_emit: the reader wants to see @pair. */
void vr_comparer_emit (VrComparer *self, const VrVersionPair *pair);

G_END_DECLS
