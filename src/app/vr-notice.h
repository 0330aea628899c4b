/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line under the header that stays until it is answered: a sentence, a button, a way to close. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrNotice:
 *
 * Takes no room while it says nothing.  Assistive technology announces it as an alert.
 */
#define VR_TYPE_NOTICE (vr_notice_get_type ())
G_DECLARE_FINAL_TYPE (VrNotice, vr_notice, VR, NOTICE, GtkWidget)

/**
 * vr_notice_say:
 * @icon_name: of a symbolic icon
 * @sentence: what it says, in place of what it said
 * @button: (nullable): the label of its button, with a mnemonic; %NULL for none
 * @action_name: (nullable): what the button does
 */
void vr_notice_say (VrNotice *self, const char *icon_name, const char *sentence, const char *button,
                    const char *action_name);

/** vr_notice_hush: it has nothing to say any more. */
void vr_notice_hush (VrNotice *self);

G_END_DECLS
