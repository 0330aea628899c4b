/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages that a command line names. */
#include "vr-cli-fetch.h"

#include "vr-cli-progress.h"

#include <glib/gi18n.h>

#define MAX_SECONDS (24 * 60 * 60)

GOptionEntry
vr_cli_fetch_option (VrCliFetch *self)
{
  return (GOptionEntry){ "timeout",
                         0,
                         0,
                         G_OPTION_ARG_STRING,
                         &self->timeout,
                         N_ ("Give up a web page after SECONDS (default: 120)"),
                         N_ ("SECONDS") };
}

/* 0 where nothing is said. */
static gboolean
read_seconds (const VrCliFetch *self, guint64 *seconds, GError **error)
{
  *seconds = 0;
  if (self->timeout == NULL
      || g_ascii_string_to_unsigned (self->timeout, 10, 1, MAX_SECONDS, seconds, NULL))
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("--%s cannot be “%s”; it is a number from %u to %u."), "timeout", self->timeout,
               1, MAX_SECONDS);
  return FALSE;
}

gboolean
vr_cli_fetch_check (const VrCliFetch *self, GError **error)
{
  guint64 seconds;

  return read_seconds (self, &seconds, error);
}

VrFetched *
vr_cli_fetch (VrCliFetch *self, const char *url, GError **error)
{
  g_auto (VrCliProgress) progress = { 0 };
  VrProgress told = vr_cli_progress_begin (&progress, _ ("Fetching the page: %u %%"));
  VrFetchOptions options = { .status = &self->status };
  guint64 seconds;

  if (!read_seconds (self, &seconds, error))
    return NULL;
  options.whole_s = (guint)seconds;
  return vr_fetch (url, &options, self->is_silent ? NULL : &told, NULL, error);
}

VrArticle *
vr_cli_fetch_article (VrCliFetch *self, const char *url, const VrReading *reading,
                      VrFetched **fetched, GError **error)
{
  g_autoptr (VrFetched) page = vr_cli_fetch (self, url, error);
  VrArticle *article = page != NULL ? vr_fetched_read (page, reading, NULL, error) : NULL;

  if (article != NULL && fetched != NULL)
    *fetched = g_steal_pointer (&page);
  return article;
}

void
vr_cli_fetch_clear (VrCliFetch *self)
{
  g_free (self->timeout);
}
