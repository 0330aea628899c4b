/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph as prose, with the versions of its sentences in the margin. */
#include "vr-origins-layout.h"

#include "vr-origins-words.h"
#include "vr-row-layout.h"

/* A row narrower than this has its labels in two lines. */
#define STACKED_BELOW_PX 480
#define PAD_PX 7
#define EDGE_PX 12
/* Between the margin, the bar beside the text and the text. */
#define GAP_PX 8
#define BAR_PX 3
/* Where another version's words begin within a line. */
#define TICK_PX 1.5
/* So much of the newest one's tint the oldest has in the bar, which goes down all of the text. */
#define BAR_LEAST 0.25

/* A version named in the margin. */
typedef struct
{
  guint sentence; /* the first of its run */
  PangoLayout *layout;
  int x;
  int y;
  int line_y; /* of the text's line that the run begins in */
} Label;

struct _VrOriginsLayout
{
  VrOriginsItem *item;
  guint generation;
  int width;
  int height;
  int text_x;
  int text_width;
  int margin_x;
  int margin_width;
  int bar_x;
  PangoLayout *text;
  GArray *labels;
};

static void
clear_label (gpointer data)
{
  g_object_unref (((Label *)data)->layout);
}

static gboolean
is_rtl (const VrOriginsLayout *self)
{
  return pango_context_get_base_dir (pango_layout_get_context (self->text)) == PANGO_DIRECTION_RTL;
}

static int
get_text_width (const VrOriginsStyle *style, int width)
{
  int margin = style->margins[width < STACKED_BELOW_PX];

  return MAX (MIN (width - 2 * EDGE_PX - margin - 2 * GAP_PX - BAR_PX, style->measure), 1);
}

/* Margin, bar and text from where lines begin, the whole in the middle. */
static void
place (VrOriginsLayout *self, const VrOriginsStyle *style)
{
  int rest;

  self->margin_width = style->margins[self->width < STACKED_BELOW_PX];
  self->text_width = get_text_width (style, self->width);
  rest = self->width - self->margin_width - 2 * GAP_PX - BAR_PX - self->text_width;
  self->margin_x = MAX (rest / 2, EDGE_PX);
  self->bar_x = self->margin_x + self->margin_width + GAP_PX;
  self->text_x = self->bar_x + BAR_PX + GAP_PX;
}

static void
mirror (VrOriginsLayout *self)
{
  self->margin_x = self->width - self->margin_x - self->margin_width;
  self->bar_x = self->width - self->bar_x - BAR_PX;
  self->text_x = self->width - self->text_x - self->text_width;
}

static PangoLayout *
new_label (VrOriginsLayout *self, const VrOriginsStyle *style, guint sentence)
{
  PangoLayout *layout = vr_row_layout_new (style->context, style->label_attributes);
  g_autofree char *words = vr_origins_words_dup_label (vr_origins_item_get_blame (self->item),
                                                       sentence, self->width < STACKED_BELOW_PX);

  pango_layout_set_text (layout, words, -1);
  pango_layout_set_alignment (layout, is_rtl (self) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

  return layout;
}

static void
add_label (VrOriginsLayout *self, const VrOriginsStyle *style, guint sentence, int *below)
{
  Label label = { .sentence = sentence, .layout = new_label (self, style, sentence) };
  int label_width, label_height, line;
  PangoRectangle at;

  pango_layout_index_to_pos (self->text, (int)vr_origins_item_get_span (self->item, sentence).from,
                             &at);
  label.line_y = PAD_PX + at.y / PANGO_SCALE;
  line = at.height / PANGO_SCALE;
  pango_layout_get_pixel_size (label.layout, &label_width, &label_height);
  /* Beside the text, whatever script the label's words are. */
  label.x = self->margin_x + (is_rtl (self) ? 0 : self->margin_width - label_width);
  label.y = label.line_y;
  /* A line of small words stands in the middle of a line of prose. */
  if (label_height < line)
    label.y += (line - label_height) / 2;
  label.y = MAX (label.y, *below);
  *below = label.y + label_height;
  g_array_append_val (self->labels, label);
}

VrOriginsLayout *
vr_origins_layout_new (VrOriginsItem *item, const VrOriginsStyle *style, int width)
{
  VrOriginsLayout *self = g_new0 (VrOriginsLayout, 1);
  VrSlice text = vr_origins_item_peek_text (item);
  VrSpan sentences = vr_origins_item_get_sentences (item);
  int text_height, below = PAD_PX;

  self->item = g_object_ref (item);
  self->generation = style->generation;
  self->width = width;
  self->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  g_array_set_clear_func (self->labels, clear_label);
  place (self, style);
  self->text = vr_row_layout_new (style->context, style->attributes);
  vr_row_layout_set_text (self->text, text.text, text.n_bytes, self->text_width);
  if (is_rtl (self))
    mirror (self);
  for (guint i = sentences.from; i < sentences.to; i++)
    if (vr_origins_item_begins_run (item, i))
      add_label (self, style, i, &below);
  pango_layout_get_pixel_size (self->text, NULL, &text_height);
  self->height = MAX (text_height + PAD_PX, below) + PAD_PX;

  return self;
}

void
vr_origins_layout_free (VrOriginsLayout *self)
{
  g_object_unref (self->text);
  g_array_unref (self->labels);
  g_object_unref (self->item);
  g_free (self);
}

int
vr_origins_layout_estimate (VrOriginsItem *item, const VrOriginsStyle *style, int width)
{
  int letters = MAX (get_text_width (style, width) / style->letter_width, 1);
  gsize n_lines = 1 + vr_origins_item_peek_text (item).n_bytes / (gsize)letters;

  return (int)n_lines * style->line_height + 2 * PAD_PX;
}

int
vr_origins_layout_get_width (const VrOriginsLayout *self)
{
  return self->width;
}

int
vr_origins_layout_get_height (const VrOriginsLayout *self)
{
  return self->height;
}

guint
vr_origins_layout_get_generation (const VrOriginsLayout *self)
{
  return self->generation;
}

guint
vr_origins_layout_find (const VrOriginsLayout *self, double x, double y)
{
  VrSpan sentences = vr_origins_item_get_sentences (self->item);
  int byte, trailing;

  pango_layout_xy_to_index (self->text, (int)((x - self->text_x) * PANGO_SCALE),
                            (int)((y - PAD_PX) * PANGO_SCALE), &byte, &trailing);
  for (guint i = sentences.from; i + 1 < sentences.to; i++)
    if (byte < (int)vr_origins_item_get_span (self->item, i + 1).from)
      return i;

  return sentences.to - 1;
}

void
vr_origins_layout_get_extent (const VrOriginsLayout *self, guint sentence, int *y, int *height)
{
  VrSpan span = vr_origins_item_get_span (self->item, sentence);
  PangoRectangle first, last;

  pango_layout_index_to_pos (self->text, (int)span.from, &first);
  pango_layout_index_to_pos (self->text, (int)span.to, &last);
  *y = PAD_PX + first.y / PANGO_SCALE;
  *height = (last.y + last.height - first.y) / PANGO_SCALE;
}

/* Behind what a line has of @span. */
static void
append_line (const VrOriginsLayout *self, PangoLayoutIter *iter, VrSpan span, const GdkRGBA *color,
             GtkSnapshot *snapshot)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int start = pango_layout_line_get_start_index (line);
  int end = start + pango_layout_line_get_length (line);
  int from = MAX ((int)span.from, start);
  int to = MIN ((int)span.to, end);
  g_autofree int *ranges = NULL;
  int n_ranges;
  PangoRectangle box;

  if (from >= to)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &box);
  pango_layout_line_get_x_ranges (line, from, to, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    gtk_snapshot_append_color (
        snapshot, color,
        &GRAPHENE_RECT_INIT (self->text_x + (float)ranges[2 * i] / PANGO_SCALE,
                             PAD_PX + (float)box.y / PANGO_SCALE,
                             (float)(ranges[2 * i + 1] - ranges[2 * i]) / PANGO_SCALE,
                             (float)box.height / PANGO_SCALE));
}

static void
append_span (const VrOriginsLayout *self, VrSpan span, const GdkRGBA *color, GtkSnapshot *snapshot)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->text);

  do
    append_line (self, iter, span, color, snapshot);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static GdkRGBA
dilute (GdkRGBA color, double strength)
{
  color.alpha *= (float)strength;

  return color;
}

/* The tint reaches to the next sentence, so that a run is one; its end is where lines break. */
static void
append_tints (const VrOriginsLayout *self, GtkSnapshot *snapshot, const VrPalette *palette,
              guint selected)
{
  VrSpan sentences = vr_origins_item_get_sentences (self->item);

  for (guint i = sentences.from; i < sentences.to; i++)
    {
      VrSpan span = vr_origins_item_get_span (self->item, i);
      GdkRGBA color = dilute (palette->age, vr_origins_item_get_strength (self->item, i));

      if (i + 1 < sentences.to && !vr_origins_item_begins_run (self->item, i + 1))
        span.to = vr_origins_item_get_span (self->item, i + 1).from;
      /* Two tints would be hard to read on. */
      if (color.alpha > 0 && i != selected)
        append_span (self, span, &color, snapshot);
    }
}

/* Beside the text, down to where the next version's words begin. */
static void
append_bar (const VrOriginsLayout *self, GtkSnapshot *snapshot, const VrPalette *palette,
            guint sentence, int from, int to)
{
  double strength = vr_origins_item_get_strength (self->item, sentence);
  GdkRGBA color = palette->age;

  color.alpha = (float)(BAR_LEAST + (1 - BAR_LEAST) * strength);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (self->bar_x, from, BAR_PX, to - from));
}

static void
append_bars (const VrOriginsLayout *self, GtkSnapshot *snapshot, const VrPalette *palette)
{
  guint sentence = vr_origins_item_get_sentences (self->item).from;
  int from = 0;

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);

      if (label->line_y > PAD_PX)
        {
          append_bar (self, snapshot, palette, sentence, from, label->line_y);
          from = label->line_y;
        }
      sentence = label->sentence;
    }
  append_bar (self, snapshot, palette, sentence, from, self->height);
}

/* Without colours too it is seen where other words begin. */
static void
append_tick (const VrOriginsLayout *self, GtkSnapshot *snapshot, const VrPalette *palette,
             guint sentence)
{
  PangoRectangle at;

  if (sentence == vr_origins_item_get_sentences (self->item).from)
    return;
  pango_layout_index_to_pos (self->text, (int)vr_origins_item_get_span (self->item, sentence).from,
                             &at);
  gtk_snapshot_append_color (snapshot, &palette->dim,
                             &GRAPHENE_RECT_INIT (self->text_x + (float)at.x / PANGO_SCALE - 2,
                                                  PAD_PX + (float)at.y / PANGO_SCALE, TICK_PX,
                                                  (float)at.height / PANGO_SCALE));
}

static void
append_labels (const VrOriginsLayout *self, GtkSnapshot *snapshot, const VrPalette *palette)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);

      append_tick (self, snapshot, palette, label->sentence);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (label->x, label->y));
      gtk_snapshot_append_layout (snapshot, label->layout, &palette->dim);
      gtk_snapshot_restore (snapshot);
    }
}

void
vr_origins_layout_snapshot (const VrOriginsLayout *self, GtkSnapshot *snapshot,
                            const VrPalette *palette, guint selected)
{
  VrSpan sentences = vr_origins_item_get_sentences (self->item);

  append_tints (self, snapshot, palette, selected);
  if (selected >= sentences.from && selected < sentences.to)
    append_span (self, vr_origins_item_get_span (self->item, selected), &palette->selection,
                 snapshot);
  append_bars (self, snapshot, palette);
  append_labels (self, snapshot, palette);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->text_x, PAD_PX));
  gtk_snapshot_append_layout (snapshot, self->text, &palette->text);
  gtk_snapshot_restore (snapshot);
}
