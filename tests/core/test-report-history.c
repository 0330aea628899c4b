/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the HTML report on all versions of an article; with --page it prints one, to look at. */
#include "vr-report-history-html.h"

#include <stdio.h>

static void
fill_step (VrReportStep *step, guint i)
{
  step->witness.name = g_strdup_printf ("quay/herald@%u", step->number);
  step->witness.title = g_strdup (i < 2 ? "Ferries delayed" : "Ferries <b>lost</b> \u202ein fog");
  step->witness.author = g_strdup ("A. Reporter");
  step->witness.time = g_strdup_printf ("2014-04-%02uT16:23:00+02:00", 10 + i);
  step->witness.commit = g_strdup_printf ("%040u", step->number);
  step->witness.url = g_strdup ("javascript:window.pwned=1");
  step->sha256 = g_strdup_printf ("%064u", step->number);
}

static VrReportHistory *
make_history (guint n)
{
  static const VrChangedWords words[] = { { 0, 310, 0 }, { 4, 12, 0 }, { 120, 95, 40 },
                                          { 2, 2, 0 },   { 60, 0, 0 }, { 0, 0, 55 } };
  VrReportHistory *history = vr_report_history_new ("The \u202eQuay", "herald");

  for (guint i = 0; i < n; i++)
    {
      VrReportStep *step = vr_report_history_add_step (history);

      fill_step (step, i % 18);
      step->words = words[i % G_N_ELEMENTS (words)];
      if (i == 0)
        {
          step->headline = g_strdup ("First version.");
          continue;
        }
      step->headline = g_strdup ("2 of 21 paragraphs changed: 1 edited, 1 moved.");
      if (i == 2)
        g_ptr_array_add (step->flags, g_strdup ("headline changed"));
      if (i % 3 == 0)
        g_ptr_array_add (step->flags, g_strdup ("silent edit: number changed from “5” to “6”"));
      g_ptr_array_add (
          step->changes,
          g_strdup (
              "Paragraph 2, edited, 1 word changed (removed “<script>window.pwned=2</script>”, "
              "added “\u202eTuesday”): Two ferries left for the islands."));
      g_ptr_array_add (step->changes, g_strdup ("Paragraph 9, added: وصلت العبّارة إلى الميناء"));
    }

  return history;
}

static char *
dup_page (const VrReportHistory *history)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
  g_autoptr (GError) error = NULL;

  vr_report_history_html_write (history, NULL, NULL, output);
  vr_output_close (output, &error);
  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_has (const char *page, const char *part)
{
  if (strstr (page, part) == NULL)
    g_error ("“%s” is not in: %s", part, strstr (page, "<header>"));
}

static guint
count (const char *page, const char *part)
{
  guint n = 0;

  for (const char *at = page; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;

  return n;
}

static void
test_every_version_is_told (void)
{
  g_autoptr (VrReportHistory) history = make_history (6);
  g_autofree char *page = dup_page (history);

  g_assert_cmpuint (count (page, "<li id=\"v"), ==, 6);
  assert_has (page, "<p class=\"lede\">6 versions: 186 words removed, 419 words added, 95 words "
                    "moved.</p>");
  assert_has (page, "<h3>Version 3</h3><p>2014-04-12 16:23:00 UTC+02:00</p>");
  assert_has (page, "<ul class=\"flags\">\n<li>headline changed</li>");
  assert_has (page, "<summary>2 Changes</summary>");
  assert_has (page, "<dd><bdi>quay/herald@3</bdi></dd>");
}

static void
test_a_headline_is_told_where_it_changed (void)
{
  g_autoptr (VrReportHistory) history = make_history (6);
  g_autofree char *page = dup_page (history);

  g_assert_cmpuint (count (page, "<p class=\"title\""), ==, 2);
}

static void
test_words_are_drawn_to_one_scale (void)
{
  g_autoptr (VrReportHistory) history = make_history (3);
  g_autofree char *page = dup_page (history);

  assert_has (page, "<rect class=\"a\" x=\"2\" y=\"0\" width=\"6\" height=\"144\"/>");
  assert_has (page, "<rect class=\"d\" x=\"22\" y=\"144\" width=\"6\" height=\"55\"/>");
  assert_has (page, "<rect class=\"m\" x=\"22\" y=\"82\" width=\"6\" height=\"18\"/>");
  assert_has (page, "The tallest bar stands for 310 words.");
}

static void
test_many_versions_share_bars (void)
{
  g_autoptr (VrReportHistory) history = make_history (1000);
  g_autofree char *page = dup_page (history);

  g_assert_cmpuint (count (page, "<rect class=\"a\""), <=, 120);
  g_assert_cmpuint (count (page, "<li id=\"v"), ==, 1000);
}

static void
test_a_history_without_words_has_no_drawing (void)
{
  g_autoptr (VrReportHistory) history = vr_report_history_new ("quay", "herald");
  g_autofree char *page = NULL;

  vr_report_history_add_step (history);
  page = dup_page (history);

  assert_has (page, "<h1 dir=\"auto\">quay/herald</h1>");
  g_assert_null (strstr (page, "<svg"));
}

static void
test_what_others_wrote_is_text (void)
{
  g_autoptr (VrReportHistory) history = make_history (6);
  g_autofree char *page = dup_page (history);

  g_assert_null (strstr (page, "<script"));
  g_assert_null (strstr (page, "\u202e"));
  g_assert_null (strstr (page, "href=\"javascript"));
  assert_has (page, "Ferries &lt;b&gt;lost&lt;/b&gt; <code>U+202E</code>in fog");
}

static void
test_the_same_history_gives_the_same_bytes (void)
{
  g_autoptr (VrReportHistory) history = make_history (6);
  g_autofree char *page = dup_page (history);
  g_autofree char *again = dup_page (history);

  g_assert_cmpstr (page, ==, again);
}

static void
test_the_seal_is_the_pages_sum (void)
{
  g_autoptr (VrReportHistory) history = make_history (6);
  g_autofree char *page = dup_page (history);
  char *digits = strstr (page, "\"seal\":\"sha256:");
  char told[VR_SHA256_HEX_BYTES], sum[VR_SHA256_HEX_BYTES];

  g_assert_nonnull (digits);
  digits += strlen ("\"seal\":\"sha256:");
  g_strlcpy (told, digits, sizeof told);
  memset (digits, '0', VR_SHA256_HEX_BYTES - 1);
  vr_sha256_hex (page, strlen (page), sum);
  g_assert_cmpstr (told, ==, sum);
}

static void
test_one_that_nobody_waits_for_any_more_ends (void)
{
  g_autoptr (VrReportHistory) history = make_history (6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  vr_report_history_html_write (history, NULL, cancellable, output);

  g_assert_false (vr_output_close (output, &error));
  g_assert_nonnull (error);
}

static int
print_page (void)
{
  g_autoptr (VrReportHistory) history = make_history (14);
  g_autofree char *page = dup_page (history);

  return fputs (page, stdout) < 0;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--page"))
    return print_page ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-history/versions", test_every_version_is_told);
  g_test_add_func ("/report-history/titles", test_a_headline_is_told_where_it_changed);
  g_test_add_func ("/report-history/drawn", test_words_are_drawn_to_one_scale);
  g_test_add_func ("/report-history/many", test_many_versions_share_bars);
  g_test_add_func ("/report-history/no-words", test_a_history_without_words_has_no_drawing);
  g_test_add_func ("/report-history/hostile", test_what_others_wrote_is_text);
  g_test_add_func ("/report-history/same", test_the_same_history_gives_the_same_bytes);
  g_test_add_func ("/report-history/seal", test_the_seal_is_the_pages_sum);
  g_test_add_func ("/report-history/cancel", test_one_that_nobody_waits_for_any_more_ends);
  return g_test_run ();
}
