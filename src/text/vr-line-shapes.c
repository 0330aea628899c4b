/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line looks like to who asks whether it was wrapped: width, first word, start and end. */
#include "vr-line-shapes.h"

#include "vr-cells.h"

#include <string.h>

#define TAB_CELLS 8
/* Thai, Lao, Khmer and Burmese words are rarely longer. */
#define SPACELESS_WORD_CELLS 10
/* List numbers have no more digits: years do. */
#define MAX_NUMBER_DIGITS 3
#define MIN_RULE_BYTES 3

gboolean
vr_line_is_spaceless (gunichar c)
{
  if (c < 0x0E00)
    return FALSE;
  return c < 0x0F00                        /* Thai, Lao */
         || (c >= 0x1000 && c < 0x10A0)    /* Myanmar */
         || (c >= 0x1780 && c < 0x1800)    /* Khmer */
         || (c >= 0x2E80 && c < 0x3130)    /* radicals, CJK punctuation, kana */
         || (c >= 0x3190 && c < 0xA4D0)    /* kana, CJK, Yi */
         || (c >= 0xF900 && c < 0xFB00)    /* CJK compatibility */
         || (c >= 0xFE30 && c < 0xFE50)    /* CJK vertical forms */
         || (c >= 0xFF00 && c < 0xFFA0)    /* full-width forms, half-width kana */
         || (c >= 0x20000 && c < 0x40000); /* CJK extensions */
}

/* Steps over one of the characters that most texts are made of: Latin, Greek and Cyrillic letters,
 * quotation marks and dashes, CJK.  Returns its cells, 0 for one that needs a closer look. */
static inline guint
step_usual (const char **p)
{
  const guint8 *b = (const guint8 *)*p;

  if (b[0] < 0x80)
    return *p += 1, 1;
  if (b[0] < 0xD2) /* the combining marks are behind CC and CD, the soft hyphen is C2 AD */
    return b[0] == 0xCC || b[0] == 0xCD || (b[0] == 0xC2 && b[1] == 0xAD) ? 0 : (*p += 2, 1);
  if (b[0] == 0xE2)
    return b[1] == 0x80 && b[2] >= 0x90 && b[2] < 0xA8 ? (*p += 3, 1) : 0;
  if (b[0] >= 0xE5 && b[0] <= 0xE9)
    return *p += 3, 2;
  return 0;
}

static inline gboolean
is_ascii (const char *p, gsize n_bytes)
{
  guint64 word, seen = 0;

  for (; n_bytes >= sizeof word; p += sizeof word, n_bytes -= sizeof word)
    {
      memcpy (&word, p, sizeof word);
      seen |= word;
    }
  for (; n_bytes > 0; n_bytes--)
    seen |= (guint8)*p++ & 0x80;
  return (seen & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;
}

/* Adds up cells from @p on, but no more than @most. */
static guint
measure (const char *p, const char *end, guint most)
{
  guint n = 0;

  if (is_ascii (p, MIN ((gsize)(end - p), most)))
    return MIN ((gsize)(end - p), most);
  while (p < end && n < most)
    {
      guint cells = step_usual (&p);

      /* A combining mark or the like may follow what is not usual. */
      if (cells == 0)
        p += vr_cells_next ((VrSlice){ p, end - p }, &cells);
      n += cells;
    }
  return MIN (n, most);
}

static guint
measure_indent (const char *p, const char *end)
{
  guint n = 0;

  while (p < end && n < VR_LINE_MAX_CELLS)
    {
      guint cells = 1;

      if (*p == '\t')
        n += TAB_CELLS - n % TAB_CELLS, p++;
      else if ((guint8)*p < 0x80)
        n += *p++ == ' ';
      else
        p += vr_cells_next ((VrSlice){ p, end - p }, &cells), n += cells;
    }
  return MIN (n, VR_LINE_MAX_CELLS);
}

/* Punctuation that may not start a line hangs on the character before it (kinsoku). */
static gboolean
hangs_on (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return TRUE;
    case G_UNICODE_OTHER_PUNCTUATION:
      return c >= 0x3000;
    default:
      return c == 0x30FC || c == 0x3005; /* the long vowel mark, the repetition mark */
    }
}

/* Whether lines break on either side of @c: Chinese and Japanese; Thai and its like have words. */
static gboolean
breaks_anywhere (gunichar c)
{
  return c >= 0x2E80 && vr_line_is_spaceless (c) && !hangs_on (c);
}

/* Measures the first word, with the space that would stand before it. */
static guint
measure_first_word (const char *start, const char *end)
{
  gunichar first = g_utf8_get_char (start);
  const char *p = g_utf8_next_char (start);

  while (p < end && *p != ' ' && vr_lines_space_at (p, end) == 0)
    {
      gunichar c = (guint8)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);

      if (breaks_anywhere (c) || (breaks_anywhere (first) && !hangs_on (c)))
        break;
      p = g_utf8_next_char (p);
    }
  if (!vr_line_is_spaceless (first))
    return measure (start, p, VR_LINE_MAX_CELLS) + 1;
  return measure (start, p, first < 0x2E80 ? SPACELESS_WORD_CELLS : VR_LINE_MAX_CELLS);
}

static gboolean
is_bullet_sign (gunichar c)
{
  switch (c)
    {
    case '*':
    case '+':
    case '#':
    case 0x00B7:
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 0x204C:
    case 0x204D:
    case 0x2219:
    case 0x25A0:
    case 0x25A1:
    case 0x25AA:
    case 0x25AB:
    case 0x25B6:
    case 0x25BA:
    case 0x25CB:
    case 0x25CF:
    case 0x25E6:
    case 0x2713:
    case 0x2714:
    case 0x27A4:
    case 0x30FB:
      return TRUE;
    default:
      return FALSE;
    }
}

/* "12. " "12) " "(12) " "[12] " "a) " "(a) " "iv. ": returns whether @p starts with such. */
static gboolean
starts_with_number (const char *p, const char *end)
{
  gboolean opened = *p == '(' || *p == '[';
  const char *start = p += opened;

  while (p < end && g_ascii_isdigit (*p) && p - start <= MAX_NUMBER_DIGITS)
    p++;
  if (p == start)
    while (p < end && strchr ("ivx", *p) != NULL && p - start < 5)
      p++;
  if (p == start && p < end && g_ascii_islower (*p))
    p++;
  if (p == start || p - start > 5 || end - p < 2 || !vr_lines_space_at (p + 1, end))
    return FALSE;
  if (opened)
    return *p == ')' || *p == ']';
  return *p == ')' || (*p == '.' && (p - start > 1 || g_ascii_isdigit (*start)));
}

/* "=====", "-----", "* * *": what underlines a heading or parts sections. */
static gboolean
is_rule (const char *p, const char *end)
{
  char sign = *p;

  if (!g_ascii_ispunct (sign) || end - p < MIN_RULE_BYTES)
    return FALSE;
  while (p < end && (*p == sign || *p == ' '))
    p++;
  return p == end;
}

static guint
look_at_start (const char *p, const char *end)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);
  gboolean space_follows = next < end && vr_lines_space_at (next, end) > 0;

  if (c == '>' || c == '|' || is_rule (p, end))
    return VR_LINE_ALONE;
  if (is_bullet_sign (c) && (space_follows || next == end))
    return VR_LINE_BULLET;
  if ((c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2015) && space_follows)
    return VR_LINE_MAYBE_BULLET;
  if (c < 0x80 && starts_with_number (p, end))
    return VR_LINE_MAYBE_BULLET;
  /* Opening quotes and brackets do not hide the letter behind them. */
  while (next < end && g_unichar_ispunct (c))
    {
      c = g_utf8_get_char (next);
      next = g_utf8_next_char (next);
    }
  if (g_unichar_islower (c))
    return VR_LINE_STARTS_LOWER;
  return g_unichar_isalpha (c) && !g_unichar_isupper (c) && !g_unichar_istitle (c)
             ? VR_LINE_STARTS_CASELESS
             : 0;
}

static gboolean
is_closing (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION
         || type == G_UNICODE_INITIAL_PUNCTUATION || c == '"' || c == '\'';
}

static gboolean
ends_sentence (gunichar c)
{
  switch (c)
    {
    case '.':
    case '!':
    case '?':
    case ':':
    case ';':
    case 0x0589: /* Armenian full stop */
    case 0x061F: /* Arabic question mark */
    case 0x06D4: /* Urdu full stop */
    case 0x0964: /* danda */
    case 0x0965:
    case 0x1362: /* Ethiopic full stop */
    case 0x2026: /* ellipsis */
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF1F:
    case 0xFF61:
      return TRUE;
    default:
      return FALSE;
    }
}

static guint
look_at_end (const char *start, const char *end)
{
  const char *p = g_utf8_prev_char (end);
  gunichar c = g_utf8_get_char (p);
  guint flags = g_unichar_ispunct (c) ? VR_LINE_ENDS_IN_PUNCTUATION : 0;

  if ((c == '-' || c == 0x2010 || c == 0x00AD) && p > start)
    return flags
           | (g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p))) ? VR_LINE_ENDS_IN_HYPHEN
                                                                         : 0);
  while (p > start && is_closing (c))
    {
      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
    }
  return flags | (ends_sentence (c) ? VR_LINE_ENDS_SENTENCE : 0);
}

void
vr_line_shape_measure (VrLineShape *self, const char *text, const VrLine *line)
{
  const char *from = text + line->from;
  guint width = measure (from, text + line->to, VR_LINE_MAX_CELLS);

  self->indent = measure_indent (vr_lines_find_start (text, from), from);
  self->end = MIN (self->indent + width, VR_LINE_MAX_CELLS);
}

void
vr_line_shape_look (VrLineShape *self, const char *text, const VrLine *line)
{
  const char *from = text + line->from, *to = text + line->to;

  self->need = measure_first_word (from, to);
  self->flags = look_at_start (from, to) | look_at_end (from, to);
}
