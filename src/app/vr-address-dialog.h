/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which two articles to compare by their addresses: web pages, or a page and a file. */
#pragma once

#include "vr-span.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrAddressAnswer: @files: old, then new; borrowed. */
typedef void (*VrAddressAnswer) (GFile *const files[VR_N_SIDES], gpointer data);

/**
 * vr_address_dialog_ask:
 * @known: by side, (nullable) elements: what stands in the entries at first
 * @answer: called where the reader goes on, with both
 * @data: (transfer full): for it, freed by @free_data once the dialog is gone
 */
void vr_address_dialog_ask (GtkWindow *parent, GFile *const known[VR_N_SIDES],
                            VrAddressAnswer answer, gpointer data, GDestroyNotify free_data);

G_END_DECLS
