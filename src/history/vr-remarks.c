/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an article says of itself, or its page around it. */
#include "vr-remarks.h"

#include "vr-pattern.h"
#include "vr-remark-words.h"

#include <string.h>

/* A line about the article is short: "Last updated on Thursday 17 April 2014 at 10.30 BST". */
#define MAX_LINE_WORDS 16
#define MAX_NAME_WORDS 10
/* From "updated" to a day or time: "on". */
#define MAX_WORDS_TO_TIME 1
#define MAX_LINE_BYTES 400
/* "Correction, 5 May 2014: ", "Update at 5 p.m. ET: ". */
#define MAX_HEAD_BYTES 40
/* From what a note speaks of to what it says of it: "The headline of this article has since been".
 */
#define MAX_SUBJECT_BYTES 90

enum
{
  HEADS,
  OPENINGS,
  SUBJECTS,
  VERBS,
  VERSIONS,
  UPDATED,
  BY,
  CREDITS,
  FURNITURE,
  N_LISTS,
};

struct _VrRemarks
{
  GPtrArray *lists[N_LISTS]; /* utf8, folded */
  GHashTable *dates;
  GHashTable *words;
};

static char *
dup_folded (const char *phrase)
{
  return vr_pattern_fold ((VrSlice){ phrase, strlen (phrase) });
}

static void
add_list (GPtrArray *list, const char *phrases)
{
  g_auto (GStrv) parts = g_strsplit (phrases, "|", -1);

  for (char **part = parts; *part != NULL; part++)
    g_ptr_array_add (list, dup_folded (*part));
}

static void
add_words (GHashTable *set, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  for (char **part = parts; *part != NULL; part++)
    g_hash_table_add (set, dup_folded (*part));
}

static void
add_table (VrRemarks *self, const VrRemarkWords *table)
{
  const char *const lists[N_LISTS] = { table->heads, table->openings, table->subjects,
                                       table->verbs, table->versions, table->updated,
                                       table->by,    table->credits,  table->furniture };

  for (guint i = 0; i < N_LISTS; i++)
    add_list (self->lists[i], lists[i]);
  add_words (self->dates, table->dates);
  add_words (self->words, table->dates);
  add_words (self->words, table->words);
}

static gboolean
has_table (const char *language)
{
  for (guint i = 0; vr_remark_words_get (i) != NULL; i++)
    if (g_str_equal (vr_remark_words_get (i)->language, language))
      return TRUE;

  return FALSE;
}

VrRemarks *
vr_remarks_new (const char *language)
{
  VrRemarks *self = g_new0 (VrRemarks, 1);
  gboolean is_known = has_table (language);

  for (guint i = 0; i < N_LISTS; i++)
    self->lists[i] = g_ptr_array_new_with_free_func (g_free);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; vr_remark_words_get (i) != NULL; i++)
    {
      const VrRemarkWords *table = vr_remark_words_get (i);

      if (!is_known || g_str_equal (table->language, language)
          || g_str_equal (table->language, "en"))
        add_table (self, table);
    }

  return self;
}

void
vr_remarks_free (VrRemarks *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    g_ptr_array_unref (self->lists[i]);
  g_hash_table_unref (self->dates);
  g_hash_table_unref (self->words);
  g_free (self);
}

gboolean
vr_remarks_is_word (const VrRemarks *self, const char *folded)
{
  return g_hash_table_contains (self->words, folded);
}

static gboolean
is_word_at (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* What stands before the first letter or digit is no part of a phrase: brackets, stars, quotes. */
static const char *
skip_marks (const char *text)
{
  while (*text != '\0' && !is_word_at (text))
    text = g_utf8_next_char (text);

  return text;
}

/* Behind the longest phrase of a list that @text starts with as whole words, or NULL. */
static const char *
skip_phrase (const GPtrArray *list, const char *text)
{
  const char *best = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const char *phrase = g_ptr_array_index (list, i);
      const char *end = text + strlen (phrase);

      if (g_str_has_prefix (text, phrase) && (best == NULL || end > best)
          && (end[-1] == ' ' || !is_word_at (end)))
        best = end;
    }

  return best;
}

/* Where a phrase of a list stands in @text as whole words; @end behind it. */
static const char *
find_phrase (const GPtrArray *list, const char *text, gboolean may_go_on)
{
  for (guint i = 0; i < list->len; i++)
    {
      const char *phrase = g_ptr_array_index (list, i);
      gsize n_bytes = strlen (phrase);

      for (const char *at = strstr (text, phrase); at != NULL; at = strstr (at + 1, phrase))
        if ((at == text || !is_word_at (g_utf8_prev_char (at)))
            && (may_go_on || !is_word_at (at + n_bytes)))
          return at;
    }

  return NULL;
}

/* Behind "Correction": a mark, a number, nothing; or a date and then a colon. */
static gboolean
ends_head (const char *rest)
{
  gboolean has_digit = FALSE;

  while (*rest == ' ')
    rest++;
  if (*rest == '\0'
      || (strchr ("',", *rest) == NULL && !g_unichar_isalpha (g_utf8_get_char (rest))))
    return TRUE;
  for (guint i = 0; rest[i] != '\0' && i < MAX_HEAD_BYTES; i++)
    {
      has_digit = has_digit || g_ascii_isdigit (rest[i]);
      if (has_digit && (rest[i] == ':' || (rest[i] == '-' && rest[i - 1] == ' ')))
        return TRUE;
    }

  return FALSE;
}

static gboolean
says_of_subject (const VrRemarks *self, const char *text)
{
  const char *subject = find_phrase (self->lists[SUBJECTS], text, FALSE);
  g_autofree char *rest = NULL;

  if (subject == NULL)
    return FALSE;
  rest = g_strndup (subject, MAX_SUBJECT_BYTES);

  return find_phrase (self->lists[VERBS], rest, FALSE) != NULL;
}

static gboolean
is_note (const VrRemarks *self, const char *text)
{
  const char *start = skip_marks (text);
  const char *rest = skip_phrase (self->lists[HEADS], start);

  return (rest != NULL && ends_head (rest)) || skip_phrase (self->lists[OPENINGS], start) != NULL
         || find_phrase (self->lists[VERSIONS], text, TRUE) != NULL || says_of_subject (self, text);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean was_word = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_space = *p == ' ';

      n += !is_space && !was_word;
      was_word = !is_space;
    }

  return n;
}

static gboolean
has_digit (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isdigit (g_utf8_get_char (text)))
      return TRUE;

  return FALSE;
}

static gboolean
has_date_word (const VrRemarks *self, const char *text, gboolean has_only)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,.;:-/()|[]+\t", -1);
  gboolean has_one = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      gboolean is_date = g_hash_table_contains (self->dates, *word);

      if (has_only && **word != '\0' && !is_date && !has_digit (*word))
        return FALSE;
      has_one = has_one || is_date;
    }

  return has_one;
}

/* "Updated on Monday", and not "Updated figures show 12 dead". */
static gboolean
has_time_next (const VrRemarks *self, const char *rest)
{
  g_autofree char *start = NULL;
  const char *end = rest;

  for (guint n_words = 0; *end != '\0' && n_words <= MAX_WORDS_TO_TIME; end++)
    n_words += end[0] != ' ' && (end[1] == ' ' || end[1] == '\0') && g_ascii_isalnum (end[0]);
  start = g_strndup (rest, (gsize)(end - rest));

  return has_digit (start) || has_date_word (self, start, FALSE);
}

/* "Updated 10:30", and behind a mark, as in "By Ann Lee | Updated 10:30". */
static gboolean
is_updated (const VrRemarks *self, const char *text)
{
  for (const char *p = skip_marks (text); *p != '\0';)
    {
      const char *rest = skip_phrase (self->lists[UPDATED], p);

      if (rest != NULL && has_time_next (self, rest))
        return TRUE;
      while (*p != '\0' && strchr ("|;,(/-", *p) == NULL && !g_str_has_prefix (p, "•")
             && !g_str_has_prefix (p, "·"))
        p = g_utf8_next_char (p);
      p = skip_marks (p);
    }

  return FALSE;
}

static gboolean
ends_like_a_sentence (const char *text)
{
  gsize n = strlen (text);

  return n > 0 && strchr (".?!", text[n - 1]) != NULL;
}

/* "By Ann Lee and Bo Ek, in Paris": @line as it is written, names with capitals. */
static gboolean
is_byline (const VrRemarks *self, VrSlice line, const char *text)
{
  const char *rest = skip_phrase (self->lists[BY], text);
  g_autofree char *own = NULL;
  g_auto (GStrv) words = NULL;
  guint n_small = 0;
  guint n = 0;

  if (rest == NULL || *rest != ' ' || count_words (text) > MAX_NAME_WORDS
      || ends_like_a_sentence (text))
    return FALSE;
  own = g_strndup (line.text, line.n_bytes);
  words = g_strsplit (own, " ", -1);
  for (; words[n] != NULL; n++)
    n_small += n > 0 && g_unichar_islower (g_utf8_get_char (words[n]));

  return n > 1 && n_small * 3 <= n && !g_unichar_islower (g_utf8_get_char (words[1]))
         && !has_digit (words[1]);
}

/* "12 comments", "Share", "Read more: the quay in pictures". */
static gboolean
is_furniture (const VrRemarks *self, const char *text)
{
  const char *start = text;
  const char *rest;

  while (*start != '\0' && !g_unichar_isalpha (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  if (*start == '\0' || g_str_has_prefix (text, "©"))
    return !has_digit (text) || *start != '\0';
  rest = skip_phrase (self->lists[FURNITURE], start);
  if (rest == NULL)
    return FALSE;

  return *rest == '\0' || strchr (":(|[", *rest) != NULL || g_ascii_isdigit (rest[1])
         || (memchr (start, ' ', (gsize)(rest - start)) != NULL && !ends_like_a_sentence (text))
         || count_words (text) <= 3;
}

/* "Published 5 May", "Photo: Ann Lee", "(Reporting by Ann Lee; editing by Bo Ek)". */
static gboolean
is_credit (const VrRemarks *self, const char *text)
{
  const char *start = skip_marks (text);
  const char *rest = skip_phrase (self->lists[CREDITS], start);

  if (rest == NULL || (ends_like_a_sentence (text) && *text != '('))
    return FALSE;

  return *rest == ':' || memchr (start, ' ', (gsize)(rest - start)) != NULL || has_digit (rest)
         || has_date_word (self, rest, FALSE);
}

static VrRemark
judge_line (const VrRemarks *self, VrSlice line, const char *text)
{
  guint n_words = count_words (text);

  if (n_words > MAX_LINE_WORDS)
    return VR_REMARK_NONE;
  if (is_updated (self, text))
    return VR_REMARK_UPDATED;
  if (is_byline (self, line, text) || is_credit (self, text) || has_date_word (self, text, TRUE))
    return VR_REMARK_CREDIT;

  return is_furniture (self, text) ? VR_REMARK_FURNITURE : VR_REMARK_NONE;
}

VrRemark
vr_remarks_judge_paragraph (const VrRemarks *self, VrSlice text)
{
  g_autofree char *folded = NULL;
  const char *rest;
  const char *start;

  folded = vr_pattern_fold (text);
  g_strstrip (folded);
  if (text.n_bytes <= MAX_LINE_BYTES)
    {
      VrRemark remark = judge_line (self, text, folded);

      if (remark != VR_REMARK_NONE)
        return remark;
    }
  start = skip_marks (folded);
  rest = skip_phrase (self->lists[HEADS], start);

  return (rest != NULL && ends_head (rest)) || skip_phrase (self->lists[OPENINGS], start) != NULL
             ? VR_REMARK_NOTE
             : VR_REMARK_NONE;
}

VrRemark
vr_remarks_judge_sentence (const VrRemarks *self, VrSlice text)
{
  g_autofree char *folded = vr_pattern_fold (text);

  g_strstrip (folded);

  return is_note (self, folded) ? VR_REMARK_NOTE : VR_REMARK_NONE;
}
