/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers and bodies as HTTP and WARC write them. */
#include "vr-http-answer.h"

#include <brotli/decode.h>
#include <string.h>

#define PIECE_BYTES (64 * 1024)
#define MAX_LINE_BYTES (64 * 1024)

/* The end of the line that begins at @text, and where the next one does. */
static const char *
find_line_end (const char *text, const char *end, const char **next)
{
  const char *mark = memchr (text, '\n', (gsize)(end - text));

  *next = mark != NULL ? mark + 1 : end;
  if (mark == NULL)
    return end;
  return mark > text && mark[-1] == '\r' ? mark - 1 : mark;
}

static void
add_header (GHashTable *headers, const char *line, const char *end)
{
  const char *colon = memchr (line, ':', (gsize)(end - line));
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (colon == NULL || end - line > MAX_LINE_BYTES)
    return;
  name = g_ascii_strdown (line, colon - line);
  g_strstrip (name);
  value = g_strndup (colon + 1, (gsize)(end - colon - 1));
  if (!g_hash_table_contains (headers, name))
    g_hash_table_insert (headers, g_steal_pointer (&name),
                         g_utf8_make_valid (g_strstrip (value), -1));
}

GHashTable *
vr_http_headers_read (const char *text, gsize n_bytes, gsize *n_read)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *end = text + n_bytes;
  const char *next = text;

  while (next < end)
    {
      const char *line = next;
      const char *line_end = find_line_end (line, end, &next);

      if (line_end == line)
        break;
      add_header (headers, line, line_end);
    }
  *n_read = (gsize)(next - text);
  return headers;
}

/* Quotes around a value are the header's. */
static char *
dup_parameter (const char *parameters, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (parameters, ";", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *value = strchr (*part, '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      if (g_ascii_strcasecmp (g_strstrip (*part), name) == 0)
        return g_strdup (g_strstrip (g_strdelimit (value, "\"'", ' ')));
    }
  return NULL;
}

char *
vr_http_headers_dup_type (GHashTable *headers, char **charset)
{
  const char *value = g_hash_table_lookup (headers, "content-type");
  gsize n_type = value != NULL ? strcspn (value, ";") : 0;
  char *type;

  *charset = NULL;
  if (n_type == 0)
    return NULL;
  type = g_ascii_strdown (value, (gssize)n_type);
  if (value[n_type] == ';')
    *charset = dup_parameter (value + n_type + 1, "charset");
  return g_strstrip (type);
}

/* RFC 9112, 7.1.  NULL where it is not so written. */
static GByteArray *
join_chunks (const char *data, gsize n_bytes)
{
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  const char *end = data + n_bytes;
  const char *next = data;

  while (next < end)
    {
      const char *line = next;
      char *after;
      guint64 n_chunk;

      if (!g_ascii_isxdigit (*line))
        return NULL;
      find_line_end (line, end, &next);
      if (next == end && end[-1] != '\n')
        return NULL;
      /* The line ends inside of the data, and no number goes on behind its end. */
      n_chunk = g_ascii_strtoull (line, &after, 16);
      if (n_chunk == 0)
        return g_steal_pointer (&joined);
      if (n_chunk > (guint64)(end - next) || joined->len + n_chunk > VR_HTTP_BODY_MAX_BYTES)
        return NULL;
      g_byte_array_append (joined, (const guint8 *)next, (guint)n_chunk);
      next += n_chunk;
      if (next < end && *next == '\r')
        next++;
      if (next < end && *next == '\n')
        next++;
    }
  return NULL;
}

static GByteArray *
convert (GConverter *converter, const guint8 *data, gsize n_bytes)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED && whole->len <= VR_HTTP_BODY_MAX_BYTES)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (converter, data, n_bytes, piece, PIECE_BYTES,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      data += n_read;
      n_bytes -= n_read;
      if (result != G_CONVERTER_ERROR)
        g_byte_array_append (whole, piece, (guint)n_written);
    }
  return result == G_CONVERTER_FINISHED ? g_steal_pointer (&whole) : NULL;
}

static GByteArray *
inflate_as (GZlibCompressorFormat format, const guint8 *data, gsize n_bytes)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (format);

  return convert (G_CONVERTER (decompressor), data, n_bytes);
}

static GByteArray *
unpack_brotli (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);
  BrotliDecoderState *state = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;

  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && whole->len <= VR_HTTP_BODY_MAX_BYTES)
    {
      guint8 *out = piece;
      gsize n_room = PIECE_BYTES;

      result = BrotliDecoderDecompressStream (state, &n_bytes, &data, &n_room, &out, NULL);
      g_byte_array_append (whole, piece, (guint)(PIECE_BYTES - n_room));
    }
  BrotliDecoderDestroyInstance (state);
  return result == BROTLI_DECODER_RESULT_SUCCESS ? g_steal_pointer (&whole) : NULL;
}

/* NULL where it is not packed so: then whoever wrote it down has unpacked it.  What is called
 * deflate comes with zlib's head or without. */
static GByteArray *
unpack (const char *coding, const guint8 *data, gsize n_bytes)
{
  GByteArray *whole = NULL;

  if (g_ascii_strcasecmp (coding, "gzip") == 0 || g_ascii_strcasecmp (coding, "x-gzip") == 0)
    return inflate_as (G_ZLIB_COMPRESSOR_FORMAT_GZIP, data, n_bytes);
  if (g_ascii_strcasecmp (coding, "br") == 0)
    return unpack_brotli (data, n_bytes);
  if (g_ascii_strcasecmp (coding, "deflate") == 0)
    {
      whole = inflate_as (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, data, n_bytes);
      if (whole == NULL)
        whole = inflate_as (G_ZLIB_COMPRESSOR_FORMAT_RAW, data, n_bytes);
    }
  return whole;
}

static GBytes *
read_body (GHashTable *headers, const char *data, gsize n_bytes)
{
  const char *transfer = g_hash_table_lookup (headers, "transfer-encoding");
  const char *coding = g_hash_table_lookup (headers, "content-encoding");
  g_autoptr (GByteArray) joined = NULL;
  GByteArray *unpacked = NULL;

  if (transfer != NULL && g_ascii_strcasecmp (transfer, "chunked") == 0)
    joined = join_chunks (data, n_bytes);
  if (joined != NULL)
    {
      data = (const char *)joined->data;
      n_bytes = joined->len;
    }
  if (coding != NULL && n_bytes > 0)
    unpacked = unpack (coding, (const guint8 *)data, n_bytes);
  if (unpacked != NULL)
    return g_byte_array_free_to_bytes (unpacked);
  return joined != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&joined))
                        : g_bytes_new (data, n_bytes);
}

gboolean
vr_http_answer_read (VrHttpAnswer *self, const char *data, gsize n_bytes, VrHttpWants wants_body)
{
  const char *end = data + n_bytes;
  const char *next;
  const char *line_end = find_line_end (data, end, &next);
  const char *space = data;
  gsize n_read;

  *self = (VrHttpAnswer){ 0 };
  while (space < line_end && *space != ' ')
    space++;
  if (n_bytes < 5 || memcmp (data, "HTTP/", 5) != 0 || line_end - space < 4)
    return FALSE;
  for (guint i = 1; i <= 3; i++)
    {
      if (!g_ascii_isdigit (space[i]))
        return FALSE;
      self->status = self->status * 10 + (guint)g_ascii_digit_value (space[i]);
    }
  self->headers = vr_http_headers_read (next, (gsize)(end - next), &n_read);
  next += n_read;
  if (wants_body (self->status, self->headers))
    self->body = read_body (self->headers, next, (gsize)(end - next));
  return TRUE;
}

void
vr_http_answer_clear (VrHttpAnswer *self)
{
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
}
