/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XXH3-128 of bytes that come in pieces: no secret can rest on it, but it takes next to no time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define VR_XXH128_HEX_BYTES 33

/** VrXxh128: https://github.com/Cyan4973/xxHash, doc/xxhash_spec.md. */
typedef struct _VrXxh128 VrXxh128;

VrXxh128 *vr_xxh128_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_xxh128_free (VrXxh128 *self);
void vr_xxh128_update (VrXxh128 *self, const void *data, gsize n_bytes);

/** vr_xxh128_finish: writes 32 lower-case hexadecimal digits, as xxh128sum does, and a NUL. */
void vr_xxh128_finish (const VrXxh128 *self, char hex[VR_XXH128_HEX_BYTES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrXxh128, vr_xxh128_free)

G_END_DECLS
