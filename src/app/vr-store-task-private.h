/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the jobs on the archive share; in their threads only. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/** vr_store_task_open_archive: the reader's own; fails as vr_archive_open(). */
VrArchive *vr_store_task_open_archive (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
