/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, told from how it begins, and from its name where that says nothing. */
#include "vr-article-reading.h"

#include <string.h>

typedef struct
{
  const char *title;
  const char *name;
  const char *bytes;
  gsize n_bytes;
  const char *format;
} Case;

#define BYTES(text) text, sizeof (text) - 1
/* An entry of a ZIP file up to its name, and one in the list of them. */
#define ENTRY "PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\0\0\0"
#define LISTED                                                                                     \
  "PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0\0\0\0\0\0\0\0\0\0\0\0" \
  "\0\0\0"

static const Case cases[] = {
  { "an empty file is text", "a.html", BYTES (""), "text" },
  { "words are text", "a.txt", BYTES ("Fog holds up the ferry"), "text" },
  { "words in a file called a page are text", "a.html", BYTES ("Fog holds up"), "text" },
  { "a page says so", NULL, BYTES ("<!DOCTYPE html>\n<p>x"), "html" },
  { "in any letters", "a.txt", BYTES ("<HTML lang=en>"), "html" },
  { "behind a mark, comments and a prolog", "a",
    BYTES ("\xEF\xBB\xBF\n<?xml version='1.0'?><!-- saved <p> from --> <!-- x -->\r\n<head>"),
    "html" },
  { "in UTF-16", NULL, BYTES ("\xFF\xFE<\0h\0t\0m\0l\0>\0"), "html" },
  { "in UTF-16, the other way", NULL, BYTES ("\xFE\xFF\0 \0<\0b\0o\0d\0y\0>"), "html" },
  { "in UTF-16 without a mark", NULL, BYTES ("<\0h\0t\0m\0l\0>\0"), "html" },
  { "a longer word is no tag", NULL, BYTES ("<headline>Fog</headline>"), "text" },
  { "a tag alone says too little", "a.txt", BYTES ("<p>Fog"), "text" },
  { "but enough for a file called a page", "a.HTM", BYTES ("<p>Fog"), "html" },
  { "other XML is text", "feed.xml", BYTES ("<?xml version='1.0'?><rss>"), "text" },
  { "a comment without an end is text", "a.txt", BYTES ("<!-- x"), "text" },
  { "a PDF document", "a.txt", BYTES ("%PDF-1.7\n"), "pdf" },
  { "a Word document", "a", BYTES (ENTRY "word/document.xml"), "docx" },
  { "a Word document whose list alone tells", "a.zip",
    BYTES (ENTRY "x.xml...." LISTED "word/document.xml"), "docx" },
  { "a name in a text in a ZIP file is none", "a", BYTES (ENTRY "x.txt word/document.xml"),
    "text" },
  { "an OpenDocument text", NULL, BYTES (ENTRY "mimetypeapplication/vnd.oasis.opendocument.text"),
    "odt" },
  { "an OpenDocument table is none", NULL,
    BYTES (ENTRY "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "text" },
  { "a book", NULL, BYTES (ENTRY "mimetypeapplication/epub+zip"), "epub" },
  { "a book that does not begin with its type", NULL, BYTES (ENTRY "META-INF/container.xml"),
    "epub" },
  { "a ZIP file cut off", NULL, BYTES ("PK\x03\x04"), "text" },
  { "Markdown by its name alone", "notes.md", BYTES ("# Fog"), "markdown" },
  { "Markdown by its longer name", "a.b/notes.Markdown", BYTES (""), "markdown" },
  { "the same without it", "notes", BYTES ("# Fog"), "text" },
  { "a page called Markdown is a page", "notes.md", BYTES ("<!doctype html>"), "html" },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  /* Of its own size, so that a sanitizer sees a step too far. */
  g_autofree guint8 *bytes = g_memdup2 (self->bytes, self->n_bytes);

  g_assert_cmpstr (vr_format_sniff (bytes, self->n_bytes, self->name), ==, self->format);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/format-sniff/%s", cases[i].title);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
