/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up which words of a page's furniture a line has. */
#include "vr-role-phrases.h"

/* No entry of the lists is longer; embed-phrases.py sees to it. */
#define MAX_WORDS 9

/* Behind "Photo:" stand the names of a person and of an agency. */
#define CREDIT_WORDS 6

#define FNV_BASIS 0x811c9dc5u
#define FNV_PRIME 0x01000193u

/* A line in small letters, one space between words, 0 for each number, of other signs only
 * : ' - © & @. */
typedef struct
{
  char text[2 * VR_ROLE_LOOK_BYTES + 16];
  guint32 n_bytes;
  guint32 starts[VR_ROLE_LOOK_BYTES + 1]; /* where each word begins */
  guint n;
  gboolean is_cut, is_marked;
  guint8 is_behind_mark[VR_ROLE_LOOK_BYTES + 1]; /* each word: a stop, bar or bracket before it */
  gboolean starts_in_capitals; /* its first word, in a line that goes on in small letters */
} Folded;

static gboolean
is_word_character (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Whether the sign at @p stands inside a word. */
static gboolean
is_inside_word (const char *start, const char *p, const char *end)
{
  const char *next = g_utf8_next_char (p);

  return p > start && next < end && is_word_character (g_utf8_get_char (g_utf8_prev_char (p)))
         && is_word_character (g_utf8_get_char (next));
}

static void
begin_word (Folded *self)
{
  if (self->n_bytes > 0 && self->text[self->n_bytes - 1] != ' ')
    self->text[self->n_bytes++] = ' ';
  self->is_behind_mark[self->n] = self->is_marked;
  self->is_marked = FALSE;
  self->starts[self->n++] = self->n_bytes;
}

/* Adds the character at @p, and tells whether a word goes on behind it. */
static gboolean
fold_one (Folded *self, const char *start, const char *p, const char *end, gboolean in_word)
{
  gunichar c = g_utf8_get_char (p);

  if (is_word_character (c))
    {
      if (!in_word)
        begin_word (self);
      /* Any number is as good as another. */
      if (g_ascii_isdigit (*p))
        {
          if (!in_word || self->text[self->n_bytes - 1] != '0')
            self->text[self->n_bytes++] = '0';
        }
      else if (c < 0x80)
        self->text[self->n_bytes++] = g_ascii_tolower (c);
      else
        self->n_bytes += g_unichar_to_utf8 (g_unichar_tolower (c), self->text + self->n_bytes);
      return TRUE;
    }
  if ((c == '\'' || c == 0x2019 || c == '-') && is_inside_word (start, p, end))
    {
      self->text[self->n_bytes++] = c == '-' ? '-' : '\'';
      return TRUE;
    }
  /* Where a sentence may end, and a picture's source begin. */
  if (c != ',' && c != ':' && c != '\'' && c != '"' && !g_unichar_isspace (c))
    self->is_marked = TRUE;
  /* In French a space stands before it. */
  if (c == ':' && self->n_bytes > 0 && self->text[self->n_bytes - 1] != ':')
    self->text[self->n_bytes++] = ':';
  if (c == 0xA9 || c == '&' || c == '@')
    {
      begin_word (self);
      self->n_bytes += g_unichar_to_utf8 (c, self->text + self->n_bytes);
    }
  return FALSE;
}

/* As fold() in embed-phrases.py. */
static void
fold (Folded *self, VrSlice line, gsize n_bytes)
{
  const char *end = line.text + line.n_bytes;
  gboolean in_word = FALSE;

  for (const char *p = line.text; p < end; p = g_utf8_next_char (p))
    {
      if ((gsize)(p - line.text) >= n_bytes)
        {
          self->is_cut = TRUE;
          break;
        }
      in_word = fold_one (self, line.text, p, end, in_word);
    }
}

/* "WATCH Russia tests missiles": three capitals and a space, and a small letter soon. */
static gboolean
starts_in_capitals (VrSlice line)
{
  const char *p = line.text, *end = line.text + line.n_bytes;
  guint n_upper = 0;

  for (; p < end && g_unichar_isupper (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    n_upper++;
  if (n_upper < 3 || p >= end || *p != ' ')
    return FALSE;
  for (; p < end && p < line.text + 64; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static const VrRolePhrase *
find (const char *text, gsize n_bytes, guint32 hash)
{
  for (guint32 at = hash & vr_role_phrase_mask; vr_role_phrase_slots[at] != 0;
       at = (at + 1) & vr_role_phrase_mask)
    {
      const VrRolePhrase *phrase = &vr_role_phrases[vr_role_phrase_slots[at] - 1];

      if (phrase->n_bytes == n_bytes
          && memcmp (vr_role_phrase_texts + phrase->text, text, n_bytes) == 0)
        return phrase;
    }
  return NULL;
}

static gboolean
may_begin (guint32 hash)
{
  guint32 bit = hash >> 8 & 0x1fff;

  return (vr_role_phrase_first[bit >> 3] >> (bit & 7) & 1) != 0;
}

/* What was found at word @first, to its end before word @last. */
static void
take (VrRoleHits *hits, const VrRolePhrase *phrase, guint first, guint last, gboolean is_all,
      const Folded *folded, guint *covered_to)
{
  if (phrase->roles[VR_ROLE_PLACE_INSIDE] != VR_N_ROLES)
    hits->roles[VR_ROLE_PLACE_INSIDE] = phrase->roles[VR_ROLE_PLACE_INSIDE];
  if (first == 0 && phrase->roles[VR_ROLE_PLACE_HEAD] != VR_N_ROLES
      && (!phrase->is_label || folded->starts_in_capitals))
    {
      hits->roles[VR_ROLE_PLACE_HEAD] = phrase->roles[VR_ROLE_PLACE_HEAD];
      hits->is_pointer |= phrase->is_pointer;
    }
  if (first > 0 && folded->is_behind_mark[first]
      && phrase->roles[VR_ROLE_PLACE_HEAD] == VR_ROLE_CAPTION
      && vr_role_phrase_texts[phrase->text + phrase->n_bytes - 1] == ':' && !folded->is_cut
      && last < folded->n && folded->n - last <= CREDIT_WORDS)
    hits->ends_in_credit = TRUE;
  if (phrase->roles[VR_ROLE_PLACE_WHOLE] == VR_N_ROLES)
    return;
  if (first == 0 && last == 1 && phrase->roles[VR_ROLE_PLACE_WHOLE] == VR_ROLE_BYLINE)
    hits->starts_as_byline = TRUE;
  if (first == 0 && is_all)
    {
      hits->roles[VR_ROLE_PLACE_WHOLE] = phrase->roles[VR_ROLE_PLACE_WHOLE];
      hits->is_maybe = phrase->is_maybe;
      hits->is_block = phrase->is_block;
      hits->is_pointer |= phrase->is_pointer;
    }
  hits->has_sure |= !phrase->is_maybe;
  *covered_to = MAX (*covered_to, last);
}

/* Looks at all entries that begin with word @first; Returns: the word behind the longest that is a
 * whole line. */
static guint
look_from (VrRoleHits *hits, const Folded *folded, guint first, guint32 languages)
{
  const char *text = folded->text;
  guint n = folded->n, covered_to = first;
  guint32 start = folded->starts[first], at = start, hash = FNV_BASIS;

  for (guint last = first + 1; last <= MIN (n, first + MAX_WORDS); last++)
    {
      guint32 end = last < n ? folded->starts[last] - 1 : folded->n_bytes;
      const VrRolePhrase *phrase;
      gboolean has_colon;

      for (; at < end; at++)
        hash = (hash ^ (guint8)text[at]) * FNV_PRIME;
      if (last == first + 1 && !may_begin (hash) && text[end - 1] != ':')
        break;
      phrase = find (text + start, end - start, hash);
      if (phrase != NULL && (phrase->languages & languages) != 0)
        take (hits, phrase, first, last, last == n && !folded->is_cut, folded, &covered_to);
      has_colon = text[end - 1] == ':';
      if (has_colon)
        {
          guint32 without = FNV_BASIS;

          for (guint32 i = start; i < end - 1; i++)
            without = (without ^ (guint8)text[i]) * FNV_PRIME;
          phrase = find (text + start, end - 1 - start, without);
          if (phrase != NULL && (phrase->languages & languages) != 0)
            take (hits, phrase, first, last, last == n && !folded->is_cut, folded, &covered_to);
        }
    }
  return covered_to;
}

static void
look_all (VrRoleHits *hits, const Folded *folded, guint32 languages)
{
  guint n = folded->n, covered = 0;

  hits->n_words = MIN (n, G_MAXUINT16);
  for (guint i = 0; i < n; i++)
    {
      guint to = look_from (hits, folded, i, languages);

      if (to > covered)
        {
          hits->n_spans += hits->n_spans < G_MAXUINT16;
          hits->n_covered = MIN (hits->n_covered + to - MAX (covered, i), G_MAXUINT16);
          covered = to;
        }
    }
}

VrRoleHits
vr_role_phrases_look (VrSlice line, gsize n_bytes, guint32 languages)
{
  VrRoleHits hits = { .roles = { VR_N_ROLES, VR_N_ROLES, VR_N_ROLES } };
  Folded folded;

  folded.n_bytes = folded.n = 0;
  folded.is_cut = folded.is_marked = FALSE;
  folded.starts_in_capitals = starts_in_capitals (line);
  fold (&folded, line, MIN (n_bytes, VR_ROLE_LOOK_BYTES));
  if (folded.n > 0)
    look_all (&hits, &folded, languages);
  return hits;
}

guint32
vr_role_phrases_get_languages (const char *language)
{
  if (language != NULL)
    for (guint i = 0; vr_role_phrase_languages[i] != NULL; i++)
      if (strncmp (language, vr_role_phrase_languages[i], 2) == 0)
        return 1u << i | 1u; /* English is the first */
  return G_MAXUINT32;
}
