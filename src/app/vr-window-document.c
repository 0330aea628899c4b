/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving the window's comparison, and knowing whether anything of it is not saved. */
#include "vr-window-document.h"

#include "vr-button-names.h"
#include "vr-choose-file.h"
#include "vr-document-file.h"
#include "vr-file-name.h"
#include "vr-store-task.h"
#include "vr-window-notes.h"
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

struct _VrKeeper
{
  GFile *file;        /* (nullable): where it was opened from or saved to */
  VrDocument *saved;  /* (nullable): what is in there */
  GFile *coming_file; /* the same of what is under way; it is nothing to what still stands */
  VrDocument *coming_saved;
  gboolean is_saving;
};

VrKeeper *
vr_keeper_new (void)
{
  return g_new0 (VrKeeper, 1);
}

void
vr_keeper_free (VrKeeper *self)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->saved, vr_document_unref);
  g_clear_object (&self->coming_file);
  g_clear_pointer (&self->coming_saved, vr_document_unref);
  g_free (self);
}

GFile *
vr_window_get_file (VrWindow *self)
{
  g_return_val_if_fail (VR_IS_WINDOW (self), NULL);

  return self->keeper->file;
}

static void
set_file (GFile **file, VrDocument **saved, GFile *new_file, VrDocument *new_saved)
{
  g_set_object (file, new_file);
  if (new_saved != NULL)
    vr_document_ref (new_saved);
  g_clear_pointer (saved, vr_document_unref);
  *saved = new_saved;
}

void
vr_window_forget_coming_file (VrWindow *self)
{
  set_file (&self->keeper->coming_file, &self->keeper->coming_saved, NULL, NULL);
}

void
vr_window_set_file (VrWindow *self, GFile *file, VrDocument *saved)
{
  VrKeeper *keeper = self->keeper;

  g_return_if_fail (VR_IS_WINDOW (self));

  if (self->pending != NULL && saved == vr_compare_task_get_document (self->pending))
    {
      set_file (&keeper->coming_file, &keeper->coming_saved, file, saved);
      return;
    }
  set_file (&keeper->file, &keeper->saved, file, saved);
  vr_window_update_title (self);
  vr_window_update_actions (self);
  vr_window_remember_soon (self);
  vr_window_remember (self);
}

/* What is in no file and not in the library: a text that was pasted, a pair that was decided by
 * hand, a note. */
static gboolean
holds_own_work (VrDocument *document)
{
  VrOverrides *overrides = vr_document_get_overrides (document);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const VrSource *source = vr_document_peek_source (document, side);

      if (source->uri == NULL && !vr_store_task_is_version (source))
        return TRUE;
    }

  return vr_overrides_get_n (overrides) > 0
         || vr_notes_get_n (vr_document_get_notes (document)) > 0;
}

gboolean
vr_window_is_unsaved (VrWindow *self)
{
  VrDocument *document;

  g_return_val_if_fail (VR_IS_WINDOW (self), FALSE);

  if (vr_window_get_comparison (self) == NULL)
    return FALSE;
  document = vr_compare_task_get_document (self->task);

  return self->keeper->saved != NULL ? !vr_document_equal (self->keeper->saved, document)
                                     : holds_own_work (document);
}

/* Read in another encoding it is still the same article. */
static gboolean
is_same_article (const VrSource *a, const VrSource *b)
{
  VrSource x = *a, y = *b;

  x.encoding = y.encoding = NULL;

  return vr_source_equal (&x, &y);
}

static gboolean
is_about_same (const VrDocument *a, const VrDocument *b)
{
  const VrSource *olds[] = { vr_document_peek_source (a, VR_SIDE_OLD),
                             vr_document_peek_source (b, VR_SIDE_OLD) };
  const VrSource *news[] = { vr_document_peek_source (a, VR_SIDE_NEW),
                             vr_document_peek_source (b, VR_SIDE_NEW) };

  return (is_same_article (olds[0], olds[1]) && is_same_article (news[0], news[1]))
         || (is_same_article (olds[0], news[1]) && is_same_article (news[0], olds[1]));
}

void
vr_window_note_document (VrWindow *self, VrDocument *document)
{
  VrKeeper *keeper = self->keeper;

  self->may_lose &= ~(guint)VR_LOSS_COMPARISON;
  if (keeper->coming_saved != NULL)
    {
      set_file (&keeper->file, &keeper->saved, keeper->coming_file, keeper->coming_saved);
      vr_window_forget_coming_file (self);
    }
  if (keeper->saved == NULL || is_about_same (keeper->saved, document))
    return;
  g_clear_object (&keeper->file);
  g_clear_pointer (&keeper->saved, vr_document_unref);
}

static gboolean
holds_file (VrDocument *document)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const VrSource *source = vr_document_peek_source (document, side);

      if (source->bytes != NULL && source->uri != NULL && !vr_source_is_page (source))
        return TRUE;
    }

  return FALSE;
}

VrCompareTask *
vr_window_new_reread_task (VrWindow *self)
{
  VrDocument *document = vr_window_get_document (self);
  gboolean is_saved = self->keeper->saved != NULL;
  g_autoptr (VrDocument) wanted =
      is_saved ? vr_document_ref (document) : vr_document_forget_pages (document);
  VrArticle *before[VR_N_SIDES];

  vr_window_find_known (self, document, before);

  return vr_compare_task_new_again (wanted, before, !is_saved && holds_file (document));
}

char *
vr_window_dup_marked_title (VrWindow *self, const char *title)
{
  /* Translators: the title of a comparison that is not saved as it stands. */
  return vr_window_is_unsaved (self) ? g_strdup_printf (_ ("• %s"), title) : g_strdup (title);
}

typedef struct
{
  VrDocument *document;
  VrComparison *comparison; /* NULL for texts that are not compared */
  GFile *file;
  VrDocumentView view;
  guint rewritten;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  vr_document_unref (job->document);
  g_clear_pointer (&job->comparison, vr_comparison_unref);
  g_object_unref (job->file);
  vr_document_view_clear (&job->view);
  g_free (job);
}

static void
save_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (VrDocument) held = NULL;
  GError *error = NULL;

  /* Texts that are in no file are held already. */
  if (job->comparison != NULL)
    held = vr_document_hold (job->document, job->comparison, &job->rewritten, cancellable);
  else
    held = vr_document_ref (job->document);

  if (vr_document_save (held, VR_DOCUMENT_WHOLE, &job->view, job->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell_saved (VrWindow *self, const Job *job)
{
  g_autofree char *name = vr_file_name_dup (job->file);
  g_autofree char *sentence = NULL;

  if (job->rewritten == 0)
    sentence = g_strdup_printf (_ ("Saved as “%s”."), name);
  else
    sentence = g_strdup_printf (ngettext ("Saved as “%s”; %u file had changed, so its text was "
                                          "saved as it was read, as UTF-8.",
                                          "Saved as “%s”; %u files had changed, so their texts "
                                          "were saved as they were read, as UTF-8.",
                                          job->rewritten == 3 ? 2 : 1),
                                name, job->rewritten == 3 ? 2u : 1u);
  vr_window_tell (self, sentence);
}

static void
not_saved_cb (AdwMessageDialog *dialog, const char *response, VrWindow *self)
{
  if (!g_str_equal (response, "save-as"))
    return;
  if (vr_window_shows (self, "paste"))
    vr_window_save_texts (self);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
}

static void
tell_not_saved (VrWindow *self, const char *sentence)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The Comparison Was Not Saved"), sentence);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "save-as",
                                    _ ("Save _As…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (not_saved_cb), self, 0);
  vr_button_names_mend (dialog, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->keeper->is_saving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      vr_window_stay (self);
      vr_window_update_actions (self);
      tell_not_saved (self, error->message);
      return;
    }
  vr_window_note_kept_texts (self, job->document);
  /* What was opened since is nothing to be saved in that file. */
  if (job->comparison != NULL
      && is_about_same (job->document, vr_compare_task_get_document (self->task)))
    vr_window_set_file (self, job->file, job->document);
  else
    vr_window_update_actions (self);
  if (self->leave != VR_LEAVE_NOT)
    vr_window_go_on_leaving (self);
  else
    tell_saved (self, job);
}

static void
begin_job (VrWindow *self, Job *job)
{
  g_autoptr (GTask) task = NULL;

  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_source_tag (task, begin_job);
  g_task_set_task_data (task, job, job_free);
  self->keeper->is_saving = TRUE;
  vr_window_update_actions (self);
  g_task_run_in_thread (task, save_in_thread);
}

static void
save_to (VrWindow *self, GFile *file)
{
  VrComparison *comparison = vr_window_get_comparison (self);
  Job *job;

  if (comparison == NULL || self->keeper->is_saving)
    return;
  job = g_new0 (Job, 1);
  job->document = vr_document_ref (vr_compare_task_get_document (self->task));
  job->comparison = vr_comparison_ref (comparison);
  job->file = g_object_ref (file);
  job->view.selected = vr_window_dup_selected_row (self);
  begin_job (self, job);
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL)
    save_to (self, file);
  else
    vr_window_stay (self);
}

static void
save_as (VrWindow *self)
{
  VrComparison *comparison = vr_window_get_comparison (self);
  g_autofree char *name = NULL;

  if (comparison == NULL)
    return;
  name = vr_file_name_suggest (
      vr_article_get_title (vr_comparison_get_article (comparison, VR_SIDE_NEW)),
      VR_DOCUMENT_SUFFIX);
  vr_choose_save_file (GTK_WINDOW (self), _ ("Save the Comparison"), self->keeper->file, name,
                       chosen_cb, G_OBJECT (self));
}

void
vr_window_save (VrWindow *self)
{
  if (self->keeper->file != NULL)
    save_to (self, self->keeper->file);
  else
    save_as (self);
}

static void
chosen_for_texts_cb (GListModel *files, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  Job *job;

  if (file == NULL || self->keeper->is_saving)
    {
      vr_window_stay (self);
      return;
    }
  job = g_new0 (Job, 1);
  job->document = vr_paste_page_dup_document (self->paste_page);
  job->file = g_steal_pointer (&file);
  begin_job (self, job);
}

void
vr_window_save_texts (VrWindow *self)
{
  g_autoptr (VrDocument) document = vr_paste_page_dup_document (self->paste_page);
  g_autofree char *name = vr_file_name_suggest (
      vr_document_peek_source (document, VR_SIDE_NEW)->name, VR_DOCUMENT_SUFFIX);

  vr_choose_save_file (GTK_WINDOW (self), _ ("Save the Comparison"), NULL, name,
                       chosen_for_texts_cb, G_OBJECT (self));
}

static void
save_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_window_save (VR_WINDOW (user_data));
}

static void
save_as_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  save_as (VR_WINDOW (user_data));
}

static const GActionEntry entries[] = {
  { .name = "save", .activate = save_action },
  { .name = "save-as", .activate = save_as_action },
};

void
vr_window_add_document_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
vr_window_update_document_actions (VrWindow *self)
{
  gboolean is_shown = vr_window_shows (self, "compare");
  gboolean can_save =
      is_shown && vr_window_get_comparison (self) != NULL && !self->keeper->is_saving;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    vr_window_set_enabled (self, entries[i].name, can_save);
}

gboolean
vr_window_is_saving (VrWindow *self)
{
  return self->keeper->is_saving;
}
