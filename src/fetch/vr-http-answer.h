/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers and bodies as HTTP and WARC write them; for src/fetch only. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** VR_HTTP_BODY_MAX_BYTES: of a page, packed or unpacked. */
#define VR_HTTP_BODY_MAX_BYTES (64 * 1024 * 1024)

/** vr_http_headers_read: @text: lines until an empty one, or the end, after which @n_read (out)
 * stands.  Returns: (transfer full) (element-type utf8 utf8): values by lower-case name, the first
 * of each */
GHashTable *vr_http_headers_read (const char *text, gsize n_bytes,
                                  gsize *n_read) G_GNUC_WARN_UNUSED_RESULT;

/** vr_http_headers_dup_type: the media type in lower case, and its charset (out) (nullable).
 * Returns: (transfer full) (nullable) */
char *vr_http_headers_dup_type (GHashTable *headers, char **charset) G_GNUC_WARN_UNUSED_RESULT;

/**
 * VrHttpAnswer:
 * @status: 200 and the like
 * @headers: (element-type utf8 utf8): by lower-case name
 * @body: (nullable): without chunks, unpacked; %NULL where @wants_body said no
 */
typedef struct
{
  guint status;
  GHashTable *headers;
  GBytes *body;
} VrHttpAnswer;

/** VrHttpWants: whether the body behind @headers is wanted. */
typedef gboolean (*VrHttpWants) (guint status, GHashTable *headers);

/**
 * vr_http_answer_read:
 * @data: "HTTP/1.1 200 OK", headers, and a body as it came over the wire; or one that whoever wrote
 *   it down has joined and unpacked already
 *
 * Returns: whether it is an answer, which is then in @self, to be cleared
 */
gboolean vr_http_answer_read (VrHttpAnswer *self, const char *data, gsize n_bytes,
                              VrHttpWants wants_body);

void vr_http_answer_clear (VrHttpAnswer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrHttpAnswer, vr_http_answer_clear)

G_END_DECLS
