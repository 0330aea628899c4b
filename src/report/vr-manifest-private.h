/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of both kinds of manifests share. */
#pragma once

#include "vr-manifest-making.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** vr_manifest_making_read: @root: a manifest's; what is read is borrowed of it.  Returns: whether
 * it is as it has to be. */
gboolean vr_manifest_making_read (VrManifestMaking *self, JsonObject *root);

/** vr_manifest_is_hexadecimal: whether @text, (nullable), is that many such digits, in lower case.
 */
gboolean vr_manifest_is_hexadecimal (const char *text, gsize n_digits);

/** VR_MANIFEST_ID_DIGITS: of a commit. */
#define VR_MANIFEST_ID_DIGITS 40

/** vr_manifest_read_needed: a string that must be there. */
gboolean vr_manifest_read_needed (JsonObject *object, const char *member, const char **string);

/** vr_manifest_find_needed: an object that must be there. */
gboolean vr_manifest_find_needed (JsonObject *object, const char *member, JsonObject **found);

/** vr_manifest_fail: the manifest of the report called @name is damaged, or a newer version's. */
void vr_manifest_fail (const char *name, GError **error);

G_END_DECLS
