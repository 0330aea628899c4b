/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document says of its own encoding, and what a server says of it. */
#include "vr-charset-declared.h"

#include "vr-charset-labels.h"

#include <string.h>

/* What browsers look through before they read, scripts and all. */
#define PRESCAN_BYTES 1024
/* No head is longer. */
#define HEAD_BYTES (1024 * 1024)
#define VALUE_BYTES 256

typedef struct
{
  const char *p;
  const char *end;
  const char *start;
} Scanner;

typedef struct
{
  char name[VALUE_BYTES];
  char value[VALUE_BYTES];
} Attribute;

static inline gboolean
is_space (char c)
{
  return c != '\0' && strchr ("\t\n\f\r ", c) != NULL;
}

static gboolean
starts_with (const Scanner *scanner, const char *word)
{
  gsize n = strlen (word);

  return (gsize)(scanner->end - scanner->p) >= n && g_ascii_strncasecmp (scanner->p, word, n) == 0;
}

static void
skip_to (Scanner *scanner, const char *word)
{
  while (scanner->p < scanner->end && !starts_with (scanner, word))
    scanner->p++;
}

static void
skip_spaces (Scanner *scanner)
{
  while (scanner->p < scanner->end && is_space (*scanner->p))
    scanner->p++;
}

static void
put (char *text, gsize *n, char c)
{
  if (*n + 1 < VALUE_BYTES)
    text[(*n)++] = g_ascii_tolower (c);
  text[*n] = '\0';
}

static void
read_value (Scanner *scanner, char *value)
{
  gsize n = 0;
  char quote = *scanner->p;

  if (quote == '"' || quote == '\'')
    {
      for (scanner->p++; scanner->p < scanner->end && *scanner->p != quote; scanner->p++)
        put (value, &n, *scanner->p);
      scanner->p += scanner->p < scanner->end;
      return;
    }
  for (; scanner->p < scanner->end && !is_space (*scanner->p) && *scanner->p != '>'; scanner->p++)
    put (value, &n, *scanner->p);
}

/* "Get an attribute": FALSE at the tag's end. */
static gboolean
read_attribute (Scanner *scanner, Attribute *attribute)
{
  gsize n = 0;

  attribute->name[0] = attribute->value[0] = '\0';
  while (scanner->p < scanner->end && (is_space (*scanner->p) || *scanner->p == '/'))
    scanner->p++;
  if (scanner->p >= scanner->end || *scanner->p == '>')
    return FALSE;
  for (; scanner->p < scanner->end && !is_space (*scanner->p); scanner->p++)
    {
      if ((*scanner->p == '=' && n > 0) || *scanner->p == '/' || *scanner->p == '>')
        break;
      put (attribute->name, &n, *scanner->p);
    }
  skip_spaces (scanner);
  if (scanner->p >= scanner->end || *scanner->p != '=')
    return scanner->p < scanner->end;
  scanner->p++;
  skip_spaces (scanner);
  if (scanner->p < scanner->end)
    read_value (scanner, attribute->value);
  return scanner->p < scanner->end;
}

/* "Extract a character encoding from a meta element", which serves for HTTP's header too. */
static const char *
find_charset_in (const char *text)
{
  const char *p = text, *end;

  while ((p = strstr (p, "charset")) != NULL)
    {
      p += strlen ("charset");
      while (is_space (*p))
        p++;
      if (*p != '=')
        continue;
      do
        p++;
      while (is_space (*p));
      if (*p == '"' || *p == '\'')
        {
          end = strchr (p + 1, *p);
          return end != NULL ? vr_charset_by_label (p + 1, end - p - 1) : NULL;
        }
      end = p + strcspn (p, "\t\n\f\r ;");
      return vr_charset_by_label (p, end - p);
    }
  return NULL;
}

/* Whoever reads these bytes as ASCII sees that they are not UTF-16. */
static const char *
as_readable (const char *charset)
{
  return charset != NULL && g_str_has_prefix (charset, "UTF-16") ? "UTF-8" : charset;
}

/* Reads the attributes of a meta element; the first of a name counts. */
static const char *
read_meta (Scanner *scanner)
{
  const char *by_charset = NULL, *by_content = NULL;
  gboolean has_charset = FALSE, has_content = FALSE, has_pragma = FALSE, is_pragma = FALSE;
  Attribute attribute;
  gboolean goes_on;

  do
    {
      goes_on = read_attribute (scanner, &attribute);
      if (g_str_equal (attribute.name, "http-equiv") && !has_pragma)
        {
          has_pragma = TRUE;
          is_pragma = g_str_equal (attribute.value, "content-type");
        }
      else if (g_str_equal (attribute.name, "content") && !has_content)
        {
          has_content = TRUE;
          by_content = find_charset_in (attribute.value);
        }
      else if (g_str_equal (attribute.name, "charset") && !has_charset)
        {
          has_charset = TRUE;
          by_charset = vr_charset_by_label (attribute.value, strlen (attribute.value));
        }
    }
  while (goes_on);
  /* A tag that the file's end has cut is none. */
  if (scanner->p >= scanner->end)
    return NULL;
  return has_charset ? by_charset : is_pragma ? by_content : NULL;
}

/* Behind what browsers prescan, a document's text is no tag. */
static gboolean
skip_raw_text (Scanner *scanner)
{
  static const char *const elements[] = { "script", "style", "title", "textarea", "noscript" };

  if (scanner->p - scanner->start < PRESCAN_BYTES)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      gsize n = strlen (elements[i]);
      g_autofree char *closing = g_strconcat ("</", elements[i], NULL);

      scanner->p++;
      if (starts_with (scanner, elements[i]) && scanner->end - scanner->p > (gssize)n
          && !g_ascii_isalnum (scanner->p[n]))
        {
          skip_to (scanner, closing);
          return TRUE;
        }
      scanner->p--;
    }
  return FALSE;
}

static gboolean
is_tag_at (const Scanner *scanner, const char *tag)
{
  gsize n = strlen (tag);

  return starts_with (scanner, tag) && (gsize)(scanner->end - scanner->p) > n
         && (is_space (scanner->p[n]) || scanner->p[n] == '/' || scanner->p[n] == '>');
}

static void
skip_tag (Scanner *scanner)
{
  Attribute attribute;

  while (scanner->p < scanner->end && !is_space (*scanner->p) && *scanner->p != '>')
    scanner->p++;
  while (read_attribute (scanner, &attribute))
    ;
}

/* Goes over what starts with a less-than sign; FALSE where the head ends. */
static gboolean
skip_markup (Scanner *scanner)
{
  char next = scanner->p + 1 < scanner->end ? scanner->p[1] : '\0';

  if (scanner->p - scanner->start >= PRESCAN_BYTES
      && (is_tag_at (scanner, "<body") || is_tag_at (scanner, "</head")))
    return FALSE;
  if (starts_with (scanner, "<!--"))
    {
      /* The two dashes may be the same that open it: "<!-->". */
      scanner->p += 2;
      skip_to (scanner, "-->");
      scanner->p += MIN (scanner->end - scanner->p, 2);
    }
  else if (skip_raw_text (scanner))
    return TRUE;
  else if (g_ascii_isalpha (next)
           || (next == '/' && scanner->p + 2 < scanner->end && g_ascii_isalpha (scanner->p[2])))
    skip_tag (scanner);
  else if (next == '!' || next == '/' || next == '?')
    skip_to (scanner, ">");
  scanner->p += scanner->p < scanner->end;
  return TRUE;
}

/* <?xml version="1.0" encoding="koi8-r"?> */
static const char *
read_xml_declaration (Scanner *scanner)
{
  const char *end, *p;

  if (scanner->end - scanner->p < 6 || memcmp (scanner->p, "<?xml", 5) != 0)
    return NULL;
  end = memchr (scanner->p, '>', MIN (scanner->end - scanner->p, PRESCAN_BYTES));
  p = end != NULL ? g_strstr_len (scanner->p, end - scanner->p, "encoding") : NULL;
  if (p == NULL)
    return NULL;
  for (p += strlen ("encoding"); p < end && (guint8)*p <= ' '; p++)
    ;
  if (*p != '=')
    return NULL;
  for (p++; p < end && (guint8)*p <= ' '; p++)
    ;
  if (*p != '"' && *p != '\'')
    return NULL;
  end = memchr (p + 1, *p, end - p - 1);
  return end != NULL ? vr_charset_by_label (p + 1, end - p - 1) : NULL;
}

const char *
vr_charset_declared (const guint8 *data, gsize n_bytes)
{
  const char *text = (const char *)data;
  Scanner scanner = { text, text + MIN (n_bytes, HEAD_BYTES), text };
  const char *charset = read_xml_declaration (&scanner);

  while (charset == NULL && scanner.p < scanner.end)
    {
      const char *tag = memchr (scanner.p, '<', scanner.end - scanner.p);

      if (tag == NULL)
        break;
      scanner.p = tag;
      if (is_tag_at (&scanner, "<meta"))
        {
          scanner.p += strlen ("<meta");
          charset = read_meta (&scanner);
        }
      else if (!skip_markup (&scanner))
        break;
    }
  return as_readable (charset);
}

const char *
vr_charset_from_content_type (const char *content_type)
{
  g_autofree char *lower = g_ascii_strdown (content_type, -1);

  return find_charset_in (lower);
}
