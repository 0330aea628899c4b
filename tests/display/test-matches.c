/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found in a plan: places in reading order, and where each is highlighted. */
#include "plan-fixture.h"
#include "vr-finder.h"

#include <locale.h>
#include <string.h>

/* The highlighted words at a position, those of one match joined by '+', matches by '|'. */
static char *
dup_highlights (const VrMatches *matches, const VrPairPlan *plan, guint position, VrRowView view)
{
  g_autoptr (VrRowText) text = vr_row_text_new (plan, position, view);
  g_autoptr (GArray) spans = vr_matches_dup_spans (matches, plan, position, view, text);
  GString *words = g_string_new (NULL);
  guint32 last = G_MAXUINT32;

  for (guint i = 0; i < spans->len; i++)
    {
      const VrMatchSpan *span = &g_array_index (spans, VrMatchSpan, i);

      g_assert_cmpuint (span->to, <=, text->n_bytes);
      if (i > 0)
        g_string_append_c (words, span->index == last ? '+' : '|');
      g_string_append_len (words, text->text + span->from, span->to - span->from);
      last = span->index;
    }

  return g_string_free (words, FALSE);
}

static void
assert_highlights (const VrMatches *matches, const VrPairPlan *plan, guint position, VrRowView view,
                   const char *wanted)
{
  g_autofree char *words = dup_highlights (matches, plan, position, view);

  g_assert_cmpstr (words, ==, wanted);
}

/* The words of a match on a side, or NULL where it is not on it. */
static void
assert_match (const VrMatches *matches, const VrPairPlan *plan, guint index, const char *old_words,
              const char *new_words)
{
  const VrMatch *match = vr_matches_peek (matches, index);
  const char *words[VR_N_SIDES] = { old_words, new_words };

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrSpan span = match->spans[side];
      gsize n_bytes;
      g_autofree char *text = vr_comparison_dup_row_text (
          vr_pair_plan_get_comparison (plan), vr_pair_plan_get_row_index (plan, match->position),
          side, &n_bytes);
      g_autofree char *found = g_strndup (text + span.from, span.to - span.from);

      g_assert_cmpstr (found, ==, words[side] != NULL ? words[side] : "");
    }
}

static void
test_same_counts_once (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan ("The quay is the old quay.\n", "The quay is the old "
                                                                             "quay.\n");
  g_autoptr (VrMatches) matches = vr_matches_new (plan, "QUAY", NULL);

  g_assert_cmpuint (vr_matches_get_n (matches), ==, 2);
  assert_match (matches, plan, 0, "quay", "quay");
  for (VrRowView view = VR_ROW_VIEW_OLD; view <= VR_ROW_VIEW_INLINE; view++)
    assert_highlights (matches, plan, 0, view, "quay|quay");
}

/* In an edited paragraph what stayed counts once, what went and what came each by itself. */
static void
test_edited (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (
      "The quay was shut by the mayor before the storm came over the old quay wall.\n",
      "The quay was shut by the pilot before the storm came over the new quay "
      "wall and the mayor.\n");
  g_autoptr (VrMatches) quay = vr_matches_new (plan, "quay", NULL);
  g_autoptr (VrMatches) mayor = vr_matches_new (plan, "the mayor", NULL);
  g_autoptr (VrMatches) wall = vr_matches_new (plan, "old quay wall", NULL);

  g_assert_cmpuint (vr_matches_get_n (quay), ==, 2);
  assert_match (quay, plan, 1, "quay", "quay");
  assert_highlights (quay, plan, 0, VR_ROW_VIEW_INLINE, "quay|quay");

  g_assert_cmpuint (vr_matches_get_n (mayor), ==, 2);
  assert_match (mayor, plan, 0, "the mayor", NULL);
  assert_match (mayor, plan, 1, NULL, "the mayor");
  assert_highlights (mayor, plan, 0, VR_ROW_VIEW_OLD, "the mayor");
  assert_highlights (mayor, plan, 0, VR_ROW_VIEW_NEW, "the mayor");
  assert_highlights (mayor, plan, 0, VR_ROW_VIEW_INLINE, "the mayor|the mayor");

  /* Half of it went: in one column the words that came stand between. */
  g_assert_cmpuint (vr_matches_get_n (wall), ==, 1);
  assert_match (wall, plan, 0, "old quay wall", NULL);
  assert_highlights (wall, plan, 0, VR_ROW_VIEW_NEW, "");
  assert_highlights (wall, plan, 0, VR_ROW_VIEW_INLINE, "old+ quay wall");
}

static void
test_quotes_are_one_place (void)
{
  g_autoptr (VrPairPlan) plan =
      fixture_plan ("They said \"the ferry doesn't wait\" and went on.\n",
                    "They said \342\200\234the ferry doesn\342\200\231t wait\342\200\235 and went "
                    "on.\n");
  g_autoptr (VrMatches) matches = vr_matches_new (plan, "\"the ferry doesn't wait\"", NULL);
  g_autoptr (VrMatches) word = vr_matches_new (plan, "t wait", NULL);

  g_assert_cmpuint (vr_matches_get_n (matches), ==, 1);
  assert_match (matches, plan, 0, "\"the ferry doesn't wait\"",
                "\342\200\234the ferry doesn\342\200\231t wait\342\200\235");
  assert_highlights (matches, plan, 0, VR_ROW_VIEW_INLINE,
                     "\342\200\234the ferry doesn\342\200\231t wait\342\200\235");
  g_assert_cmpuint (vr_matches_get_n (word), ==, 1);
  assert_match (word, plan, 0, "t wait", "t wait");
}

static void
test_one_side_and_references (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrMatches) shares = NULL;
  g_autoptr (VrMatches) moved = NULL;
  g_autofree char *moved_text = fixture_paragraph (2);
  guint added, reference;

  fixture_pair (12, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  added = fixture_find (plan, VR_ROW_ADDED, FALSE);
  shares = vr_matches_new (plan, "shipping  lines", NULL);
  g_assert_cmpuint (vr_matches_get_n (shares), ==, 1);
  g_assert_cmpuint (vr_matches_peek (shares, 0)->position, ==, added);
  assert_match (shares, plan, 0, NULL, "shipping lines");
  assert_highlights (shares, plan, added, VR_ROW_VIEW_INLINE, "shipping lines");

  /* A moved paragraph is found where it stands, not where it stood. */
  reference = fixture_find (plan, VR_ROW_MOVED, TRUE);
  moved = vr_matches_new (plan, moved_text, NULL);
  g_assert_cmpuint (vr_matches_get_n (moved), ==, 1);
  g_assert_cmpuint (vr_matches_peek (moved, 0)->position, ==,
                    vr_pair_plan_find_partner (plan, reference));
}

static void
test_places_rise (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrMatches) matches = NULL;
  guint n;

  fixture_pair (60, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  matches = vr_matches_new (plan, "number", NULL);
  n = vr_matches_get_n (matches);
  /* Four sentences in each of 60 paragraphs, none counted twice. */
  g_assert_cmpuint (n, ==, 240);
  for (guint i = 1; i < n; i++)
    g_assert_cmpuint (vr_matches_peek (matches, i - 1)->position, <=,
                      vr_matches_peek (matches, i)->position);
  for (guint i = 0; i < vr_pair_plan_get_n (plan); i++)
    {
      guint first = vr_matches_find (matches, i);

      g_assert_true (first == n || vr_matches_peek (matches, first)->position >= i);
      g_assert_true (first == 0 || vr_matches_peek (matches, first - 1)->position < i);
    }
}

/* A paragraph too long for one row: each match in its part, one that is cut in both. */
static void
test_parts (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) edited = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  guint n_parts, n_shown = 0;

  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *paragraph = fixture_paragraph (i);

      g_string_append_printf (text, "%s ", paragraph);
    }
  edited = g_string_new (text->str);
  g_string_append (text, "\n");
  g_string_append (edited, "The last word.\n");
  plan = fixture_plan (text->str, edited->str);
  n_parts = vr_pair_plan_get_n (plan);
  g_assert_cmpuint (n_parts, >, 2);
  for (VrRowView view = VR_ROW_VIEW_OLD; view <= VR_ROW_VIEW_INLINE; view++)
    {
      g_autoptr (VrMatches) matches = vr_matches_new (plan, "number", NULL);

      g_assert_cmpuint (vr_matches_get_n (matches), ==, 480);
      n_shown = 0;
      for (guint i = 0; i < n_parts; i++)
        {
          g_autofree char *words = dup_highlights (matches, plan, i, view);
          g_auto (GStrv) each = g_strsplit (words, "|", -1);

          n_shown += g_strv_length (each);
        }
      g_assert_cmpuint (n_shown, ==, 480);
    }
  for (guint i = 1; i < n_parts; i++)
    {
      VrSpan before = vr_pair_plan_peek (plan, i - 1)->spans[VR_SIDE_NEW];
      g_autofree char *across = g_strndup (edited->str + before.to - 8, 16);
      g_autoptr (VrMatches) matches = vr_matches_new (plan, across, NULL);
      g_autofree char *end = g_strndup (across, 8);

      g_assert_cmpuint (vr_matches_get_n (matches), >=, 1);
      assert_highlights (matches, plan, i - 1, VR_ROW_VIEW_NEW, end);
      assert_highlights (matches, plan, i, VR_ROW_VIEW_OLD, across + 8);
    }
}

static void
test_paragraphs_in_one_column (void)
{
  /* One paragraph became two: the end of one stands in the merged text as a sign and a line. */
  g_autofree char *first = fixture_paragraph (1);
  g_autofree char *second = fixture_paragraph (9);
  g_autofree char *old_text = g_strdup_printf ("%s %s\n", first, second);
  g_autofree char *new_text = g_strdup_printf ("%s\n%s\n", first, second);
  g_autofree char *across = g_strdup_printf ("%s %.12s", first + strlen (first) - 10, second);
  g_autoptr (VrPairPlan) plan = fixture_plan (old_text, new_text);
  g_autoptr (VrMatches) matches = vr_matches_new (plan, across, NULL);
  g_autoptr (VrMatches) last = vr_matches_new (plan, second, NULL);
  guint position = fixture_find (plan, VR_ROW_SPLIT, FALSE);

  g_assert_cmpuint (vr_matches_get_n (matches), >=, 1);
  g_assert_cmpuint (vr_matches_get_n (last), ==, 1);
  assert_highlights (last, plan, position, VR_ROW_VIEW_INLINE, second);
}

/* Megabytes are searched by several threads; what each found stands in one row. */
static void
test_long_articles (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrMatches) matches = NULL;
  const guint n_paragraphs = 12000;
  guint n_found = 0;
  guint n_without = 0;

  fixture_pair (n_paragraphs, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  matches = vr_matches_new (plan, "number", NULL);
  for (guint i = 0; i < vr_pair_plan_get_n (plan); i++)
    {
      guint first = vr_matches_find (matches, i);

      g_assert_cmpuint (first, ==, n_found);
      while (n_found < vr_matches_get_n (matches)
             && vr_matches_peek (matches, n_found)->position == i)
        n_found++;
      n_without += !vr_pair_plan_is_reference (plan, i) && n_found < first + 4;
    }
  /* Only the added paragraph is without the word. */
  g_assert_cmpuint (n_without, ==, 1);
  g_assert_cmpuint (n_found, ==, vr_matches_get_n (matches));
}

static void
test_nothing (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan ("a\nb\n", "a\nc\n");
  g_autoptr (VrMatches) none = vr_matches_new (plan, "zebra", NULL);
  g_autoptr (VrMatches) invisible = vr_matches_new (plan, "\302\255", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_cmpuint (vr_matches_get_n (none), ==, 0);
  g_assert_cmpuint (vr_matches_get_n (invisible), ==, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (vr_matches_new (plan, "a", cancellable));
}

static void
wait_for_answer (VrFinder *finder)
{
  fixture_wait_until (!vr_finder_is_busy (finder));
}

static void
test_finder_steps (void)
{
  g_autoptr (VrFinder) finder = vr_finder_new ();
  g_autoptr (VrPairPlan) plan = fixture_plan ("a x\nb\nc x\nd x\n", "a x\nb\nc x\nd x\n");

  vr_finder_set_plan (finder, plan);
  vr_finder_set_origin (finder, 1);
  vr_finder_set_query (finder, "zebra");
  vr_finder_set_query (finder, "x");
  g_assert_true (vr_finder_is_busy (finder));
  wait_for_answer (finder);
  g_assert_cmpuint (vr_finder_get_n (finder), ==, 3);
  g_assert_cmpuint (vr_finder_get_current (finder), ==, 1);
  vr_finder_step (finder, 1);
  g_assert_cmpuint (vr_finder_get_current (finder), ==, 2);
  vr_finder_step (finder, 1);
  g_assert_cmpuint (vr_finder_get_current (finder), ==, 0);
  vr_finder_step (finder, -1);
  g_assert_cmpuint (vr_finder_get_current (finder), ==, 2);

  /* A longer query is looked for from where the reader stands; a step is taken when it can be. */
  vr_finder_set_query (finder, " x");
  vr_finder_step (finder, 1);
  wait_for_answer (finder);
  g_assert_cmpuint (vr_finder_get_current (finder), ==, 0);
  vr_finder_set_query (finder, "");
  g_assert_cmpuint (vr_finder_get_n (finder), ==, 0);
  g_assert_null (vr_finder_peek_matches (finder));
}

static void
test_finder_another_plan (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan ("a x\nb\nc x\n", "a x\nb\nc x\n");
  g_autoptr (VrPairPlan) other = fixture_plan ("x\n", "x\n");
  VrFinder *finder = vr_finder_new ();

  vr_finder_set_plan (finder, plan);
  vr_finder_set_query (finder, "x");
  wait_for_answer (finder);
  vr_finder_step (finder, 1);
  g_assert_cmpuint (vr_finder_get_current (finder), ==, 1);
  vr_finder_set_plan (finder, other);
  g_assert_null (vr_finder_peek_matches (finder));
  wait_for_answer (finder);
  g_assert_cmpuint (vr_finder_get_n (finder), ==, 1);
  g_assert_cmpuint (vr_finder_get_current (finder), ==, 0);

  /* It may go with a search under way. */
  vr_finder_set_query (finder, "xx");
  g_object_unref (finder);
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matches/the-same-on-both-sides-counts-once", test_same_counts_once);
  g_test_add_func ("/matches/what-went-and-what-came-count-each", test_edited);
  g_test_add_func ("/matches/other-quotes-are-one-place", test_quotes_are_one_place);
  g_test_add_func ("/matches/one-side-only-and-no-references", test_one_side_and_references);
  g_test_add_func ("/matches/stand-in-reading-order", test_places_rise);
  g_test_add_func ("/matches/parts-of-a-long-paragraph", test_parts);
  g_test_add_func ("/matches/paragraphs-in-one-column", test_paragraphs_in_one_column);
  g_test_add_func ("/matches/long-articles", test_long_articles);
  g_test_add_func ("/matches/nothing-is-found", test_nothing);
  g_test_add_func ("/finder/steps-go-round", test_finder_steps);
  g_test_add_func ("/finder/another-plan-is-searched-anew", test_finder_another_plan);

  return g_test_run ();
}
