/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells a saved comparison from other files by its first bytes, and from an article. */
#include "vr-document-file.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough for the name of the schema, however it is laid out. */
#define SNIFF_BYTES 512

/* Steps over white space and then @word; NULL where it does not stand there. */
static const char *
skip (const char *at, const char *end, const char *word)
{
  gsize n_bytes = strlen (word);

  while (at != NULL && at < end && strchr (" \t\r\n", *at) != NULL && *at != '\0')
    at++;
  if (at == NULL || (gsize)(end - at) < n_bytes || memcmp (at, word, n_bytes) != 0)
    return NULL;

  return at + n_bytes;
}

gboolean
vr_document_is_json (const char *bytes, gsize n_bytes)
{
  static const char *const words[] = { "{", "\"schema\"", ":", "\"variorum-document/" };
  const char *at = bytes;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    at = skip (at, bytes + n_bytes, words[i]);

  return at != NULL;
}

static gboolean
begins_as_json (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  char bytes[SNIFF_BYTES];
  gsize n_bytes = 0;

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, sizeof bytes, &n_bytes,
                                     cancellable, NULL)
         && vr_document_is_json (bytes, n_bytes);
}

/* A pipe is left alone: what is read from it is gone. */
gboolean
vr_document_is_file (GFile *file, GCancellable *cancellable)
{
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  g_autofree char *name = g_file_get_basename (file);

  if (type == G_FILE_TYPE_REGULAR && begins_as_json (file, cancellable))
    return TRUE;

  return (type == G_FILE_TYPE_REGULAR || type == G_FILE_TYPE_UNKNOWN) && name != NULL
         && g_str_has_suffix (name, VR_DOCUMENT_SUFFIX);
}

static gboolean
refuse (const char *name, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is a saved comparison, not an article; open it alone, or compare two "
                  "articles."),
               name);

  return FALSE;
}

gboolean
vr_document_check_article (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  /* Of one that is not there its reader says so. */
  return !vr_document_is_file (file, cancellable) || !g_file_query_exists (file, cancellable)
         || refuse (name, error);
}

gboolean
vr_document_check_bytes (const char *bytes, gsize n_bytes, const char *name, GError **error)
{
  return !vr_document_is_json (bytes, n_bytes) || refuse (name, error);
}
