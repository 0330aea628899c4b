/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report on all versions of a variant tells, from the archive. */
#pragma once

#include "vr-archive.h"
#include "vr-progress.h"
#include "vr-report-history.h"

G_BEGIN_DECLS

/** VrHistoryRange: ids of the first and the last version that are told; %NULL for those of the
 * variant. */
typedef struct
{
  const char *from;
  const char *to;
} VrHistoryRange;

/**
 * vr_history_report_new:
 * @archive: of this thread
 * @name: "story/variant"
 * @progress, @cancellable: (nullable)
 *
 * Compares every version told with the one before, that of the first one told as well where there
 * is one: about a millisecond for a version of an article.  Fails as vr_version_list() does, with
 * %VR_ERROR_INVALID where @range ends before it begins, and where a text cannot be read.
 *
 * Returns: (transfer full): the history
 */
VrReportHistory *vr_history_report_new (VrArchive *archive, const char *name, VrHistoryRange range,
                                        const VrProgress *progress, GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
