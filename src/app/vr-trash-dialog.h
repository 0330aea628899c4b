/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was thrown away: seen, restored, or erased for good. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VrTrashDialog:
 *
 * Signal "restore" (const char *name): the reader wants that variant, "story/variant", back.
 * Signal "empty" (): the reader wants all erased, and was told that this is final.
 */
#define VR_TYPE_TRASH_DIALOG (vr_trash_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VrTrashDialog, vr_trash_dialog, VR, TRASH_DIALOG, AdwWindow)

/** vr_trash_dialog_new: reads what is in the trash. */
VrTrashDialog *vr_trash_dialog_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

/** vr_trash_dialog_refresh: reads it anew. */
void vr_trash_dialog_refresh (VrTrashDialog *self);

/** vr_trash_dialog_set_busy: nothing can be asked for while something is done. */
void vr_trash_dialog_set_busy (VrTrashDialog *self, gboolean is_busy);

/** vr_trash_dialog_tell: @sentence: (nullable): why something could not be done. */
void vr_trash_dialog_tell (VrTrashDialog *self, const char *sentence);

G_END_DECLS
