/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive in threads: what the window asks of it, each job with an archive of its own. */
#pragma once

#include "vr-document.h"
#include "vr-snapshot.h"
#include "vr-variant-titles.h"
#include "vr-version.h"
#include "vr-version-place.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrStoreVariant:
 * @name: "story/variant"
 * @folded: the same as it is searched in: case and accents' forms left out of account
 */
typedef struct
{
  char *name;
  char *folded;
} VrStoreVariant;

/**
 * VrVersionPair: two versions of one variant, by number and id; all borrowed.
 * @versions: (nullable): all versions of the variant
 * @ids: (nullable) elements: found by the number where %NULL
 * @place: where their comparison is to begin
 */
typedef struct
{
  const char *name;
  GArray *versions;
  guint numbers[VR_N_SIDES];
  const char *ids[VR_N_SIDES];
  VrVersionPlace place;
} VrVersionPair;

/** vr_store_task_is_version: whether @source is one that vr_store_task_read_pair() made: a version
 * of the archive, which is nobody's own work; also of a document that was saved and opened again.
 */
gboolean vr_store_task_is_version (const VrSource *source);

/** VrStoreKept: what became of each side: %VR_SNAPSHOT_FAILED where it was not to be kept. */
typedef struct
{
  VrSnapshotResult results[VR_N_SIDES];
} VrStoreKept;

/*
 * Each function starts a job and returns at once; @callback runs on the main thread, with @source,
 * and hands the answer over through the function of the same name with `_finish`.  A job opens the
 * reader's own archive in its thread and sees nothing of the window; nothing of libgit2 runs before
 * the first job.  Whoever cancels @cancellable gets %G_IO_ERROR_CANCELLED, whatever came of it, so
 * that an answer that is not wanted any more is told from one that is.  Other errors are one
 * sentence.
 */

/** vr_store_task_list_variants: all of them; none where there is no archive yet. */
void vr_store_task_list_variants (GObject *source, GCancellable *cancellable,
                                  GAsyncReadyCallback callback);
/** vr_store_task_list_variants_finish: Returns: (transfer full) (element-type VrStoreVariant): in
 * the order of their names */
GArray *vr_store_task_list_variants_finish (GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VrStoreListed: what is told beside a variant's versions
 * @stamp: see vr_variant_dup_stamp(); of the moment before they were listed
 * @titles: as the last version has them
 * @n_most_words: how many words the largest change has of those that are kept with their version
 *
 * Ends with vr_store_listed_clear().  All is unset where nothing is new, but for the stamp.
 */
typedef struct
{
  char *stamp;
  VrVariantTitles titles;
  guint64 n_most_words;
} VrStoreListed;

void vr_store_listed_clear (VrStoreListed *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrStoreListed, vr_store_listed_clear)

/** vr_store_task_list_versions: @name: "story/variant"; copied.  @stamp: (nullable): with which
 * they are known already. */
void vr_store_task_list_versions (GObject *source, const char *name, const char *stamp,
                                  GCancellable *cancellable, GAsyncReadyCallback callback);
/**
 * vr_store_task_list_versions_finish:
 * @listed: (out): to be cleared
 *
 * Returns: (transfer full) (element-type VrVersion): oldest first, as vr_version_list(); %NULL
 *   without an error where nothing is new since the stamp
 */
GArray *vr_store_task_list_versions_finish (GAsyncResult *result, VrStoreListed *listed,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_store_task_drop_versions: @versions: (transfer full) (element-type VrVersion): given up; in a
 * thread, as a hundred thousand take longer than the window may stand still. */
void vr_store_task_drop_versions (GArray *versions);

/**
 * vr_store_task_read_pair:
 * @pair: copied
 * @options: (nullable): how they are to be compared; paragraphs are as they were kept
 *
 * Makes a document of two versions that holds their texts.
 */
void vr_store_task_read_pair (GObject *source, const VrVersionPair *pair, const VrOptions *options,
                              GCancellable *cancellable, GAsyncReadyCallback callback);
/** vr_store_task_read_pair_finish: Returns: (transfer full): the document */
VrDocument *vr_store_task_read_pair_finish (GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_store_task_keep:
 * @comparison: what became of @document
 * @story: a title or slug
 * @variants: by side, (nullable) elements: a title or slug each; %NULL for one not to be kept
 *
 * Keeps the articles of a comparison as they were read, the old one first, in an archive that is
 * made where there is none.  Where the second fails, the first stays kept.
 */
void vr_store_task_keep (GObject *source, VrDocument *document, VrComparison *comparison,
                         const char *story, const char *const variants[VR_N_SIDES],
                         GCancellable *cancellable, GAsyncReadyCallback callback);
/** vr_store_task_keep_finish: @kept: (out).  Returns: %FALSE where one could not be kept */
gboolean vr_store_task_keep_finish (GAsyncResult *result, VrStoreKept *kept, GError **error);

G_END_DECLS
