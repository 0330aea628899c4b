/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of VrVerify share. */
#pragma once

#include "vr-verify.h"

G_BEGIN_DECLS

/** vr_verify_find: @sentence: (transfer full): adds a finding. */
void vr_verify_find (VrVerify *self, const char *check, VrVerdict verdict, char *sentence);

/** vr_verify_dup_manifest: Returns: (transfer full) (nullable): the manifest in the bytes of a
 * report, whatever kind of file that is */
GBytes *vr_verify_dup_manifest (GBytes *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
