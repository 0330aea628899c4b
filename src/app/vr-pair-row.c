/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the list: both sides of a pair, drawn level, with the sign between them. */
#include "vr-pair-row.h"

#include "vr-closures.h"
#include "vr-row-layout.h"
#include "vr-row-words.h"

#include <glib/gi18n-lib.h>

#define SIGN_PX 24
#define CARD_RADIUS_PX 8
#define CARD_GAP_PX 2
#define LEAST_WIDTH_PX 240

struct _VrPairRow
{
  GtkWidget parent_instance;

  VrRowHeights *heights;
  VrPalette *palette;
  VrPairItem *item;
  GtkWidget *follow_button; /* only where a row moved */
  gboolean is_seen;

  /* What is drawn, made when it is, for one width and font. */
  int width;
  guint serial;
  PangoLayout *layouts[VR_N_SIDES];
  VrRowText *texts[VR_N_SIDES];
  PangoLayout *note;
};

G_DEFINE_FINAL_TYPE (VrPairRow, vr_pair_row, GTK_TYPE_WIDGET)

static void
drop_layouts (VrPairRow *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_clear_object (&self->layouts[side]);
      g_clear_pointer (&self->texts[side], vr_row_text_free);
    }
  g_clear_object (&self->note);
  self->width = 0;
}

static PangoLayout *
make_layout (VrPairRow *self, VrSide side)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (vr_pair_item_get_plan (self->item));
  VrArticle *article = vr_comparison_get_article (comparison, side);

  return vr_row_layout_new (vr_row_heights_get_context (self->heights),
                            vr_article_get_language (article));
}

/* Which sides have a text of their own here: in one column both are in one text. */
static void
make_text (VrPairRow *self, VrSide side, VrRowView view, int width)
{
  VrPairPlan *plan = vr_pair_item_get_plan (self->item);
  guint position = vr_pair_item_get_position (self->item);

  self->texts[side] = vr_row_text_new (plan, position, view);
  if (self->texts[side]->n_bytes == 0)
    return;
  self->layouts[side] = make_layout (self, side);
  if (vr_pair_plan_is_reference (plan, position))
    vr_row_layout_set_excerpt (self->layouts[side], self->texts[side]->text, width,
                               VR_ROW_EXCERPT_LINES);
  else
    vr_row_layout_set_text (self->layouts[side], self->texts[side]->text,
                            self->texts[side]->n_bytes, width);
}

static void
make_layouts (VrPairRow *self, const VrRowGeometry *geometry)
{
  VrPairPlan *plan = vr_pair_item_get_plan (self->item);
  guint position = vr_pair_item_get_position (self->item);
  gboolean is_reference = vr_pair_plan_is_reference (plan, position);
  guint serial = pango_context_get_serial (vr_row_heights_get_context (self->heights));

  if (self->width == gtk_widget_get_width (GTK_WIDGET (self)) && self->serial == serial)
    return;
  drop_layouts (self);
  self->width = gtk_widget_get_width (GTK_WIDGET (self));
  self->serial = serial;

  if (geometry->is_inline && !is_reference)
    make_text (self, VR_SIDE_NEW, VR_ROW_VIEW_INLINE, geometry->text_width);
  else
    {
      make_text (self, VR_SIDE_OLD, VR_ROW_VIEW_OLD, geometry->text_width);
      if (!is_reference)
        make_text (self, VR_SIDE_NEW, VR_ROW_VIEW_NEW, geometry->text_width);
    }
}

static void
make_note (VrPairRow *self, const VrRowGeometry *geometry)
{
  g_autofree char *note = NULL;

  g_clear_object (&self->note);
  note = vr_row_words_dup_note (vr_pair_item_get_plan (self->item),
                                vr_pair_item_get_position (self->item));
  if (note == NULL)
    return;
  self->note = vr_row_layout_new_note (vr_row_heights_get_context (self->heights));
  vr_row_layout_set_text (self->note, note, strlen (note), geometry->text_width - VR_ROW_BUTTON_PX);
}

static void
append_card (VrPairRow *self, GtkSnapshot *snapshot, const GdkRGBA *color, int x, int width,
             gboolean is_first, gboolean is_last)
{
  int top = is_first ? CARD_GAP_PX : 0;
  int bottom = is_last ? CARD_GAP_PX : 0;
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (x - VR_ROW_MARGIN_PX, top, width + 2 * VR_ROW_MARGIN_PX,
                          gtk_widget_get_height (GTK_WIDGET (self)) - top - bottom);
  graphene_size_t round = GRAPHENE_SIZE_INIT (CARD_RADIUS_PX, CARD_RADIUS_PX);
  graphene_size_t square = GRAPHENE_SIZE_INIT (0, 0);
  GskRoundedRect outline;

  gsk_rounded_rect_init (&outline, &bounds, is_first ? &round : &square,
                         is_first ? &round : &square, is_last ? &round : &square,
                         is_last ? &round : &square);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_sign (VrPairRow *self, GtkSnapshot *snapshot, const VrRowGeometry *geometry, VrRowKind kind,
             const char *sign, int y, int line_height)
{
  double x = geometry->gutter_x + (geometry->gutter_width - SIGN_PX) / 2;
  double top = y + (line_height - SIGN_PX) / 2.0;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, round (top), SIGN_PX, SIGN_PX);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle ink;
  GskRoundedRect outline;

  if (*sign == '\0')
    return;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, SIGN_PX / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->palette->tints[kind], &bounds);
  gtk_snapshot_pop (snapshot);

  layout = vr_row_layout_new_sign (vr_row_heights_get_context (self->heights), sign);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (x + (SIGN_PX - ink.width) / 2.0 - ink.x,
                                      round (top) + (SIGN_PX - ink.height) / 2.0 - ink.y));
  gtk_snapshot_append_layout (snapshot, layout, &self->palette->kinds[kind]);
  gtk_snapshot_restore (snapshot);
}

static int
layout_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
note_height (VrPairRow *self)
{
  return self->note != NULL ? MAX (layout_height (self->note), VR_ROW_NOTE_PX) : 0;
}

/* Where the note stands: beside the excerpt or, in one column, below it; above a moved row. */
static int
note_y (VrPairRow *self, const VrRowGeometry *geometry, gboolean is_reference)
{
  int y = VR_ROW_PAD_PX;

  if (is_reference && geometry->is_inline)
    y += layout_height (self->layouts[VR_SIDE_OLD]);

  return y;
}

static void
append_texts (VrPairRow *self, GtkSnapshot *snapshot, const VrRowGeometry *geometry, int y,
              gboolean is_reference)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (self->layouts[side] != NULL)
      vr_row_layout_snapshot (self->layouts[side], self->texts[side]->marks, self->palette,
                              is_reference ? &self->palette->dim : &self->palette->text, snapshot,
                              geometry->text_x[side], y);
}

static void
append_note (VrPairRow *self, GtkSnapshot *snapshot, const VrRowGeometry *geometry,
             gboolean is_reference)
{
  int x = geometry->text_x[VR_SIDE_NEW];
  int y = note_y (self, geometry, is_reference);

  if (self->note == NULL)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x += VR_ROW_BUTTON_PX;
  vr_row_layout_snapshot (self->note, NULL, self->palette, &self->palette->kinds[VR_ROW_MOVED],
                          snapshot, x, y + (note_height (self) - layout_height (self->note)) / 2);
}

static void
snapshot_row (VrPairRow *self, GtkSnapshot *snapshot)
{
  VrPairPlan *plan = vr_pair_item_get_plan (self->item);
  guint position = vr_pair_item_get_position (self->item);
  const VrRow *row = vr_pair_plan_get_row (plan, position);
  gboolean is_reference = vr_pair_plan_is_reference (plan, position);
  gboolean is_first = vr_pair_plan_is_first (plan, position);
  VrRowGeometry geometry =
      vr_row_heights_get_geometry (self->heights, gtk_widget_get_width (GTK_WIDGET (self)));
  int moved_by = vr_comparison_get_moved_by (vr_pair_plan_get_comparison (plan),
                                             vr_pair_plan_get_row_index (plan, position));
  VrRowKind kind = is_reference ? VR_ROW_MOVED : row->kind;
  int y = is_first ? VR_ROW_PAD_PX : 0;

  vr_palette_read (self->palette, GTK_WIDGET (self));
  make_layouts (self, &geometry);
  make_note (self, &geometry);
  if (kind == VR_ROW_ADDED || kind == VR_ROW_REMOVED)
    append_card (self, snapshot, &self->palette->tints[kind],
                 geometry.text_x[kind == VR_ROW_ADDED ? VR_SIDE_NEW : VR_SIDE_OLD],
                 geometry.text_width, is_first, vr_pair_plan_is_last (plan, position));

  append_note (self, snapshot, &geometry, is_reference);
  if (!is_reference)
    y += note_height (self);
  if (is_first)
    append_sign (self, snapshot, &geometry, kind, vr_closure_sign (kind, row->moved, moved_by), y,
                 vr_row_heights_get_line_height (self->heights));
  append_texts (self, snapshot, &geometry, y, is_reference);
}

static void
vr_pair_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VrPairRow *self = VR_PAIR_ROW (widget);

  if (self->item == NULL)
    return;

  snapshot_row (self, snapshot);
  if (self->follow_button != NULL)
    gtk_widget_snapshot_child (widget, self->follow_button, snapshot);
}

static GtkSizeRequestMode
vr_pair_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vr_pair_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrPairRow *self = VR_PAIR_ROW (widget);
  /* Asked for no width in particular, the row must not make the list forget its own. */
  int width = for_size > 0 ? for_size : vr_row_heights_get_width (self->heights);
  int least;

  if (self->follow_button != NULL)
    gtk_widget_measure (self->follow_button, orientation, -1, &least, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH_PX;
  else if (self->item == NULL || width == 0)
    *minimum = *natural = 0;
  else
    *minimum = *natural =
        vr_row_heights_get (self->heights, vr_pair_item_get_position (self->item), width);
}

/* The button stands behind the last word of the note. */
static void
vr_pair_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VrPairRow *self = VR_PAIR_ROW (widget);
  VrRowGeometry geometry;
  GtkAllocation allocation = { .width = VR_ROW_NOTE_PX, .height = VR_ROW_NOTE_PX };
  gboolean is_reference;
  int note_width = 0;

  if (self->follow_button == NULL || self->item == NULL
      || !gtk_widget_get_child_visible (self->follow_button))
    return;
  is_reference = vr_pair_plan_is_reference (vr_pair_item_get_plan (self->item),
                                            vr_pair_item_get_position (self->item));
  geometry = vr_row_heights_get_geometry (self->heights, width);
  if (is_reference)
    make_layouts (self, &geometry);
  make_note (self, &geometry);
  if (self->note != NULL)
    pango_layout_get_pixel_size (self->note, &note_width, NULL);
  allocation.x = geometry.text_x[VR_SIDE_NEW];
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    allocation.x += geometry.text_width - note_width - VR_ROW_BUTTON_PX;
  else
    allocation.x += note_width + VR_ROW_BUTTON_PX - VR_ROW_NOTE_PX;
  allocation.y = note_y (self, &geometry, is_reference)
                 + (MAX (note_height (self), VR_ROW_NOTE_PX) - VR_ROW_NOTE_PX) / 2;
  gtk_widget_size_allocate (self->follow_button, &allocation, -1);
}

static gboolean
vr_pair_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_keyboard,
                           GtkTooltip *tooltip)
{
  VrPairRow *self = VR_PAIR_ROW (widget);
  VrRowGeometry geometry =
      vr_row_heights_get_geometry (self->heights, gtk_widget_get_width (widget));
  g_autofree char *fate = NULL;

  if (self->item == NULL || is_keyboard || x < geometry.gutter_x
      || x >= geometry.gutter_x + geometry.gutter_width)
    return FALSE;
  fate = vr_row_words_dup_fate (vr_pair_item_get_plan (self->item),
                                vr_pair_item_get_position (self->item));
  gtk_tooltip_set_text (tooltip, fate);

  return TRUE;
}

static void
vr_pair_row_dispose (GObject *object)
{
  VrPairRow *self = VR_PAIR_ROW (object);

  drop_layouts (self);
  g_clear_pointer (&self->follow_button, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->heights);

  G_OBJECT_CLASS (vr_pair_row_parent_class)->dispose (object);
}

static void
vr_pair_row_class_init (VrPairRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_pair_row_dispose;
  widget_class->snapshot = vr_pair_row_snapshot;
  widget_class->get_request_mode = vr_pair_row_get_request_mode;
  widget_class->measure = vr_pair_row_measure;
  widget_class->size_allocate = vr_pair_row_size_allocate;
  widget_class->query_tooltip = vr_pair_row_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "pairrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vr_pair_row_init (VrPairRow *self)
{
}

GtkWidget *
vr_pair_row_new (VrRowHeights *heights, VrPalette *palette)
{
  VrPairRow *self = g_object_new (VR_TYPE_PAIR_ROW, NULL);

  self->heights = g_object_ref (heights);
  self->palette = palette;

  return GTK_WIDGET (self);
}

static void
show_button (VrPairRow *self)
{
  VrPairPlan *plan = vr_pair_item_get_plan (self->item);
  guint position = vr_pair_item_get_position (self->item);
  guint partner = vr_pair_plan_find_partner (plan, position);
  gboolean is_shown =
      partner != VR_PAIR_NONE && vr_pair_plan_is_first (plan, position) && self->is_seen;

  if (is_shown && self->follow_button == NULL)
    {
      self->follow_button = gtk_button_new ();
      gtk_widget_add_css_class (self->follow_button, "flat");
      gtk_widget_add_css_class (self->follow_button, "circular");
      gtk_widget_add_css_class (self->follow_button, "follow");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->follow_button), "compare.follow");
      gtk_widget_set_parent (self->follow_button, GTK_WIDGET (self));
    }
  if (self->follow_button == NULL)
    return;
  gtk_widget_set_child_visible (self->follow_button, is_shown);
  if (!is_shown)
    return;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->follow_button), "u", position);
  gtk_button_set_icon_name (GTK_BUTTON (self->follow_button),
                            partner > position ? "go-down-symbolic" : "go-up-symbolic");
  gtk_widget_set_tooltip_text (self->follow_button, vr_pair_plan_is_reference (plan, position)
                                                        ? _ ("Go to Where It Stands Now")
                                                        : _ ("Go to Where It Stood"));
}

void
vr_pair_row_set_item (VrPairRow *self, VrPairItem *item)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = NULL;
  const VrRow *row;

  g_return_if_fail (VR_IS_PAIR_ROW (self));

  drop_layouts (self);
  self->is_seen = FALSE;
  if (!g_set_object (&self->item, item) || item == NULL)
    return;

  row = vr_pair_plan_get_row (vr_pair_item_get_plan (item), vr_pair_item_get_position (item));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), row->kind != VR_ROW_SAME || row->quiet != 0);
  show_button (self);
  label = vr_row_words_dup_label (vr_pair_item_get_plan (item), vr_pair_item_get_position (item));
  /* What has the focus is the list's own widget around the row; it must be able to say it. */
  if (list_item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
vr_pair_row_get_position (VrPairRow *self)
{
  g_return_val_if_fail (VR_IS_PAIR_ROW (self), VR_PAIR_NONE);

  return self->item != NULL ? vr_pair_item_get_position (self->item) : VR_PAIR_NONE;
}

void
vr_pair_row_set_seen (VrPairRow *self, gboolean is_seen)
{
  g_return_if_fail (VR_IS_PAIR_ROW (self));

  if (self->is_seen == is_seen)
    return;
  self->is_seen = is_seen;
  if (self->item != NULL)
    show_button (self);
  if (!is_seen)
    drop_layouts (self);
}
