/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the archive's jobs share. */
#pragma once

#include "vr-store-task.h"

G_BEGIN_DECLS

/** The reader's own archive, for the thread that asks. */
VrArchive *vr_store_task_open_archive (GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
