/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted, as a list: each leads to its row, or says that it is gone. */
#pragma once

#include "vr-pair-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** vr_note_list_fill: fills @list with the notes of @plan, in the order of their rows, those
 * without one last; a note activates "win.go-to-note", its button "win.remove-note". */
void vr_note_list_fill (GtkListBox *list, VrPairPlan *plan);

G_END_DECLS
