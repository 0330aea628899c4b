/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of an article as a PDF writer. */
#include "vr-report-history-pdf.h"

#include "vr-page-history.h"
#include "vr-paper.h"
#include "vr-pdf-writer.h"
#include "vr-press-makers.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static char *
dup_bookmark (const VrPageMarker *marker, gconstpointer data)
{
  return vr_page_history_dup_step (vr_report_history_peek_step (data, marker->row));
}

/* All who wrote a version, in the order in which they came. */
static char *
dup_authors (const VrReportHistory *history)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) authors = g_string_new (NULL);

  for (guint i = 0; i < history->steps->len; i++)
    {
      const char *author = vr_report_history_peek_step (history, i)->witness.author;

      if (author != NULL && *author != '\0' && g_hash_table_add (seen, (gpointer)author))
        g_string_append_printf (authors, "%s%s", authors->len > 0 ? "; " : "", author);
    }

  return g_string_free (g_steal_pointer (&authors), FALSE);
}

static void
fill_facts (const VrReportHistory *history, VrPdfFacts *facts)
{
  g_autofree char *title = vr_report_history_dup_title (history);

  facts->title = g_strdup_printf (_ ("%s: all versions"), title);
  facts->authors = dup_authors (history);
  facts->keywords = g_strdup_printf ("%s; %s", history->story, history->variant);
  facts->time = vr_report_history_dup_time (history);
  facts->manifest = vr_report_history_dup_manifest (history, "pdf", vr_press_get_printer ());
}

void
vr_report_history_pdf_write (const VrReportHistory *history, const VrProgress *progress,
                             GCancellable *cancellable, VrOutput *output)
{
  const VrProgressPart parts[] = { { progress, 0, VR_PDF_LAID_OUT },
                                   { progress, VR_PDF_LAID_OUT, 1 } };
  VrProgress laid_out = vr_progress_get_part (&parts[0]);
  VrProgress drawn = vr_progress_get_part (&parts[1]);
  g_auto (VrPdfFacts) facts = { 0 };
  VrPdfWriter writer = { .dup_bookmark = dup_bookmark,
                         .data = history,
                         .facts = &facts,
                         .progress = &drawn,
                         .cancellable = cancellable };
  g_autoptr (VrPages) pages = NULL;

  vr_paper_get_size (&writer.width, &writer.height);
  pages = vr_pages_new_history (history, &laid_out, cancellable, writer.width, writer.height);
  if (pages == NULL)
    {
      vr_output_fail (output, ECANCELED);
      return;
    }
  writer.pages = pages;
  fill_facts (history, &facts);
  vr_pdf_writer_write (&writer, output);
}
