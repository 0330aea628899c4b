/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts sentences: by a scan for the marks that end them where the script allows, else by ICU. */
#include "vr-sentences-private.h"

#include "vr-sentence-rules.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define ELLIPSIS 0x2026
#define ELLIPSIS_UTF8 "\u2026"

struct _VrSentences
{
  char *language;
  const VrAbbreviations *abbreviations;
  UBreakIterator *iterator;
  UText *view;
  gboolean can_scan;
  gboolean is_plain;
  guint32 first; /* where the text being cut has its first character that is no white space */
};

VrSentences *
vr_sentences_new (const char *language)
{
  VrSentences *self = g_new0 (VrSentences, 1);
  self->language = g_strdup (language != NULL ? language : "und");
  self->abbreviations = vr_abbreviations_get (self->language);
  self->can_scan = !g_str_has_prefix (self->language, "el"); /* ';' asks in Greek */
  return self;
}

void
vr_sentences_free (VrSentences *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->iterator, ubrk_close);
  g_clear_pointer (&self->view, utext_close);
  g_free (self->language);
  g_free (self);
}

/* Where the white space ends that starts at @at. */
static guint32
skip_blank (VrSlice text, guint32 at, guint32 to)
{
  while (at < to)
    {
      guint32 next = at;
      gint32 point;
      U8_NEXT (text.text, next, to, point);
      if (!u_isUWhiteSpace (point))
        break;
      at = next;
    }
  return at;
}

/* Ends a sentence at @end; white space alone is none, and goes to the one before, or at the text's
 * start to the first. */
static void
add_end (const VrSentences *self, VrSlice text, guint32 start, guint32 end, GArray *ends)
{
  if (start == end)
    return;
  if (self->is_plain)
    g_array_append_val (ends, end);
  else if (ends->len > 0 && skip_blank (text, start, end) == end)
    g_array_index (ends, guint32, ends->len - 1) = end;
  else if (end == text.n_bytes || end > self->first)
    g_array_append_val (ends, end);
}

static guint32
last_end (const GArray *ends)
{
  return ends->len > 0 ? g_array_index (ends, guint32, ends->len - 1) : 0;
}

static void
add_refined (const VrSentences *self, VrSlice text, guint32 end, GArray *ends)
{
  guint32 start = last_end (ends);
  if (end <= start)
    return;
  guint32 refined = end;
  if (!self->is_plain)
    refined = vr_sentence_refine (self->abbreviations, text, start, end);
  if (refined > 0)
    add_end (self, text, start, refined, ends);
}

/* ICU knows no sentence that ends in an ellipsis character; three periods it knows. */
static void
add_ellipses (const VrSentences *self, VrSlice text, guint32 from, guint32 to, GArray *ends)
{
  while (from < to && !self->is_plain)
    {
      const char *found = memmem (text.text + from, to - from, ELLIPSIS_UTF8, 3);
      if (found == NULL)
        return;
      guint32 at = (guint32)(found - text.text);
      guint32 end = vr_sentence_end_after (text, at);
      if (end > 0 && end < to)
        add_refined (self, text, end, ends);
      from = at + 3;
    }
}

void
vr_sentences_set_plain (VrSentences *self, gboolean plain)
{
  self->is_plain = plain;
}

static void
cut_by_icu (VrSentences *self, VrSlice text, GArray *ends)
{
  UErrorCode status = U_ZERO_ERROR;
  if (self->iterator == NULL)
    self->iterator = ubrk_open (UBRK_SENTENCE, self->language, NULL, 0, &status);
  self->view = utext_openUTF8 (self->view, text.text, (gint64)text.n_bytes, &status);
  ubrk_setUText (self->iterator, self->view, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot cut sentences: %s", u_errorName (status));

  g_array_set_size (ends, 0);
  for (gint32 end = ubrk_next (self->iterator); end != UBRK_DONE; end = ubrk_next (self->iterator))
    {
      guint32 at = (guint32)end;
      g_array_append_val (ends, at);
    }
}

void
vr_sentences_cut_icu (VrSentences *self, VrSlice text, GArray *ends)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (guint32));
  cut_by_icu (self, text, plain);
  g_array_set_size (ends, 0);
  self->first = skip_blank (text, 0, (guint32)text.n_bytes);
  guint32 start = 0;
  for (guint i = 0; i < plain->len; i++)
    {
      guint32 end = g_array_index (plain, guint32, i);
      add_ellipses (self, text, start, end, ends);
      if (end < text.n_bytes)
        add_refined (self, text, end, ends);
      start = end;
    }
  add_end (self, text, last_end (ends), (guint32)text.n_bytes, ends);
}

/* Bytes at which the scan must look: marks, line ends, and leads of characters that may be such
 * or that only ICU can judge.  Left alone are leads of letters only: U+00C0 to U+02FF and U+0400
 * to U+047F. */
static inline gboolean
is_event (guint8 byte)
{
  if (byte < 0xC0)
    return byte == '.' || byte == '?' || byte == '!' || byte == '\n' || byte == '\r';
  return byte == 0xC2 || (byte >= 0xCC && (byte | 1) != 0xD1);
}

#ifdef __SSE2__
#define BLOCK_BYTES 16

static inline guint
event_mask (const char *text)
{
  __m128i x = _mm_loadu_si128 ((const __m128i *)(const void *)text);
  __m128i found = _mm_cmpeq_epi8 (x, _mm_set1_epi8 ('.'));
  found = _mm_or_si128 (found, _mm_cmpeq_epi8 (x, _mm_set1_epi8 ('?')));
  found = _mm_or_si128 (found, _mm_cmpeq_epi8 (x, _mm_set1_epi8 ('!')));
  found = _mm_or_si128 (found, _mm_cmpeq_epi8 (x, _mm_set1_epi8 ('\n')));
  found = _mm_or_si128 (found, _mm_cmpeq_epi8 (x, _mm_set1_epi8 ('\r')));
  found = _mm_or_si128 (found, _mm_cmpeq_epi8 (x, _mm_set1_epi8 ((char)0xC2)));
  __m128i high = _mm_cmpeq_epi8 (_mm_max_epu8 (x, _mm_set1_epi8 ((char)0xCC)), x);
  __m128i cyrillic =
      _mm_cmpeq_epi8 (_mm_or_si128 (x, _mm_set1_epi8 (1)), _mm_set1_epi8 ((char)0xD1));
  found = _mm_or_si128 (found, _mm_andnot_si128 (cyrillic, high));
  return (guint)_mm_movemask_epi8 (found);
}
#else
#define BLOCK_BYTES 8

static inline guint
event_mask (const char *text)
{
  guint mask = 0;
  for (guint i = 0; i < BLOCK_BYTES; i++)
    mask |= (guint)is_event ((guint8)text[i]) << i;
  return mask;
}
#endif

/* Letters and punctuation of Latin, Greek and Cyrillic text, and no character that SB5 ignores. */
static gboolean
can_judge (gint32 point, guint class)
{
  gboolean is_known = point < 0x530 || (point >= 0x1E00 && point < 0x2070)
                      || (point >= 0x20A0 && point < 0x20D0) || (point >= 0x2100 && point < 0x2C00);
  return is_known && class != U_SB_EXTEND && class != U_SB_FORMAT;
}

/* Quotes and dashes, the most common events that are none: U+2010 to U+2023, and of Latin-1 all
 * but the soft hyphen. */
static inline gboolean
is_harmless (const guint8 *bytes)
{
  if (bytes[0] == 0xE2)
    return bytes[1] == 0x80 && bytes[2] >= 0x90 && bytes[2] <= 0xA3;
  return bytes[0] == 0xC2 && bytes[1] >= 0xA0 && bytes[1] != 0xAD;
}

/* Takes the event at @at; FALSE where ICU is needed. */
static gboolean
take_event (const VrSentences *self, VrSlice text, guint32 at, GArray *ends)
{
  if (is_harmless ((const guint8 *)text.text + at))
    return TRUE;
  guint32 next = at;
  gint32 point;
  U8_NEXT (text.text, next, (guint32)text.n_bytes, point);
  guint class = vr_sentence_class (point);
  if (!can_judge (point, class))
    return FALSE;
  if (class == U_SB_ATERM || class == U_SB_STERM || (point == ELLIPSIS && !self->is_plain))
    {
      guint32 end = vr_sentence_end_after (text, at);
      if (end > 0)
        add_refined (self, text, end, ends);
    }
  else if (vr_sentence_is_separator (class)
           && !(point == '\r' && next < text.n_bytes && text.text[next] == '\n')
           && next < text.n_bytes && next > last_end (ends))
    add_end (self, text, last_end (ends), next, ends);
  return TRUE;
}

gboolean
vr_sentences_scan (VrSentences *self, VrSlice text, GArray *ends)
{
  g_array_set_size (ends, 0);
  if (!self->can_scan)
    return FALSE;
  guint32 n = (guint32)text.n_bytes;
  guint32 at = 0;
  self->first = skip_blank (text, 0, n);
  for (; n - at >= BLOCK_BYTES; at += BLOCK_BYTES)
    for (guint mask = event_mask (text.text + at); mask != 0; mask &= mask - 1)
      if (!take_event (self, text, at + (guint32)__builtin_ctz (mask), ends))
        {
          g_array_set_size (ends, 0);
          return FALSE;
        }
  for (; at < n; at++)
    if (is_event ((guint8)text.text[at]) && !take_event (self, text, at, ends))
      {
        g_array_set_size (ends, 0);
        return FALSE;
      }
  add_end (self, text, last_end (ends), n, ends);
  return TRUE;
}

void
vr_sentences_cut (VrSentences *self, VrSlice text, GArray *ends)
{
  g_return_if_fail (self != NULL && ends != NULL);

  if (!vr_sentences_scan (self, text, ends))
    vr_sentences_cut_icu (self, text, ends);
}
