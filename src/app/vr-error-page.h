/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows where there is nothing to compare: one sentence, one button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_ERROR_PAGE (vr_error_page_get_type ())
G_DECLARE_FINAL_TYPE (VrErrorPage, vr_error_page, VR, ERROR_PAGE, GtkWidget)

/**
 * vr_error_page_set_error:
 * @error: one sentence that names the file
 * @recent_key: (nullable): of the card that was opened, which the reader may want to forget
 */
void vr_error_page_set_error (VrErrorPage *self, const GError *error, const char *recent_key);

G_END_DECLS
