/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be known of a PDF file of Cairo's to append to it. */
#include "vr-pdf-file.h"

#include <gio/gio.h>
#include <string.h>

/* A trailer is a hundred bytes. */
#define TRAILER_BYTES 1024

/* The number behind @key in @text. */
static gboolean
read_number (const char *text, const char *key, gsize *number)
{
  const char *at = strstr (text, key);

  if (at == NULL)
    return FALSE;
  *number = (gsize)g_ascii_strtoull (at + strlen (key), NULL, 10);

  return *number > 0;
}

/* As a string: NULs end it. */
static char *
dup_part (const VrPdfFile *self, gsize from)
{
  return g_strndup (self->bytes + from, MIN (self->n_bytes - from, TRAILER_BYTES));
}

/* The last place of @words; %NULL where there is none. */
static const char *
find_last (const VrPdfFile *self, const char *words)
{
  gsize n = strlen (words);

  for (gsize i = self->n_bytes - MIN (n, self->n_bytes); i > 0; i--)
    if (memcmp (self->bytes + i, words, n) == 0)
      return self->bytes + i;

  return NULL;
}

static gboolean
read_trailer (VrPdfFile *self)
{
  const char *at = find_last (self, "startxref\n");
  g_autofree char *tail = at != NULL ? dup_part (self, (gsize)(at - self->bytes)) : NULL;
  g_autofree char *head = NULL;
  gsize size, root, info;

  if (tail == NULL || !read_number (tail, "startxref\n", &self->start)
      || self->start >= self->n_bytes)
    return FALSE;
  self->is_stream = !g_str_has_prefix (self->bytes + self->start, "xref");
  at = self->is_stream ? self->bytes + self->start : find_last (self, "trailer\n");
  head = at != NULL ? dup_part (self, (gsize)(at - self->bytes)) : g_strdup ("");
  if (!read_number (head, "/Size ", &size) || !read_number (head, "/Root ", &root)
      || !read_number (head, "/Info ", &info))
    return FALSE;
  self->size = (guint)size;
  self->root = (guint)root;
  self->info = (guint)info;

  return TRUE;
}

/* What stands in @text, of @n_bytes, from behind the first << to before the last >> ahead of
 * @end. */
static char *
dup_inside (const char *text, gsize n_bytes, const char *end)
{
  const char *from = memmem (text, n_bytes, "<<", 2);
  const char *to = memmem (text, n_bytes, end, strlen (end));

  to = to != NULL ? to : text + n_bytes;
  while (from != NULL && to > from + 2 && to[-1] != '>')
    to--;

  return from != NULL && to - from > 4 ? g_strndup (from + 2, (gsize)(to - from) - 4) : NULL;
}

static char *
dup_plain_catalog (const VrPdfFile *self)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<<", self->root);
  const char *from = memmem (self->bytes, self->n_bytes, head, strlen (head));

  return from != NULL ? dup_inside (from, (gsize)(self->bytes + self->n_bytes - from), "endobj")
                      : NULL;
}

static GBytes *
inflate (const char *bytes, gsize n_bytes)
{
  g_autoptr (GConverter) converter =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) source =
      g_memory_input_stream_new_from_data (bytes, (gssize)n_bytes, NULL);
  g_autoptr (GInputStream) input = g_converter_input_stream_new (source, converter);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (g_output_stream_splice (output, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));
}

/* ISO 32000-1, 7.5.7: numbers and places of all objects, then the objects. */
static char *
dup_catalog_in (const VrPdfFile *self, GBytes *objects, gsize n, gsize first)
{
  gsize n_bytes;
  const char *text = g_bytes_get_data (objects, &n_bytes);
  g_autofree char *head = g_strndup (text, MIN (first, n_bytes));
  char *at = head;

  for (gsize i = 0; i < n; i++)
    {
      guint64 number = g_ascii_strtoull (at, &at, 10);
      guint64 offset = g_ascii_strtoull (at, &at, 10);

      /* Cairo's catalog is the last one. */
      if (number == self->root && first + offset < n_bytes)
        return dup_inside (text + first + offset, n_bytes - first - (gsize)offset, "endobj");
    }

  return NULL;
}

/* It is in the last stream of objects. */
static char *
dup_packed_catalog (const VrPdfFile *self)
{
  const char *at = find_last (self, "/Type /ObjStm");
  g_autofree char *head = at != NULL ? dup_part (self, (gsize)(at - self->bytes)) : NULL;
  g_autoptr (GBytes) objects = NULL;
  const char *data = head != NULL ? strstr (head, "stream\n") : NULL;
  gsize n, first, from;

  if (data == NULL || !read_number (head, "/N ", &n) || !read_number (head, "/First ", &first))
    return NULL;
  from = (gsize)(at - self->bytes) + (gsize)(data - head) + strlen ("stream\n");
  /* How long it is another object tells; zlib knows by itself. */
  objects = inflate (self->bytes + from, self->n_bytes - from);

  return objects != NULL ? dup_catalog_in (self, objects, n, first) : NULL;
}

gboolean
vr_pdf_file_read (VrPdfFile *self, const GByteArray *bytes)
{
  *self = (VrPdfFile){ .bytes = (const char *)bytes->data, .n_bytes = bytes->len };
  if (!read_trailer (self))
    return FALSE;
  self->catalog = self->is_stream ? dup_packed_catalog (self) : dup_plain_catalog (self);

  /* Of places with names, which would have to be kept, Cairo writes none unasked. */
  return self->catalog != NULL && strstr (self->catalog, "/Names") == NULL;
}

void
vr_pdf_file_clear (VrPdfFile *self)
{
  g_clear_pointer (&self->catalog, g_free);
}
