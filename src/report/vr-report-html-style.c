/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an HTML report looks like, and the rule that lets nothing else be loaded. */
#include "vr-report-html-style.h"

#include <glib/gi18n-lib.h>

#define SHA256_BYTES 32

/* CSS Syntax 3, 4.3.5: what could end the string, or the element, is written by its number. */
static void
append_word (GString *style, const char *name, const char *word)
{
  g_string_append_printf (style, "%s:\"", name);
  for (const char *p = word; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || strchr ("\"\\<>&", *p) != NULL)
      g_string_append_printf (style, "\\%x ", (guint)*p);
    else
      g_string_append_c (style, *p);
  g_string_append (style, "\";");
}

static char *
dup_style (void)
{
  GString *style = g_string_new ("\n");

  g_string_append (style, vr_report_html_sheet);
  g_string_append (style, ":root{");
  /* Translators: said by a screen reader before an article's words. */
  append_word (style, "--say-removed", _ ("removed: "));
  /* Translators: said by a screen reader before an article's words. */
  append_word (style, "--say-added", _ ("added: "));
  /* Translators: said by a screen reader before words that were moved from here. */
  append_word (style, "--say-moved-away", _ ("moved away: "));
  /* Translators: said by a screen reader before words that were moved to here. */
  append_word (style, "--say-moved-here", _ ("moved here: "));
  /* Translators: said by a screen reader behind words that came, went or moved. */
  append_word (style, "--say-end", _ (", end of the change. "));
  /* Translators: stands before the text of a paragraph. */
  append_word (style, "--say-old", _ ("Old: "));
  /* Translators: stands before the text of a paragraph. */
  append_word (style, "--say-new", _ ("New: "));
  g_string_append (style, "}\n");

  return g_string_free (style, FALSE);
}

static char *
dup_base64_sum (const char *text)
{
  char hex[VR_SHA256_HEX_BYTES];
  guchar sum[SHA256_BYTES];

  vr_sha256_hex (text, strlen (text), hex);
  for (guint i = 0; i < SHA256_BYTES; i++)
    sum[i] =
        (guchar)(g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));

  return g_base64_encode (sum, sizeof sum);
}

void
vr_report_html_style_write (VrOutput *output)
{
  g_autofree char *style = dup_style ();
  g_autofree char *sum = dup_base64_sum (style);

  vr_output_put (output, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                         "'none'; style-src 'sha256-");
  vr_output_put (output, sum);
  vr_output_put (output, "'; base-uri 'none'; form-action 'none'\">\n<style>");
  vr_output_put (output, style);
  vr_output_put (output, "</style>\n");
}
