/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as data inside of markup: HTML, XML. */
#include "vr-report-markup.h"

#define PICTURES 0x2400 /* of U+0000 to U+001F, in their order */
#define PICTURE_OF_DELETE 0x2421
#define REPLACEMENT 0xfffd

gboolean
vr_markup_is_allowed (gunichar c)
{
  if (c < 0x20)
    return c == '\t' || c == '\n' || c == '\r';

  /* HTML refuses the controls that XML 1.0 lets pass, and neither knows non-characters. */
  return !(c >= 0x7f && c < 0xa0 && c != 0x85) && !(c >= 0xd800 && c < 0xe000)
         && (c & 0xfffe) != 0xfffe && !(c >= 0xfdd0 && c <= 0xfdef) && c <= 0x10ffff;
}

static const char *
get_entity (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    /* Parsers make another character of it. */
    case '\r':
      return "&#13;";
    default:
      return NULL;
    }
}

gunichar
vr_markup_get_picture (gunichar c)
{
  return c < 0x20 ? PICTURES + c : c == 0x7f ? PICTURE_OF_DELETE : REPLACEMENT;
}

static void
put_picture (VrOutput *output, gunichar c)
{
  char bytes[6];

  vr_output_write (output, bytes, (gsize)g_unichar_to_utf8 (vr_markup_get_picture (c), bytes));
}

/* Whether the character that has this byte is surely allowed and none that has an entity, as nearly
 * all of any text is: controls begin with 0xc2, what is no character with 0xef and more. */
static const guint8 is_plain[256] = {
  [' ' ... '!'] = TRUE, ['#' ... '%'] = TRUE,   ['(' ... ';'] = TRUE,   ['='] = TRUE,
  ['?' ... '~'] = TRUE, [0x80 ... 0xc1] = TRUE, [0xc3 ... 0xee] = TRUE,
};

void
vr_markup_put (VrOutput *output, const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;
  const char *start = text;

  for (const char *p = text; p < end;)
    {
      const char *next;
      const char *entity;
      gboolean is_allowed;

      if (is_plain[(guchar)*p])
        {
          p++;
          continue;
        }
      next = g_utf8_next_char (p);
      entity = get_entity (*p);
      is_allowed = vr_markup_is_allowed (g_utf8_get_char (p));
      if (entity != NULL || !is_allowed)
        {
          vr_output_write (output, start, (gsize)(p - start));
          if (entity != NULL)
            vr_output_put (output, entity);
          else
            put_picture (output, g_utf8_get_char (p));
          start = next;
        }
      p = next;
    }
  vr_output_write (output, start, (gsize)(end - start));
}

void
vr_markup_put_string (VrOutput *output, const char *text)
{
  vr_markup_put (output, text, strlen (text));
}

void
vr_markup_put_attribute (VrOutput *output, const char *name, const char *value)
{
  if (value == NULL)
    return;
  vr_output_put_char (output, ' ');
  vr_output_put (output, name);
  vr_output_put (output, "=\"");
  vr_markup_put_string (output, value);
  vr_output_put_char (output, '"');
}
