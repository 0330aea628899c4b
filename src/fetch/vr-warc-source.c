/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of a web archive, unpacked as they are asked for. */
#include "vr-warc-source.h"

#include <string.h>

#define PIECE_BYTES (256 * 1024)

/* RFC 1952, 2.3.1: two bytes that say gzip, and the one way of packing. */
static const guint8 magic[] = { 0x1f, 0x8b, 8 };

static gboolean
is_member (const guint8 *data, gsize n_bytes)
{
  return n_bytes >= sizeof magic && memcmp (data, magic, sizeof magic) == 0;
}

void
vr_warc_source_init (VrWarcSource *self, const guint8 *data, gsize n_bytes)
{
  *self = (VrWarcSource){ .data = data, .n_bytes = n_bytes };
  if (!is_member (data, n_bytes))
    return;
  self->unpacker = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  self->buffer = g_byte_array_new ();
}

void
vr_warc_source_clear (VrWarcSource *self)
{
  g_clear_object (&self->unpacker);
  g_clear_pointer (&self->buffer, g_byte_array_unref);
}

/* The next that can be unpacked, perhaps. */
static void
find_member (VrWarcSource *self)
{
  while (self->at < self->n_bytes && !is_member (self->data + self->at, self->n_bytes - self->at))
    {
      const guint8 *next =
          self->at + 1 < self->n_bytes
              ? memchr (self->data + self->at + 1, magic[0], self->n_bytes - self->at - 1)
              : NULL;

      self->at = next != NULL ? (gsize)(next - self->data) : self->n_bytes;
    }
}

/* Each record may be packed on its own, so the end of one is not that of the file. */
static void
unpack_piece (VrWarcSource *self)
{
  gsize n_read = 0, n_written = 0;
  guint n_before;
  GConverterResult result;

  g_byte_array_remove_range (self->buffer, 0, (guint)self->n_used);
  self->n_used = 0;
  n_before = self->buffer->len;
  g_byte_array_set_size (self->buffer, n_before + PIECE_BYTES);
  result = g_converter_convert (G_CONVERTER (self->unpacker), self->data + self->at,
                                self->n_bytes - self->at, self->buffer->data + n_before,
                                PIECE_BYTES, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
  g_byte_array_set_size (self->buffer,
                         n_before + (result != G_CONVERTER_ERROR ? (guint)n_written : 0));
  /* Of one that is cut, others were read as a part, perhaps to the end. */
  self->at = result != G_CONVERTER_ERROR ? self->at + n_read : self->member + 1;
  if (result == G_CONVERTER_CONVERTED)
    return;
  self->is_broken = result == G_CONVERTER_ERROR;
  g_converter_reset (G_CONVERTER (self->unpacker));
  find_member (self);
  self->member = self->at;
}

const char *
vr_warc_source_peek (VrWarcSource *self, gsize *n_bytes)
{
  if (self->unpacker == NULL)
    {
      *n_bytes = MIN (*n_bytes, self->n_bytes - self->at);
      return (const char *)self->data + self->at;
    }
  while (self->buffer->len - self->n_used < *n_bytes && self->member < self->n_bytes
         && !self->is_broken)
    unpack_piece (self);
  *n_bytes = MIN (*n_bytes, self->buffer->len - self->n_used);
  return (const char *)self->buffer->data + self->n_used;
}

static void
pass (VrWarcSource *self, gsize n_bytes)
{
  if (self->unpacker == NULL)
    self->at += n_bytes;
  else
    self->n_used += n_bytes;
  self->n_passed += n_bytes;
}

gboolean
vr_warc_source_skip (VrWarcSource *self, guint64 n_bytes)
{
  while (n_bytes > 0)
    {
      gsize n_here = (gsize)MIN (n_bytes, PIECE_BYTES);

      vr_warc_source_peek (self, &n_here);
      if (n_here == 0)
        return FALSE;
      pass (self, n_here);
      n_bytes -= n_here;
    }
  return TRUE;
}
