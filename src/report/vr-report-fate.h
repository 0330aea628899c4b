/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a row as a whole, in words; translated. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/** vr_report_dup_kind: Returns: (transfer full): e.g. "split into 2 paragraphs, moved up 1 place".
 */
char *vr_report_dup_kind (const VrComparison *comparison, guint row) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_moved_to:
 * @isolates: see vr_report_dup_cue()
 *
 * Returns: (transfer full): where a moved row stands now, for its old place: "moved down 6 places,
 *   after “But it is their …”"
 */
char *vr_report_dup_moved_to (const VrComparison *comparison, guint row,
                              gboolean isolates) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_dup_moved_from: the same the other way round: "…, was after “But it is their …”". */
char *vr_report_dup_moved_from (const VrComparison *comparison, guint row,
                                gboolean isolates) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
