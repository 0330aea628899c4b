/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles, encodings and repairs in words: pure formatting, as in vr-closures.h. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/** vr_role_words_dup_reason: Returns: (transfer full): what a paragraph is and what tells so:
 * "Navigation: many short links and little text". */
char *vr_role_words_dup_reason (const VrComparison *comparison, VrSide side,
                                guint32 paragraph) G_GNUC_WARN_UNUSED_RESULT;

/** vr_role_words_dup_decision: Returns: (transfer full): what the reader decided: "Paragraph 4 of
 * the new article: Caption". */
char *vr_role_words_dup_decision (const VrRoleChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

/** vr_role_words_dup_step: Returns: (transfer full): what was done with @n paragraphs, which are a
 * @role now, for a toast; with %VR_N_ROLES they were put back. */
char *vr_role_words_dup_step (guint role, guint n) G_GNUC_WARN_UNUSED_RESULT;

/** vr_role_words_get_decided: what told an encoding, as a sentence; @decided_by as
 * vr_text_get_decided_by() has it; static. */
const char *vr_role_words_get_decided (const char *decided_by);

/** vr_role_words_dup_repairs: Returns: (transfer full): "2 repairs". */
char *vr_role_words_dup_repairs (guint n) G_GNUC_WARN_UNUSED_RESULT;

/** vr_role_words_dup_date: Returns: (transfer full): a date of ISO 8601, as exact as it is, as
 * people write it; anything else as it is. */
char *vr_role_words_dup_date (const char *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
