/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetches a page over HTTP: in the caller's thread, with a main context of its own, where limits
 * and the caller's word to stop are events like any other. */
#include "vr-fetch.h"

#include "config.h"

#include "vr-fetch-words.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>

/* Fetch Standard, 4.4: twenty; ten are more than any address that people pass on has. */
#define MAX_REDIRECTS 10
#define CONNECT_S 15
#define IDLE_S 30
#define WHOLE_S 120
#define PIECE_BYTES (64 * 1024)
/* What a server may choose from where it has several. */
#define ACCEPT "text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.8"
#define USER_AGENT "Variorum/" VR_VERSION " (+https://github.com/variorum/variorum)"

/* What is at hand while a page is fetched. */
typedef struct
{
  const VrProgress *progress;
  VrFetchOptions limits;
  SoupSession *session;
  SoupMessage *message;
  GInputStream *stream;
  GCancellable *stop;
  GMainContext *context;
  GSource *idle;
  GByteArray *bytes;
  char *url;         /* of the answer at hand, for people */
  const char *limit; /* translated: which one was reached, a sentence with the URL in it */
  gssize n_read;
  gboolean is_done;
  GError *trouble;
} Fetch;

static void
fetch_clear (Fetch *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_clear_object (&self->session);
  g_clear_object (&self->stop);
  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_error (&self->trouble);
  g_free (self->url);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fetch, fetch_clear)

static void
reach_limit (Fetch *self, const char *sentence)
{
  if (self->limit == NULL)
    self->limit = sentence;
  g_cancellable_cancel (self->stop);
}

static gboolean
whole_cb (gpointer data)
{
  reach_limit (data, _ ("“%s” did not arrive in time."));
  return G_SOURCE_REMOVE;
}

static gboolean
idle_cb (gpointer data)
{
  reach_limit (data, _ ("The server of “%s” does not answer."));
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  Fetch *self = data;

  g_cancellable_cancel (self->stop);
  return G_SOURCE_REMOVE;
}

static GSource *
add_source (Fetch *self, GSource *source, GSourceFunc func)
{
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  return source;
}

static void
drop_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

/* From now on there must be something to read within so many seconds. */
static void
expect (Fetch *self, guint seconds)
{
  g_clear_pointer (&self->idle, drop_source);
  self->idle = add_source (self, g_timeout_source_new (seconds * 1000), idle_cb);
}

static void
starting_cb (SoupMessage *message, gpointer data)
{
  Fetch *self = data;

  expect (self, self->limits.idle_s);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Fetch *self = data;

  self->stream = soup_session_send_finish (SOUP_SESSION (object), result, &self->trouble);
  self->is_done = TRUE;
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Fetch *self = data;

  self->n_read = g_input_stream_read_finish (G_INPUT_STREAM (object), result, &self->trouble);
  self->is_done = TRUE;
}

/* Fails where what was waited for did. */
static gboolean
wait (Fetch *self, GError **error)
{
  while (!self->is_done)
    g_main_context_iteration (self->context, TRUE);
  self->is_done = FALSE;
  if (self->trouble == NULL)
    return TRUE;
  if (self->limit != NULL)
    {
      g_autofree char *sentence = NULL;
      g_auto (GStrv) parts = g_strsplit (self->limit, "%s", 2);

      sentence = g_strjoinv (self->url, parts);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, sentence);
      return FALSE;
    }
  vr_fetch_words_take_trouble (error, self->url, g_steal_pointer (&self->trouble));
  return FALSE;
}

/* One answer, from its status to where its body begins. */
static gboolean
ask (Fetch *self, GUri *uri, GError **error)
{
  SoupMessageHeaders *headers;

  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_free (self->url);
  self->url = g_uri_to_string_partial (uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
  self->message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  headers = soup_message_get_request_headers (self->message);
  soup_message_headers_append (headers, "Accept", ACCEPT);
  g_signal_connect (self->message, "starting", G_CALLBACK (starting_cb), self);
  expect (self, self->limits.connect_s);
  soup_session_send_async (self->session, self->message, G_PRIORITY_DEFAULT, self->stop, sent_cb,
                           self);
  if (!wait (self, error))
    return FALSE;
  if (self->limits.status != NULL)
    *self->limits.status = soup_message_get_status (self->message);
  return TRUE;
}

/* Of the bytes as they came, where their number is known. */
static void
tell_progress (const Fetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  guint64 n_whole = (guint64)soup_message_headers_get_content_length (headers);
  guint64 n_here = soup_message_metrics_get_response_body_bytes_received (
      soup_message_get_metrics (self->message));

  if (n_whole > 0 && n_whole <= G_MAXUINT)
    vr_progress_tell (self->progress, (guint)MIN (n_here, n_whole), (guint)n_whole);
}

static gboolean
check_size (const Fetch *self, guint64 n_bytes, GError **error)
{
  g_autofree char *most = NULL;

  if (n_bytes <= self->limits.max_bytes)
    return TRUE;
  most = g_format_size_full (self->limits.max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE, _ ("“%s” is larger than %s, the limit."),
               self->url, most);
  return FALSE;
}

static gboolean
read_body (Fetch *self, GError **error)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  SoupMessageMetrics *metrics = soup_message_get_metrics (self->message);
  g_autofree guint8 *piece = g_malloc (PIECE_BYTES);

  if (!check_size (self, (guint64)soup_message_headers_get_content_length (headers), error))
    return FALSE;
  do
    {
      expect (self, self->limits.idle_s);
      g_input_stream_read_async (self->stream, piece, PIECE_BYTES, G_PRIORITY_DEFAULT, self->stop,
                                 read_cb, self);
      if (!wait (self, error))
        return FALSE;
      g_byte_array_append (self->bytes, piece, (guint)self->n_read);
      if (!check_size (self, self->bytes->len, error)
          || !check_size (self, soup_message_metrics_get_response_body_bytes_received (metrics),
                          error))
        return FALSE;
      tell_progress (self);
    }
  while (self->n_read > 0);
  return TRUE;
}

/* Where an answer sends whoever asks; NULL where it does not. */
static const char *
get_location (const Fetch *self)
{
  guint status = soup_message_get_status (self->message);
  gboolean is_redirect = (status >= 301 && status <= 303) || status == 307 || status == 308;

  return is_redirect ? soup_message_headers_get_one (
             soup_message_get_response_headers (self->message), "Location")
                     : NULL;
}

static GUri *
resolve (const Fetch *self, GUri *base, const char *location, GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse_relative (base, location, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri != NULL
      && g_strv_contains ((const char *[]){ "http", "https", NULL }, g_uri_get_scheme (uri))
      && g_uri_get_host (uri) != NULL)
    return g_steal_pointer (&uri);
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” leads to “%s”, which is no web page."),
               self->url, location);
  return NULL;
}

/* A server that wants a cookie first leads in a circle whoever keeps none. */
static gboolean
remember (GHashTable *seen, GUri *uri, const char *url, GError **error)
{
  char *place = g_uri_to_string_partial (uri, G_URI_HIDE_FRAGMENT);

  if (!g_hash_table_add (seen, place))
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("“%s” leads back to itself: the server wants a cookie, which Variorum does not "
                    "keep, or is set up wrongly."),
                 url);
  else if (g_hash_table_size (seen) > MAX_REDIRECTS + 1)
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("“%s” leads from one address to the next, more than %u times."), url,
                 (guint)MAX_REDIRECTS);
  else
    return TRUE;
  return FALSE;
}

static gboolean
follow (Fetch *self, const char *url, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  const char *location;

  if (uri == NULL || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s” is no address of a web page."), url);
      return FALSE;
    }
  do
    {
      GUri *next;

      if (!remember (seen, uri, url, error) || !ask (self, uri, error))
        return FALSE;
      location = get_location (self);
      if (location == NULL)
        return TRUE;
      next = resolve (self, uri, location, error);
      if (next == NULL)
        return FALSE;
      g_uri_unref (uri);
      uri = next;
    }
  while (TRUE);
}

static char *
dup_time (SoupMessageHeaders *headers, const char *name)
{
  const char *text = soup_message_headers_get_one (headers, name);
  g_autoptr (GDateTime) time = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return time != NULL ? g_date_time_format_iso8601 (time) : NULL;
}

static VrFetched *
finish (Fetch *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  g_autoptr (GHashTable) parameters = NULL;
  const char *type = soup_message_headers_get_content_type (headers, &parameters);
  const char *charset = parameters != NULL ? g_hash_table_lookup (parameters, "charset") : NULL;
  VrFetched *fetched = g_new0 (VrFetched, 1);

  fetched->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&self->bytes));
  fetched->url = g_strdup (self->url);
  fetched->content_type = type != NULL ? g_ascii_strdown (type, -1) : NULL;
  fetched->charset = g_strdup (charset);
  fetched->status = soup_message_get_status (self->message);
  fetched->modified = dup_time (headers, "Last-Modified");
  fetched->date = dup_time (headers, "Date");
  return fetched;
}

static VrFetched *
fetch (Fetch *self, const char *url, GError **error)
{
  guint status;

  if (!follow (self, url, error))
    return NULL;
  status = soup_message_get_status (self->message);
  if (status < 200 || status > 299 || status == 204 || status == 205)
    {
      vr_fetch_words_set_status (error, self->url, status);
      return NULL;
    }
  return read_body (self, error) ? finish (self) : NULL;
}

static void
fetch_init (Fetch *self, const char *url, const VrFetchOptions *options, const VrProgress *progress)
{
  *self = (Fetch){ .progress = progress, .url = g_strdup (url) };
  if (options != NULL)
    self->limits = *options;
  if (self->limits.max_bytes == 0)
    self->limits.max_bytes = VR_FETCH_MAX_BYTES;
  if (self->limits.connect_s == 0)
    self->limits.connect_s = CONNECT_S;
  if (self->limits.idle_s == 0)
    self->limits.idle_s = IDLE_S;
  if (self->limits.whole_s == 0)
    self->limits.whole_s = WHOLE_S;
  if (self->limits.status != NULL)
    *self->limits.status = 0;
  self->stop = g_cancellable_new ();
  self->bytes = g_byte_array_new ();
  self->session = soup_session_new_with_options ("user-agent", USER_AGENT, NULL);
  /* Passwords are nobody's to send; cookies, caches and referrers it has none unless asked. */
  soup_session_remove_feature_by_type (self->session, SOUP_TYPE_AUTH_MANAGER);
}

/* In the context that is the thread's own by now. */
static VrFetched *
fetch_in_context (GMainContext *context, const char *url, const VrFetchOptions *options,
                  const VrProgress *progress, GCancellable *cancellable, GError **error)
{
  g_auto (Fetch) self = { 0 };
  GSource *whole;
  GSource *cancelled;
  VrFetched *fetched;

  fetch_init (&self, url, options, progress);
  self.context = context;
  whole = add_source (&self, g_timeout_source_new (self.limits.whole_s * 1000), whole_cb);
  cancelled = cancellable != NULL ? add_source (&self, g_cancellable_source_new (cancellable),
                                                G_SOURCE_FUNC (cancelled_cb))
                                  : NULL;
  fetched = fetch (&self, url, error);
  drop_source (whole);
  g_clear_pointer (&cancelled, drop_source);
  g_clear_pointer (&self.idle, drop_source);
  soup_session_abort (self.session);
  return fetched;
}

VrFetched *
vr_fetch_with_soup (const char *url, const VrFetchOptions *options, const VrProgress *progress,
                    GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  VrFetched *fetched;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  g_main_context_push_thread_default (context);
  fetched = fetch_in_context (context, url, options, progress, cancellable, error);
  /* What was stopped says so before its context goes. */
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);
  return fetched;
}
