/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The side sheet in the window, and the words it speaks of, which are counted when first needed. */
#include "vr-explanation-sheet.h"
#include "vr-window-overrides.h"

#define SETTING "show-explanation"

struct _VrExplainer
{
  VrExplanationSheet *sheet; /* the flap's */
  VrWordIndex *words;        /* of the comparison that is shown, once they are counted */
  GCancellable *counting;    /* while they are, */
  VrComparison *counted;     /* and whose */
  void (*waiting) (VrWindow *self, VrWordIndex *words);
  guint update_idle;
};

static void update_soon (VrWindow *self);

/* What waited for words of another comparison is not to come up in this one. */
static void
stop_counting (VrExplainer *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->counted, vr_comparison_unref);
  self->waiting = NULL;
}

void
vr_explainer_free (VrExplainer *self)
{
  g_clear_handle_id (&self->update_idle, g_source_remove);
  stop_counting (self);
  g_clear_pointer (&self->words, vr_word_index_unref);
  g_free (self);
}

static VrExplainer *
get_explainer (VrWindow *self)
{
  if (self->explainer == NULL)
    self->explainer = g_new0 (VrExplainer, 1);

  return self->explainer;
}

static gboolean
is_revealed (VrWindow *self)
{
  return self->explainer != NULL && self->explainer->sheet != NULL
         && gtk_widget_get_visible (GTK_WIDGET (self->explainer->sheet));
}

static void
count_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, vr_word_index_new (task_data), (GDestroyNotify)vr_word_index_unref);
}

/* (nullable): the words of what is shown, where they are counted; borrowed. */
static VrWordIndex *
peek_words (VrWindow *self)
{
  VrWordIndex *words = self->explainer->words;

  return words != NULL && vr_word_index_get_comparison (words) == vr_window_get_comparison (self)
             ? words
             : NULL;
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  VrExplainer *explainer = self->explainer;
  g_autoptr (VrWordIndex) words = g_task_propagate_pointer (G_TASK (result), NULL);
  void (*waiting) (VrWindow *, VrWordIndex *);

  /* Others are counted by now, or the window is gone. */
  if (words == NULL || explainer == NULL
      || vr_word_index_get_comparison (words) != explainer->counted)
    return;
  waiting = explainer->waiting;
  stop_counting (explainer);
  explainer->words = g_steal_pointer (&words);
  if (peek_words (self) == NULL)
    return;
  if (waiting != NULL)
    waiting (self, explainer->words);
  update_soon (self);
}

/* The words of what is shown, or NULL, and then they are counted. */
static VrWordIndex *
get_words (VrWindow *self)
{
  VrExplainer *explainer = get_explainer (self);
  VrComparison *comparison = vr_window_get_comparison (self);
  g_autoptr (GTask) task = NULL;

  if (peek_words (self) != NULL)
    return explainer->words;
  g_clear_pointer (&explainer->words, vr_word_index_unref);
  /* Asked at every row that is stood on, and as long as it takes for a long article. */
  if (comparison == NULL || explainer->counted == comparison)
    return NULL;

  stop_counting (explainer);
  explainer->counting = g_cancellable_new ();
  explainer->counted = vr_comparison_ref (comparison);
  task = g_task_new (self, explainer->counting, counted_cb, NULL);
  g_task_set_source_tag (task, get_words);
  g_task_set_task_data (task, vr_comparison_ref (comparison), (GDestroyNotify)vr_comparison_unref);
  g_task_run_in_thread (task, count_in_thread);

  return NULL;
}

void
vr_window_with_words (VrWindow *self, void (*func) (VrWindow *self, VrWordIndex *words))
{
  VrWordIndex *words = get_words (self);

  if (words != NULL)
    func (self, words);
  else
    self->explainer->waiting = func;
}

static gboolean
update_cb (gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrExplainer *explainer = self->explainer;

  explainer->update_idle = 0;
  vr_explanation_sheet_explain (explainer->sheet, vr_compare_page_get_plan (self->compare_page),
                                vr_compare_page_get_selected (self->compare_page),
                                peek_words (self));

  return G_SOURCE_REMOVE;
}

/* Many rows may be selected in a frame, by a key held down. */
static void
update_soon (VrWindow *self)
{
  VrExplainer *explainer = get_explainer (self);

  if (!is_revealed (self))
    return;
  if (explainer->update_idle == 0)
    explainer->update_idle = g_idle_add (update_cb, self);
}

static void
selected_cb (VrWindow *self)
{
  if (is_revealed (self))
    get_words (self);
  update_soon (self);
}

/* What lies over a narrow window fills it, and has the keyboard. */
static void
folded_cb (VrWindow *self)
{
  GtkWidget *sheet = GTK_WIDGET (self->explainer->sheet);

  gtk_widget_set_hexpand (sheet, adw_flap_get_folded (self->flap));
  if (adw_flap_get_folded (self->flap) && is_revealed (self))
    gtk_widget_child_focus (sheet, GTK_DIR_TAB_FORWARD);
}

static void
make_sheet (VrWindow *self)
{
  VrExplainer *explainer = get_explainer (self);

  if (explainer->sheet != NULL)
    return;
  explainer->sheet = vr_explanation_sheet_new ();
  gtk_widget_set_visible (GTK_WIDGET (explainer->sheet), FALSE);
  adw_flap_set_flap (self->flap, GTK_WIDGET (explainer->sheet));
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (folded_cb), self);
  g_signal_connect_object (self->compare_page, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  folded_cb (self);
}

/* The flap stays revealed and its sheet is shown and hidden: its slide would lay out every row anew
 * in every frame, and what has slid away would still be there for assistive technology. */
static void
show_sheet (VrWindow *self, gboolean is_shown)
{
  if (!is_shown)
    vr_compare_page_take_focus (self->compare_page);
  gtk_widget_set_visible (GTK_WIDGET (self->explainer->sheet), is_shown);
  gtk_widget_set_visible (adw_flap_get_separator (self->flap), is_shown);
  if (is_shown)
    selected_cb (self);
}

static void
reveal (VrWindow *self, gboolean is_shown)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "explain");

  if (is_shown == is_revealed (self))
    return;
  make_sheet (self);
  show_sheet (self, is_shown);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_shown));
  if (self->settings != NULL && g_settings_get_boolean (self->settings, SETTING) != is_shown)
    g_settings_set_boolean (self->settings, SETTING, is_shown);
}

static void
change_explain (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  reveal (VR_WINDOW (user_data), g_variant_get_boolean (state));
}

static void
hide_explanation_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  reveal (VR_WINDOW (user_data), FALSE);
}

static void
show_decisions_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  reveal (self, TRUE);
  g_clear_handle_id (&self->explainer->update_idle, g_source_remove);
  update_cb (self);
  vr_explanation_sheet_reveal_decisions (self->explainer->sheet);
}

static void
show_notes_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  reveal (self, TRUE);
  g_clear_handle_id (&self->explainer->update_idle, g_source_remove);
  update_cb (self);
  vr_explanation_sheet_reveal_notes (self->explainer->sheet);
}

static const GActionEntry entries[] = {
  { .name = "explain", .state = "false", .change_state = change_explain },
  { .name = "hide-explanation", .activate = hide_explanation_action },
  { .name = "show-decisions", .activate = show_decisions_action },
  { .name = "show-notes", .activate = show_notes_action },
};

/* Nothing is explained before there is a comparison; then what the reader left open opens. */
static void
first_plan_cb (VrWindow *self)
{
  if (!vr_compare_page_can_find (self->compare_page))
    return;
  g_signal_handlers_disconnect_by_func (self->compare_page, first_plan_cb, self);
  reveal (self, TRUE);
}

void
vr_window_add_explain_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  if (self->settings != NULL && g_settings_get_boolean (self->settings, SETTING))
    g_signal_connect_object (self->compare_page, "notify::selected", G_CALLBACK (first_plan_cb),
                             self, G_CONNECT_SWAPPED);
}
