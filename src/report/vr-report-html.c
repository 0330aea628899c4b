/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one HTML file that needs nothing else: no script, no network. */
#include "vr-report-html.h"

#include "vr-report-html-private.h"
#include "vr-report-manifest.h"
#include "vr-report-markup.h"
#include "vr-report-summary.h"

#include <glib/gi18n-lib.h>

/* More changes than a screen or two has are listed when they are asked for. */
#define OPEN_LIST_MAX 24

/* From so many places on, a browser lays out those that are seen alone. */
#define LONG_PLACES 400

/* How much of the time the list of changes takes: measured. */
#define LIST_SHARE 0.25

static void
number_changes (VrReportHtml *self)
{
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;

  self->numbers = g_new0 (guint32, MAX (vr_comparison_get_n_rows (self->comparison), 1));
  self->fates = g_new0 (char *, vr_comparison_get_n_rows (self->comparison) + 1);
  self->classes = g_new0 (const char *, vr_comparison_get_n_rows (self->comparison) + 1);
  vr_report_walk_init (&walk, self->comparison, self->options);
  while (vr_report_walk_next (&walk, &place, &skipped))
    if (!place.is_reference && vr_comparison_is_change (self->comparison, place.row))
      self->numbers[place.row] = ++self->n_changes;
}

static void
html_init (VrReportHtml *self, const VrComparison *comparison, const VrReportOptions *options,
           VrOutput *output)
{
  g_autofree char *words = vr_report_dup_summary (comparison);

  *self = (VrReportHtml){ .comparison = comparison, .options = options, .output = output };
  self->language = C_ ("code of this language", "en");
  self->direction = vr_report_html_get_direction (words);
  number_changes (self);
  self->notes = vr_report_info_sort_notes (options->info, comparison);
}

static void
html_clear (VrReportHtml *self)
{
  for (guint i = 0; i < vr_comparison_get_n_rows (self->comparison); i++)
    g_free (self->fates[i]);
  g_free (self->fates);
  g_free (self->classes);
  g_free (self->numbers);
  g_clear_pointer (&self->notes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrReportHtml, html_clear)

static void
write_head (const VrReportHtml *self)
{
  const VrReportInfo *info = self->options->info;
  g_autofree char *title = vr_report_dup_witness_title (info, self->comparison, VR_SIDE_NEW);
  g_autofree char *old_name = vr_report_dup_witness_name (info, self->comparison, VR_SIDE_OLD);
  g_autofree char *new_name = vr_report_dup_witness_name (info, self->comparison, VR_SIDE_NEW);
  /* Translators: a page's title: headline, and what the two versions are called. */
  g_autofree char *words =
      g_strdup_printf (_ ("%s: %s and %s compared"), title, old_name, new_name);

  vr_report_html_begin_page (self->output, self->direction, words, _ ("Skip to the Text"));
}

/* A button that needs no script: the style sheet asks which one is chosen. */
static void
write_choice (const VrReportHtml *self, const char *type, const char *id, gboolean is_chosen,
              const char *label)
{
  vr_output_put (self->output, "<label><input name=\"view\" autocomplete=\"off\"");
  vr_markup_put_attribute (self->output, "type", type);
  vr_markup_put_attribute (self->output, "id", id);
  vr_output_put (self->output, is_chosen ? " checked><span>" : "><span>");
  vr_report_html_put_words (self->output, label);
  vr_output_put (self->output, "</span></label>\n");
}

static void
write_choices (const VrReportHtml *self)
{
  gboolean is_inline = self->options->layout == VR_REPORT_INLINE;
  const VrSummary *summary = vr_comparison_get_summary (self->comparison);
  guint64 n_quiet = 0;

  for (guint i = 0; i < VR_N_QUIET; i++)
    n_quiet += summary->n_quiet[i];
  vr_output_put (self->output, "<div class=\"choices\">\n<fieldset>");
  vr_report_html_put_element (self->output, "legend", _ ("View"));
  vr_output_put (self->output, "<div class=\"linked\">\n");
  /* Translators: which of the views: the one that fits the screen or the paper. */
  write_choice (self, "radio", "v-fit", !is_inline, _ ("Automatic"));
  write_choice (self, "radio", "v-sides", FALSE, _ ("Side by Side"));
  write_choice (self, "radio", "v-inline", is_inline, _ ("Inline"));
  vr_output_put (self->output, "</div></fieldset>\n");
  if (self->n_changes > 0)
    write_choice (self, "checkbox", "v-changes", FALSE, _ ("Changes Only"));
  if (n_quiet > 0 && self->options->quiet)
    write_choice (self, "checkbox", "v-quiet", TRUE, _ ("Quiet Differences"));
  vr_output_put (self->output, "</div>\n");
}

/* Whether somebody still waits; tells how far the report is, whose first part is the list. */
static gboolean
go_on (const VrReportHtml *self, const VrReportWalk *walk, gboolean is_list)
{
  const VrProgressPart part = { self->options->progress, is_list ? 0 : LIST_SHARE,
                                is_list ? LIST_SHARE : 1 };
  VrProgress progress = vr_progress_get_part (&part);
  VrReportOptions options = *self->options;

  options.progress = &progress;

  return vr_report_go_on (&options, self->output, walk->next, walk->n_places);
}

static void
write_list (const VrReportHtml *self)
{
  g_auto (VrReportWalk) walk = { 0 };
  VrPlace place;
  VrSkipped skipped;

  if (self->n_changes == 0)
    return;
  vr_output_put (self->output, "<nav aria-labelledby=\"changes\"><details");
  vr_output_put (self->output, self->n_changes <= OPEN_LIST_MAX ? " open>" : ">");
  vr_output_put (self->output, "<summary>");
  vr_report_html_put_element (self->output, "h2 id=\"changes\"", _ ("Changes"));
  vr_output_put (self->output, "</summary>\n<ol>\n");
  vr_report_walk_init (&walk, self->comparison, self->options);
  while (vr_report_walk_next (&walk, &place, &skipped) && go_on (self, &walk, TRUE))
    if (!place.is_reference && self->numbers[place.row] > 0)
      vr_report_html_write_entry (self, place.row);
  vr_output_put (self->output, "</ol></details></nav>\n");
}

static void
write_place (const VrReportHtml *self, VrPlace place)
{
  if (place.is_reference)
    vr_report_html_write_reference (self, place.row);
  else
    vr_report_html_write_row (self, place.row);
}

static gboolean
has_notes (const VrReportHtml *self, guint from, guint to)
{
  for (guint i = from; self->notes != NULL && i < to; i++)
    if (vr_report_peek_notes (self->notes, vr_comparison_get_place (self->comparison, i).row)
        != NULL)
      return TRUE;

  return FALSE;
}

/* What the reader left out can still be opened; where there is a note, it is. */
static void
write_fold (const VrReportHtml *self, guint from, guint to, VrSkipped skipped)
{
  g_autofree char *words = vr_report_dup_skipped (self->options->critical, skipped);

  if (words == NULL)
    return;
  vr_output_put (self->output, "<details class=\"fold\"");
  vr_output_put (self->output, has_notes (self, from, to) ? " open>" : ">");
  vr_report_html_put_element (self->output, "summary", words);
  vr_output_put_char (self->output, '\n');
  for (guint i = from; i < to && !vr_output_has_failed (self->output); i++)
    write_place (self, vr_comparison_get_place (self->comparison, i));
  vr_output_put (self->output, "</details>\n");
}

static void
write_rows (const VrReportHtml *self)
{
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;
  guint from = 0;

  vr_report_walk_init (&walk, self->comparison, self->options);
  while (vr_report_walk_next (&walk, &place, &skipped) && go_on (self, &walk, FALSE))
    {
      write_fold (self, from, walk.next - 1, skipped);
      write_place (self, place);
      from = walk.next;
    }
  write_fold (self, from, walk.n_places, skipped);
}

static void
write_main (const VrReportHtml *self)
{
  gboolean is_long = vr_comparison_get_n_places (self->comparison) > LONG_PLACES;

  vr_output_put (self->output, is_long ? "<main id=\"text\" class=\"long\" tabindex=\"-1\">\n"
                                       : "<main id=\"text\" tabindex=\"-1\">\n");
  vr_report_html_put_element (self->output, "h2", _ ("Text"));
  vr_output_put_char (self->output, '\n');
  write_choices (self);
  vr_output_put (self->output, "<div class=\"heads\" aria-hidden=\"true\">");
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autofree char *name =
          vr_report_dup_witness_name (self->options->info, self->comparison, (VrSide)side);

      vr_output_put (self->output, "<p><bdi>");
      vr_report_html_put_plain (self->output, name);
      vr_output_put (self->output, "</bdi></p>");
    }
  vr_output_put (self->output, "</div>\n");
  write_rows (self);
  vr_output_put (self->output, "</main>\n");
}

/* The manifest ends the file. */
static void
write_footer (const VrReportHtml *self)
{
  g_autoptr (GDateTime) time = vr_report_dup_time (self->options->info);

  vr_output_put (self->output, "<footer>\n");
  vr_report_html_write_maker (self->output, time);
  vr_output_put (self->output, "<details>");
  vr_report_html_put_element (self->output, "summary", _ ("How to Check This Report"));
  vr_output_put_char (self->output, '\n');
  vr_report_html_put_element (
      self->output, "p",
      _ ("“variorum verify” with this file’s name tells whether anything in it was changed, and "
         "whether the two versions are those that were compared. It reads what stands here:"));
  vr_output_put (self->output, "\n<pre>");
  vr_report_manifest_write (vr_report_find_format ("html"), self->comparison, self->options,
                            self->output, "</pre></details>\n</footer>\n</body>\n</html>\n");
}

void
vr_report_html_write (const VrComparison *comparison, const VrReportOptions *options,
                      VrOutput *output)
{
  g_auto (VrReportHtml) self;

  html_init (&self, comparison, options, output);
  vr_output_begin_sum (output);
  write_head (&self);
  vr_report_html_write_header (&self);
  write_list (&self);
  write_main (&self);
  if (!vr_output_has_failed (output))
    write_footer (&self);
}
