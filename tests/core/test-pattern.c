/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked for is found however it is set, and nothing that a reader would call another. */
#include "check-pattern.h"

typedef struct
{
  const char *query;
  const char *text;
  guint from; /* of the first match, in bytes */
  guint to;   /* 0: not found */
} Case;

static void
check_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VrPattern) pattern = vr_pattern_new (cases[i].query);
      VrSlice text = { cases[i].text, strlen (cases[i].text) };
      VrSpan match = { 0, 0 };
      gboolean found;

      g_test_message ("“%s” in “%s”", cases[i].query, cases[i].text);
      g_assert_nonnull (pattern);
      found = vr_pattern_find (pattern, text, 0, &match);
      g_assert_cmpint (found, ==, cases[i].to > 0);
      g_assert_cmpuint (match.from, ==, cases[i].from);
      g_assert_cmpuint (match.to, ==, cases[i].to);
    }
}

static void
test_case (void)
{
  static const Case cases[] = {
    { "quay", "The Quay, the QUAY", 4, 8 },
    { "QUAY", "the quay", 4, 8 },
    { "strasse", "Die Stra\303\237e", 4, 11 },
    { "STRA\341\272\236E", "Strasse", 0, 7 },
    { "\316\243\316\221\316\243", "\317\203\316\261\317\202", 0, 6 },
    { "\320\234\320\270\321\200", "\320\274\320\230\320\240", 0, 6 },
    { "k", "\342\204\252", 0, 3 },
    { "quays", "the quay", 0, 0 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_typography (void)
{
  static const Case cases[] = {
    { "don't", "I don\342\200\231t", 2, 9 },
    { "don\342\200\231t", "I don't", 2, 7 },
    { "\"yes\"", "\342\200\234Yes\342\200\235", 0, 9 },
    { "\302\253yes\302\273", "\"yes\"", 0, 5 },
    { "1-2", "1\342\200\2232", 0, 5 },
    { "so - no", "so -- no", 0, 8 },
    { "so -- no", "so \342\200\224 no", 0, 9 },
    { "-5", "\342\210\2225", 0, 4 },
    { "well...", "well\342\200\246", 0, 7 },
    { ".", "\342\200\246", 0, 0 },
    { "finance", "\357\254\201nance", 0, 8 },
    { "f", "\357\254\201", 0, 0 },
    { "harbour", "har\302\255bour", 0, 9 },
    { "har\302\255bour", "harbour", 0, 7 },
    { "ab", "a\342\200\213b", 0, 5 },
    { "---", "a row ------", 6, 7 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_space (void)
{
  static const Case cases[] = {
    { "the quay", "the\302\240quay", 0, 9 }, { "the quay", "the\n  quay", 0, 10 },
    { "the quay", "the\r\nquay", 0, 9 },     { "the quay", "the\342\200\251quay", 0, 10 },
    { "the  quay", "the quay", 0, 8 },       { "the quay", "thequay", 0, 0 },
    { " ", "a \302\255 b", 1, 5 },           { "\t", "ab", 0, 0 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_characters (void)
{
  static const Case cases[] = {
    { "e", "\303\251", 0, 0 },
    { "e", "e\314\201", 0, 0 },
    { "cafe", "caf\303\251", 0, 0 },
    { "caf\303\251", "cafe\314\201", 0, 6 },
    { "cafe\314\201", "CAF\303\211", 0, 5 },
    { "a\314\243\314\202", "\341\272\255", 0, 3 },
    { "a\314\202\314\243", "\341\272\255", 0, 3 },
    { "\341\204\200\341\205\241", "\352\260\200", 0, 3 },
    { "\341\204\200", "\352\260\200", 0, 0 },
    { "\360\237\221\250", "\360\237\221\250\342\200\215\360\237\221\251", 0, 0 },
    { "\346\274\242\345\255\227", "\343\201\256\346\274\242\345\255\227", 3, 9 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nothing_to_look_for (void)
{
  g_assert_null (vr_pattern_new (""));
  g_assert_null (vr_pattern_new ("\302\255\342\200\213"));
}

static void
test_matches_follow_each_other (void)
{
  g_assert_cmpuint (check_pattern ("aa", "aaaaa"), ==, 2);
  g_assert_cmpuint (check_pattern ("aab", "aaab aab aaaab"), ==, 3);
  g_assert_cmpuint (check_pattern (" ", " a  b   c"), ==, 3);
  g_assert_cmpuint (check_pattern (".", "one. two\342\200\246 three..."), ==, 4);
}

static void
append_pieces (GString *text, guint n)
{
  static const char *const pieces[] = { "a",
                                        "b",
                                        "A",
                                        "\303\251",
                                        "e",
                                        "\314\201",
                                        "\314\243",
                                        "ss",
                                        "\303\237",
                                        " ",
                                        "  ",
                                        "\n",
                                        "\302\240",
                                        "\r\n",
                                        "-",
                                        "--",
                                        "----",
                                        "\342\200\224",
                                        "\302\255",
                                        "\342\200\213",
                                        ".",
                                        "...",
                                        "\342\200\246",
                                        "'",
                                        "\342\200\231",
                                        "\357\254\201",
                                        "i",
                                        "f",
                                        "\352\260\200",
                                        "\341\204\200",
                                        "\341\205\241",
                                        "\341\206\250",
                                        "\360\237\207\251",
                                        "\360\237\207\252",
                                        "\360\237\221\250",
                                        "\342\200\215",
                                        "\330\200",
                                        "\340\244\225",
                                        "\340\244\276",
                                        "\346\274\242",
                                        "\320\271",
                                        "\320\270\314\206",
                                        "\r" };

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
}

/* Long texts are read in blocks; a character may lie across their bounds. */
static void
test_letter_in_a_long_text (void)
{
  static const char *const pieces[] = {
    "e",        "E",        "\303\251", "e\314\201",        "\342\204\257", "a",           " ",
    "\320\265", "\320\225", "\321\221", "\320\265\314\210", "\320\276",     "\342\200\215"
  };

  for (guint shift = 0; shift < 8; shift++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < shift; i++)
        g_string_append_c (text, '.');
      while (text->len < 5000)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_assert_cmpuint (check_pattern ("e", text->str), >, 0);
      g_assert_cmpuint (check_pattern ("\320\265", text->str), >, 0);
      g_assert_cmpuint (check_pattern ("\303\251", text->str), >, 0);
    }
}

/* Few characters and many combinations: nearly every text has near matches. */
static void
test_as_a_naive_search (void)
{
  guint n_matches = 0;

  for (guint i = 0; i < 40000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) query = g_string_new (NULL);

      append_pieces (text, g_test_rand_int_range (0, 30));
      append_pieces (query, g_test_rand_int_range (1, 4));
      n_matches += check_pattern (query->str, text->str);
    }
  g_assert_cmpuint (n_matches, >, 1000);
}

static void
test_long_repeats (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) query = g_string_new (NULL);
      static const char *const letters[] = { "a", "a", "b", "A", "\303\241", "a\314\201" };
      guint n_letters = g_test_rand_int_range (2, G_N_ELEMENTS (letters) + 1);
      guint n = g_test_rand_int_range (1, 12);

      for (guint k = 0; k < 60; k++)
        g_string_append (text, letters[g_test_rand_int_range (0, n_letters)]);
      for (guint k = 0; k < n; k++)
        g_string_append (query, letters[g_test_rand_int_range (0, n_letters)]);
      check_pattern (query->str, text->str);
    }
}

/* Texts that make a search go back again and again; it ends soon, or the test's time runs out. */
static void
test_never_quadratic (void)
{
  static const struct
  {
    const char *piece;
    const char *last;
  } monsters[] = { { "a", "b" },
                   { " a", "b" },
                   { "\n", "b" },
                   { "-", "b" },
                   { "\314\201", "b" },
                   { "\302\255", "b" },
                   { "a\314\201", "b" },
                   { "\360\237\207\251", "b" },
                   { "\340\244\225\340\245\215", "b" } };

  for (guint i = 0; i < G_N_ELEMENTS (monsters); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) query = g_string_new (NULL);
      g_autoptr (VrPattern) pattern = NULL;
      VrSpan match;

      while (query->len < 20000)
        g_string_append (query, monsters[i].piece);
      g_string_append (query, monsters[i].last);
      while (text->len < 1000000)
        g_string_append (text, monsters[i].piece);
      pattern = vr_pattern_new (query->str);
      if (i != 2 && i != 5)
        g_assert_false (vr_pattern_find (pattern, (VrSlice){ text->str, text->len }, 0, &match));
      else
        vr_pattern_find (pattern, (VrSlice){ text->str, text->len }, 0, &match);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/letter-case-does-not-matter", test_case);
  g_test_add_func ("/pattern/quotes-dashes-and-ligatures-do-not-matter", test_typography);
  g_test_add_func ("/pattern/any-white-space-is-one-space", test_space);
  g_test_add_func ("/pattern/characters-are-found-whole", test_characters);
  g_test_add_func ("/pattern/nothing-to-look-for", test_nothing_to_look_for);
  g_test_add_func ("/pattern/matches-follow-each-other", test_matches_follow_each_other);
  g_test_add_func ("/pattern/a-letter-in-a-long-text", test_letter_in_a_long_text);
  g_test_add_func ("/pattern/finds-what-a-naive-search-finds", test_as_a_naive_search);
  g_test_add_func ("/pattern/long-repeats", test_long_repeats);
  g_test_add_func ("/pattern/never-quadratic", test_never_quadratic);
  return g_test_run ();
}
