/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a file. */
#include "vr-file-name.h"

#include "vr-url.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Enough to tell titles apart, and short enough for any file system with the suffix. */
#define NAME_MAX_CHARS 60

/* A page's place is what tells it from others; how it is fetched does not. */
static char *
dup_page_name (const char *uri)
{
  const char *place = strstr (uri, "://") + strlen ("://");
  g_autofree char *readable = g_uri_unescape_string (place, NULL);
  char *name;
  gsize n;

  for (const char *p = readable; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char_validated (p, -1) > G_MAXINT32 || !g_unichar_isgraph (g_utf8_get_char (p)))
      {
        g_clear_pointer (&readable, g_free);
        break;
      }
  name = g_strdup (readable != NULL ? readable : place);
  n = strlen (name);
  if (n > 1 && name[n - 1] == '/')
    name[n - 1] = '\0';

  return name;
}

char *
vr_file_name_dup (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *base = g_file_get_basename (file);

  if (vr_url_is_page (uri))
    return dup_page_name (uri);

  return base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);
}

/* What a file system or a shell would stumble over is left out. */
char *
vr_file_name_suggest (const char *title, const char *suffix)
{
  GString *name = g_string_new (NULL);
  guint n_chars = 0;

  for (const char *p = title; *p != '\0' && n_chars < NAME_MAX_CHARS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || (c < 128 && strchr ("/\\:*?\"<>|", (int)c) != NULL)
          || (c == '.' && name->len == 0))
        continue;
      g_string_append_unichar (name, c);
      n_chars++;
    }
  g_strstrip (name->str);
  g_string_truncate (name, strlen (name->str));
  if (name->len == 0)
    g_string_append (name, _ ("Comparison"));
  g_string_append (name, suffix);

  return g_string_free (name, FALSE);
}
