/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was shown lately: kept, shown as cards, opened again and forgotten. */
#include "vr-window-private.h"

#include "config.h"
#include "vr-error.h"

#include <glib/gi18n-lib.h>

static VrRecents *
get_recents (VrWindow *self)
{
  if (self->recents == NULL)
    self->recents = vr_recents_new (NULL);

  return self->recents;
}

/* The reader may have told the whole system to remember nothing. */
static gboolean
may_remember (VrWindow *self)
{
  gboolean is_enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-recent-files-enabled",
                &is_enabled, NULL);

  return is_enabled;
}

void
vr_window_refresh_recents (VrWindow *self)
{
  g_autoptr (GPtrArray) all = NULL;

  if (self->start_page == NULL)
    return;
  if (may_remember (self))
    {
      vr_recents_load (get_recents (self));
      all = vr_recents_dup_all (self->recents);
    }
  else
    {
      all = g_ptr_array_new ();
    }
  self->has_recents = all->len > 0;
  vr_start_page_set_recents (self->start_page, all);
  vr_window_update_actions (self);
}

gboolean
vr_window_has_recents (VrWindow *self)
{
  return self->has_recents && vr_window_shows (self, "start");
}

static gboolean
is_below (const char *path, const char *folder)
{
  gsize n = strlen (folder);

  return g_str_has_prefix (path, folder) && (path[n] == G_DIR_SEPARATOR || path[n] == '\0');
}

void
vr_window_set_passing (VrWindow *self)
{
  g_return_if_fail (VR_IS_WINDOW (self));

  self->is_passing = TRUE;
}

/* What git and the shell put somewhere for one look: such a path is gone when the window is. */
static gboolean
is_passing (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_str_equal (folder, g_get_tmp_dir ()) || is_below (path, "/dev")
         || is_below (path, "/proc") || strstr (path, "/git-blob-") != NULL
         || strstr (path, "/git-difftool.") != NULL;
}

/* The sample is ours, not what the reader works on. */
static gboolean
is_sample (const char *path)
{
  return is_below (path, VR_PKGDATADIR "/samples")
         || is_below (path, VR_SOURCE_DATA_DIR "/samples");
}

static gboolean
is_worth_keeping (const VrSource *source)
{
  g_autoptr (GFile) file = NULL;
  const char *path;

  if (vr_source_is_page (source))
    return TRUE;
  if (source->uri == NULL || source->bytes != NULL)
    return FALSE;
  file = g_file_new_for_uri (source->uri);
  path = g_file_peek_path (file);

  return path == NULL || (!is_passing (path) && !is_sample (path));
}

/* What fails here is not worth a word: the comparison stands, only its card will be missing. */
static void
put (VrWindow *self, const GPtrArray *recents)
{
  g_autoptr (GError) error = NULL;

  if (!vr_recents_put (get_recents (self), recents, &error))
    g_debug ("%s", error->message);
}

static gboolean
remember_cb (gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrDocument *document = vr_compare_task_get_document (self->task);
  VrComparison *comparison = vr_window_get_comparison (self);
  GFile *file = vr_window_get_file (self);
  g_autofree char *document_uri = file != NULL ? g_file_get_uri (file) : NULL;
  const char *uris[VR_N_SIDES];
  g_autoptr (GPtrArray) recents = g_ptr_array_new ();
  g_autoptr (VrRecent) recent = NULL;

  self->remember_idle = 0;
  /* What was opened since cannot be compared. */
  if (comparison == NULL)
    return G_SOURCE_REMOVE;
  for (guint side = 0; side < VR_N_SIDES; side++)
    uris[side] = vr_document_peek_source (document, side)->uri;
  recent = vr_recent_new_for_comparison (comparison, uris, document_uri,
                                         g_get_real_time () / G_USEC_PER_SEC);
  g_ptr_array_add (recents, recent);
  put (self, recents);

  return G_SOURCE_REMOVE;
}

void
vr_window_remember_soon (VrWindow *self)
{
  VrDocument *document;

  g_clear_handle_id (&self->remember_idle, g_source_remove);
  if (self->is_passing || self->pending != NULL || vr_window_get_comparison (self) == NULL
      || !may_remember (self))
    return;
  document = vr_compare_task_get_document (self->task);
  for (guint side = 0; side < VR_N_SIDES && vr_window_get_file (self) == NULL; side++)
    if (!is_worth_keeping (vr_document_peek_source (document, side)))
      return;
  self->remember_idle = g_idle_add_full (G_PRIORITY_LOW, remember_cb, self, NULL);
}

void
vr_window_dispose_recents (VrWindow *self)
{
  g_clear_handle_id (&self->remember_idle, g_source_remove);
  g_clear_pointer (&self->recents, vr_recents_free);
  g_clear_pointer (&self->recent_key, g_free);
}

/* A saved comparison that is gone would be taken for an article that waits. */
static gboolean
is_there (const char *uri, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_file_query_exists (file, NULL))
    return TRUE;
  vr_error_set_unreadable (error, G_IO_ERROR_NOT_FOUND, name, "");

  return FALSE;
}

static void
open_recent (VrWindow *self, const VrRecent *recent)
{
  if (recent->document_uri != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (recent->document_uri);

      vr_window_open_file (self, file);
    }
  else
    {
      g_autoptr (GFile) old_file = g_file_new_for_uri (recent->uris[VR_SIDE_OLD]);
      g_autoptr (GFile) new_file = g_file_new_for_uri (recent->uris[VR_SIDE_NEW]);

      vr_window_open (self, old_file, new_file);
    }
}

static void
keep_key (VrWindow *self, const char *key)
{
  g_free (self->recent_key);
  self->recent_key = g_strdup (key);
}

static void
open_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  VrWindow *window;
  const char *key = g_variant_get_string (parameter, NULL);
  VrRecent *recent = vr_recents_find (get_recents (self), key);
  g_autoptr (GError) error = NULL;

  if (recent == NULL)
    return;
  if (recent->document_uri != NULL && !is_there (recent->document_uri, &error))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (recent->document_uri);

      keep_key (self, key);
      vr_window_show_unopened (self, file, error);
      return;
    }
  /* Where it cannot be opened, the window that says so is the one to offer that it be forgotten. */
  window = vr_window_find_free (self);
  open_recent (window, recent);
  keep_key (window, key);
  if (window != self)
    vr_window_present_soon (window);
}

static void
put_back (VrWindow *self, gpointer recents)
{
  put (self, recents);
  vr_window_refresh_recents (self);
}

static void
tell_forgotten (VrWindow *self, const char *sentence, GPtrArray *forgotten)
{
  vr_window_refresh_recents (self);
  vr_window_tell_undo (self, NULL, sentence, put_back, forgotten,
                       (GDestroyNotify)g_ptr_array_unref);
}

static void
remove_recent_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autofree char *key = g_variant_dup_string (parameter, NULL);
  VrRecent *recent;
  GPtrArray *forgotten;
  g_autofree char *sentence = NULL;

  /* This reads them anew. */
  if (vr_window_shows (self, "error"))
    vr_window_show_start (self);
  recent = vr_recents_find (get_recents (self), key);
  if (recent == NULL)
    return;
  forgotten = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_recent_unref);
  g_ptr_array_add (forgotten, vr_recent_ref (recent));
  sentence = g_strdup_printf (_ ("“%s” was forgotten."), recent->titles[VR_SIDE_NEW]);
  vr_recents_remove (self->recents, key, NULL);
  tell_forgotten (self, sentence, forgotten);
}

static void
clear_recents_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  GPtrArray *forgotten = vr_recents_dup_all (get_recents (self));

  vr_recents_clear (self->recents, NULL);
  tell_forgotten (self, _ ("Recent comparisons were cleared."), forgotten);
}

static const GActionEntry entries[] = {
  { .name = "open-recent", .activate = open_recent_action, .parameter_type = "s" },
  { .name = "remove-recent", .activate = remove_recent_action, .parameter_type = "s" },
  { .name = "clear-recents", .activate = clear_recents_action },
};

void
vr_window_add_recents_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
