/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many files and pages in, a line of JSON each out, in their order. */
#include "vr-extract-batch.h"

#include "vr-article-json.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How many may be read or be waiting for those before them, for each thread: a book holds up no
 * page, and memory stays small. */
#define AHEAD_PER_THREAD 8

/* One file, or page. */
typedef struct
{
  char *path;
  GString *line; /* NULL until it is done */
  gboolean has_failed;
} Job;

/* What the threads share: the one that reads the list, those that read files and pages, the one
 * that writes. */
typedef struct
{
  const VrReading *reading;
  const VrCliFetch *fetch;
  VrOutput *output;
  GThreadPool *pool;
  GMutex mutex;
  GCond changed;
  GQueue jobs; /* of Job, in order */
  guint most;
  gboolean is_all; /* no more will come */
  gboolean has_failed;
} Batch;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_string_free (job->line, TRUE);
  g_free (job);
}

static void
write_trouble (VrJsonWriter *json, const char *path, const GError *error)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "path", string, path);
  vr_json_writer_put (json, "error", string, error->message);
  vr_json_writer_end (json, '}');
}

/* Standard input is the list: what is called “-” there is a file. */
static VrArticle *
read_article (const Batch *self, const char *path, GError **error)
{
  VrCliFetch fetch = { .timeout = self->fetch->timeout, .is_silent = TRUE };
  const char *file = g_str_equal (path, "-") ? "./-" : path;

  return vr_fetch_is_url (path) ? vr_cli_fetch_article (&fetch, path, self->reading, NULL, error)
                                : vr_article_read_file (file, file, self->reading, NULL, error);
}

static void
read_in_thread (gpointer data, gpointer user_data)
{
  Batch *self = user_data;
  Job *job = data;
  g_autofree char *shown_path = g_utf8_make_valid (job->path, -1);
  GString *line = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (line);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArticle) article = read_article (self, job->path, &error);

  if (article != NULL)
    vr_article_write_json (article, shown_path, &json);
  else
    write_trouble (&json, shown_path, error);
  vr_output_put_char (output, '\n');
  vr_output_close (output, NULL);
  g_mutex_lock (&self->mutex);
  job->line = line;
  job->has_failed = article == NULL;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* The next one in order, when it is done; NULL behind the last. */
static Job *
take_done (Batch *self)
{
  Job *job;

  g_mutex_lock (&self->mutex);
  while ((job = g_queue_peek_head (&self->jobs)) != NULL ? job->line == NULL : !self->is_all)
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_pop_head (&self->jobs);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
  return job;
}

/* Each line is there as soon as it can be: who asks may wait for it before asking again. */
static gpointer
write_in_thread (gpointer data)
{
  Batch *self = data;
  Job *job;

  while ((job = take_done (self)) != NULL)
    {
      vr_output_write (self->output, job->line->str, job->line->len);
      vr_output_flush (self->output);
      self->has_failed = self->has_failed || job->has_failed;
      job_free (job);
    }
  return NULL;
}

static void
add (Batch *self, const char *path)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  g_mutex_lock (&self->mutex);
  while (g_queue_get_length (&self->jobs) >= self->most)
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_push_tail (&self->jobs, job);
  g_mutex_unlock (&self->mutex);
  g_thread_pool_push (self->pool, job, NULL);
}

/* Whoever reads the lines may have gone. */
static VrStatus
add_all (Batch *self)
{
  char *line = NULL;
  gsize n_room = 0;
  gssize n_bytes;

  while (!vr_output_has_failed (self->output) && (n_bytes = getline (&line, &n_room, stdin)) >= 0)
    {
      if (n_bytes > 0 && line[n_bytes - 1] == '\n')
        line[n_bytes - 1] = '\0';
      if (*line != '\0')
        add (self, line);
    }
  free (line);
  if (ferror (stdin))
    return vr_cli_fail (_ ("Standard input cannot be read: %s."), g_strerror (errno));
  return VR_STATUS_DONE;
}

VrStatus
vr_extract_batch (const VrReading *reading, const VrCliFetch *fetch, VrOutput *output)
{
  guint n_threads = g_get_num_processors ();
  Batch self = {
    .reading = reading, .fetch = fetch, .output = output, .most = n_threads * AHEAD_PER_THREAD
  };
  GThread *writer;
  VrStatus status;

  g_mutex_init (&self.mutex);
  g_cond_init (&self.changed);
  g_queue_init (&self.jobs);
  self.pool = g_thread_pool_new (read_in_thread, &self, (gint)n_threads, FALSE, NULL);
  writer = g_thread_new ("write", write_in_thread, &self);
  status = add_all (&self);
  g_mutex_lock (&self.mutex);
  self.is_all = TRUE;
  g_cond_broadcast (&self.changed);
  g_mutex_unlock (&self.mutex);
  g_thread_join (writer);
  g_thread_pool_free (self.pool, FALSE, TRUE);
  g_mutex_clear (&self.mutex);
  g_cond_clear (&self.changed);
  return self.has_failed ? VR_STATUS_TROUBLE : status;
}
