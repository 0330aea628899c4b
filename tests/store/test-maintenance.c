/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive stays small and quick on its own, and nobody at work notices. */
#include "store-fixture.h"
#include "vr-maintenance.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>
#include <utime.h>

#define N_VERSIONS 70
#define N_PARAGRAPHS 40
#define SPRING 1397606400 /* 16 April 2014 */
#define HOUR (60 * 60)

/* An article of some 8 KB of which each version says a paragraph anew. */
static char *
dup_text (guint version)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      guint last = version - (version + N_PARAGRAPHS - i) % N_PARAGRAPHS % (version + 1);

      g_string_append_printf (text,
                              "Paragraph %u was last told at hour %u, when %u ships lay at quay "
                              "%u and the harbour master counted %u crates of %u kinds for the "
                              "%u islands that the ferry serves by day.\n",
                              i, last, last * 7919 % 1009, i * 31 % 17, last * 104729 % 7919,
                              i * 7 % 23, i % 5 + 2);
    }

  return g_string_free (text, FALSE);
}

static void
fill (VrArchive *archive, const char *variant, guint from, guint n)
{
  for (guint i = from; i < from + n; i++)
    {
      g_autofree char *text = dup_text (i);
      g_autofree char *id G_GNUC_UNUSED =
          fixture_snapshot (archive, "Quay", variant, text, SPRING + i * HOUR);
    }
}

static void
assert_all_there (VrArchive *archive, const char *name, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) versions = vr_version_list (archive, name, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const VrVersion *version = &g_array_index (versions, VrVersion, i);
      g_autoptr (GBytes) text = vr_version_read_text (archive, version->id, &error);
      g_autofree char *wanted = dup_text (i);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), wanted,
                       strlen (wanted));
    }
}

static guint
count_packs (const char *path)
{
  g_autofree char *folder = g_build_filename (path, "objects/pack", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;
  guint n = 0;

  while ((file = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (file, ".pack");

  return n;
}

static void
assert_whole (const char *path)
{
  g_autofree char *fsck = fixture_git (path, "fsck --strict --no-dangling");

  g_assert_cmpstr (fsck, ==, "");
}

static void
test_joined (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);

  fill (archive, "cnn", 0, N_VERSIONS);
  g_assert_cmpuint (count_packs (path), <, 40);
  g_assert_true (vr_maintenance_run (archive, 0, NULL));
  assert_all_there (archive, "Quay/cnn", N_VERSIONS);
  assert_whole (path);
  fixture_clean (path);
}

/* Who had opened the archive before goes on reading it, what it had not yet looked at too. */
static void
test_reader_at_work (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);
  g_autoptr (VrArchive) reader = NULL;
  g_autoptr (VrArchive) idle = NULL;
  g_autofree char *first = NULL;

  fill (archive, "cnn", 0, 30);
  reader = vr_archive_open (path, NULL);
  idle = vr_archive_open (path, NULL);
  first = vr_version_resolve (reader, "Quay/cnn@1", NULL);
  g_assert_nonnull (first);
  fill (archive, "cnn", 30, 40);
  assert_all_there (reader, "Quay/cnn", N_VERSIONS);
  assert_all_there (idle, "Quay/cnn", N_VERSIONS);
  fixture_clean (path);
}

static guint
count_refs (const char *path)
{
  g_autofree char *refs = fixture_git (path, "for-each-ref --format=%(refname)");
  g_auto (GStrv) lines = g_strsplit (refs, "\n", -1);

  return g_strv_length (lines);
}

static void
test_refs_packed (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);
  g_autofree char *loose = g_build_filename (path, "refs/heads/Quay", NULL);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *variant = g_strdup_printf ("paper-%u", i);

      fill (archive, variant, 0, 1);
    }
  g_assert_true (vr_maintenance_run (archive, 0, NULL));
  g_assert_cmpuint (count_refs (path), ==, 200);
  {
    g_autoptr (GDir) dir = g_dir_open (loose, 0, NULL);
    guint n = 0;

    while (dir != NULL && g_dir_read_name (dir) != NULL)
      n++;
    g_assert_cmpuint (n, <, 64);
  }
  fill (archive, "paper-3", 1, 1);
  assert_all_there (archive, "Quay/paper-3", 2);
  assert_all_there (archive, "Quay/paper-4", 1);
  assert_whole (path);
  fixture_clean (path);
}

static void
touch (const char *path, const char *name, gint64 age)
{
  g_autofree char *file = g_build_filename (path, name, NULL);
  struct utimbuf times = { time (NULL) - age, time (NULL) - age };

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_cmpint (g_utime (file, &times), ==, 0);
}

static void
assert_there (const char *path, const char *name, gboolean is_there)
{
  g_autofree char *file = g_build_filename (path, name, NULL);

  g_test_message ("%s", name);
  g_assert_cmpint (g_file_test (file, G_FILE_TEST_EXISTS), ==, is_there);
}

/* What a killed program left goes; what git may be at stays. */
static void
test_leftovers (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);
  g_autofree char *folder = g_build_filename (path, "variorum-join-abcdef", NULL);

  fill (archive, "cnn", 0, 2);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  touch (path, "variorum-join-abcdef/pack_git2_x", 0);
  touch (path, "objects/pack/tmp_vr_abcdef", 0);
  touch (path, "objects/pack/pack_git2_abc", 2 * 24 * HOUR);
  touch (path, "objects/pack/pack-1.pack", 2 * 24 * HOUR);
  touch (path, "objects/pack/tmp_pack_now", 0);
  touch (path, "objects/pack/pack-2.pack", 0);
  touch (path, "refs/heads/Quay/cnn.lock", HOUR);
  touch (path, "refs/heads/Quay/bbc.lock", 0);
  touch (path, "packed-refs.lock", HOUR);
  g_assert_true (vr_maintenance_run (archive, 0, NULL));
  assert_there (path, "variorum-join-abcdef", FALSE);
  assert_there (path, "objects/pack/tmp_vr_abcdef", FALSE);
  assert_there (path, "objects/pack/pack_git2_abc", FALSE);
  assert_there (path, "objects/pack/pack-1.pack", FALSE);
  assert_there (path, "objects/pack/tmp_pack_now", TRUE);
  assert_there (path, "objects/pack/pack-2.pack", TRUE);
  assert_there (path, "refs/heads/Quay/cnn.lock", FALSE);
  assert_there (path, "refs/heads/Quay/bbc.lock", TRUE);
  assert_there (path, "packed-refs.lock", FALSE);
  assert_all_there (archive, "Quay/cnn", 2);
  fixture_clean (path);
}

/* A damaged pack is neither joined nor in the way of the others. */
static void
test_damaged_pack (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);
  g_autofree char *command = g_strdup_printf (
      "sh -c 'f=$(ls %s/objects/pack/*.pack | head -n 1); chmod u+w $f; printf xxxxxxxx | dd of=$f "
      "bs=1 seek=40 conv=notrunc 2>&-; echo $f'",
      path);
  g_autofree char *damaged = NULL;
  g_autofree char *keep = NULL;

  fill (archive, "cnn", 200, 20);
  g_assert_true (g_spawn_command_line_sync (command, &damaged, NULL, NULL, NULL));
  fill (archive, "bbc", 0, 30);
  g_strchomp (damaged);
  g_assert_true (g_file_test (damaged, G_FILE_TEST_EXISTS));
  keep = g_strdup_printf ("%.*s.keep", (int)(strlen (damaged) - strlen (".pack")), damaged);
  g_assert_true (g_file_test (keep, G_FILE_TEST_EXISTS));
  fill (archive, "reuters", 0, 40);
  g_assert_cmpuint (count_packs (path), <, 45);
  assert_all_there (archive, "Quay/bbc", 30);
  assert_all_there (archive, "Quay/reuters", 40);
  fixture_clean (path);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/maintenance/small-packs-are-joined", test_joined);
  g_test_add_func ("/maintenance/readers-at-work-go-on", test_reader_at_work);
  g_test_add_func ("/maintenance/many-refs-are-packed", test_refs_packed);
  g_test_add_func ("/maintenance/what-was-left-behind-goes", test_leftovers);
  g_test_add_func ("/maintenance/a-damaged-pack-stays-as-it-is", test_damaged_pack);

  return g_test_run ();
}
