/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts words of the common scripts by a table of UAX #29's classes, just as ICU does. */
#include "vr-word-table.h"

#include "vr-fold.h"

#include <unicode/uchar.h>

static VrWordBreak
word_break_of (gint32 point)
{
  if (vr_words_is_space (point))
    return VR_WORD_BREAK_SPACE;
  if (point == '@') /* a letter in some versions of CLDR */
    return VR_WORD_BREAK_UNKNOWN;
  if (point == ':')
    return VR_WORD_BREAK_COLON;
  switch (u_getIntPropertyValue (point, UCHAR_WORD_BREAK))
    {
    case U_WB_OTHER:
    case U_WB_DOUBLE_QUOTE: /* joins Hebrew letters only, which are not in the table */
      return VR_WORD_BREAK_OTHER;
    case U_WB_ALETTER:
      return VR_WORD_BREAK_LETTER;
    case U_WB_NUMERIC:
      return VR_WORD_BREAK_DIGIT;
    case U_WB_EXTENDNUMLET:
      return VR_WORD_BREAK_JOINER;
    case U_WB_MIDLETTER:
      return VR_WORD_BREAK_MID_LETTER;
    case U_WB_MIDNUM:
      return VR_WORD_BREAK_MID_NUMBER;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return VR_WORD_BREAK_MID_BOTH;
    default:
      return VR_WORD_BREAK_UNKNOWN;
    }
}

static void
fill (VrWordEntry *entries, gint32 first, gint32 n)
{
  for (gint32 i = 0; i < n; i++)
    {
      entries[i].word_break = (guint8)word_break_of (first + i);
      entries[i].kind = (guint8)vr_words_kind (first + i);
      entries[i].flags = (guint8)((vr_fold_changes (first + i) ? VR_SEGMENT_FOLDS : 0)
                                  | (first + i < 0x80 ? 0 : VR_SEGMENT_WIDE));
    }
}

const VrWordTable *
vr_word_table_get (void)
{
  static VrWordTable table;
  static gsize is_ready = 0;
  if (g_once_init_enter (&is_ready))
    {
      fill (table.low, 0, VR_WORD_TABLE_N_LOW);
      fill (table.latin, VR_WORD_TABLE_LATIN, VR_WORD_TABLE_N_LATIN);
      fill (table.punctuation, VR_WORD_TABLE_PUNCTUATION, VR_WORD_TABLE_N_PUNCTUATION);
      table.unknown.word_break = VR_WORD_BREAK_UNKNOWN;
      g_once_init_leave (&is_ready, 1);
    }
  return &table;
}

static inline gboolean
is_in_word (const VrWordEntry *entry)
{
  return entry->word_break >= VR_WORD_BREAK_LETTER && entry->word_break <= VR_WORD_BREAK_JOINER;
}

/* WB6, WB7, WB11 and WB12: whether @middle joins @left to @right. */
static inline gboolean
joins (const VrWordEntry *left, const VrWordEntry *middle, const VrWordEntry *right)
{
  if (left->word_break != right->word_break)
    return FALSE;
  if (left->word_break == VR_WORD_BREAK_LETTER)
    return middle->word_break == VR_WORD_BREAK_MID_LETTER
           || middle->word_break == VR_WORD_BREAK_MID_BOTH
           || middle->word_break == VR_WORD_BREAK_COLON;
  return left->word_break == VR_WORD_BREAK_DIGIT
         && (middle->word_break == VR_WORD_BREAK_MID_NUMBER
             || middle->word_break == VR_WORD_BREAK_MID_BOTH);
}

/* Goes on from @last, whose character ends at segment->to, to the end of the word. */
static gboolean
cut_word (const VrWordTable *table, const char *text, guint32 to, const VrWordEntry *last,
          VrSegment *segment)
{
  while (segment->to < to)
    {
      guint32 n_bytes;
      const VrWordEntry *next = vr_word_table_look (table, text + segment->to, &n_bytes);
      if (!is_in_word (next))
        {
          guint32 behind = segment->to + n_bytes;
          guint32 n_behind;
          if (next->word_break < VR_WORD_BREAK_MID_LETTER || next->word_break > VR_WORD_BREAK_COLON
              || behind >= to)
            return TRUE;
          const VrWordEntry *right = vr_word_table_look (table, text + behind, &n_behind);
          if (!joins (last, next, right))
            return TRUE;
          if (next->word_break == VR_WORD_BREAK_COLON)
            return FALSE;
          segment->flags |= next->flags;
          n_bytes += n_behind;
          next = right;
        }
      segment->flags |= next->flags;
      segment->to += n_bytes;
      last = next;
    }
  return TRUE;
}

gboolean
vr_word_table_cut (const VrWordTable *table, const char *text, guint32 from, guint32 to,
                   GArray *segments)
{
  guint n_before = segments->len;
  for (guint32 at = from; at < to;)
    {
      guint32 n_bytes;
      const VrWordEntry *entry = vr_word_table_look (table, text + at, &n_bytes);
      VrSegment segment = { at, at + n_bytes, entry->kind, entry->flags };
      gboolean is_known = entry->word_break != VR_WORD_BREAK_UNKNOWN;
      if (is_in_word (entry))
        is_known = cut_word (table, text, to, entry, &segment);
      if (!is_known)
        {
          g_array_set_size (segments, n_before);
          return FALSE;
        }
      if (entry->word_break != VR_WORD_BREAK_SPACE)
        g_array_append_val (segments, segment);
      at = segment.to;
    }
  return TRUE;
}
