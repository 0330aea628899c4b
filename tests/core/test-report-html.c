/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what an HTML report tells besides the comparison: versions, notes, how far it is. */
#include "check-comparison.h"
#include "vr-report-html.h"

#define OLD_TEXT "The harbour opened.\nTwo ferries left at noon.\nNobody was hurt."
#define NEW_TEXT "The harbour opened.\nSix ferries left at noon.\nNobody was hurt."

static char *
dup_report (const VrComparison *comparison, const VrReportOptions *options)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
  g_autoptr (GError) error = NULL;

  vr_report_html_write (comparison, options, output);
  vr_output_close (output, &error);
  g_assert_no_error (error);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_has (const char *report, const char *part)
{
  if (strstr (report, part) == NULL)
    g_error ("“%s” is not in: %s", part, strstr (report, "<header>"));
}

static void
assert_lacks (const char *report, const char *part)
{
  if (strstr (report, part) != NULL)
    g_error ("“%s” is in: %s", part, strstr (report, part));
}

static void
test_versions_are_told (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  VrReportWitness *witness = &info->witnesses[VR_SIDE_NEW];
  g_autofree char *report = NULL;

  witness->name = g_strdup ("quay/herald@2");
  witness->title = g_strdup ("Ferries <left>");
  witness->author = g_strdup ("A. \u202eReporter");
  witness->time = g_strdup ("2014-04-16T16:23:00+02:00");
  witness->commit = g_strdup ("0123456789abcdef0123456789abcdef01234567");
  witness->url = g_strdup ("javascript:alert(1)");
  options.info = info;
  report = dup_report (comparison, &options);

  assert_has (report, "<h1>Ferries &lt;left&gt;</h1>");
  assert_has (report, "<title>Ferries &lt;left&gt;: ");
  assert_has (report, "<dd><bdi>quay/herald@2</bdi></dd>");
  assert_has (report, "<dd><bdi>A. <code>U+202E</code>Reporter</bdi></dd>");
  assert_has (report, "<dd><bdi>2014-04-16 16:23:00 UTC+02:00</bdi></dd>");
  assert_has (report, "<bdi>0123456789abcdef0123456789abcdef01234567</bdi>");
  assert_has (report, "<dd><bdi>javascript:alert(1)</bdi></dd>");
  assert_lacks (report, "href=\"javascript");
}

static const char *
find_after (const char *report, const char *first, const char *second)
{
  const char *at = strstr (report, first);

  g_assert_nonnull (at);

  return strstr (at, second);
}

static void
test_notes_stand_where_they_belong (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  g_autofree char *id = vr_comparison_dup_row_id (comparison, 1);
  g_autofree char *report = NULL;

  vr_report_info_add_note (info, id, "Why six?\n<b>\u202eAsk", "Kim <k>", NULL);
  vr_report_info_add_note (info, NULL, "On the whole.", NULL, NULL);
  vr_report_info_add_note (info, "0000000000000000", "On a row that is gone.", NULL, NULL);
  options.info = info;
  report = dup_report (comparison, &options);

  assert_has (report,
              "<b>Note</b> · <bdi>Kim &lt;k&gt;</bdi></p><p dir=\"auto\">Why six?\n&lt;b&gt;"
              "<code>U+202E</code>Ask</p></div>\n</div>\n<div class=\"r s\">");
  g_assert_nonnull (find_after (report, "id=\"c1\"", "Why six?"));
  g_assert_nonnull (find_after (report, "On the whole.", "</header>"));
  g_assert_nonnull (find_after (report, "On a row that is gone.", "</header>"));
}

static void
test_a_fold_with_a_note_is_open (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  g_autofree char *id = vr_comparison_dup_row_id (comparison, 2);
  g_autofree char *report = NULL;

  vr_report_info_add_note (info, id, "Is that so?", NULL, NULL);
  options.info = info;
  options.context = 0;
  report = dup_report (comparison, &options);

  g_assert_nonnull (find_after (report, "<details class=\"fold\"><summary>", "Six"));
  g_assert_nonnull (find_after (report, "<details class=\"fold\" open><summary>", "Is that so?"));
}

static char *
dup_lines (const char *word, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sLine %u of the harbour's log was %s.", i > 0 ? "\n" : "", i,
                            word);

  return g_string_free (text, FALSE);
}

static void
note_progress_cb (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_a_long_report_tells_how_far_it_is (void)
{
  g_autofree char *old_text = dup_lines ("kept", 2000);
  g_autofree char *new_text = dup_lines ("lost", 2000);
  g_autoptr (VrComparison) comparison = compare_lines (old_text, new_text, NULL, NULL);
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  double last = 0;
  VrProgress progress = { note_progress_cb, &last };
  g_autofree char *report = NULL;

  options.progress = &progress;
  report = dup_report (comparison, &options);

  g_assert_cmpfloat (last, >, 0.7);
  assert_has (report, "<main id=\"text\" class=\"long\"");
  assert_has (report, "<nav aria-labelledby=\"changes\"><details><summary>");
}

static void
test_a_report_that_nobody_waits_for_any_more_ends (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
  g_autoptr (GError) error = NULL;
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;

  g_cancellable_cancel (cancellable);
  options.cancellable = cancellable;
  vr_report_html_write (comparison, &options, output);

  g_assert_false (vr_output_close (output, &error));
  g_assert_nonnull (error);
  assert_lacks (text->str, "</html>");
}

static void
test_pairings_are_explained_when_that_is_asked_for (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  g_autofree char *report = NULL;

  options.explain = TRUE;
  report = dup_report (comparison, &options);

  assert_has (report, "<details class=\"why\"><summary>Match ");
  assert_has (report, "<dt>Rare Words Shared</dt><dd>Both have the same words");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-html/versions", test_versions_are_told);
  g_test_add_func ("/report-html/notes", test_notes_stand_where_they_belong);
  g_test_add_func ("/report-html/folds", test_a_fold_with_a_note_is_open);
  g_test_add_func ("/report-html/progress", test_a_long_report_tells_how_far_it_is);
  g_test_add_func ("/report-html/cancel", test_a_report_that_nobody_waits_for_any_more_ends);
  g_test_add_func ("/report-html/explained", test_pairings_are_explained_when_that_is_asked_for);
  return g_test_run ();
}
