/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a block say of it. */
#include "vr-extract-private.h"

#include <math.h>
#include <string.h>

/* Shorter blocks stand in a title or description by chance. */
#define MIN_CONTAINED 15
/* So much of a block is looked up in what the page says of itself. */
#define MAX_SAMPLE 60
/* Longer blocks are no captions and the like. */
#define MAX_FURNITURE 400

typedef struct
{
  guint n_chars, n_digits, n_capitals, n_letters, n_stops, n_dots;
  gunichar first, last;
} Count;

static Count
count (VrSlice text)
{
  Count counted = { 0 };

  for (const char *p = text.text; p < text.text + text.n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (counted.n_chars++ == 0)
        counted.first = c;
      counted.last = c;
      counted.n_dots = c == '.' ? counted.n_dots + 1 : 0;
      counted.n_digits += g_unichar_isdigit (c);
      counted.n_capitals += g_unichar_isupper (c);
      counted.n_letters += g_unichar_isalpha (c);
      counted.n_stops += c == '.' || c == ',' || c == ';' || c == '!' || c == '?' || c == 0x3002
                         || c == 0xFF0C || c == 0x3001;
    }
  return counted;
}

static float
rank_beginning (gunichar c)
{
  if (g_unichar_isupper (c))
    return 2;
  if (g_unichar_islower (c))
    return 1;
  if (g_unichar_isdigit (c))
    return 3;
  if (c == '"' || c == 0x201C || c == 0x201E || c == 0xAB || c == '\'')
    return 4;
  return g_unichar_isalpha (c) ? 5 : 0;
}

static float
rank_ending (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case 0x3002:
      return 4;
    case '"':
    case '\'':
    case 0x201D:
    case 0x201C:
    case 0xBB:
    case 0x2019:
    case ')':
      return 3;
    case ':':
      return 2;
    case 0x2026:
    case 0xBB + 0x10000:
    case 0x203A:
      return -1;
    default:
      return g_unichar_isalnum (c) ? 1 : 0;
    }
}

char *
vr_extract_fold (const char *text, gssize n_bytes)
{
  GString *folded = g_string_new (NULL);
  const char *end = text + (n_bytes < 0 ? strlen (text) : (gsize)n_bytes);

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, g_unichar_tolower (c));
    }
  return g_string_free (folded, FALSE);
}

/* 2 for the same, 1 for one in the other. */
static float
compare_title (const char *folded, const char *title)
{
  gsize n_folded = strlen (folded), n_title = title != NULL ? strlen (title) : 0;

  if (n_title == 0 || n_folded == 0)
    return 0;
  if (g_str_equal (folded, title))
    return 2;
  if (n_folded >= MIN_CONTAINED && strstr (title, folded) != NULL)
    return 1;
  return n_title >= MIN_CONTAINED && n_folded < 2 * n_title && strstr (folded, title) != NULL;
}

/* Whether @folded, or its beginning where it is long, stands in @whole. */
static gboolean
is_inside (const char *folded, const char *whole)
{
  char sample[MAX_SAMPLE + 1];

  if (whole == NULL || strlen (folded) < MIN_CONTAINED)
    return FALSE;
  g_strlcpy (sample, folded, sizeof sample);
  return strstr (whole, sample) != NULL;
}

static void
measure_words (float *values, const VrHtmlBlock *block, const Count *counted)
{
  float n_chars = MAX (counted->n_chars, 1);

  values[VR_EXTRACT_FEATURE_CHARS] = logf (1 + counted->n_chars);
  values[VR_EXTRACT_FEATURE_WORDS] = logf (1 + block->n_words);
  values[VR_EXTRACT_FEATURE_LINK_DENSITY] = block->n_link_chars / n_chars;
  values[VR_EXTRACT_FEATURE_LINKS] = MIN (block->n_links, 20);
  values[VR_EXTRACT_FEATURE_STRONG] = block->n_strong_chars / n_chars;
  values[VR_EXTRACT_FEATURE_STOPS] = MIN (counted->n_stops, 20);
  values[VR_EXTRACT_FEATURE_DIGITS] = counted->n_digits / n_chars;
  values[VR_EXTRACT_FEATURE_CAPITALS] = counted->n_capitals / (float)MAX (counted->n_letters, 1);
  values[VR_EXTRACT_FEATURE_WORD_LENGTH] = n_chars / MAX (block->n_words, 1);
  values[VR_EXTRACT_FEATURE_BEGINS] = rank_beginning (counted->first);
  values[VR_EXTRACT_FEATURE_ENDS] = counted->n_dots >= 3 ? -1 : rank_ending (counted->last);
}

static char *
fold_hint (const char *hint)
{
  return hint != NULL ? vr_extract_fold (hint, -1) : NULL;
}

void
vr_extract_measure_text (VrExtractFeatures *self, const VrHtmlBlocks *blocks,
                         const VrExtractHints *hints)
{
  g_autofree char *title = fold_hint (hints->title);
  g_autofree char *description = fold_hint (hints->description);
  g_autofree char *body = fold_hint (hints->body);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n_blocks; i++)
    {
      const VrHtmlBlock *block = vr_html_blocks_get (blocks, i);
      VrSlice text = vr_html_blocks_peek (blocks, i);
      Count counted = count (text);
      char *folded = vr_extract_fold (text.text, text.n_bytes);
      float *values = vr_extract_features_get (self, i);
      guint n_seen;

      measure_words (values, block, &counted);
      if (counted.n_chars <= MAX_FURNITURE)
        {
          g_autofree char *lower = g_utf8_strdown (text.text, text.n_bytes);

          self->phrases[i] = vr_phrase_find (lower);
          values[VR_EXTRACT_FEATURE_PHRASE] = self->phrases[i];
          values[VR_EXTRACT_FEATURE_FURNITURE_WORDS] = vr_phrase_count (lower);
        }
      values[VR_EXTRACT_FEATURE_IS_TITLE] = compare_title (folded, title);
      values[VR_EXTRACT_FEATURE_IS_DESCRIPTION] = is_inside (folded, description);
      values[VR_EXTRACT_FEATURE_IN_DATA] = body == NULL ? 0 : is_inside (folded, body) ? 1 : -1;
      n_seen = GPOINTER_TO_UINT (g_hash_table_lookup (seen, folded));
      values[VR_EXTRACT_FEATURE_REPEATED] = MIN (n_seen, 3);
      g_hash_table_replace (seen, folded, GUINT_TO_POINTER (n_seen + 1));
    }
}
