/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bars of a history's timeline: how many words each version changed. */
#include "vr-report-history-bars.h"

#include "vr-report-html-private.h"

#include <glib/gi18n-lib.h>

#define LEAST 2

/* What the versions that share bar @index changed together. */
static VrChangedWords
count_words (const VrHistoryBars *self, guint index)
{
  guint n = self->history->steps->len;
  guint from = (guint)((guint64)index * n / self->n);
  guint to = (guint)((guint64)(index + 1) * n / self->n);
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

static guint
get_height (const VrHistoryBars *self, guint64 n_words)
{
  double share = (double)n_words / (double)MAX (self->sum, 1);

  return n_words == 0 ? 0 : MAX ((guint)(share * self->height), LEAST);
}

void
vr_history_bars_init (VrHistoryBars *self, const VrReportHistory *history, guint max, guint height)
{
  guint64 above = 0, below = 0;

  *self = (VrHistoryBars){ .history = history, .height = height };
  self->n = MIN (history->steps->len, max);
  for (guint i = 0; i < self->n; i++)
    {
      VrChangedWords words = count_words (self, i);

      above = MAX (above, words.added + words.moved);
      below = MAX (below, words.removed);
    }
  self->most = MAX (above, below);
  self->sum = above + below;
  self->line = get_height (self, above);
}

VrHistoryBar
vr_history_bars_get (const VrHistoryBars *self, guint index)
{
  VrChangedWords words = count_words (self, index);
  VrHistoryBar bar = { .removed = get_height (self, words.removed) };

  bar.added = MIN (get_height (self, words.added), self->line);
  bar.moved = MIN (get_height (self, words.moved), self->line - bar.added);

  return bar;
}

char *
vr_history_bars_dup_scale (const VrHistoryBars *self)
{
  guint most = (guint)MIN (self->most, G_MAXUINT);

  return g_strdup_printf (ngettext ("The tallest bar stands for %'u word.",
                                    "The tallest bar stands for %'u words.", most),
                          most);
}

char *
vr_report_step_dup_when (const VrReportStep *step)
{
  char *time = vr_report_dup_shown_time (step->witness.time);

  return time != NULL ? time : g_strdup_printf (_ ("Version %'u"), step->number);
}
