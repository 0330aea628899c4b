/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session on disk: a file for each comparison, and a list of windows that names them. */
#include "vr-document-file.h"
#include "vr-session-private.h"

#include <glib/gstdio.h>

#define LIST_NAME "windows"

/* What the reader compares is nobody else's. */
#define FOLDER_MODE 0700

#define TOP "top"
#define SELECTED "selected"

void
vr_window_state_clear (VrWindowState *self)
{
  g_clear_pointer (&self->place, vr_reading_place_free);
  g_clear_object (&self->file);
}

void
vr_session_entry_free (VrSessionEntry *self)
{
  g_clear_pointer (&self->document, vr_document_unref);
  vr_window_state_clear (&self->state);
  g_free (self->name);
  g_free (self);
}

VrSessionEntry *
vr_session_entry_copy (const VrSessionEntry *self)
{
  VrSessionEntry *copy = g_new0 (VrSessionEntry, 1);

  copy->document = vr_document_ref (self->document);
  copy->name = g_strdup (self->name);
  copy->state = self->state;
  copy->state.place = vr_reading_place_copy (self->state.place);
  copy->state.file = self->state.file != NULL ? g_object_ref (self->state.file) : NULL;

  return copy;
}

char *
vr_session_dup_list_path (const char *folder)
{
  return g_build_filename (folder, LIST_NAME, NULL);
}

static void
write_anchor (GKeyFile *list, const char *group, const char *name, const VrRowAnchor *anchor)
{
  g_autofree char *numbers_name = g_strconcat (name, "-paragraph", NULL);
  int numbers[] = { anchor->side, anchor->paragraph, anchor->part, anchor->is_reference };

  if (anchor->row_id == NULL)
    return;
  g_key_file_set_string (list, group, name, anchor->row_id);
  g_key_file_set_integer_list (list, group, numbers_name, numbers, G_N_ELEMENTS (numbers));
}

static void
read_anchor (GKeyFile *list, const char *group, const char *name, VrRowAnchor *anchor)
{
  g_autofree char *numbers_name = g_strconcat (name, "-paragraph", NULL);
  g_autofree char *row_id = g_key_file_get_string (list, group, name, NULL);
  gsize n = 0;
  g_autofree int *numbers = g_key_file_get_integer_list (list, group, numbers_name, &n, NULL);

  if (row_id == NULL || n < 4)
    return;
  *anchor = (VrRowAnchor){ .row_id = g_steal_pointer (&row_id),
                           .side = numbers[0] == VR_SIDE_OLD ? VR_SIDE_OLD : VR_SIDE_NEW,
                           .paragraph = (guint)MAX (numbers[1], 0),
                           .part = (guint)MAX (numbers[2], 0),
                           .is_reference = numbers[3] != 0 };
}

static void
write_entry (GKeyFile *list, const VrSessionEntry *entry)
{
  const VrWindowState *state = &entry->state;

  g_key_file_set_integer (list, entry->name, "width", state->width);
  g_key_file_set_integer (list, entry->name, "height", state->height);
  g_key_file_set_boolean (list, entry->name, "maximized", state->is_maximized);
  if (state->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (state->file);

      g_key_file_set_string (list, entry->name, "file", uri);
    }
  if (state->place == NULL)
    return;
  write_anchor (list, entry->name, TOP, &state->place->top);
  g_key_file_set_double (list, entry->name, "within", state->place->within);
  write_anchor (list, entry->name, SELECTED, &state->place->selected);
}

static VrRemembered *
read_entry (GKeyFile *list, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrDocument) document = NULL;
  g_autofree char *uri = g_key_file_get_string (list, name, "file", NULL);
  VrRemembered *remembered;

  /* A name with a folder in it is none of ours. */
  if (strchr (name, G_DIR_SEPARATOR) != NULL)
    return NULL;
  document = vr_document_new_from_file (file, VR_DOCUMENT_LINKED, NULL, NULL, &error);
  if (document == NULL)
    {
      g_debug ("left out of the session: %s", error->message);
      return NULL;
    }

  remembered = g_new0 (VrRemembered, 1);
  remembered->document = g_steal_pointer (&document);
  remembered->state.width = g_key_file_get_integer (list, name, "width", NULL);
  remembered->state.height = g_key_file_get_integer (list, name, "height", NULL);
  remembered->state.is_maximized = g_key_file_get_boolean (list, name, "maximized", NULL);
  remembered->state.file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  remembered->state.place = g_new0 (VrReadingPlace, 1);
  read_anchor (list, name, TOP, &remembered->state.place->top);
  remembered->state.place->within =
      CLAMP (g_key_file_get_double (list, name, "within", NULL), 0, 1);
  read_anchor (list, name, SELECTED, &remembered->state.place->selected);

  return remembered;
}

/* Texts without a file stand in it in full; of a file its place is enough, unless the document
 * holds another text of it. */
static VrDocumentFlags
choose_flags (const VrDocument *document)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (vr_document_peek_source (document, side)->bytes == NULL)
      return VR_DOCUMENT_LINKED;

  return VR_DOCUMENT_WHOLE;
}

static gboolean
write_document (const char *folder, const VrSessionEntry *entry)
{
  g_autofree char *path = g_build_filename (folder, entry->name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS)
      || vr_document_save (entry->document, choose_flags (entry->document), NULL, file, NULL,
                           &error))
    return TRUE;
  g_debug ("not remembered: %s", error->message);

  return FALSE;
}

/* What no window has any more. */
static void
remove_others (const char *folder, GHashTable *names)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, VR_DOCUMENT_SUFFIX) && !g_hash_table_contains (names, name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_unlink (path);
      }
}

void
vr_session_write (const char *folder, GPtrArray *entries)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GKeyFile) list = g_key_file_new ();
  g_autofree char *path = vr_session_dup_list_path (folder);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, FOLDER_MODE);
  for (guint i = 0; i < entries->len; i++)
    {
      VrSessionEntry *entry = g_ptr_array_index (entries, i);

      if (!write_document (folder, entry))
        continue;
      g_hash_table_add (names, entry->name);
      write_entry (list, entry);
    }

  /* In this order whatever the list names is there, whenever the program is ended. */
  if (!g_key_file_save_to_file (list, path, &error))
    g_debug ("not remembered: %s", error->message);
  else
    remove_others (folder, names);
}

static void
remembered_free (gpointer data)
{
  VrRemembered *self = data;

  vr_document_unref (self->document);
  vr_window_state_clear (&self->state);
  g_free (self);
}

GPtrArray *
vr_session_read (const char *folder)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func (remembered_free);
  g_autoptr (GKeyFile) list = g_key_file_new ();
  g_autofree char *path = vr_session_dup_list_path (folder);
  g_auto (GStrv) names = NULL;

  if (!g_key_file_load_from_file (list, path, G_KEY_FILE_NONE, NULL))
    return windows;
  names = g_key_file_get_groups (list, NULL);
  for (guint i = 0; names[i] != NULL; i++)
    {
      VrRemembered *remembered = read_entry (list, folder, names[i]);

      if (remembered != NULL)
        g_ptr_array_add (windows, remembered);
    }

  return windows;
}
