/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report in a file: whole or not at all, with its manifest beside it where it carries none. */
#include "vr-report-save.h"

#include "vr-report-manifest.h"

char *
vr_report_dup_manifest_path (const VrReportFormat *format, const char *path)
{
  if ((format->flags & (VR_REPORT_SEALED | VR_REPORT_PLAIN)) != 0)
    return NULL;

  return g_strconcat (path, VR_MANIFEST_SUFFIX, NULL);
}

char *
vr_report_find_existing (const VrReportFormat *format, const char *path)
{
  g_autofree char *manifest = vr_report_dup_manifest_path (format, path);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_strdup (path);
  if (manifest != NULL && g_file_test (manifest, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&manifest);

  return NULL;
}

static gboolean
save_bytes (const char *path, const GString *bytes, GError **error)
{
  g_autoptr (VrOutput) output = vr_output_new_for_file (path, error);

  if (output == NULL)
    return FALSE;
  vr_output_make_durable (output);
  vr_output_write (output, bytes->str, bytes->len);

  return vr_output_close (output, error);
}

/* The report stands before its manifest does: one without is only not checked. */
static gboolean
save_both (const VrReportFormat *format, VrReportFunc write, const VrComparison *comparison,
           const VrReportOptions *options, const char *path, const char *manifest_path,
           GError **error)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autoptr (GString) manifest = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (report);
  g_autoptr (VrOutput) beside = vr_output_new_in_memory (manifest);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = g_path_get_basename (path);

  write (comparison, options, output);
  if (!vr_output_close (output, error))
    return FALSE;
  bytes = g_bytes_new_static (report->str, report->len);
  vr_report_manifest_write_beside (format, comparison, options, name, bytes, beside);
  if (!vr_output_close (beside, error))
    return FALSE;

  return save_bytes (path, report, error) && save_bytes (manifest_path, manifest, error);
}

gboolean
vr_report_save (const VrReportFormat *format, VrReportFunc write, const VrComparison *comparison,
                const VrReportOptions *options, const char *path, GError **error)
{
  g_autofree char *manifest_path = vr_report_dup_manifest_path (format, path);
  g_autoptr (VrOutput) output = NULL;

  if (manifest_path != NULL)
    return save_both (format, write, comparison, options, path, manifest_path, error);
  output = vr_output_new_for_file (path, error);
  if (output == NULL)
    return FALSE;
  if ((format->flags & VR_REPORT_FOR_TERMINAL) == 0)
    vr_output_make_durable (output);
  write (comparison, options, output);

  return vr_output_close (output, error);
}
