/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ZIP file, written entry by entry: no clock, no owner, nothing of the machine. */
#include "vr-zip.h"

#include <errno.h>

/* Names and numbers are APPNOTE's. */
#define LOCAL_HEADER 0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define END_OF_DIRECTORY 0x06054b50
#define VERSION_STORED 10
#define VERSION_DEFLATED 20
#define METHOD_STORED 0
#define METHOD_DEFLATED 8
#define FIRST_DAY ((0 << 9) | (1 << 5) | 1) /* 1 January 1980 */
#define CRC_POLYNOMIAL 0xedb88320u          /* of IEEE 802.3, its bits turned round */
#define BEST_COMPRESSION 9

typedef struct
{
  guint16 version;
  guint16 method;
  guint32 crc;
  guint32 n_packed;
  guint32 n_bytes;
  guint16 n_name;
} Entry;

void
vr_zip_init (VrZip *self, VrOutput *output)
{
  self->output = output;
  self->directory = g_byte_array_new ();
  self->offset = 0;
  self->n_entries = 0;
}

void
vr_zip_clear (VrZip *self)
{
  g_clear_pointer (&self->directory, g_byte_array_unref);
}

static void
put_16 (GByteArray *bytes, guint16 value)
{
  guint8 little[] = { value & 0xff, value >> 8 };

  g_byte_array_append (bytes, little, sizeof little);
}

static void
put_32 (GByteArray *bytes, guint32 value)
{
  put_16 (bytes, value & 0xffff);
  put_16 (bytes, value >> 16);
}

static guint32
sum_of (const GString *contents)
{
  guint32 table[256];
  guint32 crc = 0xffffffffu;

  for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = table[i] >> 1 ^ ((table[i] & 1) != 0 ? CRC_POLYNOMIAL : 0);
    }
  for (gsize i = 0; i < contents->len; i++)
    crc = table[(crc ^ (guint8)contents->str[i]) & 0xff] ^ crc >> 8;

  return crc ^ 0xffffffffu;
}

static GBytes *
deflate (const GString *contents)
{
  g_autoptr (GZlibCompressor) compressor =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, BEST_COMPRESSION);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream =
      g_converter_output_stream_new (memory, G_CONVERTER (compressor));

  if (!g_output_stream_write_all (stream, contents->str, contents->len, NULL, NULL, NULL)
      || !g_output_stream_close (stream, NULL, NULL))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* What both headers of an entry have in common. */
static void
put_entry (GByteArray *header, const Entry *entry)
{
  put_16 (header, entry->version);
  put_16 (header, 0);
  put_16 (header, entry->method);
  put_16 (header, 0);
  put_16 (header, FIRST_DAY);
  put_32 (header, entry->crc);
  put_32 (header, entry->n_packed);
  put_32 (header, entry->n_bytes);
  put_16 (header, entry->n_name);
  put_16 (header, 0);
}

static void
list_entry (VrZip *self, const Entry *entry, const char *name)
{
  put_32 (self->directory, CENTRAL_HEADER);
  put_16 (self->directory, VERSION_DEFLATED);
  put_entry (self->directory, entry);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_32 (self->directory, 0);
  put_32 (self->directory, (guint32)self->offset);
  g_byte_array_append (self->directory, (const guint8 *)name, entry->n_name);
}

void
vr_zip_add (VrZip *self, const char *name, const GString *contents, gboolean compress)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autoptr (GBytes) packed =
      compress ? deflate (contents) : g_bytes_new_static (contents->str, contents->len);
  Entry entry = { compress ? VERSION_DEFLATED : VERSION_STORED,
                  compress ? METHOD_DEFLATED : METHOD_STORED };
  gsize n_packed = 0;
  const char *bytes = packed != NULL ? g_bytes_get_data (packed, &n_packed) : NULL;

  if (packed == NULL || contents->len >= G_MAXUINT32
      || self->offset + n_packed + strlen (name) >= G_MAXINT32)
    {
      vr_output_fail (self->output, EFBIG);
      return;
    }
  entry.crc = sum_of (contents);
  entry.n_packed = (guint32)n_packed;
  entry.n_bytes = (guint32)contents->len;
  entry.n_name = (guint16)strlen (name);
  list_entry (self, &entry, name);
  put_32 (header, LOCAL_HEADER);
  put_entry (header, &entry);
  g_byte_array_append (header, (const guint8 *)name, entry.n_name);
  vr_output_write (self->output, (const char *)header->data, header->len);
  vr_output_write (self->output, bytes, n_packed);
  self->offset += header->len + n_packed;
  self->n_entries++;
}

void
vr_zip_end (VrZip *self, guint16 comment_bytes)
{
  guint32 n_directory = self->directory->len;

  put_32 (self->directory, END_OF_DIRECTORY);
  put_16 (self->directory, 0);
  put_16 (self->directory, 0);
  put_16 (self->directory, (guint16)self->n_entries);
  put_16 (self->directory, (guint16)self->n_entries);
  put_32 (self->directory, n_directory);
  put_32 (self->directory, (guint32)self->offset);
  put_16 (self->directory, comment_bytes);
  vr_output_write (self->output, (const char *)self->directory->data, self->directory->len);
}
