/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other names, and the archive as one file: nothing is lost, and what cannot be changes nothing. */
#include "store-fixture.h"
#include "vr-bundle.h"
#include "vr-label.h"
#include "vr-rename.h"
#include "vr-seen.h"
#include "vr-trash.h"

#include <glib/gstdio.h>
#include <string.h>

#define FIRST "The quay is shut.\n"
#define SECOND "The quay is open.\n"

typedef struct
{
  char *path;
  VrArchive *archive;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;

  self->path = fixture_dup_path ();
  self->archive = fixture_create (self->path);
  first = fixture_snapshot (self->archive, "Quay", "cnn", FIRST, FIXTURE_SPRING);
  second = fixture_snapshot (self->archive, "Quay", "cnn", SECOND, FIXTURE_SPRING + FIXTURE_DAY);
  again = fixture_snapshot (self->archive, "Quay", "cnn", SECOND, FIXTURE_SPRING + 2 * FIXTURE_DAY);
  g_assert_cmpstr (second, ==, again);
  g_assert_true (vr_label_set (self->archive, "Quay/cnn", "as printed", first, NULL));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  vr_archive_free (self->archive);
  fixture_clean (self->path);
  g_free (self->path);
}

/* Every ref but what is remembered of names and titles, with where it points. */
static char *
dup_refs (const char *path)
{
  g_autofree char *refs = fixture_git (path, "for-each-ref \"--format=%(refname) %(objectname)\"");
  g_auto (GStrv) lines = g_strsplit (refs, "\n", -1);
  GString *kept = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (!g_str_has_prefix (*line, "refs/moved/") && !g_str_has_prefix (*line, "refs/records/"))
      g_string_append_printf (kept, "%s\n", *line);

  return g_string_free (kept, FALSE);
}

/* @new_name: "story" or "story/variant" */
static GArray *
rename_to (VrArchive *archive, const char *name, const char *new_name, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (new_name, "/", 2);

  return vr_rename (archive, name, parts[0], parts[1], FALSE, error);
}

static void
assert_renamed (VrArchive *archive, const char *name, const char *new_name, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = rename_to (archive, name, new_name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, n);
}

static void
assert_refused (VrArchive *archive, const char *name, const char *new_name, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = rename_to (archive, name, new_name, &error);

  g_assert_error (error, VR_ERROR, code);
  g_assert_null (all);
}

static void
test_all_moves (Fixture *self, gconstpointer unused)
{
  g_autofree char *before = dup_refs (self->path);
  g_autofree char *after = NULL;
  g_autoptr (GString) expected = g_string_new (before);
  g_autoptr (GHashTable) labels = NULL;
  g_autoptr (GArray) versions = NULL;

  assert_renamed (self->archive, "Quay/cnn", "The harbour/Courier", 1);
  after = dup_refs (self->path);
  g_assert_cmpuint (g_string_replace (expected, "Quay/cnn", "The-harbour/Courier", 0), ==, 4);
  g_assert_cmpstr (after, ==, expected->str);
  labels = vr_label_list (self->archive, "The-harbour/Courier", NULL);
  g_assert_cmpuint (g_hash_table_size (labels), ==, 1);
  versions = vr_version_list (self->archive, "The-harbour/Courier", NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_nonnull (g_array_index (versions, VrVersion, 1).seen);
  assert_renamed (self->archive, "The harbour", "Quay", 1);
  assert_renamed (self->archive, "Quay/Courier", "Quay/cnn", 1);
  g_free (after);
  after = dup_refs (self->path);
  g_assert_cmpstr (after, ==, before);
}

static void
test_refused (Fixture *self, gconstpointer unused)
{
  g_autofree char *other G_GNUC_UNUSED =
      fixture_snapshot (self->archive, "Quay", "bbc", "Another telling.\n", FIXTURE_SPRING);
  g_autofree char *third G_GNUC_UNUSED =
      fixture_snapshot (self->archive, "Harbour", "bbc", "A third telling.\n", FIXTURE_SPRING);
  g_autofree char *before = dup_refs (self->path);
  g_autofree char *after = NULL;

  assert_refused (self->archive, "Quay/cnn", "Quay/bbc", VR_ERROR_INVALID);
  /* One of two variants cannot go, so none does. */
  assert_refused (self->archive, "Quay", "Harbour", VR_ERROR_INVALID);
  assert_refused (self->archive, "Quay", "Quay/x", VR_ERROR_INVALID);
  assert_refused (self->archive, "Quay/cnn", "Quay/cnn", VR_ERROR_INVALID);
  assert_refused (self->archive, "Quay/cnn", "Quay/", VR_ERROR_INVALID);
  assert_refused (self->archive, "Quay/wire", "Quay/x", VR_ERROR_NOT_FOUND);
  assert_refused (self->archive, "Sea", "Ocean", VR_ERROR_NOT_FOUND);
  after = dup_refs (self->path);
  g_assert_cmpstr (after, ==, before);
}

/* As a crash leaves it: some refs have both names, and the old one has lost some. */
static void
test_crashed (Fixture *self, gconstpointer unused)
{
  g_autofree char *before = dup_refs (self->path);
  g_autofree char *made = NULL;
  g_autofree char *lost G_GNUC_UNUSED = NULL;
  g_autofree char *after = NULL;

  made = fixture_git (self->path, "update-ref refs/sources/Quay/wire refs/sources/Quay/cnn");
  assert_renamed (self->archive, "Quay/cnn", "Quay/wire", 1);
  g_free (made);
  made = fixture_git (self->path, "update-ref refs/heads/Quay/cnn refs/heads/Quay/wire");
  assert_renamed (self->archive, "Quay/cnn", "Quay/wire", 1);
  assert_renamed (self->archive, "Quay/wire", "Quay/cnn", 1);
  after = dup_refs (self->path);
  g_assert_cmpstr (after, ==, before);
}

static char *
dup_file (const Fixture *self, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  return g_build_filename (folder, name, NULL);
}

static void
test_out_and_in (Fixture *self, gconstpointer unused)
{
  g_autofree char *file = dup_file (self, "all.bundle");
  g_autofree char *other_path = dup_file (self, "other.git");
  g_autofree char *words = g_strdup_printf ("bundle verify '%s'", file);
  g_autoptr (VrArchive) other = fixture_create (other_path);
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  VrSync received;
  guint n;

  g_assert_true (vr_bundle_write (self->archive, NULL, file, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  told = fixture_git (self->path, words);
  g_assert_nonnull (strstr (told, "refs/seen/Quay/cnn"));
  g_assert_true (vr_bundle_read (other, file, &received, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (received.n_received, ==, 1);
  mine = dup_refs (self->path);
  theirs = dup_refs (other_path);
  g_assert_cmpstr (theirs, ==, mine);
  g_free (told);
  told = fixture_git (other_path, "fsck --strict --no-dangling");
  g_assert_cmpstr (told, ==, "");
}

static void
assert_damaged (VrArchive *archive, const char *file, const char *bytes, gsize n_bytes)
{
  g_autoptr (GError) error = NULL;
  VrSync received;

  g_assert_true (g_file_set_contents (file, bytes, (gssize)n_bytes, NULL));
  g_assert_false (vr_bundle_read (archive, file, &received, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, file));
}

/* Wherever it is cut, and whichever byte of its pack is another. */
static void
test_damaged_anywhere (Fixture *self, gconstpointer unused)
{
  g_autofree char *file = dup_file (self, "all.bundle");
  g_autofree char *other_path = dup_file (self, "other.git");
  g_autoptr (VrArchive) other = fixture_create (other_path);
  g_autofree char *bytes = NULL;
  g_autofree char *refs = NULL;
  gsize n_bytes, pack;
  guint n;

  g_assert_true (vr_bundle_write (self->archive, NULL, file, &n, NULL));
  g_assert_true (g_file_get_contents (file, &bytes, &n_bytes, NULL));
  pack = (gsize)(strstr (bytes, "\n\n") + 2 - bytes);
  for (gsize cut = 0; cut < n_bytes; cut += 97)
    assert_damaged (other, file, bytes, cut);
  for (gsize at = pack; at < n_bytes; at += 61)
    {
      bytes[at] ^= 0x10;
      assert_damaged (other, file, bytes, n_bytes);
      bytes[at] ^= 0x10;
    }
  refs = dup_refs (other_path);
  g_assert_cmpstr (refs, ==, "");
}

static void
test_some_of_it (Fixture *self, gconstpointer unused)
{
  static const char *const names[] = { "Quay/bbc", NULL };
  static const char *const nothing[] = { "Quay/nobody", NULL };
  g_autofree char *secret G_GNUC_UNUSED =
      fixture_snapshot (self->archive, "Quay", "wire", "Not for others.\n", FIXTURE_SPRING);
  g_autofree char *bbc =
      fixture_snapshot (self->archive, "Quay", "bbc", "Another telling.\n", FIXTURE_SPRING);
  g_autofree char *file = dup_file (self, "some.bundle");
  g_autofree char *other_path = dup_file (self, "other.git");
  g_autoptr (VrArchive) other = fixture_create (other_path);
  g_autofree char *words = g_strdup_printf ("cat-file -e %s", bbc);
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) variants = NULL;
  VrSync received;
  guint n;

  g_assert_true (vr_trash_put (self->archive, "Quay/wire", NULL));
  g_assert_true (vr_bundle_write (self->archive, names, file, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (vr_bundle_read (other, file, &received, NULL));
  variants = vr_archive_list_variants (other, NULL, NULL);
  g_assert_cmpuint (variants->len, ==, 1);
  found = fixture_git (other_path, words);
  g_assert_false (vr_bundle_write (self->archive, nothing, file, &n, NULL));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/acts/renamed/all-moves-and-comes-back", test_all_moves);
  add ("/acts/renamed/what-cannot-be-changes-nothing", test_refused);
  add ("/acts/renamed/goes-on-after-a-crash", test_crashed);
  add ("/acts/file/out-and-in-is-the-same", test_out_and_in);
  add ("/acts/file/damage-anywhere-is-noticed", test_damaged_anywhere);
  add ("/acts/file/only-what-is-named", test_some_of_it);

  return g_test_run ();
}
