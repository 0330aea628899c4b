/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons under way: how far they are, and what becomes of the window when they are over. */
#include "vr-window-history.h"
#include "vr-window-library.h"
#include "vr-window-notes.h"

#include <glib/gi18n-lib.h>

/* A wait shorter than this needs no explanation. */
#define PROGRESS_AFTER_MS 300

gboolean
vr_window_is_busy (VrWindow *self)
{
  return self->pending != NULL;
}

static const char *
get_words (VrWindow *self)
{
  return vr_compare_task_fetches (self->pending) ? _ ("Fetching the Web Page…") : _ ("Comparing…");
}

static void
show_waiting (VrWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "waiting");

  if (page == NULL)
    {
      page = g_object_new (ADW_TYPE_STATUS_PAGE, NULL);
      gtk_stack_add_named (self->stack, page, "waiting");
    }
  adw_status_page_set_title (ADW_STATUS_PAGE (page), get_words (self));
  vr_window_describe_wait (ADW_STATUS_PAGE (page), self->pending);
  self->left_page = g_intern_string (vr_window_get_state (self));
  vr_window_show_page (self, "waiting");
}

/* Whoever gives up waiting is where they were: texts that were pasted are there still. */
static void
stop_waiting (VrWindow *self)
{
  const char *page =
      vr_window_shows (self, "waiting") ? self->left_page : vr_window_get_state (self);

  vr_window_return_to_page (self, page);
}

static void
end_progress (VrWindow *self)
{
  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  gtk_stack_set_visible_child_name (self->title_stack, "title");
}

static void
tell_lost (VrWindow *self)
{
  guint n = vr_compare_task_get_n_lost (self->task);
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
  sentence = g_strdup_printf (
      ngettext ("%'u of your decisions was about a paragraph that is gone, and went with it.",
                "%'u of your decisions were about paragraphs that are gone, and went with them.",
                n),
      n);
  vr_window_tell (self, sentence);
}

/* Of the comparison that stands, while it stands. */
static guint
count_stray_notes (VrWindow *self)
{
  VrPairPlan *plan = vr_compare_page_get_plan (self->compare_page);

  return plan != NULL && self->arrival != VR_ARRIVAL_ANEW ? vr_pair_plan_count_stray_notes (plan)
                                                          : 0;
}

static void
show_plan (VrWindow *self, VrPairPlan *plan)
{
  guint n_stray = count_stray_notes (self);

  if (self->arrival == VR_ARRIVAL_ANEW)
    {
      vr_compare_page_set_plan (self->compare_page, plan);
      vr_window_return_to_place (self);
      vr_window_show_page (self, "compare");
      vr_compare_page_take_focus (self->compare_page);
      vr_window_go_to_version_place (self);
    }
  else
    {
      /* The reader may be elsewhere by now, and is not called back. */
      vr_compare_page_replace_plan (self->compare_page, plan);
      vr_window_update_title (self);
      vr_window_update_actions (self);
      /* The button that led here may not be pressed again. */
      if (vr_window_shows (self, "compare") && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
        vr_compare_page_take_focus (self->compare_page);
    }
  vr_window_note_kept_texts (self, vr_compare_task_get_document (self->task));
  vr_window_watch_sources (self);
  vr_window_remember_soon (self);
  vr_window_remember (self);
  vr_window_note_shown (self);
  tell_lost (self);
  vr_window_tell_stray_notes (self, n_stray);
}

static void
show_failure (VrWindow *self)
{
  g_autoptr (GFile) file = vr_compare_task_dup_failed_file (self->task);

  vr_window_forget_sources (self);
  if (self->notice != NULL)
    vr_notice_hush (self->notice);
  vr_window_show_error (self, vr_compare_task_get_error (self->task, NULL), file);
}

/* What stands is not thrown away for what cannot be read. */
static void
show_result (VrWindow *self)
{
  g_autoptr (VrCompareTask) task = g_steal_pointer (&self->pending);
  VrPairPlan *plan = vr_compare_task_get_plan (task);

  end_progress (self);
  if (plan == NULL && self->arrival != VR_ARRIVAL_ANEW)
    {
      vr_window_return_to_shown (self);
      vr_window_tell_failure (self, task);
      vr_window_update_actions (self);
      vr_window_follow_preferences (self);
      return;
    }
  g_set_object (&self->task, task);
  vr_window_settle_step (self, vr_compare_task_get_document (task));
  if (self->arrival == VR_ARRIVAL_ANEW || vr_compare_task_is_again (task))
    vr_window_begin_history (self, vr_compare_task_get_document (task));
  vr_window_note_document (self, vr_compare_task_get_document (task));
  if (plan != NULL)
    show_plan (self, plan);
  else
    show_failure (self);
  vr_window_present_now (self);
  vr_window_follow_preferences (self);
}

static void
fraction_cb (VrCompareTask *task, GParamSpec *pspec, VrWindow *self)
{
  if (task == self->pending)
    gtk_progress_bar_set_fraction (self->progress_bar, vr_compare_task_get_fraction (task));
}

static void
finished_cb (VrCompareTask *task, VrWindow *self)
{
  /* A task that was replaced may still end; its answer is nobody's. */
  if (task != self->pending)
    return;
  g_signal_handlers_disconnect_by_func (task, finished_cb, self);
  g_signal_handlers_disconnect_by_func (task, fraction_cb, self);
  show_result (self);
}

void
vr_window_update_progress (VrWindow *self)
{
  gboolean is_first = vr_compare_page_get_plan (self->compare_page) == NULL;

  if (self->pending != NULL)
    gtk_progress_bar_set_text (self->progress_bar, get_words (self));
  gtk_progress_bar_set_show_text (self->progress_bar,
                                  !is_first && !vr_compare_page_is_narrow (self->compare_page));
}

static gboolean
progress_timeout_cb (gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  self->progress_timeout = 0;
  vr_window_update_progress (self);
  gtk_stack_set_visible_child_name (self->title_stack, "progress");
  if (vr_compare_page_get_plan (self->compare_page) == NULL && !vr_window_shows (self, "waiting"))
    show_waiting (self);

  return G_SOURCE_REMOVE;
}

void
vr_window_drop_pending (VrWindow *self)
{
  if (self->pending == NULL)
    return;
  vr_window_forget_coming_file (self);
  g_clear_object (&self->expected);
  g_signal_handlers_disconnect_by_data (self->pending, self);
  vr_compare_task_cancel (self->pending);
  g_clear_object (&self->pending);
}

static void
await_task (VrWindow *self, VrCompareTask *task, VrArrival arrival)
{
  vr_window_drop_pending (self);
  end_progress (self);
  vr_window_stop_looking (self);
  self->pending = g_object_ref (task);
  self->arrival = arrival;
  vr_window_expect_sources (self);
  vr_window_note_opened (self, vr_compare_task_get_document (task));
  if (vr_compare_task_is_finished (task))
    {
      show_result (self);
      return;
    }
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  g_signal_connect (task, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (task, "notify::fraction", G_CALLBACK (fraction_cb), self);
  self->progress_timeout = g_timeout_add (PROGRESS_AFTER_MS, progress_timeout_cb, self);
  vr_window_update_actions (self);
}

void
vr_window_open_task (VrWindow *self, VrCompareTask *task)
{
  g_return_if_fail (VR_IS_WINDOW (self));
  g_return_if_fail (VR_IS_COMPARE_TASK (task));

  g_clear_pointer (&self->recent_key, g_free);
  g_clear_pointer (&self->place, vr_reading_place_free);
  vr_window_forget_version_place (self);
  await_task (self, task, VR_ARRIVAL_ANEW);
}

void
vr_window_replace_task (VrWindow *self, VrCompareTask *task)
{
  g_return_if_fail (VR_IS_WINDOW (self));
  g_return_if_fail (VR_IS_COMPARE_TASK (task));

  if (vr_window_get_comparison (self) == NULL)
    {
      vr_window_open_task (self, task);
      return;
    }
  vr_window_show_page (self, "compare");
  await_task (self, task, VR_ARRIVAL_IN_PLACE);
}

VrComparison *
vr_window_get_comparison (VrWindow *self)
{
  VrPairPlan *plan = self->task != NULL ? vr_compare_task_get_plan (self->task) : NULL;

  return plan != NULL ? vr_pair_plan_get_comparison (plan) : NULL;
}

static gboolean
is_read_alike (const VrOptions *a, const VrOptions *b)
{
  return a->paragraphs == b->paragraphs && g_strcmp0 (a->language, b->language) == 0
         && g_strcmp0 (a->encoding, b->encoding) == 0;
}

/* What is in no file is the same article only where it is called the same: a text that is back in
 * another version is that version's. */
static gboolean
is_same_source (const VrSource *a, const VrSource *b)
{
  return vr_source_equal (a, b) && (a->uri != NULL || g_strcmp0 (a->name, b->name) == 0);
}

void
vr_window_find_known (VrWindow *self, VrDocument *document, VrArticle *known[VR_N_SIDES])
{
  VrDocument *shown = self->task != NULL ? vr_compare_task_get_document (self->task) : NULL;
  VrComparison *comparison = vr_window_get_comparison (self);

  known[VR_SIDE_OLD] = known[VR_SIDE_NEW] = NULL;
  if (comparison == NULL
      || !is_read_alike (vr_document_peek_options (document), vr_document_peek_options (shown)))
    return;
  for (guint side = 0; side < VR_N_SIDES; side++)
    for (guint other = 0; other < VR_N_SIDES && known[side] == NULL; other++)
      {
        guint there = other == 0 ? side : 1 - side;

        if (is_same_source (vr_document_peek_source (document, side),
                            vr_document_peek_source (shown, there)))
          known[side] = vr_comparison_get_article (comparison, there);
      }
}

/* Whether what is shown is what would be compared. */
static gboolean
differs_in_notes (VrWindow *self, VrDocument *document)
{
  VrDocument *shown;

  if (vr_window_get_comparison (self) == NULL)
    return FALSE;
  shown = vr_compare_task_get_document (self->task);
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (!is_same_source (vr_document_peek_source (document, side),
                         vr_document_peek_source (shown, side)))
      return FALSE;

  return vr_document_equal_but_notes (document, shown);
}

static VrCompareTask *
begin_known (VrWindow *self, VrDocument *document)
{
  VrArticle *known[VR_N_SIDES];

  if (differs_in_notes (self, document))
    return vr_compare_task_new_noted (document, vr_window_get_comparison (self));
  vr_window_find_known (self, document, known);

  return vr_compare_task_new_known (document, known);
}

void
vr_window_replace_document (VrWindow *self, VrDocument *document)
{
  g_autoptr (VrCompareTask) task = begin_known (self, document);

  vr_window_replace_task (self, task);
}

void
vr_window_refresh_document (VrWindow *self, VrDocument *document)
{
  g_autoptr (VrCompareTask) task = begin_known (self, document);

  if (vr_window_get_comparison (self) != NULL)
    await_task (self, task, VR_ARRIVAL_IN_PLACE);
  else
    vr_window_open_task (self, task);
}

/* Whether what is under way is a step of the reader's about the very texts that are shown. */
static gboolean
is_step_under_way (VrWindow *self)
{
  VrDocument *shown, *coming;

  if (self->arrival != VR_ARRIVAL_IN_PLACE || vr_window_get_comparison (self) == NULL
      || vr_compare_task_is_again (self->pending))
    return FALSE;
  shown = vr_compare_task_get_document (self->task);
  coming = vr_compare_task_get_document (self->pending);
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (!vr_source_equal (vr_document_peek_source (shown, side),
                          vr_document_peek_source (coming, side)))
      return FALSE;

  return is_read_alike (vr_document_peek_options (shown), vr_document_peek_options (coming));
}

gboolean
vr_window_is_leaving (VrWindow *self)
{
  return self->pending != NULL && !is_step_under_way (self);
}

VrDocument *
vr_window_begin_step (VrWindow *self)
{
  if (vr_window_is_leaving (self))
    vr_window_cancel (self);

  return vr_window_get_document (self);
}

void
vr_window_open (VrWindow *self, GFile *old_file, GFile *new_file)
{
  g_autoptr (VrDocument) document =
      vr_preferences_new_document (self->preferences, old_file, new_file);
  VrWindow *window = vr_window_find_free (self);

  vr_window_open_document (window, document);
  if (window != self)
    vr_window_present_soon (window);
}

void
vr_window_open_document (VrWindow *self, VrDocument *document)
{
  g_autoptr (VrCompareTask) task = vr_compare_task_new (document);

  vr_window_open_task (self, task);
}

VrDocument *
vr_window_get_document (VrWindow *self)
{
  g_return_val_if_fail (VR_IS_WINDOW (self), NULL);

  if (self->pending != NULL)
    return vr_compare_task_get_document (self->pending);

  return self->task != NULL ? vr_compare_task_get_document (self->task) : NULL;
}

void
vr_window_cancel (VrWindow *self)
{
  if (!vr_window_is_busy (self))
    return;

  vr_window_drop_pending (self);
  vr_window_return_to_shown (self);
  end_progress (self);
  if (vr_compare_page_get_plan (self->compare_page) == NULL)
    stop_waiting (self);
  vr_window_update_actions (self);
  vr_window_follow_preferences (self);
}
