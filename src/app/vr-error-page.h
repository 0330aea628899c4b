/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window shows where there is nothing to compare: one sentence, one button that helps. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define VR_TYPE_ERROR_PAGE (vr_error_page_get_type ())
G_DECLARE_FINAL_TYPE (VrErrorPage, vr_error_page, VR, ERROR_PAGE, GtkWidget)

/**
 * vr_error_page_set_error:
 * @error: what the core says of it
 * @file: (nullable): what could not be opened, if it is a file
 * @recent_key: (nullable): of the card that was opened, which the reader may want to forget
 */
void vr_error_page_set_error (VrErrorPage *self, const GError *error, GFile *file,
                              const char *recent_key);

/** vr_error_page_take_focus: the keyboard goes to the button that helps. */
void vr_error_page_take_focus (VrErrorPage *self);

G_END_DECLS
