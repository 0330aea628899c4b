/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one picture: PNG, SVG. */
#include "vr-report-picture.h"

#include "vr-report-markup.h"
#include "vr-report-shown.h"
#include "vr-report-summary.h"
#include "vr-report-words.h"

#include <cairo-svg.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

/* Points; columns of as many letters as on paper. */
#define SIDES_WIDTH 842
#define INLINE_WIDTH 595

/* Signature and header: https://www.w3.org/TR/png/#11IHDR */
#define PNG_HEAD_BYTES 33

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int n_bytes)
{
  g_byte_array_append (data, bytes, n_bytes);

  return CAIRO_STATUS_SUCCESS;
}

static char *
dup_title (const VrComparison *comparison, const VrReportOptions *options)
{
  g_autofree char *old_name = vr_report_dup_witness_name (options->info, comparison, VR_SIDE_OLD);
  g_autofree char *new_name = vr_report_dup_witness_name (options->info, comparison, VR_SIDE_NEW);
  /* Translators: of a picture: the names of two versions. */
  g_autofree char *words = g_strdup_printf (_ ("Comparison of “%s” and “%s”"), old_name, new_name);
  GString *shown = g_string_new (NULL);

  vr_report_append_shown (shown, words, strlen (words));

  return g_string_free (shown, FALSE);
}

/* The line of the only row that is shown, as a screen reader says it. */
static char *
dup_row_line (const VrComparison *comparison, const VrReportOptions *options)
{
  g_auto (VrReportWalk) walk;
  g_autofree char *line = NULL;
  GString *shown = g_string_new (NULL);
  VrPlace place;
  VrSkipped skipped;

  vr_report_walk_init (&walk, comparison, options);
  if (vr_report_walk_next (&walk, &place, &skipped))
    line = vr_report_dup_line (comparison, place, NULL);
  if (line != NULL)
    vr_report_append_shown (shown, line, strlen (line));

  return g_string_free (shown, FALSE);
}

/* What somebody who does not see the picture is told. */
static char *
dup_description (const VrComparison *comparison, const VrReportOptions *options)
{
  g_autofree char *summary = vr_report_dup_summary (comparison);
  g_autofree char *words = vr_report_dup_words_summary (comparison);
  g_autofree char *critical = vr_report_dup_critical_summary (comparison);
  g_autofree char *quiet = vr_report_dup_quiet_summary (comparison);
  const char *sentences[] = { summary, words, critical, quiet };
  GString *description;

  if (options->row != NULL)
    return dup_row_line (comparison, options);
  description = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i] != NULL)
      g_string_append_printf (description, "%s%s", description->len > 0 ? " " : "", sentences[i]);

  return g_string_free (description, FALSE);
}

VrPages *
vr_report_picture_lay_out (const VrComparison *comparison, const VrReportOptions *options,
                           double *width_pt)
{
  *width_pt = options->layout == VR_REPORT_SIDES ? SIDES_WIDTH : INLINE_WIDTH;

  return vr_pages_new_picture (comparison, options, *width_pt, VR_PICTURE_MAX_HEIGHT);
}

/* %NULL when cancelled, which @output then tells. */
static VrPages *
lay_out (const VrComparison *comparison, const VrReportOptions *options, double *width_pt,
         VrOutput *output)
{
  VrPages *pages = vr_report_picture_lay_out (comparison, options, width_pt);

  if (pages == NULL)
    vr_output_fail (output, ECANCELED);

  return pages;
}

static void
draw (VrPages *pages, cairo_surface_t *surface, double scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  vr_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
}

/* https://www.w3.org/TR/png/#5CRC-algorithm */
static guint32
get_crc (const guint8 *bytes, gsize n_bytes)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < n_bytes; i++)
    {
      crc ^= bytes[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }

  return ~crc;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 turned = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *)&turned, sizeof turned);
}

/* https://www.w3.org/TR/png/#11iTXt: not compressed, of no language, the keyword not translated. */
static void
append_text (GByteArray *bytes, const char *keyword, const char *text)
{
  static const guint8 plain[] = { 0, 0, 0, 0, 0 };
  g_autoptr (GByteArray) chunk = g_byte_array_new ();

  g_byte_array_append (chunk, (const guint8 *)"iTXt", 4);
  g_byte_array_append (chunk, (const guint8 *)keyword, (guint)strlen (keyword));
  g_byte_array_append (chunk, plain, sizeof plain);
  g_byte_array_append (chunk, (const guint8 *)text, (guint)strlen (text));
  append_number (bytes, chunk->len - 4);
  g_byte_array_append (bytes, chunk->data, chunk->len);
  append_number (bytes, get_crc (chunk->data, chunk->len));
}

static void
write_png (const GByteArray *png, const VrComparison *comparison, const VrReportOptions *options,
           VrOutput *output)
{
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  g_autofree char *title = dup_title (comparison, options);
  g_autofree char *description = dup_description (comparison, options);

  append_text (texts, "Title", title);
  append_text (texts, "Description", description);
  vr_output_write (output, (const char *)png->data, PNG_HEAD_BYTES);
  vr_output_write (output, (const char *)texts->data, texts->len);
  vr_output_write (output, (const char *)png->data + PNG_HEAD_BYTES, png->len - PNG_HEAD_BYTES);
}

void
vr_report_png_write (const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output)
{
  double width_pt;
  g_autoptr (VrPages) pages = lay_out (comparison, options, &width_pt, output);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;

  if (pages == NULL)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(width_pt * VR_PICTURE_SCALE),
                                        (int)(vr_pages_get_height (pages) * VR_PICTURE_SCALE));
  draw (pages, surface, VR_PICTURE_SCALE);
  if (cairo_surface_write_to_png_stream (surface, append_bytes, png) == CAIRO_STATUS_SUCCESS
      && png->len > PNG_HEAD_BYTES)
    write_png (png, comparison, options, output);
  else
    vr_output_fail (output, EIO);
  cairo_surface_destroy (surface);
}

static gboolean
append_new_id (const GMatchInfo *match, GString *result, gpointer data)
{
  GHashTable *numbers = data;
  g_autofree char *head = g_match_info_fetch (match, 1);
  char *id = g_match_info_fetch (match, 2);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, id));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, id, GUINT_TO_POINTER (number));
    }
  else
    g_free (id);
  g_string_append_printf (result, "%s%u", head, number);

  return FALSE;
}

/* Cairo counts surfaces from the program's start; here they are counted from the file's. */
static void
number_ids (GByteArray *svg)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) ids = g_regex_new ("((?:\\bid=\"|#)(?:surface|image|source)-?)([0-9]+)\\b",
                                        G_REGEX_OPTIMIZE, 0, NULL);
  g_autofree char *counted = g_regex_replace_eval (ids, (const char *)svg->data, (gssize)svg->len,
                                                   0, 0, append_new_id, numbers, NULL);

  if (counted == NULL)
    return;
  g_byte_array_set_size (svg, 0);
  g_byte_array_append (svg, (const guint8 *)counted, (guint)strlen (counted));
}

static void
write_svg (const GByteArray *svg, const VrComparison *comparison, const VrReportOptions *options,
           VrOutput *output)
{
  const char *bytes = (const char *)svg->data;
  const char *end = bytes + svg->len;
  const char *root = memmem (bytes, svg->len, "<svg ", strlen ("<svg "));
  const char *close = root != NULL ? memchr (root, '>', (gsize)(end - root)) : NULL;
  g_autofree char *title = dup_title (comparison, options);
  g_autofree char *description = dup_description (comparison, options);

  if (close == NULL)
    {
      vr_output_fail (output, EIO);
      return;
    }
  vr_output_write (output, bytes, (gsize)(close - bytes));
  vr_output_put (output, " role=\"img\">\n<title>");
  vr_markup_put_string (output, title);
  vr_output_put (output, "</title>\n<desc>");
  vr_markup_put_string (output, description);
  vr_output_put (output, "</desc>");
  vr_output_write (output, close + 1, (gsize)(end - close - 1));
}

void
vr_report_svg_write (const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output)
{
  double width_pt;
  g_autoptr (VrPages) pages = lay_out (comparison, options, &width_pt, output);
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface;

  if (pages == NULL)
    return;
  surface = cairo_svg_surface_create_for_stream (append_bytes, svg, width_pt,
                                                 vr_pages_get_height (pages));
  /* From 1.18 on Cairo writes none, which are pixels. */
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  draw (pages, surface, 1);
  cairo_surface_finish (surface);
  number_ids (svg);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    write_svg (svg, comparison, options, output);
  else
    vr_output_fail (output, EIO);
  cairo_surface_destroy (surface);
}
