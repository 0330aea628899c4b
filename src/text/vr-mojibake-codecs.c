/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codecs by which UTF-8 is misread: their names, and the East Asian ones' tables. */
#include "vr-mojibake-private.h"

#include <string.h>
#include <unicode/ucnv.h>

/* More layers are undone than are told, so that there are few names. */
#define MAX_LAYERS 4

/* IANA's names, as people and iconv know them. */
static const char *const names[VR_N_CODECS] = {
  "ISO-8859-1",   "windows-1252", "windows-1251", "windows-1250", "windows-1253",   "windows-1254",
  "windows-1257", "ISO-8859-2",   "macintosh",    "IBM437",       "IBM850",         "IBM852",
  "IBM00858",     "ISO-8859-15",  "ISO-8859-9",   "windows-1255", "windows-1256",   "windows-1258",
  "ISO-8859-5",   "ISO-8859-7",   "KOI8-R",       "x-mac-ce",     "x-mac-cyrillic", "IBM855",
  "IBM857",       "IBM862",       "IBM865",       "IBM866",       "GB18030",        "Big5",
  "Shift_JIS",    "EUC-KR"
};

/* What ICU calls each East Asian codec: the usual superset, then what reads a few bytes otherwise.
 */
static const char *const converters[][2] = {
  { "gb18030", "GBK" },
  { "Big5", "Big5-HKSCS" },
  { "Shift_JIS", "ibm-943_P15A-2003" },
  { "windows-949", "EUC-KR" },
};

const char *
vr_codec_get_name (VrCodec codec)
{
  return names[codec];
}

const char *
vr_codec_add_layer (const char *codec, const char *outer)
{
  g_autofree char *joined = NULL;
  guint n_layers = 1;

  if (outer == NULL)
    return codec;
  for (const char *at = strchr (outer, '+'); at != NULL; at = strchr (at + 1, '+'))
    if (++n_layers == MAX_LAYERS)
      return outer;
  joined = g_strconcat (outer, "+", codec, NULL);
  return g_intern_string (joined);
}

/* One or two bytes to a character of the basic plane, 0 where they are none. */
static UChar
read_bytes (UConverter *converter, const char *bytes, gint n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar out[4];
  gint32 n = ucnv_toUChars (converter, out, G_N_ELEMENTS (out), bytes, n_bytes, &status);

  return U_SUCCESS (status) && n == 1 && out[0] >= 0x80 && out[0] != 0xFFFD ? out[0] : 0;
}

static void
add_converter (guint16 *table, const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (name, &status);

  if (U_FAILURE (status))
    return;
  for (guint lead = 0x81; lead < 0xFF; lead++)
    {
      char bytes[2] = { (char)lead, 0 };
      UChar c = read_bytes (converter, bytes, 1);

      if (c != 0 && table[c] == 0)
        table[c] = (guint16)lead;
      for (guint trail = 0x40; c == 0 && trail < 0xFF; trail++)
        {
          UChar pair;

          bytes[1] = (char)trail;
          pair = read_bytes (converter, bytes, 2);
          if (pair != 0 && table[pair] == 0)
            table[pair] = (guint16)(lead << 8 | trail);
        }
    }
  ucnv_close (converter);
}

static const guint16 *
build_table (guint number)
{
  guint16 *table = g_new0 (guint16, 0x10000);

  for (guint i = 0; i < G_N_ELEMENTS (converters[number]); i++)
    add_converter (table, converters[number][i]);
  return table;
}

const guint16 *
vr_codec_get_wide (VrCodec codec)
{
  static const guint16 *tables[VR_N_CODECS - VR_N_BYTE_CODECS];
  guint number = codec - VR_N_BYTE_CODECS;

  if (g_once_init_enter (&tables[number]))
    g_once_init_leave (&tables[number], build_table (number));
  return tables[number];
}
