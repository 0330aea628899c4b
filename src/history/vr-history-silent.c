/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an article was changed in substance without saying so. */
#include "vr-history-silent.h"

#include "vr-report-critical.h"
#include "vr-report-summary.h"
#include "vr-sentences.h"
#include "vr-slips.h"

#include <glib/gi18n-lib.h>

/* A reason is read in a list: the first changes are enough to find the rest. */
#define MAX_REASONS 3
#define QUOTED_MAX_CELLS 40
#define REASON_MAX_CELLS 120
/* Above this a paragraph is no line about the article. */
#define MAX_LINE_BYTES 400

/* Bytes of a row's side that are of one kind. */
typedef struct
{
  VrSpan span;
  VrRemark remark;
  gboolean is_moved; /* from or to another row */
} Stretch;

/* Changed words between equal ones; either side may be empty. */
typedef struct
{
  VrSpan spans[VR_N_SIDES];
  gboolean is_repair;
} Edit;

typedef struct
{
  const VrComparison *comparison;
  VrRemarks *remarks;
  VrSlips *slips;
  VrSentences *sentences;
  GArray *ends;         /* guint32 */
  GArray *edits;        /* Edit */
  GPtrArray *criticals; /* utf8: reasons */
  GPtrArray *reasons;   /* utf8 */
  guint n_changes;
  gboolean is_told;
  /* of the row at hand */
  VrRow row;
  char *texts[VR_N_SIDES];
  gsize n_bytes[VR_N_SIDES];
  GArray *stretches[VR_N_SIDES]; /* Stretch */
  GArray *moved[VR_N_SIDES];     /* VrSpan: sentences from or to another row, word for word */
} Judge;

static void
judge_init (Judge *self, const VrComparison *comparison)
{
  const char *language =
      vr_article_get_language (vr_comparison_get_article (comparison, VR_SIDE_NEW));

  *self = (Judge){ .comparison = comparison };
  self->remarks = vr_remarks_new (language);
  self->slips = vr_slips_new (comparison, self->remarks);
  self->sentences = vr_sentences_new (language);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  self->criticals = g_ptr_array_new_with_free_func (g_free);
  self->reasons = g_ptr_array_new_with_free_func (g_free);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->stretches[side] = g_array_new (FALSE, FALSE, sizeof (Stretch));
      self->moved[side] = g_array_new (FALSE, FALSE, sizeof (VrSpan));
    }
}

static void
judge_clear (Judge *self)
{
  vr_slips_free (self->slips);
  vr_remarks_free (self->remarks);
  vr_sentences_free (self->sentences);
  g_array_unref (self->ends);
  g_array_unref (self->edits);
  g_ptr_array_unref (self->criticals);
  g_ptr_array_unref (self->reasons);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_array_unref (self->stretches[side]);
      g_array_unref (self->moved[side]);
      g_free (self->texts[side]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Judge, judge_clear)

static VrSlice
slice (const Judge *self, guint side, VrSpan span)
{
  return (VrSlice){ self->texts[side] + span.from, span.to - span.from };
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const VrSpan *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

/* The first one of @spans, items of @size bytes that begin with a rising span, that ends behind
 * @from. */
static guint
find_first (const GArray *spans, gsize size, gsize offset, guint32 from)
{
  guint low = 0;
  guint high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const VrSpan *span = (const VrSpan *)(spans->data + middle * size + offset);

      if (span->to > from)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

static void
find_moved (Judge *self, guint side, guint32 paragraph, guint32 first)
{
  for (guint32 i = 0; i < self->row.n_sentences; i++)
    {
      const VrSentence *sentence = &self->row.sentences[i];
      guint32 own = side == VR_SIDE_OLD ? sentence->old_paragraph : sentence->new_paragraph;
      VrSpan place = side == VR_SIDE_OLD ? sentence->old_span : sentence->new_span;
      VrSpan span = { first + place.from, first + place.to };

      if (sentence->fate == VR_SENTENCE_MOVED && own == paragraph)
        g_array_append_val (self->moved[side], span);
    }
  g_array_sort (self->moved[side], compare_spans);
}

static gboolean
is_moved (const Judge *self, guint side, VrSpan span)
{
  guint i = find_first (self->moved[side], sizeof (VrSpan), 0, span.from);

  return i < self->moved[side]->len && g_array_index (self->moved[side], VrSpan, i).from < span.to;
}

static void
add_sentences (Judge *self, guint side, VrSpan span, VrRemark remark)
{
  guint32 from = span.from;

  vr_sentences_cut (self->sentences, slice (self, side, span), self->ends);
  for (guint i = 0; i < self->ends->len; i++)
    {
      Stretch stretch = { { from, span.from + g_array_index (self->ends, guint32, i) }, remark };

      if (remark == VR_REMARK_NONE)
        stretch.remark =
            vr_remarks_judge_sentence (self->remarks, slice (self, side, stretch.span));
      stretch.is_moved = is_moved (self, side, stretch.span);
      g_array_append_val (self->stretches[side], stretch);
      from = stretch.span.to;
    }
}

/* What each sentence of a row's side is. */
static void
find_stretches (Judge *self, guint side)
{
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&self->row, side, &n);
  guint32 from = 0;

  g_array_set_size (self->stretches[side], 0);
  g_array_set_size (self->moved[side], 0);
  for (guint i = 0; i < n; i++)
    {
      VrArticle *article = vr_comparison_get_article (self->comparison, side);
      VrSlice text = vr_article_get_paragraph_text (article, paragraphs[i]);
      VrSpan span = { from, from + (guint32)text.n_bytes };
      VrRemark remark = vr_remarks_judge_paragraph (self->remarks, slice (self, side, span));

      /* A headline may be short, and begin with anything. */
      if (paragraphs[i] == 0 && remark > VR_REMARK_UPDATED)
        remark = VR_REMARK_NONE;
      find_moved (self, side, paragraphs[i], from);
      add_sentences (self, side, span, remark);
      from = span.to + strlen (VR_PARAGRAPH_SEPARATOR);
    }
}

/* @span and what it touches up to white space, as "amp;" is part of "&amp;". */
static VrSlice
widen (const Judge *self, guint side, VrSpan span)
{
  const char *text = self->texts[side];

  while (span.from > 0 && !g_ascii_isspace (text[span.from - 1]))
    span.from--;
  while (span.to < self->n_bytes[side] && !g_ascii_isspace (text[span.to]))
    span.to++;

  return slice (self, side, span);
}

static void
add_edit (Judge *self, const VrPiece *pieces, guint32 n)
{
  const VrPiece *last = &pieces[n - 1];
  Edit edit = { { { pieces[0].old_span.from, last->old_span.to },
                  { pieces[0].new_span.from, last->new_span.to } } };

  edit.is_repair = vr_slips_is_repair (widen (self, VR_SIDE_OLD, edit.spans[VR_SIDE_OLD]),
                                       widen (self, VR_SIDE_NEW, edit.spans[VR_SIDE_NEW]));
  g_array_append_val (self->edits, edit);
}

static gboolean
is_edited (const VrPiece *piece)
{
  return piece->op == VR_PIECE_DELETE || piece->op == VR_PIECE_INSERT;
}

static void
find_edits (Judge *self)
{
  g_array_set_size (self->edits, 0);
  if (self->row.n_old == 0 || self->row.n_new == 0)
    {
      Edit whole = { { { 0, (guint32)self->n_bytes[0] }, { 0, (guint32)self->n_bytes[1] } } };

      g_array_append_val (self->edits, whole);
      return;
    }
  for (guint32 i = 0; i < self->row.n_pieces;)
    {
      guint32 end = i;

      while (end < self->row.n_pieces && is_edited (&self->row.pieces[end]))
        end++;
      if (end > i)
        add_edit (self, &self->row.pieces[i], end - i);
      i = MAX (end, i + 1);
    }
}

static guint
first_stretch (const Judge *self, guint side, guint32 from)
{
  return find_first (self->stretches[side], sizeof (Stretch), G_STRUCT_OFFSET (Stretch, span),
                     from);
}

/* The part of @span that has the article's own words, in the first sentence that has any. */
static VrSpan
find_own (const Judge *self, guint side, VrSpan span)
{
  for (guint i = first_stretch (self, side, span.from); i < self->stretches[side]->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches[side], Stretch, i);
      VrSpan part = { MAX (span.from, stretch->span.from), MIN (span.to, stretch->span.to) };

      if (stretch->span.from >= span.to)
        break;
      if (stretch->remark == VR_REMARK_NONE && !stretch->is_moved && part.from < part.to
          && !vr_slips_is_wordless (slice (self, side, part)))
        return part;
    }

  return (VrSpan){ span.from, span.from };
}

static char *
dup_quoted (const Judge *self, guint side, VrSpan span)
{
  g_autofree char *text = g_strndup (self->texts[side] + span.from, span.to - span.from);

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

static void
judge_edit (Judge *self, const Edit *edit)
{
  VrSpan old_own = find_own (self, VR_SIDE_OLD, edit->spans[VR_SIDE_OLD]);
  VrSpan new_own = find_own (self, VR_SIDE_NEW, edit->spans[VR_SIDE_NEW]);
  gboolean has_old = old_own.to > old_own.from;
  gboolean has_new = new_own.to > new_own.from;

  if (edit->is_repair || (!has_old && !has_new))
    return;
  if (has_old && has_new
      && vr_slips_is_typo (self->slips, slice (self, VR_SIDE_OLD, edit->spans[VR_SIDE_OLD]),
                           slice (self, VR_SIDE_NEW, edit->spans[VR_SIDE_NEW])))
    return;
  if (has_old != has_new
      && vr_slips_is_doubled (self->texts[has_old ? VR_SIDE_OLD : VR_SIDE_NEW],
                              has_old ? old_own : new_own))
    return;
  add_reason (self, old_own, new_own);
}

/* Whether words of a note, or of a line that says when it was updated, are new. */
static gboolean
is_told_by (const Judge *self, const Edit *edit)
{
  VrSpan span = edit->spans[VR_SIDE_NEW];

  for (guint i = first_stretch (self, VR_SIDE_NEW, span.from);
       i < self->stretches[VR_SIDE_NEW]->len; i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches[VR_SIDE_NEW], Stretch, i);
      VrSpan part = { MAX (span.from, stretch->span.from), MIN (span.to, stretch->span.to) };

      if (stretch->span.from >= span.to)
        break;
      if ((stretch->remark == VR_REMARK_NOTE || stretch->remark == VR_REMARK_UPDATED)
          && !stretch->is_moved && part.from < part.to
          && !vr_slips_is_wordless (slice (self, VR_SIDE_NEW, part)))
        return TRUE;
    }

  return FALSE;
}

/* A note that was wholly there and is wholly gone. */
static void
judge_lost_note (Judge *self, const Edit *edit)
{
  guint32 from = edit->spans[VR_SIDE_OLD].from;

  for (guint i = first_stretch (self, VR_SIDE_OLD, from); i < self->stretches[VR_SIDE_OLD]->len;
       i++)
    {
      const Stretch *stretch = &g_array_index (self->stretches[VR_SIDE_OLD], Stretch, i);
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

/* Whether what @side has of a critical change is in a remark, or mends a character. */
static gboolean
is_excused (const Judge *self, guint side, VrSpan span)
{
  guint i = find_first (self->edits, sizeof (Edit), G_STRUCT_OFFSET (Edit, spans[side]), span.from);
  const Edit *edit;
  const Stretch *stretch;

  for (; i < self->edits->len; i++)
    {
      edit = &g_array_index (self->edits, Edit, i);
      if (edit->spans[side].from >= span.to)
        break;
      if (edit->is_repair)
        return TRUE;
    }
  i = first_stretch (self, side, span.from);
  stretch =
      i < self->stretches[side]->len ? &g_array_index (self->stretches[side], Stretch, i) : NULL;

  return stretch != NULL && stretch->remark != VR_REMARK_NONE && stretch->span.from < span.to;
}

static gboolean
is_own_critical (const Judge *self, const VrCriticalChange *change)
{
  const VrSpan spans[VR_N_SIDES] = { change->old_span, change->new_span };

  for (guint side = 0; side < VR_N_SIDES; side++)
    if (spans[side].from < spans[side].to && is_excused (self, side, spans[side]))
      return FALSE;

  return TRUE;
}

/* Returns: whether there are any. */
static gboolean
judge_criticals (Judge *self, guint index)
{
  gboolean has_own = FALSE;
  g_autofree char *words = NULL;

  for (guint32 i = 0; i < self->row.n_critical && !has_own; i++)
    has_own = is_own_critical (self, &self->row.criticals[i]);
  if (!has_own)
    return FALSE;
  self->n_changes++;
  words = vr_report_dup_critical (self->comparison, index);
  if (self->criticals->len < MAX_REASONS)
    g_ptr_array_add (self->criticals,
                     vr_report_dup_excerpt ((VrSlice){ words, strlen (words) }, REASON_MAX_CELLS));

  return TRUE;
}

static void
judge_row (Judge *self, guint index)
{
  guint n_before = self->reasons->len;

  self->row = vr_comparison_get_row (self->comparison, index);
  if (!vr_comparison_is_change (self->comparison, index)
      || (self->row.n_pieces == 0 && self->row.n_old > 0 && self->row.n_new > 0))
    return;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_free (self->texts[side]);
      self->texts[side] =
          vr_comparison_dup_row_text (self->comparison, index, side, &self->n_bytes[side]);
      find_stretches (self, side);
    }
  find_edits (self);
  for (guint i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);
      gboolean is_note = is_told_by (self, edit);

      self->is_told = self->is_told || (is_note && !edit->is_repair);
      judge_edit (self, edit);
      if (!is_note)
        judge_lost_note (self, edit);
    }
  /* Where one edit is all, what it turned says enough. */
  if (judge_criticals (self, index) && self->reasons->len == n_before + 1)
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
  for (guint i = 0; i < n && !judge.is_told; i++)
    judge_row (&judge, i);

  return judge.n_changes > 0 && !judge.is_told ? dup_reason (&judge) : NULL;
}
