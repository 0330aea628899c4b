/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The archive keeps versions that git can read, and gives back what it was given. */
#include "store-fixture.h"
#include "vr-label.h"
#include "vr-trash.h"
#include "vr-variant-titles.h"
#include "vr-variant.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>

static const char first_text[] = "The quay is shut\n\nShips wait outside.\n";
static const char second_text[] = "The quay is open\n\nShips came in.\nNobody waits.\n";

static void
assert_bytes (GBytes *bytes, const char *wanted)
{
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted,
                   strlen (wanted));
}

static void
test_round_trip (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first = fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autofree char *second =
      fixture_snapshot (archive, "Quay", "cnn", second_text, FIXTURE_SPRING + FIXTURE_DAY);
  g_autoptr (GBytes) source = vr_version_read_source (archive, first, NULL);
  g_autoptr (GBytes) text = vr_version_read_text (archive, second, NULL);
  g_autofree char *fsck = fixture_git (path, "fsck --strict --no-dangling");
  g_autofree char *log = fixture_git (path, "log --format=%H refs/heads/Quay/cnn");
  g_autofree char *both = g_strconcat (second, "\n", first, NULL);
  g_autofree char *shown = fixture_git (path, "show refs/heads/Quay/cnn:article.md");
  struct stat status;

  assert_bytes (source, first_text);
  assert_bytes (text, "The quay is open\nShips came in.\nNobody waits.\n");
  g_assert_cmpstr (fsck, ==, "");
  g_assert_cmpstr (log, ==, both);
  g_assert_cmpstr (shown, ==, "The quay is open\nShips came in.\nNobody waits.");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  fixture_clean (path);
}

/* The same text brings no version; the latest time that it was seen is kept. */
static void
test_seen_again (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first = fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autofree char *again =
      fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING + 2 * FIXTURE_DAY);
  g_autofree char *before =
      fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING + FIXTURE_DAY);
  g_autoptr (GArray) versions = vr_version_list (archive, "Quay/cnn", NULL);
  const VrVersion *version;

  g_assert_cmpstr (again, ==, first);
  g_assert_cmpstr (before, ==, first);
  g_assert_cmpuint (versions->len, ==, 1);
  version = &g_array_index (versions, VrVersion, 0);
  g_assert_nonnull (version->seen);
  g_assert_cmpint (g_date_time_to_unix (version->seen), ==, FIXTURE_SPRING + 2 * FIXTURE_DAY);
  fixture_clean (path);
}

static void
assert_titles (VrArchive *archive, const char *name, const char *id, const char *story,
               const char *variant)
{
  g_auto (VrVariantTitles) titles = { NULL, NULL };

  vr_variant_titles_read (archive, name, id, &titles);
  g_assert_cmpstr (titles.story, ==, story);
  g_assert_cmpstr (titles.variant, ==, variant);
}

/* A version's names outlive the slug that a ref's name has of them. */
static void
test_titles (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first =
      fixture_snapshot (archive, "The quay: shut?", "Harbour Post", first_text, FIXTURE_SPRING);
  g_autofree char *name = vr_variant_dup_name ("The quay: shut?", "Harbour Post", NULL);

  assert_titles (archive, name, first, "The quay: shut?", "Harbour Post");
  /* It went by another name then. */
  assert_titles (archive, "Quay/Post", first, "Quay", "Post");
  fixture_clean (path);
}

static void
assert_trash_titles (VrArchive *archive, const char *name, const char *story, const char *variant)
{
  g_auto (VrVariantTitles) titles = { NULL, NULL };

  vr_variant_titles_read_thrown (archive, name, &titles);
  g_assert_cmpstr (titles.story, ==, story);
  g_assert_cmpstr (titles.variant, ==, variant);
}

static void
test_titles_in_trash (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first G_GNUC_UNUSED =
      fixture_snapshot (archive, "The quay: shut?", "Harbour Post", first_text, FIXTURE_SPRING);
  g_autofree char *name = vr_variant_dup_name ("The quay: shut?", "Harbour Post", NULL);

  g_assert_true (vr_trash_put (archive, name, NULL));
  assert_trash_titles (archive, name, "The quay: shut?", "Harbour Post");
  assert_trash_titles (archive, "Quay/both.variorum", "Quay", "both.variorum");
  fixture_clean (path);
}

/* Who types the name that a list shows does not take the title away. */
static void
test_titles_preferred (void)
{
  g_autofree char *slug = vr_variant_dup_slug ("The quay: shut?");

  g_assert_cmpstr (vr_variant_titles_prefer (slug, "The quay: shut?"), ==, "The quay: shut?");
  g_assert_cmpstr (vr_variant_titles_prefer ("The quay; shut?", "The quay: shut?"), ==,
                   "The quay; shut?");
  g_assert_cmpstr (vr_variant_titles_prefer (slug, NULL), ==, slug);
  g_assert_cmpstr (vr_variant_titles_prefer (slug, "Another"), ==, slug);
}

static void
assert_resolves (VrArchive *archive, const char *text, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = vr_version_resolve (archive, text, &error);

  g_test_message ("%s", text);
  g_assert_cmpstr (id, ==, wanted);
  if (wanted == NULL)
    g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
}

static void
test_names_of_versions (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first = fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autofree char *second =
      fixture_snapshot (archive, "Quay", "cnn", second_text, FIXTURE_SPRING + FIXTURE_DAY);
  g_autofree char *part = g_strndup (first, 9);
  g_autofree char *with_id = g_strconcat ("Quay/cnn@", part, NULL);

  g_assert_true (vr_label_set (archive, "Quay/cnn", "As printed", first, NULL));
  assert_resolves (archive, "Quay/cnn", second);
  assert_resolves (archive, "Quay/cnn@latest", second);
  assert_resolves (archive, "Quay/cnn@1", first);
  assert_resolves (archive, "Quay/cnn@2", second);
  assert_resolves (archive, "Quay/cnn@3", NULL);
  assert_resolves (archive, "Quay/cnn@0", NULL);
  assert_resolves (archive, "Quay/cnn@2014-04-16", first);
  assert_resolves (archive, "Quay/cnn@2015-01-01", second);
  assert_resolves (archive, "Quay/cnn@2013-01-01", NULL);
  assert_resolves (archive, "Quay/cnn@As printed", first);
  assert_resolves (archive, "Quay/cnn@as-told", NULL);
  assert_resolves (archive, with_id, first);
  assert_resolves (archive, part, first);
  assert_resolves (archive, "Quay/bbc", NULL);
  assert_resolves (archive, "../cnn", NULL);
  fixture_clean (path);
}

/* Two writers: who was not first is told and has changed nothing. */
static void
test_overtaken (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first = fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Late.\n", 6);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, NULL, "late", NULL);
  g_autoptr (VrArticle) article = vr_article_new (text, VR_PARAGRAPHS_LINE, "en");
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  VrSnapshot snapshot = { "Quay", "cnn", article, bytes, "late.txt", now, NULL };
  char *id = NULL;

  g_assert_cmpint (vr_snapshot_write (archive, &snapshot, NULL, "m", &id, NULL), ==,
                   VR_SNAPSHOT_OVERTAKEN);
  g_assert_null (id);
  assert_resolves (archive, "Quay/cnn", first);
  fixture_clean (path);
}

/* What a killed program leaves behind keeps nobody out. */
static void
test_stale_lock (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first G_GNUC_UNUSED =
      fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autofree char *lock = g_build_filename (path, "refs/heads/Quay/cnn.lock", NULL);
  g_autofree char *second = NULL;

  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  second = fixture_snapshot (archive, "Quay", "cnn", second_text, FIXTURE_SPRING + FIXTURE_DAY);
  assert_resolves (archive, "Quay/cnn", second);
  fixture_clean (path);
}

static void
assert_slug (const char *title, const char *wanted)
{
  g_autofree char *slug = vr_variant_dup_slug (title);
  g_autofree char *again = slug != NULL ? vr_variant_dup_slug (slug) : NULL;

  g_assert_cmpstr (slug, ==, wanted);
  g_assert_cmpstr (again, ==, slug);
}

static void
test_slugs (void)
{
  assert_slug ("kerry-lavrov", "kerry-lavrov");
  assert_slug ("Kerry & Lavrov: can they?", "Kerry-Lavrov-can-they");
  assert_slug ("Çetin’in öyküsü", "Çetin’in-öyküsü");
  assert_slug ("記事 一", "記事-一");
  assert_slug ("مقالة", "مقالة");
  assert_slug ("../../etc/passwd", "etc-passwd");
  assert_slug ("a.lock", "alock");
  assert_slug ("a..b", "a.-b");
  assert_slug (".hidden", "hidden");
  assert_slug ("x@{1}", "x-1");
  assert_slug ("e\314\201", "\303\251");
  assert_slug (" \n", NULL);
  assert_slug ("//", NULL);
}

/* Any two long titles that differ stay apart, and git takes whatever comes out. */
static void
test_any_title (void)
{
  static const char *const pieces[] = { "a",  ".", "/",  "\\",   "..", ".lock", "-",       "@{",
                                        "\t", "é", "記", "\177", "~",  "^",     ":",       "*",
                                        "[",  "@", " ",  "x",    "?",  "م",     "\302\255" };

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      guint n = g_test_rand_int_range (1, i % 10 == 0 ? 400 : 12);
      g_autofree char *slug = NULL;

      for (guint k = 0; k < n; k++)
        g_string_append (title, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      slug = vr_variant_dup_slug (title->str);
      if (slug == NULL)
        continue;
      assert_slug (title->str, slug);
      g_assert_cmpuint (strlen (slug), <=, VR_VARIANT_MAX_BYTES);
      if (i % 10 != 1)
        {
          g_autofree char *quoted = g_shell_quote (slug);
          g_autofree char *command =
              g_strdup_printf ("check-ref-format refs/heads/%s/%s", quoted, quoted);
          g_autofree char *output G_GNUC_UNUSED = fixture_git ("/nowhere", command);
        }
    }
}

static void
assert_fails (const char *path, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_open (path, &error);

  g_assert_null (archive);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_not_ours (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *other = g_build_filename (folder, "other.git", NULL);
  g_autofree char *output = fixture_git (other, "init --quiet --bare");
  g_autoptr (VrArchive) archive G_GNUC_UNUSED = fixture_create (path);

  assert_fails ("/nowhere/at/all", "There is no archive");
  assert_fails (folder, "is no archive");
  assert_fails (other, "git repository, but no archive");
  g_clear_pointer (&output, g_free);
  output = fixture_git (path, "config variorum.format 2");
  assert_fails (path, "newer Variorum");
  fixture_clean (path);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/git-reads-what-is-kept", test_round_trip);
  g_test_add_func ("/store/the-same-text-brings-no-version", test_seen_again);
  g_test_add_func ("/store/a-story-has-its-title", test_titles);
  g_test_add_func ("/store/what-was-thrown-away-has-its-title", test_titles_in_trash);
  g_test_add_func ("/store/who-types-a-slug-keeps-the-title", test_titles_preferred);
  g_test_add_func ("/store/versions-by-name", test_names_of_versions);
  g_test_add_func ("/store/who-is-overtaken-changes-nothing", test_overtaken);
  g_test_add_func ("/store/a-lock-left-behind", test_stale_lock);
  g_test_add_func ("/store/titles-become-names", test_slugs);
  g_test_add_func ("/store/any-title-is-a-name-for-git", test_any_title);
  g_test_add_func ("/store/what-is-no-archive", test_not_ours);

  return g_test_run ();
}
