/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a variant as the archive has them: listed, named and read. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/** VR_VERSION_ID_BYTES: a commit's id as text, with its NUL. */
#define VR_VERSION_ID_BYTES 41

/** VR_VERSION_TRAILER: how the lines of a message begin that are for programs
 * (git-interpret-trailers). */
#define VR_VERSION_TRAILER "Variorum-"

/**
 * VrVersion:
 * @id: the commit's; never changes
 * @number: from 1, the oldest; for display, as another's versions may come between
 * @published: author's time, in its zone
 * @retrieved: committer's time, in its zone
 * @summary: the first line of what changed, in words
 * @seen: (nullable): when it was last seen again
 * @labels: (nullable) (element-type utf8): in byte order
 * @trailers: (nullable): the lines of its message's last paragraph, where that begins with
 *   %VR_VERSION_TRAILER: what is kept with a version for programs
 */
typedef struct
{
  char id[VR_VERSION_ID_BYTES];
  guint number;
  GDateTime *published;
  GDateTime *retrieved;
  char *summary;
  GDateTime *seen;
  GPtrArray *labels;
  char *trailers;
} VrVersion;

/**
 * vr_version_list:
 * @name: "story/variant", or that of a saved comparison, "story/name.variorum"
 *
 * All versions, also those that another person's history brought.  Fails with %VR_ERROR_NOT_FOUND
 * where there is no such variant, and as vr_archive_open() does.
 *
 * Returns: (transfer full) (element-type VrVersion): oldest first
 */
GArray *vr_version_list (VrArchive *archive, const char *name,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_version_resolve:
 * @text: "story/variant" or "story/name.variorum", then nothing or "@latest", "@3", "@2014-04-16"
 * (the last one retrieved until that day's end, or that very moment in ISO 8601), "@LABEL", "@ID";
 * or the id of a commit, of seven digits at least
 *
 * Returns: (transfer full): the id of the commit; fails with %VR_ERROR_NOT_FOUND, one sentence
 */
char *vr_version_resolve (VrArchive *archive, const char *text,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_version_dup_variant:
 * @text: as for vr_version_resolve(), which found @id
 *
 * Returns: (transfer full): the "story/variant" that version @id is of: what @text begins with, or
 *   the branch that a commit named by its id alone stands on; fails with %VR_ERROR_NOT_FOUND
 */
char *vr_version_dup_variant (VrArchive *archive, const char *text, const char *id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_resolve_last: the same for @name, a "story/variant"; %NULL without an error where it
 * has no version yet.  Takes no longer for a long history. */
char *vr_version_resolve_last (VrArchive *archive, const char *name,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_find_last: the same, but fails with %VR_ERROR_NOT_FOUND, one sentence, where there is
 * no such variant. */
char *vr_version_find_last (VrArchive *archive, const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_version_read_text: Returns: (transfer full): `article.md` of version @id; fails with
 * %VR_ERROR_INVALID for a saved comparison. */
GBytes *vr_version_read_text (VrArchive *archive, const char *id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/** vr_version_read_metadata: Returns: (transfer full): `article.json` of version @id. */
GBytes *vr_version_read_metadata (VrArchive *archive, const char *id,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
/** vr_version_read_source: Returns: (transfer full): the bytes that version @id was read from; of a
 * saved comparison the whole of it. */
GBytes *vr_version_read_source (VrArchive *archive, const char *id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
