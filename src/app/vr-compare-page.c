/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as it is read: headings, rows, overview, and the bar that steps through changes. */
#include "vr-compare-page-private.h"

#include "vr-break-box.h"
#include "vr-closures.h"
#include "vr-pair-item.h"
#include "vr-pair-row.h"
#include "vr-report-summary.h"
#include "vr-resources.h"
#include "vr-status-page.h"

enum
{
  PROP_0,
  PROP_COPYABLE,
  PROP_FINDING,
  PROP_FORCED,
  PROP_NARROW,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VrComparePage, vr_compare_page, GTK_TYPE_WIDGET)

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, VrComparePage *self)
{
  GtkWidget *row = vr_pair_row_new (self->heights, &self->palette, self->text);

  vr_pair_row_set_finder (VR_PAIR_ROW (row), self->finder);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, VrComparePage *self)
{
  vr_pair_row_set_item (VR_PAIR_ROW (gtk_list_item_get_child (list_item)),
                        VR_PAIR_ITEM (gtk_list_item_get_item (list_item)));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, VrComparePage *self)
{
  VrPairRow *row = VR_PAIR_ROW (gtk_list_item_get_child (list_item));

  /* The widget is another row's next. */
  vr_compare_page_forget_described (self, vr_pair_row_get_position (row));
  vr_pair_row_set_item (row, NULL);
}

static void
update_position (VrComparePage *self)
{
  guint n = self->plan != NULL ? vr_pair_plan_get_n_changes (self->plan) : 0;
  guint selected = vr_compare_page_get_selected (self);
  guint current = 0;
  g_autofree char *label = NULL;

  if (selected != VR_PAIR_NONE && vr_pair_plan_is_change (self->plan, selected))
    current = vr_pair_plan_count_changes_before (self->plan, selected) + 1;
  label = vr_closure_position (current, n);
  gtk_label_set_label (self->position_label, label);
  vr_compare_page_describe_selected (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  vr_compare_page_update_copyable (self);
}

void
vr_compare_page_update (VrComparePage *self)
{
  update_position (self);
  vr_overview_strip_refresh (self->overview);
}

static void
activate_cb (GtkListView *list_view, guint position, VrComparePage *self)
{
  gboolean is_fold = vr_pair_plan_get_fold (self->plan, position) > 0;

  gtk_widget_activate_action (GTK_WIDGET (self), is_fold ? "compare.toggle-fold" : "compare.follow",
                              "u", position);
}

static void
reveal_cb (VrOverviewStrip *strip, guint position, double fraction, VrComparePage *self)
{
  VrWanted wanted = { .position = position, .within = fraction, .at = 0.5 };

  vr_compare_page_want (self, &wanted);
}

static void
vr_compare_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (vr_compare_page_parent_class)->realize (widget);
  vr_compare_page_watch_frames (VR_COMPARE_PAGE (widget));
}

static void
vr_compare_page_unrealize (GtkWidget *widget)
{
  vr_compare_page_unwatch_frames (VR_COMPARE_PAGE (widget));
  GTK_WIDGET_CLASS (vr_compare_page_parent_class)->unrealize (widget);
}

static void
vr_compare_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VrComparePage *self = VR_COMPARE_PAGE (object);

  switch (id)
    {
    case PROP_COPYABLE:
      g_value_set_boolean (value, self->is_copyable);
      break;
    case PROP_FINDING:
      g_value_set_boolean (value, vr_find_bar_get_open (self->find_bar));
      break;
    case PROP_FORCED:
      g_value_set_boolean (value, self->is_forced);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    case PROP_SELECTED:
      g_value_set_uint (value, vr_compare_page_get_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_compare_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VrComparePage *self = VR_COMPARE_PAGE (object);

  switch (id)
    {
    case PROP_FINDING:
      vr_find_bar_set_open (self->find_bar, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

void
vr_compare_page_find_opened (VrComparePage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

void
vr_compare_page_set_forced (VrComparePage *self, gboolean is_forced)
{
  if (self->is_forced == is_forced)
    return;
  self->is_forced = is_forced;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FORCED]);
}

static void
vr_compare_page_dispose (GObject *object)
{
  VrComparePage *self = VR_COMPARE_PAGE (object);
  GtkWidget *child;

  vr_compare_page_unwatch_frames (self);
  if (self->list_view != NULL)
    vr_compare_page_stop_drag (self);
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_COMPARE_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  vr_compare_page_dispose_caret (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->heights);
  if (self->finder != NULL)
    g_signal_handlers_disconnect_by_data (self->finder, self);
  g_clear_object (&self->finder);
  g_clear_object (&self->reading_css);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);

  G_OBJECT_CLASS (vr_compare_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (VR_TYPE_BREAK_BOX);
  g_type_ensure (VR_TYPE_FIT_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, headings);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, list_view);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, nothing);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, overview);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, position_label);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, summary_label);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, low_summary_label);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, bar_bin);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, bar);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, critical_button);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, critical_label);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, quiet_button);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, decided_button);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, decided_label);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, notes_button);
  gtk_widget_class_bind_template_child (widget_class, VrComparePage, notes_label);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, reveal_cb);
  gtk_widget_class_bind_template_callback (widget_class, vr_compare_page_update_counts);
}

static void
vr_compare_page_class_init (VrComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_compare_page_get_property;
  object_class->set_property = vr_compare_page_set_property;
  object_class->dispose = vr_compare_page_dispose;
  widget_class->focus = vr_compare_page_focus;
  widget_class->realize = vr_compare_page_realize;
  widget_class->unrealize = vr_compare_page_unrealize;

  properties[PROP_COPYABLE] =
      g_param_spec_boolean ("copyable", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FINDING] =
      g_param_spec_boolean ("finding", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FORCED] =
      g_param_spec_boolean ("forced", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SELECTED] =
      g_param_spec_uint ("selected", NULL, NULL, 0, G_MAXUINT, VR_PAIR_NONE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (VR_TYPE_SIDE_HEADINGS);
  g_type_ensure (VR_TYPE_OVERVIEW_STRIP);
  g_type_ensure (VR_TYPE_QUIET_BUTTON);
  bind_template (widget_class);
  vr_compare_page_class_init_find (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparepage");
  gtk_widget_class_install_action (widget_class, "compare.follow", "u",
                                   vr_compare_page_follow_action);
  vr_compare_page_install_copy (widget_class);
  gtk_widget_class_install_action (widget_class, "compare.toggle-fold", "u",
                                   vr_compare_page_toggle_fold);
}

static void
vr_compare_page_init (VrComparePage *self)
{
  GtkLayoutManager *layout;

  self->wanted.position = VR_PAIR_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  vr_status_page_mend (ADW_STATUS_PAGE (self->nothing));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->heights = vr_row_heights_new (gtk_widget_get_pango_context (GTK_WIDGET (self->list_view)));
  vr_compare_page_init_caret (self);
  vr_compare_page_init_keys (self);
  vr_compare_page_init_select (self);
  vr_compare_page_init_find (self);
  vr_side_headings_set_heights (self->headings, self->heights);
  vr_overview_strip_set_source (self->overview, self->heights, &self->palette);
  vr_compare_page_add_zoom (self);
}

void
vr_compare_page_set_width (VrComparePage *self, int width)
{
  gboolean is_narrow = width < VR_ROW_INLINE_BELOW_PX;

  if (self->is_narrow != is_narrow)
    {
      self->is_narrow = is_narrow;
      if (is_narrow)
        gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
      vr_overview_strip_set_thin (self->overview, is_narrow);
      vr_side_headings_set_narrow (self->headings, is_narrow);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  if (width != self->summary_width)
    vr_compare_page_place_summary (self, width);
  self->summary_width = width;
}

/* What the command line prints below a comparison. */
static char *
dup_sentences (const VrComparison *comparison)
{
  char *sentences[] = { vr_report_dup_summary (comparison),
                        vr_report_dup_words_summary (comparison),
                        vr_report_dup_critical_summary (comparison),
                        vr_report_dup_quiet_summary (comparison) };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      if (sentences[i] != NULL && lines->len > 0)
        g_string_append_c (lines, '\n');
      if (sentences[i] != NULL)
        g_string_append (lines, sentences[i]);
      g_free (sentences[i]);
    }

  return g_string_free (lines, FALSE);
}

static void
show_plan (VrComparePage *self)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);
  g_autofree char *summary = vr_closure_summary (vr_comparison_get_summary (comparison));
  g_autofree char *sentences = dup_sentences (comparison);
  GListModel *model = vr_pair_item_new_list (self->plan);
  gboolean has_rows = vr_pair_plan_get_n (self->plan) > 0;

  vr_side_headings_set_comparison (self->headings, comparison);
  gtk_widget_set_visible (self->nothing, !has_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->overview), has_rows);
  /* It would hold the keyboard without having anything to give it to. */
  gtk_widget_set_can_focus (GTK_WIDGET (self->scroller), has_rows);
  gtk_label_set_label (self->summary_label, summary);
  gtk_label_set_label (self->low_summary_label, summary);
  self->summary_width = 0;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->summary_label), sentences);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->low_summary_label), sentences);
  vr_quiet_button_set_comparison (self->quiet_button, comparison);
  vr_row_heights_set_near (self->heights, 0, 1);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, model);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (update_position), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (model);
}

void
vr_compare_page_show (VrComparePage *self, VrPairPlan *plan)
{
  vr_compare_page_stop_drag (self);
  gtk_list_view_set_model (self->list_view, NULL);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  self->plan = plan;
  vr_selection_set_plan (self->text, self->plan, vr_selection_get_inline (self->text));
  vr_row_heights_set_plan (self->heights, self->plan);
  self->wanted.position = VR_PAIR_NONE;
  self->first_visible = 0;
  self->has_rows = FALSE;
  if (self->plan != NULL)
    show_plan (self);
  vr_compare_page_search_plan (self);
  vr_compare_page_update_counts (self);
  vr_compare_page_update (self);
}

void
vr_compare_page_set_plan (VrComparePage *self, VrPairPlan *plan)
{
  g_return_if_fail (VR_IS_COMPARE_PAGE (self));

  vr_compare_page_show (self, plan != NULL ? vr_compare_page_filter (self, plan) : NULL);
}

VrSelection *
vr_compare_page_get_selection (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), NULL);

  return self->text;
}

gboolean
vr_compare_page_get_copyable (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), FALSE);

  return self->is_copyable;
}

void
vr_compare_page_update_copyable (VrComparePage *self)
{
  guint selected = vr_compare_page_get_selected (self);
  /* A fold stands for paragraphs that are not seen, and has no words of the articles itself. */
  gboolean is_row = selected != VR_PAIR_NONE && vr_pair_plan_get_fold (self->plan, selected) == 0;
  gboolean is_copyable = is_row || !vr_selection_is_empty (self->text);

  if (self->is_copyable == is_copyable)
    return;
  self->is_copyable = is_copyable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COPYABLE]);
}

VrPairPlan *
vr_compare_page_get_plan (VrComparePage *self)
{
  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), NULL);

  return self->plan;
}

guint
vr_compare_page_get_selected (VrComparePage *self)
{
  guint selected;

  g_return_val_if_fail (VR_IS_COMPARE_PAGE (self), VR_PAIR_NONE);

  if (self->selection == NULL)
    return VR_PAIR_NONE;
  selected = gtk_single_selection_get_selected (self->selection);

  return selected == GTK_INVALID_LIST_POSITION ? VR_PAIR_NONE : selected;
}
