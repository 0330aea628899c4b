/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles that a command line names, some of them versions in the archive; read in a thread. */
#include "vr-store-task-operands.h"

#include "vr-document-file.h"
#include "vr-error.h"
#include "vr-store-task-private.h"
#include "vr-version-operand.h"
#include "vr-version-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a worker sees. */
typedef struct
{
  char *words[VR_N_SIDES];
  char *names[VR_N_SIDES];
  VrOptions options;
  gboolean hold;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_free (job->words[side]);
      g_free (job->names[side]);
    }
  g_free (job);
}

static VrDocument *
with_bytes (const VrDocument *document, VrSide side, const VrVersionFacts *facts, GBytes *bytes,
            GError **error)
{
  g_autofree char *path = g_uri_escape_string (facts->name, "/@", FALSE);
  /* Whatever it is called, it is known by its address for what it is. */
  g_autofree char *uri = g_strconcat (VR_VERSION_WORD_PREFIX, path, NULL);
  VrSource source = { .name = facts->name,
                      .uri = uri,
                      .bytes = bytes,
                      .encoding = facts->encoding,
                      .format = facts->format };
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  /* What is kept may be a saved comparison. */
  return vr_document_check_bytes (data, n_bytes, facts->name, error)
             ? vr_document_with_source (document, side, &source)
             : NULL;
}

static VrDocument *
with_version (const VrDocument *document, VrSide side, const char *word, char **name,
              GError **error)
{
  g_auto (VrVersionFacts) facts = { 0 };
  g_autoptr (GBytes) bytes =
      vr_version_read_operand (NULL, vr_version_word_peek_name (word), &facts, error);

  if (bytes == NULL)
    return NULL;
  *name = g_strdup (facts.name);

  return with_bytes (document, side, &facts, bytes, error);
}

static VrDocument *
with_file (const VrDocument *document, VrSide side, const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_parse_name (file);
  VrSource source = { .name = name, .uri = uri };

  return vr_document_with_source (document, side, &source);
}

/* The name of the version before @name, "story/variant@3". */
static char *
dup_before (const char *name, GError **error)
{
  const char *at = strrchr (name, '@');
  guint64 number = 0;

  if (at == NULL || !g_ascii_string_to_unsigned (at + 1, 10, 1, G_MAXUINT, &number, NULL))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("What was before version “%s” is not known from its id; name its variant, "
                      "STORY/VARIANT@NUMBER."),
                   name);
      return NULL;
    }
  if (number == 1)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is the first version; name another article to compare it with."), name);
      return NULL;
    }

  return g_strdup_printf ("%.*s@%u", (int)(at - name), name, (guint)number - 1);
}

static VrDocument *
read_with_before (const VrDocument *document, const VrVersionFacts *facts, GBytes *bytes,
                  GError **error)
{
  g_autofree char *before = NULL;
  g_autofree char *old_name = NULL;
  g_autoptr (VrDocument) half = with_bytes (document, VR_SIDE_NEW, facts, bytes, error);

  before = half != NULL ? dup_before (facts->name, error) : NULL;

  return before != NULL ? with_version (half, VR_SIDE_OLD, before, &old_name, error) : NULL;
}

/* A saved comparison, or a version and the one before it. */
static VrDocument *
read_alone (const VrDocument *none, const Job *job, GError **error)
{
  const char *word = vr_version_word_peek_name (job->words[VR_SIDE_OLD]);
  g_auto (VrVersionFacts) facts = { 0 };
  g_autoptr (GBytes) bytes = vr_version_read_operand (NULL, word, &facts, error);
  gsize n_bytes = 0;
  const char *json = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (bytes == NULL)
    return NULL;

  return vr_document_is_json (json, n_bytes)
             ? vr_document_new_from_json (json, n_bytes, facts.name, VR_DOCUMENT_WHOLE, NULL, error)
             : read_with_before (none, &facts, bytes, error);
}

static VrDocument *
read_each (const VrDocument *none, const Job *job, GError **error)
{
  g_autoptr (VrDocument) document = vr_document_with_options (none, &job->options);

  for (guint side = 0; side < VR_N_SIDES && document != NULL; side++)
    {
      g_autoptr (VrDocument) before = g_steal_pointer (&document);
      g_autofree char *name = NULL;

      document = g_str_has_prefix (job->words[side], VR_VERSION_WORD_PREFIX)
                     ? with_version (before, side, job->words[side], &name, error)
                     : with_file (before, side, job->words[side]);
    }

  return g_steal_pointer (&document);
}

static VrDocument *
with_names (VrDocument *document, const Job *job)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrSource source = *vr_document_peek_source (document, side);
      VrDocument *named;

      if (job->names[side] == NULL)
        continue;
      source.name = job->names[side];
      named = vr_document_with_source (document, side, &source);
      vr_document_unref (document);
      document = named;
    }

  return document;
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  const VrSource sources[VR_N_SIDES] = { { .name = "" }, { .name = "" } };
  g_autoptr (VrDocument) none = vr_document_new (sources, &job->options, NULL);
  GError *error = NULL;
  VrDocument *document = job->words[VR_SIDE_NEW] != NULL ? read_each (none, job, &error)
                                                         : read_alone (none, job, &error);

  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  document = with_names (document, job);
  if (job->hold)
    {
      VrDocument *held = vr_document_load (document, cancellable);

      vr_document_unref (document);
      document = held;
    }
  g_task_return_pointer (task, document, (GDestroyNotify)vr_document_unref);
}

void
vr_store_task_read_operands (GObject *source, const char *const words[VR_N_SIDES],
                             const char *const names[VR_N_SIDES], const VrOptions *options,
                             gboolean hold, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      job->words[side] = g_strdup (words[side]);
      job->names[side] = g_strdup (names[side]);
    }
  job->hold = hold;
  job->options = *options;
  /* What the options' strings are borrowed from may be gone; neither is asked for here. */
  job->options.language = job->options.encoding = NULL;
  vr_store_task_start (source, job, job_free, cancellable, callback, read_in_thread);
}

VrDocument *
vr_store_task_read_operands_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
