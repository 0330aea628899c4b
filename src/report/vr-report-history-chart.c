/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a history, drawn: how many words each version changed. */
#include "vr-report-history-chart.h"

#include "vr-report-history-bars.h"
#include "vr-report-html-private.h"
#include "vr-report-markup.h"

#include <glib/gi18n-lib.h>

/* A telephone is 360 px wide: a bar and a gap have three. */
#define MAX_BARS 120

/* Units of the drawing, which is stretched to its place. */
#define STEP 10
#define BAR 6
#define HEIGHT 200

static void
put_rectangle (VrOutput *output, const char *class, guint bar, guint y, guint height)
{
  char text[128];

  if (height == 0)
    return;
  g_snprintf (text, sizeof text,
              "<rect class=\"%s\" x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\"/>", class,
              bar * STEP + (STEP - BAR) / 2, y, BAR, height);
  vr_output_put (output, text);
}

static void
put_bars (const VrHistoryBars *bars, VrOutput *output)
{
  for (guint i = 0; i < bars->n; i++)
    {
      VrHistoryBar bar = vr_history_bars_get (bars, i);

      put_rectangle (output, "a", i, bars->line - bar.added, bar.added);
      put_rectangle (output, "m", i, bars->line - bar.added - bar.moved, bar.moved);
      put_rectangle (output, "d", i, bars->line, bar.removed);
    }
}

static void
put_drawing (const VrHistoryBars *bars, VrOutput *output)
{
  char text[160];

  g_snprintf (text, sizeof text,
              "<svg viewBox=\"0 0 %u %u\" preserveAspectRatio=\"none\" role=\"img\" ",
              bars->n * STEP, HEIGHT);
  vr_output_put (output, text);
  vr_output_put (output, "aria-labelledby=\"legend\">");
  put_bars (bars, output);
  g_snprintf (text, sizeof text, "<path class=\"l\" d=\"M0 %uH%u\"/></svg>\n", bars->line,
              bars->n * STEP);
  vr_output_put (output, text);
}

static void
put_end (const VrReportHistory *history, guint index, VrOutput *output)
{
  g_autofree char *when = vr_report_step_dup_when (vr_report_history_peek_step (history, index));

  vr_report_html_put_element (output, "span", when);
}

static void
put_legend (const VrHistoryBars *bars, VrOutput *output)
{
  g_autofree char *scale = vr_history_bars_dup_scale (bars);

  vr_output_put (output, "<figcaption id=\"legend\">");
  vr_report_html_put_words (output, _ ("What changed from version to version: words"));
  vr_output_put (output, " <b class=\"a\">");
  vr_report_html_put_words (output, _ ("added above the line"));
  vr_output_put (output, "</b>, <b class=\"m\">");
  vr_report_html_put_words (output, _ ("moved on top of them"));
  vr_output_put (output, "</b>, <b class=\"d\">");
  vr_report_html_put_words (output, _ ("removed below it"));
  vr_output_put (output, "</b>. ");
  vr_report_html_put_words (output, scale);
  vr_output_put (output, "</figcaption>");
}

void
vr_report_history_chart_write (const VrReportHistory *history, VrOutput *output)
{
  VrHistoryBars bars;

  vr_history_bars_init (&bars, history, MAX_BARS, HEIGHT);
  if (bars.most == 0)
    return;
  vr_output_put (output, "<figure>\n");
  put_drawing (&bars, output);
  vr_output_put (output, "<div class=\"ends\">");
  put_end (history, 0, output);
  put_end (history, history->steps->len - 1, output);
  vr_output_put (output, "</div>\n");
  put_legend (&bars, output);
  vr_output_put (output, "</figure>\n");
}
