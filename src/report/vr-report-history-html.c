/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of an article as one HTML file that needs nothing else. */
#include "vr-report-history-html.h"

#include "vr-report-history-chart.h"
#include "vr-report-html-private.h"
#include "vr-report-manifest.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* More changes than a screen has are listed when they are asked for. */
#define OPEN_CHANGES_MAX 12

/* From so many versions on, a browser lays out those that are seen alone. */
#define LONG_STEPS 100

static void
write_header (const VrReportHistory *history, VrOutput *output)
{
  g_autofree char *title = vr_report_history_dup_title (history);
  g_autofree char *summary = vr_report_history_dup_summary (history);

  vr_output_put (output, "<header>\n");
  vr_report_html_put_element (output, "p class=\"kind\"", _ ("History of an Article"));
  vr_report_html_put_element (output, "h1 dir=\"auto\"", title);
  vr_report_html_put_element (output, "p class=\"lede\"", summary);
  vr_output_put (output, "\n<dl class=\"facts\">\n");
  vr_report_html_write_fact (output, _ ("Story"), history->story, FALSE);
  vr_report_html_write_fact (output, _ ("Variant"), history->variant, FALSE);
  vr_output_put (output, "</dl>\n</header>\n");
}

static void
write_list (const GPtrArray *words, const char *class, VrOutput *output)
{
  if (words->len == 0)
    return;
  vr_output_put (output, "<ul class=\"");
  vr_output_put (output, class);
  vr_output_put (output, "\">\n");
  for (guint i = 0; i < words->len; i++)
    {
      vr_report_html_put_element (output, "li", g_ptr_array_index (words, i));
      vr_output_put_char (output, '\n');
    }
  vr_output_put (output, "</ul>\n");
}

static void
write_changes (const VrReportStep *step, VrOutput *output)
{
  guint n = step->changes->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%'u Change", "%'u Changes", n), n);

  if (n == 0)
    return;
  vr_output_put (output, n <= OPEN_CHANGES_MAX ? "<details open>" : "<details>");
  vr_report_html_put_element (output, "summary", words);
  vr_output_put_char (output, '\n');
  write_list (step->changes, "changes", output);
  vr_output_put (output, "</details>\n");
}

static void
write_facts (const VrReportStep *step, VrOutput *output)
{
  vr_output_put (output, "<dl class=\"facts\">\n");
  vr_report_html_write_fact (output, _ ("Name"), step->witness.name, FALSE);
  vr_report_html_write_fact (output, _ ("Author"), step->witness.author, FALSE);
  vr_report_html_write_fact (output, _ ("Address"), step->witness.url, FALSE);
  vr_report_html_write_fact (output, _ ("Commit"), step->witness.commit, TRUE);
  vr_report_html_write_fact (output, _ ("SHA-256"), step->sha256, TRUE);
  vr_output_put (output, "</dl>\n");
}

/* A headline is told where it is another than before. */
static void
write_title (const VrReportHistory *history, guint index, VrOutput *output)
{
  const char *title = vr_report_history_peek_step (history, index)->witness.title;
  const char *before =
      index > 0 ? vr_report_history_peek_step (history, index - 1)->witness.title : NULL;

  if (title != NULL && g_strcmp0 (title, before) != 0)
    vr_report_html_put_element (output, "p class=\"title\" dir=\"auto\"", title);
}

static void
write_step (const VrReportHistory *history, guint index, VrOutput *output)
{
  const VrReportStep *step = vr_report_history_peek_step (history, index);
  g_autofree char *heading = g_strdup_printf (_ ("Version %'u"), step->number);
  g_autofree char *time = vr_report_dup_shown_time (step->witness.time);
  g_autofree char *words = vr_changed_words_to_string (&step->words);

  vr_report_html_put_anchor (output, "<li id=\"v", step->number);
  vr_output_put (output, "\">\n<div class=\"when\">");
  vr_report_html_put_element (output, "h3", heading);
  if (time != NULL)
    vr_report_html_put_element (output, "p", time);
  vr_output_put (output, "</div>\n<div class=\"what\">\n");
  write_title (history, index, output);
  if (step->headline != NULL)
    vr_report_html_put_element (output, "p", step->headline);
  if (words != NULL)
    vr_report_html_put_element (output, "p class=\"dim\"", words);
  write_list (step->flags, "flags", output);
  write_list (step->notes, "notes", output);
  write_changes (step, output);
  write_facts (step, output);
  vr_output_put (output, "</div>\n</li>\n");
}

static void
write_steps (const VrReportHistory *history, const VrProgress *progress, GCancellable *cancellable,
             VrOutput *output)
{
  guint n = history->steps->len;

  vr_output_put (output, "<main id=\"text\" tabindex=\"-1\">\n");
  vr_report_html_put_element (output, "h2", _ ("Versions"));
  vr_report_history_chart_write (history, output);
  vr_output_put (output, n > LONG_STEPS ? "<ol class=\"steps long\">\n" : "<ol class=\"steps\">\n");
  for (guint i = 0; i < n && !vr_output_has_failed (output); i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        vr_output_fail (output, ECANCELED);
      vr_progress_tell (progress, i, n);
      write_step (history, i, output);
    }
  vr_output_put (output, "</ol>\n</main>\n");
}

static void
write_footer (const VrReportHistory *history, VrOutput *output)
{
  g_autofree char *manifest = vr_report_history_dup_manifest (history, "html", NULL);
  g_autoptr (GDateTime) time = vr_report_history_dup_time (history);

  vr_output_put (output, "<footer>\n");
  vr_report_html_write_maker (output, time);
  vr_output_put (output, "<details>");
  vr_report_html_put_element (output, "summary", _ ("What This Report Was Made Of"));
  vr_output_put (output, "\n<pre>");
  vr_output_put (output, manifest);
  vr_report_seal_write (output, "}</pre></details>\n</footer>\n</body>\n</html>\n");
}

void
vr_report_history_html_write (const VrReportHistory *history, const VrProgress *progress,
                              GCancellable *cancellable, VrOutput *output)
{
  g_autofree char *title = vr_report_history_dup_title (history);
  g_autofree char *summary = vr_report_history_dup_summary (history);
  /* Translators: a page's title: "Bridge closed: all versions". */
  g_autofree char *words = g_strdup_printf (_ ("%s: all versions"), title);

  vr_output_begin_sum (output);
  vr_report_html_begin_page (output, vr_report_html_get_direction (summary), words,
                             _ ("Skip to the Versions"));
  write_header (history, output);
  write_steps (history, progress, cancellable, output);
  if (!vr_output_has_failed (output))
    write_footer (history, output);
}
