/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as a unified diff of both articles, a paragraph a line. */
#include "vr-report-diff.h"

#include "vr-report-flow.h"

/* Lines that both have, then those that only the old or only the new article has. */
typedef struct
{
  guint32 n_same;
  guint32 n_old;
  guint32 n_new;
} Run;

typedef struct
{
  const VrComparison *comparison;
  VrOutput *output;
  GArray *runs; /* Run; the last one may end without a change */
  guint64 context;
  guint32 at[VR_N_SIDES];    /* the next line of either */
  GArray *lines[VR_N_SIDES]; /* guint32: the paragraphs of either that are lines */
} Writer;

static gboolean
is_same_line (const VrComparison *comparison, guint row_index)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  const VrArticle *old_article = vr_comparison_get_article (comparison, VR_SIDE_OLD);
  const VrArticle *new_article = vr_comparison_get_article (comparison, VR_SIDE_NEW);

  return row.n_old == 1 && row.n_new == 1
         && vr_slice_is_equal (vr_article_get_paragraph_text (old_article, row.old_paragraphs[0]),
                               vr_article_get_paragraph_text (new_article, row.new_paragraphs[0]));
}

/* All paragraphs, unless the reader wants none of the page's furniture. */
static GArray *
find_lines (const VrComparison *comparison, VrSide side, gboolean folds)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n = vr_article_get_n_paragraphs (vr_comparison_get_article (comparison, side));

  for (guint32 i = 0; i < n; i++)
    if (!folds || !vr_role_is_furniture (vr_comparison_get_role (comparison, side, i)))
      g_array_append_val (lines, i);

  return lines;
}

static GArray *
find_runs (const VrComparison *comparison, gboolean folds)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GArray) flow = vr_report_dup_flow (comparison);
  Run run = { 0 };

  for (guint i = 0; i < flow->len; i++)
    {
      const VrFlowStep *step = &g_array_index (flow, VrFlowStep, i);
      VrRow row = vr_comparison_get_row (comparison, step->row);
      gboolean is_same = step->kind == VR_FLOW_BOTH && is_same_line (comparison, step->row);

      if (folds && vr_comparison_is_furniture (comparison, step->row))
        continue;
      /* What became of a paragraph stands right behind it. */
      if (step->kind == VR_FLOW_BOTH && run.n_old + run.n_new > 0)
        {
          g_array_append_val (runs, run);
          run = (Run){ 0 };
        }
      run.n_same += is_same;
      if (step->kind == VR_FLOW_BOTH && !is_same)
        {
          run.n_old += row.n_old;
          run.n_new += row.n_new;
        }
      run.n_old += step->kind == VR_FLOW_OLD;
      run.n_new += step->kind == VR_FLOW_NEW;
    }
  g_array_append_val (runs, run);

  return runs;
}

static const Run *
get_run (const Writer *self, guint index)
{
  return &g_array_index (self->runs, Run, index);
}

static gboolean
has_change (const Writer *self, guint index)
{
  return index < self->runs->len && get_run (self, index)->n_old + get_run (self, index)->n_new > 0;
}

/* Any name at all: no folder, nothing hidden, and nothing that patch reads otherwise than as a
 * name.  One with a space ends in a tab, as git writes it. */
static void
put_name (Writer *self, const char *sign, const char *folder, VrSide side, const VrReportInfo *info)
{
  g_autofree char *name = vr_report_dup_witness_name (info, self->comparison, side);
  g_autoptr (GString) safe = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_odd = c == '/' || c == '\\' || c == '"' || !g_unichar_isprint (c)
                        || (safe->len == 0 && (c == '.' || c == '-' || c == ' '));

      g_string_append_unichar (safe, is_odd ? '_' : g_unichar_isspace (c) ? ' ' : c);
    }
  if (safe->len == 0)
    g_string_append (safe, side == VR_SIDE_OLD ? "old" : "new");
  vr_output_put (self->output, sign);
  vr_output_put (self->output, folder);
  vr_output_put (self->output, safe->str);
  vr_output_put (self->output, strchr (safe->str, ' ') != NULL ? "\t\n" : "\n");
}

/* Every line ends in a line feed, so nothing is to be said of one that does not. */
static void
put_lines (Writer *self, char sign, VrSide side, guint32 n)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, side);

  for (; n > 0; n--)
    {
      guint32 paragraph = g_array_index (self->lines[side], guint32, self->at[side]++);
      VrSlice text = vr_article_get_paragraph_text (article, paragraph);

      vr_output_put_char (self->output, sign);
      vr_output_write (self->output, text.text, text.n_bytes);
      vr_output_put_char (self->output, '\n');
    }
}

static void
put_same (Writer *self, guint32 n)
{
  self->at[VR_SIDE_OLD] += n;
  put_lines (self, ' ', VR_SIDE_NEW, n);
}

/* A range of no lines is named by the line before it. */
static void
put_range (Writer *self, const char *sign, VrSide side, guint32 n)
{
  g_autofree char *range = g_strdup_printf ("%s%u,%u ", sign, self->at[side] + (n > 0 ? 1 : 0), n);

  vr_output_put (self->output, range);
}

/* Runs @first to @last with what stands between them, and @n_before and @n_behind lines around. */
static void
put_hunk (Writer *self, guint first, guint last, guint32 n_before, guint32 n_behind)
{
  guint32 n[VR_N_SIDES] = { n_before + n_behind, n_before + n_behind };

  for (guint i = first; i <= last; i++)
    {
      guint32 n_between = i > first ? get_run (self, i)->n_same : 0;

      n[VR_SIDE_OLD] += n_between + get_run (self, i)->n_old;
      n[VR_SIDE_NEW] += n_between + get_run (self, i)->n_new;
    }
  vr_output_put (self->output, "@@ ");
  put_range (self, "-", VR_SIDE_OLD, n[VR_SIDE_OLD]);
  put_range (self, "+", VR_SIDE_NEW, n[VR_SIDE_NEW]);
  vr_output_put (self->output, "@@\n");
  for (guint i = first; i <= last; i++)
    {
      put_same (self, i > first ? get_run (self, i)->n_same : n_before);
      put_lines (self, '-', VR_SIDE_OLD, get_run (self, i)->n_old);
      put_lines (self, '+', VR_SIDE_NEW, get_run (self, i)->n_new);
    }
  put_same (self, n_behind);
}

static void
skip_same (Writer *self, guint32 n)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->at[side] += n;
}

static void
write_hunks (Writer *self, const VrReportOptions *options)
{
  guint32 n_taken = 0; /* of the run's same lines, behind the hunk before */

  for (guint first = 0, last;
       has_change (self, first) && vr_report_go_on (options, self->output, first, self->runs->len);
       first = last + 1)
    {
      guint32 n_same = get_run (self, first)->n_same - n_taken;
      guint32 n_before = (guint32)MIN (n_same, self->context);

      last = first;
      while (has_change (self, last + 1) && get_run (self, last + 1)->n_same <= 2 * self->context)
        last++;
      n_taken = last + 1 < self->runs->len
                    ? (guint32)MIN (get_run (self, last + 1)->n_same, self->context)
                    : 0;
      skip_same (self, n_same - n_before);
      put_hunk (self, first, last, n_before, n_taken);
    }
}

void
vr_report_diff_write (const VrComparison *comparison, const VrReportOptions *options,
                      VrOutput *output)
{
  gboolean folds = vr_report_folds_furniture (options, TRUE);
  g_autoptr (GArray) runs = find_runs (comparison, folds);
  g_autoptr (GArray) old_lines = find_lines (comparison, VR_SIDE_OLD, folds);
  g_autoptr (GArray) new_lines = find_lines (comparison, VR_SIDE_NEW, folds);
  Writer self = {
    .comparison = comparison, .output = output, .runs = runs, .lines = { old_lines, new_lines }
  };

  self.context =
      options->context == VR_REPORT_ALL ? VR_REPORT_DIFF_CONTEXT : (guint64)options->context;
  if (!has_change (&self, 0))
    return;
  put_name (&self, "--- ", "a/", VR_SIDE_OLD, options->info);
  put_name (&self, "+++ ", "b/", VR_SIDE_NEW, options->info);
  write_hunks (&self, options);
}
