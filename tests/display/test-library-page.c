/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library: what is listed, searched, marked and said, and that a large one opens at once. */
#include "vr-archive.h"
#include "vr-library-model.h"
#include "vr-library-page.h"
#include "vr-list-grower.h"
#include "vr-store-task.h"
#include "vr-timeline-model.h"
#include "vr-version-words.h"
#include "vr-variant.h"
#include "window-fixture.h"

#include <time.h>

#define MANY_VERSIONS 20000
#define MANY_VARIANTS 2000
/* A reader does not notice 50 ms, and 35 to 41 are measured on a machine that does nothing else:
 * time that the window itself works.  What slows a machine down is not to fail the test, what makes
 * the window read or list all at once is. */

static void
clear_version (gpointer data)
{
  VrVersion *version = data;

  g_date_time_unref (version->published);
  g_date_time_unref (version->retrieved);
  g_free (version->summary);
  g_clear_pointer (&version->seen, g_date_time_unref);
  g_clear_pointer (&version->labels, g_ptr_array_unref);
}

static GArray *
make_versions (guint n)
{
  GArray *versions = g_array_new (FALSE, TRUE, sizeof (VrVersion));

  g_array_set_clear_func (versions, clear_version);
  for (guint i = 0; i < n; i++)
    {
      VrVersion version = { .number = i + 1,
                            .published = g_date_time_new_from_unix_utc (i * 3600),
                            .retrieved = g_date_time_new_from_unix_utc (i * 3600),
                            .summary = g_strdup ("1 of 4 paragraphs changed: 1 edited.") };

      g_array_append_val (versions, version);
    }

  return versions;
}

static void
test_marks (void)
{
  g_autoptr (VrTimelineModel) model = vr_timeline_model_new (make_versions (9));
  guint older, newer;

  g_assert_false (vr_timeline_model_get_marked (model, &older, &newer));
  vr_timeline_model_toggle (model, 7);
  g_assert_false (vr_timeline_model_get_marked (model, &older, &newer));
  vr_timeline_model_toggle (model, 2);
  g_assert_true (vr_timeline_model_get_marked (model, &older, &newer));
  g_assert_cmpuint (older, ==, 2);
  g_assert_cmpuint (newer, ==, 7);
  /* A third takes the place of the one marked first. */
  vr_timeline_model_toggle (model, 4);
  g_assert_true (vr_timeline_model_get_marked (model, &older, &newer));
  g_assert_cmpuint (older, ==, 2);
  g_assert_cmpuint (newer, ==, 4);
  g_assert_false (vr_timeline_model_is_marked (model, 7));
  vr_timeline_model_toggle (model, 2);
  g_assert_false (vr_timeline_model_get_marked (model, &older, &newer));
  g_assert_true (vr_timeline_model_is_marked (model, 4));
  vr_timeline_model_toggle (model, 4);
  g_assert_false (vr_timeline_model_is_marked (model, 4));
}

static void
test_slices (void)
{
  g_autoptr (VrTimelineModel) model = vr_timeline_model_new (make_versions (100000));
  g_autoptr (VrListGrower) grower = vr_list_grower_new (G_LIST_MODEL (model));
  GListModel *list = vr_list_grower_get_list (grower);
  g_autoptr (VrTimelineItem) first = g_list_model_get_item (list, 0);

  g_assert_cmpuint (g_list_model_get_n_items (list), <, 20);
  g_assert_cmpuint (vr_timeline_item_peek_version (first)->number, ==, 100000);
  fixture_wait_until (g_list_model_get_n_items (list) == 100000);
  vr_list_grower_begin (grower);
  g_assert_cmpuint (g_list_model_get_n_items (list), <, 20);
  vr_list_grower_reach (grower);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 100000);
}

static void
clear_folded (gpointer data)
{
  g_free (((VrStoreVariant *)data)->folded);
}

static GArray *
make_variants (const char *const *names)
{
  GArray *variants = g_array_new (FALSE, FALSE, sizeof (VrStoreVariant));

  g_array_set_clear_func (variants, clear_folded);
  for (guint i = 0; names[i] != NULL; i++)
    {
      /* The test's own, until it ends. */
      VrStoreVariant variant = { (char *)names[i], g_utf8_casefold (names[i], -1) };

      g_array_append_val (variants, variant);
    }

  return variants;
}

static void
assert_listed (VrLibraryModel *model, guint position, const char *name, gboolean begins_story)
{
  g_autoptr (VrLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  g_assert_cmpstr (vr_library_item_get_name (item), ==, name);
  g_assert_cmpint (vr_library_item_begins_story (item), ==, begins_story);
}

static void
test_search (void)
{
  static const char *const names[] = { "Harbour/Courier", "Harbour/Wire", "Harbour-2/Wire",
                                       "Übersee/Post", NULL };
  g_autoptr (VrLibraryModel) model = vr_library_model_new ();
  GListModel *list = G_LIST_MODEL (model);

  vr_library_model_set_variants (model, make_variants (names));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);
  assert_listed (model, 0, "Harbour/Courier", TRUE);
  assert_listed (model, 1, "Harbour/Wire", FALSE);
  assert_listed (model, 2, "Harbour-2/Wire", TRUE);
  vr_library_model_search (model, "WIRE harb");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  assert_listed (model, 0, "Harbour/Wire", TRUE);
  g_assert_cmpuint (vr_library_model_find (model, "Harbour-2/Wire"), ==, 1);
  g_assert_cmpuint (vr_library_model_find (model, "Harbour/Courier"), ==, VR_LIBRARY_NONE);
  vr_library_model_search (model, "u\314\210bersee");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  vr_library_model_search (model, "");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);
}

/* What a name has hyphens for. */
static void
test_search_for_a_title (void)
{
  static const char *const names[] = { "Can-odd-couple-take-it/Post-late", "Quay/Wire", NULL };
  static const char *const typed[] = { "can 'odd couple' take it?", "(late) POST", "odd-couple",
                                       "take-it/post", NULL };
  g_autofree char *name = vr_variant_dup_name ("Can 'odd couple' take it?", "Post (late)", NULL);
  g_autoptr (VrLibraryModel) model = vr_library_model_new ();
  GListModel *list = G_LIST_MODEL (model);

  g_assert_cmpstr (name, ==, names[0]);
  vr_library_model_set_variants (model, make_variants (names));
  for (guint i = 0; typed[i] != NULL; i++)
    {
      vr_library_model_search (model, typed[i]);
      g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
      assert_listed (model, 0, names[0], TRUE);
    }
  vr_library_model_search (model, "wire odd?");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  vr_library_model_search (model, "?!");
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
}

static void
test_words (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GTimeZone) summer = g_time_zone_new_identifier ("+02");
  g_autoptr (GDateTime) there = g_date_time_new (summer, 2014, 4, 6, 16, 23, 0);
  g_autofree char *here = vr_version_words_dup_time (there, summer);
  g_autofree char *elsewhere = vr_version_words_dup_time (there, utc);
  g_autoptr (GArray) versions = make_versions (1);
  VrVersion *version = &g_array_index (versions, VrVersion, 0);
  g_autofree char *spoken = NULL;

  g_assert_cmpstr (here, ==, "6 April 2014, 16:23");
  g_assert_cmpstr (elsewhere, ==, "6 April 2014, 16:23 +02:00");
  version->labels = g_ptr_array_new ();
  g_ptr_array_add (version->labels, (gpointer) "as-printed");
  g_ptr_array_add (version->labels, (gpointer) "final");
  spoken = vr_version_words_dup_spoken (version, NULL, TRUE);
  g_assert_true (g_str_has_prefix (
      spoken, "Version 1, marked: 1 of 4 paragraphs changed: 1 edited. 1 January 1970"));
  g_assert_true (g_str_has_suffix (spoken, "; as-printed · final"));
}

static void
test_versions_are_nobodys_own_work (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("text", 4);

  g_assert_true (vr_store_task_is_version (&(VrSource){ "Harbour/Wire@3", NULL, bytes, NULL }));
  g_assert_false (vr_store_task_is_version (&(VrSource){ "Harbour/Wire", NULL, bytes, NULL }));
  g_assert_false (vr_store_task_is_version (&(VrSource){ "Wire@3", NULL, bytes, NULL }));
  g_assert_false (
      vr_store_task_is_version (&(VrSource){ "a/b@3", "file:///a/b%403", bytes, NULL }));
}

/* Git makes in a second what would take snapshots an hour. */
static gboolean
fill (const char *path, guint n_versions, guint n_variants)
{
  g_autoptr (GString) stream = g_string_new (NULL);
  g_autoptr (GSubprocess) git = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_versions; i++)
    g_string_append_printf (
        stream,
        "commit refs/heads/big/variant\ncommitter A <a@b> %u +0200\ndata <<END\n"
        "1 of 4 paragraphs changed: 1 edited in version %u.\nEND\n"
        "M 100644 inline article.md\ndata <<END\nVersion %u\nEND\n",
        1400000000 + i * 60, i, i);
  for (guint i = 0; i < n_variants; i++)
    g_string_append_printf (stream, "reset refs/heads/story-%u/variant-%u\nfrom big/variant\n",
                            i / 3, i);
  g_string_replace (stream, "from big/variant", "from refs/heads/big/variant", 0);
  git = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE
                              | G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                          &error, "git", "-C", path, "fast-import", "--quiet", NULL);
  if (git == NULL)
    return FALSE;
  g_assert_true (g_subprocess_communicate_utf8 (git, stream->str, NULL, NULL, NULL, &error));

  return g_subprocess_get_successful (git);
}

typedef struct
{
  gint64 last;
  gint64 longest;
} Ticks;

static gint64
get_work_us (void)
{
  struct timespec work;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &work), ==, 0);

  return work.tv_sec * G_USEC_PER_SEC + work.tv_nsec / 1000;
}

static gboolean
tick_cb (gpointer user_data)
{
  Ticks *ticks = user_data;
  gint64 now = get_work_us ();

  ticks->longest = MAX (ticks->longest, now - ticks->last);
  ticks->last = now;

  return G_SOURCE_CONTINUE;
}

static GListModel *
get_model (VrWindow *window, const char *name)
{
  GtkWidget *list = fixture_find_named (GTK_WIDGET (window), name);

  return list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
}

static guint
count (VrWindow *window, const char *name)
{
  GListModel *model = get_model (window, name);

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static void
test_large (void)
{
  gboolean is_big = g_getenv ("VARIORUM_BIG") != NULL;
  guint n_versions = is_big ? 5 * MANY_VERSIONS : MANY_VERSIONS;
  guint n_variants = is_big ? 5 * MANY_VARIANTS : MANY_VARIANTS;
  g_autofree char *path = vr_archive_dup_default_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);
  Ticks ticks = { 0 };
  guint source;

  g_assert_nonnull (archive);
  if (!fill (path, n_versions, n_variants))
    {
      g_test_skip ("no git");
      fixture_close_window (window);
      return;
    }
  vr_window_present_soon (window);
  fixture_wait_ms (500);
  ticks.last = get_work_us ();
  source = g_timeout_add_full (G_PRIORITY_HIGH, 1, tick_cb, &ticks, NULL);
  fixture_activate (window, "library");
  fixture_wait_until (count (window, "stories") == n_variants + 1
                      && count (window, "versions") == n_versions);
  fixture_wait_ms (300);
  g_source_remove (source);
  g_test_message ("%u versions, %u variants: the longest stall took %.1f ms", n_versions,
                  n_variants, (double)ticks.longest / 1000);
  fixture_close_window (window);
}

static GtkWindow *
find_dialog (VrWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;

  return NULL;
}

/* Whoever closes the window while something is written does not hear of it any more. */
static void
test_closed_while_the_trash_is_emptied (void)
{
  g_autofree char *path = vr_archive_dup_default_path ();
  g_autoptr (VrArchive) archive = vr_archive_create (path, NULL);
  VrWindow *window = g_object_new (VR_TYPE_WINDOW, NULL);

  g_assert_nonnull (archive);
  vr_window_present_soon (window);
  fixture_wait_ms (300);
  fixture_activate (window, "library");
  fixture_wait_until (fixture_is_enabled (window, "trash"));
  fixture_activate (window, "trash");
  g_signal_emit_by_name (find_dialog (window), "empty");
  fixture_close_window (window);
}

/* What is kept in the test is the test's own. */
static char *
take_place (void)
{
  char *folder = g_dir_make_tmp ("variorum-library-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);

  return folder;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = take_place ();
  g_autofree char *remove = g_strdup_printf ("rm -rf '%s'", folder);
  int result;

  fixture_init (&argc, &argv);
  g_test_add_func ("/library/two-versions-are-marked", test_marks);
  g_test_add_func ("/library/a-long-timeline-is-listed-bit-by-bit", test_slices);
  g_test_add_func ("/library/a-search-leaves-what-has-its-words", test_search);
  g_test_add_func ("/library/a-search-finds-titles", test_search_for_a_title);
  g_test_add_func ("/library/a-version-in-words", test_words);
  g_test_add_func ("/library/a-version-is-nobodys-own-work", test_versions_are_nobodys_own_work);
  g_test_add_func ("/library/closed-while-the-trash-is-emptied",
                   test_closed_while_the_trash_is_emptied);
  g_test_add_func ("/library/a-large-one-opens-at-once", test_large);
  result = g_test_run ();
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);

  return result;
}
