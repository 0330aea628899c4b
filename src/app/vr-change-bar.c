/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar of words removed, added and moved, to the scale of the bars beside it. */
#include "vr-change-bar.h"

#include "vr-palette.h"

#include <math.h>

#define WIDTH_PX 140
#define HEIGHT_PX 9
/* One word of a thousand is seen, and seen to be hatched, filled or hollow. */
#define LEAST_PX 4
#define GAP_PX 1
/* Of the stripes; the line between them is as wide. */
#define STRIPE_PX 1.5f

enum
{
  REMOVED,
  ADDED,
  MOVED,
  N_PARTS,
};

struct _VrChangeBar
{
  GtkWidget parent_instance;

  VrChangedWords words;
  guint64 longest;
  VrPalette palette;
};

G_DEFINE_FINAL_TYPE (VrChangeBar, vr_change_bar, GTK_TYPE_WIDGET)

void
vr_change_bar_measure_parts (const VrChangedWords *words, guint64 longest, int width,
                             int parts[N_PARTS])
{
  const guint64 counts[N_PARTS] = { words->removed, words->added, words->moved };
  guint64 scale = MAX (longest, words->removed + words->added + words->moved);
  int widest = REMOVED, sum = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      parts[i] = counts[i] == 0
                     ? 0
                     : MAX (LEAST_PX, (int)round (width * ((double)counts[i] / (double)scale)));
      sum += parts[i];
      if (parts[i] > parts[widest])
        widest = (int)i;
    }
  parts[widest] -= MAX (sum - width, 0);
}

static void
append_hatched (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  GdkRGBA clear = *color;
  graphene_point_t from = bounds->origin;
  graphene_point_t to = GRAPHENE_POINT_INIT (from.x + 2 * STRIPE_PX, from.y + 2 * STRIPE_PX);

  clear.alpha = 0;
  gtk_snapshot_append_repeating_linear_gradient (
      snapshot, bounds, &from, &to,
      (GskColorStop[]){ { 0, *color }, { 0.5f, *color }, { 0.5f, clear }, { 1, clear } }, 4);
}

static void
append_outline (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 1, 1, 1, 1 },
                              (GdkRGBA[]){ *color, *color, *color, *color });
}

static void
append_part (VrChangeBar *self, GtkSnapshot *snapshot, guint part, int x, int width)
{
  static const VrRowKind kinds[N_PARTS] = { VR_ROW_REMOVED, VR_ROW_ADDED, VR_ROW_MOVED };
  const GdkRGBA *color = &self->palette.kinds[kinds[part]];
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (x, (gtk_widget_get_height (GTK_WIDGET (self)) - HEIGHT_PX) / 2,
                          MAX (width - GAP_PX, 1), HEIGHT_PX);

  if (part == ADDED)
    gtk_snapshot_append_color (snapshot, color, &bounds);
  else
    append_outline (snapshot, &bounds, color);
  if (part == REMOVED)
    append_hatched (snapshot, &bounds, color);
}

static void
vr_change_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VrChangeBar *self = VR_CHANGE_BAR (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int parts[N_PARTS];
  int x = 0;

  vr_palette_read (&self->palette, widget);
  vr_change_bar_measure_parts (&self->words, self->longest, width, parts);
  for (guint i = 0; i < N_PARTS; i++)
    {
      if (parts[i] > 0)
        append_part (self, snapshot, i, is_rtl ? width - x - parts[i] : x, parts[i]);
      x += parts[i];
    }
}

static void
vr_change_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static void
vr_change_bar_class_init (VrChangeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = vr_change_bar_snapshot;
  widget_class->measure = vr_change_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "changebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
vr_change_bar_init (VrChangeBar *self)
{
}

void
vr_change_bar_set_words (VrChangeBar *self, const VrChangedWords *words, guint64 longest)
{
  g_return_if_fail (VR_IS_CHANGE_BAR (self));

  if (memcmp (&self->words, words, sizeof *words) == 0 && self->longest == longest)
    return;
  self->words = *words;
  self->longest = longest;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
