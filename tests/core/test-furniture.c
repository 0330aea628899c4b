/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what stands aside in a comparison: furniture of pages, datelines, repaired words. */
#include "check-comparison.h"

#include "vr-error.h"

#include <string.h>

/* A page: lines of "role: text". */
static VrArticle *
page_from (const char *lines)
{
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  VrImportedBuilder *builder = vr_imported_builder_new ();
  g_autoptr (VrImported) imported = NULL;
  g_autoptr (GBytes) source = g_bytes_new_static (lines, strlen (lines));
  g_autoptr (VrText) text = NULL;
  gsize n_bytes;

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (all[i], ": ", 2);
      VrRole role = VR_ROLE_BODY;

      g_assert_true (vr_role_from_nick (parts[0], &role));
      vr_imported_builder_add (builder, role, "said by the test", i + 1, parts[1], -1);
    }
  vr_imported_builder_set_fact (builder, VR_FACT_LANGUAGE, "en");
  imported = vr_imported_builder_finish (builder);
  text = vr_text_new_converted (source, g_strdup (vr_imported_peek_text (imported, &n_bytes)),
                                "UTF-8", "utf-8", "page.html");
  return vr_article_new_imported (text, imported, NULL);
}

static VrComparison *
compare_articles (VrArticle *old_article, VrArticle *new_article, VrOverrides *overrides,
                  gboolean strict)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;
  VrComparison *comparison;

  options.strict = strict;
  comparison = vr_compare (old_article, new_article, &options, overrides, NULL, NULL, &error);
  g_assert_no_error (error);
  check_comparison (comparison);
  return comparison;
}

static VrComparison *
compare_pages (const char *old_lines, const char *new_lines, VrOverrides *overrides)
{
  g_autoptr (VrArticle) old_article = page_from (old_lines);
  g_autoptr (VrArticle) new_article = page_from (new_lines);
  VrComparison *comparison = compare_articles (old_article, new_article, overrides, FALSE);
  g_autoptr (VrOverrides) swapped = overrides != NULL ? vr_overrides_swap (overrides) : NULL;
  g_autoptr (VrComparison) mirror = compare_articles (new_article, old_article, swapped, FALSE);

  check_mirror (comparison, mirror);
  return comparison;
}

#define ARTICLE                                                                                    \
  "headline: The harbour opens again after nine years\n"                                           \
  "body: The old harbour of Lund opened to ships again on Monday morning.\n"                       \
  "body: Engineers had worked on its walls since the flood nine years ago."

static void
test_a_page_s_furniture_is_no_change (void)
{
  g_autoptr (VrComparison) comparison =
      compare_pages (ARTICLE,
                     "nav: Skip to content\n" ARTICLE "\n"
                     "promo: Sign up for our newsletter\nfooter: All rights reserved",
                     NULL);
  const VrSummary *summary = vr_comparison_get_summary (comparison);

  g_assert_true (vr_comparison_is_same (comparison));
  g_assert_cmpuint (summary->n_rows[VR_ROW_SAME], ==, 3);
  g_assert_cmpuint (summary->n_furniture_rows, ==, 3);
  g_assert_cmpuint (summary->n_furniture[VR_SIDE_OLD], ==, 0);
  g_assert_cmpuint (summary->n_furniture[VR_SIDE_NEW], ==, 3);
  g_assert_cmpuint (summary->words[VR_SIDE_NEW].changed, ==, 0);
}

static void
test_equal_furniture_is_paired_wherever_it_stands (void)
{
  g_autoptr (VrComparison) comparison = compare_pages (
      "nav: News of the day and of the week\nnav: Sport and leisure for all\n" ARTICLE,
      "nav: Sport and leisure for all\n" ARTICLE "\nnav: News of the day and of the week", NULL);
  g_autofree char *rows = describe_rows (comparison);

  g_assert_true (vr_comparison_is_same (comparison));
  g_assert_cmpuint (vr_comparison_get_summary (comparison)->n_furniture_rows, ==, 2);
  g_assert_cmpstr (rows, ==, "same 1 0|same 2 1|same 3 2|same 4 3|same 0 4");
}

static void
test_an_added_headline_is_a_change (void)
{
  g_autoptr (VrComparison) comparison =
      compare_pages ("body: The old harbour of Lund opened to ships again on Monday morning.",
                     "headline: Harbour opens\nbody: The old harbour of Lund opened to ships again "
                     "on Monday morning.",
                     NULL);

  g_assert_false (vr_comparison_is_same (comparison));
  g_assert_cmpuint (vr_comparison_get_summary (comparison)->n_rows[VR_ROW_ADDED], ==, 1);
}

static void
test_furniture_that_the_other_side_has_as_text_is_text (void)
{
  g_autoptr (VrComparison) comparison = compare_pages (
      "promo: The mayor said that she would sail the first boat herself.\n" ARTICLE,
      "body: The mayor said that she would sail the first boat herself.\n" ARTICLE, NULL);

  g_assert_cmpuint (vr_comparison_get_summary (comparison)->n_furniture_rows, ==, 0);
  g_assert_cmpint (vr_comparison_get_role (comparison, VR_SIDE_OLD, 0), ==, VR_ROLE_BODY);
  g_assert_true (vr_comparison_is_same (comparison));
}

/* A page's list of other articles names its own too. */
static void
test_a_headline_in_a_list_stays_furniture (void)
{
  g_autoptr (VrComparison) comparison =
      compare_pages (ARTICLE, ARTICLE "\nrelated: The harbour opens again after nine years", NULL);

  g_assert_true (vr_comparison_is_same (comparison));
  g_assert_cmpuint (vr_comparison_get_summary (comparison)->n_furniture[VR_SIDE_NEW], ==, 1);
}

static void
test_a_line_put_back_takes_part (void)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrComparison) comparison = NULL;

  vr_overrides_set_role (overrides, VR_SIDE_NEW, 3, VR_ROLE_BODY);
  comparison = compare_pages (ARTICLE, ARTICLE "\npromo: Sign up for our newsletter", overrides);
  g_assert_false (vr_comparison_is_same (comparison));
  g_assert_cmpuint (vr_comparison_get_summary (comparison)->n_rows[VR_ROW_ADDED], ==, 1);
}

static void
test_a_paragraph_taken_out_is_no_change (void)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrComparison) comparison = NULL;

  vr_overrides_set_role (overrides, VR_SIDE_NEW, 3, VR_ROLE_PROMO);
  comparison =
      compare_pages (ARTICLE, ARTICLE "\nbody: Read our new book about harbours", overrides);
  g_assert_true (vr_comparison_is_same (comparison));
}

static void
test_a_pinned_line_takes_part (void)
{
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrComparison) comparison = NULL;

  vr_overrides_must_pair (overrides, 2, 3);
  comparison = compare_pages (ARTICLE, ARTICLE "\npromo: Sign up for our newsletter", overrides);
  g_assert_cmpuint (vr_comparison_get_summary (comparison)->n_furniture_rows, ==, 0);
}

static void
test_a_role_of_no_paragraph_is_refused (void)
{
  g_autoptr (VrArticle) article = page_from (ARTICLE);
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (GError) error = NULL;
  VrOptions options = VR_OPTIONS_INIT;

  vr_overrides_set_role (overrides, VR_SIDE_OLD, 3, VR_ROLE_PROMO);
  g_assert_null (vr_compare (article, article, &options, overrides, NULL, NULL, &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_NOT_FOUND);
}

static void
test_roles_are_read_as_they_were_written (void)
{
  static const char json[] = "{\"schema\":\"variorum-overrides/1\",\"must_pair\":[],\"roles\":["
                             "{\"side\":\"new\",\"paragraph\":4,\"role\":\"promo\"},"
                             "{\"side\":\"old\",\"paragraph\":7,\"role\":\"body\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (VrOverrides) read = vr_overrides_new_from_json (json, strlen (json), "a", &error);
  const VrRoleChoice *choices;
  guint n;

  g_assert_no_error (error);
  choices = vr_overrides_peek_roles (read, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (choices[0].side == VR_SIDE_OLD && choices[0].index == 7
                 && choices[0].role == VR_ROLE_BODY);
  g_assert_true (choices[1].side == VR_SIDE_NEW && choices[1].index == 4
                 && choices[1].role == VR_ROLE_PROMO);
}

static void
test_an_unknown_role_is_refused (void)
{
  static const char json[] = "{\"schema\":\"variorum-overrides/1\",\"roles\":["
                             "{\"side\":\"new\",\"paragraph\":4,\"role\":\"advert\"}]}";
  g_autoptr (GError) error = NULL;

  g_assert_null (vr_overrides_new_from_json (json, strlen (json), "a", &error));
  g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
}

static void
test_a_dateline_is_quiet (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      "The two ministers met in Paris on Sunday for long talks.",
      "(CNN) -- The two ministers met in Paris on Sunday for long talks.", NULL, NULL);
  VrRow row = vr_comparison_get_row (comparison, 0);

  check_comparison (comparison);
  g_assert_true (vr_comparison_is_same (comparison));
  g_assert_cmpint (row.kind, ==, VR_ROW_SAME);
  g_assert_cmpuint (row.quiet, ==, VR_QUIET_DATELINE);
  g_assert_cmpuint (row.n_pieces, ==, 2);
  g_assert_cmpint (row.pieces[0].op, ==, VR_PIECE_QUIET);
  g_assert_cmpuint (row.pieces[0].new_span.to, ==, strlen ("(CNN) -- "));
}

static void
test_a_change_behind_a_dateline_is_found (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      "The two ministers met in Paris on Sunday for long talks about the war.",
      "(CNN) -- The two ministers met in Rome on Sunday for long talks about the war.", NULL, NULL);
  VrRow row = vr_comparison_get_row (comparison, 0);

  check_comparison (comparison);
  g_assert_cmpint (row.kind, ==, VR_ROW_EDITED);
  g_assert_cmpuint (row.quiet, ==, VR_QUIET_DATELINE);
}

/* A copy of a page has a bullet where the page has an item of a list. */
static void
test_a_bullet_is_quiet (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (
      "The ferries run until midnight.", "•  The ferries run until midnight.", NULL, NULL);
  g_autoptr (VrComparison) said =
      compare_lines ("Yes, we do know the ferries.", "– Yes, we do know the ferries.", NULL, NULL);
  VrRow row = vr_comparison_get_row (comparison, 0);

  check_comparison (comparison);
  g_assert_true (vr_comparison_is_same (comparison));
  g_assert_cmpuint (row.quiet, ==, VR_QUIET_TYPOGRAPHIC);
  g_assert_cmpuint (row.pieces[0].new_span.to, ==, strlen ("•  "));
  g_assert_cmpuint (vr_comparison_get_dateline (comparison, VR_SIDE_NEW, 0), ==, 0);
  /* A dash may be a speaker's. */
  g_assert_false (vr_comparison_is_same (said));
}

static VrArticle *
repaired_article (const char *line)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (line, strlen (line));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "test", NULL);
  g_autoptr (VrText) repaired = vr_text_new_repaired (text, NULL, 0);

  return vr_article_new (repaired, VR_PARAGRAPHS_LINE, "en");
}

#define DETENTE_1252 "d\u00c3\u00a9tente"
#define DETENTE_852 "d\u251c\u0119tente"

static void
test_repaired_words_are_quiet (void)
{
  static const char *const words[] = { DETENTE_1252, DETENTE_852, "d\u00e9tente" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (guint k = 0; k < G_N_ELEMENTS (words); k++)
      {
        g_autofree char *old_line = g_strdup_printf ("The %s lasted for years.", words[i]);
        g_autofree char *new_line = g_strdup_printf ("The %s lasted for years.", words[k]);
        g_autoptr (VrArticle) old_article = repaired_article (old_line);
        g_autoptr (VrArticle) new_article = repaired_article (new_line);
        g_autoptr (VrComparison) comparison =
            compare_articles (old_article, new_article, NULL, FALSE);
        VrRow row = vr_comparison_get_row (comparison, 0);

        g_assert_cmpint (row.kind, ==, VR_ROW_SAME);
        g_assert_cmpuint (row.quiet, ==, i == k ? 0 : VR_QUIET_REPAIR);
        g_assert_cmpuint (row.n_pieces, ==, i == k ? 0 : 3);
      }
}

static void
test_the_word_that_was_repaired_is_marked (void)
{
  g_autoptr (VrArticle) old_article =
      repaired_article ("A d\u00e9tente came before the " DETENTE_1252 " of 1972.");
  g_autoptr (VrArticle) new_article =
      repaired_article ("A d\u00e9tente came before the d\u00e9tente of 1972.");
  g_autoptr (VrComparison) comparison = compare_articles (old_article, new_article, NULL, FALSE);
  VrRow row = vr_comparison_get_row (comparison, 0);

  g_assert_cmpuint (row.n_pieces, ==, 3);
  g_assert_cmpint (row.pieces[1].op, ==, VR_PIECE_QUIET);
  g_assert_cmpuint (row.pieces[1].old_span.from, ==, strlen ("A d\u00e9tente came before the "));
}

static void
test_a_repair_taken_back_is_a_change (void)
{
  static const char line[] = "The " DETENTE_1252 " lasted for years.";
  g_autoptr (GBytes) bytes = g_bytes_new_static (line, strlen (line));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "test", NULL);
  g_autoptr (VrText) repaired = vr_text_new_repaired (text, NULL, 0);
  guint n;
  const VrRepairedRun *repairs = vr_text_peek_repairs (repaired, &n);
  g_autoptr (VrText) back = NULL;

  g_assert_cmpuint (n, ==, 1);
  back = vr_text_new_repaired (text, &repairs[0].source_from, 1);
  g_assert_cmpstr (vr_text_peek (back, NULL), ==, line);
  g_assert_cmpstr (vr_text_peek (repaired, NULL), ==, "The d\u00e9tente lasted for years.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/furniture/is-no-change", test_a_page_s_furniture_is_no_change);
  g_test_add_func ("/furniture/is-paired", test_equal_furniture_is_paired_wherever_it_stands);
  g_test_add_func ("/furniture/headline-counts", test_an_added_headline_is_a_change);
  g_test_add_func ("/furniture/text-on-the-other-side",
                   test_furniture_that_the_other_side_has_as_text_is_text);
  g_test_add_func ("/furniture/own-headline-in-a-list", test_a_headline_in_a_list_stays_furniture);
  g_test_add_func ("/furniture/put-back", test_a_line_put_back_takes_part);
  g_test_add_func ("/furniture/taken-out", test_a_paragraph_taken_out_is_no_change);
  g_test_add_func ("/furniture/pinned", test_a_pinned_line_takes_part);
  g_test_add_func ("/furniture/no-such-paragraph", test_a_role_of_no_paragraph_is_refused);
  g_test_add_func ("/furniture/json", test_roles_are_read_as_they_were_written);
  g_test_add_func ("/furniture/unknown-role", test_an_unknown_role_is_refused);
  g_test_add_func ("/dateline/is-quiet", test_a_dateline_is_quiet);
  g_test_add_func ("/bullet/is-quiet", test_a_bullet_is_quiet);
  g_test_add_func ("/dateline/change-behind", test_a_change_behind_a_dateline_is_found);
  g_test_add_func ("/repair/is-quiet", test_repaired_words_are_quiet);
  g_test_add_func ("/repair/right-word", test_the_word_that_was_repaired_is_marked);
  g_test_add_func ("/repair/taken-back", test_a_repair_taken_back_is_a_change);
  return g_test_run ();
}
