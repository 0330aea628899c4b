/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what a report says of its making, and of the seal that tells of change. */
#include "vr-compare.h"
#include "vr-error.h"
#include "vr-manifest.h"
#include "vr-report-manifest.h"
#include "vr-sha256.h"
#include "vr-xxh128.h"

#include <string.h>

static VrArticle *
read_article (const char *content, const char *name, const char *encoding)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, encoding, name, NULL);

  return vr_article_new (text, VR_PARAGRAPHS_AUTO, NULL);
}

static VrComparison *
make_comparison (const VrOptions *options, VrOverrides *overrides)
{
  g_autoptr (VrArticle) old_article = read_article ("One ferry.\n\nTwo.\n", "/a/old.txt", "UTF-8");
  g_autoptr (VrArticle) new_article = read_article ("One ferry!\n\nTwo.\n", "new.txt", NULL);

  return vr_compare (old_article, new_article, options, overrides, NULL, NULL, NULL);
}

static VrReportInfo *
make_info (void)
{
  VrReportInfo *info = vr_report_info_new ();

  info->witnesses[VR_SIDE_OLD].name = g_strdup ("quay/cnn@1");
  info->witnesses[VR_SIDE_OLD].author = g_strdup ("</script>&\u2028 \U0001F6A2");
  info->witnesses[VR_SIDE_OLD].commit = g_strdup ("0123456789012345678901234567890123456789");
  info->witnesses[VR_SIDE_NEW].time = g_strdup ("2014-04-16T10:00:00+09");
  vr_report_info_add_note (info, "row", "A note.\n<b>", "Ann", NULL);

  return info;
}

static void
test_what_is_written_is_read (void)
{
  const VrOptions options = { .quiet = VR_QUIET_CASE,
                              .strict = TRUE,
                              .unit = VR_UNIT_CHARACTER,
                              .paragraphs = VR_PARAGRAPHS_BLANK,
                              .language = "de" };
  g_autoptr (VrOverrides) overrides = vr_overrides_new ();
  g_autoptr (VrComparison) comparison = NULL;
  g_autoptr (VrReportInfo) info = make_info ();
  const VrReportOptions report = { .context = 3,
                                   .critical = TRUE,
                                   .explain = TRUE,
                                   .layout = VR_REPORT_INLINE,
                                   .info = info,
                                   .made_with = "ink" };
  const VrReportFormat format = { .name = "json" };
  g_autoptr (VrManifest) manifest = NULL;
  g_autofree char *sum = NULL;
  guint n;

  vr_overrides_must_pair (overrides, 1, 1);
  comparison = make_comparison (&options, overrides);
  sum = vr_report_dup_comparison_sum (comparison);
  manifest = vr_manifest_new_of (&format, comparison, &report);

  g_assert_true (vr_options_equal (&manifest->options, &options));
  g_assert_cmpuint (vr_overrides_peek_must (manifest->overrides, &n)->old_index, ==, 1);
  g_assert_cmpuint (manifest->report.context, ==, 3);
  g_assert_true (manifest->report.critical && manifest->report.explain && !manifest->report.quiet);
  g_assert_cmpint (manifest->report.layout, ==, VR_REPORT_INLINE);
  g_assert_cmpstr (manifest->making.made_with, ==, "ink");
  g_assert_cmpstr (manifest->sum, ==, sum);
  g_assert_cmpstr (manifest->sources[VR_SIDE_OLD].name, ==, "quay/cnn@1");
  g_assert_cmpstr (manifest->sources[VR_SIDE_OLD].encoding, ==, "UTF-8");
  g_assert_null (manifest->sources[VR_SIDE_NEW].encoding);
  g_assert_cmpstr (manifest->info->witnesses[VR_SIDE_OLD].author, ==,
                   "</script>&\u2028 \U0001F6A2");
  g_assert_cmpstr (manifest->info->time, ==, "2014-04-16T10:00:00+09");
  g_assert_cmpstr (((VrReportNote *)g_ptr_array_index (manifest->info->notes, 0))->text, ==,
                   "A note.\n<b>");
}

/* A whole report of @n bytes, sealed. */
static char *
seal_report (const char *body, gboolean is_quick)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (bytes);
  g_autoptr (VrComparison) comparison = make_comparison (&(VrOptions)VR_OPTIONS_INIT, NULL);
  const VrReportOptions report = VR_REPORT_OPTIONS_INIT;
  const VrReportFormat format = { .name = "html" };

  if (is_quick)
    vr_output_begin_quick_sum (output);
  else
    vr_output_begin_sum (output);
  vr_output_put (output, body);
  vr_report_manifest_write (&format, comparison, &report, output, " -->\n");
  g_assert_true (vr_output_close (output, NULL));

  return g_string_free (g_steal_pointer (&bytes), FALSE);
}

static void
test_every_changed_byte_breaks_the_seal (void)
{
  for (guint is_quick = 0; is_quick < 2; is_quick++)
    {
      g_autofree char *report = seal_report ("<!-- the report ", is_quick);
      gsize n = strlen (report);

      g_assert_cmpint (vr_manifest_check_seal (report, n), ==, VR_SEAL_HOLDS);
      for (gsize i = 0; i < n; i++)
        {
          report[i] ^= 1;
          g_assert_cmpint (vr_manifest_check_seal (report, n), !=, VR_SEAL_HOLDS);
          report[i] ^= 1;
        }
      for (gsize i = 0; i < n; i++)
        g_assert_cmpint (vr_manifest_check_seal (report, i), !=, VR_SEAL_HOLDS);
    }
}

static void
test_the_last_manifest_is_the_reports_own (void)
{
  g_autofree char *report =
      seal_report ("said: " VR_MANIFEST_START "} and " VR_MANIFEST_SEAL "\" ", FALSE);
  gsize n;
  const char *found = vr_manifest_find (report, strlen (report), &n);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrManifest) manifest = vr_manifest_new_from_json (found, n, "report", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (manifest->making.format, ==, "html");
  g_assert_cmpint (vr_manifest_check_seal (report, strlen (report)), ==, VR_SEAL_HOLDS);
  g_assert_cmpstr (found + n, ==, " -->\n");
}

static void
test_no_format_has_to_escape_a_manifest (void)
{
  g_autoptr (VrReportInfo) info = make_info ();
  g_autoptr (VrComparison) comparison = make_comparison (&(VrOptions)VR_OPTIONS_INIT, NULL);
  const VrReportOptions report = { .context = VR_REPORT_ALL, .info = info };
  g_autofree char *manifest =
      vr_report_dup_manifest (vr_report_find_format ("json"), comparison, &report);

  g_assert_true (g_str_is_ascii (manifest));
  g_assert_null (strpbrk (manifest, "<>&\n"));
  g_assert_true (g_str_has_prefix (manifest, VR_MANIFEST_START));
}

static void
test_what_is_no_manifest_is_refused (void)
{
  static const char *const lies[][2] = {
    { "\"schema\":\"variorum-manifest/1\"", "\"schema\":\"variorum-manifest/2\"" },
    { "\"old\":{\"name\":\"old.txt\"", "\"old\":{\"name\":7" },
    { "\"context\":null", "\"context\":-1" },
    { "\"context\":null", "\"context\":1e3" },
    { "\"layout\":\"sides\"", "\"layout\":\"circle\"" },
    { "\"notes\":[]", "\"notes\":[7]" },
    { "\"notes\":[]", "\"notes\":[{\"row\":null}]" },
    { "\"commit\":null", "\"commit\":\"quay/cnn@latest\"" },
    { "\"unit\":\"word\"", "\"unit\":\"verse\"" },
    { "\"overrides\":null", "\"overrides\":[]" },
    { "\"summary\":{", "\"Summary\":{" },
    { "\"engine\":{", "\"engine\":null,\"motor\":{" },
  };
  g_autofree char *report = seal_report ("", FALSE);
  gsize n;
  const char *found = vr_manifest_find (report, strlen (report), &n);

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr (GString) json = g_string_new_len (found, (gssize)n);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (json, lies[i][0], lies[i][1], 1), ==, 1);
      g_assert_null (vr_manifest_new_from_json (json->str, json->len, "report", &error));
      g_assert_error (error, VR_ERROR, VR_ERROR_INVALID);
    }
}

static void
test_engines_are_told_apart (void)
{
  g_autofree char *report = seal_report ("", FALSE);
  gsize n;
  const char *found = vr_manifest_find (report, strlen (report), &n);
  g_autoptr (GString) other_json = g_string_new_len (found, (gssize)n);
  g_autoptr (VrManifest) manifest = vr_manifest_new_from_json (found, n, "report", NULL);
  g_autoptr (VrManifest) other = NULL;
  g_autofree char *maker = NULL;

  g_string_replace (other_json, "\"icu\":\"", "\"icu\":\"9", 1);
  other = vr_manifest_new_from_json (other_json->str, other_json->len, "report", NULL);
  maker = vr_manifest_making_dup_maker (&other->making);

  g_assert_true (vr_manifest_making_has_engine_of (&manifest->making, &manifest->making));
  g_assert_false (vr_manifest_making_has_engine_of (&manifest->making, &other->making));
  g_assert_nonnull (strstr (maker, "ICU 9"));
  manifest->making.made_with = "ink";
  g_assert_true (vr_manifest_making_has_engine_of (&manifest->making, &manifest->making));
  g_assert_false (vr_manifest_making_is_drawn_as (&manifest->making, &other->making));
}

/* https://github.com/Cyan4973/xxHash/blob/v0.8.1/tests: that of nothing, and `printf abc |
 * xxh128sum`. */
static void
test_the_quick_sum_is_everybodys_xxh128 (void)
{
  g_autoptr (VrXxh128) sum = vr_xxh128_new ();
  char hex[VR_XXH128_HEX_BYTES];

  vr_xxh128_finish (sum, hex);
  g_assert_cmpstr (hex, ==, "99aa06d3014798d86001c324468d497f");
  vr_xxh128_update (sum, "a", 1);
  vr_xxh128_update (sum, "bc", 2);
  vr_xxh128_finish (sum, hex);
  g_assert_cmpstr (hex, ==, "06b05ab6733a618578af5f94892f3950");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manifest/written-and-read", test_what_is_written_is_read);
  g_test_add_func ("/manifest/seal", test_every_changed_byte_breaks_the_seal);
  g_test_add_func ("/manifest/last", test_the_last_manifest_is_the_reports_own);
  g_test_add_func ("/manifest/harmless", test_no_format_has_to_escape_a_manifest);
  g_test_add_func ("/manifest/refused", test_what_is_no_manifest_is_refused);
  g_test_add_func ("/manifest/engines", test_engines_are_told_apart);
  g_test_add_func ("/manifest/quick-sum", test_the_quick_sum_is_everybodys_xxh128);

  return g_test_run ();
}
