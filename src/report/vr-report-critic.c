/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison in CriticMarkup. */
#include "vr-report-critic.h"

#include "vr-markdown.h"
#include "vr-report-critical.h"
#include "vr-report-fate.h"
#include "vr-report-flow.h"
#include "vr-report-reasons.h"
#include "vr-report-role.h"
#include "vr-report-summary.h"

#define BETWEEN_BLOCKS "\n\n"

typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  VrOutput *output;
  GHashTable *notes; /* of vr_report_info_sort_notes() */
} Writer;

/* Where a row has several paragraphs, each is a block. */
static void
put_text (Writer *self, VrSlice text)
{
  const char *end = text.text + text.n_bytes;
  const char *start = text.text;

  while (TRUE)
    {
      const char *cut = g_strstr_len (start, end - start, VR_PARAGRAPH_SEPARATOR);
      VrSlice part = { start, (gsize)((cut != NULL ? cut : end) - start) };

      vr_markdown_put (self->output, part, VR_MARKDOWN_BLOCK | VR_MARKDOWN_CRITIC);
      if (cut == NULL)
        return;
      vr_output_put (self->output, BETWEEN_BLOCKS);
      start = cut + strlen (VR_PARAGRAPH_SEPARATOR);
    }
}

static void
put_marked (Writer *self, const char *open, VrSlice text, const char *close)
{
  vr_output_put (self->output, open);
  put_text (self, text);
  vr_output_put (self->output, close);
}

static void
put_comment (Writer *self, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  vr_output_put (self->output, "{>>");
  vr_markdown_put_string (self->output, words, VR_MARKDOWN_CRITIC);
  vr_output_put (self->output, "<<}");
}

static void
put_change (Writer *self, VrSlice old_text, VrSlice new_text)
{
  /* A word that was repaired reads the same. */
  if (vr_slice_is_equal (old_text, new_text))
    put_text (self, new_text);
  else if (new_text.n_bytes == 0)
    put_marked (self, "{--", old_text, "--}");
  else if (old_text.n_bytes == 0)
    put_marked (self, "{++", new_text, "++}");
  else
    {
      put_marked (self, "{~~", old_text, "~>");
      put_marked (self, "", new_text, "~~}");
    }
}

static gboolean
is_shared (const Writer *self, const VrPiece *piece)
{
  return piece->op == VR_PIECE_EQUAL || (piece->op == VR_PIECE_QUIET && !self->options->quiet);
}

static VrSlice
get_slice (const VrReportTexts *texts, VrSide side, const VrPiece *first, const VrPiece *last)
{
  guint32 from = vr_piece_get_span (first, side).from;

  return (VrSlice){ texts->sides[side].text + from, vr_piece_get_span (last, side).to - from };
}

/* What changed without anything between that stays is one change. */
static void
put_pieces (Writer *self, const VrRow *row, const VrReportTexts *texts)
{
  for (guint32 i = 0, end; i < row->n_pieces; i = end)
    {
      const VrPiece *first = &row->pieces[i];
      const VrPiece *last;

      end = i + 1;
      while (!is_shared (self, first) && end < row->n_pieces
             && !is_shared (self, &row->pieces[end]))
        end++;
      last = &row->pieces[end - 1];
      if (is_shared (self, first))
        put_text (self, get_slice (texts, VR_SIDE_NEW, first, last));
      else
        put_change (self, get_slice (texts, VR_SIDE_OLD, first, last),
                    get_slice (texts, VR_SIDE_NEW, first, last));
    }
}

static void
put_row (Writer *self, guint index)
{
  VrRow row = vr_comparison_get_row (self->comparison, index);
  g_auto (VrReportTexts) texts;

  vr_report_texts_init (&texts, self->comparison, index);
  if (row.n_pieces == 0)
    put_text (self, texts.sides[VR_SIDE_NEW]);
  put_pieces (self, &row, &texts);
}

static void
put_notes (Writer *self, guint32 row)
{
  const GPtrArray *notes = vr_report_peek_notes (self->notes, row);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    put_comment (self, ((const VrReportNote *)g_ptr_array_index (notes, i))->text);
}

static void
put_remarks (Writer *self, guint index)
{
  g_autofree char *critical = vr_report_dup_critical (self->comparison, index);
  g_autofree char *reasons = vr_report_dup_reasons (self->comparison, index);
  g_autofree char *role = vr_report_dup_role (self->comparison, index, self->options->explain);

  put_comment (self, role);
  put_comment (self, critical);
  if (self->options->explain && vr_comparison_is_change (self->comparison, index))
    put_comment (self, reasons);
  put_notes (self, index);
}

/* The id tells which other place has what moved. */
static void
put_way (Writer *self, const VrFlowStep *step)
{
  VrRow row = vr_comparison_get_row (self->comparison, step->row);
  g_autofree char *id = vr_comparison_dup_row_id (self->comparison, step->row);
  g_autofree char *way = NULL;
  g_autofree char *words = NULL;

  if (!row.moved)
    way = vr_report_dup_kind (self->comparison, step->row);
  else if (step->kind == VR_FLOW_OLD)
    way = vr_report_dup_moved_to (self->comparison, step->row, FALSE);
  else
    way = vr_report_dup_moved_from (self->comparison, step->row, FALSE);
  words = g_strdup_printf ("%s (%s)", way, id);
  put_comment (self, words);
}

static void
put_step (Writer *self, const VrFlowStep *step)
{
  VrSide side = step->kind == VR_FLOW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW;
  VrArticle *article = vr_comparison_get_article (self->comparison, side);
  VrSlice text = vr_article_get_paragraph_text (article, step->paragraph);

  if (step->kind == VR_FLOW_BOTH)
    put_row (self, step->row);
  else if (step->kind == VR_FLOW_OLD)
    put_marked (self, "{--", text, "--}");
  else
    put_marked (self, "{++", text, "++}");
  if (vr_flow_step_is_move (step, self->comparison))
    put_way (self, step);
  if (step->kind != VR_FLOW_OLD || !vr_flow_step_is_move (step, self->comparison))
    put_remarks (self, step->row);
  vr_output_put (self->output, BETWEEN_BLOCKS);
}

static void
put_skipped (Writer *self, VrSkipped skipped)
{
  g_autofree char *words = vr_report_dup_skipped (self->options->critical, skipped);

  if (words == NULL)
    return;
  put_comment (self, words);
  vr_output_put (self->output, BETWEEN_BLOCKS);
}

static void
put_head (Writer *self)
{
  g_autofree char *old_name =
      vr_report_dup_witness_name (self->options->info, self->comparison, VR_SIDE_OLD);
  g_autofree char *new_name =
      vr_report_dup_witness_name (self->options->info, self->comparison, VR_SIDE_NEW);
  g_autofree char *summary = vr_report_dup_summary (self->comparison);
  g_autofree char *names = g_strdup_printf ("%s → %s", old_name, new_name);

  put_comment (self, names);
  put_comment (self, summary);
  put_notes (self, VR_NOTE_NO_ROW);
  vr_output_put (self->output, BETWEEN_BLOCKS);
}

static gboolean
is_shown (const VrReportWalk *walk, const VrFlowStep *step)
{
  guint place = step->kind == VR_FLOW_OLD
                    ? vr_comparison_get_row_reference (walk->comparison, step->row)
                    : G_MAXUINT;

  if (place == G_MAXUINT)
    place = vr_comparison_get_row_place (walk->comparison, step->row);

  return walk->shown == NULL || walk->shown[place];
}

void
vr_report_critic_write (const VrComparison *comparison, const VrReportOptions *options,
                        VrOutput *output)
{
  g_autoptr (GHashTable) notes = vr_report_info_sort_notes (options->info, comparison);
  Writer self = { comparison, options, output, notes };
  g_autoptr (GArray) flow = vr_report_dup_flow (comparison);
  g_auto (VrReportWalk) walk;
  VrSkipped skipped = { 0 };

  vr_report_walk_init (&walk, comparison, options);
  put_head (&self);
  for (guint i = 0; i < flow->len && vr_report_go_on (options, output, i, flow->len); i++)
    {
      const VrFlowStep *step = &g_array_index (flow, VrFlowStep, i);

      if (is_shown (&walk, step))
        {
          put_skipped (&self, skipped);
          skipped = (VrSkipped){ 0 };
          put_step (&self, step);
        }
      else if (step->kind != VR_FLOW_OLD || vr_comparison_is_furniture (comparison, step->row))
        vr_skipped_count (&skipped, comparison, step->row);
    }
  put_skipped (&self, skipped);
}
