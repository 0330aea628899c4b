/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The blocks of a history: what all versions are of, and what each of them changed. */
#include "vr-page-history.h"

#include "vr-page-block-private.h"
#include "vr-page-chart.h"
#include "vr-report-history-bars.h"

#include <glib/gi18n-lib.h>

/* In points. */
#define CHART_HEIGHT 120
#define SMALL_GAP 3
#define GAP 10
#define STEP_GAP 18

char *
vr_page_history_dup_heading (const VrReportHistory *history, VrSide side)
{
  return side == VR_SIDE_OLD ? g_strdup_printf ("%s / %s", history->story, history->variant)
                             : vr_report_history_dup_title (history);
}

char *
vr_page_history_dup_step (const VrReportStep *step)
{
  g_autofree char *when = vr_report_step_dup_when (step);
  g_autofree char *number = g_strdup_printf (_ ("Version %'u"), step->number);

  return step->witness.time != NULL ? g_strdup_printf ("%s · %s", number, when)
                                    : g_steal_pointer (&number);
}

static VrPagePart *
add_words (VrPageBlock *self, VrPageFace face, const char *words, double gap)
{
  VrPageText *text = vr_page_text_new (face);

  vr_page_text_append_lines (text, words);

  return vr_page_block_add_wide (self, text, gap);
}

/* Beside a sign, or where there could be one. */
static VrPagePart *
add_indented (VrPageBlock *self, VrPageFace face, const char *words)
{
  VrPageText *text = vr_page_text_new (face);

  vr_page_text_append_lines (text, words);

  return vr_page_block_add_columns (self, text, NULL, SMALL_GAP);
}

/* A headline is the article's own words. */
static void
add_title (VrPageBlock *self, const char *title, VrPageFace face, double gap)
{
  VrPageText *text = vr_page_text_new (face);

  vr_page_text_append (text, (VrPageMark){ 0 }, title, strlen (title));
  vr_page_block_add_wide (self, text, gap)->flags = VR_PAGE_PART_KEEP_NEXT;
}

static void
add_timeline (VrPageBlock *self)
{
  VrHistoryBars bars;
  g_autofree char *scale = NULL;
  g_autofree char *legend = NULL;

  vr_history_bars_init (&bars, self->setting->history, vr_page_chart_get_max (self->setting),
                        CHART_HEIGHT);
  if (bars.most == 0)
    return;
  scale = vr_history_bars_dup_scale (&bars);
  legend = g_strdup_printf ("%s %s, %s, %s. %s", _ ("What changed from version to version: words"),
                            _ ("added above the line"), _ ("moved on top of them"),
                            _ ("removed below it"), scale);
  vr_page_block_add_chart (self, CHART_HEIGHT, GAP);
  add_words (self, VR_PAGE_FACE_DIM, legend, SMALL_GAP)->flags = VR_PAGE_PART_KEEP_PREVIOUS;
}

void
vr_page_block_fill_history (VrPageBlock *self)
{
  const VrReportHistory *history = self->setting->history;
  g_autofree char *title = vr_report_history_dup_title (history);
  g_autofree char *summary = vr_report_history_dup_summary (history);
  g_autofree char *name = vr_page_history_dup_heading (history, VR_SIDE_OLD);

  add_words (self, VR_PAGE_FACE_DIM, _ ("History of an Article"), 0)->flags =
      VR_PAGE_PART_KEEP_NEXT;
  add_title (self, title, VR_PAGE_FACE_TITLE, SMALL_GAP);
  add_words (self, VR_PAGE_FACE_DIM, name, SMALL_GAP);
  add_words (self, VR_PAGE_FACE_HEADING, summary, GAP);
  add_timeline (self);
}

/* What to look twice at has a sign, not a colour alone. */
static void
add_flags (VrPageBlock *self, const VrReportStep *step)
{
  for (guint i = 0; i < step->flags->len; i++)
    {
      VrPagePart *part =
          add_indented (self, VR_PAGE_FACE_CRITICAL, g_ptr_array_index (step->flags, i));

      part->sign = "!";
      part->is_critical = TRUE;
    }
}

static void
add_notes (VrPageBlock *self, const VrReportStep *step)
{
  for (guint i = 0; i < step->notes->len; i++)
    add_indented (self, VR_PAGE_FACE_PLAIN, g_ptr_array_index (step->notes, i))->flags =
        VR_PAGE_PART_BAR;
}

static void
add_changes (VrPageBlock *self, const VrReportStep *step)
{
  guint n = step->changes->len;
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u Change", "%'u Changes", n), n);

  if (n == 0)
    return;
  add_words (self, VR_PAGE_FACE_DIM, words, 2 * SMALL_GAP)->flags = VR_PAGE_PART_KEEP_NEXT;
  for (guint i = 0; i < n; i++)
    add_indented (self, VR_PAGE_FACE_PLAIN, g_ptr_array_index (step->changes, i));
}

static void
add_fact (GString *facts, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (facts, "%s%s: %s", facts->len > 0 ? "\n" : "", name, value);
}

static void
add_facts (VrPageBlock *self, const VrReportStep *step)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  add_fact (facts, _ ("Name"), step->witness.name);
  add_fact (facts, _ ("Author"), step->witness.author);
  add_fact (facts, _ ("Address"), step->witness.url);
  add_fact (facts, _ ("Commit"), step->witness.commit);
  add_fact (facts, _ ("SHA-256"), step->sha256);
  if (facts->len > 0)
    add_words (self, VR_PAGE_FACE_DIM, facts->str, 2 * SMALL_GAP)->flags =
        VR_PAGE_PART_KEEP_PREVIOUS;
}

void
vr_page_block_fill_step (VrPageBlock *self, guint32 index)
{
  const VrReportHistory *history = self->setting->history;
  const VrReportStep *step = vr_report_history_peek_step (history, index);
  const char *before =
      index > 0 ? vr_report_history_peek_step (history, index - 1)->witness.title : NULL;
  const char *title = step->witness.title;
  g_autofree char *heading = vr_page_history_dup_step (step);
  g_autofree char *words = vr_changed_words_to_string (&step->words);

  add_words (self, VR_PAGE_FACE_HEADING, heading, STEP_GAP)->flags = VR_PAGE_PART_KEEP_NEXT;
  if (title != NULL && *title != '\0' && g_strcmp0 (title, before) != 0)
    add_title (self, title, VR_PAGE_FACE_ARTICLE, SMALL_GAP);
  if (step->headline != NULL)
    add_words (self, VR_PAGE_FACE_PLAIN, step->headline, SMALL_GAP);
  if (words != NULL)
    add_words (self, VR_PAGE_FACE_PLAIN, words, SMALL_GAP);
  add_flags (self, step);
  add_notes (self, step);
  add_changes (self, step);
  add_facts (self, step);
}
