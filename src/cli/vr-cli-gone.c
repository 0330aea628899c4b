/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that are gone, as notes at the last version that was there. */
#include "vr-cli-gone.h"

#include "vr-note.h"
#include "vr-version.h"

#include <glib/gi18n.h>
#include <string.h>

#define OK 200

/* The version that was the last one at that moment. */
static gboolean
find_version (VrArchive *archive, const char *name, GDateTime *when, char **id, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GArray) versions = NULL;

  *id = NULL;
  if (when == NULL)
    {
      *id = vr_version_resolve_last (archive, name, &trouble);
      if (*id == NULL && trouble != NULL)
        g_propagate_error (error, g_steal_pointer (&trouble));
      return *id != NULL || trouble == NULL;
    }
  versions = vr_version_list (archive, name, error);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const VrVersion *version = &g_array_index (versions, VrVersion, i);

      if (g_date_time_compare (version->retrieved, when) > 0)
        continue;
      g_free (*id);
      *id = g_strdup (version->id);
    }
  return versions != NULL;
}

/* What a note says last of the page: every wording ends in the server's answer. */
static guint
read_status (const VrNote *note, const char *url)
{
  const char *mark = strrchr (note->text, '(');

  return mark != NULL && strstr (note->text, url) != NULL
             ? (guint)g_ascii_strtoull (mark + 1, NULL, 10)
             : 0;
}

static gboolean
find_status (VrArchive *archive, const char *name, const char *id, const char *url, guint *status,
             GError **error)
{
  g_autoptr (GHashTable) all = vr_note_list (archive, name, error);
  const GPtrArray *notes = all != NULL ? g_hash_table_lookup (all, id) : NULL;

  *status = OK;
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      guint said = read_status (g_ptr_array_index (notes, i), url);

      if (said > 0)
        *status = said;
    }
  return all != NULL;
}

gboolean
vr_cli_gone_note (VrArchive *archive, const char *name, const char *url, guint status,
                  GDateTime *when, char **id, GError **error)
{
  g_autofree char *text = NULL;
  VrNote note = { .time = when };
  guint said;

  if (!find_version (archive, name, when, id, error))
    return FALSE;
  if (*id == NULL)
    return TRUE;
  if (!find_status (archive, name, *id, url, &said, error))
    return FALSE;
  /* TRANSLATORS: The number in brackets, which is the server's answer, has to come last. */
  note.text = text = g_strdup_printf (_ ("The page is gone: %s (%u)"), url, status);
  return said == status || vr_note_add (archive, name, *id, &note, NULL, error);
}

gboolean
vr_cli_gone_note_return (VrArchive *archive, const char *name, const char *id, const char *url,
                         GError **error)
{
  g_autofree char *text = NULL;
  VrNote note = { 0 };
  guint said;

  if (!find_status (archive, name, id, url, &said, error))
    return FALSE;
  /* TRANSLATORS: The number in brackets, which is the server's answer, has to come last. */
  note.text = text = g_strdup_printf (_ ("The page is there again, unchanged: %s (%u)"), url, OK);
  return said == OK || vr_note_add (archive, name, id, &note, NULL, error);
}
