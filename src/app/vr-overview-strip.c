/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole comparison as it is laid out, one narrow column a side, with what is visible framed. */
#include "vr-overview-strip-private.h"

#define WIDE_GAP_PX 4
#define THIN_PX 18
#define THIN_GAP_PX 2
#define FRAME_LEAST_PX 12
#define FRAME_RADIUS_PX 4

/* A short article is not stretched to the strip's height: a line of prose becomes 4 px at most. */
#define LARGEST_SCALE 0.16

/* The colours are made for signs; in blocks they would outshine the text. */
#define OPACITY 0.75

/* Shades of a pixel of which only a part differs, and the lightest of them. */
#define N_LEVELS 8
#define FAINTEST 0.25f

/* Rows at least this high in the strip are parted by a pixel, as paragraphs are. */
#define PARTED_FROM_PX 3

#define EMPTY G_MAXUINT8

#define TICK_PX 2

enum
{
  REVEAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrOverviewStrip, vr_overview_strip, GTK_TYPE_WIDGET)

static gboolean
shows_side (VrRowKind kind, gboolean is_reference, VrSide side)
{
  switch (kind)
    {
    case VR_ROW_ADDED:
      return side == VR_SIDE_NEW;
    case VR_ROW_REMOVED:
      return side == VR_SIDE_OLD;
    case VR_ROW_MOVED:
    case VR_ROW_MOVED_EDITED:
      return side == (is_reference ? VR_SIDE_OLD : VR_SIDE_NEW);
    case VR_ROW_SAME:
    case VR_ROW_EDITED:
    case VR_ROW_SPLIT:
    case VR_ROW_MERGED:
    case VR_ROW_RECAST:
    case VR_N_ROW_KINDS:
    default:
      return !is_reference || side == VR_SIDE_OLD;
    }
}

/* Where several rows share a pixel, the rarer kind is the one to be found. */
static guint
get_rank (guint8 kind)
{
  static const guint8 ranks[VR_N_ROW_KINDS] = {
    [VR_ROW_SAME] = 1,         [VR_ROW_EDITED] = 2, [VR_ROW_MOVED] = 3,
    [VR_ROW_MOVED_EDITED] = 3, [VR_ROW_SPLIT] = 4,  [VR_ROW_MERGED] = 4,
    [VR_ROW_RECAST] = 4,       [VR_ROW_ADDED] = 5,  [VR_ROW_REMOVED] = 5,
  };

  return kind == EMPTY ? 0 : ranks[kind];
}

/* Where rows are lower than a pixel, one that differs must not stand for all that do not. */
static void
paint_lane (VrOverviewStrip *self, VrSide side, VrRowKind kind, float height, int from, int to)
{
  for (int i = from; i < MIN (to, self->n_pixels); i++)
    {
      if (get_rank (self->lanes[side][i]) < get_rank (kind))
        self->lanes[side][i] = kind;
      if (kind != VR_ROW_SAME)
        self->shares[side][i] = MIN (self->shares[side][i] + height, 1);
    }
}

static void
paint_position (VrOverviewStrip *self, VrPairPlan *plan, guint position, double from, double to)
{
  gboolean is_reference = vr_pair_plan_is_reference (plan, position);
  VrRowKind kind = is_reference ? VR_ROW_MOVED : vr_pair_plan_get_row (plan, position).kind;
  VrRowKind shown = vr_pair_plan_is_furniture (plan, position) ? VR_ROW_SAME : kind;
  int first = (int)from;
  int end = MAX ((int)to, first + 1);

  if (vr_pair_plan_get_fold (plan, position) > 0)
    return;
  if (end - first >= PARTED_FROM_PX && vr_pair_plan_is_last (plan, position))
    end--;
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (shows_side (kind, is_reference, side))
      paint_lane (self, side, shown, MIN ((float)(to - from), 1), first, end);
}

/* How far down in its row a match stands, 0 to 1, by its share of the bytes. */
static double
get_depth (const VrPair *pair, const VrMatch *match)
{
  VrSide side = match->spans[VR_SIDE_NEW].to > 0 ? VR_SIDE_NEW : VR_SIDE_OLD;
  VrSpan shown = pair->spans[side];

  return (match->spans[side].from - shown.from) / (double)MAX (shown.to - shown.from, 1);
}

/* Behind the positions of the whole that stand at @position: many for a closed fold, none for an
 * open one. */
static guint
find_end_in_whole (VrPairPlan *plan, guint position)
{
  guint whole = vr_pair_plan_peek (plan, position)->whole;

  if (vr_pair_plan_get_fold (plan, position) == 0)
    return whole + 1;
  if (position + 1 < vr_pair_plan_get_n (plan))
    return vr_pair_plan_peek (plan, position + 1)->whole;

  return vr_pair_plan_get_n_whole (plan);
}

static void
paint_ticks (VrOverviewStrip *self, VrPairPlan *plan, guint position, double from, double to)
{
  const VrMatches *matches = vr_finder_peek_matches (self->finder);
  const VrPair *pair = vr_pair_plan_peek (plan, position);
  guint n = vr_matches_get_n (matches);
  guint end = find_end_in_whole (plan, position);

  /* Of many rows in a pixel only the first is looked at that has any. */
  if ((int)to == (int)from && self->ticks[MIN ((int)from, self->n_pixels)])
    return;
  for (guint i = vr_matches_find (matches, pair->whole); i < n; i++)
    {
      const VrMatch *match = vr_matches_peek (matches, i);

      if (match->position >= end)
        return;
      /* A fold that hides some has one tick. */
      if (pair->n_folded > 0)
        {
          self->ticks[MIN ((int)((from + to) / 2), self->n_pixels)] = TRUE;
          return;
        }
      self->ticks[MIN ((int)(from + get_depth (pair, match) * (to - from)), self->n_pixels)] = TRUE;
      /* However often it stands in a pixel. */
      if (to - from < 1)
        return;
    }
}

static void
rebuild (VrOverviewStrip *self)
{
  VrPairPlan *plan = vr_row_heights_get_plan (self->heights);
  guint n = plan != NULL ? vr_pair_plan_get_n (plan) : 0;
  int room = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * VR_OVERVIEW_EDGE_PX;
  gint64 y = 0;

  self->is_dirty = FALSE;
  self->n_pixels = MAX (room, 0);
  self->total_px = vr_row_heights_sum (self->heights, 0, n);
  self->scale = MIN (LARGEST_SCALE, (double)self->n_pixels / MAX (self->total_px, 1));
  self->ticks = g_realloc (self->ticks, self->n_pixels + 1);
  memset (self->ticks, FALSE, self->n_pixels + 1);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->lanes[side] = g_realloc (self->lanes[side], self->n_pixels + 1);
      memset (self->lanes[side], EMPTY, self->n_pixels + 1);
      g_free (self->shares[side]);
      self->shares[side] = g_new0 (float, self->n_pixels + 1);
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 end = y + vr_row_heights_sum (self->heights, i, i + 1);

      paint_position (self, plan, i, y * self->scale, end * self->scale);
      if (self->finder != NULL && vr_finder_peek_matches (self->finder) != NULL)
        paint_ticks (self, plan, i, y * self->scale, end * self->scale);
      y = end;
    }
}

static int
get_level (float share)
{
  return (int)ceilf (share * N_LEVELS);
}

static void
append_run (VrOverviewStrip *self, GtkSnapshot *snapshot, VrSide side, VrRowKind kind, int level,
            int from, int to)
{
  int column = self->is_thin ? VR_OVERVIEW_THIN_COLUMN_PX : VR_OVERVIEW_WIDE_COLUMN_PX;
  int gap = self->is_thin ? THIN_GAP_PX : WIDE_GAP_PX;
  int middle = gtk_widget_get_width (GTK_WIDGET (self)) / 2;
  gboolean is_moved = kind == VR_ROW_MOVED || kind == VR_ROW_MOVED_EDITED;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_left = (side == VR_SIDE_OLD) != is_rtl;
  int width = is_moved ? (column + 1) / 2 : column;
  int x = is_left ? middle - gap / 2 - width : middle + gap / 2;

  GdkRGBA color = self->palette->kinds[kind];

  /* However little of it differs, it is seen. */
  if (kind != VR_ROW_SAME)
    color.alpha *= OPACITY * (FAINTEST + (1 - FAINTEST) * (float)level / N_LEVELS);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (x, VR_OVERVIEW_EDGE_PX + from, width, to - from));
}

static void
append_lane (VrOverviewStrip *self, GtkSnapshot *snapshot, VrSide side)
{
  const guint8 *lane = self->lanes[side];
  const float *share = self->shares[side];
  int from = 0;

  for (int i = 1; i <= self->n_pixels; i++)
    {
      if (i < self->n_pixels && lane[i] == lane[from]
          && get_level (share[i]) == get_level (share[from]))
        continue;
      if (lane[from] != EMPTY)
        append_run (self, snapshot, side, lane[from], get_level (share[from]), from, i);
      from = i;
    }
}

/* The frame of what is visible, in pixels of the strip. */
static void
get_frame (VrOverviewStrip *self, double *top, double *height)
{
  double y = vr_row_heights_sum (self->heights, 0, self->view_position) + self->view_hidden_px;

  *top = VR_OVERVIEW_EDGE_PX + y * self->scale;
  *height = MIN (self->view_visible_px * self->scale, (double)self->total_px * self->scale);
  if (*height < FRAME_LEAST_PX)
    {
      *top -= (FRAME_LEAST_PX - *height) / 2;
      *height = FRAME_LEAST_PX;
    }
  *top = CLAMP (*top, 1, MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - *height - 1));
}

static void
append_ticks (VrOverviewStrip *self, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  for (int i = 0; i < self->n_pixels; i++)
    {
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (2, VR_OVERVIEW_EDGE_PX + i, width - 4, TICK_PX);

      if (self->ticks[i])
        gtk_snapshot_append_color (snapshot, &self->palette->found, &bounds);
    }
}

static void
append_frame (VrOverviewStrip *self, GtkSnapshot *snapshot)
{
  GdkRGBA line = self->palette->text;
  GdkRGBA fill = self->palette->text;
  double top, height;
  GskRoundedRect outline;

  get_frame (self, &top, &height);
  line.alpha *= 0.45;
  fill.alpha *= 0.07;
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (1, round (top) - 2, gtk_widget_get_width (GTK_WIDGET (self)) - 2,
                           round (height) + 4),
      FRAME_RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 1, 1, 1, 1 },
                              (GdkRGBA[]){ line, line, line, line });
}

static void
vr_overview_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VrOverviewStrip *self = VR_OVERVIEW_STRIP (widget);

  if (self->heights == NULL || vr_row_heights_get_plan (self->heights) == NULL
      || vr_pair_plan_get_n (vr_row_heights_get_plan (self->heights)) == 0)
    return;
  vr_palette_read (self->palette, widget);
  if (self->is_dirty)
    rebuild (self);
  append_lane (self, snapshot, VR_SIDE_OLD);
  append_lane (self, snapshot, VR_SIDE_NEW);
  append_ticks (self, snapshot);
  append_frame (self, snapshot);
  vr_overview_strip_append_move (self, snapshot);
}

static void
vr_overview_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrOverviewStrip *self = VR_OVERVIEW_STRIP (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->is_thin ? THIN_PX : VR_OVERVIEW_WIDE_PX;
  else
    *minimum = *natural = 0;
}

static void
vr_overview_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VR_OVERVIEW_STRIP (widget)->is_dirty = TRUE;
}

guint
vr_overview_strip_find_at (VrOverviewStrip *self, double y, double *fraction)
{
  VrPairPlan *plan = vr_row_heights_get_plan (self->heights);
  guint n = plan != NULL ? vr_pair_plan_get_n (plan) : 0;
  double wanted = CLAMP ((y - VR_OVERVIEW_EDGE_PX) / self->scale, 0, MAX (self->total_px - 1, 0));
  gint64 top = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 height = vr_row_heights_sum (self->heights, i, i + 1);

      if (wanted < top + height || i + 1 == n)
        {
          *fraction = CLAMP ((wanted - top) / MAX (height, 1), 0.0, 1.0);
          return i;
        }
      top += height;
    }

  return VR_PAIR_NONE;
}

/* Asks for the point of the list that stands at @y of the strip. */
static void
reveal (VrOverviewStrip *self, double y)
{
  double fraction;
  guint position = vr_overview_strip_find_at (self, y, &fraction);

  if (position != VR_PAIR_NONE)
    g_signal_emit (self, signals[REVEAL], 0, position, fraction);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, VrOverviewStrip *self)
{
  double top, height;

  if (self->heights == NULL || self->is_dirty)
    return;
  get_frame (self, &top, &height);
  if (y >= top && y < top + height)
    {
      self->grip = y - top - height / 2;
      return;
    }
  self->grip = 0;
  reveal (self, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, VrOverviewStrip *self)
{
  double x, y;

  if (self->heights == NULL || self->is_dirty
      || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  reveal (self, y + offset_y - self->grip);
}

static void
vr_overview_strip_dispose (GObject *object)
{
  VrOverviewStrip *self = VR_OVERVIEW_STRIP (object);

  if (self->heights != NULL)
    g_signal_handlers_disconnect_by_data (self->heights, self);
  g_clear_object (&self->heights);
  g_clear_object (&self->finder);

  G_OBJECT_CLASS (vr_overview_strip_parent_class)->dispose (object);
}

static void
vr_overview_strip_finalize (GObject *object)
{
  VrOverviewStrip *self = VR_OVERVIEW_STRIP (object);

  g_free (self->lanes[VR_SIDE_OLD]);
  g_free (self->lanes[VR_SIDE_NEW]);
  g_free (self->shares[VR_SIDE_OLD]);
  g_free (self->shares[VR_SIDE_NEW]);
  g_free (self->ticks);

  G_OBJECT_CLASS (vr_overview_strip_parent_class)->finalize (object);
}

static void
vr_overview_strip_class_init (VrOverviewStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_overview_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_overview_strip_finalize;
  widget_class->snapshot = vr_overview_strip_snapshot;
  widget_class->measure = vr_overview_strip_measure;
  widget_class->size_allocate = vr_overview_strip_size_allocate;

  signals[REVEAL] = g_signal_new ("reveal", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_DOUBLE);

  gtk_widget_class_set_css_name (widget_class, "overviewstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
vr_overview_strip_init (VrOverviewStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->is_dirty = TRUE;
  vr_overview_strip_watch_pointer (self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
vr_overview_strip_set_source (VrOverviewStrip *self, VrRowHeights *heights, VrPalette *palette)
{
  g_return_if_fail (VR_IS_OVERVIEW_STRIP (self));
  g_return_if_fail (self->heights == NULL);

  self->heights = g_object_ref (heights);
  self->palette = palette;
  g_signal_connect_swapped (heights, "changed", G_CALLBACK (vr_overview_strip_refresh), self);
}

void
vr_overview_strip_set_finder (VrOverviewStrip *self, VrFinder *finder)
{
  g_return_if_fail (VR_IS_OVERVIEW_STRIP (self));

  g_set_object (&self->finder, finder);
}

void
vr_overview_strip_set_view (VrOverviewStrip *self, guint position, int hidden_px, int visible_px)
{
  g_return_if_fail (VR_IS_OVERVIEW_STRIP (self));

  if (self->view_position == position && self->view_hidden_px == hidden_px
      && self->view_visible_px == visible_px)
    return;
  self->view_position = position;
  self->view_hidden_px = hidden_px;
  self->view_visible_px = visible_px;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
vr_overview_strip_set_thin (VrOverviewStrip *self, gboolean is_thin)
{
  g_return_if_fail (VR_IS_OVERVIEW_STRIP (self));

  if (self->is_thin == is_thin)
    return;
  self->is_thin = is_thin;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
vr_overview_strip_refresh (VrOverviewStrip *self)
{
  g_return_if_fail (VR_IS_OVERVIEW_STRIP (self));

  self->is_dirty = TRUE;
  self->pointed = VR_PAIR_NONE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
