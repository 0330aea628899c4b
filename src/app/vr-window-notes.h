/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader notes on changes: each note is a step that can be taken back. */
#pragma once

#include "vr-window-private.h"

G_BEGIN_DECLS

/** Adds "edit-note", "remove-note" and "go-to-note". */
void vr_window_add_note_actions (VrWindow *self);

/** Whether a row is selected, on which a note can be written, and no fold. */
gboolean vr_window_has_selected_row (VrWindow *self);

/** The id of what is selected, which holds as long as its texts do; NULL where nothing is; to be
 * freed. */
char *vr_window_dup_selected_row (VrWindow *self);

/** Says how many notes have lost their rows by what is shown now. */
void vr_window_tell_stray_notes (VrWindow *self, guint n_before);

G_END_DECLS
