/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a PDF writer. */
#include "vr-report-pdf.h"

#include "vr-paper.h"
#include "vr-pdf-writer.h"
#include "vr-report-manifest.h"
#include "vr-report-summary.h"
#include "vr-report-words.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define BOOKMARK_MAX_CELLS 60

static VrPages *
lay_out (const VrComparison *comparison, const VrReportOptions *options, double *width,
         double *height)
{
  const VrProgressPart part = { options->progress, 0, VR_PDF_LAID_OUT };
  VrProgress progress = vr_progress_get_part (&part);
  VrReportOptions told = *options;

  vr_paper_get_size (width, height);
  if (options->layout == VR_REPORT_SIDES)
    {
      double upright = *width;

      *width = *height;
      *height = upright;
    }
  told.progress = &progress;

  return vr_pages_new (comparison, &told, *width, *height);
}

static char *
dup_bookmark (const VrPageMarker *marker, gconstpointer data)
{
  const VrComparison *comparison = data;
  VrRow row = vr_comparison_get_row (comparison, marker->row);
  g_autofree char *fate = vr_report_dup_fate (comparison, marker->row, NULL);
  g_autofree char *owned = NULL;
  VrSlice text = vr_report_peek_row_text (comparison, marker->row,
                                          row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD, &owned);
  g_autofree char *excerpt = vr_report_dup_excerpt (text, BOOKMARK_MAX_CELLS);

  /* Translators: the beginning of a paragraph, and what became of it. */
  return g_strdup_printf (_ ("“%s”: %s"), excerpt, fate);
}

static char *
dup_authors (const VrReportInfo *info)
{
  const char *old_author = info != NULL ? info->witnesses[VR_SIDE_OLD].author : NULL;
  const char *new_author = info != NULL ? info->witnesses[VR_SIDE_NEW].author : NULL;

  if (old_author == NULL || g_strcmp0 (old_author, new_author) == 0)
    return g_strdup (new_author);

  return new_author != NULL ? g_strdup_printf ("%s; %s", old_author, new_author)
                            : g_strdup (old_author);
}

static void
fill_facts (const VrComparison *comparison, const VrReportOptions *options, VrPdfFacts *facts)
{
  const VrReportInfo *info = options->info;
  g_autofree char *old_name = vr_report_dup_witness_name (info, comparison, VR_SIDE_OLD);
  g_autofree char *new_name = vr_report_dup_witness_name (info, comparison, VR_SIDE_NEW);

  facts->title = vr_report_dup_witness_title (info, comparison, VR_SIDE_NEW);
  facts->authors = dup_authors (info);
  facts->keywords = g_strdup_printf ("%s; %s", old_name, new_name);
  facts->time = vr_report_dup_time (info);
  facts->manifest = vr_report_dup_manifest (vr_report_find_format ("pdf"), comparison, options);
}

void
vr_report_pdf_write (const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output)
{
  const VrProgressPart part = { options->progress, VR_PDF_LAID_OUT, 1 };
  VrProgress progress = vr_progress_get_part (&part);
  g_auto (VrPdfFacts) facts = { 0 };
  VrPdfWriter writer = { .dup_bookmark = dup_bookmark,
                         .data = comparison,
                         .facts = &facts,
                         .progress = &progress,
                         .cancellable = options->cancellable };
  g_autoptr (VrPages) pages = lay_out (comparison, options, &writer.width, &writer.height);

  if (pages == NULL)
    {
      vr_output_fail (output, ECANCELED);
      return;
    }
  writer.pages = pages;
  fill_facts (comparison, options, &facts);
  vr_pdf_writer_write (&writer, output);
}
