/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of files that are chosen, dropped or given: a saved comparison is opened, one other
 * file waits for the second, two are compared. */
#include "vr-address.h"
#include "vr-document-file.h"
#include "vr-window-private.h"

/* A window with something to save is left alone. */
VrWindow *
vr_window_find_free (VrWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL || !vr_window_is_unsaved (self))
    return self;

  return vr_window_new (ADW_APPLICATION (application));
}

/* What is in a file that turned out to be a saved comparison. */
typedef struct
{
  VrDocument *document;
  VrDocumentView view;
} Saved;

static void
saved_free (Saved *saved)
{
  g_clear_pointer (&saved->document, vr_document_unref);
  vr_document_view_clear (&saved->view);
  g_free (saved);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saved, saved_free)

/* A file that is looked into. */
typedef struct
{
  GFile *file;
  guint side; /* the place it was chosen for, or VR_N_SIDES where any will do */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->file);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = ((Look *)task_data)->file;
  g_autoptr (Saved) saved = NULL;
  GError *error = NULL;

  if (!vr_address_is_page (file) && vr_document_is_file (file, cancellable))
    {
      saved = g_new0 (Saved, 1);
      saved->document =
          vr_document_new_from_file (file, VR_DOCUMENT_WHOLE, &saved->view, cancellable, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&saved), (GDestroyNotify)saved_free);
}

#define SELECTED "vr-selected-row"

/* The row that was selected when it was saved, if there is such a row now. */
static void
select_cb (VrCompareTask *task, VrWindow *self)
{
  const char *selected = g_object_get_data (G_OBJECT (task), SELECTED);
  VrPairPlan *plan = vr_compare_task_get_plan (task);
  guint row;

  if (plan == NULL || task != self->task)
    return;
  row = vr_comparison_find_row_id (vr_pair_plan_get_comparison (plan), selected);
  if (row != G_MAXUINT)
    vr_compare_page_go_to_row (self->compare_page, row);
}

static void
open_saved (VrWindow *self, GFile *file, const Saved *saved)
{
  g_autoptr (VrCompareTask) task = vr_compare_task_new (saved->document);
  VrWindow *window = vr_window_find_free (self);

  vr_window_open_task (window, task);
  vr_window_set_file (window, file, saved->document);
  if (saved->view.selected != NULL)
    {
      /* After the window has shown the rows. */
      g_object_set_data_full (G_OBJECT (task), SELECTED, g_strdup (saved->view.selected), g_free);
      g_signal_connect_object (task, "finished", G_CALLBACK (select_cb), window, G_CONNECT_AFTER);
    }
  if (window != self)
    vr_window_present_soon (window);
}

/* An article goes to the place it was chosen for, or to a free one. */
static void
place (VrWindow *self, const Look *look)
{
  VrStartPage *page = vr_window_show_start (self);

  if (look->side < VR_N_SIDES)
    vr_start_page_set_file (page, look->side, look->file);
  else
    vr_start_page_offer (page, look->file);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  Look *look = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (Saved) saved = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->looking);
  if (error != NULL)
    {
      vr_window_show_unopened (self, look->file, error);
      return;
    }
  if (saved != NULL)
    open_saved (self, look->file, saved);
  else
    place (self, look);
}

void
vr_window_show_unopened (VrWindow *self, GFile *file, const GError *error)
{
  g_set_object (&self->unopened, file);
  vr_window_show_error (self, error, file);
}

gboolean
vr_window_is_about_unopened (VrWindow *self)
{
  return vr_window_shows (self, "error") && self->unopened != NULL;
}

void
vr_window_stop_looking (VrWindow *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->unopened);
}

/* What a file is shows in its first bytes, and a disk may be far away. */
static void
look_into (VrWindow *self, GFile *file, guint side)
{
  Look *look = g_new0 (Look, 1);
  g_autoptr (GTask) task = NULL;

  look->file = g_object_ref (file);
  look->side = side;
  vr_window_stop_looking (self);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_source_tag (task, look_into);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

void
vr_window_open_file_at (VrWindow *self, GFile *file, VrSide side)
{
  look_into (self, file, side);
}

void
vr_window_open_file (VrWindow *self, GFile *file)
{
  VrWindow *window = vr_window_find_free (self);

  g_clear_pointer (&window->recent_key, g_free);
  look_into (window, file, VR_N_SIDES);
  if (window != self)
    vr_window_present_soon (window);
}

void
vr_window_open_files (VrWindow *self, GListModel *files)
{
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;

  g_return_if_fail (VR_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  first = g_list_model_get_item (files, VR_SIDE_OLD);
  second = g_list_model_get_item (files, VR_SIDE_NEW);
  if (second != NULL)
    vr_window_open (self, first, second);
  else if (first != NULL)
    vr_window_open_file (self, first);
}

gboolean
vr_window_open_unopened (VrWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *key = NULL;

  if (!vr_window_is_about_unopened (self))
    return FALSE;
  file = g_object_ref (self->unopened);
  key = g_strdup (self->recent_key);
  /* The card knows that its file is no article, even where it is not there. */
  if (key != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-recent", "s", key);
  else
    vr_window_open_file (self, file);

  return TRUE;
}
