/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which paragraph became which: the aligner alone, by what readers would say. */
#include "vr-align.h"

#include <string.h>

#define MAX_UNITS 48

/* Two texts of a handful of paragraphs about different things. */
static const char harbour[] = "The harbour at Lindholm was built in 1873, when the herring came "
                              "back and every family on the island owned a share in a boat.";
static const char harbour_edited[] =
    "The old harbour at Lindholm was built in 1873, when the herring came back and nearly every "
    "family on the island owned a share in a boat.";
static const char mill[] = "Above the village stands a mill without sails, which the council has "
                           "wanted to repair for thirty years and never found the money for.";
static const char mill_edited[] =
    "Above the village stands a mill without sails, which the council has meant to repair for "
    "forty years and never quite found the money for.";
static const char school[] = "Eleven children go to school here, taught by one teacher who also "
                             "plays the organ on Sundays and keeps the library's only key.";
static const char ferry[] = "Twice a day the ferry brings newspapers, tourists and spare parts, "
                            "and in winter storms it may stay away for a week.";
static const char weather[] = "Meteorologists expect heavier rainfall across Portugal this spring, "
                              "according to satellite measurements published on Tuesday.";
static const char mill_first[] = "Above the village stands a mill without sails,";
static const char mill_second[] =
    "which the council has wanted to repair for thirty years and never found the money for.";

static VrTokens *
tokens_of (const char *const *units, guint n_units, VrInterner *interner)
{
  VrSlice texts[MAX_UNITS] = { 0 };

  g_assert_cmpuint (n_units, <=, MAX_UNITS);
  for (guint i = 0; i < n_units; i++)
    texts[i] = (VrSlice){ units[i], strlen (units[i]) };
  return vr_tokens_new (texts, n_units, VR_QUIET_DEFAULT, VR_UNIT_WORD, "und", interner);
}

static VrLinks *
align (const char *const *old_units, guint n_old, const char *const *new_units, guint n_new,
       const VrOverrides *overrides)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  g_autoptr (VrTokens) old_tokens = tokens_of (old_units, n_old, interner);
  g_autoptr (VrTokens) new_tokens = tokens_of (new_units, n_new, interner);
  g_autoptr (GError) error = NULL;
  const VrAlignUnits units[VR_N_SIDES] = { { old_tokens, NULL, n_old },
                                           { new_tokens, NULL, n_new } };
  VrLinks *links = vr_links_new ();

  g_assert_true (vr_align (units, interner, overrides, links, NULL, &error));
  g_assert_no_error (error);
  return links;
}

/* "0-1 2-0": the pairs, sorted. */
static char *
pairs_of (const VrLinks *links)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);

      g_string_append_printf (text, "%s%u-%u", i > 0 ? " " : "", link->old_index, link->new_index);
    }
  return g_string_free (text, FALSE);
}

#define assert_pairs(old_units, new_units, overrides, expected)                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (VrLinks) links_ = align (old_units, G_N_ELEMENTS (old_units), new_units,            \
                                        G_N_ELEMENTS (new_units), overrides);                      \
    g_autofree char *pairs_ = pairs_of (links_);                                                   \
                                                                                                   \
    g_assert_cmpstr (pairs_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_an_inserted_paragraph_pairs_with_nothing (void)
{
  const char *old_units[] = { harbour, mill, ferry };
  const char *new_units[] = { harbour, weather, mill_edited, ferry };

  assert_pairs (old_units, new_units, NULL, "0-0 1-2 2-3");
}

static void
test_a_split_paragraph_pairs_with_both_parts (void)
{
  const char *old_units[] = { harbour, mill, ferry };
  const char *new_units[] = { harbour, mill_first, mill_second, ferry };

  assert_pairs (old_units, new_units, NULL, "0-0 1-1 1-2 2-3");
}

static void
test_merged_paragraphs_pair_with_the_whole (void)
{
  const char *old_units[] = { harbour, mill_first, mill_second, ferry };
  const char *new_units[] = { harbour, mill, ferry };

  assert_pairs (old_units, new_units, NULL, "0-0 1-1 2-1 3-2");
}

static void
test_reversed_paragraphs_are_found_where_they_went (void)
{
  const char *old_units[] = { harbour, mill, school };
  const char *new_units[] = { school, mill, harbour };

  assert_pairs (old_units, new_units, NULL, "0-2 1-1 2-0");
}

static void
test_a_paragraph_that_moved_and_was_edited_is_found (void)
{
  const char *old_units[] = { harbour, mill, school, ferry };
  const char *new_units[] = { mill, school, ferry, harbour_edited };

  assert_pairs (old_units, new_units, NULL, "0-3 1-0 2-1 3-2");
}

static void
test_unrelated_texts_share_nothing (void)
{
  const char *old_units[] = { harbour, mill };
  const char *new_units[] = { weather, "Shares of three banks fell sharply in early trading." };

  assert_pairs (old_units, new_units, NULL, "");
}

static void
test_equal_paragraphs_pair_in_order (void)
{
  const char *old_units[] = { "Yes.", harbour, "Yes.", mill, "Yes." };
  const char *new_units[] = { "Yes.", harbour, "Yes.", mill, "Yes." };

  assert_pairs (old_units, new_units, NULL, "0-0 1-1 2-2 3-3 4-4");
}

static void
test_a_repeated_paragraph_moves_with_its_neighbours (void)
{
  const char *old_units[] = { harbour, "Yes.", school, ferry, "Yes.", mill };
  const char *new_units[] = { ferry, "Yes.", mill, harbour, "Yes.", school };

  assert_pairs (old_units, new_units, NULL, "0-3 1-4 2-5 3-0 4-1 5-2");
}

static void
test_empty_sides_and_blank_units_are_fine (void)
{
  const char *old_units[] = { "", harbour, "", mill };
  const char *new_units[] = { harbour, "", mill, "" };
  g_autoptr (VrLinks) nothing = align (old_units, 0, new_units, 4, NULL);
  g_autoptr (VrLinks) nothing_either = align (old_units, 4, new_units, 0, NULL);

  g_assert_cmpuint (vr_links_get_n (nothing), ==, 0);
  g_assert_cmpuint (vr_links_get_n (nothing_either), ==, 0);
  assert_pairs (old_units, new_units, NULL, "1-0 2-1 3-2");
}

static void
test_a_pin_changes_only_what_it_must (void)
{
  const char *old_units[] = { harbour, mill, school, ferry };
  const char *new_units[] = { harbour_edited, mill_edited, school, ferry };
  g_autoptr (VrOverrides) crossed = vr_overrides_new (), apart = vr_overrides_new ();

  vr_overrides_must_pair (crossed, 0, 1);
  assert_pairs (old_units, new_units, crossed, "0-1 2-2 3-3");
  vr_overrides_must_not_pair (apart, 2, 2);
  assert_pairs (old_units, new_units, apart, "0-0 1-1 3-3");
}

static void
test_a_unit_pinned_to_two_keeps_both (void)
{
  const char *old_units[] = { harbour, mill };
  const char *new_units[] = { harbour, weather, mill };
  g_autoptr (VrOverrides) both = vr_overrides_new ();

  vr_overrides_must_pair (both, 0, 0);
  vr_overrides_must_pair (both, 0, 1);
  assert_pairs (old_units, new_units, both, "0-0 0-1 1-2");
}

static void
test_scores_say_why (void)
{
  const char *old_units[] = { harbour, mill, ferry };
  const char *new_units[] = { harbour_edited, mill, ferry };
  g_autoptr (VrLinks) links = align (old_units, 3, new_units, 3, NULL);
  const VrEvidence *edited = vr_links_get_evidence (links, 0);
  const VrEvidence *equal = vr_links_get_evidence (links, 1);

  g_assert_cmpfloat (edited->score, >, 0.9f);
  g_assert_cmpfloat (edited->score, <, 1);
  g_assert_cmpfloat (edited->terms[VR_ALIGN_TERM_EXACT], ==, 0);
  g_assert_cmpfloat (equal->score, ==, 1);
  g_assert_cmpfloat (equal->terms[VR_ALIGN_TERM_EXACT], >, 0);
}

/* Another run's cases can be had again by the seed it told. */
static GRand *
seeded_rand (void)
{
  guint32 seed = g_test_rand_int_range (0, G_MAXINT32);

  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

/* Paragraphs over a small alphabet, so that many are equal or nearly so. */
static guint
make_units (GRand *rand, char **units)
{
  static const char *const words[] = { "red", "green", "blue", "house", "harbour", ".", "?" };
  guint n_units = (guint)g_rand_int_range (rand, 0, 41);

  for (guint i = 0; i < n_units; i++)
    {
      GString *text = g_string_new (NULL);
      guint n_words = (guint)g_rand_int_range (rand, 0, 7);

      for (guint k = 0; k < n_words; k++)
        g_string_append_printf (text, "%s ",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      units[i] = g_string_free (text, FALSE);
    }
  return n_units;
}

static int
compare_mirrored (const void *a, const void *b)
{
  const VrLink *one = a, *other = b;

  if (one->new_index != other->new_index)
    return one->new_index < other->new_index ? -1 : 1;
  return one->old_index < other->old_index ? -1 : one->old_index > other->old_index;
}

static void
check_mirror (GRand *rand)
{
  char *sides[2][MAX_UNITS] = { { NULL } };
  guint n[2] = { make_units (rand, sides[0]), make_units (rand, sides[1]) };
  const char *const *old_units = (const char *const *)sides[0];
  const char *const *new_units = (const char *const *)sides[1];
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrOverrides) swapped = NULL;
  g_autoptr (VrLinks) links = NULL, mirror = NULL;

  for (guint k = (guint)g_rand_int_range (rand, 0, 4); n[0] > 0 && n[1] > 0 && k > 0; k--)
    {
      guint32 i = (guint32)g_rand_int_range (rand, 0, (gint32)n[0]);
      guint32 j = (guint32)g_rand_int_range (rand, 0, (gint32)n[1]);

      if (g_rand_boolean (rand))
        vr_overrides_must_pair (overrides, i, j);
      else
        vr_overrides_must_not_pair (overrides, i, j);
    }
  swapped = vr_overrides_swap (overrides);
  links = align (old_units, n[0], new_units, n[1], overrides);
  mirror = align (new_units, n[1], old_units, n[0], swapped);
  g_array_sort (mirror->links, compare_mirrored);
  g_assert_cmpuint (vr_links_get_n (links), ==, vr_links_get_n (mirror));
  for (guint i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);
      const VrLink *other = vr_links_get (mirror, i);

      g_assert_cmpuint (link->old_index, ==, other->new_index);
      g_assert_cmpuint (link->new_index, ==, other->old_index);
      g_assert_cmpmem (vr_links_get_evidence (links, i), sizeof (VrEvidence),
                       vr_links_get_evidence (mirror, i), sizeof (VrEvidence));
    }
  for (guint s = 0; s < 2; s++)
    for (guint i = 0; i < n[s]; i++)
      g_free (sides[s][i]);
}

static void
test_swapping_the_texts_swaps_the_links (void)
{
  g_autoptr (GRand) rand = seeded_rand ();

  for (guint i = 0; i < 5000; i++)
    check_mirror (rand);
}

static void
test_pins_always_hold (void)
{
  g_autoptr (GRand) rand = seeded_rand ();

  for (guint round = 0; round < 1000; round++)
    {
      char *sides[2][MAX_UNITS] = { { NULL } };
      guint n[2] = { make_units (rand, sides[0]), make_units (rand, sides[1]) };
      g_autoptr (VrOverrides) overrides = vr_overrides_new ();
      g_autoptr (VrLinks) links = NULL;
      guint32 i, j;
      guint n_found = 0;

      if (n[0] > 1 && n[1] > 1)
        {
          i = (guint32)g_rand_int_range (rand, 0, (gint32)n[0] - 1);
          j = (guint32)g_rand_int_range (rand, 0, (gint32)n[1] - 1);
          vr_overrides_must_pair (overrides, i, j);
          vr_overrides_must_not_pair (overrides, i + 1, j + 1);
          links = align ((const char *const *)sides[0], n[0], (const char *const *)sides[1], n[1],
                         overrides);
          for (guint k = 0; k < vr_links_get_n (links); k++)
            {
              const VrLink *link = vr_links_get (links, k);

              n_found += link->old_index == i && link->new_index == j;
              g_assert_false (link->old_index == i + 1 && link->new_index == j + 1);
            }
          g_assert_cmpuint (n_found, ==, 1);
        }
      for (guint s = 0; s < 2; s++)
        for (guint k = 0; k < n[s]; k++)
          g_free (sides[s][k]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/align/an-inserted-paragraph-pairs-with-nothing",
                   test_an_inserted_paragraph_pairs_with_nothing);
  g_test_add_func ("/align/a-split-paragraph-pairs-with-both-parts",
                   test_a_split_paragraph_pairs_with_both_parts);
  g_test_add_func ("/align/merged-paragraphs-pair-with-the-whole",
                   test_merged_paragraphs_pair_with_the_whole);
  g_test_add_func ("/align/reversed-paragraphs-are-found-where-they-went",
                   test_reversed_paragraphs_are_found_where_they_went);
  g_test_add_func ("/align/a-paragraph-that-moved-and-was-edited-is-found",
                   test_a_paragraph_that_moved_and_was_edited_is_found);
  g_test_add_func ("/align/unrelated-texts-share-nothing", test_unrelated_texts_share_nothing);
  g_test_add_func ("/align/equal-paragraphs-pair-in-order", test_equal_paragraphs_pair_in_order);
  g_test_add_func ("/align/a-repeated-paragraph-moves-with-its-neighbours",
                   test_a_repeated_paragraph_moves_with_its_neighbours);
  g_test_add_func ("/align/empty-sides-and-blank-units-are-fine",
                   test_empty_sides_and_blank_units_are_fine);
  g_test_add_func ("/align/a-pin-changes-only-what-it-must", test_a_pin_changes_only_what_it_must);
  g_test_add_func ("/align/a-unit-pinned-to-two-keeps-both", test_a_unit_pinned_to_two_keeps_both);
  g_test_add_func ("/align/scores-say-why", test_scores_say_why);
  g_test_add_func ("/align/swapping-the-texts-swaps-the-links",
                   test_swapping_the_texts_swaps_the_links);
  g_test_add_func ("/align/pins-always-hold", test_pins_always_hold);
  return g_test_run ();
}
