/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells files that are no text: documents of other kinds by how they begin, and binary data. */
#include "vr-not-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file with fewer odd characters than this is read: each is kept or counted. */
#define N_ODD_ALWAYS_FINE 8
/* Compressed and random data have 1 control byte in 10, programs more; texts next to none. */
#define ODD_ONE_IN 24

#define PDF_MESSAGE                                                                                \
  N_ ("“%s” is a PDF document, not plain text; save its text to a file and compare that.")
#define ZIP_MESSAGE                                                                                 \
  N_ ("“%s” is a ZIP archive or an office document, not plain text; save it as plain text and " \
      "compare that.")
#define OFFICE_MESSAGE                                                                             \
  N_ ("“%s” is an office document, not plain text; save it as plain text and compare that.")
#define IMAGE_MESSAGE N_ ("“%s” is an image, not text; name a text file.")
#define MEDIA_MESSAGE N_ ("“%s” is a sound or a film, not text; name a text file.")
#define PROGRAM_MESSAGE N_ ("“%s” is a program, not text; name a text file.")
#define COMPRESSED_MESSAGE                                                                         \
  N_ ("“%s” is compressed; unpack it and compare the text file that is in it.")
#define DATABASE_MESSAGE N_ ("“%s” is a database, not text; name a text file.")
#define BINARY_MESSAGE N_ ("“%s” is not text; name a text file, or save it as UTF-8 text first.")

typedef struct
{
  const char *bytes;
  guint n_bytes;
  guint at;
  const char *message;
} Magic;

#define MAGIC(bytes, at, message)                                                                  \
  {                                                                                                \
    bytes, sizeof bytes - 1, at, message                                                           \
  }

/* How files of these kinds begin; what a text could begin with too is not in it. */
static const Magic magics[] = {
  MAGIC ("%PDF-1.", 0, PDF_MESSAGE),
  MAGIC ("%PDF-2.", 0, PDF_MESSAGE),
  MAGIC ("PK\x03\x04", 0, ZIP_MESSAGE),
  MAGIC ("PK\x05\x06", 0, ZIP_MESSAGE),
  MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, OFFICE_MESSAGE),
  MAGIC ("\x89PNG\r\n\x1A\n", 0, IMAGE_MESSAGE),
  MAGIC ("\xFF\xD8\xFF", 0, IMAGE_MESSAGE),
  MAGIC ("GIF87a", 0, IMAGE_MESSAGE),
  MAGIC ("GIF89a", 0, IMAGE_MESSAGE),
  MAGIC ("II*\0", 0, IMAGE_MESSAGE),
  MAGIC ("MM\0*", 0, IMAGE_MESSAGE),
  MAGIC ("WEBPVP8", 8, IMAGE_MESSAGE),
  MAGIC ("ftypavif", 4, IMAGE_MESSAGE),
  MAGIC ("ftypheic", 4, IMAGE_MESSAGE),
  MAGIC ("ftypmp4", 4, MEDIA_MESSAGE),
  MAGIC ("ftypisom", 4, MEDIA_MESSAGE),
  MAGIC ("OggS\0", 0, MEDIA_MESSAGE),
  MAGIC ("fLaC\0", 0, MEDIA_MESSAGE),
  MAGIC ("ID3\x03", 0, MEDIA_MESSAGE),
  MAGIC ("ID3\x04", 0, MEDIA_MESSAGE),
  MAGIC ("\x1A\x45\xDF\xA3", 0, MEDIA_MESSAGE),
  MAGIC ("\x7F"
         "ELF",
         0, PROGRAM_MESSAGE),
  MAGIC ("MZ\x90\0", 0, PROGRAM_MESSAGE),
  MAGIC ("\xCF\xFA\xED\xFE", 0, PROGRAM_MESSAGE),
  MAGIC ("\xCA\xFE\xBA\xBE", 0, PROGRAM_MESSAGE),
  MAGIC ("\0asm", 0, PROGRAM_MESSAGE),
  MAGIC ("\x1F\x8B\x08", 0, COMPRESSED_MESSAGE),
  MAGIC ("\xFD"
         "7zXZ\0",
         0, COMPRESSED_MESSAGE),
  MAGIC ("7z\xBC\xAF\x27\x1C", 0, COMPRESSED_MESSAGE),
  MAGIC ("1AY&SY", 4, COMPRESSED_MESSAGE),
  MAGIC ("\x28\xB5\x2F\xFD", 0, COMPRESSED_MESSAGE),
  MAGIC ("Rar!\x1A\x07", 0, COMPRESSED_MESSAGE),
  MAGIC ("SQLite format 3\0", 0, DATABASE_MESSAGE),
};

const char *
vr_not_text_by_magic (const guint8 *data, gsize n_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      const Magic *magic = &magics[i];

      if (n_bytes >= magic->at + magic->n_bytes
          && memcmp (data + magic->at, magic->bytes, magic->n_bytes) == 0)
        return _ (magic->message);
    }
  return NULL;
}

const char *
vr_not_text_message (void)
{
  return _ (BINARY_MESSAGE);
}

gsize
vr_not_text_count_controls (const guint8 *data, gsize n_bytes)
{
  gsize n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n += data[i] < 0x20 ? (data[i] < 0x08 || data[i] > 0x0D) && data[i] != 0x1B : data[i] == 0x7F;
  return n;
}

gboolean
vr_not_text_is_too_much (gsize n_odd, gsize n)
{
  return n_odd > N_ODD_ALWAYS_FINE ? n_odd > n / ODD_ONE_IN : n_odd > n / 2;
}
