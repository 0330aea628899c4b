/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs as a reader sees them: blank lines between, one a line, or hard-wrapped. */
#include "check-text.h"
#include "shared-data.h"

#include <string.h>

typedef struct
{
  const char *name;
  VrParagraphMode mode;
  VrParagraphMode mode_used;
  const char *text;
  const char *paragraphs[10];
} ParagraphCase;

static const ParagraphCase paragraph_cases[] = {
  { "an empty text has none", VR_PARAGRAPHS_AUTO, VR_PARAGRAPHS_LINE, "", { NULL } },
  { "a blank text has none",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_LINE,
    " \n\t\n\u00A0\u3000\n\f\v\n",
    { NULL } },
  { "one line is one paragraph",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_LINE,
    "One line",
    { "One line" } },
  { "blank lines separate",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_BLANK,
    "One.\n\nTwo.\n \t\nThree.\n",
    { "One.", "Two.", "Three." } },
  { "each line is one where lines differ in length",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_LINE,
    "A headline of the day\nBy a writer\nThe first paragraph is a good deal longer than the line "
    "above it, as paragraphs in articles are.\nThe second is short.\n",
    { "A headline of the day", "By a writer",
      "The first paragraph is a good deal longer than the line above it, as paragraphs in articles "
      "are.",
      "The second is short." } },
  { "white space around a line is not part of it",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_LINE,
    "  \u3000One. \t\r\n\u2003Two.\u00A0\n",
    { "One.", "Two." } },
  { "every line end ends a line",
    VR_PARAGRAPHS_LINE,
    VR_PARAGRAPHS_LINE,
    "lf\ncr\rcrlf\r\nnel\xC2\x85ls\u2028ps\u2029end",
    { "lf", "cr", "crlf", "nel", "ls", "ps", "end" } },
  { "form feed and vertical tab are white space",
    VR_PARAGRAPHS_LINE,
    VR_PARAGRAPHS_LINE,
    "\fone\vtwo\f\n",
    { "one\vtwo" } },
  { "control characters stay",
    VR_PARAGRAPHS_LINE,
    VR_PARAGRAPHS_LINE,
    "\001a\x1B[1m\n\x7F\n",
    { "\001a\x1B[1m", "\x7F" } },
  { "lines between blank ones are joined by option",
    VR_PARAGRAPHS_BLANK,
    VR_PARAGRAPHS_BLANK,
    "One\ntwo\r\n  three\n\nfour\n",
    { "One two three", "four" } },
  { "a paragraph separator ends one even so",
    VR_PARAGRAPHS_BLANK,
    VR_PARAGRAPHS_BLANK,
    "one\u2028two\u2029three\nfour",
    { "one two", "three four" } },
  { "lines of wrapped text are not joined against the option",
    VR_PARAGRAPHS_LINE,
    VR_PARAGRAPHS_LINE,
    "The road out of the village had been closed since the morning, and\nnobody knew why.\n",
    { "The road out of the village had been closed since the morning, and", "nobody knew why." } },
  { "a single wrapped paragraph of two lines",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "The road out of the village had been closed since the morning, and\nnobody knew why.\n",
    { "The road out of the village had been closed since the morning, and nobody knew why." } },
  { "wrapped text between blank lines, with a heading",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "THE ROAD\n\nThe road out of the village had been closed since the morning, and\n"
    "nobody who came down from the hills that day could say when it would\nopen; so the drivers "
    "sat in the shade and waited.\n\nToward evening a man with a lamp walked along the row of "
    "cars, "
    "looked\ninto each of them and shook his head.\n",
    { "THE ROAD",
      "The road out of the village had been closed since the morning, and nobody who came down "
      "from "
      "the hills that day could say when it would open; so the drivers sat in the shade and "
      "waited.",
      "Toward evening a man with a lamp walked along the row of cars, looked into each of them and "
      "shook his head." } },
  { "wrapped text with indented first lines",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "    The road out of the village had been closed since the morning, and\nnobody who came down "
    "from the hills that day could say when it would\nopen; so the drivers sat in the shade.\n"
    "    “Not today,” said one of them.\n    Toward evening a man with a lamp walked along the row "
    "of cars, looked\ninto each of them and shook his head.\n",
    { "The road out of the village had been closed since the morning, and nobody who came down "
      "from "
      "the hills that day could say when it would open; so the drivers sat in the shade.",
      "“Not today,” said one of them.",
      "Toward evening a man with a lamp walked along the row of cars, looked into each of them and "
      "shook his head." } },
  { "wrapped list items",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "The drivers had been told to bring the following things with them and\n"
    "to keep them at hand until the road was open:\n"
    "\n"
    "1. a lamp with enough oil for one night, because nobody could say how\n"
    "   long it would take;\n"
    "2. bread and water;\n"
    "- a blanket, or two blankets if there was a child in the car that was\n"
    "  not used to the cold.\n",
    { "The drivers had been told to bring the following things with them and to keep them at hand "
      "until the road was open:",
      "1. a lamp with enough oil for one night, because nobody could say how long it would take;",
      "2. bread and water;",
      "- a blanket, or two blankets if there was a child in the car that was not used to the "
      "cold." } },
  { "lines joined behind a dash of several hyphens keep the space before it",
    VR_PARAGRAPHS_BLANK,
    VR_PARAGRAPHS_BLANK,
    "The drivers --\nall of them -- waited--\nand waited ---\nuntil dawn -\nin vain.\n",
    { "The drivers -- all of them -- waited--and waited --- until dawn - in vain." } },
  { "a number at the start of a wrapped line is no list",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "The drivers read the notice that had been nailed to the tree on page\n12. It said that the "
    "road "
    "would be open again before the bell of the\nchurch had struck for the third time.\n",
    { "The drivers read the notice that had been nailed to the tree on page 12. It said that the "
      "road would be open again before the bell of the church had struck for the third time." } },
  { "a word that was broken at its hyphen is whole again",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "The drivers had seen this before: every winter the road was closed by a well-\n"
    "known rule, and the rule had been the same in both the pre- and the postwar\n"
    "years, said the pre- and postwar people, as long as anybody could look back.\n",
    { "The drivers had seen this before: every winter the road was closed by a well-known rule, "
      "and the rule had been the same in both the pre- and the postwar years, said the pre- and "
      "postwar people, as long as anybody could look back." } },
  { "a hyphen that stands for a word's end keeps its space",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "The drivers had seen this before: every winter the road was closed by\n"
    "a well-known rule, and the rule had been the same in both the pre-\n"
    "and the postwar years, said the pre- and postwar people, as long as\n"
    "anybody could look back.\n",
    { "The drivers had seen this before: every winter the road was closed by a well-known rule, "
      "and the rule had been the same in both the pre- and the postwar years, said the pre- and "
      "postwar people, as long as anybody could look back." } },
  { "wrapped Japanese is joined without spaces",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "公園の朝は静かで、鳥の声だけが聞こえていた。老人が犬を連れて池の\nまわりを歩き、ベンチに座って"
    "新聞を読みはじめた。やがて子どもたち\nが集まってきて、ボールで遊びはじめた。\n",
    { "公園の朝は静かで、鳥の声だけが聞こえていた。老人が犬を連れて池のまわりを歩き、ベンチに座って"
      "新聞を読みはじめた。やがて子どもたちが集まってきて、ボールで遊びはじめた。" } },
  { "wrapped Korean is joined with spaces",
    VR_PARAGRAPHS_WRAPPED,
    VR_PARAGRAPHS_WRAPPED,
    "어제 저녁에 우리는 창가에 앉아 오랫동안 눈이 내리는 것을\n보았다. 그 뒤에 이웃이 와서 "
    "아침까지 "
    "길이 막힌다고 말해\n주었다.\n",
    { "어제 저녁에 우리는 창가에 앉아 오랫동안 눈이 내리는 것을 보았다. 그 뒤에 이웃이 와서 "
      "아침까지 "
      "길이 막힌다고 말해 주었다." } },
  { "a rule under a heading stands alone",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "Notes on the closing of the road in winter, and on what was said of it\n"
    "======================================================================\n\n"
    "The road out of the village had been closed since the morning, and\nnobody who came down "
    "from the hills that day could say when it would\nopen; so the drivers sat in the shade.\n",
    { "Notes on the closing of the road in winter, and on what was said of it",
      "======================================================================",
      "The road out of the village had been closed since the morning, and nobody who came down "
      "from "
      "the hills that day could say when it would open; so the drivers sat in the shade." } },
  { "a wrapped block among long lines and a list is joined by itself",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "Home\nNews and weather\nSport\nMore than you ever wanted to know about the road\n\n"
    "A paragraph of the article that stands on one line of the file, as articles that were copied "
    "from a page in a browser do, however long it may be.\n\n"
    "The ministry regrets the closing of the road and asks all drivers\n"
    "for patience. It has sent men and machines from the valley, and it\n"
    "expects that the work will be done before the end of the week, if\n"
    "the weather holds and nothing else comes down from the slope.\n"
    "\nA paragraph of the article that stands on one line of the file, as articles that were "
    "copied from a page in a browser do, however long it may be.\nRead more\n",
    { "Home", "News and weather", "Sport", "More than you ever wanted to know about the road",
      "A paragraph of the article that stands on one line of the file, as articles that were "
      "copied from a page in a browser do, however long it may be.",
      "The ministry regrets the closing of the road and asks all drivers for patience. It has sent "
      "men and machines from the valley, and it expects that the work will be done before the end "
      "of the week, if the weather holds and nothing else comes down from the slope.",
      "A paragraph of the article that stands on one line of the file, as articles that were "
      "copied from a page in a browser do, however long it may be.",
      "Read more" } },
  { "verse keeps its lines",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_LINE,
    "The lamps go out along the harbour wall,\nThe boats come in with nothing in the hold,\n"
    "And over all the roofs the evening falls\nAs it has fallen since the town was old.\n",
    { "The lamps go out along the harbour wall,", "The boats come in with nothing in the hold,",
      "And over all the roofs the evening falls", "As it has fallen since the town was old." } },
  { "a list of names keeps its lines",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_LINE,
    "Anna Beispiel, Hamburg, teacher\nBert Muster, Bremen, bus driver\nCarla Probe, Kiel, "
    "student\nDora Versuch, Emden, farmer\n",
    { "Anna Beispiel, Hamburg, teacher", "Bert Muster, Bremen, bus driver",
      "Carla Probe, Kiel, student", "Dora Versuch, Emden, farmer" } },
  { "quoted lines of a mail are kept apart",
    VR_PARAGRAPHS_AUTO,
    VR_PARAGRAPHS_WRAPPED,
    "Thanks for the draft. I have read it twice on the train and I think that\nthe second half is "
    "better than the first.\n> I have moved the interview to the front.\n> Is that right?\n"
    "It is. A few small things have to be mended before the text can go out,\nbut none of them "
    "will "
    "take long.\n",
    { "Thanks for the draft. I have read it twice on the train and I think that the second half is "
      "better than the first.",
      "> I have moved the interview to the front.", "> Is that right?",
      "It is. A few small things have to be mended before the text can go out, but none of them "
      "will take long." } },
};

static VrText *
new_text (const char *bytes)
{
  g_autoptr (GBytes) source = g_bytes_new (bytes, strlen (bytes));
  VrText *text = vr_text_new_from_bytes (source, "UTF-8", "text", NULL);

  g_assert_nonnull (text);
  return text;
}

static void
test_paragraphs (gconstpointer data)
{
  const ParagraphCase *test = data;
  g_autoptr (VrText) text = new_text (test->text);
  g_autoptr (VrParagraphs) paragraphs = vr_paragraphs_new (text, test->mode);
  guint n = 0;

  check_paragraphs (text, paragraphs);
  g_assert_cmpint (vr_paragraphs_get_mode (paragraphs), ==, test->mode_used);
  for (; n < G_N_ELEMENTS (test->paragraphs) && test->paragraphs[n] != NULL; n++)
    {
      VrSlice paragraph;
      g_autofree char *got = NULL;

      g_assert_cmpuint (n, <, vr_paragraphs_get_n (paragraphs));
      paragraph = vr_paragraphs_get_text (paragraphs, n);
      got = g_strndup (paragraph.text, paragraph.n_bytes);
      g_assert_cmpstr (got, ==, test->paragraphs[n]);
    }
  g_assert_cmpuint (vr_paragraphs_get_n (paragraphs), ==, n);
}

static void
test_places (void)
{
  g_autoptr (VrText) text = new_text ("\n  One\n\n\ntwo\nthree\n");
  g_autoptr (VrParagraphs) paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_BLANK);
  g_autoptr (VrParagraphs) shared = vr_paragraphs_ref (paragraphs);
  VrParagraph first = vr_paragraphs_get (shared, 0), second = vr_paragraphs_get (shared, 1);

  g_assert_cmpuint (vr_paragraphs_get_n (paragraphs), ==, 2);
  g_assert_cmpuint (first.from, ==, 3);
  g_assert_cmpuint (first.to, ==, 6);
  g_assert_cmpuint (first.first_line, ==, 2);
  g_assert_cmpuint (first.last_line, ==, 2);
  g_assert_cmpuint (second.from, ==, 9);
  g_assert_cmpuint (second.to, ==, 18);
  g_assert_cmpuint (second.first_line, ==, 5);
  g_assert_cmpuint (second.last_line, ==, 6);
}

static void
test_one_huge_line (void)
{
  g_autofree char *line = g_strnfill (5 << 20, 'x');
  g_autoptr (VrText) text = new_text (line);

  for (VrParagraphMode mode = VR_PARAGRAPHS_AUTO; mode <= VR_PARAGRAPHS_WRAPPED; mode++)
    {
      g_autoptr (VrParagraphs) paragraphs = vr_paragraphs_new (text, mode);

      g_assert_cmpuint (vr_paragraphs_get_n (paragraphs), ==, 1);
      g_assert_cmpuint (vr_paragraphs_get_text (paragraphs, 0).n_bytes, ==, 5 << 20);
    }
}

static void
test_many_marks (void)
{
  GString *line = g_string_new ("e");
  g_autoptr (VrText) text = NULL;
  g_autoptr (VrParagraphs) paragraphs = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (line, "\u0301");
  g_string_append (line, "\nand on\n");
  text = new_text (line->str);
  g_string_free (line, TRUE);
  paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
  check_paragraphs (text, paragraphs);
}

/* The figures count by hand: each line that is not blank is a paragraph in all five seeds. */
static void
test_seeds (void)
{
  static const struct
  {
    const char *name;
    guint n_paragraphs;
  } seeds[] = {
    { "seeds/000_2ff660b60fe53b3e.txt", 21 }, { "seeds/001_a1138dd64e220865.txt", 63 },
    { "seeds/002_e0ac9c17155ba394.txt", 19 }, { "seeds/003_43cff2b3ea154ba1.txt", 68 },
    { "seeds/004_acfd2d03c80d5158.txt", 46 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *path = shared_path_or_skip (seeds[i].name);
      g_autoptr (VrText) text = NULL;
      g_autoptr (VrParagraphs) paragraphs = NULL;

      if (path == NULL)
        return;
      text = vr_text_new_from_file (path, NULL, NULL);
      g_assert_nonnull (text);
      paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
      check_paragraphs (text, paragraphs);
      g_assert_cmpuint (vr_paragraphs_get_n (paragraphs), ==, seeds[i].n_paragraphs);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (paragraph_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/paragraphs/%s", paragraph_cases[i].name);

      g_test_add_data_func (path, &paragraph_cases[i], test_paragraphs);
    }
  g_test_add_func ("/paragraphs/places count bytes and lines of the file", test_places);
  g_test_add_func ("/paragraphs/one huge line is one paragraph", test_one_huge_line);
  g_test_add_func ("/paragraphs/100,000 marks on a letter end", test_many_marks);
  g_test_add_func ("/paragraphs/seeds have a paragraph a line", test_seeds);
  return g_test_run ();
}
