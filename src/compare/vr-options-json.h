/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as members of a JSON object, in reports and in saved comparisons. */
#pragma once

#include "vr-json-writer.h"
#include "vr-options.h"

G_BEGIN_DECLS

struct _JsonObject;

/** vr_quiet_write_json: the names of VrQuiet bits, as a list. */
void vr_quiet_write_json (guint quiet, VrJsonWriter *json);

/** vr_options_write_json: into an object that the caller began, and ends. */
void vr_options_write_json (const VrOptions *self, VrJsonWriter *json);

/**
 * vr_options_read_object:
 * @self: the defaults; its strings are borrowed from @object then
 * @object: a JsonObject; a header of every layer does not name json-glib
 * @name: what messages call the file
 *
 * Reads what vr_options_write_json() wrote; what is absent stays.  Fails with %VR_ERROR_INVALID.
 */
gboolean vr_options_read_object (VrOptions *self, struct _JsonObject *object, const char *name,
                                 GError **error);

G_END_DECLS
