/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with a file, in the words of a window: pure formatting. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** vr_trouble_get_heading: Returns: what @error means for whoever wanted to open @file (nullable),
 * a file or a web page; static. */
const char *vr_trouble_get_heading (const GError *error, GFile *file);

/**
 * vr_trouble_dup_sentence:
 * @error: as the core tells it, with the file's whole name and advice for a command line
 * @file: (nullable): what could not be opened, if it is a file or a web page
 *
 * Returns: (transfer full): one sentence that calls @file by its name without its folders
 */
char *vr_trouble_dup_sentence (const GError *error, GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/** vr_trouble_may_pass: whether the same page may well be there a moment later: what the network or
 * its server had, not what the page is. */
gboolean vr_trouble_may_pass (const GError *error);

G_END_DECLS
