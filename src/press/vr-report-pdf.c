/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a PDF file. */
#include "vr-report-pdf.h"

#include "vr-pages.h"
#include "vr-paper.h"
#include "vr-pdf-tail.h"
#include "vr-report-shown.h"
#include "vr-report-summary.h"
#include "vr-report-words.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

#define BOOKMARK_MAX_CELLS 60

typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  VrOutput *output;
  GByteArray *bytes;
  cairo_surface_t *surface;
  double width;
  double height;
  VrPages *pages;
} Writer;

static cairo_status_t
write_bytes (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  Writer *self = data;

  g_byte_array_append (self->bytes, bytes, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

/* Cairo 1.16 names a picture twice that a page shows twice, as an emoji on both sides: the second
 * name is left out, for spaces, as no byte may move. */
static void
drop_doubled_names (char *from, const char *to)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while ((from = memchr (from, '/', (gsize)(to - from))) != NULL)
    {
      char *end = memmem (from, (gsize)(to - from), " R", 2);

      if (end == NULL)
        return;
      end += strlen (" R");
      if (!g_hash_table_add (names, g_strndup (from, (gsize)(end - from))))
        memset (from, ' ', (gsize)(end - from));
      from = end;
    }
}

static void
mend (GByteArray *bytes)
{
  static const char head[] = "   /XObject << ";
  char *end = (char *)bytes->data + bytes->len;

  for (char *at = (char *)bytes->data;
       (at = memmem (at, (gsize)(end - at), head, strlen (head))) != NULL;)
    {
      char *to = memchr (at, '\n', (gsize)(end - at));

      at += strlen (head);
      if (to != NULL)
        drop_doubled_names (at, to);
    }
}

/* Laying out is one half, drawing the other. */
static void
tell_first_half (double fraction, gpointer user_data)
{
  const VrProgress *progress = user_data;

  progress->func (fraction / 2, progress->user_data);
}

static gboolean
lay_out (Writer *self)
{
  const VrProgress *told = self->options->progress;
  VrProgress progress = { told != NULL && told->func != NULL ? tell_first_half : NULL,
                          (gpointer)told };
  VrReportOptions options = *self->options;

  vr_paper_get_size (&self->width, &self->height);
  if (options.layout == VR_REPORT_SIDES)
    {
      double width = self->width;

      self->width = self->height;
      self->height = width;
    }
  options.progress = &progress;
  self->pages = vr_pages_new (self->comparison, &options, self->width, self->height);

  return self->pages != NULL;
}

static gboolean
draw_pages (Writer *self)
{
  cairo_t *cr = cairo_create (self->surface);
  const VrProgress *progress = self->options->progress;
  guint n = vr_pages_get_n (self->pages), i;

  for (i = 0; i < n && !vr_output_has_failed (self->output)
              && !g_cancellable_is_cancelled (self->options->cancellable);
       i++)
    {
      vr_pages_draw (self->pages, i, cr);
      cairo_show_page (cr);
      if (progress != NULL && progress->func != NULL && i % (n / 100 + 1) == 0)
        progress->func (0.5 + 0.5 * i / n, progress->user_data);
    }
  cairo_destroy (cr);

  return i == n;
}

static void
add_bookmark (Writer *self, const VrPageMarker *marker)
{
  VrRow row = vr_comparison_get_row (self->comparison, marker->row);
  g_autofree char *fate = vr_report_dup_fate (self->comparison, marker->row, NULL);
  g_autofree char *owned = NULL;
  VrSlice text = vr_report_peek_row_text (self->comparison, marker->row,
                                          row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD, &owned);
  g_autofree char *excerpt = vr_report_dup_excerpt (text, BOOKMARK_MAX_CELLS);
  /* Translators: the beginning of a paragraph, and what became of it. */
  g_autofree char *words = g_strdup_printf (_ ("“%s”: %s"), excerpt, fate);
  g_autoptr (GString) shown = g_string_new (NULL);
  char place[64], y[G_ASCII_DTOSTR_BUF_SIZE];

  vr_report_append_shown (shown, words, strlen (words));
  g_ascii_formatd (y, sizeof y, "%.0f", (double)marker->y);
  g_snprintf (place, sizeof place, "page=%u pos=[0 %s]", marker->page + 1, y);
  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, shown->str, place, 0);
}

/* No named places, tags or times of Cairo's own: vr_pdf_tail_write() adds to its catalog.  From PDF
 * 1.5 on Cairo tells of which characters glyphs are that stand for several. */
static void
draw (Writer *self)
{
  const GArray *markers = vr_pages_peek_markers (self->pages);

  self->surface =
      cairo_pdf_surface_create_for_stream (write_bytes, self, self->width, self->height);
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  if (!draw_pages (self))
    vr_output_fail (self->output, ECANCELED);
  for (guint i = 0; i < markers->len && !vr_output_has_failed (self->output); i++)
    add_bookmark (self, &g_array_index (markers, VrPageMarker, i));
  cairo_surface_finish (self->surface);
  if (cairo_surface_status (self->surface) != CAIRO_STATUS_SUCCESS)
    vr_output_fail (self->output, EIO);
  cairo_surface_destroy (self->surface);
}

void
vr_report_pdf_write (const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output)
{
  Writer self = { .comparison = comparison, .options = options, .output = output };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *title = vr_report_dup_witness_title (options->info, comparison, VR_SIDE_NEW);

  self.bytes = bytes;
  vr_output_begin_sum (output);
  if (!lay_out (&self))
    {
      vr_output_fail (output, ECANCELED);
      return;
    }
  draw (&self);
  vr_pages_free (self.pages);
  mend (bytes);
  vr_output_write (output, (const char *)bytes->data, bytes->len);
  if (!vr_output_has_failed (output)
      && !vr_pdf_tail_write (bytes, title, vr_report_find_format ("pdf"), comparison, options,
                             output))
    vr_output_fail (output, EIO);
}
