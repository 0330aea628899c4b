/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a report, read: what it says of its making.  Nothing in it is to be believed. */
#pragma once

#include "vr-manifest-making.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * VrManifestSource:
 * @name: of the file, or whatever it was called
 * @sha256: 64 hexadecimal digits
 * @encoding: (nullable): what it was read in, where the reader had chosen that, else %NULL
 *
 * One of the two versions; more of it is in VrManifest's @info.
 */
typedef struct
{
  const char *name;
  const char *sha256;
  const char *encoding;
} VrManifestSource;

/**
 * VrManifest:
 * @root: what the strings are borrowed from
 * @making: engine, format and words
 * @report: its options; @info is there
 * @sum: (nullable): SHA-256 of the comparison; %NULL where the report is the whole of it
 * @figures: the summary as JSON, laid out in one way
 * @file_name, @file_sha256: (nullable): the report that it stands beside
 *
 * Ends with vr_manifest_free().
 */
typedef struct
{
  struct _JsonNode *root;
  VrManifestMaking making;
  VrReportOptions report;
  VrReportInfo *info;
  VrOptions options;
  VrOverrides *overrides;
  VrManifestSource sources[VR_N_SIDES];
  const char *sum;
  char *figures;
  const char *file_name;
  const char *file_sha256;
} VrManifest;

/**
 * vr_manifest_new_from_json:
 * @json: need not be terminated
 * @name: what messages call the report
 *
 * Fails with %VR_ERROR_INVALID, in one sentence, where it is damaged, of another kind or of a newer
 * version.
 *
 * Returns: (transfer full): what it says
 */
VrManifest *vr_manifest_new_from_json (const char *json, gsize n_bytes, const char *name,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_manifest_new_of: Returns: (transfer full): the manifest that a report would have that is
 * written here, and now */
VrManifest *vr_manifest_new_of (const VrReportFormat *format, const VrComparison *comparison,
                                const VrReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;

void vr_manifest_free (VrManifest *self);

/**
 * vr_manifest_find:
 * @n_found: (out): how many bytes it has
 *
 * The last manifest in the bytes of a file of any format, which need not be whole: what an article
 * says stands before it.
 *
 * Returns: (nullable): where it begins
 */
const char *vr_manifest_find (const char *bytes, gsize n_bytes, gsize *n_found);

/** vr_manifest_find_history: the same for a report on all versions of a variant, which is no
 * comparison; the bytes of a comparison have none. */
const char *vr_manifest_find_history (const char *bytes, gsize n_bytes, gsize *n_found);

/** VrSeal: what the seal of a file tells. */
typedef enum
{
  VR_SEAL_HOLDS,
  VR_SEAL_BROKEN,  /* something was changed behind it */
  VR_SEAL_MISSING, /* it is gone */
} VrSeal;

/** vr_manifest_check_seal: whether the whole file is as it was when vr_report_seal_write() sealed
 * it, whichever sum that took. */
VrSeal vr_manifest_check_seal (const char *bytes, gsize n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrManifest, vr_manifest_free)

G_END_DECLS
