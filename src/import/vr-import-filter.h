/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a process that reads a file of unknown origin may ask of the system, and how much of it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_import_limits_set: from here on this process has a bounded amount of memory, its libraries
 * included, and of time, opens no file and writes none. */
void vr_import_limits_set (void);

/**
 * vr_import_filter_install:
 *
 * From here on this process can read and write what is open already, ask for memory, and end; all
 * else that it asks of the system fails with EACCES (Linux: seccomp, a list of what is allowed).
 *
 * Returns: %FALSE where the system has no such filter, or none for this processor
 */
gboolean vr_import_filter_install (void);

G_END_DECLS
