/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a JSON object that must be of one kind, in a file of ours that may be damaged. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** VR_FIELD_MAX_NICK: bytes; names of encodings and rows are short, what is longer is none. */
#define VR_FIELD_MAX_NICK ((gsize)256)

/**
 * vr_field_fail:
 * @name: of the file, for messages
 *
 * Fails with %VR_ERROR_INVALID: the file is damaged at @member.  Returns: %FALSE
 */
gboolean vr_field_fail (const char *name, const char *member, GError **error);

/** vr_field_read_object: finds the object @member, borrowed; one that is absent or null is %NULL.
 * Fails as vr_field_fail() does where it is something else, as all of the following do. */
gboolean vr_field_read_object (const char *name, JsonObject *object, const char *member,
                               JsonObject **found, GError **error);

/** vr_field_read_array: the same for a list. */
gboolean vr_field_read_array (const char *name, JsonObject *object, const char *member,
                              JsonArray **found, GError **error);

/** vr_field_read_string: the same for a string of @most_bytes. */
gboolean vr_field_read_string (const char *name, JsonObject *object, const char *member,
                               gsize most_bytes, const char **string, GError **error);

/** vr_field_read_boolean: one that is absent leaves @value. */
gboolean vr_field_read_boolean (const char *name, JsonObject *object, const char *member,
                                gboolean *value, GError **error);

/** vr_field_read_uint: a whole number from @least to @most; one that is absent or null leaves
 * @value. */
gboolean vr_field_read_uint (const char *name, JsonObject *object, const char *member,
                             guint64 least, guint64 most, guint64 *value, GError **error);

/** vr_field_read_choice: one of the names that @get_nick has, up to the first %NULL, as its number;
 * one that is absent or null leaves @value. */
gboolean vr_field_read_choice (const char *name, JsonObject *object, const char *member,
                               const char *(*get_nick) (guint), guint *value, GError **error);

/** vr_field_fail_as_unknown: the file asks for @word, which a newer version may know. */
gboolean vr_field_fail_as_unknown (const char *name, const char *word, GError **error);

G_END_DECLS
