/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report's comparison made again, and the report written again. */
#include "vr-verify-private.h"

#include "vr-document.h"
#include "vr-press.h"
#include "vr-report-manifest.h"

#include <glib/gi18n.h>

static VrComparison *
compare (const VrVerify *self, GError **error)
{
  const VrManifest *manifest = self->manifest;
  VrSource sources[VR_N_SIDES];
  g_autoptr (VrDocument) document = NULL;
  guint failed;

  for (guint side = 0; side < VR_N_SIDES; side++)
    sources[side] = (VrSource){ .name = manifest->sources[side].name,
                                .bytes = self->sources[side],
                                .encoding = manifest->sources[side].encoding };
  document = vr_document_new (sources, &manifest->options, manifest->overrides);

  return vr_document_compare (document, NULL, NULL, &failed, error);
}

void
vr_verify_find_difference (VrVerify *self, const char *check, const VrManifestMaking *own,
                           const char *falsehood, const char *doubt)
{
  g_autofree char *its_maker = vr_manifest_making_dup_maker (vr_verify_get_making (self));
  g_autofree char *maker = vr_manifest_making_dup_maker (own);
  g_autofree char *engines = NULL;

  if (falsehood != NULL)
    {
      vr_verify_find (self, check, VR_VERDICT_FALSE, g_strdup (falsehood));
      return;
    }
  engines = g_strdup_printf (_ ("The report was made by %s, this is %s."), its_maker, maker);
  vr_verify_find (self, check, VR_VERDICT_UNKNOWN, g_strconcat (doubt, " ", engines, NULL));
}

static void
judge_comparison (VrVerify *self, const VrReportFormat *format)
{
  g_autoptr (VrManifest) own =
      vr_manifest_new_of (format, self->comparison, &self->manifest->report);
  gboolean has_figures = g_str_equal (own->figures, self->manifest->figures);
  gboolean has_sum = g_strcmp0 (own->sum, self->manifest->sum) == 0;
  gboolean is_own_engine = vr_manifest_making_has_engine_of (&own->making, &self->manifest->making);

  if (has_figures && has_sum)
    vr_verify_find (
        self, "comparison", VR_VERDICT_HOLDS,
        g_strdup (own->sum != NULL
                      ? _ ("Compared again, both versions give the same comparison and figures.")
                      : _ ("Compared again, both versions give the same figures.")));
  else
    vr_verify_find_difference (
        self, "comparison", &own->making,
        !is_own_engine ? NULL
        : !has_figures ? _ ("Compared again, both versions give other figures than the report.")
                       : _ ("Compared again, both versions give another comparison than the "
                            "report tells of."),
        _ ("Whether the comparison holds cannot be told: made again, it comes out "
           "differently, but by another engine."));
}

static const VrReportFormat *
find_format (VrVerify *self)
{
  const VrReportFormat *format = vr_report_find_format (self->manifest->making.format);

  if (format == NULL)
    vr_verify_find (self, "comparison", VR_VERDICT_UNKNOWN,
                    g_strdup_printf (_ ("Whether the comparison holds cannot be told: this version "
                                        "of Variorum does not know the format “%s”."),
                                     self->manifest->making.format));

  return format;
}

void
vr_verify_check_comparison (VrVerify *self)
{
  g_autoptr (GError) error = NULL;
  const VrReportFormat *format;

  if (self->sources[VR_SIDE_OLD] == NULL || self->sources[VR_SIDE_NEW] == NULL)
    {
      vr_verify_find (self, "comparison", VR_VERDICT_UNCHECKED,
                      g_strdup (_ ("The comparison was not made again, as that needs both "
                                   "versions as they were.")));
      return;
    }
  format = find_format (self);
  if (format == NULL)
    return;
  self->comparison = compare (self, &error);
  if (self->comparison != NULL)
    judge_comparison (self, format);
  else
    vr_verify_find (self, "comparison", VR_VERDICT_FALSE,
                    g_strdup_printf (_ ("The comparison cannot be made as the report says: %s"),
                                     error->message));
}

/* What is written again, as the file has it; NULL with what failed. */
static GBytes *
write_report (const VrVerify *self, const VrReportFormat *format, GError **error)
{
  VrReportOptions options = self->manifest->report;
  VrReportFunc write = vr_press_get_writer (format, &options);
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (bytes);

  write (self->comparison, &options, output);
  if (!vr_output_close (output, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
write_manifest (const VrVerify *self, const VrReportFormat *format, GBytes *report)
{
  VrReportOptions options = self->manifest->report;
  GString *bytes = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (bytes);
  const char *name = self->manifest->file_name;

  (void)vr_press_get_writer (format, &options);

  vr_report_manifest_write_beside (format, self->comparison, &options, name != NULL ? name : "",
                                   report, output);
  vr_output_flush (output);

  return g_string_free_to_bytes (bytes);
}

/* The manifest that was just written: it tells what this program draws with. */
static VrManifest *
read_own_manifest (GBytes *report, GBytes *manifest_file)
{
  g_autoptr (GBytes) json = vr_verify_dup_manifest (manifest_file != NULL ? manifest_file : report);
  gsize n_bytes;
  const char *data = json != NULL ? g_bytes_get_data (json, &n_bytes) : NULL;

  return data != NULL ? vr_manifest_new_from_json (data, n_bytes, "", NULL) : NULL;
}

void
vr_verify_judge_writing (VrVerify *self, const VrManifestMaking *own, gboolean is_same)
{
  if (is_same)
    vr_verify_find (self, "report", VR_VERDICT_HOLDS,
                    g_strdup (_ ("Written again, the report has the same bytes.")));
  else if (own == NULL)
    vr_verify_find (self, "report", VR_VERDICT_FALSE,
                    g_strdup (_ ("Written again, the report has no such manifest.")));
  else
    vr_verify_find_difference (
        self, "report", own,
        vr_manifest_making_is_drawn_as (own, vr_verify_get_making (self))
            ? _ ("Written again, the report has other bytes.")
            : NULL,
        _ ("Whether the report says what was found cannot be told: written again, it has other "
           "bytes, but by another engine."));
}

static void
judge_writing (VrVerify *self, GBytes *report, GBytes *manifest_file)
{
  g_autoptr (VrManifest) own = read_own_manifest (report, manifest_file);
  gboolean is_same =
      g_bytes_equal (report, self->report)
      && (manifest_file == NULL || g_bytes_equal (manifest_file, self->manifest_file));

  vr_verify_judge_writing (self, own != NULL ? &own->making : NULL, is_same);
}

gboolean
vr_verify_check_words (VrVerify *self, const VrManifestMaking *own)
{
  const VrManifestMaking *its = vr_verify_get_making (self);

  if (vr_manifest_making_speaks_as (own, its))
    return TRUE;
  vr_verify_find (
      self, "report", VR_VERDICT_UNCHECKED,
      g_strdup_printf (_ ("The report was not written again: its language is “%s” and it writes "
                          "%s, here it would be “%s” and %s."),
                       its->language, its->numbers, own->language, own->numbers));

  return FALSE;
}

/* Whether it would be written in the same words; says where not. */
static gboolean
check_language (VrVerify *self, const VrReportFormat *format)
{
  g_autoptr (VrManifest) own =
      vr_manifest_new_of (format, self->comparison, &self->manifest->report);

  return vr_verify_check_words (self, &own->making);
}

void
vr_verify_check_writing (VrVerify *self)
{
  const VrReportFormat *format = vr_report_find_format (self->manifest->making.format);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) report = NULL;
  g_autoptr (GBytes) manifest_file = NULL;

  if (self->comparison == NULL)
    {
      vr_verify_find (self, "report", VR_VERDICT_UNCHECKED,
                      g_strdup (_ ("The report was not written again, as that needs the "
                                   "comparison.")));
      return;
    }
  if (!check_language (self, format))
    return;
  report = write_report (self, format, &error);
  if (report == NULL)
    {
      vr_verify_find (self, "report", VR_VERDICT_UNKNOWN, g_strdup (error->message));
      return;
    }
  if (self->manifest_file != NULL)
    manifest_file = write_manifest (self, format, report);
  judge_writing (self, report, manifest_file);
}
