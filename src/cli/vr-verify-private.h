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

/**
 * vr_verify_find_difference:
 * @own: what this program would say of itself
 * @falsehood: (nullable): said where it is one: the same engine wrote it otherwise
 * @doubt: said, and who made what, where another engine did
 */
void vr_verify_find_difference (VrVerify *self, const char *check, const VrManifestMaking *own,
                                const char *falsehood, const char *doubt);

/** vr_verify_check_words: whether the report would be written in the same words by this program,
 * which says @own of itself; adds a finding where not. */
gboolean vr_verify_check_words (VrVerify *self, const VrManifestMaking *own);

/** vr_verify_judge_writing: @report: written again; @own: what that says of its making, or %NULL
 * where it says nothing; @is_same: whether the bytes are the same. */
void vr_verify_judge_writing (VrVerify *self, const VrManifestMaking *own, gboolean is_same);

/** vr_verify_has_sha256: whether @bytes have it. */
gboolean vr_verify_has_sha256 (GBytes *bytes, const char *sha256);

G_END_DECLS
