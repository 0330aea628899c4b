/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 of a run of bytes, by nettle: it uses the processor's own instructions. */
#include "vr-sha256.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>

G_STATIC_ASSERT (BASE16_ENCODE_LENGTH (SHA256_DIGEST_SIZE) + 1 == VR_SHA256_HEX_BYTES);

void
vr_sha256_hex (const void *data, gsize n_bytes, char hex[VR_SHA256_HEX_BYTES])
{
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];

  sha256_init (&context);
  sha256_update (&context, n_bytes, data);
  sha256_digest (&context, sizeof digest, digest);
  base16_encode_update (hex, sizeof digest, digest);
  hex[VR_SHA256_HEX_BYTES - 1] = '\0';
}
