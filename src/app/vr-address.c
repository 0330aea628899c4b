/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader types or drops where the address of an article is wanted: pure reading. */
#include "vr-address.h"

#include "vr-url.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What browsers and mails put around an address. */
static char *
dup_bare (const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  gsize n = strlen (trimmed);

  if (n >= 2 && trimmed[0] == '<' && trimmed[n - 1] == '>')
    {
      g_autofree char *inner = g_strndup (trimmed + 1, n - 2);

      return g_strdup (g_strstrip (inner));
    }

  return g_steal_pointer (&trimmed);
}

/* The system's own ways to get at pages would write an address as they understand it. */
static GFile *
new_page (const char *uri)
{
  return g_vfs_get_file_for_uri (g_vfs_get_local (), uri);
}

static gboolean
has_space (const char *text)
{
  return strpbrk (text, " \t\r\n") != NULL;
}

static gboolean
has_host (const char *uri)
{
  g_autoptr (GUri) parsed =
      g_uri_parse (uri, G_URI_FLAGS_ENCODED | G_URI_FLAGS_PARSE_RELAXED, NULL);

  return parsed != NULL && g_uri_get_host (parsed) != NULL && *g_uri_get_host (parsed) != '\0';
}

/* "example.org/article" or "localhost:8000", which is no scheme. */
static gboolean
begins_with_host (const char *text)
{
  gsize n_host = strcspn (text, ":/?#");
  const char *dot = memchr (text, '.', n_host);

  return !has_space (text)
         && ((dot != NULL && dot > text && dot + 1 < text + n_host)
             || (text[n_host] == ':' && g_ascii_isdigit (text[n_host + 1])));
}

static GFile *
read_without_scheme (const char *text, char **hint)
{
  g_autofree char *uri = g_strconcat ("https://", text, NULL);

  if (!begins_with_host (text) || !has_host (uri))
    {
      *hint = g_strdup (
          g_uri_peek_scheme (text) != NULL
              ? _ ("Only what begins with http:// or https:// is the address of a web page.")
              : _ ("An address looks like https://example.org/article."));
      return NULL;
    }
  /* Translators: the address of a web page. */
  *hint = g_strdup_printf (_ ("This is read as “%s”."), uri);

  return new_page (uri);
}

GFile *
vr_address_read (const char *text, char **hint)
{
  g_autofree char *bare = dup_bare (text);

  *hint = NULL;
  if (*bare == '\0')
    return NULL;
  if (*bare == '/')
    return g_file_new_for_path (bare);
  if (g_ascii_strncasecmp (bare, "file:", strlen ("file:")) == 0)
    return g_file_new_for_uri (bare);
  if (!vr_url_is_page (bare))
    return read_without_scheme (bare, hint);
  if (!has_space (bare) && has_host (bare))
    return new_page (bare);
  *hint = g_strdup (has_space (bare) ? _ ("An address has no spaces in it.")
                                     : _ ("This address names no server."));

  return NULL;
}

GFile *
vr_address_read_page (const char *text)
{
  g_autofree char *bare = dup_bare (text);

  return vr_url_is_page (bare) && !has_space (bare) && has_host (bare) ? new_page (bare) : NULL;
}

char *
vr_address_dup_text (GFile *file)
{
  const char *path = g_file_peek_path (file);

  /* A name that is no UTF-8 has an address all the same. */
  return path != NULL && g_utf8_validate (path, -1, NULL) ? g_strdup (path) : g_file_get_uri (file);
}

gboolean
vr_address_is_page (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return vr_url_is_page (uri);
}
