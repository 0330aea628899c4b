/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Histories in threads: where sentences come from, and in which versions a phrase stands. */
#include "vr-store-task-history.h"

#include "vr-history-snapshot.h"
#include "vr-store-task-private.h"

/* Texts around a phrase are read for so many events; nobody reads more of them. */
#define MOST_CONTEXTS 2000
/* How much of a search bringing the index up to date is; the rest reads those texts. */
#define INDEX_SHARE 0.9

/* What a worker sees, and what it tells the main thread. */
typedef struct
{
  char *name; /* (nullable): of a variant */
  char *words;
  VrProgress progress;
  GCancellable *cancellable; /* (nullable) */
  int per_mille;             /* atomic */
  int is_told;               /* atomic: an idle is under way that reads it */
  gboolean is_over;          /* of the main thread */
  VrVariantTitles titles;    /* written before the answer is returned */
} Job;

static void
clear_job (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_free (job->words);
  vr_variant_titles_clear (&job->titles);
  g_clear_object (&job->cancellable);
}

static void
release_job (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear_job);
}

static gboolean
tell_cb (gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->is_told, FALSE);
  if (!job->is_over && !g_cancellable_is_cancelled (job->cancellable))
    job->progress.func (g_atomic_int_get (&job->per_mille) / 1000.0, job->progress.user_data);

  return G_SOURCE_REMOVE;
}

/* Runs in the worker's thread; however often, one idle at a time carries the news over. */
static void
progress_cb (double fraction, gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->per_mille, (int)(fraction * 1000));
  if (job->progress.func != NULL && g_atomic_int_compare_and_exchange (&job->is_told, FALSE, TRUE))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, tell_cb, g_atomic_rc_box_acquire (job), release_job);
}

static void
search_progress_cb (double fraction, gpointer user_data)
{
  progress_cb (fraction * INDEX_SHARE, user_data);
}

static void
start (GObject *source, const char *name, const char *words, const VrProgress *progress,
       GCancellable *cancellable, GAsyncReadyCallback callback, GTaskThreadFunc func)
{
  Job *job = g_atomic_rc_box_new0 (Job);

  job->name = g_strdup (name);
  job->words = g_strdup (words);
  if (progress != NULL)
    job->progress = *progress;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  vr_store_task_start (source, job, release_job, cancellable, callback, func);
}

static gpointer
finish (GAsyncResult *result, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  job->is_over = TRUE;

  return g_task_propagate_pointer (G_TASK (result), error);
}

static VrHistoryBlame *
trace (Job *job, GCancellable *cancellable, GError **error)
{
  const VrProgress progress = { progress_cb, job };
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (error);
  g_autofree char *id = NULL;

  if (archive == NULL)
    return NULL;
  id =
      job->words != NULL ? g_strdup (job->words) : vr_version_find_last (archive, job->name, error);

  if (id == NULL)
    return NULL;
  vr_variant_titles_read_last (archive, job->name, &job->titles);

  return vr_history_blame_new (archive, job->name, id, &progress, cancellable, error);
}

static void
trace_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  VrHistoryBlame *blame;

  /* Who goes through the stories by key does not wait for each of them. */
  if (g_task_return_error_if_cancelled (task))
    return;
  blame = trace (task_data, cancellable, &error);
  vr_store_task_return (task, blame, (GDestroyNotify)vr_history_blame_unref, error);
}

void
vr_store_task_trace (GObject *source, const char *name, const char *id, const VrProgress *progress,
                     GCancellable *cancellable, GAsyncReadyCallback callback)
{
  start (source, name, id, progress, cancellable, callback, trace_in_thread);
}

VrHistoryBlame *
vr_store_task_trace_finish (GAsyncResult *result, VrVariantTitles *titles, GError **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  *titles = job->titles;
  job->titles = (VrVariantTitles){ NULL };

  return finish (result, error);
}

/* A text that cannot be read now was read for the index: what was found holds without it. */
static void
read_contexts (Job *job, VrArchive *archive, VrPhraseLives *lives, GCancellable *cancellable)
{
  guint n = MIN (lives->events->len, MOST_CONTEXTS);

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      VrPhraseEvent *event = &g_array_index (lives->events, VrPhraseEvent, i);
      g_autoptr (VrArticle) article = NULL;

      if (event->kind != VR_PHRASE_APPEARED && event->kind != VR_PHRASE_BACK)
        continue;
      article = vr_history_read (archive, event->version.id, NULL);
      if (article != NULL)
        vr_phrase_event_set_context (event, article, lives->phrase);
      progress_cb (INDEX_SHARE + (1 - INDEX_SHARE) * i / n, job);
    }
}

static void
read_titles (VrArchive *archive, VrPhraseLives *lives, GCancellable *cancellable)
{
  guint n;
  const VrFoundVariant *variants = vr_history_search_peek_variants (lives->search, &n);

  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      VrVariantTitles titles;

      vr_variant_titles_read_last (archive, variants[i].name, &titles);
      vr_phrase_lives_take_titles (lives, i, &titles);
    }
}

static VrPhraseLives *
search (Job *job, GCancellable *cancellable, GError **error)
{
  const VrProgress progress = { search_progress_cb, job };
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (error);
  g_autoptr (VrHistorySearch) found = NULL;
  VrPhraseLives *lives;

  if (archive != NULL)
    found = vr_history_search_new (archive, job->words, NULL, &progress, cancellable, error);
  if (found == NULL)
    return NULL;
  lives = vr_phrase_lives_new (job->words, g_steal_pointer (&found));
  read_titles (archive, lives, cancellable);
  read_contexts (job, archive, lives, cancellable);

  return lives;
}

static void
search_in_thread (GTask *task, gpointer source_object, gpointer task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  VrPhraseLives *lives = search (task_data, cancellable, &error);

  vr_store_task_return (task, lives, (GDestroyNotify)vr_phrase_lives_unref, error);
}

void
vr_store_task_search (GObject *source, const char *phrase, const VrProgress *progress,
                      GCancellable *cancellable, GAsyncReadyCallback callback)
{
  start (source, NULL, phrase, progress, cancellable, callback, search_in_thread);
}

VrPhraseLives *
vr_store_task_search_finish (GAsyncResult *result, GError **error)
{
  return finish (result, error);
}
