/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the word cutter knows by heart: Latin, Greek, Cyrillic and general punctuation, arrows,
 * signs. */
#pragma once

#include "vr-words-private.h"

G_BEGIN_DECLS

/**
 * VrWordBreak: UAX #29's Word_Break classes as far as these scripts need them.
 * @VR_WORD_BREAK_OTHER: stands alone
 * @VR_WORD_BREAK_LETTER: ALetter
 * @VR_WORD_BREAK_DIGIT: Numeric
 * @VR_WORD_BREAK_JOINER: ExtendNumLet, the underscore
 * @VR_WORD_BREAK_MID_LETTER: joins two letters
 * @VR_WORD_BREAK_MID_NUMBER: joins two digits
 * @VR_WORD_BREAK_MID_BOTH: MidNumLet and Single_Quote: joins two letters or two digits
 * @VR_WORD_BREAK_COLON: joins two letters in some languages: such a span is ICU's
 * @VR_WORD_BREAK_SPACE: white space
 * @VR_WORD_BREAK_UNKNOWN: not in the table, or not without its neighbours: ICU's
 */
typedef enum
{
  VR_WORD_BREAK_OTHER,
  VR_WORD_BREAK_LETTER,
  VR_WORD_BREAK_DIGIT,
  VR_WORD_BREAK_JOINER,
  VR_WORD_BREAK_MID_LETTER,
  VR_WORD_BREAK_MID_NUMBER,
  VR_WORD_BREAK_MID_BOTH,
  VR_WORD_BREAK_COLON,
  VR_WORD_BREAK_SPACE,
  VR_WORD_BREAK_UNKNOWN,
} VrWordBreak;

/** VrWordEntry: one character's VrWordBreak, VrSegmentKind and VrSegmentFlags. */
typedef struct
{
  guint8 word_break;
  guint8 kind;
  guint8 flags;
} VrWordEntry;

#define VR_WORD_TABLE_N_LOW 0x530
#define VR_WORD_TABLE_LATIN 0x1E00
#define VR_WORD_TABLE_N_LATIN 0x100
#define VR_WORD_TABLE_PUNCTUATION 0x2000
#define VR_WORD_TABLE_N_PUNCTUATION 0x300

typedef struct
{
  VrWordEntry low[VR_WORD_TABLE_N_LOW];
  VrWordEntry latin[VR_WORD_TABLE_N_LATIN];
  VrWordEntry punctuation[VR_WORD_TABLE_N_PUNCTUATION];
  VrWordEntry unknown;
} VrWordTable;

/** vr_word_table_get: the table, filled from ICU's properties at the first call. */
const VrWordTable *vr_word_table_get (void);

/* The entry of the character at @at, a valid UTF-8 text's, with its length in @n_bytes. */
static inline const VrWordEntry *
vr_word_table_look (const VrWordTable *table, const char *at, guint32 *n_bytes)
{
  const guint8 *bytes = (const guint8 *)at;
  if (bytes[0] < 0x80)
    {
      *n_bytes = 1;
      return &table->low[bytes[0]];
    }
  if (bytes[0] < 0xE0)
    {
      guint32 point = ((guint32)(bytes[0] & 0x1F) << 6) | (bytes[1] & 0x3F);
      *n_bytes = 2;
      return point < VR_WORD_TABLE_N_LOW ? &table->low[point] : &table->unknown;
    }
  *n_bytes = 3;
  if (bytes[0] < 0xF0)
    {
      guint32 point = ((guint32)(bytes[0] & 0x0F) << 12) | ((guint32)(bytes[1] & 0x3F) << 6)
                      | (bytes[2] & 0x3F);
      if (point - VR_WORD_TABLE_PUNCTUATION < VR_WORD_TABLE_N_PUNCTUATION)
        return &table->punctuation[point - VR_WORD_TABLE_PUNCTUATION];
      if (point - VR_WORD_TABLE_LATIN < VR_WORD_TABLE_N_LATIN)
        return &table->latin[point - VR_WORD_TABLE_LATIN];
    }
  return &table->unknown;
}

/**
 * vr_word_table_cut:
 * @from, @to: a span of @text that starts behind white space or at the start and ends before white
 *   space or at the end
 * @segments: (element-type VrSegment): appended to
 *
 * The same segments as vr_words_cut_icu() gives.
 *
 * Returns: whether the table knows all of the span; if not, @segments is as it was
 */
gboolean vr_word_table_cut (const VrWordTable *table, const char *text, guint32 from, guint32 to,
                            GArray *segments);

G_END_DECLS
