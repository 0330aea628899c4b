/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web archives (WARC, ISO 28500:2017): the pages in one, each with when it was captured. */
#include "vr-webarchive.h"

#include "vr-http-answer.h"
#include "vr-warc-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BEGINNING "WARC/1."
/* Of a record's own headers; wget writes half a kilobyte. */
#define HEAD_BYTES (64 * 1024)
/* A record of a page has the answer's headers besides. */
#define RECORD_BYTES (VR_HTTP_BODY_MAX_BYTES + HEAD_BYTES)
#define WHOLE_BYTES (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024)
/* A file that has more is no web archive; each may cost a look at all that follows. */
#define MAX_TROUBLES 100

/* What is at hand while one is read. */
typedef struct
{
  VrWarcSource source;
  VrWebarchive *result;
  GHashTable *by_digest; /* char *, VrCapture *: the first one with such a body */
  GHashTable *by_url;    /* char *, VrCapture *: the last one */
  guint64 n_kept;
} Reading;

static void
reading_clear (Reading *self)
{
  vr_warc_source_clear (&self->source);
  g_hash_table_unref (self->by_digest);
  g_hash_table_unref (self->by_url);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

void
vr_capture_free (VrCapture *self)
{
  g_free (self->url);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_free (self->content_type);
  g_free (self->charset);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

void
vr_webarchive_free (VrWebarchive *self)
{
  g_ptr_array_unref (self->captures);
  g_ptr_array_unref (self->troubles);
  g_free (self);
}

gboolean
vr_webarchive_is (const guint8 *data, gsize n_bytes)
{
  g_auto (VrWarcSource) source = { 0 };
  gsize n_here = strlen (BEGINNING);
  const char *text;

  vr_warc_source_init (&source, data, n_bytes);
  text = vr_warc_source_peek (&source, &n_here);
  return n_here == strlen (BEGINNING) && memcmp (text, BEGINNING, n_here) == 0;
}

/* @sentence: with %s where it says at which byte. */
static void
tell (Reading *self, const char *sentence)
{
  g_autofree char *at = g_strdup_printf ("%" G_GUINT64_FORMAT, self->source.n_passed);
  g_auto (GStrv) parts = NULL;

  parts = g_strsplit (sentence, "%s", 2);
  g_ptr_array_add (self->result->troubles, g_strjoinv (at, parts));
}

/* What an article may be. */
static gboolean
is_page (guint status, GHashTable *headers)
{
  static const char *const types[] = { "text/html",     "application/xhtml+xml", "text/plain",
                                       "text/markdown", "application/pdf",       NULL };
  g_autofree char *charset = NULL;
  g_autofree char *type = vr_http_headers_dup_type (headers, &charset);

  return status == 200 && (type == NULL || g_strv_contains (types, type));
}

/* WARC 1.0 as wget writes it has brackets around the address. */
static char *
dup_url (GHashTable *record)
{
  const char *value = g_hash_table_lookup (record, "warc-target-uri");
  gsize n_bytes = value != NULL ? strlen (value) : 0;

  if (n_bytes >= 2 && value[0] == '<' && value[n_bytes - 1] == '>')
    return g_strndup (value + 1, n_bytes - 2);
  return g_strdup (value);
}

static gboolean
is_web (const char *url)
{
  return url != NULL
         && (g_ascii_strncasecmp (url, "http://", 7) == 0
             || g_ascii_strncasecmp (url, "https://", 8) == 0);
}

/* Takes @capture over. */
static void
keep (Reading *self, VrCapture *capture, const char *digest)
{
  g_ptr_array_add (self->result->captures, capture);
  if (capture->body == NULL)
    return;
  self->n_kept += g_bytes_get_size (capture->body);
  g_hash_table_insert (self->by_url, capture->url, capture);
  if (digest != NULL && !g_hash_table_contains (self->by_digest, digest))
    g_hash_table_insert (self->by_digest, g_strdup (digest), capture);
}

static VrCapture *
new_capture (GHashTable *record)
{
  const char *date = g_hash_table_lookup (record, "warc-date");
  g_autoptr (VrCapture) capture = g_new0 (VrCapture, 1);

  capture->url = dup_url (record);
  capture->date = date != NULL ? g_date_time_new_from_iso8601 (date, NULL) : NULL;
  return is_web (capture->url) && capture->date != NULL ? g_steal_pointer (&capture) : NULL;
}

static void
read_response (Reading *self, GHashTable *record, const char *block, gsize n_bytes)
{
  g_autoptr (VrCapture) capture = new_capture (record);
  g_auto (VrHttpAnswer) answer = { 0 };

  if (capture == NULL || !vr_http_answer_read (&answer, block, n_bytes, is_page))
    return;
  capture->status = answer.status;
  capture->content_type = vr_http_headers_dup_type (answer.headers, &capture->charset);
  capture->body = g_steal_pointer (&answer.body);
  if (capture->body != NULL || capture->status == 404 || capture->status == 410)
    keep (self, g_steal_pointer (&capture), g_hash_table_lookup (record, "warc-payload-digest"));
}

/* A page that was fetched by other means than HTTP stands there bare. */
static void
read_resource (Reading *self, GHashTable *record, const char *block, gsize n_bytes)
{
  g_autoptr (VrCapture) capture = new_capture (record);

  if (capture == NULL || !is_page (200, record))
    return;
  capture->status = 200;
  capture->content_type = vr_http_headers_dup_type (record, &capture->charset);
  capture->body = g_bytes_new (block, n_bytes);
  keep (self, g_steal_pointer (&capture), g_hash_table_lookup (record, "warc-payload-digest"));
}

/* One whose body was written before, or that the server called unchanged. */
static void
read_revisit (Reading *self, GHashTable *record)
{
  const char *digest = g_hash_table_lookup (record, "warc-payload-digest");
  g_autoptr (VrCapture) capture = new_capture (record);
  const VrCapture *before = digest != NULL ? g_hash_table_lookup (self->by_digest, digest) : NULL;

  if (capture != NULL && before == NULL)
    before = g_hash_table_lookup (self->by_url, capture->url);
  if (capture == NULL || before == NULL)
    return;
  capture->status = before->status;
  capture->content_type = g_strdup (before->content_type);
  capture->charset = g_strdup (before->charset);
  capture->body = g_bytes_ref (before->body);
  g_ptr_array_add (self->result->captures, g_steal_pointer (&capture));
}

static void
read_block (Reading *self, GHashTable *record, const char *block, gsize n_bytes)
{
  const char *type = g_hash_table_lookup (record, "warc-type");

  if (g_strcmp0 (type, "response") == 0)
    read_response (self, record, block, n_bytes);
  else if (g_strcmp0 (type, "resource") == 0)
    read_resource (self, record, block, n_bytes);
  else if (g_strcmp0 (type, "revisit") == 0)
    read_revisit (self, record);
}

/* Reads on where the next record seems to begin.  Returns: whether there is one. */
static gboolean
find_record (Reading *self)
{
  self->source.is_broken = FALSE;
  while (TRUE)
    {
      gsize n_here = HEAD_BYTES;
      const char *text = vr_warc_source_peek (&self->source, &n_here);
      const char *found = memmem (text, n_here, BEGINNING, strlen (BEGINNING));

      if (found != NULL)
        return vr_warc_source_skip (&self->source, (guint64)(found - text));
      if (n_here < strlen (BEGINNING) && !self->source.is_broken)
        return FALSE;
      self->source.is_broken = FALSE;
      /* It may begin with the last bytes that are there. */
      vr_warc_source_skip (&self->source,
                           MAX (n_here, strlen (BEGINNING)) - strlen (BEGINNING) + 1);
    }
}

/* Where the headers of the record at hand end; 0 where they do not. */
static gsize
find_head_end (const char *text, gsize n_bytes)
{
  const char *end = memmem (text, n_bytes, "\r\n\r\n", 4);

  if (n_bytes < strlen (BEGINNING) || memcmp (text, BEGINNING, strlen (BEGINNING)) != 0)
    return 0;
  if (end != NULL)
    return (gsize)(end - text) + 4;
  end = memmem (text, n_bytes, "\n\n", 2);
  return end != NULL ? (gsize)(end - text) + 2 : 0;
}

static GHashTable *
read_head (Reading *self, guint64 *n_block)
{
  gsize n_here = HEAD_BYTES;
  gsize n_read;
  const char *text = vr_warc_source_peek (&self->source, &n_here);
  gsize n_head = find_head_end (text, n_here);
  const char *line = n_head > 0 ? (const char *)memchr (text, '\n', n_head) + 1 : NULL;
  g_autoptr (GHashTable) record =
      line != NULL ? vr_http_headers_read (line, n_head - (gsize)(line - text), &n_read) : NULL;
  const char *length = record != NULL ? g_hash_table_lookup (record, "content-length") : NULL;

  if (length == NULL || !g_ascii_string_to_unsigned (length, 10, 0, G_MAXINT64, n_block, NULL)
      || !vr_warc_source_skip (&self->source, n_head))
    return NULL;
  return g_steal_pointer (&record);
}

/* Returns: whether the record was whole. */
static gboolean
read_record (Reading *self)
{
  guint64 n_block;
  g_autoptr (GHashTable) record = read_head (self, &n_block);
  gsize n_here;
  const char *block;

  if (record == NULL)
    return FALSE;
  if (n_block > RECORD_BYTES)
    {
      tell (self, _ ("The record before byte %s is larger than any page, and was left out."));
      return vr_warc_source_skip (&self->source, n_block);
    }
  n_here = (gsize)n_block;
  block = vr_warc_source_peek (&self->source, &n_here);
  if (n_here < n_block)
    return FALSE;
  read_block (self, record, block, n_here);
  return vr_warc_source_skip (&self->source, n_block);
}

/* Two line ends follow each record.  Returns: whether anything follows them. */
static gboolean
skip_ends (Reading *self)
{
  while (TRUE)
    {
      gsize n_here = 1;
      const char *text = vr_warc_source_peek (&self->source, &n_here);

      if (n_here == 0)
        return self->source.is_broken;
      if (*text != '\r' && *text != '\n')
        return TRUE;
      vr_warc_source_skip (&self->source, 1);
    }
}

static void
read_all (Reading *self, GCancellable *cancellable)
{
  while (skip_ends (self) && !g_cancellable_is_cancelled (cancellable))
    {
      guint64 n_passed = self->source.n_passed;

      if (self->n_kept > WHOLE_BYTES)
        {
          tell (self,
                _ ("There are more than 4 GB of pages; those from byte %s on were left out."));
          return;
        }
      if (!self->source.is_broken && read_record (self))
        continue;
      tell (self, _ ("What stands at byte %s is no whole record, and was left out."));
      if (self->result->troubles->len >= MAX_TROUBLES)
        return;
      /* Else it would be found again. */
      if (self->source.n_passed == n_passed)
        vr_warc_source_skip (&self->source, 1);
      if (!find_record (self))
        return;
    }
}

VrWebarchive *
vr_webarchive_read (const guint8 *data, gsize n_bytes, GCancellable *cancellable, GError **error)
{
  g_auto (Reading) self = { 0 };
  g_autoptr (VrWebarchive) result = g_new0 (VrWebarchive, 1);

  result->captures = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_capture_free);
  result->troubles = g_ptr_array_new_with_free_func (g_free);
  self.result = result;
  self.by_digest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.by_url = g_hash_table_new (g_str_hash, g_str_equal);
  vr_warc_source_init (&self.source, data, n_bytes);
  read_all (&self, cancellable);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
                                                                   : g_steal_pointer (&result);
}
