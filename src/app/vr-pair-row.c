/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the list: both sides of a pair, drawn level, with the sign between them. */
#include "vr-pair-row.h"

#include "vr-closures.h"
#include "vr-list-row.h"
#include "vr-role-target.h"
#include "vr-row-moves.h"
#include "vr-row-caret.h"
#include "vr-row-highlights.h"
#include "vr-explanation.h"
#include "vr-row-words.h"

#include <glib/gi18n-lib.h>

#define LEAST_WIDTH_PX 240

struct _VrPairRow
{
  GtkWidget parent_instance;

  VrRowHeights *heights;
  VrPalette *palette;
  VrSelection *selection;
  VrPairItem *item;
  GtkWidget *button; /* only where a row moved, and at a fold */
  VrFinder *finder;
  gboolean is_seen;

  VrRowContent *content; /* what is drawn; for one width and font */
};

G_DEFINE_FINAL_TYPE (VrPairRow, vr_pair_row, GTK_TYPE_WIDGET)

static VrPairPlan *
get_plan (VrPairRow *self)
{
  return vr_pair_item_get_plan (self->item);
}

/* Makes what is drawn where there is none, or where it is of another width or font. */
static VrRowContent *
get_content (VrPairRow *self)
{
  const VrRowStyle *style = vr_row_heights_peek_style (self->heights);

  if (self->content != NULL && vr_row_content_get_generation (self->content) == style->generation)
    return self->content;

  g_clear_pointer (&self->content, vr_row_content_free);
  self->content =
      vr_row_content_new (get_plan (self), vr_pair_item_get_position (self->item), style);

  return self->content;
}

static void
append_selection (VrPairRow *self, GtkSnapshot *snapshot)
{
  VrRowView view;
  VrSpan span;

  if (vr_selection_get_span (self->selection, vr_pair_item_get_position (self->item), &view, &span))
    vr_row_caret_snapshot_span (get_content (self), view, span, &self->palette->selection,
                                snapshot);
}

static void
append_caret (VrPairRow *self, GtkSnapshot *snapshot)
{
  VrTextPoint caret = vr_selection_get_caret (self->selection);

  if (vr_selection_get_caret_shown (self->selection)
      && caret.position == vr_pair_item_get_position (self->item))
    vr_row_caret_snapshot (get_content (self),
                           vr_column_get_view (vr_selection_get_column (self->selection)),
                           caret.byte, GTK_WIDGET (self), snapshot);
}

static void
vr_pair_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VrPairRow *self = VR_PAIR_ROW (widget);

  if (self->item == NULL)
    return;

  vr_palette_read (self->palette, widget);
  append_selection (self, snapshot);
  if (self->finder != NULL)
    vr_row_highlights_snapshot (self->finder, get_plan (self),
                                vr_pair_item_get_position (self->item), get_content (self),
                                self->palette, snapshot);
  vr_row_content_snapshot (get_content (self), snapshot, self->palette,
                           gtk_widget_get_height (widget));
  append_caret (self, snapshot);
  if (self->button != NULL)
    gtk_widget_snapshot_child (widget, self->button, snapshot);
}

static GtkSizeRequestMode
vr_pair_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (VrPairRow *self, int width)
{
  guint position;

  if (self->item == NULL || width == 0)
    return 0;

  position = vr_pair_item_get_position (self->item);
  /* What is laid out now is what the next frame draws. */
  if (vr_row_heights_wants (self->heights, position, width))
    vr_row_heights_put (self->heights, position, vr_row_content_get_height (get_content (self)));

  return vr_row_heights_get (self->heights, position, width);
}

static void
vr_pair_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                     int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrPairRow *self = VR_PAIR_ROW (widget);
  int least;

  if (self->button != NULL)
    gtk_widget_measure (self->button, orientation, -1, &least, NULL, NULL, NULL);

  /* Asked for no width in particular, the row must not make the list forget its own. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH_PX;
  else
    *minimum = *natural =
        measure_height (self, for_size > 0 ? for_size : vr_row_heights_get_width (self->heights));
}

/* The button stands behind the last word of the note. */
static void
vr_pair_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VrPairRow *self = VR_PAIR_ROW (widget);
  GtkAllocation allocation = { .width = VR_ROW_NOTE_PX, .height = VR_ROW_NOTE_PX };

  if (self->item == NULL || self->button == NULL || !gtk_widget_get_child_visible (self->button))
    return;

  vr_row_content_get_button (get_content (self), &allocation.x, &allocation.y);
  gtk_widget_size_allocate (self->button, &allocation, -1);
}

/* What became of the row, over its sign; of a sentence that moved, over its words. */
static char *
dup_tooltip (VrPairRow *self, int x, int y)
{
  VrRowGeometry geometry =
      vr_row_heights_get_geometry (self->heights, gtk_widget_get_width (GTK_WIDGET (self)));
  VrPairPlan *plan = vr_pair_item_get_plan (self->item);
  guint position = vr_pair_item_get_position (self->item);
  const VrMark *mark;

  if (vr_pair_plan_is_furniture (plan, position))
    return vr_row_words_dup_reason (plan, position);
  if (x >= geometry.gutter_x && x < geometry.gutter_x + geometry.gutter_width)
    return vr_row_words_dup_whole_fate (plan, position);
  mark = vr_row_content_find_mark (get_content (self), x, y);
  if (mark == NULL || mark->sentence == 0)
    return NULL;

  return vr_closure_moved_sentence (
      vr_report_get_move_number (vr_pair_plan_get_comparison (plan),
                                 vr_pair_plan_get_row_index (plan, position), mark->sentence,
                                 mark->op == VR_PIECE_DELETE ? VR_SIDE_OLD : VR_SIDE_NEW),
      mark->op == VR_PIECE_DELETE);
}

static gboolean
vr_pair_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean is_keyboard,
                           GtkTooltip *tooltip)
{
  VrPairRow *self = VR_PAIR_ROW (widget);
  g_autofree char *words = NULL;

  if (self->item == NULL || is_keyboard)
    return FALSE;
  words = dup_tooltip (self, x, y);
  gtk_tooltip_set_text (tooltip, words);

  return words != NULL;
}

static void
vr_pair_row_dispose (GObject *object)
{
  VrPairRow *self = VR_PAIR_ROW (object);

  g_clear_pointer (&self->content, vr_row_content_free);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->heights);
  g_clear_object (&self->finder);
  g_clear_object (&self->selection);

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
vr_pair_row_new (VrRowHeights *heights, VrPalette *palette, VrSelection *selection)
{
  VrPairRow *self = g_object_new (VR_TYPE_PAIR_ROW, NULL);

  self->heights = g_object_ref (heights);
  self->palette = palette;
  self->selection = g_object_ref (selection);

  return GTK_WIDGET (self);
}

void
vr_pair_row_set_finder (VrPairRow *self, VrFinder *finder)
{
  g_return_if_fail (VR_IS_PAIR_ROW (self));

  g_set_object (&self->finder, finder);
}

static void
make_button (VrPairRow *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
say_button (VrPairRow *self, const char *icon, const char *label)
{
  gtk_button_set_icon_name (GTK_BUTTON (self->button), icon);
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/* Shows and hides what a fold stands for. */
static void
set_fold_button (VrPairRow *self, VrPairPlan *plan, guint position)
{
  gboolean is_open = vr_pair_plan_is_open (plan, position);
  guint n_rows, n_changed, n_furniture;

  vr_pair_plan_count_folded (plan, position, &n_rows, &n_changed, &n_furniture);
  gtk_widget_remove_css_class (self->button, "follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "compare.toggle-fold");
  if (n_rows > 0)
    say_button (self, is_open ? "pan-up-symbolic" : "pan-down-symbolic",
                is_open ? _ ("Hide These Paragraphs") : _ ("Show These Paragraphs"));
  else
    say_button (self, is_open ? "pan-up-symbolic" : "pan-down-symbolic",
                is_open ? _ ("Hide Page Furniture") : _ ("Show Page Furniture"));
}

/* Makes a line of the page a part of the article. */
static void
set_back_button (VrPairRow *self, VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);

  gtk_widget_remove_css_class (self->button, "follow");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button),
                                          vr_role_target_for_row (VR_ROLE_BODY, &row));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "win.set-roles");
  say_button (self, "edit-undo-symbolic", _ ("Put Back"));
}

/* Leads to the other place of a row that moved. */
static void
set_follow_button (VrPairRow *self, VrPairPlan *plan, guint position, guint partner)
{
  gtk_widget_add_css_class (self->button, "follow");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "u", position);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "compare.follow");
  say_button (self,
              partner > position ? "variorum-jump-down-symbolic" : "variorum-jump-up-symbolic",
              vr_pair_plan_is_reference (plan, position) ? _ ("Go to Where It Stands Now")
                                                         : _ ("Go to Where It Stood"));
}

static void
set_button (VrPairRow *self, VrPairPlan *plan, guint position, guint partner)
{
  /* An action's target is of its own type, so that of the row before goes first. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
  if (vr_pair_plan_get_fold (plan, position) > 0)
    set_fold_button (self, plan, position);
  else if (vr_pair_plan_is_furniture (plan, position))
    set_back_button (self, plan, position);
  else
    set_follow_button (self, plan, position, partner);
}

static void
show_button (VrPairRow *self)
{
  VrPairPlan *plan = vr_pair_item_get_plan (self->item);
  guint position = vr_pair_item_get_position (self->item);
  guint partner = vr_pair_plan_find_partner (plan, position);
  gboolean has_button = partner != VR_PAIR_NONE || vr_pair_plan_is_furniture (plan, position);
  gboolean is_shown = self->is_seen
                      && (vr_pair_plan_get_fold (plan, position) > 0
                          || (has_button && vr_pair_plan_is_first (plan, position)));

  if (is_shown && self->button == NULL)
    make_button (self);
  if (self->button == NULL)
    return;
  gtk_widget_set_child_visible (self->button, is_shown);
  if (is_shown)
    set_button (self, plan, position, partner);
}

/* Furniture says what tells that it is; of other rows the caret and the steps say something. */
static void
describe (VrPairRow *self, GtkWidget *list_item)
{
  g_autofree char *reason = NULL;

  if (list_item == NULL)
    return;
  if (!vr_pair_plan_is_furniture (get_plan (self), vr_pair_item_get_position (self->item)))
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (list_item),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  reason = vr_row_words_dup_reason (get_plan (self), vr_pair_item_get_position (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_item), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason, -1);
}

void
vr_pair_row_set_item (VrPairRow *self, VrPairItem *item)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = NULL;
  VrRow row;

  g_return_if_fail (VR_IS_PAIR_ROW (self));

  g_clear_pointer (&self->content, vr_row_content_free);
  self->is_seen = FALSE;
  if (!g_set_object (&self->item, item) || item == NULL)
    return;

  row = vr_pair_plan_get_row (vr_pair_item_get_plan (item), vr_pair_item_get_position (item));
  gtk_widget_set_has_tooltip (
      GTK_WIDGET (self),
      (row.kind != VR_ROW_SAME || row.quiet != 0 || vr_explanation_is_pinned (&row)
       || vr_pair_plan_is_furniture (get_plan (self), vr_pair_item_get_position (item)))
          && vr_pair_plan_get_fold (vr_pair_item_get_plan (item), vr_pair_item_get_position (item))
                 == 0);
  show_button (self);
  label = vr_row_words_dup_label (vr_pair_item_get_plan (item), vr_pair_item_get_position (item));
  vr_list_row_say (GTK_WIDGET (self), label);
  describe (self, list_item);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
vr_pair_row_get_position (VrPairRow *self)
{
  g_return_val_if_fail (VR_IS_PAIR_ROW (self), VR_PAIR_NONE);

  return self->item != NULL ? vr_pair_item_get_position (self->item) : VR_PAIR_NONE;
}

const VrRowContent *
vr_pair_row_peek_content (VrPairRow *self)
{
  g_return_val_if_fail (VR_IS_PAIR_ROW (self), NULL);

  return self->item != NULL ? get_content (self) : NULL;
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
    g_clear_pointer (&self->content, vr_row_content_free);
}
