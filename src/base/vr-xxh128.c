/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XXH3-128 of bytes that come in pieces: no secret can rest on it, but it takes next to no time. */
#include "vr-xxh128.h"

/* In this file alone, so that no program loads a library for it. */
#define XXH_INLINE_ALL
#include <xxhash.h>

struct _VrXxh128
{
  XXH3_state_t *state;
};

VrXxh128 *
vr_xxh128_new (void)
{
  VrXxh128 *self = g_new (VrXxh128, 1);

  self->state = XXH3_createState ();
  if (self->state == NULL)
    g_error ("no memory for a sum");
  XXH3_128bits_reset (self->state);

  return self;
}

void
vr_xxh128_free (VrXxh128 *self)
{
  XXH3_freeState (self->state);
  g_free (self);
}

void
vr_xxh128_update (VrXxh128 *self, const void *data, gsize n_bytes)
{
  XXH3_128bits_update (self->state, data, n_bytes);
}

void
vr_xxh128_finish (const VrXxh128 *self, char hex[VR_XXH128_HEX_BYTES])
{
  XXH128_hash_t sum = XXH3_128bits_digest (self->state);

  g_snprintf (hex, VR_XXH128_HEX_BYTES, "%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x",
              (guint64)sum.high64, (guint64)sum.low64);
}
