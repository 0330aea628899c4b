/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows where there is nothing to compare: one sentence, one button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_ERROR_PAGE (vr_error_page_get_type ())
G_DECLARE_FINAL_TYPE (VrErrorPage, vr_error_page, VR, ERROR_PAGE, GtkWidget)

/** vr_error_page_set_sentence: what went wrong, with the file's name. */
void vr_error_page_set_sentence (VrErrorPage *self, const char *sentence);

G_END_DECLS
