/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a phrase appeared, vanished and came back; and the index that knows, which may go away. */
#include "store-fixture.h"
#include "vr-article.h"
#include "vr-history-search.h"
#include "vr-pattern.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>

/* "Quay/cnn 2-4 7-8/8": the variant, its spans, how many versions it has; a line each. */
static char *
find (VrArchive *archive, const char *phrase, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrHistorySearch) search =
      vr_history_search_new (archive, phrase, name, NULL, NULL, &error);
  GString *told = g_string_new (NULL);
  const VrFoundVariant *variants;
  guint n;

  g_assert_no_error (error);
  variants = vr_history_search_peek_variants (search, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (told, "%s%s", i > 0 ? "\n" : "", variants[i].name);
      for (guint k = 0; k < variants[i].n_spans; k++)
        {
          const VrFoundSpan *span = &variants[i].spans[k];

          g_string_append_printf (told, " %u-%u", span->first.number, span->last.number);
          g_assert_cmpuint (span->vanished.number, ==,
                            span->last.number == variants[i].n_versions ? 0
                                                                        : span->last.number + 1);
        }
      g_string_append_printf (told, "/%u", variants[i].n_versions);
    }

  return g_string_free (told, FALSE);
}

static void
assert_finds (VrArchive *archive, const char *phrase, const char *wanted)
{
  g_autofree char *told = find (archive, phrase, NULL);

  g_test_message ("%s", phrase);
  g_assert_cmpstr (told, ==, wanted);
}

static void
assert_life (VrArchive *archive)
{
  assert_finds (archive, "the outer islands", "Quay/cnn 2-8/8");
  assert_finds (archive, "left for the islands", "Quay/cnn 1-1/8");
  assert_finds (archive, "doctor from the town", "Quay/cnn 1-4 7-8/8");
  assert_finds (archive, "Forty people", "Quay/cnn 1-7/8");
  assert_finds (archive, "Fifty", "Quay/cnn 8-8/8");
  assert_finds (archive, "lifted", "Quay/cnn 7-8/8");
  assert_finds (archive, "harbour", "Quay/cnn 1-8/8");
  assert_finds (archive, "dawn. Nobody", "Quay/cnn 6-8/8");
  assert_finds (archive, "yesterday", "");
}

static char *
dup_index_path (VrArchive *archive)
{
  return g_build_filename (vr_archive_get_path (archive), VR_HISTORY_INDEX_NAME, NULL);
}

static void
test_life (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_auto (GStrv) ids = fixture_life (archive);
  g_autofree char *index = dup_index_path (archive);
  g_autoptr (VrHistorySearch) search = NULL;
  const VrFoundVariant *variant;
  struct stat status;
  guint n;

  assert_life (archive);
  search = vr_history_search_new (archive, "doctor", "Quay/cnn", NULL, NULL, NULL);
  variant = vr_history_search_peek_variants (search, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (variant->spans[0].first.id, ==, ids[0]);
  g_assert_cmpstr (variant->spans[0].last.id, ==, ids[3]);
  g_assert_cmpstr (variant->spans[0].vanished.id, ==, ids[4]);
  g_assert_cmpstr (variant->spans[1].first.id, ==, ids[6]);
  g_assert_cmpint (variant->spans[1].first.published, ==, FIXTURE_SPRING + 6 * FIXTURE_DAY);
  g_assert_cmpint (g_stat (index, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  fixture_clean (path);
}

/* As the window finds it: whatever its case, quotes, dashes and spaces; never half a character. */
static void
test_as_the_window_does (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *id G_GNUC_UNUSED =
      fixture_snapshot (archive, "Quay", "cnn",
                        "The “quay”\302\240— don’t ask — is in the Stra\303\237e.\n"
                        "Caf\303\251, \346\270\257\345\217\243, 5\342\200\2237.\n",
                        FIXTURE_SPRING);

  assert_finds (archive, "THE \"QUAY\" --  don't", "Quay/cnn 1-1/1");
  assert_finds (archive, "strasse", "Quay/cnn 1-1/1");
  assert_finds (archive, "cafe", "");
  assert_finds (archive, "cafe\314\201", "Quay/cnn 1-1/1");
  assert_finds (archive, "\346\270\257", "Quay/cnn 1-1/1");
  assert_finds (archive, "\346\270\257\345\217\243", "Quay/cnn 1-1/1");
  assert_finds (archive, "5-7", "Quay/cnn 1-1/1");
  assert_finds (archive, "\"", "Quay/cnn 1-1/1");
  assert_finds (archive, "u", "Quay/cnn 1-1/1");
  assert_finds (archive, "Stra\303\237e. Caf\303\251", "");
  fixture_clean (path);
}

/* New versions, other variants, a rewound and a removed one: what is told is what stands. */
static void
test_kept_up (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_auto (GStrv) ids = fixture_life (archive);
  g_autofree char *index = dup_index_path (archive);
  g_autofree char *more = NULL, *other = NULL, *output = NULL, *bytes = NULL;
  gsize n_bytes;

  assert_life (archive);
  more = fixture_snapshot (archive, "Quay", "cnn", "The harbour is shut.\n",
                           FIXTURE_SPRING + 9 * FIXTURE_DAY);
  other = fixture_snapshot (archive, "Quay", "abc", "The harbour is secretively shut.\n",
                            FIXTURE_SPRING);
  assert_finds (archive, "harbour", "Quay/abc 1-1/1\nQuay/cnn 1-9/9");
  assert_finds (archive, "the outer islands", "Quay/cnn 2-8/9");
  assert_finds (archive, "is shut", "Quay/cnn 9-9/9");
  assert_finds (archive, "secretively", "Quay/abc 1-1/1");
  output = g_strdup_printf ("update-ref refs/heads/Quay/cnn %s", ids[6]);
  g_free (fixture_git (path, output));
  g_free (fixture_git (path, "update-ref -d refs/heads/Quay/abc"));
  assert_finds (archive, "harbour", "Quay/cnn 1-7/7");
  assert_finds (archive, "is shut", "");
  assert_finds (archive, "Fifty", "");
  assert_finds (archive, "secretively", "");
  g_assert_true (g_file_get_contents (index, &bytes, &n_bytes, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize)n_bytes, "secretively"));
  fixture_clean (path);
}

/* Two people's histories of one variant, joined: numbers are those that the list has. */
static void
test_joined (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_auto (GStrv) ids = fixture_life (archive);
  g_autofree char *side = NULL, *tree G_GNUC_UNUSED = NULL, *join = NULL, *command = NULL,
                  *told = NULL;
  g_autoptr (GArray) versions = NULL;
  guint number = 0;

  assert_finds (archive, "Fifty", "Quay/cnn 8-8/8");
  command = g_strdup_printf ("branch --quiet Quay/side %s", ids[3]);
  g_free (fixture_git (path, command));
  side = fixture_snapshot (archive, "Quay", "side", "A whale was seen.\n",
                           FIXTURE_SPRING + 5 * FIXTURE_DAY + 1);
  g_free (command);
  command = g_strdup_printf ("-c user.name=A -c user.email=a@b commit-tree -p %s -p %s -m join "
                             "%s^{tree}",
                             ids[7], side, ids[7]);
  join = fixture_git (path, command);
  g_free (command);
  command = g_strdup_printf ("update-ref refs/heads/Quay/cnn %s", join);
  g_free (fixture_git (path, command));
  versions = vr_version_list (archive, "Quay/cnn", NULL);
  g_assert_cmpuint (versions->len, ==, 10);
  for (guint i = 0; i < versions->len; i++)
    if (g_str_equal (g_array_index (versions, VrVersion, i).id, side))
      number = i + 1;
  told = find (archive, "whale", "Quay/cnn");
  g_free (command);
  command = g_strdup_printf ("Quay/cnn %u-%u/10", number, number);
  g_assert_cmpstr (told, ==, command);
  fixture_clean (path);
}

/* Whatever is done to the file, the answer is the same and the archive unharmed. */
static void
test_broken_index (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_auto (GStrv) ids G_GNUC_UNUSED = fixture_life (archive);
  g_autofree char *index = dup_index_path (archive);
  g_autofree char *good = NULL;
  gsize n_bytes;

  assert_life (archive);
  g_assert_cmpint (g_unlink (index), ==, 0);
  assert_life (archive);
  g_assert_true (g_file_set_contents (index, "", 0, NULL));
  assert_life (archive);
  g_assert_true (g_file_set_contents (index, "This is no index.\n", -1, NULL));
  assert_life (archive);
  g_assert_true (g_file_get_contents (index, &good, &n_bytes, NULL));
  for (gsize n = 512; n < n_bytes; n += n_bytes / 7)
    {
      g_assert_true (g_file_set_contents (index, good, (gssize)n, NULL));
      assert_life (archive);
    }
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *bad = g_memdup2 (good, n_bytes);
      gsize at = (gsize)g_test_rand_int_range (0, (int)(n_bytes / 1024)) * 1024;

      memset (bad + at, g_test_rand_int_range (0, 256), 1024);
      g_assert_true (g_file_set_contents (index, bad, (gssize)n_bytes, NULL));
      g_free (find (archive, "harbour", NULL));
    }
  vr_history_forget_index (archive);
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));
  assert_life (archive);
  fixture_clean (path);
}

/* Where no file can be, or another program holds it, memory does. */
static void
test_no_place (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_auto (GStrv) ids G_GNUC_UNUSED = fixture_life (archive);
  g_autofree char *index = dup_index_path (archive);

  g_assert_cmpint (g_mkdir (index, 0700), ==, 0);
  assert_life (archive);
  g_assert_true (g_file_test (index, G_FILE_TEST_IS_DIR));
  fixture_clean (path);
}

static void
assert_fails (VrArchive *archive, const char *phrase, const char *name, GCancellable *cancellable,
              GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrHistorySearch) search =
      vr_history_search_new (archive, phrase, name, NULL, cancellable, &error);

  g_assert_null (search);
  g_assert_error (error, domain, code);
}

static void
test_failures (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (GStrv) ids = NULL;

  assert_finds (archive, "harbour", "");
  ids = fixture_life (archive);
  assert_fails (archive, "", NULL, NULL, VR_ERROR, VR_ERROR_INVALID);
  assert_fails (archive, "\302\255", NULL, NULL, VR_ERROR, VR_ERROR_INVALID);
  assert_fails (archive, "harbour", "Quay/bbc", NULL, VR_ERROR, VR_ERROR_NOT_FOUND);
  assert_fails (archive, "harbour", "../..", NULL, VR_ERROR, VR_ERROR_NOT_FOUND);
  g_cancellable_cancel (cancellable);
  assert_fails (archive, "harbour", NULL, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_life (archive);
  fixture_clean (path);
}

static gboolean
has (const char *text, const VrPattern *pattern)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  VrSpan match;

  for (guint i = 0; lines[i] != NULL; i++)
    if (vr_pattern_find (pattern, (VrSlice){ lines[i], strlen (lines[i]) }, 0, &match))
      return TRUE;

  return FALSE;
}

static char *
find_slowly (const GPtrArray *texts, const char *phrase)
{
  g_autoptr (VrPattern) pattern = vr_pattern_new (phrase);
  g_autoptr (GString) told = g_string_new (NULL);
  gboolean before = FALSE;

  for (guint i = 0; i <= texts->len; i++)
    {
      gboolean now = i < texts->len && has (g_ptr_array_index (texts, i), pattern);

      if (now && !before)
        g_string_append_printf (told, " %u-", i + 1);
      else if (before && !now)
        g_string_append_printf (told, "%u", i);
      before = now;
    }
  if (told->len == 0)
    return g_strdup ("");

  return g_strdup_printf ("Quay/abc%s/%u", told->str, texts->len);
}

/* Any piece of any version is found where going through all of them finds it. */
static void
test_random_life (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autoptr (GPtrArray) texts = fixture_random_life (archive, "Quay", "abc", 60);

  for (guint i = 0; i < 300; i++)
    {
      const char *text = g_ptr_array_index (texts, g_test_rand_int_range (0, (int)texts->len));
      gsize from = (gsize)g_test_rand_int_range (0, (int)strlen (text) - 20);
      g_autofree char *phrase = g_strndup (text + from, (gsize)g_test_rand_int_range (1, 20));
      g_autofree char *wanted = find_slowly (texts, phrase);
      g_autofree char *told = find (archive, phrase, NULL);

      g_test_message ("“%s”", phrase);
      g_assert_cmpstr (told, ==, wanted);
    }
  fixture_clean (path);
}

static void
note_fraction (double fraction, gpointer data)
{
  g_array_append_val ((GArray *)data, fraction);
}

/* A long story is one variant, and whoever waits for it wants to see it grow. */
static void
test_progress (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autoptr (GPtrArray) texts = fixture_random_life (archive, "Quay", "cnn", 30);
  g_autoptr (GArray) fractions = g_array_new (FALSE, FALSE, sizeof (double));
  VrProgress progress = { note_fraction, fractions };
  g_autoptr (GError) error = NULL;
  g_autoptr (VrHistorySearch) search =
      vr_history_search_new (archive, "harbour", NULL, &progress, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (search);
  g_assert_cmpuint (texts->len, ==, 30);
  g_assert_cmpuint (fractions->len, ==, 30);
  for (guint i = 0; i < fractions->len; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (fractions, double, i), (i + 1) / 30.0, 1e-9);
  fixture_clean (path);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/a-life-in-eight-versions", test_life);
  g_test_add_func ("/search/as-the-window-finds", test_as_the_window_does);
  g_test_add_func ("/search/the-index-keeps-up", test_kept_up);
  g_test_add_func ("/search/joined-histories", test_joined);
  g_test_add_func ("/search/a-broken-index-is-made-anew", test_broken_index);
  g_test_add_func ("/search/no-place-for-an-index", test_no_place);
  g_test_add_func ("/search/what-cannot-be-searched", test_failures);
  g_test_add_func ("/search/a-long-first-search-tells-how-far-it-is", test_progress);
  g_test_add_func ("/search/as-going-through-all-versions", test_random_life);

  return g_test_run ();
}
