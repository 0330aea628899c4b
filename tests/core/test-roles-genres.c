/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is no page's copy loses no paragraph, whatever its kind. */
#include "vr-roles.h"

#include <string.h>

static const char *const genres[][2] = {
  { "prose", "The old harbour bridge was closed to all traffic on Monday after divers found cracks "
             "in two of its pillars, the council said.\n"
             "\n"
             "About four thousand people cross the bridge every day, and most of them will have to "
             "take the ferry until the pillars are mended.\n"
             "\n"
             "“We looked at everything, and there was no other way,” said the engineer who led the "
             "work, adding that the steel was sound.\n"
             "\n"
             "The council hopes to open one lane again before the winter, but the money for it has "
             "not been found.\n" },
  { "a headline and prose", "Council closes the old harbour bridge\n"
                            "\n"
                            "The old harbour bridge was closed to all traffic on Monday after "
                            "divers found cracks in two of its pillars, the council said.\n"
                            "\n"
                            "About four thousand people cross the bridge every day, and most of "
                            "them will have to take the ferry until the pillars are mended.\n"
                            "\n"
                            "“We looked at everything, and there was no other way,” said the "
                            "engineer who led the work, adding that the steel was sound.\n"
                            "\n"
                            "The council hopes to open one lane again before the winter, but the "
                            "money for it has not been found.\n" },
  { "a poem", "The Ferry\n"
              "\n"
              "The river turns,\n"
              "the river turns,\n"
              "and nobody is home;\n"
              "the ferry burns\n"
              "its little lamp\n"
              "and goes alone, alone.\n"
              "\n"
              "The river turns,\n"
              "the river turns,\n"
              "the water has no name;\n"
              "who came at noon\n"
              "by rope and oar\n"
              "will never come the same.\n" },
  { "minutes", "Minutes of the harbour committee\n"
               "\n"
               "Present: Ada Hill, Ben Ross, Carla Dunn\n"
               "\n"
               "Apologies: none\n"
               "\n"
               "1. Minutes of the last meeting\n"
               "\n"
               "The minutes were read and agreed.\n"
               "\n"
               "2. Privacy policy\n"
               "\n"
               "Carla Dunn presented the new privacy policy. It was agreed that the clerk would "
               "send it to all members before the summer.\n"
               "\n"
               "3. Contact\n"
               "\n"
               "The clerk will answer letters.\n"
               "\n"
               "4. Any other business\n"
               "\n"
               "None.\n"
               "\n"
               "Next meeting: 4 April 2019, 7:30 pm\n" },
  { "a diary", "Monday\n"
               "\n"
               "Rain. The ferry did not run, and I read all day by the window of the kitchen.\n"
               "\n"
               "Tuesday\n"
               "\n"
               "More rain. Went to the bridge with Ada; nobody there.\n"
               "\n"
               "Wednesday\n"
               "\n"
               "Sun at last! We walked to the lighthouse and back.\n" },
  { "a list", "Apples\n"
              "Pears\n"
              "Flour\n"
              "Two lemons\n"
              "Butter\n"
              "Sugar\n"
              "Newspaper\n"
              "Batteries\n"
              "Stamps\n"
              "A present for Ada\n" },
  { "an interview", "Ada Hill on bridges\n"
                    "\n"
                    "Why did you become an engineer?\n"
                    "\n"
                    "Because I wanted to know why things do not fall down. My mother took me to "
                    "the harbour every Sunday, and I asked her what held the bridge up.\n"
                    "\n"
                    "And what did she say?\n"
                    "\n"
                    "She said it was the tide.\n"
                    "\n"
                    "Do you read the comments?\n"
                    "\n"
                    "Never. I answer letters.\n"
                    "\n"
                    "What comes next?\n"
                    "\n"
                    "A holiday, and then another bridge in the north, which is older still and has "
                    "never been measured.\n" },
  { "a recipe", "Apple cake\n"
                "\n"
                "Serves 8\n"
                "\n"
                "Ingredients\n"
                "\n"
                "• 200 g flour\n"
                "• 100 g butter\n"
                "• 3 apples\n"
                "• 2 eggs\n"
                "\n"
                "Method\n"
                "\n"
                "Heat the oven to 180 degrees. Mix the flour and the butter with your fingers "
                "until it looks like crumbs.\n"
                "\n"
                "Add the eggs, then fold in the apples.\n"
                "\n"
                "Bake for forty minutes. Print this and pin it on the wall.\n" },
  { "a transcript", "MAYOR: The meeting is open. I ask the clerk to read the list.\n"
                    "\n"
                    "CLERK: There are three items.\n"
                    "\n"
                    "HILL: May I speak to the first?\n"
                    "\n"
                    "MAYOR: Please.\n"
                    "\n"
                    "HILL: Thank you. The bridge has been closed for a week, and nobody has told "
                    "the people on the island when it will open.\n"
                    "\n"
                    "ROSS: Hear, hear.\n"
                    "\n"
                    "MAYOR: Order.\n" },
  { "a play", "ACT I\n"
              "\n"
              "Scene 1. A harbour.\n"
              "\n"
              "ADA. Who closed the bridge?\n"
              "\n"
              "BEN. Nobody knows.\n"
              "\n"
              "ADA. Then who will open it?\n"
              "\n"
              "(They go.)\n" },
  { "a letter", "4 March 2019\n"
                "\n"
                "Dear Carla,\n"
                "\n"
                "Thank you for your letter. The bridge is closed, as you will have read, and I "
                "take the ferry now, which is slow but has a good view of the lighthouse.\n"
                "\n"
                "Please share this with Ben.\n"
                "\n"
                "Yours,\n"
                "Ada\n" },
  { "a song with a chorus said twice", "Take me over, take me over\n"
                                       "Take me over, take me over\n"
                                       "The river is wide tonight\n"
                                       "\n"
                                       "Take me over, take me over\n"
                                       "Take me over, take me over\n"
                                       "The ferry has a light\n" },
  { "a contract", "Terms of use of the ferry\n"
                  "\n"
                  "1. The ferry carries people and bicycles. It does not carry cars, and its "
                  "master may refuse whoever endangers others.\n"
                  "\n"
                  "2. Tickets are sold on board and are valid on the day on which they were sold.\n"
                  "\n"
                  "3. All rights of the company remain reserved.\n" },
  { "a glossary", "bow – the front of a boat\n"
                  "stern – its back\n"
                  "port – left\n"
                  "starboard – right\n"
                  "keel – what runs along the bottom\n"
                  "home – the harbour that a boat belongs to\n" },
  { "a chapter", "CHAPTER ONE\n"
                 "\n"
                 "It was the year the bridge was closed, and nobody in the town had ever known "
                 "such a winter before.\n"
                 "\n"
                 "“Read more,” said my aunt, who did not look up, “and talk less.”\n"
                 "\n"
                 "I read more. I read everything that there was in the house, and then I read it "
                 "again, from the end to the beginning.\n" },
  { "German prose", "Die alte Hafenbrücke ist seit Montag für den gesamten Verkehr gesperrt, weil "
                    "Taucher Risse in zwei Pfeilern gefunden haben.\n"
                    "\n"
                    "Rund viertausend Menschen überqueren die Brücke jeden Tag, und die meisten "
                    "müssen nun die Fähre nehmen, bis alles repariert ist.\n"
                    "\n"
                    "„Wir haben alles geprüft, und es gab keinen anderen Weg“, sagte die "
                    "Ingenieurin, die die Arbeiten leitet, am Abend vor dem Rat.\n"
                    "\n"
                    "Der Rat hofft, noch vor dem Winter eine Spur wieder freizugeben, doch das "
                    "Geld dafür ist bisher nicht gefunden.\n" },
  { "French prose", "Le vieux pont du port est fermé à toute circulation depuis lundi, car des "
                    "plongeurs ont trouvé des fissures dans deux piliers.\n"
                    "\n"
                    "Environ quatre mille personnes traversent le pont chaque jour, et la plupart "
                    "devront prendre le bac en attendant la fin des travaux.\n"
                    "\n"
                    "« Nous avons tout examiné et il n’y avait pas d’autre solution », a dit "
                    "l’ingénieure qui dirige les travaux devant le conseil.\n"
                    "\n"
                    "Le conseil espère rouvrir une voie avant l’hiver, mais l’argent nécessaire "
                    "n’a pas encore été trouvé.\n" },
  { "Russian prose", "Старый мост в гавани с понедельника закрыт для всякого движения, потому что "
                     "водолазы нашли трещины в двух его опорах.\n"
                     "\n"
                     "Около четырёх тысяч человек переходят мост каждый день, и большинству из них "
                     "придётся ездить на пароме до конца ремонта.\n"
                     "\n"
                     "«Мы осмотрели всё, и другого пути не было», — сказала вечером на совете "
                     "инженер, которая руководит работами на мосту.\n"
                     "\n"
                     "Совет надеется открыть одну полосу до зимы, но деньги на это пока не "
                     "найдены, как сообщили в городе.\n" },
  { "Japanese prose",
    "港の古い橋は、二本の橋脚にひびが見つかったため、月曜日からすべての交通が止められていると市議会"
    "が発表した。\n"
    "\n"
    "橋を渡る人は一日におよそ四千人にのぼり、修理が終わるまで多くの人が渡し船に乗らなければならない"
    "。\n"
    "\n"
    "「すべてを調べたが、ほかに方法はなかった」と、工事を率いる技師は夜の議会で述べ、鋼材には問題が"
    "ないと付け加えた。\n"
    "\n"
    "議会は冬の前に一車線を開けたいとしているが、そのための費用はまだ見つかっていない。\n" },
  { "a manual page of a program",
    "NAME\n"
    "\n"
    "ferry - carries people over\n"
    "\n"
    "SYNOPSIS\n"
    "\n"
    "ferry [--slow] HARBOUR\n"
    "\n"
    "OPTIONS\n"
    "\n"
    "--slow  goes slowly and looks at the lighthouse on the way, which takes ten minutes longer\n"
    "\n"
    "SEE ALSO\n"
    "\n"
    "bridge(1)\n" },
};

static VrParagraphs *
cut (const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "text", NULL);

  return vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
}

static void
check_whole (const char *name, const char *content)
{
  g_autoptr (VrParagraphs) paragraphs = cut (content);
  guint n = vr_paragraphs_get_n (paragraphs);
  g_autofree guint8 *roles = g_new (guint8, n + 1);

  vr_roles_judge (paragraphs, NULL, roles, NULL);
  for (guint i = 0; i < n; i++)
    if (vr_role_is_furniture (roles[i]))
      {
        VrSlice text = vr_paragraphs_get_text (paragraphs, i);

        g_test_message ("%s loses: %.*s", name, (int)text.n_bytes, text.text);
        g_test_fail ();
      }
}

static void
test_genres (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (genres); i++)
    check_whole (genres[i][0], genres[i][1]);
}

/* As one line after the other, without blank lines. */
static void
test_genres_dense (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (genres); i++)
    {
      g_auto (GStrv) parts = g_strsplit (genres[i][1], "\n\n", -1);
      g_autofree char *dense = g_strjoinv ("\n", parts);

      check_whole (genres[i][0], dense);
    }
}

/* A book has a word of a page here and there; it is left alone, and quickly. */
static void
test_book (void)
{
  g_autoptr (GString) book = g_string_new ("The Bridge\n\nContents\n\n");
  g_autoptr (VrParagraphs) paragraphs = NULL;
  g_autofree guint8 *roles = NULL;
  guint n;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (
        book,
        "%s\n\nIt was the year %u of the bridge, and nobody in the town had ever "
        "known such a winter before, said the keeper of the lighthouse.\n\n",
        i % 1000 == 0 ? "Home" : "Chapter", i);
  paragraphs = cut (book->str);
  n = vr_paragraphs_get_n (paragraphs);
  roles = g_new (guint8, n);
  g_assert_false (vr_roles_judge (paragraphs, "en", roles, NULL));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (roles[i], ==, VR_ROLE_BODY);
}

/* Whatever lines stand together, each gets one role of those there are, and a reason unless it is
 * body. */
static void
test_any_lines (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) content = g_string_new (NULL);
      g_autoptr (VrParagraphs) paragraphs = NULL;
      guint8 roles[64];
      const char *reasons[64];
      gboolean is_any = FALSE, told;

      for (guint i = g_rand_int_range (rand, 0, 50); i > 0; i--)
        {
          const char *text = genres[g_rand_int_range (rand, 0, G_N_ELEMENTS (genres))][1];
          g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
          const char *words[] = { "Sign in", "Privacy policy", "Share on Facebook",
                                  "Related articles" };

          g_string_append_printf (content, "%s\n",
                                  g_rand_boolean (rand)
                                      ? words[g_rand_int_range (rand, 0, 4)]
                                      : lines[g_rand_int_range (rand, 0, g_strv_length (lines))]);
        }
      paragraphs = cut (content->str);
      memset (roles, 0xFF, sizeof roles);
      told = vr_roles_judge (paragraphs, NULL, roles, reasons);
      for (guint i = 0; i < vr_paragraphs_get_n (paragraphs); i++)
        {
          g_assert_cmpuint (roles[i], <, VR_N_ROLES);
          g_assert_true ((reasons[i] == NULL) == (roles[i] == VR_ROLE_BODY));
          is_any |= roles[i] != VR_ROLE_BODY;
        }
      g_assert_true (told == is_any);
      g_assert_cmpuint (roles[vr_paragraphs_get_n (paragraphs)], ==, 0xFF);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/roles/genres", test_genres);
  g_test_add_func ("/roles/genres-dense", test_genres_dense);
  g_test_add_func ("/roles/book", test_book);
  g_test_add_func ("/roles/any-lines", test_any_lines);
  return g_test_run ();
}
