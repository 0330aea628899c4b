/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph of an HTML report: what became of it, both texts, why they are paired, notes. */
#include "vr-report-cue.h"
#include "vr-report-fate.h"
#include "vr-report-html-private.h"
#include "vr-report-reasons.h"
#include "vr-report-role.h"
#include "vr-report-terms.h"
#include "vr-report-words.h"

#include <glib/gi18n-lib.h>

const char *
vr_report_html_get_class (const VrReportHtml *self, guint row)
{
  static const char *const classes[VR_N_ROW_KINDS] = {
    [VR_ROW_SAME] = "s",          [VR_ROW_EDITED] = "edited", [VR_ROW_SPLIT] = "split",
    [VR_ROW_MERGED] = "merged",   [VR_ROW_RECAST] = "recast", [VR_ROW_ADDED] = "added",
    [VR_ROW_REMOVED] = "removed",
  };
  const char **class = &self->classes[row];
  VrRowKind kind;

  if (*class != NULL)
    return *class;
  if (vr_comparison_is_furniture (self->comparison, row))
    {
      *class = vr_comparison_get_row (self->comparison, row).n_new > 0 ? "s furniture"
                                                                       : "s furniture old";
      return *class;
    }
  kind = vr_comparison_get_row (self->comparison, row).kind;
  *class = classes[kind];
  if (kind == VR_ROW_MOVED || kind == VR_ROW_MOVED_EDITED)
    *class = vr_comparison_get_moved_by (self->comparison, row) < 0 ? "up" : "down";

  return *class;
}

static void
put_link (VrOutput *output, const char *kind, guint number)
{
  vr_output_put (output, "<a href=\"#");
  vr_report_html_put_anchor (output, kind, number);
  vr_output_put (output, "\">");
}

static guint
get_number (const VrRow *row)
{
  return 1 + (row->n_new > 0 ? row->new_paragraphs[0] : row->old_paragraphs[0]);
}

/* "caption, edited, 1 word changed". */
static char *
dup_fate (const VrReportHtml *self, guint index)
{
  g_autofree char *role = vr_report_dup_role (self->comparison, index, self->options->explain);
  g_autofree char *fate = vr_report_dup_whole_fate (self->comparison, index, NULL);

  return role != NULL ? g_strjoin (", ", role, fate, NULL) : g_steal_pointer (&fate);
}

/* What the list of changes said. */
static char *
take_fate (const VrReportHtml *self, guint index)
{
  char *fate = g_steal_pointer (&self->fates[index]);

  return fate != NULL ? fate : dup_fate (self, index);
}

static void
write_heading (const VrReportHtml *self, guint index, const VrRow *row)
{
  g_autofree char *fate = take_fate (self, index);
  /* Translators: the heading of a paragraph: "Paragraph 4, edited, 1 word changed". */
  g_autofree char *heading = g_strdup_printf (_ ("Paragraph %'u, %s"), get_number (row), fate);
  guint number = self->numbers[index];

  vr_output_put (self->output, "<h3>");
  vr_report_html_put_words (self->output, heading);
  if (row->moved && number > 0)
    {
      vr_output_put (self->output, " · ");
      put_link (self->output, "m", number);
      /* Translators: a link to where a paragraph stood before. */
      vr_report_html_put_words (self->output, _ ("Old Place"));
      vr_output_put (self->output, "</a>");
    }
  vr_output_put (self->output, "</h3>\n");
}

/* What earned the pairing in a line, and below it what that means. */
static void
write_explanation (const VrReportHtml *self, guint index, const VrRow *row)
{
  VrAlignTerm ranked[VR_ALIGN_N_TERMS];
  guint n = vr_report_rank_terms (row, ranked);
  g_autofree char *reasons = vr_report_dup_reasons (self->comparison, index);

  if (reasons == NULL)
    return;
  vr_output_put (self->output, "<details class=\"why\">");
  vr_report_html_put_element (self->output, "summary", reasons);
  vr_output_put (self->output, "<dl>\n");
  for (guint i = 0; i < n; i++)
    {
      vr_report_html_put_element (self->output, "dt", vr_report_term_get_name (ranked[i]));
      vr_report_html_put_element (self->output, "dd", vr_report_term_get_meaning (ranked[i]));
      vr_output_put_char (self->output, '\n');
    }
  vr_output_put (self->output, "</dl></details>\n");
}

static void
write_note (const VrReportHtml *self, const VrReportNote *note)
{
  g_autofree char *time = vr_report_dup_shown_time (note->time);

  vr_output_put (self->output, "<div class=\"note\"><p class=\"by\"><b>");
  vr_report_html_put_words (self->output, _ ("Note"));
  vr_output_put (self->output, "</b>");
  for (guint i = 0; i < 2; i++)
    {
      const char *word = i == 0 ? note->author : time;

      if (word == NULL)
        continue;
      vr_output_put (self->output, " · ");
      vr_report_html_put_element (self->output, "bdi", word);
    }
  vr_output_put (self->output, "</p><p dir=\"auto\">");
  vr_report_html_put_text (self->output, (VrSlice){ note->text, strlen (note->text) });
  vr_output_put (self->output, "</p></div>\n");
}

void
vr_report_html_write_notes (const VrReportHtml *self, guint32 row)
{
  const GPtrArray *notes = vr_report_peek_notes (self->notes, row);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    write_note (self, g_ptr_array_index (notes, i));
}

static void
begin_row (const VrReportHtml *self, guint index, const VrRow *row, gboolean needs_inline)
{
  guint number = self->numbers[index];
  VrRole role = vr_report_get_row_role (self->comparison, index);

  vr_output_put (self->output, "<div class=\"r ");
  vr_output_put (self->output, vr_report_html_get_class (self, index));
  vr_output_put (self->output, row->n_critical > 0 ? " critical" : "");
  vr_output_put (self->output, needs_inline ? " b" : "");
  if (role != VR_ROLE_BODY && !vr_role_is_furniture (role))
    {
      vr_output_put (self->output, " role-");
      vr_output_put (self->output, vr_role_get_nick (role));
    }
  vr_output_put_char (self->output, '"');
  if (number > 0)
    {
      vr_report_html_put_anchor (self->output, " id=\"c", number);
      vr_output_put_char (self->output, '"');
    }
  vr_output_put (self->output, ">\n");
}

/* What it is, unless it is of the text; where it changed, its heading tells. */
static void
write_role (const VrReportHtml *self, guint index)
{
  g_autofree char *words = vr_report_dup_role (self->comparison, index, self->options->explain);

  if (words == NULL)
    return;
  vr_report_html_put_element (self->output, "p class=\"role\"", words);
  vr_output_put_char (self->output, '\n');
}

void
vr_report_html_write_row (const VrReportHtml *self, guint index)
{
  VrRow row = vr_comparison_get_row (self->comparison, index);
  gboolean needs_inline = vr_report_html_needs_inline (&row);

  gboolean is_furniture = vr_comparison_is_furniture (self->comparison, index);

  begin_row (self, index, &row, needs_inline);
  if (row.kind == VR_ROW_SAME || is_furniture)
    write_role (self, index);
  else
    write_heading (self, index, &row);
  for (guint side = 0; side < VR_N_SIDES; side++)
    if ((side == VR_SIDE_OLD ? row.n_old : row.n_new) > 0)
      vr_report_html_write_cell (self, index, (VrSide)side);
  if (needs_inline)
    vr_report_html_write_inline (self, index);
  if (self->options->explain && row.kind != VR_ROW_SAME && !is_furniture)
    write_explanation (self, index, &row);
  vr_report_html_write_notes (self, index);
  vr_output_put (self->output, "</div>\n");
}

static void
write_cue (const VrReportHtml *self, guint index, VrSide side)
{
  g_autofree char *owned = NULL;
  VrSlice text = vr_report_peek_row_text (self->comparison, index, side, &owned);
  g_autofree char *cue = vr_report_dup_cue (text, FALSE);

  vr_report_html_put_quoted (self, "q", side, cue);
}

void
vr_report_html_write_reference (const VrReportHtml *self, guint index)
{
  g_autofree char *way = vr_report_dup_moved_to (self->comparison, index, TRUE);
  guint number = self->numbers[index];

  vr_output_put (self->output, "<div class=\"r ref ");
  vr_output_put (self->output, vr_report_html_get_class (self, index));
  if (number > 0)
    vr_report_html_put_anchor (self->output, "\" id=\"m", number);
  vr_output_put (self->output, "\"><p>");
  write_cue (self, index, VR_SIDE_OLD);
  vr_output_put_char (self->output, ' ');
  if (number > 0)
    put_link (self->output, "c", number);
  vr_report_html_put_words (self->output, way);
  vr_output_put (self->output, number > 0 ? "</a></p></div>\n" : "</p></div>\n");
}

void
vr_report_html_write_entry (const VrReportHtml *self, guint index)
{
  VrRow row = vr_comparison_get_row (self->comparison, index);
  char *fate = dup_fate (self, index);

  self->fates[index] = fate;
  vr_output_put (self->output, "<li class=\"");
  vr_output_put (self->output, vr_report_html_get_class (self, index));
  vr_output_put (self->output, row.n_critical > 0 ? " critical\">" : "\">");
  put_link (self->output, "c", self->numbers[index]);
  write_cue (self, index, row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD);
  vr_output_put (self->output, "</a> ");
  vr_report_html_put_words (self->output, fate);
  vr_output_put (self->output, "</li>\n");
}
