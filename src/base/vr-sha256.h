/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of a run of bytes, by nettle: it uses the processor's own instructions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VR_SHA256_HEX_BYTES 65

/** vr_sha256_hex: writes 64 lower-case hexadecimal digits and a NUL to @hex. */
void vr_sha256_hex (const void *data, gsize n_bytes, char hex[VR_SHA256_HEX_BYTES]);

G_END_DECLS
