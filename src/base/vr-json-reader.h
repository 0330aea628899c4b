/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One JSON value read by json-glib, behind the checks that json-glib leaves out. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** VR_JSON_MAX_DEPTH: json-glib 1.6 descends by recursion, so nesting must have an end. */
#define VR_JSON_MAX_DEPTH 64

/** VR_JSON_MAX_BYTES: json-glib counts in 32 bits. */
#define VR_JSON_MAX_BYTES ((gsize)G_MAXINT32)

/**
 * vr_json_read:
 * @json: need not be terminated
 * @name: what messages call the input
 *
 * Reads one JSON value.  What a C string cannot carry (`\u0000` and lone surrogates) stands as
 * U+FFFD in its strings.  Fails with %VR_ERROR_INVALID where the bytes are not UTF-8, not JSON, or
 * nested deeper than %VR_JSON_MAX_DEPTH, and with %VR_ERROR_TOO_LARGE over %VR_JSON_MAX_BYTES; the
 * message names @name and says what is wrong.
 *
 * Returns: (transfer full): the value; never %NULL without an error
 */
JsonNode *vr_json_read (const char *json, gsize n_bytes, const char *name,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_json_peek_string: the string @member of @object, borrowed; %NULL where there is none, or
 * something else. */
const char *vr_json_peek_string (JsonObject *object, const char *member);

/** vr_json_measure_number: how many bytes of @text the number there takes; 0 for none of JSON's. */
gsize vr_json_measure_number (const char *text, gsize n_bytes);

G_END_DECLS
