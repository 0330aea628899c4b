/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many rows of words looked for at once: the same are found as by looking for each. */
#include "vr-word-search.h"

#include <string.h>
#include <time.h>

#define MAX_WORDS 200
#define MANY_ROWS 100000
#define MAX_ROWS 30
#define MAX_ROW_WORDS 7

typedef struct
{
  guint n;
  guint32 words[MAX_WORDS];
} Words;

static void
roll (Words *words, guint max, guint n_kinds)
{
  words->n = (guint)g_test_rand_int_range (1, (int)max + 1);
  for (guint i = 0; i < words->n; i++)
    words->words[i] = (guint32)g_test_rand_int_range (0, (int)n_kinds);
}

static guint
count (const Words *text, const Words *row)
{
  guint n = 0;

  for (guint i = 0; i + row->n <= text->n; i++)
    n += memcmp (text->words + i, row->words, row->n * sizeof *row->words) == 0;

  return n;
}

static void
note_row (guint row, gpointer data)
{
  ((guint *)data)[row]++;
}

/* Few kinds of words, so that rows begin alike, stand in each other, and overlap themselves. */
static void
test_random (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (VrWordSearch) search = vr_word_search_new ();
      guint n_kinds = (guint)g_test_rand_int_range (1, 5);
      guint n_rows = (guint)g_test_rand_int_range (1, MAX_ROWS + 1);
      guint numbers[MAX_ROWS], found[MAX_ROWS] = { 0 };
      Words rows[MAX_ROWS], text;

      for (guint k = 0; k < n_rows; k++)
        {
          roll (&rows[k], MAX_ROW_WORDS, n_kinds);
          numbers[k] = vr_word_search_add (search, rows[k].words, rows[k].n);
        }
      vr_word_search_prepare (search);
      roll (&text, MAX_WORDS, n_kinds);
      vr_word_search_run (search, text.words, text.n, note_row, found);
      for (guint k = 0; k < n_rows; k++)
        g_assert_cmpuint (found[numbers[k]], ==, count (&text, &rows[k]));
    }
}

/* As many rows as a long text has sentences, which all go on with the same word. */
static void
test_many_rows (void)
{
  g_autoptr (VrWordSearch) search = vr_word_search_new ();
  clock_t began = clock ();
  guint found[2] = { 0 };

  for (guint32 i = 0; i < MANY_ROWS; i++)
    {
      guint32 words[] = { i + 1, 0, i % 2 };

      vr_word_search_add (search, words, i < 2 ? 3 : 2);
    }
  vr_word_search_prepare (search);
  for (guint32 i = 0; i < 2; i++)
    {
      guint32 words[] = { i + 1, 0, i };

      vr_word_search_run (search, words, 3, note_row, found);
    }
  g_assert_cmpuint (found[0], ==, 1);
  g_assert_cmpuint (found[1], ==, 1);
  g_assert_cmpfloat ((double)(clock () - began) / CLOCKS_PER_SEC, <, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-search/as-one-by-one", test_random);
  g_test_add_func ("/word-search/rows-with-a-common-word", test_many_rows);

  return g_test_run ();
}
