/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label of running text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * vr_wrapped_label_new:
 * @text: no markup
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that begins where its lines do, and breaks them, in a word
 *   if need be
 */
GtkWidget *vr_wrapped_label_new (const char *text, const char *css_class);

G_END_DECLS
