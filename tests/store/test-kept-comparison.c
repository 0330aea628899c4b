/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved comparisons come back as they were, and stand beside the articles. */
#include "store-fixture.h"
#include "vr-kept-comparison.h"
#include "vr-trash.h"

#include <string.h>

static VrSnapshotResult
keep (VrArchive *archive, const char *name, const char *bytes, gsize n_bytes, char **id)
{
  g_autoptr (GBytes) source = g_bytes_new (bytes, n_bytes);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (FIXTURE_SPRING);
  g_autoptr (GError) error = NULL;
  VrSnapshotResult result =
      vr_kept_comparison_write (archive, name, source, "Two compared", time, id, &error);

  g_assert_no_error (error);

  return result;
}

/* Comparisons stand beside the articles, never among them. */
static void
test_kept_comparisons (void)
{
  static const char bytes[] = "{\"a\":\"\0\xff\r\n\"}";
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *article =
      fixture_snapshot (archive, "Quay", "cnn", "The quay is shut.\n", FIXTURE_SPRING);
  g_autofree char *name = vr_kept_comparison_dup_name ("Quay", "Monday: both", NULL);
  g_auto (GStrv) ids = g_new0 (char *, 3 + 1);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) variants = NULL;
  g_autoptr (GArray) versions = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autofree char *resolved = vr_version_resolve (archive, "Quay/Monday-both.variorum@1", NULL);

  g_assert_nonnull (article);
  g_assert_null (resolved);
  g_assert_cmpstr (name, ==, "Quay/Monday-both.variorum");
  g_assert_cmpint (keep (archive, name, bytes, sizeof bytes, &ids[0]), ==, VR_SNAPSHOT_WRITTEN);
  g_assert_cmpint (keep (archive, name, bytes, sizeof bytes, &ids[1]), ==, VR_SNAPSHOT_SEEN);
  g_assert_cmpint (keep (archive, name, bytes, 4, &ids[2]), ==, VR_SNAPSHOT_WRITTEN);
  g_assert_cmpstr (ids[0], ==, ids[1]);
  names = vr_kept_comparison_list (archive, NULL);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, name);
  variants = vr_archive_list_variants (archive, NULL, NULL);
  g_assert_cmpuint (variants->len, ==, 1);
  versions = vr_version_list (archive, name, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  resolved = vr_version_resolve (archive, "Quay/Monday-both.variorum@1", NULL);
  g_assert_cmpstr (resolved, ==, ids[0]);
  first = vr_version_read_source (archive, resolved, NULL);
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), bytes, sizeof bytes);
  g_assert_true (vr_trash_put (archive, name, NULL));
  g_assert_null (vr_version_find_last (archive, name, NULL));
  g_assert_true (vr_trash_restore (archive, name, NULL));
  fixture_clean (path);
}

static void
test_names_of_comparisons (void)
{
  g_autofree char *many = g_strnfill (500, 'q');
  g_autofree char *others = g_strconcat (many, "x", NULL);
  g_autofree char *long_name = vr_kept_comparison_dup_name ("Quay", many, NULL);
  g_autofree char *other_name = vr_kept_comparison_dup_name ("Quay", others, NULL);
  g_autofree char *once = vr_kept_comparison_dup_name ("Quay", "a.variorum", NULL);
  g_autofree char *twice = vr_kept_comparison_dup_name ("Quay", "a", NULL);
  g_autofree char *hieroglyphs = NULL;
  g_autoptr (GString) odd = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (vr_kept_comparison_is_name (long_name));
  g_assert_cmpstr (long_name, !=, other_name);
  g_assert_cmpstr (once, ==, twice);
  for (guint i = 0; i < 200; i++)
    g_string_append_unichar (odd, 0x13000 + i);
  hieroglyphs = vr_kept_comparison_dup_name (odd->str, odd->str, NULL);
  g_assert_true (vr_kept_comparison_is_name (hieroglyphs));
  g_assert_null (vr_kept_comparison_dup_name ("Quay", "???.variorum", &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
  g_assert_false (vr_kept_comparison_is_name ("Quay/cnn"));
  g_assert_false (vr_kept_comparison_is_name ("Quay/a.variorum@2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparisons/kept", test_kept_comparisons);
  g_test_add_func ("/comparisons/names", test_names_of_comparisons);

  return g_test_run ();
}
