/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A snapshot that says in words what changed since the last one. */
#include "vr-history-snapshot.h"

#include "vr-article-reading.h"
#include "vr-compare.h"
#include "vr-history-flags.h"
#include "vr-known-texts.h"
#include "vr-report-summary.h"
#include "vr-report-words.h"
#include "vr-variant-titles.h"
#include "vr-variant.h"
#include "vr-version-about.h"

#include <glib/gi18n-lib.h>

/* A message is read in a list: what is longer is in the comparison. */
#define MAX_LINES 40
#define MAX_TRIES 100

static VrArticle *
make_article (GBytes *bytes, const char *id, GError **error)
{
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", id, error);

  return text != NULL ? vr_article_new (text, VR_PARAGRAPHS_LINE, NULL) : NULL;
}

/* What a page or a document was, with the roles that its text alone does not tell.  NULL where that
 * is not what the archive has as its text, as others may have read it. */
static VrArticle *
read_source (VrArchive *archive, const char *id, GBytes *bytes)
{
  g_auto (VrVersionAbout) about = { 0 };
  g_autoptr (GBytes) source = NULL;
  g_autoptr (GBytes) own = NULL;
  g_autoptr (VrArticle) article = NULL;
  VrReading reading = { 0 };
  gsize n_bytes;
  char *text;

  if (!vr_version_about_read (archive, id, &about, NULL) || about.format == NULL)
    return NULL;
  source = vr_version_read_source (archive, id, NULL);
  reading = (VrReading){ .format = about.format, .encoding = about.encoding, .url = about.url };
  if (source != NULL)
    article = vr_article_read_bytes (source, id, &reading, NULL, NULL);
  if (article == NULL)
    return NULL;
  text = vr_snapshot_dup_text (article, &n_bytes);
  own = g_bytes_new_take (text, n_bytes);
  return g_bytes_equal (own, bytes) ? g_steal_pointer (&article) : NULL;
}

static VrArticle *
read_known (VrArchive *archive, const char *id, GBytes *bytes, GError **error)
{
  VrArticle *article = read_source (archive, id, bytes);

  return article != NULL ? article : make_article (bytes, id, error);
}

VrArticle *
vr_history_read (VrArchive *archive, const char *id, GError **error)
{
  g_autoptr (GBytes) bytes = vr_version_read_text (archive, id, error);

  return bytes != NULL ? read_known (archive, id, bytes, error) : NULL;
}

/* One line for each change, the first ones. */
static void
append_changes (GString *message, const VrComparison *comparison)
{
  g_autoptr (GPtrArray) lines = vr_report_list_changes (comparison, MAX_LINES);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (message, "%s%s\n", i == 0 ? "\n" : "",
                            (const char *)g_ptr_array_index (lines, i));
}

static void
describe (GString *message, const VrComparison *comparison)
{
  g_autofree char *summary = vr_report_dup_summary (comparison);

  g_string_append (message, summary);
  g_string_append_c (message, '\n');
  append_changes (message, comparison);
}

/* A text that stood before, but not last, is back: says so, and which version it is. */
static gboolean
describe_return (GString *message, VrArchive *archive, const char *name, GBytes *text,
                 char **earlier, GError **error)
{
  guint number;
  gsize n_bytes;
  const char *data = g_bytes_get_data (text, &n_bytes);

  if (!vr_known_texts_find (archive, name, data, n_bytes, earlier, &number, error))
    return FALSE;
  if (*earlier != NULL)
    g_string_append_printf (message, _ ("Back to the text of version %u (%.7s)\n\n%s"), number,
                            *earlier, "");

  return TRUE;
}

/* Most snapshots are of what has not changed: nothing is to be said of it. */
static gboolean
describe_since (GString *message, VrArchive *archive, const char *name, const VrSnapshot *snapshot,
                const char *before, GError **error)
{
  VrOptions options = VR_OPTIONS_INIT;
  gsize n_bytes;
  char *data = vr_snapshot_dup_text (snapshot->article, &n_bytes);
  g_autoptr (GBytes) text = g_bytes_new_take (data, n_bytes);
  g_autoptr (GBytes) text_before = vr_version_read_text (archive, before, error);
  g_autoptr (VrArticle) article = NULL;
  g_autoptr (VrComparison) comparison = NULL;
  g_autofree char *earlier = NULL;

  if (text_before == NULL)
    return FALSE;
  if (g_bytes_equal (text_before, text))
    return TRUE;
  article = read_known (archive, before, text_before, error);
  if (article != NULL)
    comparison =
        vr_compare (article, (VrArticle *)snapshot->article, &options, NULL, NULL, NULL, error);
  if (comparison == NULL || !describe_return (message, archive, name, text, &earlier, error))
    return FALSE;
  describe (message, comparison);
  vr_history_flags_append (message, comparison, earlier);

  return TRUE;
}

/* Fails where the variant's last version cannot be read; @before is NULL for the first one. */
static char *
dup_message (VrArchive *archive, const char *name, const VrSnapshot *snapshot, const char *before,
             GError **error)
{
  g_autoptr (GString) message = g_string_new (NULL);

  if (before != NULL)
    {
      if (!describe_since (message, archive, name, snapshot, before, error))
        return NULL;
    }
  else
    {
      g_string_append_printf (message, _ ("First version: %s"),
                              vr_article_get_title (snapshot->article));
      vr_history_flags_append (message, NULL, NULL);
    }

  return g_string_free (g_steal_pointer (&message), FALSE);
}

static gboolean
find_before (VrArchive *archive, const char *name, char **before, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  *before = vr_version_resolve_last (archive, name, &trouble);
  if (*before != NULL || trouble == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&trouble));

  return FALSE;
}

/* Under the titles of the version before, where the caller has their slugs only. */
static VrSnapshotResult
write_next (VrArchive *archive, const char *name, const VrSnapshot *snapshot, const char *before,
            char **id, GError **error)
{
  g_auto (VrVariantTitles) titles = { NULL, NULL };
  VrSnapshot titled = *snapshot;
  g_autofree char *message = dup_message (archive, name, snapshot, before, error);

  if (message == NULL)
    return VR_SNAPSHOT_FAILED;
  if (before != NULL)
    {
      vr_variant_titles_read (archive, name, before, &titles);
      titled.story = vr_variant_titles_prefer (snapshot->story, titles.story);
      titled.variant = vr_variant_titles_prefer (snapshot->variant, titles.variant);
    }

  return vr_snapshot_write (archive, &titled, before, message, id, error);
}

VrSnapshotResult
vr_history_snapshot (VrArchive *archive, const VrSnapshot *snapshot, char **id, GError **error)
{
  g_autofree char *name = vr_variant_dup_name (snapshot->story, snapshot->variant, error);

  if (name == NULL)
    return VR_SNAPSHOT_FAILED;
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autofree char *before = NULL;
      VrSnapshotResult result;

      if (!find_before (archive, name, &before, error))
        return VR_SNAPSHOT_FAILED;
      result = write_next (archive, name, snapshot, before, id, error);
      if (result != VR_SNAPSHOT_OVERTAKEN)
        return result;
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               _ ("Others write “%s” in the archive “%s” all the time; try again."), name,
               vr_archive_get_path (archive));

  return VR_SNAPSHOT_FAILED;
}
