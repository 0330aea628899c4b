/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caret's way through a column, and what a selection says: without any window. */
#include "plan-fixture.h"
#include "vr-cited-words.h"
#include "vr-selection.h"

#include <locale.h>

#define OLD_TEXT                                                                                   \
  "The bell of the old steamer hangs in the museum by the quay.\n"                                 \
  "Divers surveyed the basin on Monday and found a broken chain.\n"                                \
  "A ferry keeps its timetable, and skippers watch for the buoys in the bay.\n"                    \
  "Nobody has seen the harbour master since the storm of last winter.\n"

#define NEW_TEXT                                                                                   \
  "The bell of the old steamer hangs in the museum by the quay.\n"                                 \
  "Divers surveyed the basin on Tuesday and found a broken chain.\n"                               \
  "Shares in two shipping lines rose by a tenth.\n"                                                \
  "A ferry keeps its timetable, and skippers watch for the buoys in the bay.\n"

/* A caret behind @before in the text of @view at @position. */
static VrTextPoint
point_behind (VrPairPlan *plan, VrRowView view, guint position, const char *before)
{
  g_autoptr (VrRowText) text = vr_row_text_new (plan, position, view);
  const char *at = strstr (text->text, before);

  g_assert_nonnull (at);

  return (VrTextPoint){ position, (guint32)(at - text->text + strlen (before)) };
}

static char *
dup_selected (VrSelection *selection, gsize *n_bytes)
{
  VrTextRange range;

  g_assert_true (vr_selection_get_range (selection, &range));

  return vr_column_dup_range (vr_selection_get_column (selection), range, n_bytes);
}

static void
assert_range (VrColumn *column, VrTextRange range, const char *expected)
{
  gsize n_bytes;
  g_autofree char *text = vr_column_dup_range (column, range, &n_bytes);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (n_bytes, ==, strlen (expected));
}

static void
assert_point (VrTextPoint point, guint position, guint32 byte)
{
  g_assert_cmpuint (point.position, ==, position);
  g_assert_cmpuint (point.byte, ==, byte);
}

static guint
find_text (VrPairPlan *plan, VrRowView view, const char *starts)
{
  g_autoptr (VrColumn) column = vr_column_new (plan, view);

  for (guint i = 0; i < vr_pair_plan_get_n (plan); i++)
    if (vr_column_has_text (column, i)
        && g_str_has_prefix (vr_column_peek_text (column, i)->text, starts))
      return i;

  g_assert_not_reached ();
}

/* A whole side is copied as its article has it, an empty line between paragraphs. */
static void
test_sides (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (OLD_TEXT, NEW_TEXT);
  const char *const texts[] = { OLD_TEXT, NEW_TEXT };

  for (guint view = 0; view < VR_N_SIDES; view++)
    {
      g_autoptr (VrColumn) column = vr_column_new (plan, (VrRowView)view);
      g_autoptr (GString) expected = g_string_new (texts[view]);
      VrTextRange all;

      g_string_truncate (expected, expected->len - 1);
      g_string_replace (expected, "\n", "\n\n", 0);
      g_assert_true (vr_column_get_all (column, &all));
      assert_range (column, all, expected->str);
    }
}

/* What moved is copied where the old article had it, not where it is shown. */
static void
test_moved (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrColumn) column = NULL;
  g_autoptr (GString) expected = NULL;
  VrTextRange all;
  guint reference;

  fixture_pair (12, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  column = vr_column_new (plan, VR_ROW_VIEW_OLD);
  expected = g_string_new (old_text);
  g_string_truncate (expected, expected->len - 1);
  g_string_replace (expected, "\n", "\n\n", 0);
  g_assert_true (vr_column_get_all (column, &all));
  assert_range (column, all, expected->str);

  /* Where it stood is only told; the caret passes by. */
  reference = fixture_find (plan, VR_ROW_MOVED, TRUE);
  g_assert_false (vr_column_has_text (column, reference));
  assert_point (
      vr_column_step (column,
                      (VrTextPoint){ reference - 1, vr_column_get_n_bytes (column, reference - 1) },
                      VR_TEXT_STEP_CHARACTER, 1),
      reference + 1, 0);
}

/* In one column the new article's words are copied; removed ones if there is nothing else. */
static void
test_inline (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (OLD_TEXT, NEW_TEXT);
  g_autoptr (VrColumn) column = vr_column_new (plan, VR_ROW_VIEW_INLINE);
  guint edited = fixture_find (plan, VR_ROW_EDITED, FALSE);
  VrTextRange range = { point_behind (plan, VR_ROW_VIEW_INLINE, edited, "basin "),
                        point_behind (plan, VR_ROW_VIEW_INLINE, edited, "and found") };
  VrTextRange removed = { point_behind (plan, VR_ROW_VIEW_INLINE, edited, "on "),
                          point_behind (plan, VR_ROW_VIEW_INLINE, edited, "Monday") };

  assert_range (column, range, "on Tuesday and found");
  assert_range (column, removed, "Monday");
}

static VrPairPlan *
split_plan (void)
{
  return fixture_plan ("Before it there stands a paragraph of its own words.\n"
                       "Construction begins in October, said the mayor. Divers surveyed the bed of "
                       "the basin in spring, and found nothing.\n",
                       "Before it there stands a paragraph of its own words.\n"
                       "Construction begins in October, said the mayor.\n"
                       "Divers surveyed the bed of the basin in spring, and found nothing.\n");
}

/* The paragraphs of a row that was split end like any others. */
static void
test_split (void)
{
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrColumn) column = NULL;
  g_autoptr (VrColumn) merged = NULL;
  VrTextPoint end, next;
  VrTextRange range;
  guint position;

  plan = split_plan ();
  position = fixture_find (plan, VR_ROW_SPLIT, FALSE);
  column = vr_column_new (plan, VR_ROW_VIEW_NEW);
  end = point_behind (plan, VR_ROW_VIEW_NEW, position, "mayor.");
  next = vr_column_step (column, end, VR_TEXT_STEP_CHARACTER, 1);
  assert_point (next, position, end.byte + (guint)strlen (VR_PARAGRAPH_SEPARATOR));
  assert_point (vr_column_step (column, next, VR_TEXT_STEP_CHARACTER, -1), position, end.byte);
  g_assert_cmpuint (vr_column_snap (column, position, end.byte + 2, -1), ==, end.byte);
  g_assert_cmpuint (vr_column_snap (column, position, end.byte + 2, 1), ==, next.byte);

  range.from = point_behind (plan, VR_ROW_VIEW_NEW, position, "said ");
  range.to = point_behind (plan, VR_ROW_VIEW_NEW, position, "Divers");
  assert_range (column, range, "the mayor.\n\nDivers");
  assert_range (column, vr_column_paragraph_at (column, range.to),
                "Divers surveyed the bed of the basin in spring, and found nothing.");
  assert_range (column, vr_column_paragraph_at (column, range.from),
                "Construction begins in October, said the mayor.");

  merged = vr_column_new (plan, VR_ROW_VIEW_INLINE);
  range.from = point_behind (plan, VR_ROW_VIEW_INLINE, position, "said ");
  range.to = point_behind (plan, VR_ROW_VIEW_INLINE, position, "Divers");
  assert_range (merged, range, "the mayor.\n\nDivers");
}

/* The parts of a long paragraph are one text. */
static void
test_parts (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrColumn) column = NULL;
  g_autofree char *tail = NULL;
  VrTextRange all, range;
  VrTextPoint point;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "%sSentence number %u stands in a very long paragraph.",
                            i > 0 ? " " : "", i);
  tail = g_strdup (text->str);
  g_string_append (text, "\nThe end is another one.\n");
  plan = fixture_plan (text->str, text->str);
  column = vr_column_new (plan, VR_ROW_VIEW_NEW);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), >, 3);
  g_assert_false (vr_column_continues (column, 0));
  g_assert_true (vr_column_continues (column, 1));
  g_assert_false (vr_column_continues (column, vr_pair_plan_get_n (plan) - 1));
  range = vr_column_paragraph_at (column, (VrTextPoint){ 1, 100 });
  assert_point (range.from, 0, 0);
  assert_range (column, range, tail);

  /* Over the seam goes one step, not two. */
  point = (VrTextPoint){ 0, vr_column_get_n_bytes (column, 0) };
  point = vr_column_step (column, point, VR_TEXT_STEP_CHARACTER, 1);
  assert_point (point, 1, 1);
  point = vr_column_step (column, (VrTextPoint){ 1, 0 }, VR_TEXT_STEP_CHARACTER, -1);
  assert_point (point, 0, vr_column_get_n_bytes (column, 0) - 1);
  g_assert_true (vr_column_get_all (column, &all));
  point = vr_column_step (column, all.from, VR_TEXT_STEP_PARAGRAPH, 1);
  assert_range (column, (VrTextRange){ all.from, point }, tail);
  point = vr_column_step (column, point, VR_TEXT_STEP_PARAGRAPH, 1);
  assert_point (point, all.to.position, all.to.byte);
}

/* By words: to ends going forwards, to starts going back, from row to row. */
static void
test_words (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (OLD_TEXT, NEW_TEXT);
  g_autoptr (VrColumn) column = vr_column_new (plan, VR_ROW_VIEW_NEW);
  VrTextPoint point = { 0, 0 };
  VrTextPoint second;

  point = vr_column_step (column, point, VR_TEXT_STEP_WORD, 1);
  assert_point (point, 0, 3);
  point = vr_column_step (column, point, VR_TEXT_STEP_WORD, 1);
  assert_point (point, 0, 8);
  point = vr_column_step (column, point, VR_TEXT_STEP_WORD, -1);
  assert_point (point, 0, 4);
  point = vr_column_step (column, (VrTextPoint){ 0, vr_column_get_n_bytes (column, 0) },
                          VR_TEXT_STEP_WORD, 1);
  assert_point (point, 1, strlen ("Divers"));
  point = vr_column_step (column, (VrTextPoint){ 1, 0 }, VR_TEXT_STEP_WORD, -1);
  assert_range (column, (VrTextRange){ point, { 0, vr_column_get_n_bytes (column, 0) } }, "quay.");
  second = point_behind (plan, VR_ROW_VIEW_NEW, 1, "Tues");
  assert_range (column, vr_column_word_at (column, second), "Tuesday");
  second = point_behind (plan, VR_ROW_VIEW_NEW, 1, "Tuesday");
  assert_range (column, vr_column_word_at (column, second), " ");
}

/* Words of scripts without spaces, and characters of more than one code point. */
static void
test_scripts (void)
{
  static const struct
  {
    const char *text;
    const char *behind;
    const char *word;
  } cases[] = {
    { "สวัสดีชาวโลก", "สวัสดี", "ชาว" },
    { "東京タワーはあそこです", "東京タワーは", "あそこ" },
    { "שלום עולם גדול", "שלום ", "עולם" },
    { "مرحبا بالعالم الكبير", "مرحبا ", "بالعالم" },
    { "naïve cafe\314\201 owner", "naïve ca", "cafe\314\201" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VrPairPlan) plan = fixture_plan (cases[i].text, cases[i].text);
      g_autoptr (VrColumn) column = vr_column_new (plan, VR_ROW_VIEW_NEW);
      VrTextPoint point = point_behind (plan, VR_ROW_VIEW_NEW, 0, cases[i].behind);

      assert_range (column, vr_column_word_at (column, point), cases[i].word);
    }
}

static void
test_graphemes (void)
{
  const char *family = "👩‍👩‍👧";
  g_autofree char *text = g_strconcat ("e\314\201", family, "x", NULL);
  g_autoptr (VrPairPlan) plan = fixture_plan (text, text);
  g_autoptr (VrColumn) column = vr_column_new (plan, VR_ROW_VIEW_NEW);
  VrTextPoint point = { 0, 0 };

  point = vr_column_step (column, point, VR_TEXT_STEP_CHARACTER, 1);
  assert_point (point, 0, 3);
  point = vr_column_step (column, point, VR_TEXT_STEP_CHARACTER, 1);
  assert_point (point, 0, 3 + (guint)strlen (family));
  point = vr_column_step (column, point, VR_TEXT_STEP_CHARACTER, -1);
  assert_point (point, 0, 3);
}

static void
changed_cb (VrSelection *selection, guint first, guint last, guint *changed)
{
  changed[0] = first;
  changed[1] = last;
}

/* Only the rows between the old and the new end of what is selected are drawn anew. */
static void
test_selection (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (OLD_TEXT, NEW_TEXT);
  g_autoptr (VrSelection) selection = vr_selection_new ();
  guint changed[2] = { VR_PAIR_NONE, VR_PAIR_NONE };
  guint added = find_text (plan, VR_ROW_VIEW_NEW, "Shares");
  guint last = find_text (plan, VR_ROW_VIEW_NEW, "A ferry");
  g_autofree char *text = NULL;
  VrRowView view;
  VrSpan span;
  gsize n_bytes;

  vr_selection_set_plan (selection, plan, FALSE);
  g_signal_connect (selection, "changed", G_CALLBACK (changed_cb), changed);
  g_assert_true (vr_selection_is_empty (selection));
  vr_selection_place (selection, VR_ROW_VIEW_NEW,
                      point_behind (plan, VR_ROW_VIEW_NEW, 1, "broken "));
  g_assert_true (vr_selection_is_empty (selection));
  vr_selection_extend (selection, point_behind (plan, VR_ROW_VIEW_NEW, added, "Shares"));
  g_assert_cmpuint (changed[0], ==, 1);
  g_assert_cmpuint (changed[1], ==, added);
  vr_selection_extend (selection, point_behind (plan, VR_ROW_VIEW_NEW, last, "A ferry"));
  g_assert_cmpuint (changed[0], ==, added);
  g_assert_cmpuint (changed[1], ==, last);
  text = dup_selected (selection, &n_bytes);
  g_assert_cmpstr (text, ==, "chain.\n\nShares in two shipping lines rose by a tenth.\n\nA ferry");
  g_assert_true (vr_selection_get_span (selection, added, &view, &span));
  g_assert_cmpint (view, ==, VR_ROW_VIEW_NEW);
  g_assert_cmpuint (span.to - span.from, ==,
                    strlen ("Shares in two shipping lines rose by a tenth."));
  g_assert_false (vr_selection_get_span (selection, 0, &view, &span));

  /* Without Shift the caret leaves what is selected at its edge. */
  vr_selection_move (selection, VR_TEXT_STEP_CHARACTER, -1, FALSE);
  assert_point (vr_selection_get_caret (selection), 1,
                point_behind (plan, VR_ROW_VIEW_NEW, 1, "broken ").byte);
  vr_selection_clear (selection);
  g_assert_null (vr_selection_get_column (selection));
}

/* The caret crosses to the words that stand for those it leaves. */
static void
test_cross (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (OLD_TEXT, NEW_TEXT);
  g_autoptr (VrSelection) selection = vr_selection_new ();
  guint edited = fixture_find (plan, VR_ROW_EDITED, FALSE);

  vr_selection_set_plan (selection, plan, FALSE);
  vr_selection_place (selection, VR_ROW_VIEW_NEW,
                      point_behind (plan, VR_ROW_VIEW_NEW, edited, "found a"));
  vr_selection_cross (selection, VR_ROW_VIEW_OLD);
  g_assert_cmpint (vr_column_get_view (vr_selection_get_column (selection)), ==, VR_ROW_VIEW_OLD);
  assert_point (vr_selection_get_caret (selection), edited,
                point_behind (plan, VR_ROW_VIEW_OLD, edited, "found a").byte);

  /* Level with nothing: into the next text. */
  vr_selection_place (selection, VR_ROW_VIEW_NEW,
                      (VrTextPoint){ find_text (plan, VR_ROW_VIEW_NEW, "Shares"), 3 });
  vr_selection_cross (selection, VR_ROW_VIEW_OLD);
  g_assert_true (vr_column_has_text (vr_selection_get_column (selection),
                                     vr_selection_get_caret (selection).position));
}

/* When the columns become one, and two again, the same words stay selected. */
static void
test_narrow (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (OLD_TEXT, NEW_TEXT);
  g_autoptr (VrPairPlan) again = vr_pair_plan_new (vr_pair_plan_get_comparison (plan));
  g_autoptr (VrPairPlan) other = fixture_plan (NEW_TEXT, OLD_TEXT);
  g_autoptr (VrSelection) selection = vr_selection_new ();
  guint edited = fixture_find (plan, VR_ROW_EDITED, FALSE);

  vr_selection_set_plan (selection, plan, FALSE);
  vr_selection_select (selection, VR_ROW_VIEW_NEW,
                       point_behind (plan, VR_ROW_VIEW_NEW, edited, "on "),
                       point_behind (plan, VR_ROW_VIEW_NEW, edited, "and found"));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *text = NULL;
      gsize n_bytes;

      vr_selection_set_plan (selection, i % 3 == 0 ? plan : again, i % 2 == 0);
      text = dup_selected (selection, &n_bytes);
      g_assert_cmpstr (text, ==, "Tuesday and found");
    }
  vr_selection_set_plan (selection, other, FALSE);
  g_assert_null (vr_selection_get_column (selection));
}

static void
assert_cited (VrCitedWords *cited, const char *old_words, const char *new_words)
{
  g_assert_cmpstr (cited->words[VR_SIDE_OLD], ==, old_words);
  g_assert_cmpstr (cited->words[VR_SIDE_NEW], ==, new_words);
  vr_cited_words_free (cited);
}

/* A change is cited with the words around it; a selection with what stands opposite. */
static void
test_cited (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (OLD_TEXT, NEW_TEXT);
  g_autoptr (VrColumn) column = vr_column_new (plan, VR_ROW_VIEW_NEW);
  g_autoptr (VrColumn) merged = vr_column_new (plan, VR_ROW_VIEW_INLINE);
  guint edited = fixture_find (plan, VR_ROW_EDITED, FALSE);
  VrTextRange range = { point_behind (plan, VR_ROW_VIEW_NEW, edited, "basin "),
                        point_behind (plan, VR_ROW_VIEW_NEW, edited, "and found") };

  assert_cited (vr_cited_words_of_row (plan, edited), "… the basin on Monday and found a …",
                "… the basin on Tuesday and found a …");
  assert_cited (vr_cited_words_of_row (plan, fixture_find (plan, VR_ROW_ADDED, FALSE)), NULL,
                "Shares in two shipping lines rose by a tenth.");
  assert_cited (vr_cited_words_of_row (plan, fixture_find (plan, VR_ROW_REMOVED, FALSE)),
                "Nobody has seen the harbour master since the storm of last winter.", NULL);
  assert_cited (vr_cited_words_of_range (column, range), "… on Monday and found …",
                "… on Tuesday and found …");
  range.to = point_behind (plan, VR_ROW_VIEW_NEW, edited, "chain.");
  range.from.byte = 0;
  assert_cited (vr_cited_words_of_range (column, range),
                "Divers surveyed the basin on Monday and found a broken chain.",
                "Divers surveyed the basin on Tuesday and found a broken chain.");
  range.from = point_behind (plan, VR_ROW_VIEW_INLINE, edited, "on ");
  range.to = point_behind (plan, VR_ROW_VIEW_INLINE, edited, "Monday");
  assert_cited (vr_cited_words_of_range (merged, range), "… Monday …", "… Tuesday …");
}

/* Selecting all of a long article and copying it is no work to speak of. */
static void
test_speed (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  g_autoptr (VrSelection) selection = vr_selection_new ();
  g_autofree char *text = NULL;
  gint64 start;
  gsize n_bytes;

  fixture_pair (20000, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  vr_selection_set_plan (selection, plan, FALSE);
  start = g_get_monotonic_time ();
  vr_selection_select_all (selection, VR_ROW_VIEW_OLD);
  text = dup_selected (selection, &n_bytes);
  g_test_message ("%zu bytes in %.1f ms", n_bytes,
                  (double)(g_get_monotonic_time () - start) / 1000);
  g_assert_cmpuint (n_bytes, ==, strlen (old_text) - 1 + 20000 - 1);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/selection/a-side-is-copied-as-it-is", test_sides);
  g_test_add_func ("/selection/what-moved-is-copied-where-it-stood", test_moved);
  g_test_add_func ("/selection/one-column-gives-the-new-words", test_inline);
  g_test_add_func ("/selection/split-paragraphs-end-like-others", test_split);
  g_test_add_func ("/selection/parts-are-one-paragraph", test_parts);
  g_test_add_func ("/selection/steps-by-words", test_words);
  g_test_add_func ("/selection/words-of-many-scripts", test_scripts);
  g_test_add_func ("/selection/steps-by-graphemes", test_graphemes);
  g_test_add_func ("/selection/says-what-to-draw", test_selection);
  g_test_add_func ("/selection/crosses-to-the-other-side", test_cross);
  g_test_add_func ("/selection/lasts-when-the-columns-become-one", test_narrow);
  g_test_add_func ("/selection/is-cited-with-the-other-side", test_cited);
  g_test_add_func ("/selection/of-a-long-article", test_speed);

  return g_test_run ();
}
