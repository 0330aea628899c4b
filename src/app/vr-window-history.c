/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's steps: each is a document, and going back is opening the one before. */
#include "vr-window-history.h"

#include "vr-window-library-acts.h"
/* A toast has come in by then. */
#define COMING_IN_MS 600

/* What was opened, or what a step made of it. */
typedef struct
{
  VrDocument *document; /* another one where the reader prefers other options by now */
  guint number;
  gboolean was_shown;
  char *sentence; /* what the step was; NULL for what was opened, and once it was told */
} Entry;

struct _VrHistory
{
  GPtrArray *entries; /* (element-type Entry) */
  guint n_added;      /* in all, so that each has a number of its own */
  guint current;      /* what is compared, or was compared last */
  guint shown;        /* what the page shows */
  AdwToast *toast;    /* what the last step said, while it can be seen */
  guint dismissal;    /* the source that lets it go */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  vr_document_unref (entry->document);
  g_free (entry->sentence);
  g_free (entry);
}

VrHistory *
vr_history_new (void)
{
  VrHistory *self = g_new0 (VrHistory, 1);

  self->entries = g_ptr_array_new_with_free_func (entry_free);

  return self;
}

static void
forget_toast (VrHistory *self)
{
  g_clear_handle_id (&self->dismissal, g_source_remove);
  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_func (self->toast, forget_toast, self);
  g_clear_weak_pointer (&self->toast);
}

void
vr_history_free (VrHistory *self)
{
  g_ptr_array_unref (self->entries);
  forget_toast (self);
  g_free (self);
}

static Entry *
get_entry (const VrHistory *self, guint index)
{
  return g_ptr_array_index (self->entries, index);
}

static void
add_entry (VrHistory *self, VrDocument *document, const char *sentence)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->document = vr_document_ref (document);
  entry->number = ++self->n_added;
  entry->sentence = g_strdup (sentence);
  g_ptr_array_add (self->entries, entry);
  self->current = self->entries->len - 1;
}

static gboolean
find_document (const VrHistory *self, const VrDocument *document, guint *index)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->document == document)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
dismiss_cb (gpointer user_data)
{
  VrHistory *self = user_data;
  AdwToast *toast = self->toast;

  self->dismissal = 0;
  forget_toast (self);
  adw_toast_dismiss (toast);

  return G_SOURCE_REMOVE;
}

/* One that is still coming in, or on its way out, is let alone: libadwaita 1.2 would free its
 * animation while that is running. */
static void
dismiss_toast (VrWindow *self)
{
  VrHistory *history = self->history;
  gint64 age_ms = (g_get_monotonic_time () - self->toast_shown_at) / 1000;

  if (history->toast != NULL && history->dismissal == 0)
    history->dismissal =
        g_timeout_add ((guint)CLAMP (COMING_IN_MS - age_ms, 1, COMING_IN_MS), dismiss_cb, history);
}

void
vr_window_note_opened (VrWindow *self, VrDocument *document)
{
  VrHistory *history = self->history;

  /* Until others are there, the steps are about what is shown. */
  if (self->arrival == VR_ARRIVAL_ANEW || find_document (history, document, &history->current))
    return;

  /* What takes the place of what stands, swapped or with another file, is a step too. */
  g_ptr_array_set_size (history->entries,
                        history->entries->len == 0 ? 0 : (int)history->current + 1);
  history->shown = MIN (history->shown, history->current);
  add_entry (history, document, NULL);
}

void
vr_window_begin_history (VrWindow *self, VrDocument *document)
{
  VrHistory *history = self->history;

  dismiss_toast (self);
  g_ptr_array_set_size (history->entries, 0);
  add_entry (history, document, NULL);
  history->shown = history->current;
}

void
vr_window_change_history (VrWindow *self, VrDocumentMap map, gpointer user_data)
{
  VrHistory *history = self->history;

  for (guint i = 0; i < history->entries->len; i++)
    {
      Entry *entry = get_entry (history, i);
      VrDocument *other = map (entry->document, user_data);

      if (other == NULL)
        continue;
      vr_document_unref (entry->document);
      entry->document = other;
    }
}

void
vr_window_settle_step (VrWindow *self, VrDocument *document)
{
  VrHistory *history = self->history;
  Entry *entry;

  if (self->arrival == VR_ARRIVAL_ANEW || history->entries->len == 0)
    return;
  entry = get_entry (history, history->current);
  vr_document_ref (document);
  vr_document_unref (entry->document);
  entry->document = document;
}

VrDocument *
vr_window_get_step (VrWindow *self)
{
  return self->history->entries->len > 0
             ? get_entry (self->history, self->history->current)->document
             : NULL;
}

/* The toast's button; later steps go with the one that is taken back. */
static void
undo_step (VrWindow *self, gpointer data)
{
  VrHistory *history = self->history;

  for (guint i = 1; i < history->entries->len && i <= history->current; i++)
    if (get_entry (history, i)->number == GPOINTER_TO_UINT (data))
      {
        vr_window_replace_document (self, get_entry (history, i - 1)->document);
        return;
      }
}

/* What is said of one step makes place for the next: toasts would wait for each other. */
static void
tell_step (VrWindow *self, const Entry *entry)
{
  VrHistory *history = self->history;
  AdwToast *toast;

  if (entry->sentence == NULL)
    {
      dismiss_toast (self);
      return;
    }
  g_clear_handle_id (&history->dismissal, g_source_remove);
  toast = vr_window_tell_undo (self, history->toast, entry->sentence, undo_step,
                               GUINT_TO_POINTER (entry->number), NULL);
  if (toast == history->toast)
    return;
  g_set_weak_pointer (&history->toast, toast);
  g_signal_connect_swapped (history->toast, "dismissed", G_CALLBACK (forget_toast), history);
}

/* What the reader decided may have been carried over to other paragraphs. */
static void
take_carried_overrides (Entry *entry, VrDocument *shown)
{
  VrOverrides *carried = vr_document_get_overrides (shown);
  VrDocument *before = entry->document;

  if (vr_overrides_equal (vr_document_get_overrides (before), carried))
    return;
  entry->document = vr_document_with_overrides (before, carried);
  vr_document_unref (before);
}

void
vr_window_note_shown (VrWindow *self)
{
  VrHistory *history = self->history;
  Entry *entry = get_entry (history, history->current);

  take_carried_overrides (entry, vr_compare_task_get_document (self->task));
  history->shown = history->current;
  entry->was_shown = TRUE;
  tell_step (self, entry);
  g_clear_pointer (&entry->sentence, g_free);
}

void
vr_window_return_to_shown (VrWindow *self)
{
  VrHistory *history = self->history;

  /* A step that was never shown did not happen. */
  if (history->current > history->shown && !get_entry (history, history->current)->was_shown)
    g_ptr_array_set_size (history->entries, (int)history->shown + 1);
  history->current = history->shown;
}

static void
push_entry (VrHistory *history, VrDocument *document, const char *sentence)
{
  if (history->entries->len > 0)
    g_ptr_array_set_size (history->entries, history->current + 1);
  history->shown = MIN (history->shown, history->current);
  add_entry (history, document, sentence);
}

void
vr_window_push_document (VrWindow *self, VrDocument *document, const char *sentence)
{
  g_return_if_fail (VR_IS_WINDOW (self));

  push_entry (self->history, document, sentence);
  vr_window_replace_document (self, document);
}

void
vr_window_push_reading (VrWindow *self, VrDocument *document, VrSide side, const char *sentence)
{
  VrComparison *comparison;
  VrArticle *before[VR_N_SIDES];
  g_autoptr (VrCompareTask) task = NULL;

  g_return_if_fail (VR_IS_WINDOW (self));
  g_return_if_fail (vr_window_get_comparison (self) != NULL);

  comparison = vr_window_get_comparison (self);
  for (guint i = 0; i < VR_N_SIDES; i++)
    before[i] = vr_comparison_get_article (comparison, i);
  push_entry (self->history, document, sentence);
  task = vr_compare_task_new_otherwise (document, before, side);
  vr_window_replace_task (self, task);
}

/* Where the reader types, their words are what is taken back. */
static void
step (VrWindow *self, gboolean can_step, int direction, const char *text_action)
{
  VrHistory *history = self->history;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && GTK_IS_TEXT (focus))
    gtk_widget_activate_action (focus, text_action, NULL);
  else if (can_step && vr_window_shows (self, "library"))
    vr_window_step_acts (self, direction);
  else if (can_step)
    vr_window_replace_document (self,
                                get_entry (history, history->current + (guint)direction)->document);
}

static void
undo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  step (self, vr_window_can_undo (self), -1, "text.undo");
}

static void
redo_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  step (self, vr_window_can_redo (self), 1, "text.redo");
}

static const GActionEntry entries[] = {
  { .name = "undo", .activate = undo_action },
  { .name = "redo", .activate = redo_action },
};

void
vr_window_add_history_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

gboolean
vr_window_can_undo (VrWindow *self)
{
  return vr_window_shows (self, "library")
             ? vr_window_can_step_acts (self, -1)
             : vr_window_shows (self, "compare") && self->history->current > 0;
}

gboolean
vr_window_can_redo (VrWindow *self)
{
  return vr_window_shows (self, "library")
             ? vr_window_can_step_acts (self, 1)
             : vr_window_shows (self, "compare")
                   && self->history->current + 1 < self->history->entries->len;
}
