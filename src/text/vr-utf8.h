/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 on bytes that nobody has checked yet. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VR_UTF8_REPLACEMENT: U+FFFD, what stands where no character could be read. */
#define VR_UTF8_REPLACEMENT "\xEF\xBF\xBD"
#define VR_UTF8_REPLACEMENT_BYTES 3

/**
 * vr_utf8_valid_prefix:
 *
 * Returns: how many bytes of @data are valid UTF-8; U+0000 is valid here.  Several GB/s on ASCII.
 */
gsize vr_utf8_valid_prefix (const guint8 *data, gsize n_bytes);

/**
 * vr_utf8_bad_length:
 * @data: where vr_utf8_valid_prefix() stopped
 * @n_bytes: at least 1
 *
 * Returns: how many bytes one U+FFFD stands for: the maximal subpart of a character (Unicode 15,
 * section 3.9, as WHATWG's decoder does), at least 1
 */
gsize vr_utf8_bad_length (const guint8 *data, gsize n_bytes);

/** vr_utf8_put: writes @c, a scalar value, to @out, and returns how many bytes (1 to 4). */
static inline guint
vr_utf8_put (guint32 c, char *out)
{
  if (c < 0x80)
    {
      out[0] = (char)c;
      return 1;
    }
  if (c < 0x800)
    {
      out[0] = (char)(0xC0 | c >> 6);
      out[1] = (char)(0x80 | (c & 0x3F));
      return 2;
    }
  if (c < 0x10000)
    {
      out[0] = (char)(0xE0 | c >> 12);
      out[1] = (char)(0x80 | (c >> 6 & 0x3F));
      out[2] = (char)(0x80 | (c & 0x3F));
      return 3;
    }
  out[0] = (char)(0xF0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

G_END_DECLS
