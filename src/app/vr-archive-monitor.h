/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells when somebody else writes to the reader's archive. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrArchiveMonitor:
 *
 * What is kept or seen again is written as a pack, and a new story as a folder: those two places
 * are watched, not each variant's.  A label alone is not noticed.
 *
 * Signal "changed": something was written and has settled.
 */
#define VR_TYPE_ARCHIVE_MONITOR (vr_archive_monitor_get_type ())
G_DECLARE_FINAL_TYPE (VrArchiveMonitor, vr_archive_monitor, VR, ARCHIVE_MONITOR, GObject)

/** vr_archive_monitor_new: @path: of an archive, which need not be there yet. */
VrArchiveMonitor *vr_archive_monitor_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
