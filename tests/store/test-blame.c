/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A story's life in eight versions: each sentence is traced to the version that brought it. */
#include "store-fixture.h"
#include "vr-history-blame.h"

#include <locale.h>

/* What a reader wants to know of a sentence. */
typedef struct
{
  const char *text;
  guint brought;
  guint changed;
  guint origin;
} Wanted;

/* Sentence by sentence, in order. */
static void
assert_blame (VrArchive *archive, const char *name, const char *id, const Wanted *wanted,
              guint n_wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrHistoryBlame) blame = vr_history_blame_new (archive, name, id, NULL, NULL, &error);
  const VrBlamedSentence *sentences;
  guint n;

  g_assert_no_error (error);
  sentences = vr_history_blame_peek_sentences (blame, &n);
  for (guint i = 0; i < MIN (n, n_wanted); i++)
    {
      VrSlice text = vr_article_get_paragraph_text (vr_history_blame_get_article (blame),
                                                    sentences[i].paragraph);
      const VrSpan *span = &sentences[i].span;
      g_autofree char *sentence = g_strndup (text.text + span->from, span->to - span->from);

      g_test_message ("%s", sentence);
      g_assert_cmpstr (sentence, ==, wanted[i].text);
      g_assert_cmpuint (sentences[i].brought, ==, wanted[i].brought);
      g_assert_cmpuint (sentences[i].changed, ==, wanted[i].changed);
      g_assert_cmpuint (sentences[i].origin, ==, wanted[i].origin);
    }
  g_assert_cmpuint (n, ==, n_wanted);
}

/* Edited, moved, split, cut, merged and back again: every sentence keeps its own history. */
static void
test_life (void)
{
  static const Wanted last[] = {
    { "The harbour opened at dawn.", 1, 1, 1 },
    { "Nobody  was hurt, the mayor’s office said on Monday.", 1, 1, 1 },
    { "Two ferries left for the outer islands before the fog came in.", 2, 2, 1 },
    { "Fifty people were aboard the first of them.", 8, 8, 1 },
    { "The third ferry stayed at the quay until noon.", 1, 1, 1 },
    { "Its captain waited for a doctor from the town.", 1, 7, 1 },
    { "The fog lifted at one.", 7, 7, 7 },
  };
  static const Wanted sixth[] = {
    { "The harbour opened at dawn.", 1, 1, 1 },
    { "Nobody was hurt, the mayor's office said on Monday.", 1, 1, 1 },
    { "Two ferries left for the outer islands before the fog came in.", 2, 2, 1 },
    { "Forty people were aboard the first of them.", 1, 1, 1 },
    { "The third ferry stayed at the quay until noon.", 1, 1, 1 },
  };
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_auto (GStrv) ids = fixture_life (archive);

  assert_blame (archive, "Quay/cnn", ids[7], last, G_N_ELEMENTS (last));
  assert_blame (archive, "Quay/cnn", ids[5], sixth, G_N_ELEMENTS (sixth));
  fixture_clean (path);
}

static char *
snapshot (VrArchive *archive, const char *text, guint day)
{
  return fixture_snapshot (archive, "Quay", "bbc", text, FIXTURE_SPRING + day * FIXTURE_DAY);
}

/* Of two equal sentences where there was one, one is new: the one in a paragraph that came. */
static void
test_repeated (void)
{
  static const Wanted wanted[] = {
    { "Ships wait outside the harbour.", 1, 1, 1 },
    { "He said so.", 1, 1, 1 },
    { "A spokesman spoke to reporters at noon.", 2, 2, 2 },
    { "He said so.", 1, 2, 1 },
  };
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first G_GNUC_UNUSED =
      snapshot (archive, "Ships wait outside the harbour. He said so.\n", 0);
  g_autofree char *second = snapshot (archive,
                                      "Ships wait outside the harbour. He said so.\n"
                                      "A spokesman spoke to reporters at noon. He said so.\n",
                                      1);

  assert_blame (archive, "Quay/bbc", second, wanted, G_N_ELEMENTS (wanted));
  fixture_clean (path);
}

/* Words that stood inside another sentence were there already. */
static void
test_inside_a_sentence (void)
{
  static const Wanted wanted[] = { { "Ships wait outside.", 1, 2, 1 } };
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first G_GNUC_UNUSED =
      snapshot (archive, "“The quay is shut: Ships wait outside.”\n", 0);
  g_autofree char *second = snapshot (archive, "Ships wait outside.\n", 1);

  assert_blame (archive, "Quay/bbc", second, wanted, G_N_ELEMENTS (wanted));
  fixture_clean (path);
}

/* A text that was emptied and is restored. */
static void
test_emptied (void)
{
  static const Wanted wanted[] = { { "Ships wait outside.", 1, 3, 1 } };
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autofree char *first G_GNUC_UNUSED = snapshot (archive, "Ships wait outside.\n", 0);
  g_autofree char *second = snapshot (archive, "", 1);
  g_autofree char *third = snapshot (archive, "Ships wait outside.\n", 2);

  assert_blame (archive, "Quay/bbc", second, NULL, 0);
  assert_blame (archive, "Quay/bbc", third, wanted, G_N_ELEMENTS (wanted));
  fixture_clean (path);
}

static void
note_fraction (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static void
test_stopped (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_auto (GStrv) ids = fixture_life (archive);
  g_autofree char *other = snapshot (archive, "Ships wait outside.\n", 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (VrHistoryBlame) whole = NULL;
  g_autoptr (VrHistoryBlame) stopped = NULL;
  g_autoptr (VrHistoryBlame) elsewhere = NULL;
  g_autoptr (GError) error = NULL;
  double fraction = 0;
  VrProgress progress = { note_fraction, &fraction };

  whole = vr_history_blame_new (archive, "Quay/cnn", ids[7], &progress, cancellable, NULL);
  g_assert_nonnull (whole);
  g_assert_cmpfloat (fraction, ==, 1);
  g_cancellable_cancel (cancellable);
  stopped = vr_history_blame_new (archive, "Quay/cnn", ids[7], NULL, cancellable, &error);
  g_assert_null (stopped);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  elsewhere = vr_history_blame_new (archive, "Quay/cnn", other, NULL, NULL, &error);
  g_assert_null (elsewhere);
  g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
  fixture_clean (path);
}

/* The first version with each sentence's words, in a long random life, by looking into each. */
static void
test_random_life (void)
{
  g_autofree char *path = fixture_dup_path ();
  g_autoptr (VrArchive) archive = fixture_create (path);
  g_autoptr (GPtrArray) texts = fixture_random_life (archive, "Quay", "abc", 60);
  g_autofree char *id = vr_version_resolve (archive, "Quay/abc", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrHistoryBlame) blame =
      vr_history_blame_new (archive, "Quay/abc", id, NULL, NULL, &error);
  const VrBlamedSentence *sentences;
  guint n;

  g_assert_no_error (error);
  sentences = vr_history_blame_peek_sentences (blame, &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      VrSlice text = vr_article_get_paragraph_text (vr_history_blame_get_article (blame),
                                                    sentences[i].paragraph);
      const VrSpan *span = &sentences[i].span;
      g_autofree char *sentence = g_strndup (text.text + span->from, span->to - span->from);
      guint brought = 1;
      guint changed = texts->len;

      while (strstr (g_ptr_array_index (texts, brought - 1), sentence) == NULL)
        brought++;
      while (changed > 1 && strstr (g_ptr_array_index (texts, changed - 2), sentence) != NULL)
        changed--;
      g_assert_cmpuint (sentences[i].brought, ==, brought);
      g_assert_cmpuint (sentences[i].changed, ==, changed);
      g_assert_cmpuint (sentences[i].origin, <=, brought);
    }
  fixture_clean (path);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blame/a-life-in-eight-versions", test_life);
  g_test_add_func ("/blame/a-sentence-said-again", test_repeated);
  g_test_add_func ("/blame/words-from-inside-a-sentence", test_inside_a_sentence);
  g_test_add_func ("/blame/emptied-and-restored", test_emptied);
  g_test_add_func ("/blame/stopped-or-asked-for-what-is-not-there", test_stopped);
  g_test_add_func ("/blame/as-looking-into-each-version", test_random_life);

  return g_test_run ();
}
