/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page becomes its article and, told apart, all else that can be read on it. */
#include "vr-import-html.h"

#include "vr-html-guard.h"
#include "vr-html-node.h"

#include <string.h>

/* What most tests read: a page as newspapers make them. */
static const char page[] =
    "<!DOCTYPE html>\n"
    "<html lang='en-GB'><head><title>Ferry returns to the old harbour | The Shore Post</title>\n"
    "<meta property='og:site_name' content='The Shore Post'>\n"
    "<meta property='article:published_time' content='2021-03-04T08:30:00+01:00'>\n"
    "<meta property='article:modified_time' content='2021-03-05T10:00:00+01:00'>\n"
    "<meta property='article:section' content='Local'>\n"
    "<link rel='canonical' href='https://shore.example/ferry'>\n"
    "<script>var hidden = 'Nobody reads this';</script></head>\n"
    "<body><nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
    "<div class='special-offers'><a href='/jobs'>Jobs</a></div>\n"
    "<article><header><h1>Ferry returns to the old harbour</h1>\n"
    "<p class='standfirst'>After nine years the boats are back.</p>\n"
    "<p class='byline'>By <a rel='author' href='/people/ann'>Ann Lee</a></p>\n"
    "<time datetime='2021-03-04'>4 March 2021</time></header>\n"
    "<div class='article-body'>\n"
    "<p>The first ferry in nine years left the old harbour on Thursday, and half of the town stood "
    "on the quay, where the band of the school played in the rain.</p>\n"
    "<p>“We had given up hope,” said the harbour master, who has kept <a "
    "href='https://shore.example/rope'>the rope of the last boat</a> in his <em>office</em> ever "
    "since the line was closed.</p>\n"
    "<h2>A bridge nobody wanted</h2>\n"
    "<p>The council had planned a bridge instead, but the money was spent on the road, on two "
    "studies, and on a model that stands in the library.</p>\n"
    "<blockquote><p>A bridge never waits for anybody, and a ferryman knows every face, said a "
    "woman who had come with her sister.</p></blockquote>\n"
    "<ul><li>The crossing takes eleven minutes and costs two pounds, as it did before.</li>\n"
    "<li>Dogs travel without a ticket, and bicycles do so on Sundays only.</li></ul>\n"
    "<figure><img src='a.jpg' alt='A boat'><figcaption>The ferry on Thursday. Photo: Ben "
    "Hill</figcaption></figure>\n"
    "<p>The second boat is being painted in the yard behind the station, and it will be ready in "
    "June, the company says, if the weather lets the painters work.</p>\n"
    "</div></article>\n"
    "<aside class='related'><h3>More stories</h3><ul><li><a href='/1'>Road closed again</a></li>"
    "<li><a href='/2'>Library gets a model</a></li></ul></aside>\n"
    "<div class='newsletter-signup'><p>Sign up for our newsletter</p></div>\n"
    "<section id='comments' class='comment-list'><p>I was there, and it rained all the time, but "
    "nobody went home before the boat had come back from the other side.</p></section>\n"
    "<footer><p>© 2021 The Shore Post. All rights reserved.</p></footer></body></html>\n";

static VrImported *
read_html (const char *html, gssize n_bytes)
{
  g_autoptr (VrImportedBuilder) builder = vr_imported_builder_new ();
  g_autoptr (GError) error = NULL;
  const VrImportSource source = { .data = (const guint8 *)html,
                                  .n_bytes = n_bytes < 0 ? strlen (html) : (gsize)n_bytes,
                                  .name = "page.html" };

  vr_import_html (&source, builder, &error);
  g_assert_no_error (error);
  return vr_imported_builder_finish (g_steal_pointer (&builder));
}

/* Returns the index of the paragraph that begins with @beginning. */
static guint
find (const VrImported *imported, const char *beginning)
{
  for (guint i = 0; i < vr_imported_get_n_paragraphs (imported); i++)
    {
      VrImportedParagraph paragraph = vr_imported_get_paragraph (imported, i);

      if (paragraph.n_bytes >= strlen (beginning)
          && memcmp (paragraph.text, beginning, strlen (beginning)) == 0)
        return i;
    }
  g_error ("no paragraph begins with “%s”", beginning);
}

typedef struct
{
  const char *name;
  const char *beginning;
  VrRole role;
} RoleCase;

static const RoleCase role_cases[] = {
  { "running text is body", "The first ferry in nine", VR_ROLE_BODY },
  { "so is the last paragraph", "The second boat", VR_ROLE_BODY },
  { "the title is the headline", "Ferry returns", VR_ROLE_HEADLINE },
  { "the standfirst is the dek", "After nine years", VR_ROLE_DEK },
  { "who wrote it is the byline", "By Ann Lee", VR_ROLE_BYLINE },
  { "the day is the date", "4 March 2021", VR_ROLE_DATE },
  { "a heading in the text is a subhead", "A bridge nobody wanted", VR_ROLE_SUBHEAD },
  { "what is set apart is a quotation", "A bridge never waits", VR_ROLE_QUOTE },
  { "an item in the text is a list's", "Dogs travel", VR_ROLE_LIST },
  { "words of a picture are its caption", "The ferry on Thursday", VR_ROLE_CAPTION },
  { "a menu is navigation", "News", VR_ROLE_NAV },
  { "so is one of any other name", "Jobs", VR_ROLE_NAV },
  { "other articles are related", "Road closed again", VR_ROLE_RELATED },
  { "a newsletter is a promotion", "Sign up", VR_ROLE_PROMO },
  { "comments end the page, however well written", "I was there", VR_ROLE_FOOTER },
  { "so do its rights", "© 2021", VR_ROLE_FOOTER },
};

static void
test_role (gconstpointer data)
{
  const RoleCase *test = data;
  g_autoptr (VrImported) imported = read_html (page, -1);
  VrImportedParagraph paragraph =
      vr_imported_get_paragraph (imported, find (imported, test->beginning));

  g_assert_cmpstr (vr_role_get_nick (paragraph.role), ==, vr_role_get_nick (test->role));
  g_assert_cmpstr (paragraph.reason, !=, "");
}

/* A small page, and what its headings and lists are. */
static const char small_page[] =
    "<!DOCTYPE html><title>Saltmere closes its ferry</title>"
    "<article><h1>Saltmere closes its ferry</h1>"
    "<p>The council of Saltmere voted on Tuesday to close the old ferry line, which has carried "
    "people across the river since before the war.</p>"
    "<section><h2>The vote</h2><p>Nobody in the hall spoke against it, though a few of the members "
    "looked at their papers for a long time before they raised a hand.</p></section>"
    "<section><h2>The cost</h2><p>A study that the town paid for says that the line lost more "
    "money each year than the library and the baths together.</p>"
    "<ul><li>Sundays only</li></ul>"
    "<p>The boat will make its last trip at the end of the month, the town says.</p>"
    "<ol><li>Fuel: 40,000</li><li>Wages: 90,000</li></ol></section>"
    "<section><h2>What comes</h2><p>Whether a bridge comes is another matter, and one that the "
    "county has to decide, not the town.</p>"
    "<ul><li><a href='/a'>Harbour dredging delayed</a></li>"
    "<li><a href='/b'>Ten best beaches of the county</a></li></ul>"
    "<div class='newsletter'><h3>Every morning in your inbox</h3></div>"
    "<p>The two men who run it have been offered work at the harbour, and one will take "
    "it.</p></section></article>";

static const RoleCase small_cases[] = {
  { "a heading between short paragraphs is a subhead", "The vote", VR_ROLE_SUBHEAD },
  { "so is one behind a list", "What comes", VR_ROLE_SUBHEAD },
  { "a single short item between paragraphs is a list", "Sundays only", VR_ROLE_LIST },
  { "so are items at the end of a section", "Fuel", VR_ROLE_LIST },
  { "links between paragraphs are other articles", "Harbour dredging", VR_ROLE_RELATED },
  { "the heading of a newsletter is a promotion", "Every morning", VR_ROLE_PROMO },
};

static void
test_small_page (gconstpointer data)
{
  const RoleCase *test = data;
  g_autoptr (VrImported) imported = read_html (small_page, -1);
  VrRole role = vr_imported_get_paragraph (imported, find (imported, test->beginning)).role;

  g_assert_cmpstr (vr_role_get_nick (role), ==, vr_role_get_nick (test->role));
}

static void
test_facts (void)
{
  g_autoptr (VrImported) imported = read_html (page, -1);
  static const struct
  {
    VrFact fact;
    const char *value;
  } facts[] = {
    { VR_FACT_HEADLINE, "Ferry returns to the old harbour" },
    { VR_FACT_DEK, "After nine years the boats are back." },
    { VR_FACT_BYLINE, "Ann Lee" },
    { VR_FACT_PUBLISHED, "2021-03-04T08:30:00+01:00" },
    { VR_FACT_UPDATED, "2021-03-05T10:00:00+01:00" },
    { VR_FACT_SECTION, "Local" },
    { VR_FACT_URL, "https://shore.example/ferry" },
    { VR_FACT_SITE, "The Shore Post" },
    { VR_FACT_LANGUAGE, "en-GB" },
    { VR_FACT_FORMAT, "html" },
    { VR_FACT_ENCODING, "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_cmpstr (vr_imported_get_fact (imported, facts[i].fact), ==, facts[i].value);
}

static void
test_spans (void)
{
  g_autoptr (VrImported) imported = read_html (page, -1);
  VrImportedParagraph paragraph =
      vr_imported_get_paragraph (imported, find (imported, "“We had given up"));
  const VrTextSpan *link = &paragraph.spans[0], *emphasis = &paragraph.spans[1];

  g_assert_cmpuint (paragraph.n_spans, ==, 2);
  g_assert_cmpint (link->kind, ==, VR_TEXT_SPAN_LINK);
  g_assert_cmpstr (link->target, ==, "https://shore.example/rope");
  g_assert_cmpmem (paragraph.text + link->span.from, link->span.to - link->span.from,
                   "the rope of the last boat", strlen ("the rope of the last boat"));
  g_assert_cmpint (emphasis->kind, ==, VR_TEXT_SPAN_EMPHASIS);
  g_assert_cmpmem (paragraph.text + emphasis->span.from, emphasis->span.to - emphasis->span.from,
                   "office", strlen ("office"));
}

static void
test_lines (void)
{
  g_autoptr (VrImported) imported = read_html (page, -1);

  g_assert_cmpuint (vr_imported_get_paragraph (imported, find (imported, "Home")).line, ==, 9);
  g_assert_cmpuint (vr_imported_get_paragraph (imported, find (imported, "A bridge nobody")).line,
                    ==, 17);
}

/* Every word that can be seen is in the paragraphs, in its order; what cannot is not. */
static void
test_everything (void)
{
  g_autoptr (VrImported) imported = read_html (page, -1);
  static const char *const words[] = {
    "Home",         "News",         "Ferry returns", "After nine",         "By Ann Lee",
    "4 March 2021", "We had given", "A bridge",      "Photo: Ben Hill",    "More stories",
    "Road",         "Sign up",      "I was there",   "All rights reserved"
  };
  gsize n_bytes;
  const char *at = vr_imported_peek_text (imported, &n_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      at = strstr (at, words[i]);
      g_assert_nonnull (at);
    }
  g_assert_null (strstr (vr_imported_peek_text (imported, &n_bytes), "Nobody reads this"));
  g_assert_null (strstr (vr_imported_peek_text (imported, &n_bytes), "A boat"));
}

typedef struct
{
  const char *name;
  const char *html;
  const char *text;
} TextCase;

static const TextCase text_cases[] = {
  { "inline elements glue nothing and part nothing", "<p>un<b>believ</b>able</p>", "unbelievable" },
  { "blocks part words", "<div>one<div>two</div>three</div>", "one\ntwo\nthree" },
  { "white space is one space", "<p>a\n\t b  <i> c</i></p>", "a b c" },
  { "so is a no-break space, as browsers copy it", "<p>a&nbsp; b</p>", "a b" },
  { "one line break is a space", "<p>a<br>b</p>", "a b" },
  { "two end a paragraph", "<p>a<br> <br>b</p>", "a\nb" },
  { "references are resolved", "<p>Tom &amp; J&eacute;r&#244;me</p>", "Tom & Jérôme" },
  { "the lines of code stay apart", "<pre>one\ntwo</pre>", "one\ntwo" },
  { "cells stay apart", "<table><tr><td>a</td><td>b</td></tr></table>", "a\nb" },
  { "what is not displayed is not read", "<p>a</p><p hidden>b</p><p style='display: none'>c</p>",
    "a" },
  { "scripts, styles and comments are not text",
    "<p>a<script>x</script><style>y</style><!-- z --></p>", "a" },
  { "how a word is read aloud is none of it",
    "<p><ruby>子<rp>(</rp><rt>こ</rt><rp>)</rp></ruby>ど</p>", "子ど" },
  { "a lone bracket is text", "<p>a < b</p>", "a < b" },
  { "what nobody closed ends with the page", "<div><p>a <b>b", "a b" },
  { "an empty page has no text", "<html><body></body></html>", "" },
  { "nor has an empty file", "", "" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *test = data;
  g_autoptr (VrImported) imported = read_html (test->html, -1);
  gsize n_bytes;

  g_assert_cmpstr (vr_imported_peek_text (imported, &n_bytes), ==, test->text);
}

/* An article that a script would show is read where the page shows nothing else. */
static void
test_hidden_article (void)
{
  g_autoptr (GString) html = g_string_new ("<body><p>Loading</p><div style='display:none'>"
                                           "<article class='article-body'>");
  g_autoptr (VrImported) imported = NULL;

  for (guint i = 0; i < 12; i++)
    g_string_append_printf (html,
                            "<p>Paragraph %u tells of the ferry, of the harbour and of the people "
                            "who waited for it, in the rain, for nine long years.</p>",
                            i);
  g_string_append (html, "</article></div></body>");
  imported = read_html (html->str, -1);
  g_assert_cmpint (vr_imported_get_paragraph (imported, find (imported, "Paragraph 7")).role, ==,
                   VR_ROLE_BODY);
}

/* Repeats @unit so often behind @head. */
static char *
repeat (const char *head, const char *unit, guint n, const char *tail)
{
  GString *html = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (html, unit);
  g_string_append (html, tail);
  return g_string_free (html, FALSE);
}

typedef struct
{
  const char *name;
  const char *head, *unit;
  guint n;
  const char *tail;
} HostileCase;

/* Each would take a plain parser minutes or its stack. */
static const HostileCase hostile_cases[] = {
  { "200,000 nested elements", "", "<div>", 200000, "end" },
  { "200,000 nested formats", "", "<b>", 200000, "end" },
  { "5,000 nested tables", "", "<table><tr><td>", 5000, "end" },
  { "50,000 attributes", "<p ", "a b=c d='e' f=\"g\" ", 12500, ">end</p>" },
  { "formats that every paragraph opens again", "<b id=1><b id=2><b id=3><i id=4><i id=5><u id=6>",
    "<p>x", 20000, "end" },
  { "text in tables without cells", "<table>", "<b>x</b>y", 20000, "</table>end" },
  { "elements of SVG that HTML does not close", "end<svg><foreignObject>", "<x/>", 100000, "" },
  { "comments without an end", "end", "<!--", 100000, "" },
  { "scripts without an end", "end", "<script>", 100000, "" },
  { "brackets", "end", "<", 100000, "" },
  { "lists of lists in JSON-LD", "<p>end</p><script type='application/ld+json'>", "{\"@graph\":[",
    50000, "</script>" },
  { "as many times as paragraphs", "", "<time>3 May 2020</time><p>x</p>", 8000, "end" },
};

static void
test_hostile (gconstpointer data)
{
  const HostileCase *test = data;
  g_autofree char *html = repeat (test->head, test->unit, test->n, test->tail);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (VrImported) imported = read_html (html, -1);
  gsize n_bytes;

  g_assert_nonnull (strstr (vr_imported_peek_text (imported, &n_bytes), "end"));
  /* Far above what it takes, far below what it would take; sanitizers are slow. */
  g_assert_cmpint ((g_get_monotonic_time () - start) / G_USEC_PER_SEC, <, 20);
}

#define DATA_TEXT                                                                                  \
  "The old harbour bridge was closed on Monday after divers found cracks in two of its pillars, "  \
  "and most people will have to take the ferry.\\n\\n<p>The council hopes to open one lane &amp; " \
  "both footways before the winter, but the money has not been found, and nobody knows who will "  \
  "pay for the steel.</p>"

static char *
make_data_page (const char *shown)
{
  return g_strconcat ("<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                      "\"headline\":\"Bridge closed\",\"articleBody\":\"" DATA_TEXT
                      "\"}</script></head><body><nav><a href=/>Home</a></nav>",
                      shown, "<footer>© 2021</footer></body></html>", NULL);
}

/* Of a page that only a program fills, the text is what it would be filled with. */
static void
test_data_alone (void)
{
  g_autofree char *html = make_data_page ("<div id=app>Loading</div>");
  g_autoptr (VrImported) imported = read_html (html, -1);
  static const char *const beginnings[] = { "Bridge closed", "The old harbour", "The council" };
  static const VrRole roles[] = { VR_ROLE_HEADLINE, VR_ROLE_BODY, VR_ROLE_BODY };
  gsize n_bytes;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    g_assert_cmpint (vr_imported_get_paragraph (imported, find (imported, beginnings[i])).role, ==,
                     roles[i]);
  g_assert_nonnull (
      strstr (vr_imported_peek_text (imported, &n_bytes), "one lane & both footways"));
  for (guint i = 3; i < vr_imported_get_n_paragraphs (imported); i++)
    g_assert_true (vr_role_is_furniture (vr_imported_get_paragraph (imported, i).role));
}

/* What a reader sees of an article is what is read, not its copy in the page's data. */
static void
test_data_shown_too (void)
{
  g_autofree char *html = make_data_page (
      "<article><h1>Bridge closed</h1><p>The old harbour bridge was closed on Monday after divers "
      "found holes in two of its pillars, and most people will have to take the ferry.</p><p>The "
      "council hopes to open one lane and both footways before the winter, but the money has not "
      "been found.</p></article>");
  g_autoptr (VrImported) imported = read_html (html, -1);
  gsize n_bytes;
  const char *text = vr_imported_peek_text (imported, &n_bytes);

  g_assert_nonnull (strstr (text, "found holes"));
  g_assert_null (strstr (text, "found cracks"));
}

static void
test_guard (void)
{
  g_autofree char *deep = repeat ("", "<div>", 2 * VR_HTML_MAX_DEPTH, "end");
  g_autoptr (VrHtmlPage) page_of_deep = vr_html_page_new (deep, strlen (deep));
  g_autoptr (GString) lines = vr_html_guard ("<p\n>a<!--\n\n--><script>\n</script>\nb",
                                             strlen ("<p\n>a<!--\n\n--><script>\n</script>\nb"));
  guint n_lines = 0, depth = 0;

  for (guint i = 0; i < page_of_deep->n_nodes; i++)
    depth = MAX (depth, page_of_deep->nodes[i].depth);
  g_assert_cmpuint (depth, <, VR_HTML_MAX_DEPTH + 8);
  for (gsize i = 0; i < lines->len; i++)
    n_lines += lines->str[i] == '\n';
  g_assert_cmpuint (n_lines, ==, 5);
  g_assert_null (strstr (lines->str, "<!--"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (role_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-html/roles/%s", role_cases[i].name);

      g_test_add_data_func (path, &role_cases[i], test_role);
    }
  for (guint i = 0; i < G_N_ELEMENTS (small_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-html/small-page/%s", small_cases[i].name);

      g_test_add_data_func (path, &small_cases[i], test_small_page);
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-html/text/%s", text_cases[i].name);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import-html/hostile/%s", hostile_cases[i].name);

      g_test_add_data_func (path, &hostile_cases[i], test_hostile);
    }
  g_test_add_func ("/import-html/facts", test_facts);
  g_test_add_func ("/import-html/spans", test_spans);
  g_test_add_func ("/import-html/lines", test_lines);
  g_test_add_func ("/import-html/everything that is seen is read", test_everything);
  g_test_add_func ("/import-html/an article that is not displayed", test_hidden_article);
  g_test_add_func ("/import-html/an article in the data alone", test_data_alone);
  g_test_add_func ("/import-html/an article in the data and shown", test_data_shown_too);
  g_test_add_func ("/import-html/guard", test_guard);
  return g_test_run ();
}
