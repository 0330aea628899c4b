/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of an article put into the archive. */
#pragma once

#include "vr-archive.h"
#include "vr-article.h"

G_BEGIN_DECLS

/**
 * VrSnapshot:
 * @story, @variant: titles or slugs
 * @article: as it was read
 * @source: the bytes that it was read from
 * @source_name: path or URL
 * @retrieved: (nullable): when it was got: the committer's time; %NULL for the moment when it is
 * its turn to be written, so that of several who write at once nobody is earlier than the one
 * before
 * @published: (nullable): when it came out: the author's time, else @retrieved
 *
 * @author: (nullable): "Name <address>", else whoever runs the program
 *
 * What is to be kept; all borrowed.
 */
typedef struct
{
  const char *story;
  const char *variant;
  const VrArticle *article;
  GBytes *source;
  const char *source_name;
  GDateTime *retrieved;
  GDateTime *published;
  const char *author;
} VrSnapshot;

/**
 * VrSnapshotResult:
 * @VR_SNAPSHOT_FAILED: an error is set, nothing was changed
 * @VR_SNAPSHOT_WRITTEN: there is a new version
 * @VR_SNAPSHOT_SEEN: the last version has this very text; that it was seen again is noted
 * @VR_SNAPSHOT_OVERTAKEN: the last version is another by now, nothing was changed
 */
typedef enum
{
  VR_SNAPSHOT_FAILED,
  VR_SNAPSHOT_WRITTEN,
  VR_SNAPSHOT_SEEN,
  VR_SNAPSHOT_OVERTAKEN,
} VrSnapshotResult;

/** vr_snapshot_dup_text: `article.md`: each paragraph a line. */
char *vr_snapshot_dup_text (const VrArticle *article, gsize *n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_snapshot_write:
 * @before: (nullable): the id of the last version, which @message was made for; %NULL for the first
 * @message: the commit's: what changed, in words
 * @id: (out) (transfer full): the version written, or the one seen again
 *
 * When it returns, what it says is on the disk.
 */
VrSnapshotResult vr_snapshot_write (VrArchive *archive, const VrSnapshot *self, const char *before,
                                    const char *message, char **id,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VrSnapshotNext:
 * @snapshot: (out): the next version; what it borrows stays until the next call
 * @message: (out): the commit's
 *
 * Returns: whether there is one; %FALSE at the end, and with @error set on trouble
 */
typedef gboolean (*VrSnapshotNext) (gpointer data, VrSnapshot *snapshot, const char **message,
                                    GError **error);

/**
 * vr_snapshot_write_series:
 * @name: "story/variant", which must not be there yet
 * @n_versions: (out): how many were written; a text that the one before has brings none
 *
 * Writes all versions of a variant at once: none of them is there before all are, and their packs
 * are large.  Nobody else writes meanwhile.  Fails with %VR_ERROR_INVALID where the variant is
 * there already or @next has nothing, and as @next and vr_snapshot_write() do.
 */
gboolean vr_snapshot_write_series (VrArchive *archive, const char *name, VrSnapshotNext next,
                                   gpointer data, guint *n_versions, GError **error);

G_END_DECLS
