/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells files that are no text: documents of other kinds by how they begin, and binary data. */
#include "vr-not-text.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file with fewer odd characters than this is read: each is kept or counted. */
#define N_ODD_ALWAYS_FINE 8
/* Compressed and random data have 1 control byte in 10, programs more; texts next to none. */
#define ODD_ONE_IN 24

/* What a file is and what to do; "%s" is its name. */
typedef struct
{
  VrError code;
  const char *message;
} Kind;

static const Kind pdf = {
  VR_ERROR_ENCODING,
  N_ ("“%s” is a PDF document, not plain text; save its text to a file and compare that."),
};
static const Kind zip = {
  VR_ERROR_ENCODING,
  N_ ("“%s” is a ZIP archive or an office document, not plain text; save it as plain text and "
      "compare that."),
};
static const Kind office = {
  VR_ERROR_ENCODING,
  N_ ("“%s” is an office document, not plain text; save it as plain text and compare that."),
};
static const Kind compressed = {
  VR_ERROR_ENCODING,
  N_ ("“%s” is compressed; unpack it and compare the text file that is in it."),
};
static const Kind image = {
  VR_ERROR_NOT_TEXT,
  N_ ("“%s” is an image, not text; name a text file."),
};
static const Kind media = {
  VR_ERROR_NOT_TEXT,
  N_ ("“%s” is a sound or a film, not text; name a text file."),
};
static const Kind program = {
  VR_ERROR_NOT_TEXT,
  N_ ("“%s” is a program, not text; name a text file."),
};
static const Kind database = {
  VR_ERROR_NOT_TEXT,
  N_ ("“%s” is a database, not text; name a text file."),
};
static const Kind binary = {
  VR_ERROR_NOT_TEXT,
  N_ ("“%s” is not text; name a text file, or save it as UTF-8 text first."),
};

typedef struct
{
  const char *bytes;
  guint n_bytes;
  guint at;
  const Kind *kind;
} Magic;

#define MAGIC(bytes, at, kind)                                                                     \
  {                                                                                                \
    bytes, sizeof bytes - 1, at, kind                                                              \
  }

/* How files of these kinds begin; what a text could begin with too is not in it. */
static const Magic magics[] = {
  MAGIC ("%PDF-1.", 0, &pdf),
  MAGIC ("%PDF-2.", 0, &pdf),
  MAGIC ("PK\x03\x04", 0, &zip),
  MAGIC ("PK\x05\x06", 0, &zip),
  MAGIC ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, &office),
  MAGIC ("\x89PNG\r\n\x1A\n", 0, &image),
  MAGIC ("\xFF\xD8\xFF", 0, &image),
  MAGIC ("GIF87a", 0, &image),
  MAGIC ("GIF89a", 0, &image),
  MAGIC ("II*\0", 0, &image),
  MAGIC ("MM\0*", 0, &image),
  MAGIC ("WEBPVP8", 8, &image),
  MAGIC ("ftypavif", 4, &image),
  MAGIC ("ftypheic", 4, &image),
  MAGIC ("ftypmp4", 4, &media),
  MAGIC ("ftypisom", 4, &media),
  MAGIC ("OggS\0", 0, &media),
  MAGIC ("fLaC\0", 0, &media),
  MAGIC ("ID3\x03", 0, &media),
  MAGIC ("ID3\x04", 0, &media),
  MAGIC ("\x1A\x45\xDF\xA3", 0, &media),
  MAGIC ("\x7F"
         "ELF",
         0, &program),
  MAGIC ("MZ\x90\0", 0, &program),
  MAGIC ("\xCF\xFA\xED\xFE", 0, &program),
  MAGIC ("\xCA\xFE\xBA\xBE", 0, &program),
  MAGIC ("\0asm", 0, &program),
  MAGIC ("\x1F\x8B\x08", 0, &compressed),
  MAGIC ("\xFD"
         "7zXZ\0",
         0, &compressed),
  MAGIC ("7z\xBC\xAF\x27\x1C", 0, &compressed),
  MAGIC ("1AY&SY", 4, &compressed),
  MAGIC ("\x28\xB5\x2F\xFD", 0, &compressed),
  MAGIC ("Rar!\x1A\x07", 0, &compressed),
  MAGIC ("SQLite format 3\0", 0, &database),
};

/* Returns NULL where it may be a text. */
static const Kind *
find_kind (const guint8 *data, gsize n_bytes)
{
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      const Magic *magic = &magics[i];

      if (n_bytes >= magic->at + magic->n_bytes
          && memcmp (data + magic->at, magic->bytes, magic->n_bytes) == 0)
        return magic->kind;
    }

  return NULL;
}

gboolean
vr_not_text_by_magic (const guint8 *data, gsize n_bytes)
{
  return find_kind (data, n_bytes) != NULL;
}

void
vr_not_text_set_error (GError **error, const guint8 *data, gsize n_bytes, const char *name)
{
  const Kind *kind = find_kind (data, n_bytes);

  if (kind == NULL)
    kind = &binary;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, VR_ERROR, kind->code, _ (kind->message), name);
#pragma GCC diagnostic pop
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
