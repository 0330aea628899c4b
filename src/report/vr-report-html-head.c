/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of an HTML report's page: its title, the summary, and which versions are compared. */
#include "vr-report-html-private.h"
#include "vr-report-markup.h"
#include "vr-report-role.h"
#include "vr-report-summary.h"

#include <glib/gi18n-lib.h>

static const VrReportWitness *
get_witness (const VrReportHtml *self, VrSide side)
{
  static const VrReportWitness unknown = { 0 };

  return self->options->info != NULL ? &self->options->info->witnesses[side] : &unknown;
}

/* Each fact by itself, so that none turns the direction of another. */
void
vr_report_html_write_fact (VrOutput *output, const char *name, const char *value, gboolean is_sum)
{
  if (value == NULL || *value == '\0')
    return;
  vr_output_put (output, "<div>");
  vr_report_html_put_element (output, "dt", name);
  vr_output_put (output, is_sum ? "<dd class=\"sum\"><bdi>" : "<dd><bdi>");
  vr_report_html_put_text (output, (VrSlice){ value, strlen (value) });
  vr_output_put (output, "</bdi></dd></div>\n");
}

/* The same in every place and language: a report may be read far from where it was made. */
static void
write_source (const VrReportHtml *self, const VrText *text)
{
  g_autofree char *replaced = NULL;
  guint n;

  if (text == NULL)
    return;
  n = vr_text_get_n_replaced (text);
  vr_report_html_write_fact (self->output, _ ("SHA-256"), vr_text_get_sha256 (text), TRUE);
  vr_report_html_write_fact (self->output, _ ("Encoding"), vr_text_get_encoding (text), FALSE);
  if (n == 0)
    return;
  replaced = g_strdup_printf (ngettext ("%'u byte that is no text, shown as \ufffd",
                                        "%'u bytes that are no text, shown as \ufffd", n),
                              n);
  vr_report_html_write_fact (self->output, _ ("Replaced"), replaced, FALSE);
}

static void
write_witness (const VrReportHtml *self, VrSide side)
{
  const VrReportWitness *witness = get_witness (self, side);
  g_autofree char *name = vr_report_dup_witness_name (self->options->info, self->comparison, side);
  g_autofree char *title =
      vr_report_dup_witness_title (self->options->info, self->comparison, side);
  g_autofree char *time = vr_report_dup_shown_time (witness->time);

  vr_output_put (self->output, "<section><h2>");
  vr_report_html_put_words (self->output,
                            side == VR_SIDE_OLD ? _ ("Old Version") : _ ("New Version"));
  vr_output_put (self->output, "</h2>\n");
  vr_report_html_put_quoted (self, "p class=\"title\"", side, title);
  vr_output_put (self->output, "<dl>\n");
  vr_report_html_write_fact (self->output, _ ("Name"), name, FALSE);
  vr_report_html_write_fact (self->output, _ ("Author"), witness->author, FALSE);
  vr_report_html_write_fact (self->output, _ ("Time"), time, FALSE);
  vr_report_html_write_fact (self->output, _ ("Commit"), witness->commit, TRUE);
  vr_report_html_write_fact (self->output, _ ("Address"), witness->url, FALSE);
  write_source (self, vr_article_get_text (vr_comparison_get_article (self->comparison, side)));
  vr_output_put (self->output, "</dl></section>\n");
}

static void
write_sentence (const VrReportHtml *self, const char *class, const char *sentence)
{
  if (sentence == NULL)
    return;
  vr_output_put (self->output, "<p");
  vr_markup_put_attribute (self->output, "class", class);
  vr_output_put_char (self->output, '>');
  vr_report_html_put_words (self->output, sentence);
  vr_output_put (self->output, "</p>\n");
}

/* What was put right before anything was compared. */
static void
write_repairs (const VrReportHtml *self)
{
  g_autoptr (GPtrArray) repairs = vr_report_list_repairs (self->comparison);

  for (guint i = 0; i < repairs->len; i++)
    write_sentence (self, NULL, g_ptr_array_index (repairs, i));
}

static void
write_summary (const VrReportHtml *self)
{
  g_autofree char *summary = vr_report_dup_summary (self->comparison);
  g_autofree char *words = vr_report_dup_words_summary (self->comparison);
  g_autofree char *critical = vr_report_dup_critical_summary (self->comparison);
  g_autofree char *quiet = vr_report_dup_quiet_summary (self->comparison);

  write_sentence (self, "lede", summary);
  write_sentence (self, NULL, words);
  write_sentence (self, "alarm", critical);
  write_sentence (self, NULL, self->options->quiet ? quiet : NULL);
  if (self->options->explain)
    write_repairs (self);
  if (vr_comparison_get_summary (self->comparison)->limited)
    write_sentence (self, NULL,
                    _ ("A cost limit was reached: fewer words may have changed than shown."));
}

/* Notes on the comparison as a whole. */
void
vr_report_html_write_header (const VrReportHtml *self)
{
  g_autofree char *title =
      vr_report_dup_witness_title (self->options->info, self->comparison, VR_SIDE_NEW);

  vr_output_put (self->output, "<header>\n");
  vr_report_html_put_element (self->output, "p class=\"kind\"", _ ("Two Versions Compared"));
  vr_report_html_put_quoted (self, "h1", VR_SIDE_NEW, title);
  vr_output_put_char (self->output, '\n');
  write_summary (self);
  vr_output_put (self->output, "<div class=\"versions\">\n");
  for (guint side = 0; side < VR_N_SIDES; side++)
    write_witness (self, (VrSide)side);
  vr_output_put (self->output, "</div>\n");
  vr_report_html_write_notes (self, VR_NOTE_NO_ROW);
  vr_output_put (self->output, "</header>\n");
}
