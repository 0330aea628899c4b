/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine's hunks stand where a reader wants them, whatever comes in. */
#include "check-hunks.h"
#include "vr-diff-private.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *old;
  const char *new;
  const char *expected; /* [-deleted-] and {+inserted+}, as GNU wdiff prints it */
} Case;

static const Case cases[] = {
  { "empty", "", "", "" },
  { "same", "a b c", "a b c", "a b c" },
  { "all-inserted", "", "a b", "{+a b+}" },
  { "all-deleted", "a b", "", "[-a b-]" },
  { "all-replaced", "a b", "c d e", "[-a b-] {+c d e+}" },
  { "one-replaced", "a b c", "a x c", "a [-b-] {+x+} c" },
  { "start-and-end", "x b y", "b", "[-x-] b [-y-]" },
  { "absent-tokens", "a x b y c z", "a b c", "a [-x-] b [-y-] c [-z-]" },
  { "swap", "a b c d e f x y", "x y a b c d e f", "{+x y+} a b c d e f [-x y-]" },

  /* Sliding. */
  { "sentence-inserted", "He said no . He left .", "He said no . He cried . He left .",
    "He said no . {+He cried .+} He left ." },
  { "sentence-deleted", "He said no . He cried . He left .", "He said no . He left .",
    "He said no . [-He cried .-] He left ." },
  { "sentence-at-the-start", "He left .", "He cried . He left .", "{+He cried .+} He left ." },
  { "sentence-at-the-end", "He left .", "He left . He cried .", "He left . {+He cried .+}" },
  { "same-sentence-twice", "No . He left .", "No . No . He left .", "No . {+No .+} He left ." },
  { "clause-inserted", "red , blue , and green", "red , white , blue , and green",
    "red , {+white ,+} blue , and green" },
  { "sentence-before-clause", "a , b . c , d .", "a , b . e , b . c , d .",
    "a , b . {+e , b .+} c , d ." },
  { "doubled-word", "a very good dog", "a very very good dog", "a very {+very+} good dog" },
  { "halved-word", "a very very good dog", "a very good dog", "a very [-very-] good dog" },
  { "insertion-meets-deletion", "a b a c", "a b x c", "a b [-a-] {+x+} c" },
  { "touching-insertions-join", "a b", "a c a c b", "a {+c a c+} b" },
};

/* Numbers words, and gives each a class: how well a hunk may end behind it. */
typedef struct
{
  GHashTable *ids; /* word: id + 1 */
  GPtrArray *words;
  guint8 classes[256];
} Words;

static void
add_words (Words *words, const char *text, Sequence *sequence)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (words->ids, parts[i]));

      if (id == 0)
        {
          g_ptr_array_add (words->words, g_strdup (parts[i]));
          id = words->words->len;
          g_hash_table_insert (words->ids, words->words->pdata[id - 1], GUINT_TO_POINTER (id));
          words->classes[id - 1] = strcmp (parts[i], ".") == 0   ? 255
                                   : strcmp (parts[i], ",") == 0 ? 100
                                                                 : 0;
        }
      sequence_push (sequence, id - 1);
    }
}

static void
append_words (GString *text, const Words *words, const Sequence *sequence, guint32 from, guint32 to,
              const char *before, const char *behind)
{
  if (from == to)
    return;
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", before);
  for (guint32 i = from; i < to; i++)
    g_string_append_printf (text, "%s%s", i > from ? " " : "",
                            (char *)words->words->pdata[sequence->ids[i]]);
  g_string_append (text, behind);
}

static char *
render (const Words *words, const Sequence *old, const Sequence *new, const GArray *hunks)
{
  GString *text = g_string_new (NULL);
  guint32 i = 0;

  for (guint h = 0; h < hunks->len; h++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, h);

      append_words (text, words, old, i, hunk->old_from, "", "");
      append_words (text, words, old, hunk->old_from, hunk->old_to, "[-", "-]");
      append_words (text, words, new, hunk->new_from, hunk->new_to, "{+", "+}");
      i = hunk->old_to;
    }
  append_words (text, words, old, i, old->n, "", "");
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  Words words = { .ids = g_hash_table_new (g_str_hash, g_str_equal),
                  .words = g_ptr_array_new_with_free_func (g_free) };
  VrDiffOptions options = { .id_classes = words.classes, .n_id_classes = 256 };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_auto (Sequence) old = { 0 }, new = { 0 };
  g_autofree char *rendered = NULL;

  add_words (&words, c->old, &old);
  add_words (&words, c->new, &new);
  if (*c->old == '\0')
    old.n = 0;
  if (*c->new == '\0')
    new.n = 0;
  g_assert_true (vr_differ_run (differ, old.ids, old.n, new.ids, new.n, words.words->len, &options,
                                hunks, NULL, NULL, NULL));
  check_hunks (&old, &new, hunks);
  rendered = render (&words, &old, &new, hunks);
  g_assert_cmpstr (rendered, ==, c->expected);
  g_hash_table_unref (words.ids);
  g_ptr_array_unref (words.words);
}

/* Runs with @options, checks the hunks, and returns the number of edits. */
static guint32
run (VrDiffer *differ, const Sequence *old, const Sequence *new, guint32 n_ids,
     const VrDiffOptions *options, gboolean *limited)
{
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));

  g_assert_true (vr_differ_run (differ, old->ids, old->n, new->ids, new->n, n_ids, options, hunks,
                                limited, NULL, NULL));
  check_hunks (old, new, hunks);
  return count_edits (hunks);
}

static void
test_limited_is_said (void)
{
  const VrDiffOptions minimal = { .minimal = TRUE }, plain = { 0 };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_auto (Sequence) old = { 0 }, new = { 0 };
  gboolean limited = FALSE;
  guint32 least;

  sequence_fill (&old, rand, 100000, 300);
  sequence_fill (&new, rand, 100000, 300);
  least = run (differ, &old, &new, 300, &minimal, &limited);
  g_assert_false (limited);
  g_assert_cmpuint (run (differ, &old, &new, 300, &plain, &limited), <=, least + least / 50);
  g_assert_true (limited);
  old.n = new.n = 1000;
  run (differ, &old, &new, 300, &plain, &limited);
  g_assert_false (limited);
}

/* What one run leaves behind must not show in the next, larger or smaller one. */
static void
test_reuse (void)
{
  const VrDiffOptions anchors = { .anchors = TRUE };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_auto (Sequence) old = { 0 }, new = { 0 };

  for (guint i = 0; i < 2000; i++)
    {
      guint32 n = 1 << g_rand_int_range (rand, 0, i % 100 == 0 ? 16 : 9);
      guint32 n_ids = 1 << g_rand_int_range (rand, 0, 16);
      g_autoptr (VrDiffer) fresh = vr_differ_new ();

      sequence_fill (&old, rand, n, n_ids);
      sequence_edit (&new, &old, rand, g_rand_int_range (rand, 1, 50), n_ids);
      g_assert_cmpuint (run (differ, &old, &new, n_ids, &anchors, NULL), ==,
                        run (fresh, &old, &new, n_ids, &anchors, NULL));
    }
}

static void
test_epochs_wrap (void)
{
  const VrDiffOptions options = { 0 };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_auto (Sequence) old = { 0 }, new = { 0 };
  const guint32 old_ids[] = { 1, 2, 3, 4, 5 }, new_ids[] = { 6, 2, 7, 4, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (old_ids); i++)
    {
      sequence_push (&old, old_ids[i]);
      sequence_push (&new, new_ids[i]);
    }
  run (differ, &old, &new, 9, &options, NULL);
  differ->epoch = G_MAXUINT32 - 9;
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (run (differ, &old, &new, 9, &options, NULL), ==, 6);
  g_assert_cmpuint (differ->epoch, <, 100);
}

static gpointer
cancel_soon_in_thread (gpointer cancellable)
{
  g_usleep (30 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel (void)
{
  const VrDiffOptions minimal = { .minimal = TRUE };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (Sequence) old = { 0 }, new = { 0 };
  GThread *thread;

  sequence_fill (&old, rand, 2000000, 1000);
  sequence_fill (&new, rand, 2000000, 1000);
  thread = g_thread_new ("cancel", cancel_soon_in_thread, cancellable);
  g_assert_false (vr_differ_run (differ, old.ids, old.n, new.ids, new.n, 1000, &minimal, hunks,
                                 NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
  old.n = new.n = 500;
  g_assert_cmpuint (run (differ, &old, &new, 1000, &minimal, NULL), ==,
                    count_least_edits (&old, &new));
}

typedef enum
{
  ALL_EQUAL,
  NONE_EQUAL,
  ONE_ID,
  SHIFTED,
  REVERSED,
  ALTERNATING,
  TWO_IDS,
} Monster;

static void
draw_monster (Sequence *old, Sequence *new, Monster monster)
{
  const guint32 n = 300000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (monster);

  old->n = new->n = 0;
  for (guint32 i = 0; i < n; i++)
    {
      guint32 pair[VR_N_SIDES] = { 0, 0 };

      if (monster == ALL_EQUAL || monster == NONE_EQUAL)
        pair[0] = i, pair[1] = monster == ALL_EQUAL ? i : n + i;
      else if (monster == SHIFTED)
        pair[0] = i, pair[1] = (i + n / 2) % n;
      else if (monster == REVERSED)
        pair[0] = i, pair[1] = n - 1 - i;
      else if (monster == ALTERNATING)
        pair[0] = i % 2, pair[1] = (i + i / 1000) % 2;
      else if (monster == TWO_IDS)
        pair[0] = g_rand_int_range (rand, 0, 2), pair[1] = g_rand_int_range (rand, 0, 2);
      sequence_push (old, pair[0]);
      if (monster != ONE_ID || i % 3 > 0)
        sequence_push (new, pair[1]);
    }
}

static void
test_monster (gconstpointer data)
{
  const Monster monster = GPOINTER_TO_UINT (data);
  const VrDiffOptions plain = { 0 }, anchors = { .anchors = TRUE };
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_auto (Sequence) old = { 0 }, new = { 0 };
  g_autoptr (GTimer) timer = NULL;

  draw_monster (&old, &new, monster);
  timer = g_timer_new ();
  run (differ, &old, &new, 600000, &plain, NULL);
  run (differ, &old, &new, 600000, &anchors, NULL);
  g_test_message ("%.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 60);
}

int
main (int argc, char **argv)
{
  static const char *const monsters[] = { "all-equal", "none-equal",  "one-id", "shifted",
                                          "reversed",  "alternating", "two-ids" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/diff/limited-is-said", test_limited_is_said);
  g_test_add_func ("/diff/memory-is-reused-cleanly", test_reuse);
  g_test_add_func ("/diff/epochs-wrap", test_epochs_wrap);
  g_test_add_func ("/diff/cancelled-soon-and-usable-after", test_cancel);
  for (guint i = 0; i < G_N_ELEMENTS (monsters); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/monster/%s", monsters[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_monster);
    }
  return g_test_run ();
}
