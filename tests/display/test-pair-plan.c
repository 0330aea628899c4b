/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list shows: places, long paragraphs in level parts, changes, partners, marked words. */
#include "plan-fixture.h"
#include "vr-pair-parts.h"
#include "vr-row-text.h"
#include "vr-row-words.h"

#include <locale.h>
#include <string.h>

static char *
joined_text (const VrPairPlan *plan, guint place, VrSide side, guint *n_parts)
{
  GString *joined = g_string_new (NULL);

  *n_parts = 0;
  for (guint i = vr_pair_plan_find_place (plan, place);
       i < vr_pair_plan_get_n (plan) && vr_pair_plan_peek (plan, i)->place == place; i++)
    {
      gsize n_bytes;
      g_autofree char *text = vr_pair_plan_dup_text (plan, i, side, &n_bytes);

      g_assert_true (g_utf8_validate (text, n_bytes, NULL));
      g_string_append_len (joined, text, n_bytes);
      (*n_parts)++;
    }

  return g_string_free (joined, FALSE);
}

/* What every plan must hold to: each place's parts joined are its row's text, none is too long,
 * and changes are counted once. */
static void
assert_plan_is_whole (const VrPairPlan *plan)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  guint n_changes = 0;

  for (guint place = 0; place < vr_comparison_get_n_places (comparison); place++)
    for (guint side = 0; side < VR_N_SIDES; side++)
      {
        VrPlace shown = vr_comparison_get_place (comparison, place);
        guint n_parts;
        gsize n_bytes;
        g_autofree char *joined = joined_text (plan, place, side, &n_parts);
        g_autofree char *whole = vr_comparison_dup_row_text (comparison, shown.row, side, &n_bytes);

        if (shown.is_reference)
          g_assert_true (g_str_has_prefix (whole, joined));
        else
          g_assert_cmpstr (joined, ==, whole);
      }
  for (guint i = 0; i < vr_pair_plan_get_n (plan); i++)
    if (vr_pair_plan_is_change (plan, i))
      {
        g_assert_cmpuint (vr_pair_plan_count_changes_before (plan, i), ==, n_changes);
        g_assert_cmpuint (vr_pair_plan_get_change (plan, n_changes), ==, i);
        n_changes++;
      }
  g_assert_cmpuint (vr_pair_plan_get_n_changes (plan), ==, n_changes);
}

static void
test_places (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  guint moved, reference;

  fixture_pair (12, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  assert_plan_is_whole (plan);

  g_assert_cmpuint (vr_pair_plan_get_n_changes (plan), ==, 4);
  moved = fixture_find (plan, VR_ROW_MOVED, FALSE);
  reference = fixture_find (plan, VR_ROW_MOVED, TRUE);
  g_assert_cmpuint (vr_pair_plan_find_partner (plan, moved), ==, reference);
  g_assert_cmpuint (vr_pair_plan_find_partner (plan, reference), ==, moved);
  g_assert_cmpuint (vr_pair_plan_find_partner (plan, 0), ==, VR_PAIR_NONE);
  g_assert_true (vr_pair_plan_is_change (plan, moved));
  g_assert_false (vr_pair_plan_is_change (plan, reference));
}

static void
test_words (void)
{
  g_autofree char *old_text = NULL;
  g_autofree char *new_text = NULL;
  g_autoptr (VrPairPlan) plan = NULL;
  g_autofree char *edited = NULL;
  g_autofree char *note = NULL;
  g_autofree char *reference_note = NULL;
  g_autofree char *nothing = NULL;

  fixture_pair (12, &old_text, &new_text);
  plan = fixture_plan (old_text, new_text);
  edited = vr_row_words_dup_label (plan, fixture_find (plan, VR_ROW_EDITED, FALSE));
  note = vr_row_words_dup_note (plan, fixture_find (plan, VR_ROW_MOVED, FALSE));
  reference_note = vr_row_words_dup_note (plan, fixture_find (plan, VR_ROW_MOVED, TRUE));
  nothing = vr_row_words_dup_note (plan, 0);

  g_assert_nonnull (strstr (edited, "edited, 3 words added (added “Nobody was hurt.”): "));
  g_assert_true (g_str_has_prefix (note, "moved down "));
  g_assert_nonnull (strstr (note, ", was after “"));
  g_assert_true (g_str_has_prefix (reference_note, "moved down "));
  g_assert_nonnull (strstr (reference_note, ", after “"));
  g_assert_null (nothing);
}

/* One paragraph of @n sentences; every tenth has another word. */
static char *
long_paragraph (guint n, const char *word)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sSentence %u tells of the %s and of the sea.", i > 0 ? " " : "",
                            i, i % 10 == 0 ? word : "harbour");
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

static void
test_long_paragraphs (void)
{
  g_autofree char *old_text = long_paragraph (3000, "bridge");
  g_autofree char *new_text = long_paragraph (3000, "tunnel");
  g_autoptr (VrPairPlan) plan = fixture_plan (old_text, new_text);

  assert_plan_is_whole (plan);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), >, 8);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), <, 64);
  g_assert_cmpuint (vr_pair_plan_get_n_changes (plan), ==, vr_pair_plan_get_n (plan));
  for (guint i = 0; i + 1 < vr_pair_plan_get_n (plan); i++)
    for (guint side = 0; side < VR_N_SIDES; side++)
      {
        gsize n_bytes;
        g_autofree char *text = vr_pair_plan_dup_text (plan, i, side, &n_bytes);

        g_assert_cmpuint (n_bytes, <=, VR_PAIR_PART_BYTES);
        g_assert_true (g_str_has_suffix (text, "sea. "));
      }
}

static void
test_long_added_paragraph (void)
{
  g_autofree char *new_text = long_paragraph (3000, "tunnel");
  g_autoptr (VrPairPlan) plan = fixture_plan ("", new_text);

  assert_plan_is_whole (plan);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), >, 8);
  g_assert_cmpuint (vr_pair_plan_get_n_changes (plan), ==, 1);
}

static void
test_without_spaces (void)
{
  GString *old_text = g_string_new (NULL);
  g_autoptr (VrPairPlan) plan = NULL;

  for (guint i = 0; i < 30000; i++)
    g_string_append (old_text, "é");
  plan = fixture_plan (old_text->str, old_text->str);
  assert_plan_is_whole (plan);
  g_assert_cmpuint (vr_pair_plan_get_n (plan), ==, 10);
  g_string_free (old_text, TRUE);
}

/* Parts of random rows, cut much shorter than the window cuts. */
static void
test_random_parts (void)
{
  static const char *const words[] = { "tide", "é", "“mole”", "quay.", "It", "x", "U.S.", "ß" };

  for (guint round = 0; round < 200; round++)
    {
      GString *texts[VR_N_SIDES] = { g_string_new (NULL), g_string_new (NULL) };
      g_autoptr (VrPairPlan) plan = NULL;
      VrComparison *comparison;

      for (guint i = g_test_rand_int_range (0, 400); i > 0; i--)
        {
          const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
          int fate = g_test_rand_int_range (0, 12);

          if (fate != 0)
            g_string_append_printf (texts[VR_SIDE_OLD], "%s ", word);
          if (fate != 1)
            g_string_append_printf (texts[VR_SIDE_NEW], "%s ", word);
        }
      plan = fixture_plan (texts[VR_SIDE_OLD]->str, texts[VR_SIDE_NEW]->str);
      comparison = vr_pair_plan_get_comparison (plan);
      for (guint row = 0; row < vr_comparison_get_n_rows (comparison); row++)
        {
          g_autoptr (GArray) parts = vr_pair_parts_cut (comparison, row, 64);
          VrSpan last[VR_N_SIDES] = { { 0, 0 }, { 0, 0 } };

          for (guint i = 0; i < parts->len; i++)
            for (guint side = 0; side < VR_N_SIDES; side++)
              {
                const VrPairPart *part = &g_array_index (parts, VrPairPart, i);

                g_assert_cmpuint (part->spans[side].from, ==, last[side].to);
                g_assert_cmpuint (part->spans[side].to, >=, part->spans[side].from);
                last[side] = part->spans[side];
              }
          for (guint side = 0; side < VR_N_SIDES; side++)
            {
              gsize n_bytes;

              g_free (vr_comparison_dup_row_text (comparison, row, side, &n_bytes));
              g_assert_cmpuint (last[side].to, ==, n_bytes);
            }
        }
      g_string_free (texts[VR_SIDE_OLD], TRUE);
      g_string_free (texts[VR_SIDE_NEW], TRUE);
    }
}

static char *
marked (const VrPairPlan *plan, VrRowView view)
{
  g_autoptr (VrRowText) text = vr_row_text_new (plan, 0, view);
  GString *out = g_string_new (NULL);
  guint32 at = 0;

  for (guint i = 0; i < text->marks->len; i++)
    {
      const VrMark *mark = &g_array_index (text->marks, VrMark, i);

      g_string_append_len (out, text->text + at, mark->from - at);
      g_string_append_c (out, "=-+?"[mark->op]);
      g_string_append_c (out, '[');
      g_string_append_len (out, text->text + mark->from, mark->to - mark->from);
      g_string_append_c (out, ']');
      at = mark->to;
    }
  g_string_append_len (out, text->text + at, text->n_bytes - at);

  return g_string_free (out, FALSE);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *old_text, *new_text;
    const char *old_marked, *new_marked, *merged;
  } cases[] = {
    { "The old harbour bridge closes in May.", "The old harbour bridge closes in June.",
      "The old harbour bridge closes in -[May].", "The old harbour bridge closes in +[June].",
      "The old harbour bridge closes in -[May]\u2009+[June]." },
    { "The old harbour bridge “closes” in May.", "The old harbour bridge \"closes\" in May.",
      "The old harbour bridge ?[“]closes?[”] in May.",
      "The old harbour bridge ?[\"]closes?[\"] in May.",
      "The old harbour bridge ?[\"]closes?[\"] in May." },
    { "The old harbour bridge closes in May.", "The old harbour bridge closes in May.",
      "The old harbour bridge closes in May.", "The old harbour bridge closes in May.",
      "The old harbour bridge closes in May." },
    { "The old harbour bridge closes in May.", "", "The old harbour bridge closes in May.", "",
      "The old harbour bridge closes in May." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (VrPairPlan) plan = fixture_plan (cases[i].old_text, cases[i].new_text);
      g_autofree char *old_marked = marked (plan, VR_ROW_VIEW_OLD);
      g_autofree char *new_marked = marked (plan, VR_ROW_VIEW_NEW);
      g_autofree char *merged = marked (plan, VR_ROW_VIEW_INLINE);

      g_assert_cmpstr (old_marked, ==, cases[i].old_marked);
      g_assert_cmpstr (new_marked, ==, cases[i].new_marked);
      g_assert_cmpstr (merged, ==, cases[i].merged);
    }
}

static void
test_paragraph_ends (void)
{
  const char *whole = "The old harbour bridge closes in May. Ferries carry commuters every hour.";
  const char *parted = "The old harbour bridge closes in May.\nFerries carry commuters every hour.";
  g_autoptr (VrPairPlan) split = fixture_plan (whole, parted);
  g_autoptr (VrPairPlan) merged = fixture_plan (parted, whole);
  g_autofree char *split_text = marked (split, VR_ROW_VIEW_INLINE);
  g_autofree char *merged_text = marked (merged, VR_ROW_VIEW_INLINE);
  g_autofree char *side = marked (split, VR_ROW_VIEW_NEW);

  g_assert_cmpint (vr_pair_plan_get_row (split, 0).kind, ==, VR_ROW_SPLIT);
  g_assert_nonnull (strstr (split_text, VR_ROW_TEXT_PILCROW));
  g_assert_nonnull (strstr (split_text, "\r\n\n"));
  g_assert_nonnull (strstr (merged_text, VR_ROW_TEXT_PILCROW));
  g_assert_null (strstr (merged_text, "\n"));
  g_assert_nonnull (strstr (side, "\r\n\n"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pair-plan/every-place-is-there-once", test_places);
  g_test_add_func ("/pair-plan/changes-are-said-in-words", test_words);
  g_test_add_func ("/pair-plan/a-long-paragraph-is-cut-at-sentences", test_long_paragraphs);
  g_test_add_func ("/pair-plan/a-long-added-paragraph-is-one-change", test_long_added_paragraph);
  g_test_add_func ("/pair-plan/text-without-spaces-is-cut-between-characters", test_without_spaces);
  g_test_add_func ("/pair-plan/parts-joined-are-the-row", test_random_parts);
  g_test_add_func ("/row-text/words-are-marked-on-their-side", test_marks);
  g_test_add_func ("/row-text/ends-of-paragraphs-are-marked-in-one-column", test_paragraph_ends);

  return g_test_run ();
}
