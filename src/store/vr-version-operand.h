/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version that stands in for a file. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/**
 * vr_version_read_operand:
 * @path: (nullable): the folder of the archive, else the user's own
 * @word: as vr_version_resolve() takes it, without "archive:" in front
 * @name: (out) (transfer full): what to call it: "story/variant@3", or the id where it was called
 *   by that
 *
 * Reads the bytes that a version was read from; may run in any thread.  Fails with one sentence.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *vr_version_read_operand (const char *path, const char *word, char **name,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
