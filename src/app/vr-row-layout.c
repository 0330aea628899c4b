/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a row as Pango lays it out, and its marked words drawn around it. */
#include "vr-row-layout.h"

/* As the captions of GNOME's style: 82 % of the body's size would be too small for a sentence. */
#define NOTE_SCALE 0.9

#define TINT_RADIUS_PX 3
#define TINT_OUTSET_PX 1
#define STROKE_PX 1.5
#define DOT_PX 2
#define DOT_STEP_PX 4
#define WAVE_PX 8
#define CRITICAL_STROKE_PX 3
#define CRITICAL_OUTSET_PX 2
#define FAINT_OPACITY 0.45

/* What a mark's shape needs of the font, in pixels from the baseline, up is negative. */
typedef struct
{
  double ascent;
  double descent;
  double strike;
} Ink;

typedef struct
{
  GtkSnapshot *snapshot;
  const VrPalette *palette;
  Ink ink;
  double x;
  double y;
} Pen;

PangoAttrList *
vr_row_layout_attributes (PangoLanguage *language, double line_height)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_line_height_new (line_height));
  if (language != NULL)
    pango_attr_list_insert (attributes, pango_attr_language_new (language));

  return attributes;
}

PangoAttrList *
vr_row_layout_note_attributes (void)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (NOTE_SCALE));

  return attributes;
}

PangoLayout *
vr_row_layout_new (PangoContext *context, PangoAttrList *attributes)
{
  PangoLayout *layout = pango_layout_new (context);
  gboolean is_rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_auto_dir (layout, TRUE);
  /* Pango turns it round for each paragraph that runs against the interface. */
  pango_layout_set_alignment (layout, is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return layout;
}

PangoLayout *
vr_row_layout_new_sign (PangoContext *context, const char *sign)
{
  PangoLayout *layout = pango_layout_new (context);

  /* In the font of the prose: a bold one would be loaded for a handful of characters. */
  pango_layout_set_text (layout, sign, -1);

  return layout;
}

void
vr_row_layout_set_text (PangoLayout *layout, const char *text, gsize n_bytes, int width)
{
  pango_layout_set_text (layout, text, n_bytes);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
}

void
vr_row_layout_set_excerpt (PangoLayout *layout, const char *text, int width, int n_lines)
{
  /* Its lines are one paragraph, or a limit of lines would hold for each. */
  gsize n_bytes = strcspn (text, "\r\n");

  pango_layout_set_text (layout, text, n_bytes);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static Ink
read_ink (PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  Ink ink = {
    .ascent = pango_units_to_double (pango_font_metrics_get_ascent (metrics)),
    .descent = pango_units_to_double (pango_font_metrics_get_descent (metrics)),
    .strike = pango_units_to_double (pango_font_metrics_get_strikethrough_position (metrics)),
  };

  pango_font_metrics_unref (metrics);

  return ink;
}

static void
append_tint (const Pen *pen, const GdkRGBA *color, double x, double width, double baseline)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      floor (x) - TINT_OUTSET_PX, floor (baseline - pen->ink.ascent) - TINT_OUTSET_PX,
      ceil (width) + 2 * TINT_OUTSET_PX,
      ceil (pen->ink.ascent + pen->ink.descent) + 2 * TINT_OUTSET_PX);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, TINT_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, color, &bounds);
  gtk_snapshot_pop (pen->snapshot);
}

static void
append_stroke (const Pen *pen, const GdkRGBA *color, double x, double width, double y,
               double thickness)
{
  gtk_snapshot_append_color (pen->snapshot, color,
                             &GRAPHENE_RECT_INIT (x, round (y), width, thickness));
}

/* A line around the words of a critical change, where others have their tint only. */
static void
append_outline (const Pen *pen, double x, double width, double baseline)
{
  const GdkRGBA *color = &pen->palette->critical;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (
      floor (x) - CRITICAL_OUTSET_PX, floor (baseline - pen->ink.ascent) - CRITICAL_OUTSET_PX,
      ceil (width) + 2 * CRITICAL_OUTSET_PX,
      ceil (pen->ink.ascent + pen->ink.descent) + 2 * CRITICAL_OUTSET_PX);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, TINT_RADIUS_PX + 1);
  gtk_snapshot_append_border (pen->snapshot, &outline,
                              (float[]){ STROKE_PX, STROKE_PX, STROKE_PX, STROKE_PX },
                              (GdkRGBA[]){ *color, *color, *color, *color });
}

static void
append_dots (const Pen *pen, const GdkRGBA *color, double x, double width, double y)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, round (y), MAX (width, DOT_PX), DOT_PX);
  graphene_rect_t step = GRAPHENE_RECT_INIT (x, round (y), DOT_STEP_PX, DOT_PX);

  gtk_snapshot_push_repeat (pen->snapshot, &bounds, &step);
  gtk_snapshot_append_color (pen->snapshot, color,
                             &GRAPHENE_RECT_INIT (x, round (y), DOT_PX, DOT_PX));
  gtk_snapshot_pop (pen->snapshot);
}

/* Two pixels up, two pixels down: a curve would need a path, which GTK 4.8 has not. */
static void
append_wave (const Pen *pen, const GdkRGBA *color, double x, double width, double y)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, round (y), width, 2 + STROKE_PX);
  graphene_rect_t step = GRAPHENE_RECT_INIT (x, round (y), WAVE_PX, 2 + STROKE_PX);

  gtk_snapshot_push_repeat (pen->snapshot, &bounds, &step);
  for (guint i = 0; i < 4; i++)
    gtk_snapshot_append_color (pen->snapshot, color,
                               &GRAPHENE_RECT_INIT (x + i * WAVE_PX / 4.0,
                                                    round (y) + (i == 3 ? 1 : i), WAVE_PX / 4.0,
                                                    STROKE_PX));
  gtk_snapshot_pop (pen->snapshot);
}

/* Of several classes the one that is seen best. */
static VrQuietShow
get_quiet_show (const VrPalette *palette, guint quiet)
{
  VrQuietShow show = VR_QUIET_HIDDEN;

  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    if (quiet & (1u << bit))
      show = MIN (show, palette->quiet_shows[bit]);

  return show;
}

static void
append_quiet (const Pen *pen, guint quiet, double x, double width, double y)
{
  VrQuietShow show = get_quiet_show (pen->palette, quiet);
  GdkRGBA color = pen->palette->marks[VR_PIECE_QUIET];

  if (show == VR_QUIET_HIDDEN)
    return;
  if (show == VR_QUIET_FAINT)
    color.alpha *= FAINT_OPACITY;
  append_dots (pen, &color, x, width, y);
}

/* The two ends of a sentence that moved look alike, and like nothing that came or went: a wavy
 * line where it left, a double one where it stands now. */
static void
append_moved (const Pen *pen, const VrMark *mark, double x, double width, double y)
{
  const GdkRGBA *color = &pen->palette->kinds[VR_ROW_MOVED];

  if (mark->op == VR_PIECE_DELETE)
    append_wave (pen, color, x, width, y);
  else
    for (guint i = 0; i < 2; i++)
      gtk_snapshot_append_color (pen->snapshot, color,
                                 &GRAPHENE_RECT_INIT (x, round (y) + 3 * i, width, 1));
}

/* A mark is told by its shape as well: struck through, underlined, dotted and so on. */
static void
append_shape (const Pen *pen, const VrMark *mark, double x, double width, double baseline)
{
  const GdkRGBA *color = &pen->palette->marks[mark->op];

  if (mark->is_critical)
    append_outline (pen, x, width, baseline);
  if (mark->op == VR_PIECE_QUIET)
    append_quiet (pen, mark->quiet, x, width, baseline + 3);
  else if (mark->sentence > 0)
    append_moved (pen, mark, x, width, baseline + 2);
  else if (mark->op == VR_PIECE_DELETE)
    append_stroke (pen, color, x, width, baseline - pen->ink.strike, STROKE_PX);
  else
    append_stroke (pen, color, x, width, baseline + 2,
                   mark->is_critical ? CRITICAL_STROKE_PX : STROKE_PX);
}

static void
append_mark (const Pen *pen, PangoLayoutLine *line, const VrMark *mark, double baseline,
             gboolean is_behind)
{
  int from = MAX ((int)mark->from, line->start_index);
  int to = MIN ((int)mark->to, line->start_index + line->length);
  g_autofree int *ranges = NULL;
  int n_ranges;

  if (from >= to)
    return;

  pango_layout_line_get_x_ranges (line, from, to, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      double x = pen->x + pango_units_to_double (ranges[2 * i]);
      double width = pango_units_to_double (ranges[2 * i + 1] - ranges[2 * i]);

      if (!is_behind)
        append_shape (pen, mark, x, width, baseline);
      else if (mark->sentence > 0)
        append_tint (pen, &pen->palette->tints[VR_ROW_MOVED], x, width, baseline);
      else if (mark->op != VR_PIECE_QUIET)
        append_tint (pen, &pen->palette->mark_tints[mark->op], x, width, baseline);
    }
}

/* Marks rise and so do lines: each mark is looked at for the lines it touches only. */
static void
append_marks (const Pen *pen, PangoLayout *layout, const GArray *marks, gboolean is_behind)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint first = 0;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      double baseline =
          pen->y + round (pango_units_to_double (pango_layout_iter_get_baseline (iter)));

      for (guint i = first; i < marks->len; i++)
        {
          const VrMark *mark = &g_array_index (marks, VrMark, i);

          if ((int)mark->from >= line->start_index + line->length)
            break;
          append_mark (pen, line, mark, baseline, is_behind);
          if ((int)mark->to <= line->start_index + line->length)
            first = i + 1;
        }
    }
  while (first < marks->len && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
vr_row_layout_snapshot (PangoLayout *layout, const GArray *marks, const VrPalette *palette,
                        const GdkRGBA *color, GtkSnapshot *snapshot, int x, int y)
{
  gboolean has_marks = marks != NULL && marks->len > 0;
  Pen pen = { .snapshot = snapshot, .palette = palette, .x = x, .y = y };

  if (has_marks)
    {
      pen.ink = read_ink (layout);
      append_marks (&pen, layout, marks, TRUE);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  if (has_marks)
    append_marks (&pen, layout, marks, FALSE);
}
