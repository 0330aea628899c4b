/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the mojibake repair share: classes of characters, codecs, cells. */
#pragma once

#include "vr-mojibake.h"
#include "vr-plausibility.h"

G_BEGIN_DECLS

/* What matters of a character to whether its neighbours can stand beside it. */
typedef enum
{
  VR_GLYPH_OTHER, /* ASCII punctuation, and what stands anywhere */
  VR_GLYPH_SPACE,
  VR_GLYPH_DIGIT,
  VR_GLYPH_LOWER, /* ASCII */
  VR_GLYPH_UPPER,
  VR_GLYPH_LATIN_LOWER, /* with marks, of living languages */
  VR_GLYPH_LATIN_UPPER,
  VR_GLYPH_LATIN_RARE,
  VR_GLYPH_GREEK_LOWER,
  VR_GLYPH_GREEK_UPPER,
  VR_GLYPH_CYRILLIC_LOWER,
  VR_GLYPH_CYRILLIC_UPPER,
  VR_GLYPH_CYRILLIC_RARE,
  VR_GLYPH_HEBREW,
  VR_GLYPH_HEBREW_MARK,
  VR_GLYPH_ARABIC,
  VR_GLYPH_ARABIC_MARK,
  VR_GLYPH_ARABIC_RARE,
  VR_GLYPH_HAN,      /* of the first level of a national standard */
  VR_GLYPH_HAN_RARE, /* all others */
  VR_GLYPH_KANA,
  VR_GLYPH_KANA_HALF,
  VR_GLYPH_HANGUL,
  VR_GLYPH_HANGUL_RARE,
  VR_GLYPH_FOREIGN, /* letters of any other script */
  VR_GLYPH_MARK,
  VR_GLYPH_C1,
  VR_GLYPH_BAD, /* symbols that codecs have and texts hardly ever */
  VR_GLYPH_CURRENCY,
  VR_GLYPH_OPEN, /* stands before a word */
  VR_GLYPH_CLOSE,
  VR_GLYPH_NUMERIC,
  VR_GLYPH_LAW,
  VR_GLYPH_BOX,
  VR_GLYPH_COMMON, /* punctuation that stands on either side */
  VR_GLYPH_DASH,
  VR_GLYPH_DEGREE,
  VR_GLYPH_CJK_PUNCT,
  VR_GLYPH_LOST, /* U+FFFD */
  VR_GLYPH_SYMBOL,
  VR_GLYPH_UNUSED, /* unassigned or private */
  VR_N_GLYPHS
} VrGlyph;

/* A codec by which UTF-8 may have been read, the more frequent first. */
typedef enum
{
  VR_CODEC_LATIN_1,
  VR_CODEC_WINDOWS_1252,
  VR_CODEC_MAC_ROMAN = 8,
  VR_CODEC_TWICE = 24, /* IBM857: of its holes, E7 is read as c with cedilla, which 87 is */
  VR_N_BYTE_CODECS = 28,
  VR_CODEC_GB18030 = VR_N_BYTE_CODECS,
  VR_CODEC_BIG5,
  VR_CODEC_SHIFT_JIS,
  VR_CODEC_EUC_KR,
  VR_N_CODECS
} VrCodec;

/* How many languages' letters are known. */
#define VR_N_ALPHABETS 39

/* In which of the byte codecs (bit by number) a character is a byte that may start a character of
   UTF-8, and in which one that may continue it. */
typedef struct
{
  guint32 leads;
  guint32 trails;
} VrCodecMasks;

/* Tables of two levels, made by make-mojibake-tables.py. */
extern const guint8 vr_glyph_pages[256];
extern const guint8 vr_glyph_blocks[][256];
extern const guint8 vr_codec_pages[256];
extern const guint16 vr_codec_slots[][256];
extern const VrCodecMasks vr_codec_masks[];
extern const guint8 vr_codec_bytes[][VR_N_BYTE_CODECS];
extern const guint8 vr_alphabet_pages[256];
extern const guint16 vr_alphabet_slots[][256];
extern const guint8 vr_alphabet_costs[][VR_N_ALPHABETS];

/* vr_glyph_of: the class of @c. */
static inline VrGlyph
vr_glyph_of (guint32 c)
{
  if (c < 0x10000)
    return vr_glyph_blocks[vr_glyph_pages[c >> 8]][c & 0xFF];
  if (c < 0x1D000)
    return VR_GLYPH_FOREIGN;
  if (c < 0x20000)
    return VR_GLYPH_SYMBOL;
  return c < 0x323B0 ? VR_GLYPH_HAN_RARE : VR_GLYPH_UNUSED;
}

/* vr_codec_slot: the row of @c in the tables of codecs, 0 where none has it above ASCII. */
static inline guint
vr_codec_slot (guint32 c)
{
  return c < 0x10000 ? vr_codec_slots[vr_codec_pages[c >> 8]][c & 0xFF] : 0;
}

/* vr_is_wide: whether @c is an East Asian letter. */
static inline gboolean
vr_is_wide (guint32 c)
{
  VrGlyph glyph = vr_glyph_of (c);

  return glyph >= VR_GLYPH_HAN && glyph <= VR_GLYPH_HANGUL_RARE;
}

/* vr_glyph_is_bump: two capitals, the second one with marks, and a small letter. */
static inline gboolean
vr_glyph_is_bump (VrGlyph first, VrGlyph second, VrGlyph third)
{
  return second == VR_GLYPH_LATIN_UPPER
         && (first == VR_GLYPH_UPPER || first == VR_GLYPH_LATIN_UPPER)
         && (third == VR_GLYPH_LOWER || third == VR_GLYPH_LATIN_LOWER);
}

/* vr_glyph_is_odd_before: whether texts hardly ever have a @first right before a @second. */
gboolean vr_glyph_is_odd_before (VrGlyph first, VrGlyph second);

/* vr_oddness: how much in @chars texts hardly ever have: 0 where nothing. */
guint vr_oddness (const guint32 *chars, gsize n_chars);

/* vr_alphabet_cost: how badly @chars fit the one language that they fit best: two readings that are
   equally odd are told apart by it. */
guint vr_alphabet_cost (const guint32 *chars, gsize n_chars);

/* vr_codec_get_name: static. */
const char *vr_codec_get_name (VrCodec codec);

/* vr_codec_add_layer: static: @codec, undone after @outer, which may be NULL. */
const char *vr_codec_add_layer (const char *codec, const char *outer);

/* vr_codec_get_wide: the two bytes (0 where there are none) by character of the basic plane in one
   of the East Asian codecs. */
const guint16 *vr_codec_get_wide (VrCodec codec);

/* One character of a line that is being repaired, and which bytes of the line it comes from. */
typedef struct
{
  guint32 c;
  guint32 from, to;
  const char *codec; /* what it had been read as, NULL where it is as it was */
} VrCell;

/* Cells that become one character. */
typedef struct
{
  guint32 at;
  guint32 n_cells; /* 0 for a further character of the match before */
  guint32 c;
  gboolean is_weak; /* with a byte that was lost: no sign of anything on its own */
} VrMatch;

/* What undoing one codec would make of a line. */
typedef struct
{
  GArray *matches;   /* VrMatch, in order */
  gboolean is_whole; /* nothing above ASCII is left over */
  guint n_strong;    /* matches of which no byte was lost */
} VrReading;

/* vr_reading_take: what @cells are where @codec is undone; *@reading is emptied before. */
void vr_reading_take (VrReading *reading, const VrCell *cells, gsize n_cells, VrCodec codec);

/* vr_mojibake_skip_plain: how many bytes @text starts with that are ASCII, the usual quotation
 * marks and dashes, and single letters of Latin-1, among which there is no mojibake. */
gsize vr_mojibake_skip_plain (const char *text, gsize n_bytes);

/* vr_line_is_suspect: whether @text, of any length, may hold mojibake: quick, and wrong at times.
 */
gboolean vr_line_is_suspect (const char *text, gsize n_bytes);

/* vr_cells_repair: takes layer after layer off @cells (VrCell); returns how many, @max_passes at
   most. */
guint vr_cells_repair (GArray *cells, guint max_passes);

/* vr_cells_repair_controls: reads C1 controls as the web does; returns whether there were any. */
gboolean vr_cells_repair_controls (GArray *cells);

G_END_DECLS
