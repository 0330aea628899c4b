/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which versions a phrase stands: where it appeared, vanished and came back. */
#pragma once

#include "vr-progress.h"
#include "vr-version-text.h"

G_BEGIN_DECLS

/**
 * VrFoundVersion:
 * @number: from 1, as vr_version_list() counts; 0 for none
 * @id: the version's
 * @published, @zone_minutes: as in VrVersionText
 */
typedef struct
{
  guint number;
  char id[VR_VERSION_ID_BYTES];
  gint64 published;
  int zone_minutes;
} VrFoundVersion;

/**
 * VrFoundSpan: versions, one after the other, that have the phrase
 * @first: where it appeared, or came back
 * @last: the last one that has it
 * @vanished: the one behind; its number is 0 where @last is the variant's last version
 */
typedef struct
{
  VrFoundVersion first;
  VrFoundVersion last;
  VrFoundVersion vanished;
} VrFoundSpan;

/**
 * VrFoundVariant:
 * @name: "story/variant"
 * @n_versions: how many it has
 * @spans: the oldest first, at least one
 */
typedef struct
{
  char *name;
  guint n_versions;
  guint n_spans;
  VrFoundSpan *spans;
} VrFoundVariant;

/** VrHistorySearch: immutable, atomically ref-counted; may be read by any number of threads. */
typedef struct _VrHistorySearch VrHistorySearch;

/**
 * vr_history_search_new:
 * @archive: of this thread; not needed any more afterwards
 * @phrase: found as VrPattern finds it in a paragraph
 * @name: (nullable): a "story/variant", or all
 * @progress: (nullable): told how far bringing the index up to date is
 *
 * Looks into all versions through an index, the archive's file %VR_HISTORY_INDEX_NAME.  It is made
 * where it is missing, brought up to date where there are new versions, and made anew where it is
 * broken; where it cannot be written, one in memory does.  All in it comes from the archive.
 *
 * Fails with %VR_ERROR_NOT_FOUND for a @name that is not there, %VR_ERROR_INVALID for a phrase
 * that has nothing to look for, as vr_version_list() does, and when cancelled.
 *
 * Returns: (transfer full): what was found
 */
VrHistorySearch *vr_history_search_new (VrArchive *archive, const char *phrase, const char *name,
                                        const VrProgress *progress, GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

VrHistorySearch *vr_history_search_ref (VrHistorySearch *self);
void vr_history_search_unref (VrHistorySearch *self);

/** vr_history_search_peek_variants: those that have the phrase, by name; @n of them; borrowed. */
const VrFoundVariant *vr_history_search_peek_variants (const VrHistorySearch *self, guint *n);

/** VR_HISTORY_INDEX_NAME: what the index is called in the archive's folder. */
#define VR_HISTORY_INDEX_NAME "variorum-index.sqlite"

/**
 * vr_history_forget_index:
 *
 * Removes the index, which the next search makes anew: for whoever erases a version for good.
 */
void vr_history_forget_index (VrArchive *archive);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrHistorySearch, vr_history_search_unref)

G_END_DECLS
