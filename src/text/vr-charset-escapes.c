/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encodings of seven bits, which are ASCII and so UTF-8 by their bytes: their escapes give them
 * away. */
#include "vr-charset-escapes.h"

#include "vr-charset-tables.h"

#include <string.h>

/* What a Chinese character costs on average in Chinese, with room for names. */
#define COMMON_BITS 14
#define FEW_CHARACTERS 2

static const struct
{
  const char *escape;
  const char *charset;
} escapes[] = {
  { "\x1B$@", "ISO-2022-JP" },  { "\x1B$B", "ISO-2022-JP" },  { "\x1B$(D", "ISO-2022-JP" },
  { "\x1B$)C", "ISO-2022-KR" }, { "\x1B$)A", "ISO-2022-CN" }, { "\x1B$)G", "ISO-2022-CN" },
};

/* How many bits the run "~{...~}" at @p costs; FALSE where it is none. */
static gboolean
read_run (const guint8 *p, const guint8 *end, gsize *n_characters, gsize *n_bits)
{
  const VrDoubleTable *table = &vr_double_tables[VR_DOUBLE_GB18030];
  guint n_trails = table->last_trail - table->first_trail + 1;

  for (p += 2; p + 1 < end && memcmp (p, "~}", 2) != 0; p += 2)
    {
      if (p[0] < 0x21 || p[0] > 0x77 || p[1] < 0x21 || p[1] > 0x7E)
        return FALSE;
      *n_bits += table->cells[((p[0] | 0x80) - table->first_lead) * n_trails + (p[1] | 0x80)
                              - table->first_trail];
      ++*n_characters;
    }
  return p + 1 < end;
}

static gboolean
is_hz (const guint8 *data, gsize n_bytes)
{
  const guint8 *p = data, *end = data + n_bytes;
  gsize n_characters = 0, n_bits = 0;

  while ((p = memchr (p, '~', end - p)) != NULL)
    {
      if (end - p > 3 && p[1] == '{' && !read_run (p, end, &n_characters, &n_bits))
        return FALSE;
      p++;
    }
  return n_characters >= FEW_CHARACTERS && n_bits <= n_characters * COMMON_BITS;
}

const char *
vr_charset_find_escapes (const guint8 *data, gsize n_bytes)
{
  const guint8 *p = data, *end = data + n_bytes;

  while ((p = memchr (p, 0x1B, end - p)) != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
        {
          gsize n = strlen (escapes[i].escape);

          if ((gsize)(end - p) > n && memcmp (p, escapes[i].escape, n) == 0)
            return escapes[i].charset;
        }
      p++;
    }
  return is_hz (data, n_bytes) ? "HZ-GB-2312" : NULL;
}
