/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a timeline: a version's number, what changed, when, its labels and its mark. */
#pragma once

#include "vr-history-flags.h"
#include "vr-version.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrVersionRow: Signal "toggled": the reader marked it, or took its mark away, by the pointer. */
#define VR_TYPE_VERSION_ROW (vr_version_row_get_type ())
G_DECLARE_FINAL_TYPE (VrVersionRow, vr_version_row, VR, VERSION_ROW, GtkWidget)

GtkWidget *vr_version_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_row_set_version: @version: (nullable): shown from now on; not kept. */
void vr_version_row_set_version (VrVersionRow *self, const VrVersion *version, gboolean is_marked);

/**
 * vr_version_row_set_flags:
 * @version: the one shown
 * @flags: (nullable): as far as they are known
 * @longest: how many words fill the whole bar
 */
void vr_version_row_set_flags (VrVersionRow *self, const VrVersion *version,
                               const VrVersionFlags *flags, guint64 longest);

/** vr_version_row_get_number: of the version shown, or 0. */
guint vr_version_row_get_number (VrVersionRow *self);

G_END_DECLS
