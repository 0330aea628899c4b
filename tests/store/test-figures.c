/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list of variants says of each, and when that is news. */
#include "store-fixture.h"
#include "vr-history-flags.h"
#include "vr-label.h"
#include "vr-variant-figures.h"
#include "vr-variant.h"

#include <locale.h>

static const char first_text[] = "The quay is shut\n\nShips wait outside.\n";
static const char second_text[] = "The quay is open\n\nShips came in.\n";

static void
assert_figures (VrArchive *archive, guint n_versions, gint64 last_seen)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrVariantFigures) figures = vr_variant_figures_new (archive, "Quay/cnn", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (figures->n_versions, ==, n_versions);
  g_assert_cmpint (g_date_time_to_unix (figures->last_seen), ==, last_seen);
}

static void
test_counts_and_last_seen (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *first G_GNUC_UNUSED =
      fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;

  assert_figures (archive, 1, FIXTURE_SPRING);
  second = fixture_snapshot (archive, "Quay", "cnn", second_text, FIXTURE_SPRING + FIXTURE_DAY);
  assert_figures (archive, 2, FIXTURE_SPRING + FIXTURE_DAY);
  again = fixture_snapshot (archive, "Quay", "cnn", second_text, FIXTURE_SPRING + 5 * FIXTURE_DAY);
  assert_figures (archive, 2, FIXTURE_SPRING + 5 * FIXTURE_DAY);
  g_assert_null (vr_variant_figures_new (archive, "Quay/nobody", NULL, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
  fixture_clean (path);
}

static void
test_titles (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first G_GNUC_UNUSED =
      fixture_snapshot (archive, "The “quay”: shut?", "Harbour Post", first_text, FIXTURE_SPRING);
  g_autofree char *name = vr_variant_dup_name ("The “quay”: shut?", "Harbour Post", NULL);
  g_autoptr (VrVariantFigures) figures = vr_variant_figures_new (archive, name, NULL, NULL);
  g_autoptr (VrVariantFigures) copy = vr_variant_figures_copy (figures);
  g_auto (VrVariantTitles) missing = { NULL, NULL };

  g_assert_cmpstr (copy->titles.story, ==, "The “quay”: shut?");
  g_assert_cmpstr (copy->titles.variant, ==, "Harbour Post");
  vr_variant_titles_read_last (archive, "Quay/nobody", &missing);
  g_assert_cmpstr (missing.story, ==, "Quay");
  g_assert_cmpstr (missing.variant, ==, "nobody");
  fixture_clean (path);
}

static void
test_a_count_can_be_given_up (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first G_GNUC_UNUSED =
      fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (vr_variant_figures_new (archive, "Quay/cnn", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_clean (path);
}

/* Whether the stamp is another than @before, which takes its place. */
static gboolean
is_news (VrArchive *archive, char **before)
{
  char *stamp = vr_variant_dup_stamp (archive, "Quay/cnn", NULL);
  gboolean is_other = g_strcmp0 (stamp, *before) != 0;

  g_free (*before);
  *before = stamp;

  return is_other;
}

static void
test_what_is_news (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first = fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING);
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;
  g_autofree char *second = NULL;
  g_autofree char *stamp = NULL;

  g_assert_true (is_news (archive, &stamp));
  g_assert_false (is_news (archive, &stamp));
  /* Another variant's is none. */
  other = fixture_snapshot (archive, "Quay", "cnn-2", second_text, FIXTURE_SPRING);
  g_assert_false (is_news (archive, &stamp));
  again = fixture_snapshot (archive, "Quay", "cnn", first_text, FIXTURE_SPRING + FIXTURE_DAY);
  g_assert_true (is_news (archive, &stamp));
  g_assert_true (vr_label_set (archive, "Quay/cnn", "print", first, NULL));
  g_assert_true (is_news (archive, &stamp));
  g_assert_true (vr_label_set (archive, "Quay/cnn", "print", NULL, NULL));
  g_assert_true (is_news (archive, &stamp));
  second = fixture_snapshot (archive, "Quay", "cnn", second_text, FIXTURE_SPRING + FIXTURE_DAY);
  g_assert_true (is_news (archive, &stamp));
  fixture_clean (path);
}

static void
test_words_of_a_message (void)
{
  VrChangedWords words = { 0 };

  g_assert_true (vr_version_flags_read_words (
      "Variorum-Flags: 1\nVariorum-Words: 12 removed, 3000000000 added, 0 moved\n", &words));
  g_assert_cmpuint (words.removed, ==, 12);
  g_assert_cmpuint (words.added, ==, 3000000000);
  g_assert_cmpuint (words.moved, ==, 0);
  g_assert_false (vr_version_flags_read_words ("Variorum-Flags: 1\n", &words));
  g_assert_false (vr_version_flags_read_words (NULL, &words));
  /* Words of an article, not a line for programs. */
  g_assert_false (vr_version_flags_read_words (
      "Variorum-Silent-Edit: “Variorum-Words: 1 removed, 1 added, 1 moved” added\n", &words));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/a-variant-is-counted-and-when-it-was-seen", test_counts_and_last_seen);
  g_test_add_func ("/figures/a-variant-has-the-titles-that-were-typed", test_titles);
  g_test_add_func ("/figures/a-count-can-be-given-up", test_a_count_can_be_given_up);
  g_test_add_func ("/figures/what-is-news", test_what_is_news);
  g_test_add_func ("/figures/words-are-read-from-a-message", test_words_of_a_message);

  return g_test_run ();
}
