/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of vr-sentences: where a reader sees a sentence end. */
#include "vr-sentences-private.h"

#include "shared-data.h"

#include <locale.h>
#include <string.h>

typedef void Cut (VrSentences *sentences, VrSlice text, GArray *ends);

/* @text with '|' at each cut. */
static char *
show (const char *text, const char *language, Cut *cut)
{
  g_autoptr (VrSentences) sentences = vr_sentences_new (language);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  cut (sentences, (VrSlice){ text, strlen (text) }, ends);
  GString *shown = g_string_new (NULL);
  guint32 from = 0;
  for (guint i = 0; i < ends->len; i++)
    {
      guint32 to = g_array_index (ends, guint32, i);
      g_string_append_len (shown, text + from, to - from);
      g_string_append_c (shown, '|');
      from = to;
    }
  g_assert_cmpstr (text + from, ==, "");
  return g_string_free (shown, FALSE);
}

/* The sentences of a paragraph, with '|' where one ends. */
static const struct
{
  const char *language;
  const char *cut;
} cases[] = {
  { "en", "" },
  { "en", "One. |Two? |Three! |Four|" },
  { "en", "The U.S. Secretary of State came. |He left.|" },
  { "en", "He works in the U.S. |He said so.|" },
  { "en", "Gen. Smith met Dr. Brown, Sen. Lee and Gov. May.|" },
  { "en", "Mr. and Mrs. Smith left at 3 p.m. Monday. |It rained.|" },
  { "en", "It closed at 5 p.m. |The staff went home.|" },
  { "en", "He studied at M.I.T. |They met there.|" },
  { "en", "George W. Bush and J. R. R. Tolkien met J.K. Rowling.|" },
  { "en", "\"Really?\" he asked. |\"No!\" she said.|" },
  { "en", "\u201CReally?\u201D he asked. |\u201CYes.\u201D |She went.|" },
  { "en", "\u201CIt was okay John, don't worry,\u201D Lavrov assured him.|" },
  { "en", "He said: \"Go.\" |Then he left.|" },
  { "en", "Apple Inc. said so. |Apple Inc. |The rest is known.|" },
  { "en", "Smith, Jones et al. showed it, e.g. In rats.|" },
  { "en", "It was No. 5 on the list. |No. |It was not.|" },
  { "en", "See p. 12 and vol. 3, fig. 4.|" },
  { "en", "On Jan. 5 and Sept. 11. |Then came more.|" },
  { "en", "He owns 3.5 acres. |Seven people live there.|" },
  { "en", "Wait... |Then he left. |Wait\u2026 |Then he left.|" },
  { "en", "Well\u2026 maybe not. |Well... maybe not.|" },
  { "en", "Visit www.example.com/?Id=5 or https://x.org/a.b?C=d now. |Thanks.|" },
  { "en", "What?! |Yes!! |No.|" },
  { "en", "Yahoo! said no. |Why? |iPhone users care.|" },
  { "en", "The first fact.[1] |The second.[2][13] |And so on.|" },
  { "en", "(This is one.) |(This is two.)|" },
  { "en", "He left (in the U.S.) and came back.|" },
  { "en", "1. The first point. |It holds.|" },
  { "en", "It happened in 1999. |The war was over.|" },
  { "en", "DR. SMITH AND GEN. JONES MET. |THEY LEFT.|" },
  { "en", "Maj.-Gen. Jones and Lt. Col. Brown.|" },
  { "en", "St. Petersburg lies on the Neva. |Wall St. |The market fell.|" },
  { "en", "It cost approx. 5 dollars vs. 10. |All paid.|" },
  { "en", "The U.S. \u201CSurge\u201D began. |The U.S.-led force left.|" },
  { "en", "The end.\n|A new line. |More.|" },
  { "en", "No mark\u2029|New paragraph. |End|" },
  { "en", "\u201CFirst.\u201D |\u2018Second.\u2019 |Third.|" },
  { "en", "Do you?\u2014I do. |Yes.|" },
  { "en", "Add salt, 40 g. |Stir (well ... ) and wait. |It needs a credit card. |The end.|" },
  { "en", "Washington, D.C. |On Monday it snowed.|" },
  { "de", "Das ist z. B. Berlin, d. h. die Stadt. |Er kam.|" },
  { "de", "Das ist z.B. Berlin, u.a. Bonn usw. |Er kam.|" },
  { "de", "Am 16. April und im 19. Jahrhundert. |Danach nicht.|" },
  { "de", "Er kam auf Platz 3. |Dann ging er.|" },
  { "de", "Elisabeth II. und Ludwig XIV. Frankreichs.|" },
  { "de", "Im Jahr 2020. |Deutschland hat gewonnen.|" },
  { "de", "Dr. M\u00FCller und Prof. Schmidt, Nr. 5, S. 12, Abs. 3.|" },
  { "de",
    "\u201EWirklich?\u201C, fragte er. |\u201EJa!\u201C rief sie. |\u201EGut.\u201C |Ende.|" },
  { "de", "\u00BBWirklich?\u00AB fragte er. |Sie nickte.|" },
  { "fr", "M. Dupont et MM. Durand parlent. |Il est tard.|" },
  { "fr", "\u00AB\u00A0Vraiment\u00A0?\u00A0\u00BB demande-t-il. |\u00AB\u00A0Oui.\u00A0\u00BB |Il "
          "sort.|" },
  { "fr", "N\u00E9 en 50 av. J.-C. |\u00C0 Rome.|" },
  { "es", "\u00BFQu\u00E9? |\u00A1No! |El Sr. P\u00E9rez vive en EE. UU. |La Dra. Ruiz no.|" },
  { "it", "Il Sig. Rossi e la Prof. Bianchi. |\u00C8 tardi.|" },
  { "pt", "O Sr. Silva e a Dra. Costa. |\u00C9 tarde.|" },
  { "nl", "Dhr. Jansen woont o.a. In Delft, bijv. Utrecht. |Hij komt.|" },
  { "ru",
    "\u0412 1999 \u0433. \u041C\u043E\u0441\u043A\u0432\u0430 \u0440\u043E\u0441\u043B\u0430. |"
    "\u041E\u043D \u0443\u0448\u0451\u043B.|" },
  { "ru", "\u0410. \u0421. \u041F\u0443\u0448\u043A\u0438\u043D \u0438 \u0434\u0440. |"
          "\u041E\u043D \u0437\u0434\u0435\u0441\u044C.|" },
  { "pl", "Dr. Nowak, np. Kraków, ul. Długa. |To tyle.|" },
  { "sv", "Det finns t.ex. Malm\u00F6, bl.a. Lund. |Han kom.|" },
  { "zh", "\u4ED6\u6765\u4E86\u3002|\u4F60\u5462\uFF1F|\u597D\uFF01\u201D|\u4ED6\u8BF4\u3002|" },
  { "ja", "\u6771\u4EAC\u3067\u3059\u3002|\u300C\u306F\u3044\u3002\u300D|"
          "\u305D\u3046\u3067\u3059\u3002|" },
  { "th", "\u0E09\u0E31\u0E19\u0E23\u0E31\u0E01\u0E20\u0E32\u0E29\u0E32\u0E44\u0E17\u0E22|" },
  { "ar", "\u0647\u0644 \u062C\u0627\u0621\u061F |\u0646\u0639\u0645.|" },
  { "hi", "\u0935\u0939 \u0906\u092F\u093E\u0964 |\u092B\u093F\u0930 \u0917\u092F\u093E\u0964|" },
  { "el", "\u03A4\u03B9 \u03BB\u03B5\u03C2; |\u038C\u03C7\u03B9.|" },
  { "und", "It ended. |Dr. |Who? |Well.|" },
};

static char *
without_bars (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "|", -1);
  return g_strjoinv ("", parts);
}

static void
test_sentences_end_where_a_reader_sees_it (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = without_bars (cases[i].cut);
      g_autofree char *cut = show (text, cases[i].language, vr_sentences_cut);
      if (g_strcmp0 (cut, cases[i].cut) != 0)
        {
          g_test_message ("%s: %s\n  not %s", cases[i].language, cut, cases[i].cut);
          g_test_fail ();
        }
    }
}

static void
test_no_sentence_of_the_seeds_ends_in_an_abbreviation (void)
{
  static const char *names[] = { "000_2ff660b60fe53b3e.txt", "001_a1138dd64e220865.txt",
                                 "002_e0ac9c17155ba394.txt", "003_43cff2b3ea154ba1.txt",
                                 "004_acfd2d03c80d5158.txt" };
  static const char *abbreviations[] = { "U.S. |", " W. |", "Gen. |", "Jan. |", "Mr. |", "Sen. |" };
  g_autofree char *seeds = shared_path_or_skip ("seeds");
  for (gsize i = 0; seeds != NULL && i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (seeds, names[i], NULL);
      g_autofree char *text = NULL;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_autofree char *cut = show (text, "en", vr_sentences_cut);
      for (gsize k = 0; k < G_N_ELEMENTS (abbreviations); k++)
        g_assert_null (strstr (cut, abbreviations[k]));
    }
}

static void
test_monsters_end (void)
{
  static const char *parts[] = { ".",    "\u2026", "! A",    "?a ",     ". 1 ",         "\n",
                                 " ",    "A. ",    "\u0301", "[1].",    "? \u00BB ",    "www.x!A",
                                 "@a!A", "z. B. ", "1. ",    ".\u201D", "\u3002\u300C", "U.S. " };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (VrSentences) sentences = vr_sentences_new ("en");
      g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));
      while (text->len < 300000)
        g_string_append (text, parts[i]);
      vr_sentences_cut (sentences, (VrSlice){ text->str, text->len }, ends);
      g_assert_cmpuint (ends->len, >, 0);
      g_assert_cmpuint (g_array_index (ends, guint32, ends->len - 1), ==, text->len);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentences/end where a reader sees it",
                   test_sentences_end_where_a_reader_sees_it);
  g_test_add_func ("/sentences/no sentence of the seeds ends in an abbreviation",
                   test_no_sentence_of_the_seeds_ends_in_an_abbreviation);
  g_test_add_func ("/sentences/monsters end", test_monsters_end);
  return g_test_run ();
}
