/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong with a file, in the words of a window: pure formatting. */
#include "vr-trouble.h"

#include "vr-address.h"
#include "vr-error.h"
#include "vr-file-name.h"

#include <glib/gi18n-lib.h>

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

static const char *
get_page_heading (const GError *error)
{
  if (g_error_matches (error, VR_ERROR, VR_ERROR_GONE))
    return _ ("Page Not Found");
  if (g_error_matches (error, VR_ERROR, VR_ERROR_WITHHELD))
    return _ ("Page Not Available");
  if (g_error_matches (error, VR_ERROR, VR_ERROR_TOO_LARGE))
    return _ ("Page Too Large");

  return _ ("Cannot Fetch Page");
}

const char *
vr_trouble_get_heading (const GError *error, GFile *file)
{
  if (file != NULL && vr_address_is_page (file))
    return get_page_heading (error);
  if (is_missing (error))
    return _ ("File Not Found");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return _ ("Cannot Open Folder");
  if (g_error_matches (error, VR_ERROR, VR_ERROR_TOO_LARGE))
    return _ ("File Too Large");

  return _ ("Cannot Open File");
}

static char *
replace (const char *text, const char *what, const char *with)
{
  g_auto (GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (with, parts);
}

/* The core calls a file by its path, or by its address where it has none. */
static char *
shorten_name (const char *sentence, GFile *file, const char *name)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *parse_name = g_file_get_parse_name (file);
  g_autofree char *shown_path = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *shortened = replace (sentence, parse_name, name);

  return shown_path != NULL ? replace (shortened, shown_path, name) : g_steal_pointer (&shortened);
}

gboolean
vr_trouble_may_pass (const GError *error)
{
  return error->domain != VR_ERROR;
}

static char *
shorten_page_name (const char *sentence, GFile *page, const char *name)
{
  g_autofree char *uri = g_file_get_uri (page);

  return replace (sentence, uri, name);
}

char *
vr_trouble_dup_sentence (const GError *error, GFile *file)
{
  g_autofree char *name = file != NULL ? vr_file_name_dup (file) : NULL;

  if (name == NULL)
    return g_strdup (error->message);
  if (vr_address_is_page (file))
    return shorten_page_name (error->message, file, name);
  if (is_missing (error))
    return g_strdup_printf (_ ("“%s” may have been moved, renamed or deleted."), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return g_strdup_printf (_ ("“%s” is a folder; choose a file in it."), name);
  if (g_error_matches (error, VR_ERROR, VR_ERROR_NOT_TEXT))
    return g_strdup_printf (_ ("“%s” is not a text file."), name);

  return shorten_name (error->message, file, name);
}
