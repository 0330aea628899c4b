/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version that stands in for a file. */
#include "vr-version-operand.h"

#include "vr-version-about.h"
#include "vr-version-private.h"
#include "vr-version-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "story/variant@3", whatever it was called by; an id stays what it is. */
static char *
dup_name (VrArchive *archive, const char *word, const char *id)
{
  g_autofree char *variant = g_strndup (word, strcspn (word, "@"));
  g_autoptr (GArray) versions =
      strchr (variant, '/') != NULL ? vr_version_list (archive, variant, NULL) : NULL;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    if (g_str_equal (g_array_index (versions, VrVersion, i).id, id))
      return g_strdup_printf ("%s@%u", variant, i + 1);
  return g_strndup (id, 12);
}

static GBytes *
fail_neither (const char *word, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (word, -1);

  g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
               _ ("“%s” is neither a file nor a version in the archive; check its name."), valid);
  return NULL;
}

void
vr_version_facts_clear (VrVersionFacts *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->commit, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->time, g_free);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->encoding, g_free);
}

/* It is read again as it was read when it was kept, whatever a server or a reader said then.  A
 * text in UTF-8 tells that itself, and a document's format does. */
static void
take_reading (VrVersionFacts *facts, VrVersionAbout *about)
{
  gboolean has_encoding = g_strcmp0 (about->encoding, "UTF-8") != 0
                          || g_strcmp0 (about->format, "html") == 0
                          || g_strcmp0 (about->format, "markdown") == 0;

  facts->format = about->format != NULL ? g_steal_pointer (&about->format) : g_strdup ("text");
  facts->encoding = has_encoding ? g_steal_pointer (&about->encoding) : NULL;
}

static gboolean
read_facts (VrArchive *archive, const char *word, const char *id, VrVersionFacts *facts,
            GError **error)
{
  g_auto (VrVersionAbout) about = { 0 };
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (GDateTime) time = NULL;
  git_oid oid;

  if (!vr_git_parse_id (id, &oid)
      || !vr_git_check (git_commit_lookup (&commit, archive->repository, &oid), archive->path,
                        error))
    return FALSE;
  time = vr_version_record_dup_time (&git_commit_author (commit)->when);
  vr_version_about_read (archive, id, &about, NULL);
  take_reading (facts, &about);
  facts->name = dup_name (archive, word, id);
  facts->commit = g_strdup (id);
  facts->author = g_utf8_make_valid (git_commit_author (commit)->name, -1);
  facts->time = g_date_time_format_iso8601 (time);

  return TRUE;
}

GBytes *
vr_version_read_operand (const char *path, const char *word, VrVersionFacts *facts, GError **error)
{
  g_autofree char *own = path == NULL ? vr_archive_dup_default_path () : NULL;
  g_autoptr (GError) trouble = NULL;
  g_autoptr (VrArchive) archive = vr_archive_open (path != NULL ? path : own, &trouble);
  g_autofree char *id = archive != NULL ? vr_version_resolve (archive, word, &trouble) : NULL;

  if (g_error_matches (trouble, VR_ERROR, VR_ERROR_NOT_FOUND))
    return fail_neither (word, error);
  if (id == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return NULL;
    }
  if (!read_facts (archive, word, id, facts, error))
    return NULL;
  return vr_version_read_source (archive, id, error);
}
