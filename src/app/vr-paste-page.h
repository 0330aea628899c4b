/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two texts that are in no file, side by side, to be pasted, typed or dropped. */
#pragma once

#include "vr-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrPastePage:
 *
 * Keeps its texts for as long as it lives.
 *
 * Property "filled": whether there are two texts to compare.
 * Signal "trouble" (const char *sentence): a file is no text.
 */
#define VR_TYPE_PASTE_PAGE (vr_paste_page_get_type ())
G_DECLARE_FINAL_TYPE (VrPastePage, vr_paste_page, VR, PASTE_PAGE, GtkWidget)

/** vr_paste_page_add_text: goes where there is none yet, else behind the new one. */
void vr_paste_page_add_text (VrPastePage *self, const char *text);

/** vr_paste_page_set_text: one side's, in place of all that is there; @name may be %NULL. */
void vr_paste_page_set_text (VrPastePage *self, VrSide side, const char *name, const char *text);

/** vr_paste_page_load: the text of @file in place of one side's, once it is read. */
void vr_paste_page_load (VrPastePage *self, VrSide side, GFile *file);

/** vr_paste_page_find_side: where @widget belongs, or %VR_N_SIDES. */
guint vr_paste_page_find_side (VrPastePage *self, GtkWidget *widget);

/** vr_paste_page_take_focus: the keyboard goes to the text that is still to be filled. */
void vr_paste_page_take_focus (VrPastePage *self);

/** vr_paste_page_is_filled: whether there are two; a text that is forgotten is no empty one. */
gboolean vr_paste_page_is_filled (VrPastePage *self);

/** vr_paste_page_is_own: whether there is any text that was typed or pasted and stands nowhere
 * else: in no comparison, and in no file. */
gboolean vr_paste_page_is_own (VrPastePage *self);

/** vr_paste_page_note_kept: @document, which holds its texts, is shown or saved now. */
void vr_paste_page_note_kept (VrPastePage *self, VrDocument *document);

/** vr_paste_page_put_back: @document, from vr_paste_page_dup_document(), in place of all that is
 * there. */
void vr_paste_page_put_back (VrPastePage *self, VrDocument *document);

/** vr_paste_page_dup_document: Returns: (transfer full): both texts, by the names they have. */
VrDocument *vr_paste_page_dup_document (VrPastePage *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
