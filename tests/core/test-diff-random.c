/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random pairs of sequences: the hunks apply and, where they promise to be, are fewest. */
#include "check-hunks.h"
#include "vr-diff-private.h"

#include <stdlib.h>

/* For each of the four kinds of run, so a million in all; VARIORUM_TEST_CASES sets another number.
 */
#define DEFAULT_CASES 250000
#define MAX_SMALL 40
#define MAX_LARGE 3000

static guint32
get_n_cases (void)
{
  const char *wanted = g_getenv ("VARIORUM_TEST_CASES");

  return wanted != NULL ? strtoul (wanted, NULL, 10) : DEFAULT_CASES;
}

/* Mostly up to 40 tokens of up to 6 ids, now and then many of many.  Returns the number of ids. */
static guint32
draw_case (GRand *rand, Sequence *old, Sequence *new)
{
  gboolean large = g_rand_int_range (rand, 0, 2000) == 0;
  guint32 n_ids = large ? 1 << g_rand_int_range (rand, 0, 12) : g_rand_int_range (rand, 1, 7);
  guint32 max = g_rand_int_range (rand, 0, (large ? MAX_LARGE : MAX_SMALL) + 1);

  sequence_fill (old, rand, g_rand_int_range (rand, 0, max + 1), n_ids);
  if (g_rand_boolean (rand))
    sequence_fill (new, rand, g_rand_int_range (rand, 0, max + 1), n_ids);
  else
    sequence_edit (new, old, rand, g_rand_int_range (rand, 1, 30), n_ids);
  return n_ids;
}

static void
check_case (VrDiffer *differ, const Sequence *old, const Sequence *new, guint32 n_ids,
            const VrDiffOptions *options, GArray *hunks)
{
  gboolean limited = TRUE;
  g_autoptr (GError) error = NULL;

  g_assert_true (vr_differ_run (differ, old->ids, old->n, new->ids, new->n, n_ids, options, hunks,
                                &limited, NULL, &error));
  g_assert_no_error (error);
  check_hunks (old, new, hunks);
  g_assert_false (limited);
  if (!options->anchors || options->minimal)
    g_assert_cmpuint (count_edits (hunks), ==, count_least_edits (old, new));
}

static void
test_front_door (gconstpointer data)
{
  static const guint8 classes[1 << 12] = { 0, 255, 0, 100, 50 };
  VrDiffOptions options = *(const VrDiffOptions *)data;
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_auto (Sequence) old = { 0 }, new = { 0 };
  guint32 seed = g_test_rand_int (), n_cases = get_n_cases ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u, %u cases", seed, n_cases);
  for (guint32 i = 0; i < n_cases; i++)
    {
      guint32 n_ids = draw_case (rand, &old, &new);

      options.id_classes = i & 1 ? classes : NULL;
      options.n_id_classes = i & 2 ? G_N_ELEMENTS (classes) : 2;
      check_case (differ, &old, &new, n_ids, &options, hunks);
    }
}

/* One stage on what the stages before it leave. */
typedef gboolean (*Method) (VrDiffer *differ, VrBox *box);

static gboolean
run_myers (VrDiffer *differ, VrBox *box)
{
  gboolean gave_up = TRUE;

  g_assert_true (vr_myers_run (differ, *box, 0, &gave_up));
  return !gave_up;
}

static gboolean
run_bit_lcs (VrDiffer *differ, VrBox *box)
{
  return vr_bit_lcs_run (differ, box, box->old_to + box->new_to);
}

static gboolean
run_sparse_lcs (VrDiffer *differ, VrBox *box)
{
  return vr_sparse_lcs_run (differ, vr_sparse_lcs_count_pairs (differ));
}

static void
test_method (gconstpointer data)
{
  Method method = *(const Method *)data;
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_auto (Sequence) old = { 0 }, new = { 0 };
  guint32 seed = g_test_rand_int (), n_cases = get_n_cases () / 2;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u, %u cases", seed, n_cases);
  for (guint32 i = 0; i < n_cases; i++)
    {
      guint32 n_ids = draw_case (rand, &old, &new);
      VrBox box = { 0, old.n, 0, new.n };

      vr_differ_start (differ, old.ids, old.n, new.ids, new.n, n_ids);
      vr_prune (differ, &box);
      box.old_to = differ->reduced[VR_SIDE_OLD].n;
      box.new_to = differ->reduced[VR_SIDE_NEW].n;
      g_assert_true (method (differ, &box));
      g_array_set_size (hunks, 0);
      vr_differ_collect (differ, hunks);
      check_hunks (&old, &new, hunks);
      g_assert_cmpuint (count_edits (hunks), ==, count_least_edits (&old, &new));
    }
}

/* Long pairs in which blocks changed places, so that anchors have something to choose. */
static void
test_moved_blocks (void)
{
  const VrDiffOptions options = { .anchors = TRUE };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_auto (Sequence) old = { 0 }, moved = { 0 }, new = { 0 };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 100; i++)
    {
      guint32 n_ids = 1 << g_rand_int_range (rand, 1, 14);
      guint32 n = g_rand_int_range (rand, 1000, 16000), n_blocks = g_rand_int_range (rand, 1, 9);

      sequence_fill (&old, rand, n, n_ids);
      moved.n = 0;
      for (guint32 b = 0; b < n_blocks; b++)
        {
          guint32 from = g_rand_int_range (rand, 0, n), to = g_rand_int_range (rand, from, n + 1);

          for (guint32 t = from; t < to; t++)
            sequence_push (&moved, old.ids[t]);
        }
      sequence_edit (&new, &moved, rand, g_rand_int_range (rand, 2, 200), n_ids);
      g_assert_true (vr_differ_run (differ, old.ids, old.n, new.ids, new.n, n_ids, &options, hunks,
                                    NULL, NULL, NULL));
      check_hunks (&old, &new, hunks);
    }
}

int
main (int argc, char **argv)
{
  static const VrDiffOptions minimal = { .minimal = TRUE };
  static const VrDiffOptions plain = { .minimal = FALSE };
  static const VrDiffOptions anchors = { .anchors = TRUE };
  static const VrDiffOptions both = { .minimal = TRUE, .anchors = TRUE };
  static const Method myers = run_myers, bit_lcs = run_bit_lcs, sparse_lcs = run_sparse_lcs;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/diff/random/minimal-is-fewest", &minimal, test_front_door);
  g_test_add_data_func ("/diff/random/plain-is-fewest-below-the-limit", &plain, test_front_door);
  g_test_add_data_func ("/diff/random/anchors-apply", &anchors, test_front_door);
  g_test_add_data_func ("/diff/random/minimal-overrules-anchors", &both, test_front_door);
  g_test_add_data_func ("/diff/random/myers-is-fewest", &myers, test_method);
  g_test_add_data_func ("/diff/random/bit-lcs-is-fewest", &bit_lcs, test_method);
  g_test_add_data_func ("/diff/random/sparse-lcs-is-fewest", &sparse_lcs, test_method);
  g_test_add_func ("/diff/random/moved-blocks-apply", test_moved_blocks);
  return g_test_run ();
}
