/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of vr-tokens: which words a reader sees, and which of them compare equal. */
#include "vr-tokens.h"

#include <string.h>

/* The tokens of @text, each followed by '|'. */
static char *
show (const char *text, guint quiet, VrTokenUnit unit, const char *language)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  VrSlice slice = { text, strlen (text) };
  g_autoptr (VrTokens) tokens = vr_tokens_new (&slice, 1, quiet, unit, language, interner);
  GString *shown = g_string_new (NULL);
  for (guint32 i = 0; i < vr_tokens_get_n (tokens); i++)
    {
      guint32 from = vr_tokens_peek_starts (tokens)[i];
      guint32 to = vr_tokens_get_end (tokens, slice, 0, i);
      g_string_append_len (shown, text + from, to - from);
      g_string_append_c (shown, '|');
    }
  return g_string_free (shown, FALSE);
}

static const struct
{
  const char *language;
  const char *text;
  const char *tokens;
} words[] = {
  { "en", "", "" },
  { "en", "  \t ", "" },
  { "en", "One word.", "One|word|.|" },
  { "en", "$5.0m", "$5.0m|" },
  { "en", "1,200 people", "1,200|people|" },
  { "en", "U.S.-Russian talks", "U.S.-Russian|talks|" },
  { "en", "an e-mail, please", "an|e-mail|,|please|" },
  { "en", "I don't; you don\u2019t.", "I|don't|;|you|don\u2019t|.|" },
  { "en", "in the U.S. now", "in|the|U.S.|now|" },
  { "en", "at 3 p.m. (e.g. now)", "at|3|p.m.|(|e.g.|now|)|" },
  { "en", "a Ph.D. student", "a|Ph.D.|student|" },
  { "en", "the U.S.\u2019s role", "the|U.S.\u2019s|role|" },
  { "en", "Gen. Smith said", "Gen|.|Smith|said|" },
  { "en", "\u20AC5bn or US$5, -5, \u22125 and \u20135",
    "\u20AC5bn|or|US$5|,|-5|,|\u22125|and|\u20135|" },
  { "en", "a word - another -- and\u2014so on", "a|word|-|another|--|and|\u2014|so|on|" },
  { "en", "1914-1918, 1914\u20131918, 1914--1918", "1914-1918|,|1914\u20131918|,|1914--1918|" },
  { "en", "wait... or wait\u2026 or wait....", "wait|...|or|wait|\u2026|or|wait|...|.|" },
  { "en", "see https://example.org/a?b=c.", "see|https://example.org/a?b=c|.|" },
  { "en", "mail me@x.org or @bob #tag", "mail|me@x.org|or|@bob|#tag|" },
  { "en", "10:30 on 9/11 at AT&T", "10:30|on|9/11|at|AT&T|" },
  { "en", "the 1980's, the '90s", "the|1980's|,|the|'|90s|" },
  { "en", "($5\u201310) .5 $.50", "(|$5\u201310|)|.5|$.50|" },
};

static void
test_words_are_a_readers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *shown =
          show (words[i].text, VR_QUIET_DEFAULT, VR_UNIT_WORD, words[i].language);
      g_assert_cmpstr (shown, ==, words[i].tokens);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokens/words are a reader's", test_words_are_a_readers);
  return g_test_run ();
}
