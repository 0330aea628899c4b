/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when a file that is compared changes on disk. */
#pragma once

#include "vr-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrSourceMonitor:
 *
 * Watches the files of a document that are read from disk, until it is gone itself.  It speaks
 * once the file has been left alone for a moment, so that an editor that writes a new file and
 * renames it is heard once, and not at all where the file is as it was.
 *
 * Signal "changed" (guint side): the file is another than when it was last looked at.
 */
#define VR_TYPE_SOURCE_MONITOR (vr_source_monitor_get_type ())
G_DECLARE_FINAL_TYPE (VrSourceMonitor, vr_source_monitor, VR, SOURCE_MONITOR, GObject)

/** VrSourceState: what a file is to what was read of it. */
typedef enum
{
  VR_SOURCE_AS_READ,
  VR_SOURCE_CHANGED,
  VR_SOURCE_GONE,
} VrSourceState;

/**
 * vr_source_monitor_new:
 * @before: by side, (nullable) elements: where the side is not read anew, who saw when it was read
 *
 * To be made when the files are about to be read: what they become from then on is a change.
 */
VrSourceMonitor *
vr_source_monitor_new (VrDocument *document,
                       VrSourceMonitor *const before[VR_N_SIDES]) G_GNUC_WARN_UNUSED_RESULT;

VrSourceState vr_source_monitor_get_state (VrSourceMonitor *self, VrSide side);

G_END_DECLS
