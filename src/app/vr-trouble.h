/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with a file, in the words of a window: pure formatting. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** vr_trouble_get_heading: Returns: what @error means for whoever wanted to open a file; static. */
const char *vr_trouble_get_heading (const GError *error);

/**
 * vr_trouble_dup_sentence:
 * @error: as the core tells it, with the file's whole name and advice for a command line
 * @file: (nullable): what could not be opened, if it is a file
 *
 * Returns: (transfer full): one sentence that calls @file by its name without its folders
 */
char *vr_trouble_dup_sentence (const GError *error, GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
