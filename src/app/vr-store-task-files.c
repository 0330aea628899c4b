/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that go out of the archive and into it, in threads. */
#include "vr-bundle.h"
#include "vr-output.h"
#include "vr-store-task-acts.h"
#include "vr-own-files.h"
#include "vr-store-task-private.h"
#include "vr-version.h"

typedef struct _Job Job;
typedef gboolean (*Work) (Job *job, GError **error);

/* What a worker sees, and what it answers. */
struct _Job
{
  Work work;
  char *path;
  char *id;
  guint n_variants;
  VrSync received;
};

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->id);
  g_free (job);
}

static void
work_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean is_done = job->work (job, &error);

  vr_store_task_return_done (task, is_done, error);
}

static void
start (GObject *source, Work work, const char *id, const char *path, GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->id = g_strdup (id);
  job->path = g_strdup (path);
  vr_store_task_start (source, job, job_free, NULL, callback, work_in_thread);
}

static gboolean
write_bundle (Job *job, GError **error)
{
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (error);

  return archive != NULL && vr_bundle_write (archive, NULL, job->path, &job->n_variants, error);
}

void
vr_store_task_export (GObject *source, const char *path, GAsyncReadyCallback callback)
{
  start (source, write_bundle, NULL, path, callback);
}

gboolean
vr_store_task_export_finish (GAsyncResult *result, guint *n_variants, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  *n_variants = job->n_variants;

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
read_bundle (Job *job, GError **error)
{
  g_autofree char *path = vr_archive_dup_default_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, error);

  return archive != NULL && vr_bundle_read (archive, job->path, &job->received, error);
}

void
vr_store_task_import (GObject *source, const char *path, GAsyncReadyCallback callback)
{
  start (source, read_bundle, NULL, path, callback);
}

gboolean
vr_store_task_import_finish (GAsyncResult *result, VrSync *received, GError **error)
{
  const Job *job = g_task_get_task_data (G_TASK (result));

  *received = job->received;

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
save_source (Job *job, GError **error)
{
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (error);
  g_autoptr (GBytes) bytes = archive != NULL && vr_own_files_check (archive, job->path, error)
                                 ? vr_version_read_source (archive, job->id, error)
                                 : NULL;
  g_autoptr (VrOutput) output = bytes != NULL ? vr_output_new_for_file (job->path, error) : NULL;
  const char *data;
  gsize n_bytes;

  if (output == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &n_bytes);
  vr_output_write (output, data, n_bytes);

  return vr_output_close (output, error);
}

void
vr_store_task_save_source (GObject *source, const char *id, const char *path,
                           GAsyncReadyCallback callback)
{
  start (source, save_source, id, path, callback);
}

gboolean
vr_store_task_save_source_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
