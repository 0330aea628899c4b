/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels of versions: tags STORY/VARIANT/LABEL. */
#pragma once

#include "vr-archive.h"

G_BEGIN_DECLS

/**
 * vr_label_set:
 * @name: "story/variant"
 * @label: any text; its slug names the tag
 * @id: (nullable): the version's; %NULL takes the label away
 *
 * Moves a label that stands elsewhere.  Fails with %VR_ERROR_INVALID for a label without letters or
 * digits, or one that a version's name would take for a number, a date, an id or "latest".
 */
gboolean vr_label_set (VrArchive *archive, const char *name, const char *label, const char *id,
                       GError **error);

/**
 * vr_label_list:
 *
 * Returns: (transfer full) (element-type utf8 utf8): by label, the id of its version
 */
GHashTable *vr_label_list (VrArchive *archive, const char *name,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
