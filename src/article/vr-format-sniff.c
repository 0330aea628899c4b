/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what a file is, by its first bytes, by what a ZIP file has in it, and by its name. */
#include "vr-article-reading.h"

#include <string.h>

/* Comments may stand before the first tag, but no page has more of them. */
#define HEAD_BYTES ((gsize)1 << 16)

/* What follows a ZIP file's marks before the name: of an entry, and of one in the list of them. */
#define ENTRY_MARK "PK\x03\x04"
#define ENTRY_BYTES 30
#define LISTED_MARK "PK\x01\x02"
#define LISTED_BYTES 46
#define MARK_BYTES 4

/* The first bytes of a file as ASCII: of UTF-16 every second byte. */
typedef struct
{
  const guint8 *data;
  gsize n_bytes;
  gsize at;
  gsize step;
} Head;

static int
peek (const Head *self, gsize ahead)
{
  gsize at = self->at + ahead * self->step;

  return at < self->n_bytes ? self->data[at] : -1;
}

static gboolean
begins_with (const Head *self, const char *word)
{
  for (gsize i = 0; word[i] != '\0'; i++)
    {
      int c = peek (self, i);

      if (c < 0 || g_ascii_tolower ((char)c) != word[i])
        return FALSE;
    }
  return TRUE;
}

static void
skip (Head *self, gsize n)
{
  self->at = MIN (self->at + n * self->step, self->n_bytes);
}

static gboolean
skip_behind (Head *self, const char *end)
{
  while (self->at < self->n_bytes && !begins_with (self, end))
    skip (self, 1);
  if (self->at >= self->n_bytes)
    return FALSE;
  skip (self, strlen (end));
  return TRUE;
}

/* Behind a byte order mark; UTF-16 without one has a zero beside its first character. */
static Head
read_head (const guint8 *data, gsize n_bytes)
{
  Head self = { data, MIN (n_bytes, HEAD_BYTES), 0, 1 };

  if (n_bytes >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    self.at = 3;
  else if (n_bytes >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    self.at = self.step = 2;
  else if (n_bytes >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    self.at = 3, self.step = 2;
  else if (n_bytes >= 2 && data[0] != 0 && data[1] == 0)
    self.step = 2;
  else if (n_bytes >= 2 && data[0] == 0 && data[1] != 0)
    self.at = 1, self.step = 2;
  return self;
}

/* Steps over what may stand before a page's first tag. */
static void
skip_prolog (Head *self)
{
  for (;;)
    {
      int c = peek (self, 0);

      if (c > 0 && g_ascii_isspace ((char)c))
        skip (self, 1);
      else if (begins_with (self, "<!--"))
        {
          if (!skip_behind (self, "-->"))
            return;
        }
      else if (begins_with (self, "<?"))
        {
          if (!skip_behind (self, ">"))
            return;
        }
      else
        return;
    }
}

/* Whether the tag @name begins here, and not a longer one. */
static gboolean
is_tag (const Head *self, const char *name)
{
  int c = peek (self, strlen (name));

  return begins_with (self, name) && (c == '>' || c == '/' || (c > 0 && g_ascii_isspace ((char)c)));
}

static gboolean
has_ending (const char *name, const char *const endings[])
{
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  for (guint i = 0; dot != NULL && endings[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A page that is called one needs no more than a tag to begin with. */
static gboolean
is_html (const guint8 *data, gsize n_bytes, const char *name)
{
  static const char *const endings[] = { "html", "htm", "xhtml", "xht", NULL };
  static const char *const tags[] = { "<!doctype html", "<html", "<head", "<body" };
  Head head = read_head (data, n_bytes);
  int c;

  skip_prolog (&head);
  if (peek (&head, 0) != '<')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    if (is_tag (&head, tags[i]))
      return TRUE;
  c = peek (&head, 1);
  return has_ending (name, endings) && c > 0 && (g_ascii_isalpha ((char)c) || c == '!');
}

/* Whether a ZIP file has an entry of that name: there, or in the list of them; a file that was cut
 * off has no list. */
static gboolean
has_entry (const guint8 *data, gsize n_bytes, const char *name)
{
  const guint8 *end = data + n_bytes, *found = data;
  gsize n_name = strlen (name);

  while ((found = memmem (found, (gsize)(end - found), name, n_name)) != NULL)
    {
      gsize at = (gsize)(found - data);

      if ((at >= ENTRY_BYTES && memcmp (found - ENTRY_BYTES, ENTRY_MARK, MARK_BYTES) == 0)
          || (at >= LISTED_BYTES && memcmp (found - LISTED_BYTES, LISTED_MARK, MARK_BYTES) == 0))
        return TRUE;
      found++;
    }
  return FALSE;
}

/* What the first entry says, stored as it is: so do OpenDocument files and books. */
static gboolean
has_media_type (const guint8 *data, gsize n_bytes, const char *type)
{
  static const char first[] = "mimetype";
  gsize n_name = strlen (first), n_type = strlen (type);
  gsize at, n_extra;

  if (n_bytes < ENTRY_BYTES + n_name + n_type || memcmp (data + ENTRY_BYTES, first, n_name) != 0)
    return FALSE;
  n_extra = data[28] + data[29] * (gsize)256;
  at = ENTRY_BYTES + n_name + n_extra;
  return at + n_type <= n_bytes && memcmp (data + at, type, n_type) == 0;
}

static const char *
sniff_zip (const guint8 *data, gsize n_bytes)
{
  if (has_media_type (data, n_bytes, "application/epub+zip"))
    return "epub";
  if (has_media_type (data, n_bytes, "application/vnd.oasis.opendocument.text"))
    return "odt";
  if (has_entry (data, n_bytes, "word/document.xml"))
    return "docx";
  if (has_entry (data, n_bytes, "META-INF/container.xml"))
    return "epub";
  return "text";
}

const char *
vr_format_sniff (const guint8 *data, gsize n_bytes, const char *name)
{
  static const char *const markdown_endings[] = { "md", "markdown", NULL };
  static const char pdf[] = "%PDF-";

  if (n_bytes >= MARK_BYTES && memcmp (data, ENTRY_MARK, MARK_BYTES) == 0)
    return sniff_zip (data, n_bytes);
  if (n_bytes >= strlen (pdf) && memcmp (data, pdf, strlen (pdf)) == 0)
    return "pdf";
  if (is_html (data, n_bytes, name))
    return "html";
  return has_ending (name, markdown_endings) ? "markdown" : "text";
}

const char *const *
vr_format_get_names (void)
{
  static const char *const names[] = { "text", "html", "docx",     "odt",
                                       "epub", "pdf",  "markdown", NULL };

  return names;
}
