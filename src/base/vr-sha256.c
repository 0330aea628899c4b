/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of bytes, by nettle: it uses the processor's own instructions. */
#include "vr-sha256.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

G_STATIC_ASSERT (BASE16_ENCODE_LENGTH (SHA256_DIGEST_SIZE) + 1 == VR_SHA256_HEX_BYTES);

struct _VrSha256
{
  struct sha256_ctx context;
};

VrSha256 *
vr_sha256_new (void)
{
  VrSha256 *self = g_new (VrSha256, 1);

  sha256_init (&self->context);

  return self;
}

void
vr_sha256_free (VrSha256 *self)
{
  g_free (self);
}

void
vr_sha256_update (VrSha256 *self, const void *data, gsize n_bytes)
{
  sha256_update (&self->context, n_bytes, data);
}

void
vr_sha256_finish (VrSha256 *self, char hex[VR_SHA256_HEX_BYTES])
{
  guint8 digest[SHA256_DIGEST_SIZE];

  sha256_digest (&self->context, sizeof digest, digest);
  base16_encode_update (hex, sizeof digest, digest);
  hex[VR_SHA256_HEX_BYTES - 1] = '\0';
}

void
vr_sha256_hex (const void *data, gsize n_bytes, char hex[VR_SHA256_HEX_BYTES])
{
  VrSha256 sum;

  sha256_init (&sum.context);
  vr_sha256_update (&sum, data, n_bytes);
  vr_sha256_finish (&sum, hex);
}
