/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparisons shown lately, newest first, kept in a file of the reader's. */
#include "vr-recents.h"

#include "vr-json-reader.h"

#include <glib/gstdio.h>

#define SCHEMA "variorum-recent/1"

/* Only the reader may see what they read. */
#define FOLDER_MODE 0700
#define FILE_MODE 0600

struct _VrRecents
{
  char *path;
  GPtrArray *all; /* VrRecent, newest first */
};

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const VrRecent *first = *(VrRecent *const *)a;
  const VrRecent *second = *(VrRecent *const *)b;

  return (first->time < second->time) - (first->time > second->time);
}

static int
find_index (const VrRecents *self, const char *key)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      g_autofree char *other = vr_recent_dup_key (self->all->pdata[i]);

      if (g_str_equal (other, key))
        return (int)i;
    }

  return -1;
}

/* Without touching the file; what is put last stands before others of the same second. */
static void
put (VrRecents *self, VrRecent *recent)
{
  g_autofree char *key = vr_recent_dup_key (recent);
  int index = find_index (self, key);

  if (index >= 0)
    g_ptr_array_remove_index (self->all, (guint)index);
  g_ptr_array_insert (self->all, 0, vr_recent_ref (recent));
}

static void
sort_and_cut (VrRecents *self)
{
  g_ptr_array_sort (self->all, compare_newest_first);
  if (self->all->len > VR_RECENTS_MAX)
    g_ptr_array_set_size (self->all, VR_RECENTS_MAX);
}

static JsonArray *
get_list (JsonNode *root)
{
  JsonObject *object;
  JsonNode *list;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_node_get_object (root);
  list = json_object_get_member (object, "recent");
  if (g_strcmp0 (vr_json_peek_string (object, "schema"), SCHEMA) != 0 || list == NULL
      || !JSON_NODE_HOLDS_ARRAY (list))
    return NULL;

  return json_node_get_array (list);
}

static void
keep_aside (VrRecents *self)
{
  g_autofree char *aside = g_strconcat (self->path, ".broken", NULL);

  if (g_rename (self->path, aside) != 0)
    g_debug ("“%s” cannot be kept aside", self->path);
}

void
vr_recents_load (VrRecents *self)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *contents = NULL;
  gsize n_bytes;
  JsonArray *list;

  g_ptr_array_set_size (self->all, 0);
  if (!g_file_get_contents (self->path, &contents, &n_bytes, NULL))
    return;
  root = vr_json_read (contents, n_bytes, self->path, NULL);
  list = get_list (root);
  if (list == NULL)
    {
      keep_aside (self);
      return;
    }
  for (guint i = json_array_get_length (list); i-- > 0;)
    {
      g_autoptr (VrRecent) recent = vr_recent_read (json_array_get_element (list, i));

      if (recent != NULL)
        put (self, recent);
    }
  sort_and_cut (self);
}

VrRecents *
vr_recents_new (const char *path)
{
  VrRecents *self = g_new0 (VrRecents, 1);

  self->path = path != NULL
                   ? g_strdup (path)
                   : g_build_filename (g_get_user_data_dir (), "variorum", "recent.json", NULL);
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_recent_unref);
  vr_recents_load (self);

  return self;
}

void
vr_recents_free (VrRecents *self)
{
  g_ptr_array_unref (self->all);
  g_free (self->path);
  g_free (self);
}

GPtrArray *
vr_recents_dup_all (const VrRecents *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_recent_unref);

  for (guint i = 0; i < self->all->len; i++)
    g_ptr_array_add (all, vr_recent_ref (self->all->pdata[i]));

  return all;
}

VrRecent *
vr_recents_find (const VrRecents *self, const char *key)
{
  int index = find_index (self, key);

  return index >= 0 ? self->all->pdata[index] : NULL;
}

static void
write_all (const VrRecents *self, VrOutput *output)
{
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_json_writer_begin (&json, '{');
  vr_json_writer_put (&json, "schema", string, SCHEMA);
  vr_json_writer_name (&json, "recent");
  vr_json_writer_begin (&json, '[');
  for (guint i = 0; i < self->all->len; i++)
    {
      vr_json_writer_break_line (&json);
      vr_recent_write (self->all->pdata[i], &json);
    }
  vr_json_writer_end (&json, ']');
  vr_json_writer_end (&json, '}');
  vr_output_put_char (output, '\n');
}

static gboolean
save (const VrRecents *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (VrOutput) output = NULL;

  g_mkdir_with_parents (folder, FOLDER_MODE);
  output = vr_output_new_for_file (self->path, error);
  if (output == NULL)
    return FALSE;
  write_all (self, output);
  if (!vr_output_close (output, error))
    return FALSE;
  g_chmod (self->path, FILE_MODE);

  return TRUE;
}

gboolean
vr_recents_put (VrRecents *self, const GPtrArray *recents, GError **error)
{
  vr_recents_load (self);
  for (guint i = recents->len; i-- > 0;)
    put (self, recents->pdata[i]);
  sort_and_cut (self);

  return save (self, error);
}

gboolean
vr_recents_remove (VrRecents *self, const char *key, GError **error)
{
  int index;

  vr_recents_load (self);
  index = find_index (self, key);
  if (index < 0)
    return TRUE;
  g_ptr_array_remove_index (self->all, (guint)index);

  return save (self, error);
}

gboolean
vr_recents_clear (VrRecents *self, GError **error)
{
  g_ptr_array_set_size (self->all, 0);

  return save (self, error);
}
