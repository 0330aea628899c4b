/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of what became of a phrase, under its variant where that begins. */
#pragma once

#include "vr-phrase-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** vr_phrase_row_new: Returns: (transfer floating): an empty row */
GtkWidget *vr_phrase_row_new (void);

/** vr_phrase_row_set_item: shows @item, in the list's own widget around the row too. */
void vr_phrase_row_set_item (GtkWidget *row, VrPhraseItem *item);

G_END_DECLS
