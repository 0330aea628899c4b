/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a row as Pango lays it out, and its marked words drawn around it. */
#include "vr-row-layout.h"

#include <pango/pangocairo.h>

/* As the captions of GNOME's style: 82 % of the body's size would be too small for a sentence. */
#define NOTE_SCALE 0.9

/* Where nothing says how many dots an inch has. */
#define DEFAULT_DPI 96

#define TINT_RADIUS_PX 3
#define TINT_OUTSET_PX 1
#define STROKE_PX 1.5
#define DOT_PX 2
#define DOT_STEP_PX 4
#define WAVE_PX 8
#define CRITICAL_STROKE_PX 3
#define CRITICAL_OUTSET_PX 2

/* Room for the words' own edges; marks that touch keep as much from each other. */
#define SIDE_OUTSET_PX 1
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

/* Marks next to each other that are drawn as one. */
typedef struct
{
  VrMark mark; /* the first one, up to the last one's end */
  guint look;
  gboolean touches; /* another next to it */
} Patch;

/* Draws what stands at @x in a line; @span is an element of the array gone through. */
typedef void (*AppendFunc) (const Pen *pen, const VrMark *span, double x, double width,
                            double baseline);

double
vr_row_layout_get_font_px (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_units_to_double (pango_font_description_get_size (font));
  double resolution = pango_cairo_context_get_resolution (context);

  if (pango_font_description_get_size_is_absolute (font))
    return size;

  return size * (resolution > 0 ? resolution : DEFAULT_DPI) / 72;
}

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

/* What is drawn around the words of @span, which a patch begins with. */
static graphene_rect_t
get_bounds (const Pen *pen, const VrMark *span, double x, double width, double baseline, int outset)
{
  int side = ((const Patch *)span)->touches ? -SIDE_OUTSET_PX : SIDE_OUTSET_PX;

  return GRAPHENE_RECT_INIT (floor (x) - side, floor (baseline - pen->ink.ascent) - outset,
                             ceil (width) + 2 * side,
                             ceil (pen->ink.ascent + pen->ink.descent) + 2 * outset);
}

static void
append_tint (const Pen *pen, const VrMark *span, double x, double width, double baseline)
{
  const VrPalette *palette = pen->palette;
  gboolean is_moved = span->sentence > 0;
  const GdkRGBA *color = is_moved ? &palette->tints[VR_ROW_MOVED] : &palette->mark_tints[span->op];
  const GdkRGBA *edge = is_moved ? &palette->kinds[VR_ROW_MOVED] : &palette->marks[span->op];
  graphene_rect_t bounds = get_bounds (pen, span, x, width, baseline, TINT_OUTSET_PX);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, TINT_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, color, &bounds);
  gtk_snapshot_pop (pen->snapshot);
  if (palette->has_outlines)
    gtk_snapshot_append_border (pen->snapshot, &outline, (float[]){ 1, 1, 1, 1 },
                                (GdkRGBA[]){ *edge, *edge, *edge, *edge });
}

static void
append_stroke (const Pen *pen, const GdkRGBA *color, double x, double width, double y,
               double thickness)
{
  gtk_snapshot_append_color (pen->snapshot, color,
                             &GRAPHENE_RECT_INIT (x, round (y), width, thickness));
}

/* A line around the words of a critical change, where others have their tint only.  The letters
 * next to it stand on it, as there may be a comma or a minus sign. */
static void
append_outline (const Pen *pen, const VrMark *span, double x, double width, double baseline)
{
  const GdkRGBA *color = &pen->palette->critical;
  graphene_rect_t bounds = get_bounds (pen, span, x, width, baseline, CRITICAL_OUTSET_PX);
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
append_span (const Pen *pen, PangoLayoutLine *line, const VrMark *span, double baseline,
             AppendFunc append)
{
  int from = MAX ((int)span->from, line->start_index);
  int to = MIN ((int)span->to, line->start_index + line->length);
  g_autofree int *ranges = NULL;
  int n_ranges;

  if (from >= to)
    return;

  pango_layout_line_get_x_ranges (line, from, to, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    {
      int start = ranges[2 * i];

      /* There is one for each font, from left to right. */
      while (i + 1 < n_ranges && ranges[2 * i + 2] == ranges[2 * i + 1])
        i++;
      append (pen, span, pen->x + pango_units_to_double (start),
              pango_units_to_double (ranges[2 * i + 1] - start), baseline);
    }
}

/* @spans begin with a VrMark.  They rise and so do lines: each is looked at for the lines it
 * touches only. */
static void
append_spans (const Pen *pen, PangoLayout *layout, const GArray *spans, AppendFunc append)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gsize n_bytes = g_array_get_element_size ((GArray *)spans);
  guint first = 0;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      double baseline =
          pen->y + round (pango_units_to_double (pango_layout_iter_get_baseline (iter)));

      for (guint i = first; i < spans->len; i++)
        {
          const VrMark *span = (const VrMark *)(gconstpointer)(spans->data + i * n_bytes);

          if ((int)span->from >= line->start_index + line->length)
            break;
          append_span (pen, line, span, baseline, append);
          if ((int)span->to <= line->start_index + line->length)
            first = i + 1;
        }
    }
  while (first < spans->len && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* 0 for what has no tint. */
static guint
get_tint (const VrMark *mark)
{
  if (mark->sentence > 0)
    return G_MAXUINT;

  return mark->op == VR_PIECE_QUIET ? 0 : mark->op + 1;
}

/* 0 for what has no outline. */
static guint
get_outline (const VrMark *mark)
{
  return mark->is_critical ? mark->op + 1 : 0;
}

/* Neighbours that look alike are one: where translucent tints meet there would be a seam. */
static GArray *
collect_patches (const GArray *marks, guint (*get_look) (const VrMark *))
{
  GArray *patches = g_array_new (FALSE, FALSE, sizeof (Patch));
  Patch *last = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      Patch patch = { .mark = g_array_index (marks, VrMark, i) };

      patch.look = get_look (&patch.mark);
      if (patch.look == 0)
        continue;
      if (last != NULL && last->mark.to == patch.mark.from)
        {
          if (last->look == patch.look)
            {
              last->mark.to = patch.mark.to;
              continue;
            }
          last->touches = patch.touches = TRUE;
        }
      g_array_append_val (patches, patch);
      last = &g_array_index (patches, Patch, patches->len - 1);
    }

  return patches;
}

static void
append_patches (const Pen *pen, PangoLayout *layout, const GArray *marks,
                guint (*get_look) (const VrMark *), AppendFunc append)
{
  g_autoptr (GArray) patches = collect_patches (marks, get_look);

  if (patches->len > 0)
    append_spans (pen, layout, patches, append);
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
      append_patches (&pen, layout, marks, get_tint, append_tint);
      append_patches (&pen, layout, marks, get_outline, append_outline);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  if (has_marks)
    append_spans (&pen, layout, marks, append_shape);
}
