/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the paragraphs of a row are to their articles, in words; translated. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** vr_report_get_row_role: that of the row's first paragraph, of the new side where it has one. */
VrRole vr_report_get_row_role (const VrComparison *comparison, guint row);

/** vr_report_get_side_role: (nullable): the untranslated name of the role that the row's first
 * paragraph of @side has; %NULL where it has none; static. */
const char *vr_report_get_side_role (const VrComparison *comparison, guint row, VrSide side);

/** vr_report_get_role_words: what a role is called inside of a sentence; static. */
const char *vr_report_get_role_words (VrRole role);

/**
 * vr_report_dup_role:
 * @explain: whether it is told why, which is told of furniture anyway
 *
 * Returns: (transfer full) (nullable): "caption", or "caption: a credit ends it"; %NULL for body
 */
char *vr_report_dup_role (const VrComparison *comparison, guint row,
                          gboolean explain) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_peek_role_reason: (nullable): what told the role of a paragraph, untranslated; %NULL
 * where the comparison or the reader gave it another one. */
const char *vr_report_peek_role_reason (const VrComparison *comparison, VrSide side, guint index);

/**
 * vr_report_list_repairs:
 *
 * Returns: (transfer full) (element-type utf8): a line on each repair, those of the old side first:
 *   what stood there, what stands there now, what it had been read as, and where
 */
GPtrArray *vr_report_list_repairs (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
