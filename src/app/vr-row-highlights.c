/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found, drawn behind the text of a row. */
#include "vr-row-highlights.h"

#define OUTSET_PX 1
#define OUTLINE_PX 1
#define CURRENT_OUTLINE_PX 2
#define RADIUS_PX 3

/* A line of a layout; the layouts of long rows have hundreds. */
typedef struct
{
  PangoLayoutLine *line; /* borrowed from the layout */
  double baseline;
} Line;

typedef struct
{
  GtkSnapshot *snapshot;
  const VrPalette *palette;
  GArray *lines; /* Line */
  double ascent;
  double descent;
  int x;
  int y;
} Pen;

static const VrRowView views[] = { VR_ROW_VIEW_OLD, VR_ROW_VIEW_NEW, VR_ROW_VIEW_INLINE };

static GArray *
read_lines (PangoLayout *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      Line line = { pango_layout_iter_get_line_readonly (iter),
                    round (pango_units_to_double (pango_layout_iter_get_baseline (iter))) };

      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return lines;
}

static void
append_box (const Pen *pen, graphene_rect_t *bounds, gboolean is_current)
{
  const VrPalette *palette = pen->palette;
  const GdkRGBA *tint = is_current ? &palette->found_current_tint : &palette->found_tint;
  const GdkRGBA *line = is_current ? &palette->found_current : &palette->found;
  float width = is_current ? CURRENT_OUTLINE_PX : OUTLINE_PX;
  GskRoundedRect outline;

  if (is_current)
    graphene_rect_inset (bounds, -OUTLINE_PX, -OUTLINE_PX);
  gsk_rounded_rect_init_from_rect (&outline, bounds, RADIUS_PX);
  gtk_snapshot_append_color (
      pen->snapshot, tint,
      &GRAPHENE_RECT_INIT (bounds->origin.x + width / 2, bounds->origin.y + width / 2,
                           bounds->size.width - width, bounds->size.height - width));
  gtk_snapshot_append_border (pen->snapshot, &outline, (float[]){ width, width, width, width },
                              (GdkRGBA[]){ *line, *line, *line, *line });
}

static void
append_in_line (const Pen *pen, const Line *line, int from, int to, gboolean is_current)
{
  g_autofree int *ranges = NULL;
  int n_ranges;

  pango_layout_line_get_x_ranges (line->line, from, to, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      double x = pen->x + pango_units_to_double (ranges[2 * i]);
      double width = pango_units_to_double (ranges[2 * i + 1] - ranges[2 * i]);
      double top = pen->y + line->baseline - pen->ascent;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (
          floor (x) - OUTSET_PX, floor (top) - OUTSET_PX, ceil (width) + 2 * OUTSET_PX,
          ceil (pen->ascent + pen->descent) + 2 * OUTSET_PX);

      append_box (pen, &bounds, is_current);
    }
}

/* The last line that begins at or before @byte. */
static guint
find_line (const GArray *lines, guint32 byte)
{
  guint low = 0;
  guint high = lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, Line, middle).line->start_index <= (int)byte)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
append_span (const Pen *pen, const VrMatchSpan *span, gboolean is_current)
{
  for (guint i = find_line (pen->lines, span->from); i < pen->lines->len; i++)
    {
      const Line *line = &g_array_index (pen->lines, Line, i);
      int from = MAX ((int)span->from, line->line->start_index);
      int to = MIN ((int)span->to, line->line->start_index + line->line->length);

      if (line->line->start_index >= (int)span->to)
        break;
      if (from < to)
        append_in_line (pen, line, from, to, is_current);
    }
}

static void
append_spans (const GArray *spans, VrFinder *finder, PangoLayout *layout, Pen *pen)
{
  guint current = vr_finder_get_current (finder);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  pen->ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics));
  pen->descent = pango_units_to_double (pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  pen->lines = read_lines (layout);
  /* The current one lies on its neighbours. */
  for (guint is_current = 0; is_current < 2; is_current++)
    for (guint i = 0; i < spans->len; i++)
      {
        const VrMatchSpan *span = &g_array_index (spans, VrMatchSpan, i);

        if ((span->index == current) != is_current)
          continue;
        append_span (pen, span, is_current);
        if (is_current)
          vr_finder_set_painted (finder);
      }
  g_array_unref (pen->lines);
}

void
vr_row_highlights_snapshot (VrFinder *finder, VrPairPlan *plan, guint position,
                            const VrRowContent *content, const VrPalette *palette,
                            GtkSnapshot *snapshot)
{
  const VrMatches *matches = vr_finder_peek_matches (finder);
  VrPairPlan *whole = vr_pair_plan_get_whole (plan);
  guint in_whole = vr_pair_plan_peek (plan, position)->whole;
  Pen pen = { .snapshot = snapshot, .palette = palette };

  if (vr_pair_plan_get_fold (plan, position) > 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (views) && matches != NULL; i++)
    {
      PangoLayout *layout = vr_row_content_peek_layout (content, views[i], &pen.x, &pen.y);
      g_autoptr (GArray) spans = NULL;

      if (layout == NULL)
        continue;
      spans = vr_matches_dup_spans (matches, whole, in_whole, views[i],
                                    vr_row_content_peek_text (content, views[i]));
      if (spans->len > 0)
        append_spans (spans, finder, layout, &pen);
    }
}

double
vr_row_highlights_get_y (const VrMatches *matches, VrPairPlan *plan, guint position, guint index,
                         const VrRowContent *content)
{
  VrPairPlan *whole = vr_pair_plan_get_whole (plan);
  guint in_whole = vr_pair_plan_peek (plan, position)->whole;

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      int x, y;
      PangoLayout *layout = vr_row_content_peek_layout (content, views[i], &x, &y);
      g_autoptr (GArray) spans = NULL;

      if (layout == NULL)
        continue;
      spans = vr_matches_dup_spans (matches, whole, in_whole, views[i],
                                    vr_row_content_peek_text (content, views[i]));
      for (guint k = 0; k < spans->len; k++)
        {
          const VrMatchSpan *span = &g_array_index (spans, VrMatchSpan, k);
          PangoRectangle character;

          if (span->index != index)
            continue;
          pango_layout_index_to_pos (layout, (int)span->from, &character);
          return y + pango_units_to_double (character.y + character.height / 2);
        }
    }

  return 0;
}
