/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Citations by table: what is pasted into a mail. */
#include "vr-citation.h"

#include <locale.h>

static void
test_sentences (void)
{
  static const struct
  {
    const char *old_words;
    const char *new_words;
    const char *new_title;
    gboolean is_moved;
    const char *expected;
  } cases[] = {
    { "… struggled to maintain …", "… struggle to maintain …", "New title", FALSE,
      "“… struggled to maintain …” → “… struggle to maintain …” (Old title; New title; compared "
      "22 November 2026)" },
    { "went away", "came back", "New title", TRUE,
      "Moved: “went away” → “came back” (Old title; New title; compared 22 November 2026)" },
    { "stayed", "stayed", "New title", TRUE,
      "Moved: “stayed” (Old title; New title; compared 22 November 2026)" },
    { "stayed", "stayed", "New title", FALSE,
      "Unchanged: “stayed” (Old title; New title; compared 22 November 2026)" },
    { NULL, "Shares rose.", "New title", FALSE,
      "Added: “Shares rose.” (Old title; New title; compared 22 November 2026)" },
    { "Shares fell.", NULL, "New title", FALSE,
      "Removed: “Shares fell.” (Old title; New title; compared 22 November 2026)" },
    { "a", "b", "Old title", FALSE, "“a” → “b” (Old title; compared 22 November 2026)" },
    { " two\342\200\251 \tlines\n", "one\302\240line", "New title", FALSE,
      "“two lines” → “one line” (Old title; New title; compared 22 November 2026)" },
  };
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 11, 22, 8, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VrCitation citation = { .words = { cases[i].old_words, cases[i].new_words },
                              .titles = { "Old title", cases[i].new_title },
                              .is_moved = cases[i].is_moved };
      g_autofree char *sentence = vr_citation_format (&citation, date);

      g_assert_cmpstr (sentence, ==, cases[i].expected);
    }
}

static void
test_quotes (void)
{
  static const char *const cases[][2] = {
    { "He said: “Never.”", "He said: ‘Never.’" },
    { "\"Never,\" he said, \"not once.\"", "‘Never,’ he said, ‘not once.’" },
    { "Er sagte: „Nie.“ Dann ging er.", "Er sagte: ‘Nie.’ Dann ging er." },
    { "Il dit : « Jamais. »", "Il dit : ‘ Jamais. ’" },
    { "a screen of 27\" costs more", "a screen of 27\" costs more" },
    { "it’s the captain’s", "it’s the captain’s" },
    { "(“So.”)—“No”", "(‘So.’)—‘No’" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *nested = vr_citation_nest_quotes (cases[i][0]);

      g_assert_cmpstr (nested, ==, cases[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citation/is-a-sentence", test_sentences);
  g_test_add_func ("/citation/quotes-inside-give-way", test_quotes);

  return g_test_run ();
}
