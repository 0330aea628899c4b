/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote an article, when, and what it is called, however a page says so. */
#include "vr-author-words.h"
#include "vr-date-words.h"
#include "vr-import-html.h"

#include <string.h>

typedef struct
{
  const char *text;
  gboolean month_first;
  const char *date;
} DateCase;

static const DateCase date_cases[] = {
  { "2020-02-03", FALSE, "2020-02-03" },
  { "2020-02-03T12:30:00+01:00", FALSE, "2020-02-03T12:30:00+01:00" },
  { "2020-02-03 12:30:00", FALSE, "2020-02-03T12:30:00" },
  { "20200203", FALSE, "2020-02-03" },
  { "3.2.2020", FALSE, "2020-02-03" },
  { "Stand: 03.02.20, 12 Uhr", FALSE, "2020-02-03" },
  { "3/2/2020", FALSE, "2020-02-03" },
  { "2/3/2020", TRUE, "2020-02-03" },
  { "2/13/2020", FALSE, "2020-02-13" },
  { "3 February 2020", FALSE, "2020-02-03" },
  { "February 3rd, 2020", FALSE, "2020-02-03" },
  { "Mon Feb 03 12:30:00 CET 2020", FALSE, "2020-02-03" },
  { "Montag, 3. Februar 2020", FALSE, "2020-02-03" },
  { "3. März 2020", FALSE, "2020-03-03" },
  { "3 février 2020", FALSE, "2020-02-03" },
  { "3 août 2020", FALSE, "2020-08-03" },
  { "3 de febrero de 2020", FALSE, "2020-02-03" },
  { "3 lutego 2020", FALSE, "2020-02-03" },
  { "3 февраля 2020", FALSE, "2020-02-03" },
  { "3 Şubat 2020", FALSE, "2020-02-03" },
  { "2020年2月3日", FALSE, "2020-02-03" },
  { "Janic Cathomen, 01.12.2021", FALSE, "2021-12-01" },
  { "von Marianne1 am 20.09.2020", FALSE, "2020-09-20" },
  { "31.2.2020", FALSE, NULL },
  { "1.1.1889", FALSE, NULL },
  { "in 2020", FALSE, NULL },
  { "call 0800 123 456", FALSE, NULL },
  { "", FALSE, NULL },
};

static void
test_date (gconstpointer data)
{
  const DateCase *test = data;
  char date[VR_DATE_BYTES] = "";
  const char *end = vr_date_find (test->text, test->month_first, date);

  g_assert_cmpstr (end != NULL ? date : NULL, ==, test->date);
}

static void
test_address (void)
{
  char date[VR_DATE_BYTES];

  g_assert_true (vr_date_find_in_address ("https://a.example/2020/02/03/ferry", date));
  g_assert_cmpstr (date, ==, "2020-02-03");
  g_assert_true (vr_date_find_in_address ("https://a.example/news/3-2-1/2020-02-03-ferry", date));
  g_assert_false (vr_date_find_in_address ("https://a.example/2020/02/ferry", date));
  g_assert_false (vr_date_find_in_address ("https://a.example/20131110121040/x", date));
}

static const struct
{
  const char *text;
  const char *name;
} author_cases[] = {
  { "Ann Lee", "Ann Lee" },
  { "By Ann Lee", "Ann Lee" },
  { "by: Ann Lee", "Ann Lee" },
  { "Von Änne Öhm", "Änne Öhm" },
  { "Text: Änne Öhm | 3.2.2020", "Änne Öhm" },
  { "Ann Lee and Ben Hill", "Ann Lee and Ben Hill" },
  { "View all posts by Ann Lee", "Ann Lee" },
  { "Ann Lee, 3 February 2020", "Ann Lee" },
  { "Bybee Lee", "Bybee Lee" },
  { "https://social.example/ann", NULL },
  { "ann@paper.example", NULL },
  { "admin", NULL },
  { "12", NULL },
  { "", NULL },
};

static void
test_author (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (author_cases); i++)
    {
      g_autofree char *name = vr_author_clean (author_cases[i].text);

      g_assert_cmpstr (name, ==, author_cases[i].name);
    }
}

typedef struct
{
  const char *name;
  VrFact fact;
  const char *head;
  const char *body;
  const char *value;
} FactCase;

#define LONG                                                                                       \
  "<p>Nobody had thought that it would take so long, or that the price of a ticket would be the "  \
  "least of all worries, but then the old pier had to be built anew.</p>"

static const FactCase fact_cases[] = {
  { "a title without what the site is called", VR_FACT_HEADLINE,
    "<title>A boat comes back - The Shore Post</title>"
    "<meta property='og:site_name' content='The Shore Post'>",
    "", "A boat comes back" },
  { "a heading that the title begins with", VR_FACT_HEADLINE,
    "<title>A boat comes back - Shore</title>", "<h1>Shore</h1><h1>A boat comes back</h1>",
    "A boat comes back" },
  { "JSON-LD names the author", VR_FACT_BYLINE,
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann "
    "Lee\"},{\"name\":\"Ben Hill\"}]}</script>",
    "", "Ann Lee, Ben Hill" },
  { "also in a graph, with line ends in strings", VR_FACT_BYLINE,
    "<script type='application/ld+json'>{\"@graph\":[{\"@type\":[\"Article\"],\"author\":"
    "\"Ann\nLee\"}]}</script>",
    "", "Ann Lee" },
  { "broken JSON-LD says nothing", VR_FACT_BYLINE,
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":</script>"
    "<meta name='author' content='Ann Lee'>",
    "", "Ann Lee" },
  { "references in JSON-LD are resolved once", VR_FACT_HEADLINE,
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Salt &amp; "
    "rope\"}</script>",
    "", "Salt & rope" },
  { "an address is no author", VR_FACT_BYLINE,
    "<meta property='article:author' content='https://social.example/ann'>",
    "<p class='byline'>By Ann Lee</p>", "Ann Lee" },
  { "microdata tells the day", VR_FACT_PUBLISHED, "",
    "<span itemprop='datePublished' content='2020-02-03'></span>", "2020-02-03" },
  { "a time element does", VR_FACT_PUBLISHED, "", "<time datetime='2020-02-03'>Monday</time>",
    "2020-02-03" },
  { "a line of text does", VR_FACT_PUBLISHED, "", "<p class='date'>3. Februar 2020</p>",
    "2020-02-03" },
  { "the address does", VR_FACT_PUBLISHED,
    "<link rel='canonical' href='https://a.example/2020/02/03/ferry'>", "", "2020-02-03" },
  { "the day that readers see, not the one in universal time", VR_FACT_PUBLISHED,
    "<meta property='article:published_time' content='2020-02-04T01:30:00Z'>",
    "<time datetime='2020-02-03T20:30:00-05:00'>3 February</time>", "2020-02-03T20:30:00-05:00" },
  { "the line above the text, not the time of another article", VR_FACT_PUBLISHED, "",
    "<p class='byline'>von Ann Lee · 3. Februar 2020</p>" LONG LONG LONG
    "<p><time datetime='2019-01-05'>5. Januar 2019</time></p>",
    "2020-02-03" },
  { "the byline's day, not that of a post in the text", VR_FACT_PUBLISHED, "",
    "<p class='byline'>By Ann Lee, 3 February 2020</p>" LONG "<p class='date'>5 January 2019</p>",
    "2020-02-03" },
  { "when it was published, not when it was changed", VR_FACT_PUBLISHED, "",
    "<p class='byline'>Par Ann Lee, 3 février 2020</p>"
    "<p class='date'>Mis à jour le 7 mars 2021</p>",
    "2020-02-03" },
  { "a language in either spelling", VR_FACT_LANGUAGE,
    "<meta property='og:locale' content='de_AT'>", "", "de-AT" },
};

static void
test_fact (gconstpointer data)
{
  const FactCase *test = data;
  g_autofree char *html = g_strdup_printf (
      "<html><head>%s</head><body><article>%s<p>The first ferry in nine years left the old harbour "
      "on Thursday, and half of the town stood on the quay, where the band of the school played in "
      "the rain.</p><p>The council had planned a bridge instead, but the money was spent on the "
      "road, on studies, and on a model that stands in the library.</p></article></body></html>",
      test->head, test->body);
  g_autoptr (VrImportedBuilder) builder = vr_imported_builder_new ();
  g_autoptr (VrImported) imported = NULL;
  const VrImportSource source = { .data = (const guint8 *)html,
                                  .n_bytes = strlen (html),
                                  .name = "page.html" };

  g_assert_true (vr_import_html (&source, builder, NULL));
  imported = vr_imported_builder_finish (g_steal_pointer (&builder));
  g_assert_cmpstr (vr_imported_get_fact (imported, test->fact), ==, test->value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (date_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-metadata/dates/%u", i);

      g_test_add_data_func (path, &date_cases[i], test_date);
    }
  for (guint i = 0; i < G_N_ELEMENTS (fact_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-metadata/facts/%s", fact_cases[i].name);

      g_test_add_data_func (path, &fact_cases[i], test_fact);
    }
  g_test_add_func ("/import-metadata/address", test_address);
  g_test_add_func ("/import-metadata/author", test_author);
  return g_test_run ();
}
