/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked at of a version, for check and repair; for src/store only. */
#pragma once

#include "vr-check.h"
#include "vr-salvage.h"

G_BEGIN_DECLS

/**
 * VrVersionState:
 * @has_commit, @has_text, @has_metadata, @has_source: what is whole of it
 * @tree, @text, @metadata, @source: where they should be; zeros where that is not known
 */
typedef struct
{
  gboolean has_commit;
  gboolean has_text;
  gboolean has_metadata;
  gboolean has_source;
  git_oid tree;
  git_oid text;
  git_oid metadata;
  git_oid source;
} VrVersionState;

VrVersionState vr_check_version (const VrSalvage *salvage, const git_oid *id);

/** vr_check_salvage: as vr_check_archive(). */
VrCheck *vr_check_salvage (const VrSalvage *salvage) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
