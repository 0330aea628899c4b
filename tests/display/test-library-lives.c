/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of an article in the library: bars to scale, words, what is asked for and kept. */
#include "vr-change-bar.h"
#include "vr-lookup.h"
#include "vr-timeline-model.h"
#include "vr-timeline-words.h"
#include "vr-version-row.h"
#include "vr-version-words.h"
#include "window-fixture.h"

static void
test_bar_to_scale (void)
{
  const VrChangedWords small = { .removed = 25, .added = 50, .moved = 25 };
  const VrChangedWords tiny = { .removed = 1, .added = 1000, .moved = 1 };
  const VrChangedWords none = { .removed = 0 };
  int parts[3];

  vr_change_bar_measure_parts (&small, 200, 100, parts);
  g_assert_cmpint (parts[0], ==, 13);
  g_assert_cmpint (parts[1], ==, 25);
  g_assert_cmpint (parts[2], ==, 13);
  /* However little, it is seen, and nothing goes beyond the bar. */
  vr_change_bar_measure_parts (&tiny, 1002, 100, parts);
  g_assert_cmpint (parts[0], >=, 3);
  g_assert_cmpint (parts[2], >=, 3);
  g_assert_cmpint (parts[0] + parts[1] + parts[2], ==, 100);
  vr_change_bar_measure_parts (&none, 0, 100, parts);
  g_assert_cmpint (parts[0] + parts[1] + parts[2], ==, 0);
}

static void
test_flags_in_words (void)
{
  const VrVersion first = { .number = 1 };
  const VrVersion kept = { .number = 1, .summary = (char *)"First version: The quay is shut" };
  const VrVersion imported = { .number = 1, .summary = (char *)"Add README" };
  const VrVersion third = { .number = 3 };
  const VrVersionFlags nothing = { .headline_changed = FALSE };
  const VrVersionFlags all = { TRUE, (char *)"a number changed", 1, { 3, 0, 1200 } };
  g_autofree char *begins = vr_version_words_dup_flags (&first, &nothing, TRUE);
  g_autofree char *told = vr_version_words_dup_flags (&third, &all, TRUE);
  g_autofree char *brief = vr_version_words_dup_flags (&third, &all, FALSE);
  g_autofree char *counts = vr_version_words_dup_counts (&all.words);
  g_autofree char *still = vr_version_words_dup_counts (&nothing.words);
  g_autofree char *elsewhere = vr_version_words_dup_flags (&imported, &nothing, TRUE);

  g_assert_cmpstr (begins, ==, "First version");
  g_assert_cmpstr (elsewhere, ==, "First version");
  g_assert_null (vr_version_words_dup_flags (&kept, &nothing, TRUE));
  g_assert_null (vr_version_words_dup_flags (&third, &nothing, TRUE));
  g_assert_cmpstr (told, ==,
                   "Headline changed · Silent edit: a number changed · Back to version 1");
  g_assert_cmpstr (brief, ==, "Headline changed · Silent edit · Back to version 1");
  g_assert_nonnull (strstr (counts, "−3"));
  g_assert_nonnull (strstr (counts, "↕1"));
  g_assert_null (strstr (counts, "+"));
  g_assert_cmpstr (still, ==, "No words changed");
}

/* What is to be looked at twice stands out; that a version is the first one does not. */
static void
test_weight_of_flags (void)
{
  g_autoptr (GDateTime) then = g_date_time_new_utc (2014, 4, 16, 12, 0, 0);
  const VrVersion first = {
    .number = 1, .published = then, .retrieved = then, .summary = (char *)""
  };
  const VrVersionFlags nothing = { .headline_changed = FALSE };
  const VrVersionFlags headline = { .headline_changed = TRUE };
  VrVersionRow *row = g_object_ref_sink (VR_VERSION_ROW (vr_version_row_new ()));
  GtkWidget *label = fixture_find_named (GTK_WIDGET (row), "version-flags");

  vr_version_row_set_version (row, &first, FALSE);
  vr_version_row_set_flags (row, &first, &nothing, 0);
  g_assert_true (gtk_widget_has_css_class (label, "dim-label"));
  g_assert_false (gtk_widget_has_css_class (label, "version-flags"));
  vr_version_row_set_flags (row, &first, &headline, 0);
  g_assert_true (gtk_widget_has_css_class (label, "version-flags"));
  g_assert_false (gtk_widget_has_css_class (label, "dim-label"));
  g_object_unref (row);
}

static void
assert_time (int hour, const char *words)
{
  g_autoptr (GTimeZone) here = g_time_zone_new_utc ();
  g_autoptr (GDateTime) then = g_date_time_new_utc (2014, 4, 16, hour, 0, 0);
  g_autofree char *told = vr_version_words_dup_time (then, here);

  g_assert_cmpstr (told, ==, words);
}

/* Whoever kept a version that came out on a day gave no time. */
static void
test_days_have_no_time (void)
{
  assert_time (0, "16 April 2014");
  assert_time (1, "16 April 2014, 01:00");
}

/* What runs the other way does not take the words beside it along. */
static void
test_names_are_isolated (void)
{
  g_autofree char *latin = vr_timeline_words_dup_subtitle ("The Quay", 3);
  g_autofree char *arabic = vr_timeline_words_dup_subtitle ("الميناء", 3);
  g_autofree char *both = vr_timeline_words_dup_subtitle ("The ميناء", 3);

  g_assert_cmpstr (latin, ==, "The Quay · 3 versions");
  g_assert_cmpstr (arabic, ==, "\u2068الميناء\u2069 · 3 versions");
  g_assert_cmpstr (both, ==, "\u2068The ميناء\u2069 · 3 versions");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_free (latin);
  latin = vr_timeline_words_dup_subtitle ("The Quay", 3);
  g_assert_cmpstr (latin, ==, "\u2068The Quay\u2069 · 3 versions");
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
assert_seen (int days_ago, const char *words)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2014, 4, 16, 12, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days_ago);
  const VrVariantFigures figures = { .n_versions = 7, .last_seen = then };
  g_autofree char *told = vr_version_words_dup_figures (&figures, now);

  g_assert_cmpstr (told, ==, words);
}

static void
test_last_seen (void)
{
  assert_seen (0, "7 versions · last seen today");
  assert_seen (1, "7 versions · last seen yesterday");
  assert_seen (3, "7 versions · last seen 3 days ago");
  assert_seen (40, "7 versions · last seen 7 March 2014");
}

static void
clear_version (gpointer data)
{
}

static GArray *
make_versions (guint n, char first)
{
  GArray *versions = g_array_new (FALSE, TRUE, sizeof (VrVersion));

  g_array_set_clear_func (versions, clear_version);
  for (guint i = 0; i < n; i++)
    {
      VrVersion version = { .number = i + 1 };

      g_snprintf (version.id, sizeof version.id, "%c%039u", first, i);
      g_array_append_val (versions, version);
    }

  return versions;
}

static void
test_later_versions_come_in_place (void)
{
  g_autoptr (VrTimelineModel) model = vr_timeline_model_new (make_versions (5, 'a'));

  vr_timeline_model_toggle (model, 2);
  vr_timeline_model_toggle (model, 5);
  g_assert_true (vr_timeline_model_set_versions (model, make_versions (8, 'a')));
  g_assert_cmpuint (vr_timeline_model_get_n_versions (model), ==, 8);
  g_assert_true (vr_timeline_model_is_marked (model, 2));
  g_assert_true (vr_timeline_model_is_marked (model, 5));
  /* Another history was joined, so numbers are others'. */
  g_assert_false (vr_timeline_model_set_versions (model, make_versions (9, 'b')));
  g_assert_false (vr_timeline_model_is_marked (model, 2));
}

/* What was looked for, in a thread. */
typedef struct
{
  GMutex lock;
  GString *asked;
  char answer;
} Asked;

static gpointer
find (const char *key, gpointer context, GCancellable *cancellable)
{
  Asked *asked = context;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&asked->lock);

  g_string_append (asked->asked, key);

  return g_strdup_printf ("%s%c", key, asked->answer);
}

static void
keep (gpointer data)
{
}

static void
test_only_what_is_seen_is_looked_for (void)
{
  g_autoptr (VrLookup) lookup = vr_lookup_new (find, g_free);
  Asked asked = { .asked = g_string_new (NULL), .answer = '1' };

  vr_lookup_set_context (lookup, &asked, keep);
  vr_lookup_want (lookup, "a");
  vr_lookup_want (lookup, "b");
  vr_lookup_want (lookup, "a");
  /* It left before anything began. */
  vr_lookup_unwant (lookup, "b");
  fixture_wait_until (vr_lookup_peek (lookup, "a") != NULL);
  g_assert_cmpstr (vr_lookup_peek (lookup, "a"), ==, "a1");
  g_assert_null (vr_lookup_peek (lookup, "b"));
  g_assert_cmpstr (asked.asked->str, ==, "a");
  /* What is known is not looked for again, until that is asked for; till then it holds. */
  vr_lookup_want (lookup, "a");
  fixture_wait_ms (50);
  g_assert_cmpstr (asked.asked->str, ==, "a");
  asked.answer = '2';
  vr_lookup_refresh (lookup);
  g_assert_cmpstr (vr_lookup_peek (lookup, "a"), ==, "a1");
  fixture_wait_until (g_str_equal (vr_lookup_peek (lookup, "a"), "a2"));
  g_assert_cmpstr (asked.asked->str, ==, "aa");
  vr_lookup_set_context (lookup, NULL, NULL);
  fixture_wait_ms (50);
  g_string_free (asked.asked, TRUE);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  g_test_add_func ("/library-lives/a-bar-is-to-scale", test_bar_to_scale);
  g_test_add_func ("/library-lives/flags-in-words", test_flags_in_words);
  g_test_add_func ("/library-lives/a-first-version-is-no-warning", test_weight_of_flags);
  g_test_add_func ("/library-lives/days-have-no-time", test_days_have_no_time);
  g_test_add_func ("/library-lives/names-are-isolated", test_names_are_isolated);
  g_test_add_func ("/library-lives/when-a-variant-was-last-seen", test_last_seen);
  g_test_add_func ("/library-lives/later-versions-come-in-place",
                   test_later_versions_come_in_place);
  g_test_add_func ("/library-lives/only-what-is-seen-is-looked-for",
                   test_only_what_is_seen_is_looked_for);

  return g_test_run ();
}
