/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high each position is at the list's width: measured once, then known. */
#include "vr-row-heights.h"

#include "vr-row-layout.h"
#include "vr-row-words.h"

/* GtkListView measures about 205 rows at once and all of them again when the width changes: what
 * goes over this in one frame is estimated.  A frame has 16 ms. */
#define FRAME_BUDGET_US 8000

/* One turn of the idle. */
#define IDLE_BUDGET_US 4000

/* Listeners redraw the whole strip, so they hear of news at most this often. */
#define CHANGED_INTERVAL_US 200000

/* A line of prose of 65 to 75 characters is read with ease (Bringhurst, 2.1.2). */
#define MEASURE_CHARS 74

#define EXACT (1u << 31)
#define GIVEN (1u << 30) /* an estimate that a row was allocated by */
#define PIXELS (GIVEN - 1)

struct _VrRowHeights
{
  GObject parent_instance;

  PangoContext *context;
  guint serial;
  VrPairPlan *plan;
  PangoLayout *layouts[VR_N_SIDES];
  PangoLayout *note;

  int width;
  int measure;
  int line_height;
  VrRowGeometry geometry;
  guint32 *heights;
  guint n;

  double bytes_per_line; /* learnt from what was measured */
  gint64 spent_us;       /* of this frame's budget */
  guint near_first;
  guint near_end;

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

static void
make_layouts (VrRowHeights *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const char *language = NULL;

      if (self->plan != NULL)
        {
          VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);

          language = vr_article_get_language (vr_comparison_get_article (comparison, side));
        }
      g_clear_object (&self->layouts[side]);
      self->layouts[side] = vr_row_layout_new (self->context, language);
    }
  g_clear_object (&self->note);
  self->note = vr_row_layout_new_note (self->context);
}

static void
read_font (VrRowHeights *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, NULL, NULL);
  int char_width = pango_font_metrics_get_approximate_char_width (metrics);

  self->measure = PANGO_PIXELS (char_width * MEASURE_CHARS);
  pango_font_metrics_unref (metrics);

  vr_row_layout_set_text (self->layouts[VR_SIDE_NEW], "x", 1, 1000);
  pango_layout_get_pixel_size (self->layouts[VR_SIDE_NEW], NULL, &self->line_height);
}

/* Empties the cache where the font or the width is another one. */
static void
check (VrRowHeights *self, int width)
{
  guint serial = pango_context_get_serial (self->context);
  gboolean is_rtl = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;

  if (serial != self->serial)
    {
      self->serial = serial;
      self->width = 0;
      make_layouts (self);
      read_font (self);
    }
  if (width == self->width)
    return;

  self->width = width;
  self->geometry = vr_row_geometry_at (width, self->measure, is_rtl);
  self->bytes_per_line = 2.0 * self->geometry.text_width / MAX (self->line_height, 1) * 1.4;
  if (self->n > 0)
    memset (self->heights, 0, self->n * sizeof *self->heights);
  start_idle (self);
}

static int
measure_text (VrRowHeights *self, guint position, VrRowView view)
{
  g_autoptr (VrRowText) text = vr_row_text_new (self->plan, position, view);
  PangoLayout *layout = self->layouts[view == VR_ROW_VIEW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW];
  int height;

  if (text->n_bytes == 0)
    return 0;
  vr_row_layout_set_text (layout, text->text, text->n_bytes, self->geometry.text_width);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
measure_note (VrRowHeights *self, guint position)
{
  g_autofree char *note = vr_row_words_dup_note (self->plan, position);
  int height;

  if (note == NULL)
    return 0;
  vr_row_layout_set_text (self->note, note, strlen (note),
                          self->geometry.text_width - VR_ROW_BUTTON_PX);
  pango_layout_get_pixel_size (self->note, NULL, &height);

  return MAX (height, VR_ROW_NOTE_PX);
}

static int
measure_excerpt (VrRowHeights *self, guint position)
{
  g_autoptr (VrRowText) text = vr_row_text_new (self->plan, position, VR_ROW_VIEW_OLD);
  int height;

  vr_row_layout_set_excerpt (self->layouts[VR_SIDE_OLD], text->text, self->geometry.text_width,
                             VR_ROW_EXCERPT_LINES);
  pango_layout_get_pixel_size (self->layouts[VR_SIDE_OLD], NULL, &height);

  return height;
}

static int
measure_texts (VrRowHeights *self, guint position)
{
  int old_height = 0;

  if (self->geometry.is_inline)
    return measure_text (self, position, VR_ROW_VIEW_INLINE);
  if (!vr_row_text_is_equal (self->plan, position))
    old_height = measure_text (self, position, VR_ROW_VIEW_OLD);

  return MAX (old_height, measure_text (self, position, VR_ROW_VIEW_NEW));
}

static guint
count_bytes (VrRowHeights *self, guint position)
{
  const VrSpan *spans = vr_pair_plan_peek (self->plan, position)->spans;

  return MAX (spans[VR_SIDE_OLD].to - spans[VR_SIDE_OLD].from,
              spans[VR_SIDE_NEW].to - spans[VR_SIDE_NEW].from);
}

static int
pads (VrRowHeights *self, guint position)
{
  return (vr_pair_plan_is_first (self->plan, position) ? VR_ROW_PAD_PX : 0)
         + (vr_pair_plan_is_last (self->plan, position) ? VR_ROW_PAD_PX : 0);
}

static int
measure (VrRowHeights *self, guint position)
{
  int note = measure_note (self, position);
  int text;

  if (vr_pair_plan_is_reference (self->plan, position))
    {
      text = measure_excerpt (self, position);
      return pads (self, position) + (self->geometry.is_inline ? text + note : MAX (text, note));
    }
  text = measure_texts (self, position);
  /* A moving average: estimates follow the script and the style of what is near. */
  if (text > 4 * self->line_height)
    self->bytes_per_line = 0.9 * self->bytes_per_line
                           + 0.1 * count_bytes (self, position) * (double)self->line_height / text;

  return pads (self, position) + note + text;
}

static int
estimate (VrRowHeights *self, guint position)
{
  guint n_lines = 1;

  if (vr_pair_plan_is_reference (self->plan, position))
    n_lines = VR_ROW_EXCERPT_LINES;
  else
    n_lines += (guint)(count_bytes (self, position) / MAX (self->bytes_per_line, 1));

  return pads (self, position) + n_lines * self->line_height;
}

static int
learn (VrRowHeights *self, guint position)
{
  int height = measure (self, position);
  guint32 known = self->heights[position];

  if ((known & GIVEN) && (int)(known & PIXELS) != height)
    self->is_news = TRUE;
  self->heights[position] = EXACT | height;

  return height;
}

int
vr_row_heights_get (VrRowHeights *self, guint position, int width)
{
  gboolean is_near;
  guint32 known;
  gint64 started;
  int height;

  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), 0);
  g_return_val_if_fail (position < self->n, 0);

  check (self, width);
  known = self->heights[position];
  if (known & EXACT)
    return known & PIXELS;

  is_near = position >= self->near_first && position < self->near_end;
  if (!is_near && self->spent_us > FRAME_BUDGET_US)
    {
      height = known & GIVEN ? (int)(known & PIXELS) : estimate (self, position);
      self->heights[position] = GIVEN | height;
      return height;
    }
  started = g_get_monotonic_time ();
  height = learn (self, position);
  self->spent_us += g_get_monotonic_time () - started;

  return height;
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
vr_row_heights_begin_frame (VrRowHeights *self)
{
  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));

  self->spent_us = 0;
}

void
vr_row_heights_set_near (VrRowHeights *self, guint first, guint end)
{
  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));

  if (self->near_first == first && self->near_end == end)
    return;
  self->near_first = first;
  self->near_end = end;
  if (self->idle != 0)
    {
      self->before = MIN (first, self->n);
      self->after = MIN (first, self->n);
    }
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
  gboolean is_more;
  guint position;

  while ((is_more = take_next (self, &position)))
    {
      learn (self, position);
      if (g_get_monotonic_time () >= deadline)
        break;
    }

  if (!is_more)
    self->idle = 0;
  if (!is_more || self->is_news || deadline - self->told_at > CHANGED_INTERVAL_US)
    tell (self);

  return is_more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
start_idle (VrRowHeights *self)
{
  self->near_first = MIN (self->near_first, self->n);
  self->before = self->near_first;
  self->after = self->near_first;
  if (self->idle == 0 && self->n > 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

void
vr_row_heights_set_plan (VrRowHeights *self, VrPairPlan *plan)
{
  g_return_if_fail (VR_IS_ROW_HEIGHTS (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->heights, g_free);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  self->n = 0;
  self->near_first = self->near_end = 0;
  self->serial = 0;
  if (plan == NULL)
    return;

  self->plan = vr_pair_plan_ref (plan);
  self->n = vr_pair_plan_get_n (plan);
  self->heights = g_new0 (guint32, self->n);
}

VrPairPlan *
vr_row_heights_get_plan (VrRowHeights *self)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), NULL);

  return self->plan;
}

PangoContext *
vr_row_heights_get_context (VrRowHeights *self)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), NULL);

  return self->context;
}

int
vr_row_heights_get_line_height (VrRowHeights *self)
{
  g_return_val_if_fail (VR_IS_ROW_HEIGHTS (self), 0);

  return self->line_height;
}

VrRowGeometry
vr_row_heights_get_geometry (VrRowHeights *self, int width)
{
  gboolean is_rtl = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;

  if (self->measure == 0 || pango_context_get_serial (self->context) != self->serial)
    check (self, width);

  return vr_row_geometry_at (width, self->measure, is_rtl);
}

static void
vr_row_heights_finalize (GObject *object)
{
  VrRowHeights *self = VR_ROW_HEIGHTS (object);

  vr_row_heights_set_plan (self, NULL);
  g_clear_object (&self->layouts[VR_SIDE_OLD]);
  g_clear_object (&self->layouts[VR_SIDE_NEW]);
  g_clear_object (&self->note);
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
}

VrRowHeights *
vr_row_heights_new (PangoContext *context)
{
  VrRowHeights *self = g_object_new (VR_TYPE_ROW_HEIGHTS, NULL);

  self->context = g_object_ref (context);

  return self;
}
