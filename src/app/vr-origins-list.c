/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences of an article, one of which is selected, with their versions in the margin. */
#include "vr-origins-list.h"

#include "vr-list-grower.h"
#include "vr-origins-row.h"
#include "vr-reading-css.h"
#include "vr-resources.h"
#include "vr-rounds.h"
#include "vr-tab-stop.h"

/* Above and below a sentence that is gone to. */
#define REVEAL_MARGIN_PX 24

struct _VrOriginsList
{
  GtkWidget parent_instance;

  VrOriginsModel *model; /* (nullable) */
  VrListGrower *grower;  /* (nullable): over it */
  GtkSingleSelection *selection;
  guint sentence;   /* the one selected */
  gboolean reveals; /* it is to be brought into view, */
  gboolean follows; /* with the keyboard */

  VrReadingStyle reading;
  VrOriginsStyle style;
  guint serial; /* of the font that it was made for */
  VrPalette palette;
  GtkCssProvider *css;  /* (nullable): while size and font are not the window's own */
  GdkFrameClock *clock; /* (nullable): while realized */
  VrRounds rounds;

  /* Template widgets */
  GtkWidget *content;
  GtkScrolledWindow *scroller;
  GtkListView *list_view;
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrOriginsList, vr_origins_list, GTK_TYPE_WIDGET)

static VrOriginsRow *
get_row (GtkWidget *list_item)
{
  GtkWidget *row = list_item != NULL ? gtk_widget_get_first_child (list_item) : NULL;

  return VR_IS_ORIGINS_ROW (row) ? VR_ORIGINS_ROW (row) : NULL;
}

typedef void (*RowFunc) (VrOriginsList *self, VrOriginsRow *row);

static void
for_rows (VrOriginsList *self, RowFunc func)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (get_row (item) != NULL && vr_origins_row_get_item (get_row (item)) != NULL)
      func (self, get_row (item));
}

static void
update_row (VrOriginsList *self, VrOriginsRow *row)
{
  vr_origins_row_set_selected (row, self->sentence);
}

static void
check_row (VrOriginsList *self, VrOriginsRow *row)
{
  if (gtk_widget_get_child_visible (gtk_widget_get_parent (GTK_WIDGET (row))))
    vr_origins_row_check_height (row);
}

static void
resize_row (VrOriginsList *self, VrOriginsRow *row)
{
  gtk_widget_queue_resize (GTK_WIDGET (row));
}

static void
update (VrOriginsList *self)
{
  for_rows (self, update_row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
select_sentence (VrOriginsList *self, guint sentence)
{
  guint position = vr_origins_model_find (self->model, sentence);

  self->sentence = sentence;
  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->selection)))
    vr_list_grower_reach (self->grower);
  gtk_single_selection_set_selected (self->selection, position);
  update (self);
}

static void
go_to (VrOriginsList *self, guint sentence)
{
  select_sentence (self, sentence);
  self->reveals = self->follows = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
}

/* The list's own keys, such as Page Down, go from paragraph to paragraph. */
static void
selected_cb (VrOriginsList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  VrSpan span;

  if (self->model == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  span = vr_origins_model_get_span (self->model, position);
  if (self->sentence >= span.from && self->sentence < span.to)
    return;
  self->sentence = span.from;
  update (self);
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, VrOriginsList *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  guint sentence;

  if (vr_origins_row_find (VR_ORIGINS_ROW (row), x, y, &sentence))
    select_sentence (self, sentence);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrOriginsList *self)
{
  GtkWidget *row = vr_origins_row_new (&self->style, &self->palette);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrOriginsList *self)
{
  VrOriginsRow *row = VR_ORIGINS_ROW (gtk_list_item_get_child (item));

  vr_origins_row_set_selected (row, G_MAXUINT);
  vr_origins_row_set_item (row, VR_ORIGINS_ITEM (gtk_list_item_get_item (item)));
  vr_origins_row_set_selected (row, self->sentence);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, VrOriginsList *self)
{
  vr_origins_row_set_item (VR_ORIGINS_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
activate_cb (GtkListView *list_view, guint position, VrOriginsList *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* From sentence to sentence, across paragraphs. */
static gboolean
list_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             VrOriginsList *self)
{
  guint n;
  gboolean is_down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if ((!is_down && keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0 || self->model == NULL)
    return GDK_EVENT_PROPAGATE;
  vr_history_blame_peek_sentences (vr_origins_model_get_blame (self->model), &n);
  if (is_down ? self->sentence + 1 < n : self->sentence > 0)
    go_to (self, is_down ? self->sentence + 1 : self->sentence - 1);

  return GDK_EVENT_STOP;
}

/* The row of the selected sentence, where the list has it laid out. */
static VrOriginsRow *
find_selected_row (VrOriginsList *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      VrOriginsRow *row = get_row (item);
      VrSpan span;

      if (row == NULL || vr_origins_row_get_item (row) == NULL
          || !gtk_widget_get_child_visible (item))
        continue;
      span = vr_origins_item_get_sentences (vr_origins_row_get_item (row));
      if (self->sentence >= span.from && self->sentence < span.to)
        return row;
    }

  return NULL;
}

/* What gets the keyboard would be brought into view as a whole; told of its old value the list
 * stays. */
static void
focus_in_place (VrOriginsList *self, GtkWidget *list_item)
{
  if (gtk_widget_grab_focus (list_item))
    g_signal_emit_by_name (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed");
}

/* Brings the selected sentence into view by as little as can be. */
static void
reveal (VrOriginsList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double visible = gtk_widget_get_height (GTK_WIDGET (self->list_view));
  VrOriginsRow *row = find_selected_row (self);
  double top, x;
  int y, height;

  if (row == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u",
                                  gtk_single_selection_get_selected (self->selection));
      gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
      return;
    }
  self->reveals = FALSE;
  if (self->follows)
    focus_in_place (self, gtk_widget_get_parent (GTK_WIDGET (row)));
  self->follows = FALSE;
  vr_origins_row_get_extent (row, self->sentence, &y, &height);
  gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list_view), 0, y, &x, &top);
  if (top < REVEAL_MARGIN_PX)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment) + top - REVEAL_MARGIN_PX);
  else if (top + height > visible - REVEAL_MARGIN_PX)
    gtk_adjustment_set_value (
        adjustment, gtk_adjustment_get_value (adjustment)
                        + MIN (top - REVEAL_MARGIN_PX, top + height - visible + REVEAL_MARGIN_PX));
}

static void
set_style (VrOriginsList *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->list_view));

  self->serial = pango_context_get_serial (context);
  if (self->model == NULL)
    return;
  vr_origins_style_set (&self->style, context, &self->reading,
                        vr_origins_model_get_blame (self->model));
  for_rows (self, resize_row);
}

static void
after_layout_cb (GdkFrameClock *clock, VrOriginsList *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->list_view));

  if (self->model == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->list_view))
      || !vr_rounds_may_change (&self->rounds, clock, GTK_WIDGET (self->list_view)))
    return;
  if (pango_context_get_serial (context) != self->serial)
    set_style (self);
  if (self->reveals)
    reveal (self);
  for_rows (self, check_row);
}

static void
vr_origins_list_realize (GtkWidget *widget)
{
  VrOriginsList *self = VR_ORIGINS_LIST (widget);

  GTK_WIDGET_CLASS (vr_origins_list_parent_class)->realize (widget);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect_after (self->clock, "layout", G_CALLBACK (after_layout_cb), self);
}

static void
vr_origins_list_unrealize (GtkWidget *widget)
{
  VrOriginsList *self = VR_ORIGINS_LIST (widget);

  g_signal_handlers_disconnect_by_func (self->clock, after_layout_cb, self);
  g_clear_object (&self->clock);
  GTK_WIDGET_CLASS (vr_origins_list_parent_class)->unrealize (widget);
}

static void
vr_origins_list_dispose (GObject *object)
{
  VrOriginsList *self = VR_ORIGINS_LIST (object);

  if (self->list_view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->selection, self);
      gtk_list_view_set_model (self->list_view, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_ORIGINS_LIST);
  g_clear_object (&self->grower);
  g_clear_object (&self->model);
  vr_origins_style_clear (&self->style);
  g_clear_object (&self->selection);
  g_clear_object (&self->css);

  G_OBJECT_CLASS (vr_origins_list_parent_class)->dispose (object);
}

static void
vr_origins_list_class_init (VrOriginsListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_origins_list_dispose;
  widget_class->realize = vr_origins_list_realize;
  widget_class->unrealize = vr_origins_list_unrealize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VR_TYPE_TAB_STOP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-origins-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VrOriginsList, content);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsList, scroller);
  gtk_widget_class_bind_template_child (widget_class, VrOriginsList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
}

static void
vr_origins_list_init (VrOriginsList *self)
{
  self->reading = (VrReadingStyle)VR_READING_STYLE_INIT;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = gtk_single_selection_new (NULL);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

void
vr_origins_list_set_model (VrOriginsList *self, VrOriginsModel *model)
{
  g_return_if_fail (VR_IS_ORIGINS_LIST (self));

  self->sentence = 0;
  g_set_object (&self->model, model);
  g_clear_object (&self->grower);
  if (model != NULL)
    {
      set_style (self);
      self->grower = vr_list_grower_new (G_LIST_MODEL (model));
    }
  gtk_single_selection_set_model (
      self->selection, self->grower != NULL ? vr_list_grower_get_list (self->grower) : NULL);
  update (self);
}

VrOriginsModel *
vr_origins_list_get_model (VrOriginsList *self)
{
  g_return_val_if_fail (VR_IS_ORIGINS_LIST (self), NULL);

  return self->model;
}

guint
vr_origins_list_get_sentence (VrOriginsList *self)
{
  g_return_val_if_fail (VR_IS_ORIGINS_LIST (self), 0);

  return self->sentence;
}

void
vr_origins_list_reveal (VrOriginsList *self, guint sentence)
{
  g_return_if_fail (VR_IS_ORIGINS_LIST (self));

  select_sentence (self, sentence);
  self->reveals = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self->list_view));
}

void
vr_origins_list_set_style (VrOriginsList *self, const VrReadingStyle *style)
{
  g_return_if_fail (VR_IS_ORIGINS_LIST (self));

  /* The name of the font is not kept: it is in the style sheet by now. */
  self->reading = *style;
  self->reading.custom_font = NULL;
  vr_reading_css_load (&self->css, GTK_WIDGET (self->list_view), style);
  set_style (self);
}

void
vr_origins_list_take_focus (VrOriginsList *self)
{
  g_return_if_fail (VR_IS_ORIGINS_LIST (self));

  /* A list that was filled just now has no row yet to give it to. */
  if (self->reveals)
    self->follows = TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
