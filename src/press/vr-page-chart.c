/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a history, drawn on a page. */
#include "vr-page-chart.h"

#include "vr-page-ink.h"
#include "vr-report-history-bars.h"

#include <pango/pangocairo.h>

/* In points. */
#define ENDS_HEIGHT 14
#define ENDS_FONT "sans 8"
#define LEAST_STEP 4
#define MOST_BAR 24
#define BAR_SHARE 0.6
#define STROKE 0.7

/* A unit of the bars' heights is so much of a point. */
#define FINE 100

/* What moved is hollow, so that no colour is needed to tell it from what was added below it. */
static void
draw_bar (cairo_t *cr, VrRowKind kind, double x, double y, double width, double height)
{
  if (height <= 0)
    return;
  if (kind == VR_ROW_MOVED)
    {
      double inset = MIN (STROKE, MIN (width, height)) / 2;

      cairo_rectangle (cr, x + inset, y + inset, width - 2 * inset, height - 2 * inset);
      vr_ink_use (vr_ink_of_tint (kind), cr);
      cairo_fill_preserve (cr);
      vr_ink_use (vr_ink_of_kind (kind), cr);
      cairo_set_line_width (cr, 2 * inset);
      cairo_stroke (cr);
      return;
    }
  cairo_rectangle (cr, x, y, width, height);
  vr_ink_use (vr_ink_of_kind (kind), cr);
  cairo_fill (cr);
}

static void
draw_bars (const VrHistoryBars *bars, double step, cairo_t *cr, double y)
{
  double line = y + bars->line / (double)FINE, width = MIN (step * BAR_SHARE, MOST_BAR);

  for (guint i = 0; i < bars->n; i++)
    {
      VrHistoryBar bar = vr_history_bars_get (bars, i);
      double x = i * step + (step - width) / 2, added = bar.added / (double)FINE;
      double moved = bar.moved / (double)FINE;

      draw_bar (cr, VR_ROW_ADDED, x, line - added, width, added);
      draw_bar (cr, VR_ROW_MOVED, x, line - added - moved, width, moved);
      draw_bar (cr, VR_ROW_REMOVED, x, line, width, bar.removed / (double)FINE);
    }
  cairo_move_to (cr, 0, line);
  cairo_line_to (cr, bars->n * step, line);
  vr_ink_use (VR_INK_TEXT, cr);
  cairo_set_line_width (cr, STROKE);
  cairo_stroke (cr);
}

/* @side: 0 for the left end of @width, 1 for the right one. */
static void
draw_end (const VrPageSetting *setting, const VrReportStep *step, double width, guint side,
          cairo_t *cr, double y)
{
  g_autofree char *when = vr_report_step_dup_when (step);
  PangoLayout *layout = pango_layout_new (setting->context);
  PangoFontDescription *font = pango_font_description_from_string (ENDS_FONT);
  PangoRectangle box;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_width (layout, pango_units_from_double (setting->width / 2));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, when, -1);
  pango_layout_get_extents (layout, NULL, &box);
  vr_ink_use (VR_INK_DIM, cr);
  cairo_move_to (cr, side * MAX (width - pango_units_to_double (box.width), 0), y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

guint
vr_page_chart_get_max (const VrPageSetting *setting)
{
  return MAX ((guint)(setting->width / LEAST_STEP), 1);
}

void
vr_page_chart_draw (const VrPageSetting *setting, double height, cairo_t *cr, double y)
{
  const VrReportHistory *history = setting->history;
  guint last = history->steps->len - 1;
  VrHistoryBars bars;
  double step;

  vr_history_bars_init (&bars, history, vr_page_chart_get_max (setting),
                        (guint)((height - ENDS_HEIGHT) * FINE));
  step = setting->width / MAX (bars.n, 1);
  draw_bars (&bars, step, cr, y);
  draw_end (setting, vr_report_history_peek_step (history, 0), setting->width, 0, cr,
            y + height - ENDS_HEIGHT + 2);
  draw_end (setting, vr_report_history_peek_step (history, last), setting->width, 1, cr,
            y + height - ENDS_HEIGHT + 2);
}
