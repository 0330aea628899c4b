/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks under which story and variants the articles shown are kept. */
#pragma once

#include "vr-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VrSnapshotDialog:
 *
 * Signal "keep" (const char *story, const char *old_variant, const char *new_variant): the reader
 *   said so; a variant is %NULL for an article that is not to be kept.  The dialog closes.
 */
#define VR_TYPE_SNAPSHOT_DIALOG (vr_snapshot_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VrSnapshotDialog, vr_snapshot_dialog, VR, SNAPSHOT_DIALOG, AdwWindow)

/**
 * vr_snapshot_dialog_new:
 * @titles: of the articles; the new one's names the story at first
 * @variants: what each is called at first
 *
 * Reads what is kept already, to complete what is typed.
 */
VrSnapshotDialog *
vr_snapshot_dialog_new (GtkWindow *parent, const char *const titles[VR_N_SIDES],
                        const char *const variants[VR_N_SIDES]) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
