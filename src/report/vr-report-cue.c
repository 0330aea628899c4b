/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first words of a paragraph, by which a reader knows it again. */
#include "vr-report-cue.h"

#include "vr-direction.h"

/* Four words name a paragraph; where words are long or have no spaces, so many cells do. */
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

/* The end of the last word that fits, or of the last character where a word is too long. */
static const char *
cue_end (const char *text, const char *limit)
{
  const char *word_end = NULL;
  guint n_words = 0;
  guint n_cells = 0;
  const char *at;

  for (at = text; at < limit; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          word_end = at;
          if (++n_words == CUE_MAX_WORDS)
            return at;
        }
      n_cells += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
      if (n_cells > CUE_MAX_CELLS)
        return word_end != NULL ? word_end : at;
    }

  return at;
}

char *
vr_report_dup_cue (VrSlice text, gboolean isolates)
{
  gsize n_looked_at = MIN (text.n_bytes, CUE_MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (text.text, n_looked_at);
  const char *from = valid;
  const char *limit = valid + strlen (valid);
  const char *end;
  gboolean is_cut;

  /* A character may have been cut at the limit. */
  if (text.n_bytes > n_looked_at && limit - from > 4)
    limit = g_utf8_find_prev_char (valid, limit);
  while (from < limit && is_quotation_mark (g_utf8_get_char (from)))
    from = g_utf8_next_char (from);

  end = cue_end (from, limit);
  is_cut = end < limit || text.n_bytes > n_looked_at;
  while (end > from)
    {
      const char *last = g_utf8_find_prev_char (from, end);
      gunichar c = last != NULL ? g_utf8_get_char (last) : 'a';

      if (!g_unichar_isspace (c) && !is_quotation_mark (c) && !(is_cut && g_unichar_ispunct (c)))
        break;
      end = last;
    }

  /* Quoted in a sentence that runs the other way, its ellipsis would stand before it: UAX #9,
   * first strong isolate. */
  if (isolates && vr_direction_of ((VrSlice){ from, end - from }) == VR_DIRECTION_RIGHT_TO_LEFT)
    return g_strdup_printf ("\u2068%.*s%s\u2069", (int)(end - from), from, is_cut ? " …" : "");

  return g_strdup_printf ("%.*s%s", (int)(end - from), from, is_cut ? " …" : "");
}
