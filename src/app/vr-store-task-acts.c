/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader does to the archive, in threads: names, labels, the trash. */
#include "vr-store-task-acts.h"

#include "vr-kept-comparison.h"
#include "vr-label.h"
#include "vr-rename.h"
#include "vr-store-task-private.h"
#include "vr-trash.h"
#include "vr-variant.h"

#include <string.h>

static void
clear_step (gpointer data)
{
  VrStoreStep *step = data;

  g_free (step->name);
  g_free (step->other);
  g_free (step->id);
}

GArray *
vr_store_steps_new (void)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (VrStoreStep));

  g_array_set_clear_func (steps, clear_step);

  return steps;
}

void
vr_store_steps_add (GArray *steps, VrStoreKind kind, const char *name, const char *other,
                    const char *id)
{
  VrStoreStep step = { kind, g_strdup (name), g_strdup (other), g_strdup (id) };

  g_array_append_val (steps, step);
}

static gboolean
rename_step (VrArchive *archive, const VrStoreStep *step, GArray *inverse, GError **error)
{
  g_autoptr (GArray) all = vr_rename (archive, step->name, step->other, step->id, TRUE, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const VrRenamed *renamed = &g_array_index (all, VrRenamed, i);

      vr_store_steps_add (inverse, VR_STORE_RENAME, renamed->new_name, renamed->titles.story,
                          renamed->titles.variant);
    }

  return all != NULL;
}

static gboolean
delete_one (VrArchive *archive, const char *name, GArray *inverse, GError **error)
{
  if (!vr_trash_put (archive, name, error))
    return FALSE;
  vr_store_steps_add (inverse, VR_STORE_RESTORE, name, NULL, NULL);

  return TRUE;
}

static gboolean
delete_step (VrArchive *archive, const VrStoreStep *step, GArray *inverse, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;

  if (strchr (step->name, '/') != NULL)
    return delete_one (archive, step->name, inverse, error);
  names = vr_kept_comparison_list_story (archive, step->name, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (!delete_one (archive, g_ptr_array_index (names, i), inverse, error))
      return FALSE;

  return names != NULL;
}

static gboolean
restore_step (VrArchive *archive, const VrStoreStep *step, GArray *inverse, GError **error)
{
  if (!vr_trash_restore (archive, step->name, error))
    return FALSE;
  vr_store_steps_add (inverse, VR_STORE_DELETE, step->name, NULL, NULL);

  return TRUE;
}

static gboolean
label_step (VrArchive *archive, const VrStoreStep *step, GArray *inverse, GError **error)
{
  g_autoptr (GHashTable) labels = vr_label_list (archive, step->name, error);
  g_autofree char *slug = vr_variant_dup_slug (step->other);
  const char *before;

  if (labels == NULL)
    return FALSE;
  before = slug != NULL ? g_hash_table_lookup (labels, slug) : NULL;
  if (!vr_label_set (archive, step->name, step->other, step->id, error))
    return FALSE;
  vr_store_steps_add (inverse, VR_STORE_LABEL, step->name, step->other, before);

  return TRUE;
}

static gboolean
take_step (VrArchive *archive, const VrStoreStep *step, GArray *inverse, GError **error)
{
  switch (step->kind)
    {
    case VR_STORE_RENAME:
      return rename_step (archive, step, inverse, error);
    case VR_STORE_DELETE:
      return delete_step (archive, step, inverse, error);
    case VR_STORE_RESTORE:
      return restore_step (archive, step, inverse, error);
    case VR_STORE_LABEL:
      return label_step (archive, step, inverse, error);
    default:
      g_assert_not_reached ();
    }
}

/* The last one first. */
static GArray *
reverse (const GArray *steps)
{
  GArray *reversed = vr_store_steps_new ();

  for (guint i = steps->len; i > 0; i--)
    {
      const VrStoreStep *step = &g_array_index (steps, VrStoreStep, i - 1);

      vr_store_steps_add (reversed, step->kind, step->name, step->other, step->id);
    }

  return reversed;
}

/* Fills @inverse also where it fails: with what was done until then. */
static gboolean
take_steps (VrArchive *archive, const GArray *steps, GArray *inverse, GError **error)
{
  for (guint i = 0; i < steps->len; i++)
    if (!take_step (archive, &g_array_index (steps, VrStoreStep, i), inverse, error))
      return FALSE;

  return TRUE;
}

static void
act_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (&error);
  g_autoptr (GArray) inverse = vr_store_steps_new ();
  g_autoptr (GArray) back = NULL;

  if (archive != NULL && take_steps (archive, task_data, inverse, &error))
    {
      g_task_return_pointer (task, reverse (inverse), (GDestroyNotify)g_array_unref);
      return;
    }
  back = reverse (inverse);
  if (back->len > 0)
    {
      g_autoptr (GArray) forth = vr_store_steps_new ();

      take_steps (archive, back, forth, NULL);
    }
  g_task_return_error (task, error);
}

void
vr_store_task_act (GObject *source, GArray *steps, GAsyncReadyCallback callback)
{
  vr_store_task_start (source, g_array_ref (steps), (GDestroyNotify)g_array_unref, NULL, callback,
                       act_in_thread);
}

GArray *
vr_store_task_act_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
empty_trash_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                       GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (&error);
  gboolean done = archive != NULL && vr_trash_empty (archive, &error);

  vr_store_task_return_done (task, done, error);
}

void
vr_store_task_empty_trash (GObject *source, GAsyncReadyCallback callback)
{
  vr_store_task_start (source, NULL, NULL, NULL, callback, empty_trash_in_thread);
}

gboolean
vr_store_task_empty_trash_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
