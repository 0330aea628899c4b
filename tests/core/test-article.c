/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article knows its paragraphs, language and title. */
#include "vr-article.h"

#include <string.h>

static VrArticle *
new_article (const char *name, const char *bytes, const char *language)
{
  g_autoptr (GBytes) source = g_bytes_new (bytes, strlen (bytes));
  g_autoptr (VrText) text = vr_text_new_from_bytes (source, NULL, name, NULL);

  g_assert_nonnull (text);
  return vr_article_new (text, VR_PARAGRAPHS_AUTO, language);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *title;
} TitleCase;

static const TitleCase title_cases[] = {
  { "a page's menu is not its title",
    "Skip to main content\n\nNews\n\nCouncil closes the old harbour bridge\n\n• Ferries to run\n\n"
    "Nobody knew why it was closed at all.\n",
    "Council closes the old harbour bridge" },
  { "a short first paragraph is the title", "The road is closed\n\nNobody knew why.\n",
    "The road is closed" },
  { "a question may be one", "Who closed the road?\n\nNobody knew.\n", "Who closed the road?" },
  { "a sentence is none", "Nobody knew why.\n\nThe road is closed\n", "story.txt" },
  { "a quoted sentence is none", "“Nobody knew why.”\n\nThe road is closed\n", "story.txt" },
  { "a long paragraph is none",
    "The road out of the village had been closed since the morning and nobody who came down from "
    "the hills that day could say when it would open so the drivers sat in the shade and waited\n",
    "story.txt" },
  { "an abbreviation may end a title", "The road to Washington, D.C.\n\nIt is closed.\n",
    "The road to Washington, D.C." },
  { "a line without letters is none", "* * *\n\nThe road is closed.\n", "story.txt" },
  { "an empty file has its name", "", "story.txt" },
};

static void
test_title (gconstpointer data)
{
  const TitleCase *test = data;
  g_autoptr (VrArticle) article = new_article ("/some/where/story.txt", test->text, NULL);

  g_assert_cmpstr (vr_article_get_title (article), ==, test->title);
}

static void
test_text (void)
{
  g_autoptr (VrArticle) article = new_article ("story.txt", "One\n\nTwo.\n", NULL);
  g_autoptr (VrArticle) shared = vr_article_ref (article);

  g_assert_cmpuint (vr_article_get_n_paragraphs (shared), ==, 2);
  g_assert_cmpint (vr_article_get_paragraph_mode (shared), ==, VR_PARAGRAPHS_BLANK);
  g_assert_cmpstr (vr_text_get_name (vr_article_get_text (shared)), ==, "story.txt");
  g_assert_cmpuint (vr_article_get_paragraph (shared, 1).first_line, ==, 3);
}

static void
test_language (void)
{
  const char *german = "Die Straße aus dem Dorf war seit dem Morgen gesperrt, und niemand konnte "
                       "sagen, wann sie wieder frei sein würde.\n";
  g_autoptr (VrArticle) detected = new_article ("a", german, NULL);
  g_autoptr (VrArticle) forced = new_article ("a", german, "nl");
  g_autoptr (VrArticle) empty = new_article ("a", "", NULL);

  g_assert_cmpstr (vr_article_get_language (detected), ==, "de");
  g_assert_cmpstr (vr_article_get_language (forced), ==, "nl");
  g_assert_cmpstr (vr_article_get_language (empty), ==, "und");
}

static void
test_units (void)
{
  const char *const units[] = { "First unit.", "", "Third\nunit." };
  g_autoptr (VrArticle) article = vr_article_new_from_units (units, 3, NULL);

  g_assert_null (vr_article_get_text (article));
  g_assert_cmpuint (vr_article_get_n_paragraphs (article), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      VrParagraph unit = vr_article_get_paragraph (article, i);

      g_assert_cmpmem (unit.text, unit.n_bytes, units[i], strlen (units[i]));
      g_assert_cmpuint (unit.first_line, ==, i + 1);
      g_assert_cmpuint (unit.last_line, ==, i + 1);
    }
  g_assert_cmpstr (vr_article_get_title (article), ==, "");
}

static void
test_no_units (void)
{
  g_autoptr (VrArticle) article = vr_article_new_from_units (NULL, 0, "en");

  g_assert_cmpuint (vr_article_get_n_paragraphs (article), ==, 0);
  g_assert_cmpstr (vr_article_get_language (article), ==, "en");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (title_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article/title/%s", title_cases[i].name);

      g_test_add_data_func (path, &title_cases[i], test_title);
    }
  g_test_add_func ("/article/a text is cut into paragraphs", test_text);
  g_test_add_func ("/article/the reader's language wins", test_language);
  g_test_add_func ("/article/units stay as they are", test_units);
  g_test_add_func ("/article/no units are an article too", test_no_units);
  return g_test_run ();
}
