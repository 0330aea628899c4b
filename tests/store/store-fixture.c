/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Archives of the tests' own, and what is put into them. */
#include "store-fixture.h"

#include "vr-variant.h"

#include <string.h>

char *
fixture_dup_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("variorum-store-XXXXXX", &error);

  g_assert_no_error (error);

  return g_build_filename (folder, "archive.git", NULL);
}

void
fixture_clean (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", folder);

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
}

static VrArticle *
make_article (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "fixture", &error);

  g_assert_no_error (error);

  return vr_article_new (text, VR_PARAGRAPHS_LINE, "en");
}

/* The last version of a variant, or NULL where there is none yet. */
static char *
find_last (VrArchive *archive, const char *story, const char *variant)
{
  g_autofree char *name = vr_variant_dup_name (story, variant, NULL);

  return vr_version_resolve (archive, name, NULL);
}

char *
fixture_snapshot (VrArchive *archive, const char *story, const char *variant, const char *text,
                  gint64 time)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (VrArticle) article = make_article (bytes);
  g_autoptr (GDateTime) retrieved = g_date_time_new_from_unix_utc (time);
  g_autofree char *before = find_last (archive, story, variant);
  g_autoptr (GError) error = NULL;
  VrSnapshot snapshot = { story, variant, article, bytes, "fixture.txt", retrieved, NULL };
  char *id = NULL;
  VrSnapshotResult result =
      vr_snapshot_write (archive, &snapshot, before, "Something changed", &id, &error);

  g_assert_no_error (error);
  g_assert_true (result == VR_SNAPSHOT_WRITTEN || result == VR_SNAPSHOT_SEEN);

  return id;
}

char *
fixture_git (const char *path, const char *arguments)
{
  g_autofree char *command = g_strdup_printf ("git --git-dir '%s' %s", path, arguments);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_assert_true (g_spawn_command_line_sync (command, &output, &errors, &status, &error));
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s: %s%s", command, output, errors);

  return g_strchomp (output);
}
