/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates lines by their shape, their place, and the words that the text has as well. */
#include "vr-role-headline.h"

#include "vr-role-words.h"

/* A headline: some 25 words at most, and three at least; most have no more than fit two lines. */
#define MAX_CELLS 180
#define LONG_CELLS 110
#define MIN_WORDS 3

/* Pages set so many lines between it and the text; further up all are equally far. */
#define FAR_LINES 25

/* More are those of a date, a price or a number of an order. */
#define MANY_DIGITS 5

/* Other articles have some of the text's words as well. */
#define ABOUT_WORDS 3
#define ABOUT_SHARE 60

/* The least that is still taken where nothing else is there. */
#define LEAST_RATE (-30)

static gboolean
may_be_headline (const VrRoleLine *line)
{
  return vr_role_words_get_said (line) == VR_N_ROLES && !line->is_bullet
         && line->n_words >= MIN_WORDS && line->n_cells <= MAX_CELLS && line->n_letters > 0
         && !vr_role_words_is_dated (line) && !vr_role_words_is_credited (line);
}

/* The points were found on copies of some 600 pages whose headlines are known. */
gint
vr_role_headline_rate (const VrRoleLine *line, const VrRoleTopic *topic, guint index,
                       guint distance)
{
  guint n_shared, share;
  gint rate;

  if (!may_be_headline (line))
    return G_MININT;
  share = vr_role_topic_share (topic, index, &n_shared);
  rate = 4 * MIN (line->n_words, 9) - (gint)MIN (distance, FAR_LINES);
  rate += (gint)(3 * share / 10 + 2 * MIN (n_shared, 4));
  if (line->end == VR_ROLE_LINE_STOP)
    rate -= 25;
  if (line->n_cells > LONG_CELLS)
    rate -= 20;
  if (line->n_repeats > 0 && !line->repeats_before && !line->repeats_after)
    rate += 12;
  if (line->n_bars > 1)
    rate -= 12;
  if (line->n_digits >= MANY_DIGITS || vr_role_words_is_byline (line))
    rate -= 20;
  return rate;
}

guint
vr_role_headline_find (const VrRoleLine *lines, const VrRoleTopic *topic, guint text_from)
{
  guint best = text_from;
  gint best_rate = LEAST_RATE;

  for (guint i = 0; i < text_from; i++)
    {
      gint rate = vr_role_headline_rate (&lines[i], topic, i, text_from - i);

      if (rate >= best_rate)
        {
          best_rate = rate;
          best = i;
        }
    }
  return best;
}

gboolean
vr_role_headline_is_about (const VrRoleLine *line, const VrRoleTopic *topic, guint index)
{
  guint n_shared;

  return may_be_headline (line) && vr_role_topic_share (topic, index, &n_shared) >= ABOUT_SHARE
         && n_shared >= ABOUT_WORDS;
}
