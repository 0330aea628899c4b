/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text that is in no file: its name, the text itself, ways to fill and to empty it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrPastePanel:
 *
 * A text with a line that is too long to be laid out in a moment is held as it is and shown by its
 * beginning; it can be compared and cleared, not edited.
 *
 * Property "heading": what stands above it.
 * Property "placeholder": what stands in it while it is empty.
 * Property "filled": whether there is any text.
 * Signal "trouble" (const char *sentence): a file is no text.
 */
#define VR_TYPE_PASTE_PANEL (vr_paste_panel_get_type ())
G_DECLARE_FINAL_TYPE (VrPastePanel, vr_paste_panel, VR, PASTE_PANEL, GtkWidget)

/** vr_paste_panel_insert: @text comes where the cursor is, in place of what is selected. */
void vr_paste_panel_insert (VrPastePanel *self, const char *text);

/** vr_paste_panel_set_text: @text in place of all; @name may be %NULL. */
void vr_paste_panel_set_text (VrPastePanel *self, const char *name, const char *text);

/** vr_paste_panel_load: the text of @file in place of all, once it is read. */
void vr_paste_panel_load (VrPastePanel *self, GFile *file);

/** vr_paste_panel_get_name: what the reader calls it, "" for nothing; borrowed. */
const char *vr_paste_panel_get_name (VrPastePanel *self);

/** vr_paste_panel_dup_text: Returns: (transfer full): UTF-8. */
GBytes *vr_paste_panel_dup_text (VrPastePanel *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_paste_panel_take_focus: the keyboard goes to the text. */
void vr_paste_panel_take_focus (VrPastePanel *self);

/** vr_paste_panel_set_own: whether its text stands nowhere else; so it is once it was changed,
 * until it is set. */
void vr_paste_panel_set_own (VrPastePanel *self, gboolean is_own);
/** vr_paste_panel_is_own: whether there is such a text. */
gboolean vr_paste_panel_is_own (VrPastePanel *self);

gboolean vr_paste_panel_is_filled (VrPastePanel *self);

G_END_DECLS
