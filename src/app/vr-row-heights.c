/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high each position is at the list's width: measured once, then known. */
#include "vr-row-heights.h"

#include "vr-row-layout.h"

/* What is this far from the visible part is laid out exactly too. */
#define NEAR_PX 300

/* Measuring ahead waits until a frame is out and the width has come to rest. */
#define REST_MS 150

/* One turn of the idle. */
#define IDLE_BUDGET_US 4000

/* Listeners redraw the whole strip, so they hear of news at most this often. */
#define CHANGED_INTERVAL_US 1000000

/* Room for the letter that tells a line's height. */
#define SAMPLE_WIDTH_PX 1000

/* The first guess of how many bytes a line holds, by its width in line heights: Latin letters are
 * about 0.36 of a line's height wide. */
#define BYTES_PER_LINE_HEIGHT 2.8

#define EXACT (1u << 31)
#define PIXELS (EXACT - 1)

struct _VrRowHeights
{
  GObject parent_instance;

  PangoContext *context;
  guint serial;
  guint font_serial; /* of the font that was read */
  VrPairPlan *plan;
  VrReadingStyle reading; /* length and distance of lines are read of it */
  VrRowStyle style;
  int width;
  int measure;
  double font_px;
  gboolean is_inline;
  guint32 *heights;
  guint n;
  guint32 *whole_heights; /* by position of the plan without a filter, as they were last known */

  double bytes_per_line; /* learnt from what was measured */
  guint near_first;
  guint near_end;

  guint rest;
  guint idle;
  guint before; /* positions from here up, and from after down, wait for the idle */
  guint after;
  gboolean is_news;
  gint64 told_at;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrRowHeights, vr_row_heights, G_TYPE_OBJECT)

static void start_idle (VrRowHeights *self);

static PangoLanguage *
text_language (VrRowHeights *self, VrSide side)
{
  VrComparison *comparison;
  const char *language;

  if (self->plan == NULL)
    return NULL;
  comparison = vr_pair_plan_get_comparison (self->plan);
  language = vr_article_get_language (vr_comparison_get_article (comparison, side));

  return g_str_equal (language, "und") ? NULL : pango_language_from_string (language);
}

static void
clear_style (VrRowHeights *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    for (guint look = 0; look < VR_N_ROW_LOOKS; look++)
      g_clear_pointer (&self->style.attributes[side][look], pango_attr_list_unref);
  g_clear_pointer (&self->style.note_attributes, pango_attr_list_unref);
  g_clear_pointer (&self->style.role_attributes, pango_attr_list_unref);
}

static void
make_looks (VrRowHeights *self, VrSide side)
{
  PangoAttrList *text = vr_row_layout_attributes (
      text_language (self, side), vr_reading_style_get_line_height (&self->reading));

  for (guint look = 0; look < VR_N_ROW_LOOKS; look++)
    self->style.attributes[side][look] = vr_row_look_attributes (look, text);
  pango_attr_list_unref (text);
}

static void
read_font (VrRowHeights *self)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (self->font_serial == pango_context_get_serial (self->context))
    return;
  self->font_serial = pango_context_get_serial (self->context);
  self->font_px = vr_row_layout_get_font_px (self->context);
  self->measure = vr_reading_style_get_measure_px (&self->reading, self->font_px);
  clear_style (self);
  self->style.context = self->context;
  for (guint side = 0; side < VR_N_SIDES; side++)
    make_looks (self, side);
  self->style.note_attributes = vr_row_layout_note_attributes ();
  self->style.role_attributes =
      vr_row_look_attributes (VR_ROW_LOOK_SUBHEAD, self->style.note_attributes);
  layout = vr_row_layout_new (self->context, self->style.attributes[VR_SIDE_NEW][VR_ROW_LOOK_TEXT]);
  vr_row_layout_set_text (layout, "x", 1, SAMPLE_WIDTH_PX);
  pango_layout_get_pixel_size (layout, NULL, &self->style.line_height);
}

/* Empties the cache where the font or the width is another one. */
static void
check (VrRowHeights *self, int width)
{
  guint serial = pango_context_get_serial (self->context);

  if (serial != self->serial)
    {
      self->serial = serial;
      self->width = 0;
      read_font (self);
    }
  if (width == self->width)
    return;

  self->width = width;
  self->style.generation++;
  self->style.geometry = vr_row_heights_get_geometry (self, width);
  self->bytes_per_line =
      BYTES_PER_LINE_HEIGHT * self->style.geometry.text_width / MAX (self->style.line_height, 1);
  if (self->n > 0)
    {
      memset (self->heights, 0, self->n * sizeof *self->heights);
      memset (self->whole_heights, 0,
              vr_pair_plan_get_n_whole (self->plan) * sizeof *self->whole_heights);
    }
  start_idle (self);
}

static guint
count_bytes (VrRowHeights *self, guint position)
{
  const VrSpan *spans = vr_pair_plan_peek (self->plan, position)->spans;

  return MAX (spans[VR_SIDE_OLD].to - spans[VR_SIDE_OLD].from,
              spans[VR_SIDE_NEW].to - spans[VR_SIDE_NEW].from);
}

static int
estimate (VrRowHeights *self, guint position)
{
  guint n_lines = 1;

  if (vr_pair_plan_get_fold (self->plan, position) > 0)
    return VR_ROW_NOTE_PX;
  if (vr_pair_plan_is_reference (self->plan, position))
    n_lines = VR_ROW_EXCERPT_LINES;
  else
    n_lines += (guint)(count_bytes (self, position) / MAX (self->bytes_per_line, 1));

  return vr_row_content_pads (self->plan, position) + (int)n_lines * self->style.line_height;
}

void
vr_row_heights_put (VrRowHeights *self, guint position, int height)
{
  int n_pixels;

  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));
  g_return_if_fail (position < self->n);

  self->is_news = self->is_news || (int)(self->heights[position] & PIXELS) != height;
  self->heights[position] = EXACT | height;

  /* A moving average: estimates follow the script and the style of what is near. */
  n_pixels = height - vr_row_content_pads (self->plan, position);
  if (n_pixels > 4 * self->style.line_height)
    self->bytes_per_line =
        0.9 * self->bytes_per_line
        + 0.1 * count_bytes (self, position) * (double)self->style.line_height / n_pixels;
}

int
vr_row_heights_get (VrRowHeights *self, guint position, int width)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), 0);
  g_return_val_if_fail (position < self->n, 0);

  check (self, width);
  /* What was given once stays until the exact height is there, or rows would sway. */
  if (self->heights[position] == 0)
    self->heights[position] = estimate (self, position);

  return self->heights[position] & PIXELS;
}

gboolean
vr_row_heights_wants (VrRowHeights *self, guint position, int width)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), FALSE);
  g_return_val_if_fail (position < self->n, FALSE);

  check (self, width);

  return !(self->heights[position] & EXACT) && position >= self->near_first
         && position < self->near_end;
}

int
vr_row_heights_get_width (VrRowHeights *self)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), 0);

  return self->width;
}

gboolean
vr_row_heights_is_exact (VrRowHeights *self, guint position)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), FALSE);

  return position < self->n && (self->heights[position] & EXACT) != 0;
}

void
vr_row_heights_set_near (VrRowHeights *self, guint first, guint end)
{
  /* Before a width is known nothing can be said of what is beyond. */
  gint64 n_pixels = self->width > 0 ? 0 : NEAR_PX;

  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));

  end = MIN (end, self->n);
  first = MIN (first, end);
  for (; end < self->n && n_pixels < NEAR_PX; end++)
    n_pixels += vr_row_heights_sum (self, end, end + 1);
  for (n_pixels = self->width > 0 ? 0 : NEAR_PX; first > 0 && n_pixels < NEAR_PX; first--)
    n_pixels += vr_row_heights_sum (self, first - 1, first);
  if (self->near_first == first && self->near_end == end)
    return;

  self->near_first = first;
  self->near_end = end;
  self->before = self->after = first;
}

gint64
vr_row_heights_sum (VrRowHeights *self, guint first, guint end)
{
  gint64 sum = 0;

  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), 0);

  for (guint i = first; i < MIN (end, self->n); i++)
    sum += self->heights[i] & EXACT ? (int)(self->heights[i] & PIXELS) : estimate (self, i);

  return sum;
}

static void
tell (VrRowHeights *self)
{
  self->is_news = FALSE;
  self->told_at = g_get_monotonic_time ();
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The next position to measure, by turns behind and before what the reader sees. */
static gboolean
take_next (VrRowHeights *self, guint *position)
{
  while (self->after < self->n && (self->heights[self->after] & EXACT))
    self->after++;
  while (self->before > 0 && (self->heights[self->before - 1] & EXACT))
    self->before--;

  if (self->after == self->n && self->before == 0)
    return FALSE;

  if (self->before == 0
      || (self->after < self->n
          && self->after - self->near_first <= self->near_first - self->before))
    *position = self->after;
  else
    *position = self->before - 1;

  return TRUE;
}

static gboolean
idle_cb (gpointer user_data)
{
  VrRowHeights *self = VR_ROW_HEIGHTS (user_data);
  gint64 deadline = g_get_monotonic_time () + IDLE_BUDGET_US;
  VrRowContent *content;
  gboolean is_more;
  guint position;

  while ((is_more = take_next (self, &position)))
    {
      content = vr_row_content_new (self->plan, position, &self->style);
      vr_row_heights_put (self, position, vr_row_content_get_height (content));
      vr_row_content_free (content);
      if (g_get_monotonic_time () >= deadline)
        break;
    }

  if (!is_more)
    self->idle = 0;
  if (!is_more || (self->is_news && deadline - self->told_at > CHANGED_INTERVAL_US))
    tell (self);

  return is_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer user_data)
{
  VrRowHeights *self = VR_ROW_HEIGHTS (user_data);

  self->rest = 0;
  self->before = self->after = MIN (self->near_first, self->n);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
start_idle (VrRowHeights *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  if (self->n > 0)
    self->rest = g_timeout_add (REST_MS, rest_cb, self);
}

static void
drop_plan (VrRowHeights *self)
{
  g_clear_pointer (&self->whole_heights, g_free);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  self->serial = self->font_serial = 0;
}

/* Heights go with the rows from one selection of the same rows to another. */
static void
store_heights (VrRowHeights *self)
{
  for (guint i = 0; i < self->n; i++)
    if (vr_pair_plan_get_fold (self->plan, i) == 0)
      self->whole_heights[vr_pair_plan_peek (self->plan, i)->whole] = self->heights[i];
}

static void
load_heights (VrRowHeights *self)
{
  for (guint i = 0; i < self->n; i++)
    if (vr_pair_plan_get_fold (self->plan, i) == 0)
      self->heights[i] = self->whole_heights[vr_pair_plan_peek (self->plan, i)->whole];
}

void
vr_row_heights_set_plan (VrRowHeights *self, VrPairPlan *plan)
{
  gboolean is_same;

  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));

  is_same = plan != NULL && self->plan != NULL && vr_pair_plan_is_same_whole (plan, self->plan);
  if (is_same)
    store_heights (self);
  else
    drop_plan (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->heights, g_free);
  self->n = 0;
  self->near_first = self->near_end = 0;
  self->style.generation++;
  if (plan == NULL)
    return;

  vr_pair_plan_ref (plan);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  self->plan = plan;
  self->n = vr_pair_plan_get_n (plan);
  self->heights = g_new0 (guint32, self->n);
  if (!is_same)
    self->whole_heights = g_new0 (guint32, vr_pair_plan_get_n_whole (plan));
  load_heights (self);
  if (is_same && self->width > 0)
    start_idle (self);
}

VrPairPlan *
vr_row_heights_get_plan (VrRowHeights *self)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), NULL);

  return self->plan;
}

void
vr_row_heights_set_style (VrRowHeights *self, const VrReadingStyle *style)
{
  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));

  if (self->reading.measure == style->measure && self->reading.line_spacing == style->line_spacing)
    return;
  self->reading.measure = style->measure;
  self->reading.line_spacing = style->line_spacing;
  self->serial = self->font_serial = 0;
}

const VrRowStyle *
vr_row_heights_peek_style (VrRowHeights *self)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), NULL);

  return &self->style;
}

VrRowGeometry
vr_row_heights_get_geometry (VrRowHeights *self, int width)
{
  gboolean is_rtl = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;

  read_font (self);

  return vr_row_geometry_at (width, self->measure, self->font_px, self->is_inline, is_rtl);
}

void
vr_row_heights_set_inline (VrRowHeights *self, gboolean is_inline)
{
  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));

  /* As another width would, this empties what is known at the next question. */
  if (self->is_inline != is_inline)
    self->serial = 0;
  self->is_inline = is_inline;
}

static void
vr_row_heights_finalize (GObject *object)
{
  VrRowHeights *self = VR_ROW_HEIGHTS (object);

  vr_row_heights_set_plan (self, NULL);
  clear_style (self);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (vr_row_heights_parent_class)->finalize (object);
}

static void
vr_row_heights_class_init (VrRowHeightsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_row_heights_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_row_heights_init (VrRowHeights *self)
{
  self->reading = (VrReadingStyle)VR_READING_STYLE_INIT;
}

VrRowHeights *
vr_row_heights_new (PangoContext *context)
{
  VrRowHeights *self = g_object_new (VR_TYPE_ROW_HEIGHTS, NULL);

  self->context = g_object_ref (context);

  return self;
}
