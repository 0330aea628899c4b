/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's text as it may be shown: what steers is seen instead. */
#include "vr-report-shown.h"

/* C0 and C1 controls, DEL, and the embeddings, overrides and isolates of UAX #9: the first can
 * steer a terminal, the others turn around text that is not the article's. */
static gboolean
is_unsafe (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069) || c == 0x2028;
}

static void
append_unsafe (GString *string, gunichar c)
{
  if (c == '\t' || c == 0x2028)
    g_string_append_c (string, ' ');
  else if (c < 0x100)
    g_string_append_printf (string, "\\x%02x", c);
  else
    g_string_append_printf (string, "\\u%04x", c);
}

void
vr_report_append_shown (GString *string, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes, *clean = text;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar)*p;

      if (c >= 0x20 && c < 0x7f)
        continue;
      c = g_utf8_get_char (p);
      if (c != 0x2029 && !is_unsafe (c))
        continue;
      g_string_append_len (string, clean, p - clean);
      clean = g_utf8_next_char (p);
      if (c == 0x2029)
        g_string_append (string, "¶");
      else
        append_unsafe (string, c);
    }
  g_string_append_len (string, clean, end - clean);
}
