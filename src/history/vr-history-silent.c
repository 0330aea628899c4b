/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an article was changed in substance without saying so. */
#include "vr-history-silent.h"

#include "vr-report-critical.h"
#include "vr-report-summary.h"
#include "vr-silent-row.h"
#include "vr-slips.h"

#include <glib/gi18n-lib.h>

/* A reason is read in a list: the first changes are enough to find the rest. */
#define MAX_REASONS 3
#define QUOTED_MAX_CELLS 40
#define REASON_MAX_CELLS 120
/* Above this a paragraph is no line about the article. */
#define MAX_LINE_BYTES 400

typedef struct
{
  const VrComparison *comparison;
  VrRemarks *remarks;
  VrSlips *slips;
  VrSilentRow row;      /* the one at hand */
  GPtrArray *criticals; /* utf8: reasons */
  GPtrArray *reasons;   /* utf8 */
  guint n_changes;
  guint n_edits; /* of the row at hand: of substance, named by a critical change or not */
  gboolean is_told;
} Judge;

static void
judge_init (Judge *self, const VrComparison *comparison)
{
  const char *language =
      vr_article_get_language (vr_comparison_get_article (comparison, VR_SIDE_NEW));

  *self = (Judge){ .comparison = comparison };
  self->remarks = vr_remarks_new (language);
  self->slips = vr_slips_new (comparison, self->remarks);
  vr_silent_row_init (&self->row, comparison, self->remarks);
  self->criticals = g_ptr_array_new_with_free_func (g_free);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
}

static void
judge_clear (Judge *self)
{
  vr_silent_row_clear (&self->row);
  vr_slips_free (self->slips);
  vr_remarks_free (self->remarks);
  g_ptr_array_unref (self->criticals);
  g_ptr_array_unref (self->reasons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judge, judge_clear)

/* The part of @span that has the article's own words, in the first sentence that has any. */
static VrSpan
find_own (const Judge *self, guint side, VrSpan span)
{
  for (guint i = vr_silent_row_find_stretch (&self->row, side, span.from);
       i < self->row.stretches[side]->len; i++)
    {
      const VrSilentStretch *stretch =
          &g_array_index (self->row.stretches[side], VrSilentStretch, i);
      VrSpan part = { MAX (span.from, stretch->span.from), MIN (span.to, stretch->span.to) };

      if (stretch->span.from >= span.to)
        break;
      if (stretch->remark == VR_REMARK_NONE && !stretch->is_moved && part.from < part.to
          && !vr_slips_is_wordless (vr_silent_row_slice (&self->row, side, part)))
        return part;
    }

  return (VrSpan){ span.from, span.from };
}

static char *
dup_quoted (const Judge *self, guint side, VrSpan span)
{
  g_autofree char *text = g_strndup (self->row.texts[side] + span.from, span.to - span.from);

  g_strstrip (text);

  return vr_report_dup_excerpt ((VrSlice){ text, strlen (text) }, QUOTED_MAX_CELLS);
}

static void
add_reason (Judge *self, VrSpan old_span, VrSpan new_span)
{
  g_autofree char *old_text = dup_quoted (self, VR_SIDE_OLD, old_span);
  g_autofree char *new_text = dup_quoted (self, VR_SIDE_NEW, new_span);
  char *reason;

  self->n_changes++;
  if (self->reasons->len >= MAX_REASONS)
    return;
  if (*old_text == '\0')
    reason = g_strdup_printf (_ ("“%s” added"), new_text);
  else if (*new_text == '\0')
    reason = g_strdup_printf (_ ("“%s” removed"), old_text);
  else
    reason = g_strdup_printf (_ ("“%s” became “%s”"), old_text, new_text);
  g_ptr_array_add (self->reasons, reason);
}

/* Whether a critical change of the row names all that @edit changed. */
static gboolean
is_named (const Judge *self, const VrSilentEdit *edit)
{
  for (guint32 i = 0; i < self->row.row.n_critical; i++)
    {
      const VrCriticalChange *change = &self->row.row.criticals[i];

      if (change->old_span.from <= edit->spans[VR_SIDE_OLD].from
          && edit->spans[VR_SIDE_OLD].to <= change->old_span.to
          && change->new_span.from <= edit->spans[VR_SIDE_NEW].from
          && edit->spans[VR_SIDE_NEW].to <= change->new_span.to
          && vr_silent_row_is_own (&self->row, change))
        return TRUE;
    }

  return FALSE;
}

static void
judge_edit (Judge *self, const VrSilentEdit *edit)
{
  VrSpan old_own = find_own (self, VR_SIDE_OLD, edit->spans[VR_SIDE_OLD]);
  VrSpan new_own = find_own (self, VR_SIDE_NEW, edit->spans[VR_SIDE_NEW]);
  gboolean has_old = old_own.to > old_own.from;
  gboolean has_new = new_own.to > new_own.from;

  if (edit->is_repair || (!has_old && !has_new))
    return;
  if (has_old && has_new
      && vr_slips_is_typo (self->slips,
                           vr_silent_row_slice (&self->row, VR_SIDE_OLD, edit->spans[VR_SIDE_OLD]),
                           vr_silent_row_slice (&self->row, VR_SIDE_NEW, edit->spans[VR_SIDE_NEW])))
    return;
  if (has_old != has_new
      && vr_slips_is_doubled (self->row.texts[has_old ? VR_SIDE_OLD : VR_SIDE_NEW],
                              has_old ? old_own : new_own))
    return;
  self->n_edits++;
  if (!is_named (self, edit))
    add_reason (self, old_own, new_own);
}

/* Whether words of a note, or of a line that says when it was updated, are new. */
static gboolean
is_told_by (const Judge *self, const VrSilentEdit *edit)
{
  VrSpan span = edit->spans[VR_SIDE_NEW];

  for (guint i = vr_silent_row_find_stretch (&self->row, VR_SIDE_NEW, span.from);
       i < self->row.stretches[VR_SIDE_NEW]->len; i++)
    {
      const VrSilentStretch *stretch =
          &g_array_index (self->row.stretches[VR_SIDE_NEW], VrSilentStretch, i);
      VrSpan part = { MAX (span.from, stretch->span.from), MIN (span.to, stretch->span.to) };

      if (stretch->span.from >= span.to)
        break;
      if ((stretch->remark == VR_REMARK_NOTE || stretch->remark == VR_REMARK_UPDATED)
          && !stretch->is_moved && part.from < part.to
          && !vr_slips_is_wordless (vr_silent_row_slice (&self->row, VR_SIDE_NEW, part)))
        return TRUE;
    }

  return FALSE;
}

/* A note that was wholly there and is wholly gone. */
static void
judge_lost_note (Judge *self, const VrSilentEdit *edit)
{
  guint32 from = edit->spans[VR_SIDE_OLD].from;

  for (guint i = vr_silent_row_find_stretch (&self->row, VR_SIDE_OLD, from);
       i < self->row.stretches[VR_SIDE_OLD]->len; i++)
    {
      const VrSilentStretch *stretch =
          &g_array_index (self->row.stretches[VR_SIDE_OLD], VrSilentStretch, i);
      g_autofree char *text = NULL;

      if (stretch->span.from >= edit->spans[VR_SIDE_OLD].to)
        return;

      if (stretch->remark != VR_REMARK_NOTE || stretch->is_moved
          || edit->spans[VR_SIDE_OLD].from > stretch->span.from
          || edit->spans[VR_SIDE_OLD].to + 1 < stretch->span.to)
        continue;
      text = dup_quoted (self, VR_SIDE_OLD, stretch->span);
      self->n_changes++;
      if (self->reasons->len < MAX_REASONS)
        g_ptr_array_add (self->reasons, g_strdup_printf (_ ("the note “%s” was taken out"), text));
      return;
    }
}

/* Returns: whether there are any. */
static gboolean
judge_criticals (Judge *self, guint index)
{
  gboolean has_own = FALSE;
  g_autofree char *words = NULL;

  for (guint32 i = 0; i < self->row.row.n_critical && !has_own; i++)
    has_own = vr_silent_row_is_own (&self->row, &self->row.row.criticals[i]);
  if (!has_own)
    return FALSE;
  self->n_changes++;
  words = vr_report_dup_critical (self->comparison, index);
  if (self->criticals->len < MAX_REASONS)
    g_ptr_array_add (self->criticals,
                     vr_report_dup_excerpt ((VrSlice){ words, strlen (words) }, REASON_MAX_CELLS));

  return TRUE;
}

/* That a line says when the article came out, or where, is no part of what it says. */
static gboolean
is_date (const Judge *self, const VrRow *row)
{
  for (guint32 i = 0; i < row->n_old; i++)
    if (vr_comparison_get_role (self->comparison, VR_SIDE_OLD, row->old_paragraphs[i])
        != VR_ROLE_DATE)
      return FALSE;
  for (guint32 i = 0; i < row->n_new; i++)
    if (vr_comparison_get_role (self->comparison, VR_SIDE_NEW, row->new_paragraphs[i])
        != VR_ROLE_DATE)
      return FALSE;

  return TRUE;
}

/* A document's time is that of its file, which nobody is told. */
static gboolean
tells_readers (const VrArticle *article)
{
  const char *format = vr_article_get_fact (article, VR_FACT_FORMAT);

  return g_strcmp0 (format, "html") == 0 || g_strcmp0 (format, "markdown") == 0;
}

/* Whether a page says by its own mark that it was updated since. */
static gboolean
is_marked_updated (const VrComparison *comparison)
{
  const char *old_time =
      vr_article_get_fact (vr_comparison_get_article (comparison, VR_SIDE_OLD), VR_FACT_UPDATED);
  const char *new_time =
      vr_article_get_fact (vr_comparison_get_article (comparison, VR_SIDE_NEW), VR_FACT_UPDATED);

  return new_time != NULL && tells_readers (vr_comparison_get_article (comparison, VR_SIDE_NEW))
         && g_strcmp0 (old_time, new_time) != 0;
}

static void
judge_row (Judge *self, guint index)
{
  guint n_before = self->reasons->len;
  gboolean is_date_row;
  VrRow row;

  row = vr_comparison_get_row (self->comparison, index);
  if (!vr_comparison_is_change (self->comparison, index)
      || (row.n_pieces == 0 && row.n_old > 0 && row.n_new > 0))
    return;
  vr_silent_row_load (&self->row, index);
  self->n_edits = 0;
  is_date_row = is_date (self, &row);
  for (guint i = 0; i < self->row.edits->len; i++)
    {
      const VrSilentEdit *edit = &g_array_index (self->row.edits, VrSilentEdit, i);
      gboolean is_note = is_told_by (self, edit);

      self->is_told = self->is_told || (is_note && !edit->is_repair);
      if (is_date_row)
        continue;
      judge_edit (self, edit);
      if (!is_note)
        judge_lost_note (self, edit);
    }
  /* Where one edit is all, what it turned says enough. */
  if (!is_date_row && judge_criticals (self, index) && self->n_edits == 1
      && self->reasons->len == n_before + 1)
    {
      g_ptr_array_set_size (self->reasons, (int)n_before);
      self->n_changes--;
    }
}

/* The line that says when the article was updated, for one that stayed as it was. */
static char *
dup_update_line (const Judge *self)
{
  VrArticle *article = vr_comparison_get_article (self->comparison, VR_SIDE_NEW);
  guint n = vr_article_get_n_paragraphs (article);

  for (guint i = 0; i < n; i++)
    {
      VrSlice text = vr_article_get_paragraph_text (article, i);

      if (text.n_bytes <= MAX_LINE_BYTES
          && vr_remarks_judge_paragraph (self->remarks, text) == VR_REMARK_UPDATED)
        return vr_report_dup_excerpt (text, QUOTED_MAX_CELLS);
    }

  return NULL;
}

static char *
dup_list (const Judge *self)
{
  GString *list = g_string_new (NULL);
  const GPtrArray *sources[] = { self->criticals, self->reasons };
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (sources); k++)
    for (guint i = 0; i < sources[k]->len && n < MAX_REASONS; i++, n++)
      g_string_append_printf (list, "%s%s", n > 0 ? _ ("; ") : "",
                              (const char *)g_ptr_array_index (sources[k], i));
  if (self->n_changes > n)
    {
      g_string_append (list, _ ("; "));
      g_string_append_printf (list,
                              ngettext ("%'u more change", "%'u more changes", self->n_changes - n),
                              self->n_changes - n);
    }

  return g_string_free (list, FALSE);
}

static char *
dup_reason (const Judge *self)
{
  g_autofree char *list = dup_list (self);
  g_autofree char *line = dup_update_line (self);
  char *reason =
      line != NULL
          ? g_strdup_printf (_ ("%s; “%s” stayed as it was, and no note was added"), list, line)
          : g_strdup_printf (_ ("%s; no correction or update note was added"), list);

  return g_strdelimit (reason, "\n\r\t", ' ');
}

char *
vr_history_silent_dup_reason (const VrComparison *comparison)
{
  guint n = vr_comparison_get_n_rows (comparison);
  g_auto (Judge) judge;

  judge_init (&judge, comparison);
  judge.is_told = is_marked_updated (comparison);
  for (guint i = 0; i < n && !judge.is_told; i++)
    judge_row (&judge, i);

  return judge.n_changes > 0 && !judge.is_told ? dup_reason (&judge) : NULL;
}
