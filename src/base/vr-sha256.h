/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of bytes, by nettle: it uses the processor's own instructions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VR_SHA256_HEX_BYTES 65

/** VrSha256: of bytes that come in pieces. */
typedef struct _VrSha256 VrSha256;

VrSha256 *vr_sha256_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_sha256_free (VrSha256 *self);
void vr_sha256_update (VrSha256 *self, const void *data, gsize n_bytes);

/** vr_sha256_finish: the sum of all pieces, as vr_sha256_hex() writes it; @self begins anew. */
void vr_sha256_finish (VrSha256 *self, char hex[VR_SHA256_HEX_BYTES]);

/** vr_sha256_hex: writes 64 lower-case hexadecimal digits and a NUL to @hex. */
void vr_sha256_hex (const void *data, gsize n_bytes, char hex[VR_SHA256_HEX_BYTES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrSha256, vr_sha256_free)

G_END_DECLS
