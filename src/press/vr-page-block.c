/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands together on a page: a row with its sign and all that is said of it. */
#include "vr-page-block-private.h"
#include "vr-page-chart.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

/* No fewer lines of a paragraph stand alone at the end or at the beginning of a page. */
#define LEAST_LINES 2

#define CARD_OUTSET_X 4
#define CARD_OUTSET_Y 2
#define SIGN_RADIUS 6.5
#define SIGN_FONT "sans bold 8.5"
#define BAR_X 6

PangoContext *
vr_page_block_new_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  g_object_unref (map);
  /* The same lines on every screen and printer. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  return context;
}

gboolean
vr_page_block_has_sides (const VrPageBlock *self)
{
  return self->setting->column_x[VR_SIDE_OLD] != self->setting->column_x[VR_SIDE_NEW];
}

static const char *
get_language (const VrPageBlock *self, VrSide side)
{
  const VrComparison *comparison = self->setting->comparison;

  return comparison != NULL ? vr_article_get_language (vr_comparison_get_article (comparison, side))
                            : NULL;
}

static guint
count_lines (const VrPagePart *part, guint side)
{
  return part->cells[side] != NULL ? vr_page_text_get_n_lines (part->cells[side]) : 0;
}

/* Whether @n lines may be parted behind the first @at. */
static gboolean
may_part (guint n, guint at)
{
  return n <= at || (at >= LEAST_LINES && n - at >= LEAST_LINES);
}

static gboolean
may_break (const VrPageBlock *self, const VrPagePart *part, guint line)
{
  const VrPagePart *previous = part - 1;

  if (line > 0)
    return may_part (count_lines (part, VR_SIDE_OLD), line)
           && may_part (count_lines (part, VR_SIDE_NEW), line);

  return (part->flags & VR_PAGE_PART_KEEP_PREVIOUS) == 0 && (gpointer)part != self->parts->data
         && (previous->flags & VR_PAGE_PART_KEEP_NEXT) == 0;
}

static void
add_lines (VrPageBlock *self, guint index)
{
  const VrPagePart *part = &g_array_index (self->parts, VrPagePart, index);
  guint n = MAX (count_lines (part, VR_SIDE_OLD), count_lines (part, VR_SIDE_NEW));

  n = part->chart_height > 0 ? 1 : n;
  for (guint i = 0; i < n; i++)
    {
      VrPageLine line = { .part = index, .line = i, .gap = i == 0 ? (float)part->gap : 0 };

      line.height = (float)part->chart_height;
      for (guint side = 0; side < VR_N_SIDES; side++)
        if (i < count_lines (part, side))
          line.height = MAX (line.height, (float)vr_page_text_get_height (part->cells[side], i));
      line.may_break = may_break (self, part, i);
      g_array_append_val (self->lines, line);
    }
}

static void
lay_out (VrPageBlock *self, VrPageText *text, VrSide side, double width)
{
  const VrPageSetting *setting = self->setting;

  if (text != NULL && !self->is_cancelled)
    self->is_cancelled = !vr_page_text_lay_out (text, setting->context, get_language (self, side),
                                                width, setting->options->cancellable);
}

static VrPagePart *
add_part (VrPageBlock *self, VrPagePart part)
{
  part.sign = "";
  g_array_append_val (self->parts, part);

  return &g_array_index (self->parts, VrPagePart, self->parts->len - 1);
}

VrPagePart *
vr_page_block_add_wide (VrPageBlock *self, VrPageText *text, double gap)
{
  VrPagePart part = { .cells = { text }, .widths = { self->setting->width }, .gap = gap };

  lay_out (self, text, VR_SIDE_NEW, self->setting->width);

  return add_part (self, part);
}

VrPagePart *
vr_page_block_add_columns (VrPageBlock *self, VrPageText *old_text, VrPageText *new_text,
                           double gap)
{
  const VrPageSetting *setting = self->setting;
  VrPagePart part = { .cells = { old_text, new_text },
                      .x = { setting->column_x[0], setting->column_x[1] },
                      .widths = { setting->column_width, setting->column_width },
                      .gap = gap };

  lay_out (self, old_text, VR_SIDE_OLD, setting->column_width);
  if (new_text != old_text)
    lay_out (self, new_text, VR_SIDE_NEW, setting->column_width);

  return add_part (self, part);
}

void
vr_page_block_add_chart (VrPageBlock *self, double height, double gap)
{
  add_part (self, (VrPagePart){ .chart_height = height, .gap = gap });
}

static void
add_note (VrPageBlock *self, const VrReportNote *note, gboolean is_wide)
{
  VrPageText *text = vr_page_text_new (VR_PAGE_FACE_PLAIN);
  g_autofree char *time = vr_report_dup_shown_time (note->time);
  const char *known[] = { note->author, time };
  VrPagePart *part;

  vr_page_text_append_plain (text, _ ("Note"));
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i] != NULL)
      {
        vr_page_text_append_plain (text, " · ");
        vr_page_text_append_plain (text, known[i]);
      }
  vr_page_text_end_paragraph (text);
  vr_page_text_append_lines (text, note->text);
  part = is_wide ? vr_page_block_add_wide (self, text, 4)
                 : vr_page_block_add_columns (self, NULL, text, 4);
  part->flags = VR_PAGE_PART_KEEP_PREVIOUS | VR_PAGE_PART_BAR;
}

void
vr_page_block_add_notes (VrPageBlock *self, guint32 row)
{
  const GPtrArray *notes = vr_report_peek_notes (self->setting->notes, row);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    add_note (self, g_ptr_array_index (notes, i), row == VR_NOTE_NO_ROW);
}

static void
fill (VrPageBlock *self, VrPageBlockSpec spec)
{
  VrPageText *text;
  g_autofree char *words = NULL;

  switch (spec.kind)
    {
    case VR_PAGE_BLOCK_FRONT:
      vr_page_block_fill_front (self);
      return;
    case VR_PAGE_BLOCK_CAPTION:
      vr_page_block_fill_caption (self);
      return;
    case VR_PAGE_BLOCK_ROW:
      vr_page_block_fill_row (self, spec.number);
      return;
    case VR_PAGE_BLOCK_REFERENCE:
      vr_page_block_fill_reference (self, spec.number);
      return;
    case VR_PAGE_BLOCK_HISTORY:
      vr_page_block_fill_history (self);
      return;
    case VR_PAGE_BLOCK_STEP:
      vr_page_block_fill_step (self, spec.number);
      return;
    case VR_PAGE_BLOCK_CUT:
      words = g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE,
              "%'u more paragraph does not fit into a picture; a PDF file has room for it.",
              "%'u more paragraphs do not fit into a picture; a PDF file has room for them.",
              spec.number),
          spec.number);
      break;
    case VR_PAGE_BLOCK_SKIPPED:
    default:
      words = vr_report_dup_skipped (self->setting->options->critical,
                                     (VrSkipped){ spec.number, spec.n_furniture });
      break;
    }
  text = vr_page_text_new (VR_PAGE_FACE_DIM);
  vr_page_text_append_plain (text, words);
  vr_page_block_add_wide (self, text, 8);
}

VrPageBlock *
vr_page_block_new (const VrPageSetting *setting, VrPageBlockSpec spec)
{
  VrPageBlock *self = g_new0 (VrPageBlock, 1);

  self->setting = setting;
  self->parts = g_array_new (FALSE, FALSE, sizeof (VrPagePart));
  self->lines = g_array_new (FALSE, FALSE, sizeof (VrPageLine));
  fill (self, spec);
  if (self->is_cancelled)
    {
      vr_page_block_free (self);
      return NULL;
    }
  for (guint i = 0; i < self->parts->len; i++)
    add_lines (self, i);

  return self;
}

void
vr_page_block_free (VrPageBlock *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      VrPagePart *part = &g_array_index (self->parts, VrPagePart, i);

      if (part->cells[VR_SIDE_NEW] != part->cells[VR_SIDE_OLD])
        g_clear_pointer (&part->cells[VR_SIDE_NEW], vr_page_text_free);
      g_clear_pointer (&part->cells[VR_SIDE_OLD], vr_page_text_free);
    }
  g_array_unref (self->parts);
  g_array_unref (self->lines);
  g_free (self);
}

guint
vr_page_block_get_n_lines (const VrPageBlock *self)
{
  return self->lines->len;
}

double
vr_page_block_get_gap (const VrPageBlock *self, guint line)
{
  return (double)g_array_index (self->lines, VrPageLine, line).gap;
}

double
vr_page_block_get_height (const VrPageBlock *self, guint line)
{
  return (double)g_array_index (self->lines, VrPageLine, line).height;
}

gboolean
vr_page_block_may_break (const VrPageBlock *self, guint line)
{
  return line > 0 && g_array_index (self->lines, VrPageLine, line).may_break;
}

static void
draw_sign (const VrPageBlock *self, const VrPagePart *part, double height, cairo_t *cr, double y)
{
  PangoLayout *layout = pango_layout_new (self->setting->context);
  PangoFontDescription *font = pango_font_description_from_string (SIGN_FONT);
  VrInk ink = part->is_critical ? VR_INK_CRITICAL : vr_ink_of_kind (part->kind);
  double x = self->setting->sign_x, middle = y + height / 2;
  PangoRectangle box;

  cairo_new_path (cr);
  cairo_arc (cr, x, middle, SIGN_RADIUS, 0, 2 * G_PI);
  vr_ink_use (part->is_critical ? (VrInk){ 1, 1, 1 } : vr_ink_of_tint (part->kind), cr);
  cairo_fill_preserve (cr);
  vr_ink_use (ink, cr);
  cairo_set_line_width (cr, 0.7);
  cairo_stroke (cr);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, part->sign, -1);
  pango_layout_get_extents (layout, &box, NULL);
  cairo_move_to (cr, x - pango_units_to_double (box.x + box.width / 2),
                 middle - pango_units_to_double (box.y + box.height / 2));
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_cards (const VrPagePart *part, cairo_t *cr, double top, double bottom)
{
  if ((part->flags & VR_PAGE_PART_CARD) != 0)
    for (guint side = 0; side < VR_N_SIDES; side++)
      if (part->cells[side] != NULL)
        {
          cairo_rectangle (cr, part->x[side] - CARD_OUTSET_X, top - CARD_OUTSET_Y,
                           part->widths[side] + 2 * CARD_OUTSET_X,
                           bottom - top + 2 * CARD_OUTSET_Y);
          vr_ink_use (vr_ink_of_tint (part->kind), cr);
          cairo_fill (cr);
        }
  if ((part->flags & VR_PAGE_PART_BAR) != 0)
    {
      cairo_rectangle (cr, part->x[part->cells[VR_SIDE_OLD] == NULL] - BAR_X, top, 1.5,
                       bottom - top);
      vr_ink_use (VR_INK_LINE, cr);
      cairo_fill (cr);
    }
}

/* A column is drawn whole before the other one, so that a program that reads the page aloud has one
 * text after the other. */
static void
draw_column (const VrPageBlock *self, const VrPagePart *part, guint side, VrSpan span, cairo_t *cr,
             double y)
{
  for (guint i = span.from; i < span.to; i++)
    {
      const VrPageLine *line = &g_array_index (self->lines, VrPageLine, i);

      if (line->line < count_lines (part, side))
        vr_page_text_draw_line (part->cells[side], line->line, cr, part->x[side], y);
      y += (double)line->height;
    }
}

/* Draws the lines of one part and returns where they end. */
static double
draw_part (const VrPageBlock *self, VrSpan span, cairo_t *cr, double top)
{
  const VrPageLine *first = &g_array_index (self->lines, VrPageLine, span.from);
  const VrPagePart *part = &g_array_index (self->parts, VrPagePart, first->part);
  double bottom = top;

  for (guint i = span.from; i < span.to; i++)
    bottom += (double)g_array_index (self->lines, VrPageLine, i).height;
  draw_cards (part, cr, top, bottom);
  if (part->chart_height > 0)
    vr_page_chart_draw (self->setting, part->chart_height, cr, top);
  /* Again on the next page, which may be the only one that somebody holds. */
  if (*part->sign != '\0')
    draw_sign (self, part, (double)first->height, cr, top);
  for (guint side = 0; side < VR_N_SIDES; side++)
    draw_column (self, part, side, span, cr, top);

  return bottom;
}

void
vr_page_block_draw (VrPageBlock *self, guint first, guint end, cairo_t *cr, double y)
{
  for (guint i = first; i < end;)
    {
      const VrPageLine *line = &g_array_index (self->lines, VrPageLine, i);
      guint next = i + 1;

      while (next < end && g_array_index (self->lines, VrPageLine, next).part == line->part)
        next++;
      y += i > first ? (double)line->gap : 0;
      y = draw_part (self, (VrSpan){ i, next }, cr, y);
      i = next;
    }
}
