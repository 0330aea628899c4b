/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a report on all versions of a variant, read.  Nothing in it is to be believed. */
#pragma once

#include "vr-manifest-making.h"
#include "vr-report-history.h"

G_BEGIN_DECLS

/**
 * VrManifestVersion:
 * @number, @name, @commit: as VrReportStep has them
 * @time, @sha256: (nullable): the same
 * @notes: (element-type utf8): the same
 *
 * Strings are borrowed of the manifest.
 */
typedef struct
{
  guint number;
  const char *name;
  const char *commit;
  const char *time;
  const char *sha256;
  GPtrArray *notes;
} VrManifestVersion;

/**
 * VrHistoryManifest:
 * @root: what the strings are borrowed from
 * @story, @variant: what the archive called them
 * @versions: (element-type VrManifestVersion): one at least
 *
 * Ends with vr_history_manifest_free().
 */
typedef struct
{
  struct _JsonNode *root;
  VrManifestMaking making;
  const char *story;
  const char *variant;
  GPtrArray *versions;
} VrHistoryManifest;

/** vr_history_manifest_new_from_json: as vr_manifest_new_from_json(). */
VrHistoryManifest *vr_history_manifest_new_from_json (const char *json, gsize n_bytes,
                                                      const char *name,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_history_manifest_free (VrHistoryManifest *self);

/** vr_history_manifest_peek: @index: from 0. */
const VrManifestVersion *vr_history_manifest_peek (const VrHistoryManifest *self, guint index);

/**
 * vr_history_manifest_restore:
 * @history: of the same versions
 *
 * Says in @history what the report says of what may be otherwise by now: its time, names, numbers
 * and notes.
 */
void vr_history_manifest_restore (const VrHistoryManifest *self, VrReportHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrHistoryManifest, vr_history_manifest_free)

G_END_DECLS
