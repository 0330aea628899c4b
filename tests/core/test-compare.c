/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of each paragraph, said in a reader's words, and the properties of any comparison. */
#include "check-comparison.h"
#include "vr-error.h"

#define BRIDGE "The council voted on Tuesday to close the old harbour bridge for eighteen months."
#define FERRY "Ferries will carry commuters across the river every ten minutes from early May."
#define MAYOR "Mayor Ines Caldeira called the repairs overdue and promised a full public inquiry."
#define TRADE                                                                                      \
  "Shopkeepers on the north quay fear that trade will collapse before the summer season."
#define STEEL "Engineers found cracks in nine of the forty steel hangers during a routine survey."
#define FUNDS "The government has set aside sixty million crowns, half of what the city asked for."

static const struct
{
  const char *name;
  const char *old_text;
  const char *new_text;
  const char *rows;
} cases[] = {
  { "nothing-on-either-side", "", "", "" },
  { "everything-added", "", BRIDGE "\n" FERRY, "added - 0|added - 1" },
  { "everything-removed", BRIDGE "\n" FERRY, "", "removed 0 -|removed 1 -" },
  { "same", BRIDGE "\n" FERRY, BRIDGE "\n" FERRY, "same 0 0|same 1 1" },
  { "one-word-edited", BRIDGE "\n" FERRY "\n" MAYOR,
    BRIDGE
    "\nFerries will carry commuters across the river every twenty minutes from early May.\n" MAYOR,
    "same 0 0|edited 1 1|same 2 2" },
  { "inserted-before-a-lightly-edited-one", BRIDGE "\n" FERRY "\n" MAYOR,
    BRIDGE
    "\n" STEEL
    "\nFerries will carry all commuters across the river every ten minutes from May.\n" MAYOR,
    "same 0 0|added - 1|edited 1 2|same 2 3" },
  { "split-in-two", BRIDGE "\n" FERRY " " MAYOR "\n" TRADE, BRIDGE "\n" FERRY "\n" MAYOR "\n" TRADE,
    "same 0 0|split 1 1,2|same 2 3" },
  { "two-merged", BRIDGE "\n" FERRY "\n" MAYOR "\n" TRADE, BRIDGE "\n" FERRY " " MAYOR "\n" TRADE,
    "same 0 0|merged 1,2 1|same 3 2" },
  { "moved-down", BRIDGE "\n" FERRY "\n" MAYOR "\n" TRADE, FERRY "\n" MAYOR "\n" TRADE "\n" BRIDGE,
    "same 1 0|same 2 1|same 3 2|moved 0 3" },
  { "moved-and-edited", STEEL "\n" BRIDGE "\n" FERRY "\n" MAYOR "\n" TRADE,
    BRIDGE "\n" FERRY "\n" MAYOR "\n" TRADE
           "\nEngineers found deep cracks in nine of the fifty steel hangers during a survey.",
    "same 1 0|same 2 1|same 3 2|same 4 3|moved-edited 0 4" },
  { "recast", BRIDGE "\n" FERRY " " MAYOR "\n" TRADE " " STEEL "\n" FUNDS,
    BRIDGE "\n" FERRY "\n" MAYOR " " TRADE "\n" STEEL "\n" FUNDS,
    "same 0 0|recast 1,2 1,2,3|same 3 4" },
  { "rewritten-from-scratch", BRIDGE "\n" FERRY, BRIDGE "\n" STEEL,
    "same 0 0|removed 1 -|added - 1" },
};

static void
test_fates (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autoptr (VrComparison) comparison =
      compare_lines (cases[index].old_text, cases[index].new_text, NULL, NULL);
  g_autoptr (VrComparison) swapped =
      compare_lines (cases[index].new_text, cases[index].old_text, NULL, NULL);
  g_autofree char *rows = describe_rows (comparison);

  check_comparison (comparison);
  check_comparison (swapped);
  check_mirror (comparison, swapped);
  g_assert_cmpstr (rows, ==, cases[index].rows);
}

/* Of three reversed paragraphs the heaviest stays and the two others moved, whichever way one
 * looks at it. */
static void
test_three_reversed (void)
{
  g_autoptr (VrComparison) comparison =
      compare_lines (BRIDGE "\n" FERRY "\n" MAYOR, MAYOR "\n" FERRY "\n" BRIDGE, NULL, NULL);
  g_autoptr (VrComparison) swapped =
      compare_lines (MAYOR "\n" FERRY "\n" BRIDGE, BRIDGE "\n" FERRY "\n" MAYOR, NULL, NULL);
  const VrSummary *summary = vr_comparison_get_summary (comparison);

  check_comparison (comparison);
  check_mirror (comparison, swapped);
  g_assert_cmpuint (summary->n_rows[VR_ROW_SAME], ==, 1);
  g_assert_cmpuint (summary->n_rows[VR_ROW_MOVED], ==, 2);
}

/* The pieces of a row as one string: "=The =-old-+new+= day.=". */
static char *
describe_pieces (const VrComparison *comparison, guint index)
{
  VrRow row = vr_comparison_get_row (comparison, index);
  g_autofree char *old_text = vr_comparison_dup_row_text (comparison, index, VR_SIDE_OLD, NULL);
  g_autofree char *new_text = vr_comparison_dup_row_text (comparison, index, VR_SIDE_NEW, NULL);
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < row.n_pieces; i++)
    {
      const VrPiece *piece = &row.pieces[i];
      const char *mark = piece->op == VR_PIECE_EQUAL    ? ""
                         : piece->op == VR_PIECE_DELETE ? "-"
                         : piece->op == VR_PIECE_INSERT ? "+"
                                                        : "~";
      gboolean of_old = piece->op == VR_PIECE_DELETE;
      VrSpan span = of_old ? piece->old_span : piece->new_span;

      g_string_append (text, mark);
      g_string_append_len (text, (of_old ? old_text : new_text) + span.from, span.to - span.from);
      g_string_append (text, mark);
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *old_text;
  const char *new_text;
  const char *pieces;
} marks[] = {
  { "a-word-replaced", "He gave it to her on Monday.", "He gave it to her on Friday.",
    "He gave it to her on -Monday-+Friday+." },
  { "a-word-inserted-takes-its-space", "She walked to the bridge again.",
    "She walked slowly to the bridge again.", "She walked +slowly +to the bridge again." },
  { "a-comma-inserted-alone", "After the vote he left the room.",
    "After the vote, he left the room.", "After the vote+,+ he left the room." },
  { "words-added-at-the-end", "They left the old town hall", "They left the old town hall at noon",
    "They left the old town hall+ at noon+" },
  { "a-sentence-added-whole", "He said no to the plan. He left at once.",
    "He said no to the plan. He cried a little. He left at once.",
    "He said no to the plan. +He cried a little. +He left at once." },
  { "curly-quotes-are-quiet", "He said \"no\" to the whole plan.",
    "He said “no” to the whole plan.", "He said ~“~no~”~ to the whole plan." },
  { "a-question-is-not-a-statement", "He really said no to the plan.",
    "He really said no to the plan?", "He really said no to the plan-.-+?+" },
  { "a-minus-is-not-quiet", "It was -5 degrees on the bridge.", "It was 5 degrees on the bridge.",
    "It was --5-+5+ degrees on the bridge." },
  { "a-decimal-point-is-seen", "The repairs cost $5.0m in all, the city said.",
    "The repairs cost $50m in all, the city said.",
    "The repairs cost -$5.0m-+$50m+ in all, the city said." },
  { "no-confetti", "The bridge was closed by angry drivers of heavy lorries on Monday.",
    "The bridge was closed by quiet walkers of small dogs on Monday.",
    "The bridge was closed by -angry drivers of heavy lorries-+quiet walkers of small dogs+ on "
    "Monday." },
};

static void
test_marks (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  g_autoptr (VrComparison) comparison =
      compare_lines (marks[index].old_text, marks[index].new_text, NULL, NULL);
  g_autofree char *pieces = NULL;

  check_comparison (comparison);
  g_assert_cmpuint (vr_comparison_get_n_rows (comparison), ==, 1);
  pieces = describe_pieces (comparison, 0);
  g_assert_cmpstr (pieces, ==, marks[index].pieces);
}

static void
test_quiet_is_same_unless_strict (void)
{
  VrOptions strict = VR_OPTIONS_INIT;
  g_autoptr (VrComparison) relaxed =
      compare_lines ("It’s a “test” of  spaces.", "It's a \"test\" of spaces.", NULL, NULL);
  g_autoptr (VrComparison) exact = NULL;

  strict.strict = TRUE;
  exact = compare_lines ("It’s a “test” of  spaces.", "It's a \"test\" of spaces.", &strict, NULL);

  check_comparison (relaxed);
  check_comparison (exact);
  g_assert_true (vr_comparison_is_same (relaxed));
  g_assert_cmpuint (vr_comparison_get_row (relaxed, 0).quiet, ==,
                    VR_QUIET_TYPOGRAPHIC | VR_QUIET_SPACE);
  g_assert_false (vr_comparison_is_same (exact));
}

static void
test_case_only_by_option (void)
{
  VrOptions folded = VR_OPTIONS_INIT;
  g_autoptr (VrComparison) plain =
      compare_lines ("The President spoke at noon.", "The president spoke at noon.", NULL, NULL);
  g_autoptr (VrComparison) ignored = NULL;

  folded.quiet |= VR_QUIET_CASE;
  ignored =
      compare_lines ("The President spoke at noon.", "The president spoke at noon.", &folded, NULL);

  g_assert_false (vr_comparison_is_same (plain));
  g_assert_true (vr_comparison_is_same (ignored));
  g_assert_cmpuint (vr_comparison_get_row (ignored, 0).quiet, ==, VR_QUIET_CASE);
  g_assert_cmpuint (vr_comparison_get_summary (ignored)->n_quiet[2], ==, 1);
}

static void
test_characters (void)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrComparison) comparison = NULL;
  g_autofree char *pieces = NULL;

  options.unit = VR_UNIT_CHARACTER;
  comparison = compare_lines ("The councillor walked to the bridge.",
                              "The councillors walked to the bridge.", &options, NULL);
  check_comparison (comparison);
  pieces = describe_pieces (comparison, 0);
  g_assert_cmpstr (pieces, ==, "The councillor+s+ walked to the bridge.");
}

static void
test_sentence_moved_between_paragraphs (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      BRIDGE " " FUNDS "\n" FERRY " " MAYOR, BRIDGE "\n" FERRY " " MAYOR " " FUNDS, NULL, NULL);
  guint n_moved = 0;

  check_comparison (comparison);
  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);

      for (guint32 k = 0; k < row.n_sentences; k++)
        n_moved += row.sentences[k].fate == VR_SENTENCE_MOVED;
    }
  g_assert_cmpuint (n_moved, >=, 1);
}

/* Out of a paragraph that stays into a new one: both rows tell where it went. */
static void
test_sentence_moved_to_a_new_paragraph (void)
{
  const char *lead = BRIDGE " " TRADE " " STEEL;
  g_autofree char *old_text = g_strconcat (lead, " ", FUNDS, NULL);
  g_autofree char *new_text = g_strconcat (
      lead, "\n", FERRY " " MAYOR " " FUNDS " Nobody knows when it will reopen.", NULL);
  g_autoptr (VrOverrides) apart = vr_overrides_new ();
  g_autoptr (VrComparison) comparison = NULL;
  guint n_moved = 0;

  vr_overrides_must_not_pair (apart, 0, 1);
  comparison = compare_lines (old_text, new_text, NULL, apart);
  check_comparison (comparison);
  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);

      for (guint32 k = 0; k < row.n_sentences; k++)
        if (row.sentences[k].fate == VR_SENTENCE_MOVED)
          {
            g_assert_cmpuint (row.sentences[k].old_paragraph, ==, 0);
            g_assert_cmpuint (row.sentences[k].new_paragraph, ==, 1);
            n_moved++;
          }
    }
  g_assert_cmpuint (n_moved, ==, 2);
}

static void
test_pins (void)
{
  const char *old_text = BRIDGE "\n" FERRY "\n" MAYOR;
  const char *new_text = BRIDGE "\n" STEEL "\n" MAYOR;
  g_autoptr (VrOverrides) together = vr_overrides_new ();
  g_autoptr (VrOverrides) apart = vr_overrides_new ();
  g_autoptr (VrComparison) pinned = NULL;
  g_autoptr (VrComparison) unpinned = NULL;
  g_autofree char *pinned_rows = NULL;
  g_autofree char *unpinned_rows = NULL;

  vr_overrides_must_pair (together, 1, 1);
  pinned = compare_lines (old_text, new_text, NULL, together);
  check_comparison (pinned);
  pinned_rows = describe_rows (pinned);
  g_assert_cmpstr (pinned_rows, ==, "same 0 0|edited 1 1|same 2 2");

  vr_overrides_must_not_pair (apart, 2, 2);
  unpinned = compare_lines (old_text, new_text, NULL, apart);
  check_comparison (unpinned);
  unpinned_rows = describe_rows (unpinned);
  g_assert_cmpstr (unpinned_rows, ==, "same 0 0|removed 1 -|removed 2 -|added - 1|added - 2");
}

/* Nothing in the texts tells the sides apart then; what the reader said does. */
static void
test_same_text_pinned (void)
{
  const char *text = "red blue\nred blue\nred blue";
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrOverrides) mirrored = NULL;
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (VrComparison) swapped = NULL;

  vr_overrides_must_pair (overrides, 0, 2);
  vr_overrides_must_not_pair (overrides, 0, 0);
  vr_overrides_must_not_pair (overrides, 2, 2);
  mirrored = vr_overrides_swap (overrides);
  comparison = compare_lines (text, text, NULL, overrides);
  swapped = compare_lines (text, text, NULL, mirrored);
  check_comparison (comparison);
  check_mirror (comparison, swapped);
}

static void
test_pin_out_of_range (void)
{
  const char *units[] = { "One paragraph only." };
  g_autoptr (VrArticle) article = vr_article_new_from_units (units, 1, "en");
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (GError) error = NULL;
  VrOptions options = VR_OPTIONS_INIT;

  vr_overrides_must_pair (overrides, 0, 7);
  g_assert_null (vr_compare (article, article, &options, overrides, NULL, NULL, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
}

static void
test_cancelled (void)
{
  const char *units[] = { "One paragraph only." };
  g_autoptr (VrArticle) article = vr_article_new_from_units (units, 1, "en");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  VrOptions options = VR_OPTIONS_INIT;

  g_cancellable_cancel (cancellable);
  g_assert_null (vr_compare (article, article, &options, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* An id stays while the texts of its row do, wherever the row goes. */
static void
test_ids_last (void)
{
  g_autoptr (VrComparison) before =
      compare_lines (BRIDGE "\n" FERRY, BRIDGE "\n" FERRY, NULL, NULL);
  g_autoptr (VrComparison) after =
      compare_lines (STEEL "\n" BRIDGE "\n" FERRY, BRIDGE "\n" MAYOR "\n" FERRY, NULL, NULL);
  g_autoptr (VrComparison) twice =
      compare_lines (BRIDGE "\n" BRIDGE, BRIDGE "\n" BRIDGE, NULL, NULL);
  g_autofree char *first = vr_comparison_dup_row_id (before, 1);
  g_autofree char *second = NULL;
  g_autofree char *twin = vr_comparison_dup_row_id (twice, 1);

  for (guint i = 0; i < vr_comparison_get_n_rows (after); i++)
    if (vr_comparison_get_row (after, i).n_new == 1
        && vr_comparison_get_row (after, i).new_paragraphs[0] == 2)
      second = vr_comparison_dup_row_id (after, i);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_suffix (twin, "-2"));
}

/* Paragraphs alike at both ends, one of them twice, are told apart all the same. */
static void
test_ids_of_like_paragraphs (void)
{
  const char *middles[] = { "alpha", "gamma", "alpha", "gamma", "omega" };
  g_autofree char *around = g_strnfill (80, 'x');
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (VrComparison) comparison = NULL;
  guint n_twins = 0;

  for (guint i = 0; i < G_N_ELEMENTS (middles); i++)
    g_string_append_printf (text, "%s %s %s\n", around, middles[i], around);
  comparison = compare_lines (text->str, text->str, NULL, NULL);
  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      char *id = vr_comparison_dup_row_id (comparison, i);

      n_twins += g_str_has_suffix (id, "-2");
      g_assert_true (g_hash_table_add (ids, id));
    }
  g_assert_cmpuint (g_hash_table_size (ids), ==, G_N_ELEMENTS (middles));
  g_assert_cmpuint (n_twins, ==, 2);
}

/* More of everything than fits into a word of marks. */
static void
test_many_places (void)
{
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (VrComparison) swapped = NULL;
  const VrSummary *summary;

  for (guint i = 0; i < 1000; i++)
    {
      guint other = i / 10 * 10 + 9 - i % 10;

      g_string_append_printf (old_text, "word%u of many\n", i);
      if (i % 7 != 0)
        g_string_append_printf (new_text, "word%u of many\n", i % 100 < 50 ? i : other);
    }
  comparison = compare_lines (old_text->str, new_text->str, NULL, NULL);
  swapped = compare_lines (new_text->str, old_text->str, NULL, NULL);
  check_comparison (comparison);
  check_comparison (swapped);
  check_mirror (comparison, swapped);
  summary = vr_comparison_get_summary (comparison);
  g_assert_cmpuint (summary->n_rows[VR_ROW_SAME], >, 64);
  g_assert_cmpuint (summary->n_rows[VR_ROW_MOVED], >, 64);
  g_assert_cmpuint (summary->n_rows[VR_ROW_REMOVED], >, 64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/compare/fate/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_fates);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *path = g_strconcat ("/compare/marks/", marks[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_marks);
    }
  g_test_add_func ("/compare/fate/three-reversed", test_three_reversed);
  g_test_add_func ("/compare/quiet/same-unless-strict", test_quiet_is_same_unless_strict);
  g_test_add_func ("/compare/quiet/case-only-by-option", test_case_only_by_option);
  g_test_add_func ("/compare/marks/characters", test_characters);
  g_test_add_func ("/compare/sentence-moved-between-paragraphs",
                   test_sentence_moved_between_paragraphs);
  g_test_add_func ("/compare/sentence-moved-to-a-new-paragraph",
                   test_sentence_moved_to_a_new_paragraph);
  g_test_add_func ("/compare/pins", test_pins);
  g_test_add_func ("/compare/same-text-pinned", test_same_text_pinned);
  g_test_add_func ("/compare/pin-out-of-range", test_pin_out_of_range);
  g_test_add_func ("/compare/cancelled", test_cancelled);
  g_test_add_func ("/compare/ids-last", test_ids_last);
  g_test_add_func ("/compare/ids-of-like-paragraphs", test_ids_of_like_paragraphs);
  g_test_add_func ("/compare/many-places", test_many_places);

  return g_test_run ();
}
