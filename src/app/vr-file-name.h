/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a file. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vr_file_name_dup:
 *
 * Returns: (transfer full): the name of @file without its folders, to be shown; its address where
 * it has none, that of a web page without https://
 */
char *vr_file_name_dup (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/** vr_file_name_suggest: Returns: (transfer full): what to call a file about something called
 * @title, without what a file system or a shell would stumble over, and with @suffix. */
char *vr_file_name_suggest (const char *title, const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
