/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which two articles to compare by their addresses: web pages, or a page and a file. */
#pragma once

#include "vr-span.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrAddressAnswer: @files: old, then new; borrowed. */
typedef void (*VrAddressAnswer) (GFile *const files[VR_N_SIDES], GtkWindow *parent);

/**
 * vr_address_dialog_ask:
 * @parent: goes on with what is answered; the dialog goes with it, and holds it not
 * @known: by side, (nullable) elements: what stands in the entries at first
 * @answer: called where the reader goes on, with both
 */
void vr_address_dialog_ask (GtkWindow *parent, GFile *const known[VR_N_SIDES],
                            VrAddressAnswer answer);

G_END_DECLS
