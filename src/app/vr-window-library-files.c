/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that go out of the library and come in. */
#include "vr-choose-file.h"
#include "vr-window-library-acts.h"
#include "vr-window-library.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".bundle"
#define WANTED_KEY "vr-wanted-version"

/* The one file that was chosen, or NULL; one that is not on this computer is told of.  Until it
 * ends, nothing else is done to the archive. */
static char *
begin (VrWindow *self, GListModel *files)
{
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (file != NULL && path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autoptr (GError) error =
          g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("“%s” is not on this computer; choose a folder that is."), name);

      vr_window_tell_library_trouble (self, error);
    }
  if (path != NULL)
    vr_window_set_acting (self, TRUE);

  return path;
}

/* Whether the window is still there to say what became of it. */
static gboolean
ends (VrWindow *self, gboolean is_done, const GError *error)
{
  if (vr_window_is_closed (self))
    return FALSE;
  vr_window_set_acting (self, FALSE);
  if (is_done)
    vr_window_hush_library_trouble (self);
  else
    vr_window_tell_library_trouble (self, error);

  return is_done;
}

static void
exported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  guint n;
  gboolean is_done = vr_store_task_export_finish (result, &n, &error);
  g_autofree char *sentence = NULL;

  if (!ends (self, is_done, error))
    return;
  sentence = g_strdup_printf (ngettext ("%'u variant was exported with all its versions",
                                        "%'u variants were exported with all their versions", n),
                              n);
  vr_window_tell (self, sentence);
}

static void
export_chosen_cb (GListModel *files, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autofree char *path = begin (self, files);

  if (path != NULL)
    vr_store_task_export (G_OBJECT (self), path, exported_cb);
}

static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  /* Translators: what an exported archive is called at first, before its date. */
  g_autofree char *name = g_strdup_printf ("%s-%s" SUFFIX, _ ("library"), day);

  vr_choose_any_save_file (GTK_WINDOW (self), _ ("Export the Archive"), name, export_chosen_cb,
                           G_OBJECT (self));
}

static char *
dup_received (const VrSync *received)
{
  if (received->n_received == 0)
    return g_strdup (_ ("Everything in this file was here already"));

  return g_strdup_printf (ngettext ("%'u variant came in or got versions",
                                    "%'u variants came in or got versions", received->n_received),
                          received->n_received);
}

static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  VrSync received;
  gboolean is_done = vr_store_task_import_finish (result, &received, &error);
  g_autofree char *sentence = NULL;

  if (!ends (self, is_done, error))
    return;
  sentence = dup_received (&received);
  vr_window_refresh_library (self, NULL);
  vr_window_tell (self, sentence);
}

static void
import_chosen_cb (GListModel *files, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autofree char *path = begin (self, files);

  if (path != NULL)
    vr_store_task_import (G_OBJECT (self), path, imported_cb);
}

static void
import_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  vr_choose_any_file (GTK_WINDOW (self), _ ("Import an Archive"), import_chosen_cb,
                      G_OBJECT (self));
}

static void
source_saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (object);
  g_autoptr (GError) error = NULL;
  gboolean is_done = vr_store_task_save_source_finish (result, &error);

  if (ends (self, is_done, error))
    vr_window_tell (self, _ ("The source was saved as it was read"));
}

static void
source_chosen_cb (GListModel *files, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autofree char *path = begin (self, files);

  if (path != NULL)
    vr_store_task_save_source (G_OBJECT (self), g_object_get_data (G_OBJECT (self), WANTED_KEY),
                               path, source_saved_cb);
}

static void
save_source_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  const VrVersion *version = vr_window_peek_version (self);
  g_autofree char *name = NULL;

  /* Others are read just now. */
  if (version == NULL)
    return;
  name = g_strdup_printf ("%s-%u.txt", strchr (vr_window_get_variant (self), '/') + 1,
                          version->number);
  /* The dialog is modal: nothing else is selected until it is answered. */
  g_object_set_data_full (G_OBJECT (self), WANTED_KEY, g_strdup (version->id), g_free);
  vr_choose_any_save_file (GTK_WINDOW (self), _ ("Save the Source of the Version"), name,
                           source_chosen_cb, G_OBJECT (self));
}

static const GActionEntry entries[] = {
  { .name = "export-archive", .activate = export_action },
  { .name = "import-archive", .activate = import_action },
  { .name = "save-source", .activate = save_source_action },
};

void
vr_window_add_library_files (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
