/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU's cuts as segments: opens the iterators, leaves white space out. */
#include "vr-words-private.h"

#include "vr-fold.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

struct _VrWords
{
  char *language;
  UBreakIterator *words;
  UBreakIterator *characters;
  UText *view;
};

#define ZERO_WIDTH_SPACE 0x200B

VrWords *
vr_words_new (const char *language)
{
  VrWords *self = g_new0 (VrWords, 1);
  self->language = g_strdup (language != NULL ? language : "und");
  return self;
}

void
vr_words_free (VrWords *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->words, ubrk_close);
  g_clear_pointer (&self->characters, ubrk_close);
  g_clear_pointer (&self->view, utext_close);
  g_free (self->language);
  g_free (self);
}

gboolean
vr_words_is_space (gint32 point)
{
  return u_isUWhiteSpace (point) || point == ZERO_WIDTH_SPACE;
}

static VrSegmentKind
kind_by_category (gint32 point)
{
  guint32 category = U_GET_GC_MASK (point);
  if (category & U_GC_ND_MASK)
    return VR_SEGMENT_NUMBER;
  if (category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_PC_MASK))
    return VR_SEGMENT_WORD;
  if (category & U_GC_SC_MASK)
    return VR_SEGMENT_CURRENCY;
  if (category & (U_GC_PE_MASK | U_GC_PF_MASK | U_GC_PO_MASK))
    return VR_SEGMENT_CLOSE;
  return VR_SEGMENT_OTHER;
}

VrSegmentKind
vr_words_kind (gint32 point)
{
  switch (point)
    {
    case '-':
    case 0x2010:
    case 0x2011:
      return VR_SEGMENT_HYPHEN;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return VR_SEGMENT_DASH;
    case 0x2212:
      return VR_SEGMENT_MINUS;
    case '.':
      return VR_SEGMENT_PERIOD;
    case 0x2026:
      return VR_SEGMENT_ELLIPSIS;
    case ':':
      return VR_SEGMENT_COLON;
    case '/':
      return VR_SEGMENT_SLASH;
    case '&':
      return VR_SEGMENT_AMPERSAND;
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201B:
      return VR_SEGMENT_APOSTROPHE;
    case '@':
    case '#':
      return VR_SEGMENT_TAG;
    case '"':
    case '*':
    case 0xA1: /* opens a Spanish exclamation */
    case 0xBF:
      return VR_SEGMENT_OTHER;
    default:
      return kind_by_category (point);
    }
}

/* A mark with a combining character behind it is no plain mark; an invisible one changes nothing.
 */
static VrSegmentKind
segment_kind (const char *text, guint32 from, guint32 to)
{
  guint32 at = from;
  gint32 point;
  U8_NEXT (text, at, to, point);
  VrSegmentKind kind = vr_words_kind (point);
  if (kind == VR_SEGMENT_WORD || kind == VR_SEGMENT_NUMBER)
    return kind;
  if (kind == VR_SEGMENT_TAG && at < to)
    return VR_SEGMENT_WORD; /* ICU takes "@name" as one */
  while (at < to)
    {
      U8_NEXT (text, at, to, point);
      if (!vr_fold_is_invisible (point))
        return VR_SEGMENT_OTHER;
    }
  return kind;
}

static void
add_segment (const char *text, guint32 from, guint32 to, GArray *segments)
{
  VrSegment segment = { from, to, (guint8)segment_kind (text, from, to),
                        VR_SEGMENT_FOLDS | VR_SEGMENT_WIDE };
  g_array_append_val (segments, segment);
}

/* Leaves out the white space of the piece, wherever ICU has put it. */
static void
add_piece (const char *text, guint32 from, guint32 to, GArray *segments)
{
  guint32 start = from;
  for (guint32 at = from; at < to;)
    {
      guint32 here = at;
      gint32 point;
      U8_NEXT (text, at, to, point);
      if (!vr_words_is_space (point))
        continue;
      if (start < here)
        {
          add_segment (text, start, here, segments);
        }
      start = at;
    }
  if (start < to)
    add_segment (text, start, to, segments);
}

static void
cut (VrWords *self, UBreakIterator **iterator, UBreakIteratorType type, const char *text,
     guint32 from, guint32 to, GArray *segments)
{
  UErrorCode status = U_ZERO_ERROR;
  if (*iterator == NULL)
    *iterator = ubrk_open (type, self->language, NULL, 0, &status);
  self->view = utext_openUTF8 (self->view, text + from, to - from, &status);
  ubrk_setUText (*iterator, self->view, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot cut words: %s", u_errorName (status));

  guint32 start = 0;
  for (gint32 end = ubrk_next (*iterator); end != UBRK_DONE; end = ubrk_next (*iterator))
    {
      add_piece (text, from + start, from + (guint32)end, segments);
      start = (guint32)end;
    }
}

void
vr_words_cut_icu (VrWords *self, const char *text, guint32 from, guint32 to, GArray *segments)
{
  cut (self, &self->words, UBRK_WORD, text, from, to, segments);
}

void
vr_words_cut_characters (VrWords *self, const char *text, guint32 from, guint32 to,
                         GArray *segments)
{
  cut (self, &self->characters, UBRK_CHARACTER, text, from, to, segments);
}
