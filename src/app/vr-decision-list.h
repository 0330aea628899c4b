/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand, as a list: each can be taken back. */
#pragma once

#include "vr-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vr_decision_list_fill:
 *
 * Fills @list with the overrides of @comparison: pairs in the order of the old article, whose
 * buttons activate "win.undecide", then roles, whose buttons activate "win.undecide-role".
 */
void vr_decision_list_fill (GtkListBox *list, VrComparison *comparison);

G_END_DECLS
