/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reports with what is known of both versions, the reader's notes, progress, and an end
 * before the end. */
#include "check-comparison.h"
#include "vr-report.h"

#define OLD_TEXT "The harbour opened at dawn.\nTwo ferries left.\nThe end."
#define NEW_TEXT "The harbour opened at dusk.\nTwo ferries left.\nThe end."

static char *
write_report (const char *name, const VrComparison *comparison, const VrReportOptions *options)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (text);

  vr_report_find_format (name)->write (comparison, options, output);
  g_assert_true (vr_output_close (output, NULL));

  return g_strdup (text->str);
}

static VrReportInfo *
info_with_note (const VrComparison *comparison, const char *text)
{
  VrReportInfo *info = vr_report_info_new ();
  g_autofree char *row = vr_comparison_dup_row_id (comparison, 0);

  vr_report_info_add_note (info, row, text, "Marta <Engel>", "2026-11-22T10:00:00Z");

  return info;
}

static void
assert_has (const char *report, const char *words)
{
  if (strstr (report, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, report);
}

static void
assert_lacks (const char *report, const char *words)
{
  if (strstr (report, words) != NULL)
    g_error ("“%s” is in:\n%s", words, report);
}

typedef struct
{
  const char *format;
  const char *note;
  const char *shown;
  const char *never;
} NoteCase;

static const NoteCase note_cases[] = {
  { "csv", "Ask the port.", "\"Ask the port.\"", NULL },
  { "csv", "=cmd()", "\"'=cmd()\"", "\"=cmd()" },
  { "csv", "\t@SUM(1)", "\"'\t'@SUM(1)\"", "\"\t" },
  { "csv", "a \"b\"", "\"a \"\"b\"\"\"", NULL },
  { "criticmarkup", "Ask the port.", "{>>Ask the port.<<}", NULL },
  { "criticmarkup", "x<<}{++y++}", "{>>x\\<\\<\\}\\{\\+\\+y\\+\\+\\}<<}", "{++y" },
  { "criticmarkup", "one\n\ntwo", "{>>one&#xa;&#xa;two<<}", NULL },
  { "markdown", "Ask the port.", "\n> Ask the port.\n>\n> — Marta \\<Engel\\>, 2026", NULL },
  { "markdown", "# one\n- two", "\n> \\# one\\\n> \\- two\n", "\n# one" },
  { "markdown", "one\n\n    two", "\n> one\n>\n> two\n", "\n    two" },
  { "markdown", "<script>", "> \\<script\\>", "<script>" },
  { "tei", "Ask the port.", "<p>Ask the port.</p><bibl><author>Marta &lt;Engel&gt;</author>",
    NULL },
  { "tei", "</note><x>", "<p>&lt;/note&gt;&lt;x&gt;</p>", "<x>" },
  { "diff", "--- a/x", "+The harbour opened at dusk.\n", "a/x" },
};

static void
test_a_note_stands_at_its_row_and_is_text (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (note_cases); i++)
    {
      g_autoptr (VrReportInfo) info = info_with_note (comparison, note_cases[i].note);
      VrReportOptions options = VR_REPORT_OPTIONS_INIT;
      g_autofree char *report = NULL;

      options.info = info;
      report = write_report (note_cases[i].format, comparison, &options);
      assert_has (report, note_cases[i].shown);
      if (note_cases[i].never != NULL)
        assert_lacks (report, note_cases[i].never);
    }
}

static void
test_a_note_on_the_whole_stands_before_the_rows (void)
{
  static const char *const formats[] = { "criticmarkup", "markdown", "tei" };
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;

  vr_report_info_add_note (info, NULL, "All of it is about Monday.", NULL, NULL);
  options.info = info;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *report = write_report (formats[i], comparison, &options);
      const char *note = strstr (report, "All of it is about Monday.");

      g_assert_nonnull (note);
      g_assert_nonnull (strstr (note, "The harbour"));
    }
}

static void
test_what_is_known_of_a_version_is_text (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  VrReportWitness *witness = &info->witnesses[VR_SIDE_NEW];
  g_autofree char *tei = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *diff = NULL;

  witness->name = g_strdup ("../kerry/\"cnn\"\n@3");
  witness->title = g_strdup ("<b>Talks</b> [fail](x)");
  witness->url = g_strdup ("javascript:alert(1)");
  witness->time = g_strdup ("2026-11-22T10:00:00+01:00");
  options.info = info;
  tei = write_report ("tei", comparison, &options);
  assert_has (tei, "<title>&lt;b&gt;Talks&lt;/b&gt; [fail](x)</title>");
  assert_has (tei, "<idno type=\"source\">javascript:alert(1)</idno>");
  assert_has (tei, "<date when=\"2026-11-22T10:00:00+01:00\">");
  markdown = write_report ("markdown", comparison, &options);
  assert_has (markdown, "# \\<b\\>Talks\\</b\\> \\[fail\\](x)\n");
  assert_has (markdown, "\n  - javascript:alert(1)\n");
  diff = write_report ("diff", comparison, &options);
  assert_has (diff, "+++ b/_._kerry__cnn__@3\n");
}

static void
test_who_has_enough_gets_no_report (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  VrReportOptions options = VR_REPORT_OPTIONS_INIT;
  static const char *const formats[] = { "csv", "criticmarkup", "diff", "markdown", "tei" };

  g_cancellable_cancel (cancellable);
  options.cancellable = cancellable;
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (VrOutput) output = vr_output_new_in_memory (text);
      g_autoptr (GError) error = NULL;

      vr_report_find_format (formats[i])->write (comparison, &options, output);
      g_assert_false (vr_output_close (output, &error));
      g_assert_nonnull (error);
    }
}

static void
take_fraction (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_a_report_tells_how_far_it_is (void)
{
  g_autoptr (VrComparison) comparison = compare_lines (OLD_TEXT, NEW_TEXT, NULL, NULL);
  static const char *const formats[] = { "csv", "criticmarkup", "markdown", "tei" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      VrReportOptions options = VR_REPORT_OPTIONS_INIT;
      double last = 0;
      VrProgress progress = { take_fraction, &last };
      g_autofree char *report = NULL;

      options.progress = &progress;
      report = write_report (formats[i], comparison, &options);
      g_assert_cmpfloat (last, >, 0.5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report-notes/at-a-row", test_a_note_stands_at_its_row_and_is_text);
  g_test_add_func ("/report-notes/on-the-whole", test_a_note_on_the_whole_stands_before_the_rows);
  g_test_add_func ("/report-notes/versions", test_what_is_known_of_a_version_is_text);
  g_test_add_func ("/report-notes/cancelled", test_who_has_enough_gets_no_report);
  g_test_add_func ("/report-notes/progress", test_a_report_tells_how_far_it_is);

  return g_test_run ();
}
