/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was last said of a variant besides its versions: its titles, and labels taken away; for
 * src/store only. */
#pragma once

#include "vr-archive-private.h"

G_BEGIN_DECLS

/** Where it stands: `refs/records/STORY/VARIANT`, a text with a line for each matter: how often it
 * was said, the matter, what was said, with tabs between. */
#define VR_RECORDS "refs/records/"

/**
 * VrRecordLine:
 * @count: how often it was said
 * @words: what was said last; owned
 */
typedef struct
{
  guint64 count;
  char *words;
} VrRecordLine;

/** vr_record_read: Returns: (transfer full) (element-type utf8 VrRecordLine): by matter */
GHashTable *vr_record_read (VrArchive *archive, const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/** vr_record_read_thrown: the same of one in the trash. */
GHashTable *vr_record_read_thrown (VrArchive *archive, const char *name,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_record_set: says @words of @matter, of variant @name, durably; white space in both becomes
 * spaces.  Under the archive's lock. */
gboolean vr_record_set (VrArchive *archive, const char *name, const char *matter, const char *words,
                        GError **error);

/**
 * vr_record_join:
 * @other: another archive's record, a blob
 *
 * Of each matter the line said more often stays, of two that were said as often the greater, so
 * that both ends keep the same whatever their clocks tell.  Durable; under the archive's lock.
 */
gboolean vr_record_join (VrArchive *archive, const char *name, const git_oid *other,
                         GError **error);

G_END_DECLS
