/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as a PDF file, with an outline and what is known of the document. */
#include "vr-pdf-writer.h"

#include "vr-report-shown.h"

#include <cairo-pdf.h>
#include <errno.h>

static cairo_status_t
write_bytes (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

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

static gboolean
draw_pages (const VrPdfWriter *self, cairo_surface_t *surface, const VrOutput *output)
{
  cairo_t *cr = cairo_create (surface);
  guint n = vr_pages_get_n (self->pages), i;

  for (i = 0;
       i < n && !vr_output_has_failed (output) && !g_cancellable_is_cancelled (self->cancellable);
       i++)
    {
      vr_pages_draw (self->pages, i, cr);
      cairo_show_page (cr);
      vr_progress_tell (self->progress, i, n);
    }
  cairo_destroy (cr);

  return i == n;
}

static void
add_bookmark (const VrPdfWriter *self, cairo_surface_t *surface, const VrPageMarker *marker)
{
  g_autofree char *words = self->dup_bookmark (marker, self->data);
  g_autoptr (GString) shown = g_string_new (NULL);
  char place[64], y[G_ASCII_DTOSTR_BUF_SIZE];

  vr_report_append_shown (shown, words, strlen (words));
  g_ascii_formatd (y, sizeof y, "%.0f", (double)marker->y);
  g_snprintf (place, sizeof place, "page=%u pos=[0 %s]", marker->page + 1, y);
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, shown->str, place, 0);
}

/* No named places, tags or times of Cairo's own: vr_pdf_tail_write() adds to its catalog.  From PDF
 * 1.5 on Cairo tells of which characters glyphs are that stand for several. */
static void
draw (const VrPdfWriter *self, GByteArray *bytes, VrOutput *output)
{
  const GArray *markers = vr_pages_peek_markers (self->pages);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_bytes, bytes, self->width, self->height);

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  if (!draw_pages (self, surface, output))
    vr_output_fail (output, ECANCELED);
  for (guint i = 0; i < markers->len && !vr_output_has_failed (output); i++)
    add_bookmark (self, surface, &g_array_index (markers, VrPageMarker, i));
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    vr_output_fail (output, EIO);
  cairo_surface_destroy (surface);
}

void
vr_pdf_writer_write (const VrPdfWriter *self, VrOutput *output)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  vr_output_begin_sum (output);
  draw (self, bytes, output);
  mend (bytes);
  vr_output_write (output, (const char *)bytes->data, bytes->len);
  if (!vr_output_has_failed (output) && !vr_pdf_tail_write (bytes, self->facts, output))
    vr_output_fail (output, EIO);
}
