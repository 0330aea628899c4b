/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report on all versions of an article tells: plain structs, filled by whoever has them. */
#pragma once

#include "vr-output.h"
#include "vr-progress.h"
#include "vr-report-info.h"
#include "vr-report-summary.h"

G_BEGIN_DECLS

/**
 * VrReportStep:
 * @number: from 1, the oldest; those of a part of a history are what they are in the whole
 * @witness: which version it is
 * @sha256: (nullable): of the version's source, 64 hexadecimal digits
 * @headline: (nullable): in words, how much differs from the version before
 * @words: how many words do
 * @flags: (element-type utf8): in words, what to look twice at: "headline changed"
 * @changes: (element-type utf8): a sentence a change, as vr_report_dup_line() makes it
 * @notes: (element-type utf8): what readers noted about the version, a sentence or more each
 *
 * A version, and what it changed.  All texts are (nullable) and owned.
 */
typedef struct
{
  guint number;
  VrReportWitness witness;
  char *sha256;
  char *headline;
  VrChangedWords words;
  GPtrArray *flags;
  GPtrArray *changes;
  GPtrArray *notes;
} VrReportStep;

/**
 * VrReportHistory:
 * @story, @variant: what the archive calls them
 * @time: (nullable): the one that the report bears, as VrReportInfo has it
 * @steps: (element-type VrReportStep): oldest first
 */
typedef struct
{
  char *story;
  char *variant;
  char *time;
  GPtrArray *steps;
} VrReportHistory;

/** vr_report_history_new: Returns: (transfer full): without a step. */
VrReportHistory *vr_report_history_new (const char *story,
                                        const char *variant) G_GNUC_WARN_UNUSED_RESULT;
void vr_report_history_free (VrReportHistory *self);

/** vr_report_history_add_step: Returns: one more, numbered, for the caller to fill in; borrowed */
VrReportStep *vr_report_history_add_step (VrReportHistory *self);

/** vr_report_history_peek_step: @index: from 0. */
const VrReportStep *vr_report_history_peek_step (const VrReportHistory *self, guint index);

/** vr_report_history_dup_title: Returns: (transfer full): the last headline known, else what the
 * archive calls the variant */
char *vr_report_history_dup_title (const VrReportHistory *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_history_dup_summary: Returns: (transfer full): "12 versions in all; 340 words removed,
 * 512 words added."; translated */
char *vr_report_history_dup_summary (const VrReportHistory *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_history_dup_time: Returns: (transfer full) (nullable): the one that it bears: its
 * own, else when the last version was, as vr_report_dup_time() has it: a clock would tell another
 * time at every run */
GDateTime *vr_report_history_dup_time (const VrReportHistory *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_history_dup_manifest:
 * @format: the name of the report's
 * @made_with: (nullable): libraries and fonts that its bytes depend on
 *
 * What the report was made of: its engine and its versions, each with the SHA-256 of its source,
 * and whatever it tells that the archive may tell otherwise later: names and notes.  It is such
 * JSON as vr_report_dup_manifest() makes.
 *
 * Returns: (transfer full): it, up to and with the comma before the seal
 */
char *vr_report_history_dup_manifest (const VrReportHistory *self, const char *format,
                                      const char *made_with) G_GNUC_WARN_UNUSED_RESULT;

/** VrReportHistoryFunc: writes the whole report; @output keeps what fails, ECANCELED where it was
 * stopped.  @progress, @cancellable: (nullable) */
typedef void (*VrReportHistoryFunc) (const VrReportHistory *history, const VrProgress *progress,
                                     GCancellable *cancellable, VrOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrReportHistory, vr_report_history_free)

G_END_DECLS
