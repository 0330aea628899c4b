/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report carries so that others can check it: data/variorum-manifest-1.schema.json. */
#pragma once

#include "vr-json-writer.h"
#include "vr-report.h"

G_BEGIN_DECLS

/** VR_MANIFEST_SCHEMA: how every manifest begins, so that it is found in a file of any format. */
#define VR_MANIFEST_SCHEMA "variorum-manifest/1"
#define VR_MANIFEST_START "{\"schema\":\"" VR_MANIFEST_SCHEMA "\""

/** VR_MANIFEST_HISTORY_SCHEMA: the same for a report on all versions of a variant. */
#define VR_MANIFEST_HISTORY_SCHEMA "variorum-history-manifest/1"
#define VR_MANIFEST_HISTORY_START "{\"schema\":\"" VR_MANIFEST_HISTORY_SCHEMA "\""

/** VR_MANIFEST_SEAL: what stands before the seal's 64 hexadecimal digits. */
#define VR_MANIFEST_SEAL "\"seal\":\"sha256:"

/** VR_MANIFEST_ZEROS: what stands for the digits of either seal while the file is summed. */
#define VR_MANIFEST_QUICK_ZEROS "00000000000000000000000000000000"
#define VR_MANIFEST_ZEROS VR_MANIFEST_QUICK_ZEROS VR_MANIFEST_QUICK_ZEROS

/** VR_MANIFEST_QUICK_SEAL: the same for a file summed by XXH3-128, with 32 digits. */
#define VR_MANIFEST_QUICK_SEAL "\"seal\":\"xxh128:"

/**
 * vr_report_dup_manifest:
 * @format: the report's
 *
 * The manifest without its end: engine, settings, sources with their SHA-256, notes, figures, and
 * the SHA-256 of all that the comparison found, but where @format has the whole of that itself.  It
 * is JSON in ASCII without <, > and &, so that no format has to escape it.
 *
 * Returns: (transfer full): it, up to and with the comma before the seal, or before what a manifest
 *   in a file of its own tells of the report
 */
char *vr_report_dup_manifest (const VrReportFormat *format, const VrComparison *comparison,
                              const VrReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_manifest_write:
 * @suffix: what the file ends with, behind the manifest
 *
 * The end of a report that carries its manifest: the manifest, sealed, and @suffix.  The seal is
 * the sum of the whole file since vr_output_begin_sum(), or vr_output_begin_quick_sum(), with zeros
 * for the seal's digits.
 */
void vr_report_manifest_write (const VrReportFormat *format, const VrComparison *comparison,
                               const VrReportOptions *options, VrOutput *output,
                               const char *suffix);

/**
 * vr_report_seal_write:
 *
 * The same for a file that has the manifest elsewhere: `"seal":"sha256:…"` and @suffix.
 */
void vr_report_seal_write (VrOutput *output, const char *suffix);

/**
 * vr_report_manifest_write_beside:
 * @name: the report's file, without folders
 * @report: its bytes
 *
 * The manifest as a file of its own, for a format that cannot carry one.
 */
void vr_report_manifest_write_beside (const VrReportFormat *format, const VrComparison *comparison,
                                      const VrReportOptions *options, const char *name,
                                      GBytes *report, VrOutput *output);

/** vr_report_manifest_write_words: in which language the report's words are and how its numbers are
 * written, as members of an object. */
void vr_report_manifest_write_words (VrJsonWriter *json);

/** vr_manifest_dup_harmless: Returns: (transfer full): @json in ASCII without <, > and &. */
char *vr_manifest_dup_harmless (const GString *json) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_dup_comparison_sum: Returns: (transfer full): SHA-256 of the comparison's rows and
 * summary, as they stand in its JSON without any left out: the same in every language and format */
char *vr_report_dup_comparison_sum (const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
