/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences that moved: their words, where the other end is, and what is said of them. */
#include "plan-fixture.h"
#include "vr-row-moves.h"
#include "vr-row-words.h"

#include <locale.h>
#include <string.h>

#define BRIDGE "The old harbour bridge closes to traffic in May for repairs."
#define FUNDS "The money for the work comes from a fund that the council set up in 2009."
#define FERRY "Ferries carry commuters across the river every quarter of an hour."
#define MAYOR "The mayor promised that nobody would wait longer than that."
#define STEEL "The steel for the new span was ordered from a yard in the north."
#define DIVERS "Divers surveyed the bed of the basin in March, and found nothing to worry about."

static const char old_text[] = BRIDGE " " FUNDS "\n" FERRY " " MAYOR "\n" DIVERS " " STEEL "\n";
static const char new_text[] = BRIDGE "\n" FERRY " " MAYOR " " FUNDS "\n" STEEL " " DIVERS "\n";

/* The words of all marks that are, or are not, part of a sentence that moved, joined by "|". */
static char *
join_marks (const VrPairPlan *plan, guint position, VrRowView view, gboolean is_moved)
{
  g_autoptr (VrRowText) text = vr_row_text_new (plan, position, view);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < text->marks->len; i++)
    {
      const VrMark *mark = &g_array_index (text->marks, VrMark, i);

      if ((mark->sentence > 0) != is_moved)
        continue;
      if (joined->len > 0)
        g_string_append_c (joined, '|');
      g_string_append_len (joined, text->text + mark->from, mark->to - mark->from);
    }

  return g_string_free (joined, FALSE);
}

static void
assert_marks (const VrPairPlan *plan, guint position, VrRowView view, const char *moved,
              const char *others)
{
  g_autofree char *found_moved = join_marks (plan, position, view, TRUE);
  g_autofree char *found_others = join_marks (plan, position, view, FALSE);

  g_assert_cmpstr (found_moved, ==, moved);
  g_assert_cmpstr (found_others, ==, others);
}

static void
test_marks (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (old_text, new_text);

  g_assert_cmpuint (vr_pair_plan_get_n (plan), ==, 3);
  assert_marks (plan, 0, VR_ROW_VIEW_OLD, FUNDS, "");
  assert_marks (plan, 0, VR_ROW_VIEW_NEW, "", "");
  assert_marks (plan, 0, VR_ROW_VIEW_INLINE, FUNDS, "");
  assert_marks (plan, 1, VR_ROW_VIEW_OLD, "", "");
  assert_marks (plan, 1, VR_ROW_VIEW_NEW, FUNDS, "");
  assert_marks (plan, 1, VR_ROW_VIEW_INLINE, FUNDS, "");
  assert_marks (plan, 2, VR_ROW_VIEW_INLINE, STEEL "|" STEEL, "");
}

static void
test_other_ends (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (old_text, new_text);
  g_autoptr (GArray) gone = vr_row_moves_find (plan, 0, VR_SIDE_OLD);
  guint32 sentence;

  g_assert_cmpuint (gone->len, ==, 1);
  sentence = g_array_index (gone, VrSentenceMove, 0).sentence;
  g_assert_cmpuint (vr_report_get_move_number (vr_pair_plan_get_comparison (plan),
                                               vr_pair_plan_get_row_index (plan, 0), sentence,
                                               VR_SIDE_OLD),
                    ==, 2);
  g_assert_cmpuint (vr_row_moves_find_next (plan, 0), ==, 1);
  g_assert_cmpuint (vr_row_moves_find_next (plan, 1), ==, 0);
  /* Inside one paragraph there is nowhere to go. */
  g_assert_cmpuint (vr_row_moves_find_next (plan, 2), ==, G_MAXUINT);
}

static void
test_words (void)
{
  g_autoptr (VrPairPlan) plan = fixture_plan (old_text, new_text);
  g_autofree char *gone = vr_row_words_dup_label (plan, 0);
  g_autofree char *come = vr_row_words_dup_label (plan, 1);
  g_autofree char *inside = vr_row_words_dup_label (plan, 2);

  g_assert_true (g_str_has_prefix (
      gone, "Paragraph 1, edited, 1 sentence moved (moved to paragraph 2 “" FUNDS "”): "));
  g_assert_true (g_str_has_prefix (
      come, "Paragraph 2, edited, 1 sentence moved (moved here from paragraph 1 “" FUNDS "”): "));
  g_assert_true (g_str_has_prefix (inside, "Paragraph 3, edited, 1 sentence moved (moved here “"));
}

/* A sentence that came up in a paragraph that is new otherwise. */
static void
test_one_sided (void)
{
  g_autofree char *after =
      g_strconcat (BRIDGE "\n" FERRY "\n" DIVERS " " MAYOR " " STEEL " " FUNDS "\n", NULL);
  g_autoptr (VrPairPlan) plan = fixture_plan (BRIDGE " " FUNDS "\n" FERRY "\n", after);
  guint added = fixture_find (plan, VR_ROW_ADDED, FALSE);

  assert_marks (plan, added, VR_ROW_VIEW_NEW, FUNDS, "");
  g_assert_cmpuint (vr_row_moves_find_next (plan, added), ==, 0);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-moves/both-ends-are-marked-as-moved", test_marks);
  g_test_add_func ("/row-moves/one-end-leads-to-the-other", test_other_ends);
  g_test_add_func ("/row-moves/a-screen-reader-says-where-it-went", test_words);
  g_test_add_func ("/row-moves/a-new-paragraph-marks-what-it-took", test_one_sided);

  return g_test_run ();
}
