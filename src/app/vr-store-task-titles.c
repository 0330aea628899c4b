/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call that which is in the archive, read in threads: in use, or in the trash. */
#include "vr-store-task-titles.h"

#include "vr-store-task-private.h"
#include "vr-trash.h"
#include "vr-version.h"

typedef void (*ReadTitles) (VrArchive *archive, const char *name, VrVariantTitles *titles);

static void
clear_titled (gpointer data)
{
  VrTitled *titled = data;

  g_free (titled->name);
  vr_variant_titles_clear (&titled->titles);
}

/* @names: (nullable): none */
static GArray *
read_all (GTask *task, VrArchive *archive, const GPtrArray *names, ReadTitles read)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (VrTitled));

  g_array_set_clear_func (all, clear_titled);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      VrTitled titled = { .name = g_strdup (g_ptr_array_index (names, i)) };

      /* Nobody waits for it any more. */
      if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
        vr_variant_titles_init_slugs (&titled.titles, titled.name);
      else
        read (archive, titled.name, &titled.titles);
      g_array_append_val (all, titled);
    }

  return all;
}

static void
list_titles_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                       GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) names = NULL;
  GArray *all = NULL;

  if (vr_store_task_open_if_any (&archive, &error) && archive != NULL)
    names = vr_archive_list_variants (archive, NULL, &error);
  if (error == NULL)
    all = read_all (task, archive, names, vr_variant_titles_read_last);
  vr_store_task_return (task, all, (GDestroyNotify)g_array_unref, error);
}

static void
list_trash_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                      GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) names = NULL;
  GArray *all = NULL;

  if (vr_store_task_open_if_any (&archive, &error) && archive != NULL)
    names = vr_trash_list (archive, &error);
  if (error == NULL)
    all = read_all (task, archive, names, vr_variant_titles_read_thrown);
  vr_store_task_return (task, all, (GDestroyNotify)g_array_unref, error);
}

void
vr_store_task_list_titles (GObject *source, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  vr_store_task_start (source, NULL, NULL, cancellable, callback, list_titles_in_thread);
}

void
vr_store_task_list_trash (GObject *source, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  vr_store_task_start (source, NULL, NULL, cancellable, callback, list_trash_in_thread);
}

GArray *
vr_store_task_list_titles_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
