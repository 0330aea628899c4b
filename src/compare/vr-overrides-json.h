/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand, as the members of a JSON object. */
#pragma once

#include "vr-json-writer.h"
#include "vr-overrides.h"

G_BEGIN_DECLS

struct _JsonObject;

/** vr_overrides_write_json: @self as an object of two lists, or null where it is %NULL. */
void vr_overrides_write_json (const VrOverrides *self, VrJsonWriter *json);

/**
 * vr_overrides_new_from_object:
 * @object: a JsonObject; a header of every layer does not name json-glib
 * @name: what messages call the file
 *
 * Reads the lists "must_pair" and "must_not_pair", each of which may be absent; fails with
 * %VR_ERROR_INVALID.
 *
 * Returns: (transfer full): the overrides
 */
VrOverrides *vr_overrides_new_from_object (struct _JsonObject *object, const char *name,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
