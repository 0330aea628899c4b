/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive in threads: what the window asks of it, each job with an archive of its own. */
#include "vr-store-task.h"

#include "vr-history-flags.h"
#include "vr-history-snapshot.h"
#include "vr-variant-figures.h"
#include "vr-store-task-private.h"
#include "vr-variant.h"
#include "vr-version-name.h"
#include "vr-version-word.h"

#include <string.h>

/* What a worker sees; the members that its job is about. */
typedef struct
{
  char *name; /* of a variant, or a story */
  char *words[VR_N_SIDES];
  guint numbers[VR_N_SIDES];
  VrDocument *document;
  VrComparison *comparison;
  VrOptions options;
  char *stamp;          /* (nullable): with which versions are known */
  VrStoreListed listed; /* written before the answer is returned */
  VrStoreKept kept;     /* the same */
} Job;

void
vr_store_listed_clear (VrStoreListed *self)
{
  g_clear_pointer (&self->stamp, g_free);
  vr_variant_titles_clear (&self->titles);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_free (job->stamp);
  vr_store_listed_clear (&job->listed);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (job->words[side]);
  g_clear_pointer (&job->document, vr_document_unref);
  g_clear_pointer (&job->comparison, vr_comparison_unref);
  g_free (job);
}

void
vr_store_task_start (GObject *source, gpointer job, GDestroyNotify free_job,
                     GCancellable *cancellable, GAsyncReadyCallback callback, GTaskThreadFunc func)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);

  g_task_set_source_tag (task, func);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, func);
}

static void
start (GObject *source, Job *job, GCancellable *cancellable, GAsyncReadyCallback callback,
       GTaskThreadFunc func)
{
  vr_store_task_start (source, job, job_free, cancellable, callback, func);
}

void
vr_store_task_return (GTask *task, gpointer answer, GDestroyNotify answer_free, GError *error)
{
  if (answer != NULL)
    g_task_return_pointer (task, answer, answer_free);
  else
    g_task_return_error (task, error);
}

void
vr_store_task_return_done (GTask *task, gboolean done, GError *error)
{
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

VrArchive *
vr_store_task_open_archive (GError **error)
{
  g_autofree char *path = vr_archive_dup_default_path ();

  return vr_archive_open (path, error);
}

gboolean
vr_store_task_open_if_any (VrArchive **archive, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  *archive = vr_store_task_open_archive (&trouble);
  if (*archive != NULL || g_error_matches (trouble, VR_ERROR, VR_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));

  return FALSE;
}

static void
clear_variant (gpointer data)
{
  VrStoreVariant *variant = data;

  g_free (variant->name);
  g_free (variant->folded);
}

static void
list_variants_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                         GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GArray) variants = g_array_new (FALSE, FALSE, sizeof (VrStoreVariant));

  g_array_set_clear_func (variants, clear_variant);
  if (vr_store_task_open_if_any (&archive, &error))
    names = archive != NULL ? vr_archive_list_variants (archive, NULL, &error) : g_ptr_array_new ();
  if (names == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < names->len; i++)
    {
      char *name = g_ptr_array_index (names, i);
      VrStoreVariant variant = { g_strdup (name), g_utf8_casefold (name, -1) };

      g_array_append_val (variants, variant);
    }
  g_task_return_pointer (task, g_steal_pointer (&variants), (GDestroyNotify)g_array_unref);
}

void
vr_store_task_list_variants (GObject *source, GCancellable *cancellable,
                             GAsyncReadyCallback callback)
{
  start (source, g_new0 (Job, 1), cancellable, callback, list_variants_in_thread);
}

GArray *
vr_store_task_list_variants_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
find_most_words (Job *job, const GArray *versions)
{
  for (guint i = 0; i < versions->len; i++)
    {
      VrChangedWords words;

      if (vr_version_flags_read_words (g_array_index (versions, VrVersion, i).trailers, &words))
        job->listed.n_most_words =
            MAX (job->listed.n_most_words, words.removed + words.added + words.moved);
    }
}

static void
list_versions_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                         GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (VrArchive) archive = NULL;
  g_autoptr (GArray) versions = NULL;

  /* Who goes through the stories by key does not wait for each of them. */
  if (g_task_return_error_if_cancelled (task))
    return;
  archive = vr_store_task_open_archive (&error);
  job->listed.stamp = archive != NULL ? vr_variant_dup_stamp (archive, job->name, &error) : NULL;
  if (job->listed.stamp != NULL && g_strcmp0 (job->listed.stamp, job->stamp) == 0)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  versions = job->listed.stamp != NULL ? vr_version_list (archive, job->name, &error) : NULL;
  if (versions == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  find_most_words (job, versions);
  vr_variant_titles_read_last (archive, job->name, &job->listed.titles);
  g_task_return_pointer (task, g_steal_pointer (&versions), (GDestroyNotify)g_array_unref);
}

void
vr_store_task_list_versions (GObject *source, const char *name, const char *stamp,
                             GCancellable *cancellable, GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  job->name = g_strdup (name);
  job->stamp = g_strdup (stamp);
  start (source, job, cancellable, callback, list_versions_in_thread);
}

GArray *
vr_store_task_list_versions_finish (GAsyncResult *result, VrStoreListed *listed, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *listed = job->listed;
  job->listed = (VrStoreListed){ NULL };

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
drop_in_thread (gpointer versions)
{
  g_array_unref (versions);

  return NULL;
}

void
vr_store_task_drop_versions (GArray *versions)
{
  g_thread_unref (g_thread_new ("versions", drop_in_thread, versions));
}

/* The text of a version that may be known by its number only. */
static GBytes *
read_side (const Job *job, VrArchive *archive, VrSide side, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (job->words[side] != NULL)
    return vr_version_read_text (archive, job->words[side], error);
  name = g_strdup_printf ("%s@%u", job->name, job->numbers[side]);
  id = vr_version_resolve (archive, name, error);

  return id != NULL ? vr_version_read_text (archive, id, error) : NULL;
}

static VrDocument *
read_pair (const Job *job, GError **error)
{
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (error);
  g_autoptr (GBytes) old_text =
      archive != NULL ? read_side (job, archive, VR_SIDE_OLD, error) : NULL;
  g_autoptr (GBytes) new_text =
      old_text != NULL ? read_side (job, archive, VR_SIDE_NEW, error) : NULL;
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;

  if (new_text == NULL)
    return NULL;
  old_name = g_strdup_printf ("%s@%u", job->name, job->numbers[VR_SIDE_OLD]);
  new_name = g_strdup_printf ("%s@%u", job->name, job->numbers[VR_SIDE_NEW]);

  return vr_document_new ((const VrSource[]){ { old_name, NULL, old_text, "UTF-8" },
                                              { new_name, NULL, new_text, "UTF-8" } },
                          &job->options, NULL);
}

static void
read_pair_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;
  VrDocument *document = read_pair (task_data, &error);

  vr_store_task_return (task, document, (GDestroyNotify)vr_document_unref, error);
}

void
vr_store_task_read_pair (GObject *source, const VrVersionPair *pair, const VrOptions *options,
                         GCancellable *cancellable, GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  job->name = g_strdup (pair->name);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      job->words[side] = g_strdup (pair->ids[side]);
      job->numbers[side] = pair->numbers[side];
    }
  job->options = options != NULL ? *options : (VrOptions)VR_OPTIONS_INIT;
  /* What the options' strings are borrowed from may be gone; neither is asked for here. */
  job->options.language = job->options.encoding = NULL;
  job->options.paragraphs = VR_PARAGRAPHS_LINE;
  start (source, job, cancellable, callback, read_pair_in_thread);
}

VrDocument *
vr_store_task_read_pair_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
vr_store_task_is_version (const VrSource *source)
{
  const char *at =
      source->uri == NULL && source->bytes != NULL ? strrchr (source->name, '@') : NULL;
  g_autofree char *name = at != NULL ? g_strndup (source->name, (gsize)(at - source->name)) : NULL;
  guint number;

  if (source->uri != NULL && g_str_has_prefix (source->uri, VR_VERSION_WORD_PREFIX))
    return TRUE;

  return name != NULL && vr_version_name_is_number (at + 1, &number) && vr_variant_is_name (name);
}

/* Its place on this computer, else its address or what people call it. */
static char *
dup_source_name (const VrSource *source)
{
  g_autoptr (GFile) file = source->uri != NULL ? g_file_new_for_uri (source->uri) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    return path;

  return g_strdup (source->uri != NULL ? source->uri : source->name);
}

static gboolean
keep_side (Job *job, VrArchive *archive, const VrDocument *held, VrSide side, GDateTime *now,
           GError **error)
{
  const VrSource *source = vr_document_peek_source (held, side);
  g_autofree char *source_name = dup_source_name (source);
  g_autofree char *id = NULL;
  VrSnapshot snapshot = { .story = job->name,
                          .variant = job->words[side],
                          .article = vr_comparison_get_article (job->comparison, side),
                          .source = source->bytes,
                          .source_name = source_name,
                          .retrieved = now };

  job->kept.results[side] = vr_history_snapshot (archive, &snapshot, &id, error);

  return job->kept.results[side] != VR_SNAPSHOT_FAILED;
}

static gboolean
keep (Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = vr_archive_dup_default_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (VrDocument) held = NULL;
  guint rewritten;

  if (archive == NULL)
    return FALSE;
  held = vr_document_hold (job->document, job->comparison, &rewritten, cancellable);
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (job->words[side] != NULL && !keep_side (job, archive, held, (VrSide)side, now, error))
      return FALSE;

  return TRUE;
}

static void
keep_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  gboolean done = keep (task_data, cancellable, &error);

  vr_store_task_return_done (task, done, error);
}

void
vr_store_task_keep (GObject *source, VrDocument *document, VrComparison *comparison,
                    const char *story, const char *const variants[VR_N_SIDES],
                    GCancellable *cancellable, GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  job->document = vr_document_ref (document);
  job->comparison = vr_comparison_ref (comparison);
  job->name = g_strdup (story);
  for (guint side = 0; side < VR_N_SIDES; side++)
    job->words[side] = g_strdup (variants[side]);
  start (source, job, cancellable, callback, keep_in_thread);
}

gboolean
vr_store_task_keep_finish (GAsyncResult *result, VrStoreKept *kept, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *kept = job->kept;

  return g_task_propagate_boolean (G_TASK (result), error);
}
