/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version that stands in for a file. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/**
 * VrVersionFacts:
 * @name: what to call it: "story/variant@3", or the id where it was called by that
 * @commit: its whole id
 * @author: whose version it is
 * @time: when it was published, or kept, in ISO 8601 with its zone
 * @format: what it was read from, as VrReading has it
 * @encoding: (nullable): how its bytes are to be read again, where they do not tell it themselves
 *
 * What is known of a version besides its bytes; all %NULL at first, ends with
 * vr_version_facts_clear().
 */
typedef struct
{
  char *name;
  char *commit;
  char *author;
  char *time;
  char *format;
  char *encoding;
} VrVersionFacts;

void vr_version_facts_clear (VrVersionFacts *self);

/**
 * vr_version_read_operand:
 * @path: (nullable): the folder of the archive, else the user's own
 * @word: as vr_version_resolve() takes it, without "archive:" in front
 * @facts: the caller's, all %NULL at first
 *
 * Reads the bytes that a version was read from; may run in any thread.  Fails with one sentence.
 *
 * Returns: (transfer full): the bytes
 */
GBytes *vr_version_read_operand (const char *path, const char *word, VrVersionFacts *facts,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrVersionFacts, vr_version_facts_clear)

G_END_DECLS
