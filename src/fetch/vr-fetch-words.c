/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with a page, in one sentence. */
#include "vr-fetch-words.h"

#include <glib/gi18n-lib.h>

static void
set_gone (GError **error, const char *url, guint status)
{
  g_set_error (error, VR_ERROR, VR_ERROR_GONE,
               status == 410
                   ? _ ("“%s” is gone: the server says that the page was taken away (410).")
                   : _ ("“%s” is not there: the server has no such page (404)."),
               url);
}

static void
set_withheld (GError **error, const char *url, guint status)
{
  if (status == 401)
    g_set_error (error, VR_ERROR, VR_ERROR_WITHHELD,
                 _ ("“%s” is given to those alone who log in (401)."), url);
  else if (status == 402)
    g_set_error (error, VR_ERROR, VR_ERROR_WITHHELD,
                 _ ("“%s” is given to those alone who pay (402)."), url);
  else if (status == 451)
    g_set_error (error, VR_ERROR, VR_ERROR_WITHHELD,
                 _ ("“%s” is not given here for legal reasons (451)."), url);
  else
    g_set_error (
        error, VR_ERROR, VR_ERROR_WITHHELD,
        _ ("The server does not give “%s” to this program (403); a page saved in a browser "
           "can be read."),
        url);
}

void
vr_fetch_words_set_status (GError **error, const char *url, guint status)
{
  if (status == 404 || status == 410)
    set_gone (error, url, status);
  else if ((status >= 401 && status <= 403) || status == 451)
    set_withheld (error, url, status);
  else if (status == 429)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 _ ("The server of “%s” was asked too often (429); try again later."), url);
  else if (status == 503)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                 _ ("The server of “%s” is out of service (503); try again later."), url);
  else if (status >= 500)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The server of “%s” has a fault of its own (%u); try again later."), url,
                 status);
  else if (status == 204 || status == 205)
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("The server of “%s” answers with an empty page (%u)."), url, status);
  else
    g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                 _ ("The server of “%s” does not answer with a page (%u)."), url, status);
}

void
vr_fetch_words_take_trouble (GError **error, const char *url, GError *trouble)
{
  g_autoptr (GError) owned = trouble;
  int code = owned->domain == G_IO_ERROR ? owned->code : G_IO_ERROR_FAILED;

  if (owned->domain == G_RESOLVER_ERROR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND,
                 _ ("The server of “%s” cannot be found; look at its name and at the network."),
                 url);
  else if (owned->domain == G_TLS_ERROR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("The server of “%s” cannot prove that it is that server: %s."), url,
                 owned->message);
  else if (g_error_matches (owned, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (code == G_IO_ERROR_CONNECTION_REFUSED)
    g_set_error (error, G_IO_ERROR, code, _ ("The server of “%s” takes no connections."), url);
  else if (code == G_IO_ERROR_TIMED_OUT)
    g_set_error (error, G_IO_ERROR, code, _ ("The server of “%s” does not answer."), url);
  else
    g_set_error (error, G_IO_ERROR, code, _ ("“%s” cannot be fetched: %s."), url, owned->message);
}
