/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a Markdown document, for people. */
#include "vr-report-markdown.h"

#include "vr-markdown.h"
#include "vr-report-cue.h"
#include "vr-report-fate.h"
#include "vr-report-markdown-row.h"
#include "vr-report-reasons.h"
#include "vr-report-role.h"
#include "vr-report-summary.h"
#include "vr-report-words.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  VrOutput *output;
  GHashTable *notes; /* of vr_report_info_sort_notes() */
  guint n_changes;
} Writer;

/* @before and @behind are Markdown, @text is text; nothing where that is NULL or empty. */
static void
put_line (Writer *self, const char *before, const char *text, const char *behind)
{
  if (text == NULL || *text == '\0')
    return;
  vr_output_put (self->output, before);
  vr_markdown_put_string (self->output, text, VR_MARKDOWN_BLOCK);
  vr_output_put (self->output, behind);
}

/* Our words between the article's. */
static void
put_remark (Writer *self, const char *words)
{
  put_line (self, "*", words, "*\n\n");
}

static void
put_witness (Writer *self, VrSide side)
{
  const VrReportInfo *info = self->options->info;
  const VrReportWitness *known = info != NULL ? &info->witnesses[side] : NULL;
  const VrText *text = vr_article_get_text (vr_comparison_get_article (self->comparison, side));
  g_autofree char *name = vr_report_dup_witness_name (info, self->comparison, side);
  g_autofree char *title = vr_report_dup_witness_title (info, self->comparison, side);
  g_autofree char *time = vr_report_dup_shown_time (known != NULL ? known->time : NULL);
  const char *label = side == VR_SIDE_OLD ? _ ("Old version") : _ ("New version");

  put_line (self, "- **", label, ":** ");
  put_line (self, "", title, "\n");
  if (!g_str_equal (name, title))
    put_line (self, "  - ", name, "\n");
  if (known != NULL)
    {
      put_line (self, "  - ", known->author, "\n");
      put_line (self, "  - ", time, "\n");
      put_line (self, "  - ", known->url, "\n");
      put_line (self, "  - git: `", known->commit, "`\n");
    }
  if (text != NULL)
    put_line (self, "  - SHA-256: `", vr_text_get_sha256 (text), "`\n");
}

static void
put_quoted_line (Writer *self, const char *line, gboolean is_last)
{
  g_autofree char *stripped = g_strstrip (g_strdup (line));

  vr_output_put (self->output, ">");
  put_line (self, " ", stripped, is_last || *stripped == '\0' ? "" : "\\");
  vr_output_put_char (self->output, '\n');
}

static void
put_note (Writer *self, const VrReportNote *note)
{
  g_auto (GStrv) lines = g_strsplit (note->text, "\n", -1);
  g_autofree char *time = vr_report_dup_shown_time (note->time);
  g_autofree char *who = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    put_quoted_line (self, lines[i], lines[i + 1] == NULL || *lines[i + 1] == '\0');
  if (note->author != NULL || note->time != NULL)
    {
      who = g_strconcat ("— ", note->author != NULL ? note->author : "",
                         note->author != NULL && note->time != NULL ? ", " : "", time, NULL);
      put_line (self, ">\n> ", who, "\n");
    }
  vr_output_put_char (self->output, '\n');
}

static void
put_notes (Writer *self, guint32 row)
{
  const GPtrArray *notes = vr_report_peek_notes (self->notes, row);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    put_note (self, g_ptr_array_index (notes, i));
}

/* What was put right before anything was compared. */
static void
put_repairs (Writer *self)
{
  g_autoptr (GPtrArray) repairs = vr_report_list_repairs (self->comparison);

  for (guint i = 0; i < repairs->len; i++)
    put_line (self, "- ", g_ptr_array_index (repairs, i), "\n");
}

static void
put_summary (Writer *self)
{
  g_autofree char *summary = vr_report_dup_summary (self->comparison);
  g_autofree char *words = vr_report_dup_words_summary (self->comparison);
  g_autofree char *critical = vr_report_dup_critical_summary (self->comparison);
  g_autofree char *quiet = vr_report_dup_quiet_summary (self->comparison);

  put_line (self, "## ", _ ("Summary"), "\n\n");
  put_line (self, "- ", summary, "\n");
  put_line (self, "- ", words, "\n");
  put_line (self, "- ", critical, "\n");
  put_line (self, "- ", quiet, "\n");
  if (self->options->explain)
    put_repairs (self);
  vr_output_put_char (self->output, '\n');
}

static void
put_head (Writer *self)
{
  g_autofree char *title =
      vr_report_dup_witness_title (self->options->info, self->comparison, VR_SIDE_NEW);

  put_line (self, "# ", title, "\n\n");
  put_witness (self, VR_SIDE_OLD);
  put_witness (self, VR_SIDE_NEW);
  vr_output_put_char (self->output, '\n');
  put_summary (self);
  put_notes (self, VR_NOTE_NO_ROW);
  put_line (self, "## ", _ ("Text"), "\n\n");
}

/* Where a row stood: its first words, and where it went. */
static void
put_reference (Writer *self, guint row)
{
  g_autofree char *owned = NULL;
  VrSlice text = vr_report_peek_row_text (self->comparison, row, VR_SIDE_OLD, &owned);
  g_autofree char *cue = vr_report_dup_cue (text, TRUE);
  g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), cue);
  g_autofree char *way = vr_report_dup_moved_to (self->comparison, row, TRUE);
  g_autofree char *words = g_strdup_printf ("%s (%s)", quoted, way);

  put_remark (self, words);
}

/* @role: (nullable) */
static void
put_heading (Writer *self, guint row, const char *role)
{
  g_autofree char *fate = vr_report_dup_whole_fate (self->comparison, row, NULL);
  g_autofree char *whole = role != NULL ? g_strjoin (", ", role, fate, NULL) : g_strdup (fate);
  g_autofree char *heading = NULL;

  /* Translators: a heading: the number of a change, and what it is: “Change 3: edited, 1 word
   * changed”. */
  heading = g_strdup_printf (_ ("Change %'u: %s"), ++self->n_changes, whole);
  put_line (self, "### ", heading, "\n\n");
}

/* What a paragraph is, and in which quiet way it differs. */
static void
put_kind (Writer *self, guint index, const char *role)
{
  VrRow row = vr_comparison_get_row (self->comparison, index);
  g_autofree char *kind = vr_report_dup_kind (self->comparison, index);
  g_autofree char *both = role != NULL ? g_strjoin (", ", role, kind, NULL) : NULL;

  if ((self->options->quiet && row.quiet != 0)
      || vr_comparison_is_furniture (self->comparison, index))
    put_remark (self, both != NULL ? both : kind);
  else
    put_remark (self, role);
}

static void
put_row (Writer *self, guint index)
{
  g_autofree char *reasons = vr_report_dup_reasons (self->comparison, index);
  g_autofree char *role = vr_report_dup_role (self->comparison, index, self->options->explain);

  if (vr_comparison_is_change (self->comparison, index))
    put_heading (self, index, role);
  else
    put_kind (self, index, role);
  vr_markdown_put_row (self->output, self->comparison, index);
  if (self->options->explain && vr_comparison_is_change (self->comparison, index))
    put_remark (self, reasons);
  put_notes (self, index);
}

static void
put_skipped (Writer *self, VrSkipped skipped)
{
  g_autofree char *words = vr_report_dup_skipped (self->options->critical, skipped);

  put_remark (self, words);
}

void
vr_report_markdown_write (const VrComparison *comparison, const VrReportOptions *options,
                          VrOutput *output)
{
  g_autoptr (GHashTable) notes = vr_report_info_sort_notes (options->info, comparison);
  Writer self = { .comparison = comparison, .options = options, .output = output, .notes = notes };
  g_auto (VrReportWalk) walk;
  VrPlace place;
  VrSkipped skipped;

  vr_report_walk_init (&walk, comparison, options);
  put_head (&self);
  while (vr_report_walk_next (&walk, &place, &skipped)
         && vr_report_go_on (options, output, walk.next, walk.n_places))
    {
      put_skipped (&self, skipped);
      if (place.is_reference)
        put_reference (&self, place.row);
      else
        put_row (&self, place.row);
    }
  put_skipped (&self, skipped);
}
