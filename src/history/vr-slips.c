/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of words that say nothing else: mended spelling. */
#include "vr-slips.h"

#include "vr-pattern.h"

#include <string.h>

/* More words than this at once are no misprints. */
#define MAX_WORDS 6
#define MAX_CHARS 40
/* Letters of the longer word from which two may be swapped, one and two wrong. */
#define ONE_WRONG_CHARS 3
#define ANOTHER_WRONG_CHARS 5
#define TWO_WRONG_CHARS 8

struct _VrSlips
{
  const VrComparison *comparison;
  const VrRemarks *remarks;
  GHashTable *words[VR_N_SIDES]; /* folded; NULL until needed */
  GHashTable *names[VR_N_SIDES]; /* folded, with a capital inside a sentence */
};

VrSlips *
vr_slips_new (const VrComparison *comparison, const VrRemarks *remarks)
{
  VrSlips *self = g_new0 (VrSlips, 1);

  self->comparison = comparison;
  self->remarks = remarks;

  return self;
}

void
vr_slips_free (VrSlips *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_clear_pointer (&self->words[side], g_hash_table_unref);
      g_clear_pointer (&self->names[side], g_hash_table_unref);
    }
  g_free (self);
}

static gboolean
is_mark_inside (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '.' || c == ',';
}

/* The next word of @text from @at on: letters and digits, and single marks between them. */
static VrSlice
next_word (VrSlice text, gsize at)
{
  const char *end = text.text + text.n_bytes;
  const char *p = text.text + at;
  const char *start;

  while (p < end && !g_unichar_isalnum (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  start = p;
  while (p < end)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c)
          && !(is_mark_inside (c) && next < end && g_unichar_isalnum (g_utf8_get_char (next))))
        break;
      p = next;
    }

  return (VrSlice){ start, (gsize)(p - start) };
}

gboolean
vr_slips_is_wordless (VrSlice text)
{
  return next_word (text, 0).n_bytes == 0;
}

/* Whether a sentence may begin at @word: nothing but marks between it and a full stop or the start.
 */
static gboolean
opens_sentence (VrSlice text, VrSlice word)
{
  const char *p = word.text;

  while (p > text.text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (g_unichar_isalnum (c) || c == ',' || c == ';')
        return FALSE;
      if (c == '.' || c == '?' || c == '!' || c == ':' || c == 0x2029)
        return TRUE;
    }

  return TRUE;
}

static void
read_words (VrSlips *self, VrSide side)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, side);
  guint n = vr_article_get_n_paragraphs (article);

  self->words[side] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names[side] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    {
      VrSlice text = vr_article_get_paragraph_text (article, i);
      VrSlice word = next_word (text, 0);

      for (; word.n_bytes > 0; word = next_word (text, word.text + word.n_bytes - text.text))
        {
          if (g_unichar_isupper (g_utf8_get_char (word.text)) && !opens_sentence (text, word))
            g_hash_table_add (self->names[side], vr_pattern_fold (word));
          g_hash_table_add (self->words[side], vr_pattern_fold (word));
        }
    }
}

static gboolean
stands (VrSlips *self, VrSide side, const char *folded)
{
  if (self->words[side] == NULL)
    read_words (self, side);

  return g_hash_table_contains (self->words[side], folded);
}

/* A capital inside a sentence somewhere; German nouns all have one, and nothing can be told. */
static gboolean
is_name (VrSlips *self, VrSide side, const char *folded)
{
  const char *language =
      vr_article_get_language (vr_comparison_get_article (self->comparison, side));

  return !g_str_equal (language, "de") && stands (self, side, folded)
         && g_hash_table_contains (self->names[side], folded);
}

static gboolean
has_digit (const char *word)
{
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isdigit (g_utf8_get_char (word)))
      return TRUE;

  return FALSE;
}

/* Letters only, as "co-operate" and "cooperate" are one. */
static glong
read_letters (const char *word, gunichar *letters)
{
  glong n = 0;

  for (; *word != '\0' && n < MAX_CHARS; word = g_utf8_next_char (word))
    if (!is_mark_inside (g_utf8_get_char (word)))
      letters[n++] = g_utf8_get_char (word);

  return n;
}

/* Optimal string alignment: insertions, deletions, substitutions, neighbours swapped.  A
 * substitution or swap counts @other. */
static guint
measure_distance (const gunichar *a, glong n_a, const gunichar *b, glong n_b, guint other)
{
  guint rows[3][MAX_CHARS + 1];

  for (glong j = 0; j <= n_b; j++)
    rows[0][j] = (guint)j;
  for (glong i = 1; i <= n_a; i++)
    {
      const guint *above = rows[(i - 1) % 3];
      const guint *second = rows[(i + 1) % 3];
      guint *row = rows[i % 3];

      row[0] = (guint)i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint cost = a[i - 1] != b[j - 1] ? other : 0;

          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + cost);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], second[j - 2] + other);
        }
    }

  return rows[n_a % 3][n_b];
}

/* One is the other with something behind it ("suspect", "suspects"), unless a letter is doubled
 * ("untill"); or they end otherwise ("employer", "employee"). */
static gboolean
ends_otherwise (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  glong n = MIN (n_a, n_b);
  glong same = 0;
  const gunichar *longer = n_a > n_b ? a : b;

  while (same < n && a[same] == b[same])
    same++;
  if (same == n)
    return ABS (n_a - n_b) != 1 || longer[n] != longer[n - 1];

  return n_a == n_b && same == n - 1;
}

/* "teh", "untill": in a short word letters are swapped or doubled, and nothing else. */
static gboolean
is_swapped_or_doubled (const gunichar *a, glong n_a, const gunichar *b, glong n_b)
{
  const gunichar *longer = n_a > n_b ? a : b;
  glong n = MIN (n_a, n_b);
  glong at = 0;

  while (at < n && a[at] == b[at])
    at++;
  if (n_a != n_b)
    return at > 0 && longer[at] == longer[at - 1];

  return at + 1 < n && a[at] == b[at + 1] && a[at + 1] == b[at];
}

static gboolean
is_near (const char *a, const char *b)
{
  gunichar old_letters[MAX_CHARS], new_letters[MAX_CHARS];
  glong n_old = read_letters (a, old_letters);
  glong n_new = read_letters (b, new_letters);
  glong longer = MAX (n_old, n_new);
  guint distance;

  if (longer >= MAX_CHARS || n_old == 0 || n_new == 0)
    return FALSE;
  distance = measure_distance (old_letters, n_old, new_letters, n_new, 1);
  if (distance < 2 && is_swapped_or_doubled (old_letters, n_old, new_letters, n_new))
    return longer >= ONE_WRONG_CHARS;
  if (distance == 0)
    return TRUE;
  if (longer < ANOTHER_WRONG_CHARS || distance > (longer >= TWO_WRONG_CHARS ? 2 : 1)
      || old_letters[0] != new_letters[0])
    return FALSE;

  /* Of two mistakes none puts another letter in one's place: that makes other words. */
  return !ends_otherwise (old_letters, n_old, new_letters, n_new)
         && (distance < 2 || measure_distance (old_letters, n_old, new_letters, n_new, 2) == 2);
}

/* Both are words in their own right. */
static gboolean
are_words (VrSlips *self, const char *a, const char *b)
{
  gboolean a_known = vr_remarks_is_word (self->remarks, a) || stands (self, VR_SIDE_NEW, a);
  gboolean b_known = vr_remarks_is_word (self->remarks, b) || stands (self, VR_SIDE_OLD, b);

  return a_known && b_known;
}

/* A name became another: the one that both sides have is how it is spelt. */
static gboolean
is_other_name (VrSlips *self, const char *a, const char *b)
{
  if (!is_name (self, VR_SIDE_OLD, a) && !is_name (self, VR_SIDE_NEW, b))
    return FALSE;

  return stands (self, VR_SIDE_NEW, a) == stands (self, VR_SIDE_OLD, b);
}

/* Letters without their accents. */
static char *
dup_bare (const char *word)
{
  g_autofree char *parted = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
  GString *bare = g_string_new (NULL);

  for (const char *p = parted; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_string_free (bare, FALSE);
}

static gboolean
is_same_word (VrSlips *self, VrSlice old_word, VrSlice new_word)
{
  g_autofree char *a = vr_pattern_fold (old_word);
  g_autofree char *b = vr_pattern_fold (new_word);
  g_autofree char *bare_a = dup_bare (a);
  g_autofree char *bare_b = dup_bare (b);

  if (g_str_equal (a, b))
    return TRUE;
  if (g_str_equal (bare_a, bare_b))
    return !are_words (self, a, b);
  if (has_digit (a) || has_digit (b) || !is_near (a, b))
    return FALSE;

  return !are_words (self, a, b) && !is_other_name (self, a, b);
}

/* All of it without what parts words; numbers must not run together. */
static char *
dup_joined (VrSlice text)
{
  GString *joined = g_string_new (NULL);
  VrSlice word = next_word (text, 0);

  for (; word.n_bytes > 0; word = next_word (text, (gsize)(word.text - text.text) + word.n_bytes))
    {
      g_autofree char *folded = vr_pattern_fold (word);

      for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
        if (has_digit (folded) || !is_mark_inside (g_utf8_get_char (p)))
          g_string_append_unichar (joined, g_utf8_get_char (p));
    }

  return g_string_free (joined, FALSE);
}

gboolean
vr_slips_is_typo (VrSlips *self, VrSlice old_text, VrSlice new_text)
{
  g_autofree char *old_joined = dup_joined (old_text);
  g_autofree char *new_joined = dup_joined (new_text);
  VrSlice old_word = next_word (old_text, 0);
  VrSlice new_word = next_word (new_text, 0);

  if (g_str_equal (old_joined, new_joined))
    return TRUE;
  for (guint i = 0; i < MAX_WORDS && old_word.n_bytes > 0 && new_word.n_bytes > 0; i++)
    {
      if (!is_same_word (self, old_word, new_word))
        return FALSE;
      old_word = next_word (old_text, (gsize)(old_word.text - old_text.text) + old_word.n_bytes);
      new_word = next_word (new_text, (gsize)(new_word.text - new_text.text) + new_word.n_bytes);
    }

  return old_word.n_bytes == 0 && new_word.n_bytes == 0;
}

gboolean
vr_slips_is_doubled (const char *text, VrSpan span)
{
  VrSlice all = { text, strnlen (text, (gsize)span.to + MAX_CHARS * 4) };
  VrSlice word = next_word (all, span.from);
  VrSlice behind = next_word (all, span.to);
  VrSlice before = { NULL, 0 };
  VrSlice next = { NULL, 0 };
  gsize from = span.from;
  g_autofree char *own = vr_pattern_fold (word);
  g_autofree char *other = NULL;
  g_autofree char *another = NULL;

  if (word.n_bytes == 0
      || behind.text != next_word (all, (gsize)(word.text - text) + word.n_bytes).text)
    return FALSE;
  /* The word in front is no longer than this, or it is another. */
  for (guint n_spaces = 0; from > 0 && n_spaces < 2 && span.from - from < MAX_CHARS; from--)
    n_spaces += text[from - 1] == ' ';
  while (from > 0 && ((guint8)text[from] & 0xC0) == 0x80)
    from--;
  for (next = next_word (all, from); next.n_bytes > 0 && next.text < word.text;
       next = next_word (all, (gsize)(next.text - text) + next.n_bytes))
    before = next;
  other = vr_pattern_fold (behind);
  another = before.n_bytes > 0 ? vr_pattern_fold (before) : g_strdup ("");

  return g_str_equal (own, other) || g_str_equal (own, another);
}
