/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names lines by their words, shape, place and neighbours. */
#include "vr-role-names.h"

#include "vr-role-headline.h"
#include "vr-role-words.h"

#include <glib/gi18n-lib.h>

/* A sentence of its own below the headline. */
#define DEK_CELLS 360

/* A heading between paragraphs. */
#define SUBHEAD_CELLS 90

/* Above the headline a date or an author stands no further, and words of the text no further than
 * that. */
#define NEAR_LINES 3
#define TOPIC_LINES 15

/* So many lines a page may set between two paragraphs. */
#define RESUME_LINES 3

/* A text's last words may be so few, and no more lines stand between them than these. */
#define SENTENCE_WORDS 4
#define BREAK_LINES 2

/* What a page says of its author stands no further below the text. */
#define BIO_LINES 6

typedef struct
{
  const VrRoleLine *lines;
  guint n;
  guint8 *states;
  guint8 *roles;
  const char **reasons;
  guint text_from, text_to;
  VrRoleTopic *topic;
} Naming;

static void
name (Naming *self, guint index, VrRole role, const char *reason)
{
  self->roles[index] = role;
  if (self->reasons != NULL)
    self->reasons[index] = role == VR_ROLE_BODY ? NULL : g_intern_static_string (reason);
}

static gboolean
is_text_at (const Naming *self, gint64 index)
{
  return index >= 0 && index < self->n && self->states[index] == VR_ROLE_STATE_TEXT;
}

/* ---- above the text ---- */

static void
name_above_headline (Naming *self, guint index, guint headline)
{
  const VrRoleLine *line = &self->lines[index];
  VrRole said = vr_role_words_get_said (line);

  if (headline - index <= NEAR_LINES && (said == VR_ROLE_DATE || vr_role_words_is_dated (line)))
    name (self, index, VR_ROLE_DATE, N_ ("a date beside the headline"));
  else if (said != VR_N_ROLES && vr_role_is_furniture (said))
    name (self, index, said, N_ ("words that only pages have"));
  else if (said == VR_ROLE_CAPTION || vr_role_words_is_credited (line))
    name (self, index, VR_ROLE_CAPTION, N_ ("names a picture’s source"));
  else if (headline - index <= NEAR_LINES && vr_role_words_is_byline (line))
    name (self, index, VR_ROLE_BYLINE, N_ ("names who wrote it"));
  /* A whole sentence is never hidden for its place alone: the headline may be a wrong one. */
  else if (said == VR_N_ROLES && line->n_glued == 0
           && (line->is_prose || (line->n_words >= 9 && line->n_lower * 2 >= line->n_words)))
    name (self, index, VR_ROLE_DEK, N_ ("a sentence above the text"));
  else if (headline - index <= TOPIC_LINES
           && vr_role_headline_is_about (&self->lines[index], self->topic, index))
    name (self, index, VR_ROLE_DEK, N_ ("above the text, and in its words"));
  else
    name (self, index, VR_ROLE_NAV, N_ ("above the headline"));
}

static void
name_below_headline (Naming *self, guint index)
{
  const VrRoleLine *line = &self->lines[index];
  VrRole said = vr_role_words_get_said (line);
  gboolean is_doubled = line->repeats_before || line->repeats_after;

  if (said == VR_ROLE_DATE || (said != VR_ROLE_CAPTION && vr_role_words_is_dated (line)))
    name (self, index, VR_ROLE_DATE, N_ ("a date beside the headline"));
  else if (said == VR_ROLE_CAPTION || vr_role_words_is_credited (line))
    name (self, index, VR_ROLE_CAPTION, N_ ("names a picture’s source"));
  else if (said == VR_ROLE_BYLINE || vr_role_words_is_byline (line))
    name (self, index, VR_ROLE_BYLINE, N_ ("names who wrote it"));
  else if (said != VR_N_ROLES)
    name (self, index, said, N_ ("words that only pages have"));
  else if (is_doubled && line->n_words > 3)
    name (self, index, VR_ROLE_CAPTION, N_ ("stands twice, as a picture’s words do"));
  else if (line->is_prose || line->n_words >= 6)
    name (self, index, VR_ROLE_DEK, N_ ("between headline and text"));
  else if (line->n_letters > 0 && line->n_words >= 2 && line->n_upper * 2 >= line->n_words
           && index > 0 && self->roles[index - 1] != VR_ROLE_NAV)
    name (self, index, VR_ROLE_BYLINE, N_ ("a name beside the headline"));
  else
    name (self, index, VR_ROLE_NAV, N_ ("short, and above the text"));
}

static void
name_above (Naming *self, guint headline)
{
  for (guint i = 0; i < self->text_from; i++)
    if (i == headline)
      name (self, i, VR_ROLE_HEADLINE, N_ ("the last heading above the text"));
    else if (i < headline)
      name_above_headline (self, i, headline);
    else
      name_below_headline (self, i);
}

/* ---- in the text ---- */

static void
name_text (Naming *self, guint index)
{
  const VrRoleLine *line = &self->lines[index];
  VrRole role = VR_ROLE_BODY;
  const char *reason = NULL;

  if (vr_role_words_give_away (line, &role, &reason))
    name (self, index, role, reason);
  else if (line->is_bullet)
    name (self, index, VR_ROLE_LIST, N_ ("an item of a list"));
  else if (!line->is_prose && line->n_cells <= SUBHEAD_CELLS && line->n_letters > 2
           && (line->end == VR_ROLE_LINE_OPEN || line->end == VR_ROLE_LINE_ASKS
               || line->end == VR_ROLE_LINE_MARK)
           && line->start != VR_ROLE_LINE_LOWER && line->n_words <= 14 && index + 1 < self->n
           && self->lines[index + 1].is_prose && is_text_at (self, index + 1))
    name (self, index, VR_ROLE_SUBHEAD, N_ ("short, without a full stop, above a paragraph"));
  else
    name (self, index, VR_ROLE_BODY, NULL);
}

/* A run of lines between two paragraphs, from @from up to @to. */
static void
name_between (Naming *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      const VrRoleLine *line = &self->lines[i];
      VrRole said = vr_role_words_get_said (line);

      if (said != VR_N_ROLES && said != VR_ROLE_BYLINE && said != VR_ROLE_DATE)
        name (self, i, said, N_ ("words that only pages have"));
      else if (vr_role_words_is_credited (line))
        name (self, i, VR_ROLE_CAPTION, N_ ("names a picture’s source"));
      else if (to - from == 2 && line->hash == self->lines[from].hash
               && self->lines[from].repeats_after)
        name (self, i, VR_ROLE_CAPTION, N_ ("stands twice, as a picture’s words do"));
      else if (line->is_prose)
        name (self, i, VR_ROLE_CAPTION, N_ ("stands between paragraphs and is none"));
      else if (i > from && vr_role_is_furniture (self->roles[i - 1]))
        name (self, i, self->roles[i - 1], N_ ("stands with such lines"));
      else if (to - from == 1 && (vr_role_words_is_capitalised (line) || line->n_words >= 6))
        name (self, i, VR_ROLE_RELATED, N_ ("another article’s headline between paragraphs"));
      else if (to - from == 1)
        name (self, i, VR_ROLE_CAPTION, N_ ("stands between paragraphs and is none"));
      else
        name (self, i, VR_ROLE_PROMO, N_ ("short lines between paragraphs"));
    }
}

/* ---- below the text ---- */

static gboolean
names_next (const Naming *self, guint index)
{
  const VrRoleLine *line = &self->lines[index];

  return index < self->text_to + BIO_LINES && line->n_words <= 5 && line->n_words > 0
         && line->n_upper == line->n_words && index + 1 < self->n && self->lines[index + 1].is_prose
         && !is_text_at (self, index + 1);
}

static void
name_below_one (Naming *self, guint index, VrRole *going)
{
  const VrRoleLine *line = &self->lines[index];
  VrRole said = vr_role_words_get_said (line);

  if (vr_role_words_tell_of_author (line) && *going != VR_ROLE_RELATED)
    {
      name (self, index, VR_ROLE_BIO, N_ ("tells of the author"));
      return;
    }
  if (said == VR_ROLE_CORRECTION)
    name (self, index, said, N_ ("says what was changed"));
  else if (said == VR_ROLE_BYLINE && *going == VR_N_ROLES)
    name (self, index, said, N_ ("names who wrote it"));
  else if (said == VR_ROLE_DATE || vr_role_words_is_dated (line))
    name (self, index, *going == VR_N_ROLES ? VR_ROLE_DATE : *going,
          *going == VR_N_ROLES ? N_ ("a date below the text") : N_ ("stands with such lines"));
  else if (said == VR_ROLE_CAPTION || (vr_role_words_is_credited (line) && *going == VR_N_ROLES))
    name (self, index, *going == VR_N_ROLES ? VR_ROLE_CAPTION : *going,
          N_ ("names a picture’s source"));
  else if (said != VR_N_ROLES && said != VR_ROLE_BYLINE)
    {
      name (self, index, said, N_ ("words that only pages have"));
      if (!line->is_prose)
        *going = said;
    }
  else if (*going != VR_N_ROLES)
    name (self, index, *going, N_ ("stands with such lines"));
  else if (names_next (self, index))
    name (self, index, VR_ROLE_BYLINE, N_ ("a name above words on the author"));
  else if (line->is_prose && index < self->text_to + BIO_LINES)
    name (self, index, VR_ROLE_BIO, N_ ("a paragraph of its own below the text"));
  else
    name (self, index, line->is_prose ? VR_ROLE_FOOTER : VR_ROLE_RELATED, N_ ("below the text"));
}

static void
name_below (Naming *self)
{
  VrRole going = VR_N_ROLES;

  for (guint i = self->text_to; i < self->n; i++)
    name_below_one (self, i, &going);
}

/* ---- all ---- */

/* The chain may take the first and the last lines for text, where a selection ends. */
static void
trim (Naming *self)
{
  while (self->text_from < self->n && !is_text_at (self, self->text_from))
    self->text_from++;
  while (self->text_to > self->text_from && !is_text_at (self, self->text_to - 1))
    self->text_to--;
  while (self->text_to > self->text_from + 1)
    {
      const VrRoleLine *line = &self->lines[self->text_to - 1];
      VrRole said = vr_role_words_get_said (line);

      if (is_text_at (self, self->text_to - 1)
          && (said == VR_N_ROLES || !vr_role_is_furniture (said) || line->hits.is_maybe))
        break;
      self->text_to--;
    }
}

/* Whether it reads as the text does: a sentence, even a short one, of which no word or mark is a
 * page's. */
static gboolean
is_sentence (const VrRoleLine *line)
{
  return vr_role_words_get_said (line) == VR_N_ROLES && line->end != VR_ROLE_LINE_OPEN
         && line->end != VR_ROLE_LINE_MARK && line->end != VR_ROLE_LINE_DOTS
         && line->n_words >= SENTENCE_WORDS && line->n_lower * 2 >= line->n_words
         && !vr_role_words_is_credited (line) && line->n_glued == 0 && !line->has_address
         && !vr_role_words_is_dated (line);
}

/* The end of the sentences that stand right below @from, with a heading between at most. */
static guint
find_sentences (const Naming *self, guint from)
{
  guint to = from, n_other = 0;

  for (guint i = from; i < self->n && n_other <= BREAK_LINES; i++)
    if (is_sentence (&self->lines[i]))
      {
        to = i + 1;
        n_other = 0;
      }
    else if (vr_role_words_get_said (&self->lines[i]) != VR_N_ROLES)
      break;
    else
      n_other++;
  return to;
}

/* The end of a paragraph that goes on with the text behind what a page set between, or 0: hiding
 * what is text is worse than showing what is none. */
static guint
find_resumption (const Naming *self)
{
  for (guint i = self->text_to; i < MIN (self->text_to + RESUME_LINES + 1, self->n); i++)
    {
      const VrRoleLine *line = &self->lines[i];
      VrRole said = vr_role_words_get_said (line);

      if (line->is_prose && said == VR_N_ROLES)
        return i > self->text_to && line->end != VR_ROLE_LINE_OPEN && !line->is_bullet
                       && !vr_role_words_is_credited (line) && line->n_glued == 0
                   ? i + 1
                   : 0;
      if (said == VR_N_ROLES || said == VR_ROLE_FOOTER || said == VR_ROLE_BIO
          || line->hits.is_block)
        return 0;
    }
  return 0;
}

static void
take_sentences (Naming *self)
{
  for (guint to = find_sentences (self, self->text_to); self->text_to < to; self->text_to++)
    self->states[self->text_to] = VR_ROLE_STATE_TEXT;
}

static void
resume (Naming *self)
{
  take_sentences (self);
  for (guint to = find_resumption (self); to > 0; to = find_resumption (self))
    {
      for (guint i = self->text_to; i < to; i++)
        self->states[i] = i + 1 == to ? VR_ROLE_STATE_TEXT : VR_ROLE_STATE_BETWEEN;
      while (to < self->n && self->lines[to].is_prose
             && vr_role_words_get_said (&self->lines[to]) == VR_N_ROLES
             && self->lines[to].end != VR_ROLE_LINE_OPEN)
        self->states[to++] = VR_ROLE_STATE_TEXT;
      self->text_to = to;
      take_sentences (self);
    }
}

/* A selection may begin with the headline itself. */
static gboolean
starts_with_headline (const Naming *self)
{
  const VrRoleLine *line = &self->lines[self->text_from];
  guint next = self->text_from + 1;

  return self->text_from < self->text_to && !line->is_prose
         && vr_role_headline_rate (line, self->topic, self->text_from, 0) > 0 && next < self->n
         && (self->lines[next].is_prose || !is_text_at (self, next)
             || self->lines[next].gap_before > 0);
}

/* A sentence of its own between the headline and a picture. */
static gboolean
starts_with_dek (const Naming *self, guint headline)
{
  const VrRoleLine *line = &self->lines[self->text_from];
  guint next = self->text_from + 1;
  VrRole role;
  const char *reason;

  return headline + 1 == self->text_from && next < self->text_to && line->n_stops <= 2
         && line->n_cells <= DEK_CELLS
         && (!is_text_at (self, next)
             || vr_role_words_give_away (&self->lines[next], &role, &reason));
}

void
vr_role_names_give (const VrParagraphs *paragraphs, const VrRoleLine *lines, guint n,
                    guint8 *states, guint8 *roles, const char **reasons)
{
  g_autoptr (VrRoleTopic) topic = vr_role_topic_new (paragraphs);
  Naming self = { lines, n, states, roles, reasons, 0, n, topic };
  guint headline;

  trim (&self);
  resume (&self);
  for (guint i = self.text_from; i < self.text_to; i++)
    if (is_text_at (&self, i))
      vr_role_topic_add (topic, i);
  headline = vr_role_headline_find (lines, topic, self.text_from);
  if (headline == self.text_from && starts_with_headline (&self))
    self.text_from++;
  if (headline < self.text_from && starts_with_dek (&self, headline))
    self.text_from++;
  name_above (&self, headline);
  for (guint i = self.text_from; i < self.text_to;)
    {
      guint from = i;

      while (i < self.text_to && states[i] != VR_ROLE_STATE_TEXT)
        i++;
      if (i > from)
        name_between (&self, from, i);
      else
        name_text (&self, i++);
    }
  name_below (&self);
}
