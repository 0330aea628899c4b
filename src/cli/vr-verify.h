/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a report holds: its bytes, its sources, its comparison, its writing. */
#pragma once

#include "vr-cli.h"
#include "vr-history-manifest.h"
#include "vr-manifest.h"

G_BEGIN_DECLS

/** VrVerdict: on one thing that a report says. */
typedef enum
{
  VR_VERDICT_HOLDS,
  VR_VERDICT_FALSE,
  VR_VERDICT_UNKNOWN,   /* it cannot be told here */
  VR_VERDICT_UNCHECKED, /* nobody asked, or what is needed for it was not given */
} VrVerdict;

/** vr_verdict_get_nick: as in the JSON. */
const char *vr_verdict_get_nick (VrVerdict verdict);

/**
 * VrFinding:
 * @check: "body", "manifest", "old", "new", "comparison", "versions", "history", "notes" or
 *   "report"; static
 * @sentence: what was found, for people
 */
typedef struct
{
  const char *check;
  VrVerdict verdict;
  char *sentence;
} VrFinding;

/**
 * VrVerify:
 * @path: of the report
 * @report: its bytes
 * @manifest_file: (nullable): those of the manifest, where it stands beside it
 * @manifest: (nullable): what that says of a comparison
 * @history: (nullable): what that says of all versions of a variant; one of both is there, but
 *   for @damage
 * @damage: (nullable): why the manifest cannot be read of a report that was changed, as its seal
 *   tells
 * @sources: (nullable) elements: the versions that are what they were
 * @comparison: (nullable): made of them
 * @findings: (element-type VrFinding): in the order of the checks
 *
 * On the caller's stack, all zeros at first; ends with vr_verify_clear().
 */
typedef struct
{
  char *path;
  GBytes *report;
  GBytes *manifest_file;
  VrManifest *manifest;
  VrHistoryManifest *history;
  GError *damage;
  GBytes *sources[VR_N_SIDES];
  VrComparison *comparison;
  GPtrArray *findings;
} VrVerify;

/**
 * vr_verify_load:
 * @path: the report's file, or that of the manifest beside it
 *
 * Finds the manifest.  Fails with one sentence where there is none, or one that cannot be read,
 * unless a broken seal tells that the report was changed.
 */
gboolean vr_verify_load (VrVerify *self, const char *path, GError **error);

/** vr_verify_get_making: Returns: (nullable): how the report says
 * that it was made; borrowed */
const VrManifestMaking *vr_verify_get_making (const VrVerify *self);

/** vr_verify_check_body: whether the file is as it was written. */
void vr_verify_check_body (VrVerify *self);

/**
 * vr_verify_check_source:
 * @path: (nullable): a file that is said to be this version
 * @archive: (nullable): where it is read from otherwise, by its commit
 */
void vr_verify_check_source (VrVerify *self, VrSide side, const char *path, const char *archive);

/** vr_verify_check_comparison: makes it again, where both versions are there. */
void vr_verify_check_comparison (VrVerify *self);

/** vr_verify_check_writing: writes the report again, where it was compared again. */
void vr_verify_check_writing (VrVerify *self);

/**
 * vr_verify_check_history:
 * @archive: (nullable): the folder that has the versions
 *
 * All but the body of a report on all versions of a variant: each version, their order and names,
 * their notes, and the report written again.
 */
void vr_verify_check_history (VrVerify *self, const char *archive);

/** vr_verify_get_verdict: false where anything is, else unknown where anything is, else holds. */
VrVerdict vr_verify_get_verdict (const VrVerify *self);

void vr_verify_clear (VrVerify *self);

/** vr_cmd_verify: the command. */
VrStatus vr_cmd_verify (int argc, char **argv);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrVerify, vr_verify_clear)

G_END_DECLS
