/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first words of a paragraph, by which a reader knows it again. */
#include "vr-report-cue.h"

#include "vr-cells.h"
#include "vr-direction.h"

/* Four words name a paragraph; where words are long or have no spaces, so many cells do.  Marks on
 * a letter take none, and still have an end. */
#define CUE_MAX_WORDS 4
#define CUE_MAX_CELLS 32
#define CUE_MAX_BYTES 256

static gboolean
is_quotation_mark (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c == '"' || c == '\'' || type == G_UNICODE_INITIAL_PUNCTUATION
         || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* Signs such as "€" and emoji are none, unlike in g_unichar_ispunct(). */
static gboolean
is_punctuation (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION;
}

static inline gboolean
is_space (const char *at)
{
  return (guchar)*at < 0x80 ? g_ascii_isspace (*at) : g_unichar_isspace (g_utf8_get_char (at));
}

/* The end of the last word that fits, or of the last character where a word is too long. */
static const char *
cue_end (const char *text, const char *limit)
{
  const char *word_end = NULL, *at = text;
  guint n_words = 0, n_cells = 0;

  while (at < limit)
    {
      guint cells = 1;
      gsize n_bytes = 1;

      if (!vr_cells_is_plain (at, limit))
        n_bytes = vr_cells_next ((VrSlice){ at, (gsize)(limit - at) }, &cells);
      if (is_space (at))
        {
          word_end = at;
          if (++n_words == CUE_MAX_WORDS)
            return at;
        }
      n_cells += cells;
      if (n_cells > CUE_MAX_CELLS || at + n_bytes > text + CUE_MAX_BYTES)
        return word_end != NULL ? word_end : at;
      at += n_bytes;
    }

  return at;
}

/* Not by printf(): long reports have hundreds of thousands of cues. */
static char *
dup_between (const char *before, const char *text, gsize n_bytes, const char *behind)
{
  gsize n_before = strlen (before), n_behind = strlen (behind);
  char *joined = g_malloc (n_before + n_bytes + n_behind + 1);

  memcpy (joined, before, n_before);
  memcpy (joined + n_before, text, n_bytes);
  memcpy (joined + n_before + n_bytes, behind, n_behind + 1);

  return joined;
}

/* Whether a quotation begins at the mark @at. */
static gboolean
opens (const char *text, const char *at)
{
  return at > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* Whether quotation marks inside of @text up to @end belong to some of its words alone: one opens
 * there, or one closes there and more words follow. */
static gboolean
has_quotation (const char *text, const char *end)
{
  gboolean has_closed = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (has_closed && g_unichar_isalnum (c))
        return TRUE;
      if (!is_quotation_mark (c))
        continue;
      if (opens (text, p) && next < end && g_unichar_isalnum (g_utf8_get_char (next)))
        return TRUE;
      /* No apostrophe. */
      has_closed |= next < end && !g_unichar_isalnum (g_utf8_get_char (next));
    }

  return FALSE;
}

/* Whether more comes than marks that close. */
static gboolean
has_more (const char *at, const char *limit)
{
  while (at < limit
         && (g_unichar_isspace (g_utf8_get_char (at)) || is_quotation_mark (g_utf8_get_char (at))))
    at = g_utf8_next_char (at);

  return at < limit;
}

/* The end without what would stand there alone: spaces, marks that open or that close what is not
 * there, and what parts the words from those that were cut off. */
static const char *
trim_end (const char *text, const char *end, gboolean is_cut, gboolean keeps_marks)
{
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);
      gunichar c = g_utf8_get_char (last);
      gboolean is_kept = is_quotation_mark (c) ? keeps_marks && !opens (text, last)
                                               : !is_cut || !is_punctuation (c);

      if (!g_unichar_isspace (c) && is_kept)
        break;
      end = last;
    }

  return end;
}

char *
vr_report_dup_cue (VrSlice text, gboolean isolates)
{
  const char *start = text.text;
  const char *limit = start + text.n_bytes;
  const char *from, *end;
  gboolean is_cut, keeps_marks;

  while (start < limit && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  from = start;
  while (from < limit
         && (is_quotation_mark (g_utf8_get_char (from))
             || (from > start && g_unichar_isspace (g_utf8_get_char (from)))))
    from = g_utf8_next_char (from);
  end = cue_end (from, limit);
  is_cut = has_more (end, limit);
  keeps_marks = has_quotation (from, end);
  end = trim_end (from, end, is_cut, keeps_marks);
  from = keeps_marks ? start : from;

  /* Quoted in a sentence that runs the other way, its ellipsis would stand before it: UAX #9,
   * first strong isolate. */
  if (isolates && vr_direction_of ((VrSlice){ from, end - from }) == VR_DIRECTION_RIGHT_TO_LEFT)
    return dup_between ("\u2068", from, (gsize)(end - from), is_cut ? " …\u2069" : "\u2069");

  return dup_between ("", from, (gsize)(end - from), is_cut ? " …" : "");
}
