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
 * Signal "changed" (guint side, gboolean is_gone): the file has other contents, or is not there.
 */
#define VR_TYPE_SOURCE_MONITOR (vr_source_monitor_get_type ())
G_DECLARE_FINAL_TYPE (VrSourceMonitor, vr_source_monitor, VR, SOURCE_MONITOR, GObject)

VrSourceMonitor *vr_source_monitor_new (VrDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
