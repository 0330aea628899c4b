/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names lines by their words, shape, place and neighbours. */
#include "vr-role-names.h"

#include "vr-role-words.h"

#include <glib/gi18n-lib.h>

/* A headline: some 25 words at most, and two at least. */
#define HEADLINE_CELLS 180
#define HEADLINE_WORDS 3

/* A heading between paragraphs. */
#define SUBHEAD_CELLS 90

/* So many lines a page may set between two paragraphs. */
#define RESUME_LINES 3

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

/* ---- headline ---- */

static gint
rate_headline (const Naming *self, guint index)
{
  const VrRoleLine *line = &self->lines[index];
  gint rate = 0;

  if (vr_role_words_get_said (line) != VR_N_ROLES || line->is_bullet
      || line->n_words < HEADLINE_WORDS || line->n_cells > HEADLINE_CELLS || line->n_letters == 0
      || vr_role_words_is_dated (line) || line->has_credit)
    return G_MININT;
  rate = 4 * MIN (line->n_words, 9);
  rate -= 3 * MIN (self->text_from - index, 12);
  if (line->end == VR_ROLE_LINE_STOP)
    rate -= 25;
  if (line->is_prose)
    rate -= 15;
  if (line->n_repeats > 0 && !line->repeats_before && !line->repeats_after)
    rate += 6;
  if (line->n_bars > 1)
    rate -= 12;
  if (line->repeats_before || line->repeats_after)
    rate -= 20;
  return rate;
}

/* The headline's line, or the text's start where there is none. */
static guint
find_headline (const Naming *self)
{
  guint best = self->text_from;
  gint best_rate = 0;

  for (guint i = 0; i < self->text_from; i++)
    {
      gint rate = rate_headline (self, i);

      if (rate > best_rate || (best == self->text_from && rate > G_MININT && rate > -30))
        {
          best_rate = rate;
          best = i;
        }
    }
  return best;
}

/* ---- above the text ---- */

static void
name_above_headline (Naming *self, guint index, guint headline)
{
  const VrRoleLine *line = &self->lines[index];
  VrRole said = vr_role_words_get_said (line);

  if (headline - index <= 3 && (said == VR_ROLE_DATE || vr_role_words_is_dated (line)))
    name (self, index, VR_ROLE_DATE, N_ ("a date beside the headline"));
  else if (said != VR_N_ROLES && vr_role_is_furniture (said))
    name (self, index, said, N_ ("words that only pages have"));
  else if (said == VR_ROLE_CAPTION || line->has_credit)
    name (self, index, VR_ROLE_CAPTION, N_ ("names a picture’s source"));
  /* A whole sentence is never hidden for its place alone: the headline may be a wrong one. */
  else if (said == VR_N_ROLES && line->n_glued == 0
           && (line->is_prose || (line->n_words >= 9 && line->n_lower * 2 >= line->n_words)))
    name (self, index, VR_ROLE_DEK, N_ ("a sentence above the text"));
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
  else if (said == VR_ROLE_CAPTION || line->has_credit)
    name (self, index, VR_ROLE_CAPTION, N_ ("names a picture’s source"));
  else if (said == VR_ROLE_BYLINE)
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
      else if (line->has_credit)
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
  else if (said == VR_ROLE_CAPTION || (line->has_credit && *going == VR_N_ROLES))
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
                       && !line->has_credit && line->n_glued == 0
                   ? i + 1
                   : 0;
      if (said == VR_N_ROLES || said == VR_ROLE_FOOTER || said == VR_ROLE_BIO
          || line->hits.is_block)
        return 0;
    }
  return 0;
}

static void
resume (Naming *self)
{
  for (guint to = find_resumption (self); to > 0; to = find_resumption (self))
    {
      for (guint i = self->text_to; i < to; i++)
        self->states[i] = i + 1 == to ? VR_ROLE_STATE_TEXT : VR_ROLE_STATE_BETWEEN;
      self->text_to = to;
      while (to < self->n && self->lines[to].is_prose
             && vr_role_words_get_said (&self->lines[to]) == VR_N_ROLES
             && self->lines[to].end != VR_ROLE_LINE_OPEN)
        self->states[to++] = VR_ROLE_STATE_TEXT;
      self->text_to = to;
    }
}

/* A selection may begin with the headline itself. */
static gboolean
starts_with_headline (const Naming *self)
{
  const VrRoleLine *line = &self->lines[self->text_from];
  guint next = self->text_from + 1;

  return self->text_from < self->text_to && !line->is_prose
         && rate_headline (self, self->text_from) > 0 && next < self->n
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
         && line->n_cells <= 2 * HEADLINE_CELLS
         && (!is_text_at (self, next)
             || vr_role_words_give_away (&self->lines[next], &role, &reason));
}

void
vr_role_names_give (const VrRoleLine *lines, guint n, guint8 *states, guint8 *roles,
                    const char **reasons)
{
  Naming self = { lines, n, states, roles, reasons, 0, n };
  guint headline;

  trim (&self);
  resume (&self);
  headline = find_headline (&self);
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
