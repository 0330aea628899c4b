/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a report, read: what it says of its making.  Nothing in it is to be believed. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/** VR_MANIFEST_MAX_BYTES: notes and overrides make a manifest long; a longer one is none. */
#define VR_MANIFEST_MAX_BYTES ((gsize)64 << 20)

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

/** VrManifestPart: what makes one engine unlike another. */
typedef enum
{
  VR_MANIFEST_PROGRAM,
  VR_MANIFEST_VERSION,
  VR_MANIFEST_WEIGHTS,
  VR_MANIFEST_ICU,
  VR_MANIFEST_UNICODE,
  VR_N_MANIFEST_PARTS,
} VrManifestPart;

/**
 * VrManifest:
 * @root: what the strings are borrowed from
 * @parts: of the engine
 * @format: as vr_report_find_format() takes it; may be one that it does not know
 * @language, @numbers: (nullable): of its reader: the language's code, and how a number is written;
 *   %NULL where the report has no words for people
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
  const char *parts[VR_N_MANIFEST_PARTS];
  const char *format;
  const char *language;
  const char *numbers;
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

/** vr_manifest_is_history: whether these are the bytes of a report on all versions of a variant,
 * which is no comparison. */
gboolean vr_manifest_is_history (const char *bytes, gsize n_bytes);

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

/** vr_manifest_has_engine_of: whether both were made by engines that decide alike. */
gboolean vr_manifest_has_engine_of (const VrManifest *self, const VrManifest *other);

/** vr_manifest_is_drawn_as: whether libraries and fonts were the same too. */
gboolean vr_manifest_is_drawn_as (const VrManifest *self, const VrManifest *other);

/** vr_manifest_dup_maker: Returns: (transfer full): who made it, in words */
char *vr_manifest_dup_maker (const VrManifest *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrManifest, vr_manifest_free)

G_END_DECLS
