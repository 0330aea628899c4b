/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a history, drawn: how many words each version changed. */
#include "vr-report-history-chart.h"

#include "vr-report-html-private.h"
#include "vr-report-markup.h"

#include <glib/gi18n-lib.h>

/* A telephone is 360 px wide: a bar and a gap have three. */
#define MAX_BARS 120

/* Units of the drawing, which is stretched to its place. */
#define STEP 10
#define BAR 6
#define HEIGHT 200
#define LEAST 2

typedef struct
{
  VrOutput *output;
  const VrReportHistory *history;
  guint n_bars;
  guint64 above; /* words of the tallest bar on either side of the line */
  guint64 below;
  guint line;
} Chart;

/* What the versions that share bar @bar changed together. */
static VrChangedWords
get_bar (const Chart *self, guint bar)
{
  guint n = self->history->steps->len;
  guint from = (guint)((guint64)bar * n / self->n_bars);
  guint to = (guint)((guint64)(bar + 1) * n / self->n_bars);
  VrChangedWords sum = { 0 };

  for (guint i = from; i < to; i++)
    {
      const VrChangedWords *words = &vr_report_history_peek_step (self->history, i)->words;

      sum.removed += words->removed;
      sum.added += words->added;
      sum.moved += words->moved;
    }

  return sum;
}

/* Both sides of the line are to one scale. */
static guint
get_height (const Chart *self, guint64 n_words)
{
  double share = (double)n_words / (double)MAX (self->above + self->below, 1);

  return n_words == 0 ? 0 : MAX ((guint)(share * HEIGHT), LEAST);
}

static void
chart_init (Chart *self, const VrReportHistory *history, VrOutput *output)
{
  *self = (Chart){ .output = output, .history = history };
  self->n_bars = MIN (history->steps->len, MAX_BARS);
  for (guint i = 0; i < self->n_bars; i++)
    {
      VrChangedWords words = get_bar (self, i);

      self->above = MAX (self->above, words.added + words.moved);
      self->below = MAX (self->below, words.removed);
    }
  self->line = get_height (self, self->above);
}

static void
put_rectangle (const Chart *self, const char *class, guint bar, guint y, guint height)
{
  char text[128];

  if (height == 0)
    return;
  g_snprintf (text, sizeof text,
              "<rect class=\"%s\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/>", class,
              bar * STEP + (STEP - BAR) / 2, y, BAR, height);
  vr_output_put (self->output, text);
}

static void
put_bars (const Chart *self)
{
  for (guint i = 0; i < self->n_bars; i++)
    {
      VrChangedWords words = get_bar (self, i);
      guint added = MIN (get_height (self, words.added), self->line);
      guint moved = MIN (get_height (self, words.moved), self->line - added);

      put_rectangle (self, "a", i, self->line - added, added);
      put_rectangle (self, "m", i, self->line - added - moved, moved);
      put_rectangle (self, "d", i, self->line, get_height (self, words.removed));
    }
}

static void
put_drawing (const Chart *self)
{
  char text[160];

  g_snprintf (text, sizeof text,
              "<svg viewBox=\"0 0 %u %u\" preserveAspectRatio=\"none\" role=\"img\" ",
              self->n_bars * STEP, HEIGHT);
  vr_output_put (self->output, text);
  vr_output_put (self->output, "aria-labelledby=\"legend\">");
  put_bars (self);
  g_snprintf (text, sizeof text, "<path class=\"l\" d=\"M0 %uH%u\"/></svg>\n", self->line,
              self->n_bars * STEP);
  vr_output_put (self->output, text);
}

static void
put_end (const Chart *self, guint index)
{
  const VrReportStep *step = vr_report_history_peek_step (self->history, index);
  g_autofree char *time = vr_report_html_dup_time (step->witness.time);
  g_autofree char *words = g_strdup_printf (_ ("Version %'u"), step->number);

  vr_report_html_put_element (self->output, "span", time != NULL ? time : words);
}

static void
put_legend (const Chart *self)
{
  guint64 most = MIN (MAX (self->above, self->below), G_MAXUINT);
  g_autofree char *scale =
      g_strdup_printf (ngettext ("The tallest bar stands for %'u word.",
                                 "The tallest bar stands for %'u words.", (gulong)most),
                       (guint)most);

  vr_output_put (self->output, "<figcaption id=\"legend\">");
  vr_report_html_put_words (self->output, _ ("What changed from version to version: words"));
  vr_output_put (self->output, " <b class=\"a\">");
  vr_report_html_put_words (self->output, _ ("added above the line"));
  vr_output_put (self->output, "</b>, <b class=\"m\">");
  vr_report_html_put_words (self->output, _ ("moved on top of them"));
  vr_output_put (self->output, "</b>, <b class=\"d\">");
  vr_report_html_put_words (self->output, _ ("removed below it"));
  vr_output_put (self->output, "</b>. ");
  vr_report_html_put_words (self->output, scale);
  vr_output_put (self->output, "</figcaption>");
}

void
vr_report_history_chart_write (const VrReportHistory *history, VrOutput *output)
{
  Chart self;

  chart_init (&self, history, output);
  if (self.above + self.below == 0)
    return;
  vr_output_put (output, "<figure>\n");
  put_drawing (&self);
  vr_output_put (output, "<div class=\"ends\">");
  put_end (&self, 0);
  put_end (&self, history->steps->len - 1);
  vr_output_put (output, "</div>\n");
  put_legend (&self);
  vr_output_put (output, "</figure>\n");
}
