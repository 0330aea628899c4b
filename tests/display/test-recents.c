/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of recent comparisons: what is kept, in which order, and what a broken file does. */
#include "plan-fixture.h"
#include "vr-recents.h"

#include <glib/gstdio.h>
#include <locale.h>

static VrRecent *
make (guint number, gint64 time)
{
  VrRecent *recent = vr_recent_new ();

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      recent->titles[side] = g_strdup_printf ("Title %u", number);
      recent->uris[side] = g_strdup_printf ("file:///%u/%u.txt", number, side);
    }
  recent->time = time;
  recent->headline = (VrHeadline){ .n_rows = 22, .n_old = 21, .n_changed = 2 };

  return recent;
}

static void
put (VrRecents *recents, guint number, gint64 time)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (VrRecent) recent = make (number, time);

  g_ptr_array_add (list, recent);
  vr_recents_put (recents, list, &error);
  g_assert_no_error (error);
}

static const VrRecent *
get (GPtrArray *all, guint index)
{
  g_assert_cmpuint (index, <, all->len);

  return all->pdata[index];
}

/* A path in a folder that is not there yet. */
static char *
new_path (void)
{
  g_autofree char *file = fixture_write ("neighbour", "", 0);
  g_autofree char *folder = g_path_get_dirname (file);

  return g_build_filename (folder, "new", "recent.json", NULL);
}

static void
remove_file (const char *path)
{
  g_autofree char *aside = g_strconcat (path, ".broken", NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_unlink (aside);
  g_rmdir (folder);
  fixture_clean ();
}

static void
test_kept (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (VrRecents) recents = vr_recents_new (path);
  g_autoptr (VrRecents) again = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *figures = NULL;

  put (recents, 1, 100);
  put (recents, 2, 200);
  put (recents, 1, 300);
  again = vr_recents_new (path);
  all = vr_recents_dup_all (again);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (get (all, 0)->titles[VR_SIDE_NEW], ==, "Title 1");
  g_assert_cmpint (get (all, 0)->time, ==, 300);
  g_assert_cmpstr (get (all, 1)->uris[VR_SIDE_OLD], ==, "file:///2/0.txt");
  g_assert_null (get (all, 1)->document_uri);
  figures = vr_recent_dup_figures (get (all, 1));
  g_assert_cmpstr (figures, ==, "2 of 21 paragraphs changed");
  remove_file (path);
}

static void
test_cut (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (VrRecents) recents = vr_recents_new (path);
  g_autoptr (GPtrArray) all = NULL;

  for (guint i = 0; i < VR_RECENTS_MAX + 3; i++)
    put (recents, i, 100 + i);
  all = vr_recents_dup_all (recents);
  g_assert_cmpuint (all->len, ==, VR_RECENTS_MAX);
  g_assert_cmpint (get (all, 0)->time, ==, 100 + VR_RECENTS_MAX + 2);
  g_assert_cmpint (get (all, VR_RECENTS_MAX - 1)->time, ==, 103);
  remove_file (path);
}

static void
test_undone (void)
{
  g_autofree char *path = new_path ();
  g_autoptr (VrRecents) recents = vr_recents_new (path);
  g_autoptr (VrRecents) other = vr_recents_new (path);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *key = NULL;

  put (recents, 1, 100);
  put (recents, 2, 200);
  before = vr_recents_dup_all (recents);
  key = vr_recent_dup_key (get (before, 1));

  /* Another window's list knows what this one put. */
  g_assert_true (vr_recents_remove (other, key, NULL));
  vr_recents_load (recents);
  g_assert_null (vr_recents_find (recents, key));
  g_assert_true (vr_recents_clear (recents, NULL));
  put (recents, 3, 150);
  g_assert_true (vr_recents_put (recents, before, NULL));
  all = vr_recents_dup_all (recents);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (get (all, 0)->time, ==, 200);
  g_assert_cmpint (get (all, 1)->time, ==, 150);
  g_assert_nonnull (vr_recents_find (recents, key));
  remove_file (path);
}

static void
test_broken (void)
{
  static const char *const contents[] = {
    "",
    "{",
    "[]",
    "null",
    "{\"schema\":7,\"recent\":[]}",
    "{\"schema\":\"variorum-recent/2\"}",
    "{\"schema\":\"variorum-recent/1\",\"recent\":{}}",
    "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *path = new_path ();
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *aside = g_strconcat (path, ".broken", NULL);
      g_autofree char *kept = NULL;
      g_autoptr (VrRecents) recents = NULL;
      g_autoptr (GPtrArray) all = NULL;

      g_mkdir (folder, 0700);
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      recents = vr_recents_new (path);
      put (recents, 1, 100);
      all = vr_recents_dup_all (recents);
      g_assert_cmpuint (all->len, ==, 1);
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, contents[i]);
      remove_file (path);
    }
}

/* One entry that says nothing does not take the others with it. */
static void
test_odd_entries (void)
{
  g_autofree char *path = fixture_write (
      "recent.json",
      "{\"schema\":\"variorum-recent/1\",\"recent\":[7,{},{\"old\":3,\"new\":[]},"
      "{\"time\":\"x\",\"old\":{\"uri\":\"file:///a\"},\"new\":{\"uri\":\"file:///b\",\"title\":1},"
      "\"changed\":-4,\"rows\":\"no\"},{\"time\":5,\"document\":\"file:///c.variorum\"}]}",
      -1);
  g_autoptr (VrRecents) recents = vr_recents_new (path);
  g_autoptr (GPtrArray) all = vr_recents_dup_all (recents);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (get (all, 0)->document_uri, ==, "file:///c.variorum");
  g_assert_cmpstr (get (all, 1)->titles[VR_SIDE_NEW], ==, "file:///b");
  g_assert_cmpuint (get (all, 1)->headline.n_changed, ==, 0);
  fixture_clean ();
}

static void
test_when (void)
{
  static const struct
  {
    const char *then;
    const char *words;
  } cases[] = {
    { "2025-03-12T15:30:00Z", "Just now" },         { "2025-03-12T15:30:20Z", "Just now" },
    { "2025-03-12T15:29:00Z", "1 minute ago" },     { "2025-03-12T14:45:00Z", "45 minutes ago" },
    { "2025-03-12T14:30:00Z", "1 hour ago" },       { "2025-03-12T00:10:00Z", "15 hours ago" },
    { "2025-03-11T23:50:00Z", "Yesterday" },        { "2025-03-10T23:50:00Z", "2 days ago" },
    { "2025-03-06T01:00:00Z", "6 days ago" },       { "2025-03-05T23:00:00Z", "5 March 2025" },
    { "2019-12-24T23:00:00Z", "24 December 2019" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2025-03-12T15:30:00Z", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (cases[i].then, NULL);
      g_autoptr (VrRecent) recent = make (1, g_date_time_to_unix (then));
      g_autofree char *words = vr_recent_dup_when (recent, g_date_time_to_unix (now));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recents/what-is-put-is-kept-newest-first", test_kept);
  g_test_add_func ("/recents/the-oldest-are-dropped", test_cut);
  g_test_add_func ("/recents/what-was-forgotten-comes-back", test_undone);
  g_test_add_func ("/recents/a-broken-file-is-kept-aside", test_broken);
  g_test_add_func ("/recents/odd-entries-are-passed-over", test_odd_entries);
  g_test_add_func ("/recents/time-is-said-in-words", test_when);

  return g_test_run ();
}
