/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a critical apparatus: TEI P5, parallel segmentation. */
#include "vr-report-tei.h"

#include "vr-report-critical.h"
#include "vr-report-manifest.h"
#include "vr-report-markup.h"
#include "vr-report-reasons.h"
#include "vr-report-tei-private.h"

/* Where a row stood: the old witness goes on there. */
static void
put_reference (const VrTeiWriter *self, guint row)
{
  g_autofree char *id = NULL;

  if (!vr_tei_has_row (self, row))
    return;
  id = vr_comparison_dup_row_id (self->comparison, row);
  vr_tei_put_format (self, "<p><app type=\"moved\" xml:id=\"from-%s\"><rdg wit=\"#old\">", id);
  vr_tei_put_format (self, "<ptr target=\"#row-%s\"/></rdg><rdg wit=\"#new\"/></app></p>\n", id);
}

/* @id: of the row that it is about, NULL for all. */
static void
begin_note (const VrTeiWriter *self, const char *type, const char *id)
{
  vr_tei_put_format (self, "<note type=\"%s\"", type);
  if (id != NULL)
    vr_tei_put_format (self, " target=\"#row-%s\"", id);
  vr_output_put_char (self->output, '>');
}

static void
put_remark (const VrTeiWriter *self, const char *type, const char *id, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  begin_note (self, type, id);
  vr_markup_put_string (self->output, words);
  vr_output_put (self->output, "</note>\n");
}

static void
put_notes (const VrTeiWriter *self, guint32 row, const char *id)
{
  const GPtrArray *notes = vr_report_peek_notes (self->notes, row);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const VrReportNote *note = g_ptr_array_index (notes, i);

      begin_note (self, "reader", id);
      vr_output_put (self->output, "<p>");
      vr_markup_put_string (self->output, note->text);
      vr_output_put (self->output, "</p>");
      if (note->author != NULL || note->time != NULL)
        {
          vr_output_put (self->output, "<bibl>");
          vr_tei_put_element (self, "<author>", note->author, "</author>");
          vr_tei_put_date (self, note->time);
          vr_output_put (self->output, "</bibl>");
        }
      vr_output_put (self->output, "</note>\n");
    }
}

static void
put_row (const VrTeiWriter *self, guint index)
{
  VrRow row = vr_comparison_get_row (self->comparison, index);
  g_autofree char *id = vr_comparison_dup_row_id (self->comparison, index);
  g_autofree char *critical = vr_report_dup_critical (self->comparison, index);
  g_autofree char *reasons = NULL;

  vr_tei_put_row (self, index);
  put_remark (self, "critical", id, critical);
  if (self->options->explain && row.kind != VR_ROW_SAME)
    {
      reasons = vr_report_dup_reasons (self->comparison, index);
      put_remark (self, "explanation", id, reasons);
    }
  put_notes (self, index, id);
}

/* @reason, @unit: as attributes have them; @left_out: of that kind alone. */
static void
put_gap_of (const VrTeiWriter *self, const char *reason, const char *unit, VrSkipped left_out)
{
  g_autofree char *words = vr_report_dup_skipped (self->options->critical, left_out);
  g_autofree char *gap = g_strdup_printf ("<gap reason=\"%s\" unit=\"%s\" quantity=\"%u\"><desc>",
                                          reason, unit, left_out.n_same + left_out.n_furniture);

  if (words == NULL)
    return;
  vr_output_put (self->output, gap);
  vr_markup_put_string (self->output, words);
  vr_output_put (self->output, "</desc></gap>\n");
}

static void
put_gap (const VrTeiWriter *self, VrSkipped skipped)
{
  put_gap_of (self, "unchanged", "paragraph", (VrSkipped){ .n_same = skipped.n_same });
  put_gap_of (self, "furniture", "line", (VrSkipped){ .n_furniture = skipped.n_furniture });
}

/* Where no row is shown there is a body all the same, which cannot be empty. */
static void
put_body (const VrTeiWriter *self, VrReportWalk *walk)
{
  gboolean is_empty = TRUE;
  VrPlace place;
  VrSkipped skipped;

  vr_output_put (self->output, "<text>\n<body xml:space=\"preserve\">\n");
  put_notes (self, VR_NOTE_NO_ROW, NULL);
  while (vr_report_walk_next (walk, &place, &skipped)
         && vr_report_go_on (self->options, self->output, walk->next, walk->n_places))
    {
      is_empty &= place.is_reference && !vr_tei_has_row (self, place.row);
      put_gap (self, skipped);
      if (place.is_reference)
        put_reference (self, place.row);
      else
        put_row (self, place.row);
    }
  put_gap (self, skipped);
  if (is_empty)
    vr_output_put (self->output, "<p/>\n");
  vr_output_put (self->output, "</body>\n</text>\n");
}

void
vr_report_tei_write (const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output)
{
  g_auto (VrReportWalk) walk;
  g_autoptr (GHashTable) notes = vr_report_info_sort_notes (options->info, comparison);
  VrTeiWriter self = { comparison, options, &walk, output, notes };

  vr_report_walk_init_exact (&walk, comparison, options);
  vr_output_begin_sum (output);
  vr_output_put (output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
  vr_tei_put_header (&self);
  put_body (&self, &walk);
  vr_output_put (output, "</TEI>\n<?variorum-manifest ");
  vr_report_manifest_write (vr_report_find_format ("tei"), comparison, options, output, "?>\n");
}
