/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an archive has all that it should. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/**
 * VrProblem:
 * @kind: "pack", "ref", "version", "text", "metadata", "source", "note", "comparison" or "object";
 *   for programs
 * @name: "story/variant", or the name of a ref or a pack
 * @id: (nullable): of the version, or of the object
 * @words: one translated sentence
 */
typedef struct
{
  const char *kind;
  char *name;
  char *id;
  char *words;
} VrProblem;

/**
 * VrCheck:
 * @problems: (element-type VrProblem): none where the archive is whole
 * @n_versions: that were looked at, those in the trash among them
 * @n_objects: that are whole
 */
typedef struct
{
  GArray *problems;
  guint n_versions;
  guint n_objects;
} VrCheck;

/**
 * vr_check_archive:
 *
 * Reads every object of every ref, whose hash must be right, and looks whether each version has its
 * text, its metadata, and the source with the SHA-256 that the metadata tells.  Changes nothing and
 * needs no archive that can still be opened.  Fails with %VR_ERROR_NOT_FOUND where there is none,
 * and in %G_IO_ERROR.
 *
 * Returns: (transfer full): what was found
 */
VrCheck *vr_check_archive (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_check_free (VrCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrCheck, vr_check_free)

G_END_DECLS
