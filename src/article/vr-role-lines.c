/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures what a paragraph looks like. */
#include "vr-role-lines.h"

#include "vr-hash.h"

/* Two lines on a screen; shorter ones are prose only with a sentence's end. */
#define PROSE_CELLS 60
#define LONG_PROSE_CELLS 120

/* A credit is a few words. */
#define CREDIT_CELLS 48

typedef struct
{
  VrRoleLine *line;
  gunichar before;
  guint n_spaces;
  guint n_digits_run;
  guint n_lower_letters;
  guint n_upper_letters;
} Walk;

static gboolean
is_closing (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
      return TRUE;
    default:
      return c == '"' || c == '\'';
    }
}

static VrRoleLineEnd
get_end (const char *text, const char *end)
{
  const char *p = end;
  gunichar c = 0;

  while (p > text)
    {
      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (!is_closing (c) && !g_unichar_isspace (c))
        break;
    }
  if (c == '.' && p - text >= 2 && p[-1] == '.' && p[-2] == '.')
    return VR_ROLE_LINE_DOTS;
  switch (c)
    {
    case '.':
    case 0x3002: /* ideographic full stop */
    case 0x0964: /* danda */
    case 0x06D4: /* Urdu full stop */
      return VR_ROLE_LINE_STOP;
    case '?':
    case '!':
    case 0xFF01:
    case 0xFF1F:
    case 0x061F:
      return VR_ROLE_LINE_ASKS;
    case ':':
    case 0xFF1A:
      return VR_ROLE_LINE_COLON;
    case 0x2026:
      return VR_ROLE_LINE_DOTS;
    default:
      return g_unichar_isalnum (c) ? VR_ROLE_LINE_OPEN : VR_ROLE_LINE_MARK;
    }
}

static VrRoleLineStart
get_start (gunichar c)
{
  if (g_unichar_isdigit (c))
    return VR_ROLE_LINE_DIGIT;
  if (g_unichar_isupper (c) || g_unichar_istitle (c))
    return VR_ROLE_LINE_UPPER;
  if (g_unichar_islower (c))
    return VR_ROLE_LINE_LOWER;
  if (g_unichar_isalpha (c))
    return VR_ROLE_LINE_CASELESS;
  return is_closing (c) || c == 0x201C || c == 0x201E || c == '(' || c == '[' ? VR_ROLE_LINE_QUOTE
                                                                              : VR_ROLE_LINE_SIGN;
}

static gboolean
is_bullet_sign (gunichar c)
{
  return c != 0 && g_utf8_strchr ("•‣◦▪●○■□*·►▶→»›+-–—", -1, c) != NULL;
}

/* Skips "• " and the like; Returns: whether there was one. */
static gboolean
skip_bullet (const char **p, const char *end)
{
  const char *next;

  if (*p >= end || !is_bullet_sign (g_utf8_get_char (*p)))
    return FALSE;
  next = g_utf8_next_char (*p);
  if (next >= end || !g_unichar_isspace (g_utf8_get_char (next)))
    return FALSE;
  while (next < end && g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  *p = next;
  return TRUE;
}

static void
begin_word (Walk *walk, gunichar c)
{
  VrRoleLine *line = walk->line;

  line->n_words++;
  if (g_unichar_islower (c))
    line->n_lower++;
  else if (g_unichar_isupper (c) || g_unichar_istitle (c))
    line->n_upper++;
}

static void
walk_letter (Walk *walk, gunichar c)
{
  VrRoleLine *line = walk->line;
  gboolean in_word = g_unichar_isalnum (walk->before) || walk->before == '\''
                     || walk->before == 0x2019 || walk->before == '-';

  if (g_unichar_iswide (c))
    {
      line->n_cells++;
      line->n_wide++;
      /* Some two characters make a word there, and the text's shape is that of small letters. */
      if (line->n_cells % 4 == 0)
        {
          line->n_words++;
          line->n_lower++;
        }
    }
  else if (!in_word)
    begin_word (walk, c);
  line->n_glued += g_unichar_islower (walk->before) && g_unichar_isupper (c);
  walk->n_lower_letters += g_unichar_islower (c) != FALSE;
  walk->n_upper_letters += g_unichar_isupper (c) != FALSE;
  line->n_letters++;
}

static void
walk_digit (Walk *walk, const char *p, const char *text)
{
  VrRoleLine *line = walk->line;

  if (walk->n_digits_run == 0)
    line->n_words++;
  line->n_digits++;
  walk->n_digits_run++;
  if (walk->n_digits_run == 4 && p - text >= 3
      && (memcmp (p - 3, "19", 2) == 0 || memcmp (p - 3, "20", 2) == 0))
    line->has_year = TRUE;
  if (p - text >= 2 && p[-1] == ':' && g_ascii_isdigit (p[-2]))
    line->has_time = TRUE;
}

static void
walk_sign (Walk *walk, gunichar c)
{
  VrRoleLine *line = walk->line;

  line->n_commas += c == ',' || c == 0x3001 || c == 0xFF0C;
  line->n_bars += c == '|' || c == 0xB7 || c == '>' || c == 0x2022 || c == 0x203A;
  line->n_bars += c == '/' && walk->before == ' ';
  line->n_stops += c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
  if (c == '@')
    line->has_address = TRUE;
  if (g_unichar_iswide (c))
    line->n_cells++;
}

static void
walk_space (Walk *walk)
{
  VrRoleLine *line = walk->line;

  if (walk->before == '.' || walk->before == '?' || walk->before == '!'
      || is_closing (walk->before))
    line->n_stops++;
  if (walk->before == ' ' && walk->n_spaces++ == 0)
    line->n_bars++;
}

static void
walk_text (Walk *walk, const char *text, const char *end)
{
  VrRoleLine *line = walk->line;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = g_unichar_isspace (c);

      line->n_cells++;
      if (is_space)
        walk_space (walk);
      else if (g_ascii_isdigit (*p))
        walk_digit (walk, p, text);
      else if (g_unichar_isalpha (c))
        walk_letter (walk, c);
      else
        walk_sign (walk, c);
      if (!is_space)
        walk->n_spaces = 0;
      if (!g_ascii_isdigit (*p))
        walk->n_digits_run = 0;
      walk->before = is_space ? ' ' : c;
    }
}

/* The start of a credit at the end: behind the last opening bracket that is closed there, or behind
 * the last slash. */
static const char *
find_credit (const char *text, const char *end)
{
  const char *from = end - MIN (end - text, CREDIT_CELLS);
  gboolean is_closed = end > text && (end[-1] == ']' || end[-1] == ')');

  for (const char *p = end - 1; p > from; p--)
    if (is_closed ? *p == '[' || *p == '(' : *p == '/')
      return p + 1;
  return NULL;
}

/* Names only: capitals at the start of every word, no sentence. */
static gboolean
ends_in_credit (const char *text, const char *end)
{
  const char *p = find_credit (text, end);
  guint n_words = 0;
  gboolean in_word = FALSE;

  if (p == NULL)
    return FALSE;
  for (; p < end; p++)
    {
      gboolean is_word = (guint8)*p >= 0x80 || g_ascii_isalnum (*p);

      if (is_word && !in_word)
        {
          n_words++;
          if (g_ascii_isdigit (*p) || (g_ascii_islower (*p) && n_words == 1))
            return FALSE;
        }
      in_word = is_word || *p == '_' || *p == '-' || *p == '\'';
      if (*p == '.' || *p == ',' || *p == '"')
        return FALSE;
    }
  return n_words > 0 && n_words <= 6;
}

static gboolean
has_address (const char *text, gsize n_bytes)
{
  return g_strstr_len (text, n_bytes, "http") != NULL
         || g_strstr_len (text, n_bytes, "www.") != NULL
         || g_strstr_len (text, n_bytes, ".com") != NULL;
}

static gboolean
is_prose (const VrRoleLine *line)
{
  gboolean has_end = line->end == VR_ROLE_LINE_STOP || line->end == VR_ROLE_LINE_ASKS
                     || line->end == VR_ROLE_LINE_COLON || line->end == VR_ROLE_LINE_DOTS;
  gboolean has_letters = line->n_letters > 4 * line->n_digits;

  if (!has_letters || line->n_words < 8 || line->n_bars > 4)
    return FALSE;
  if (line->n_lower * 5 < line->n_words * 2)
    return FALSE;
  /* A row of tags. */
  if (!has_end && (line->n_commas + line->n_stops == 0 || line->n_upper == 0) && line->n_wide == 0)
    return FALSE;
  return line->n_cells >= (has_end ? PROSE_CELLS : LONG_PROSE_CELLS);
}

/* How it stands in the source: indented, behind a bullet that is no part of the paragraph. */
static void
measure_place (VrRoleLine *self, const VrParagraphs *paragraphs, guint index)
{
  VrParagraph paragraph = vr_paragraphs_get (paragraphs, index);
  VrSlice source = vr_paragraphs_get_source (paragraphs);
  guint32 from = paragraph.from;

  while (from > 0 && (source.text[from - 1] == ' ' || source.text[from - 1] == '\t'))
    from--;
  self->is_indented = paragraph.from - from >= 2;
}

void
vr_role_line_measure (VrRoleLine *self, const VrParagraphs *paragraphs, guint index,
                      guint32 languages)
{
  VrSlice text = vr_paragraphs_get_text (paragraphs, index);
  const char *p = text.text, *end = text.text + text.n_bytes;
  const char *stop = end;
  Walk walk = { .line = self };

  *self = (VrRoleLine){ .hash = vr_hash_bytes (text.n_bytes, text.text, text.n_bytes) };
  self->hits = vr_role_phrases_look (text, VR_ROLE_LOOK_BYTES, languages);
  if (text.n_bytes == 0)
    return;
  if (text.n_bytes > VR_ROLE_LOOK_BYTES)
    stop = g_utf8_find_prev_char (text.text, text.text + VR_ROLE_LOOK_BYTES);
  self->is_bullet = skip_bullet (&p, end);
  self->start = p < end ? get_start (g_utf8_get_char (p)) : VR_ROLE_LINE_SIGN;
  walk_text (&walk, p, stop);
  self->end = get_end (text.text, end);
  self->n_stops += self->end == VR_ROLE_LINE_STOP || self->end == VR_ROLE_LINE_ASKS;
  self->is_caps = walk.n_lower_letters == 0 && walk.n_upper_letters >= 2;
  self->has_credit = ends_in_credit (text.text, end);
  self->has_address |= has_address (text.text, stop - text.text);
  self->is_prose = is_prose (self);
  measure_place (self, paragraphs, index);
}

/* Counts equal lines; the neighbours' too. */
static void
count_repeats (VrRoleLine *lines, guint n)
{
  g_autoptr (GHashTable) counts =
      g_hash_table_new (g_int64_hash, g_int64_equal); /* hash to count */

  for (guint i = 0; i < n; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &lines[i].hash));

      g_hash_table_replace (counts, &lines[i].hash, GUINT_TO_POINTER (count + 1));
      lines[i].repeats_before = i > 0 && lines[i].hash == lines[i - 1].hash;
      lines[i].repeats_after = i + 1 < n && lines[i].hash == lines[i + 1].hash;
    }
  for (guint i = 0; i < n; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &lines[i].hash));

      lines[i].n_repeats = MIN (count - 1, G_MAXUINT16);
    }
}

VrRoleLine *
vr_role_lines_measure (const VrParagraphs *paragraphs, guint32 languages)
{
  guint n = vr_paragraphs_get_n (paragraphs), line_before = 0;
  VrRoleLine *lines = g_new (VrRoleLine, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      VrParagraph paragraph = vr_paragraphs_get (paragraphs, i);

      vr_role_line_measure (&lines[i], paragraphs, i, languages);
      if (i > 0)
        lines[i].gap_before = MIN (paragraph.first_line - line_before - 1, 2);
      if (i > 0)
        lines[i - 1].gap_after = lines[i].gap_before;
      line_before = paragraph.last_line;
    }
  lines[MAX (n, 1) - 1].is_last = TRUE;
  count_repeats (lines, n);
  return lines;
}
