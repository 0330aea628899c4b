/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text, misread or not: what is repaired can be undone and is repaired at once. */
#include "check-mojibake.h"
#include "vr-plausibility.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

/* Bytes read as ISO-8859-1, which makes mojibake of any UTF-8 among them. */
static char *
misread (const char *text, gsize n_bytes)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n_bytes; i++)
    g_string_append_unichar (out, (guint8)text[i]);
  return g_string_free (out, FALSE);
}

static void
check (const char *text)
{
  gsize n_bytes = strlen (text);
  double score = vr_plausibility_score (text, n_bytes);

  g_free (check_repair (text, n_bytes, NULL));
  g_assert_cmpfloat (score, >=, 0);
  g_assert_cmpfloat (score, <=, 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autofree char *input = g_strndup ((const char *)data, n_bytes);
  g_autofree char *valid = g_utf8_make_valid (input, -1);
  g_autofree char *misread_once = misread (valid, strlen (valid));

  check (valid);
  check (misread_once);
  return 0;
}
