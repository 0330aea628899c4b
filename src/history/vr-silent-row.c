/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a comparison, cut into sentences and edits to be judged. */
#include "vr-silent-row.h"

#include "vr-slips.h"

void
vr_silent_row_init (VrSilentRow *self, const VrComparison *comparison, const VrRemarks *remarks)
{
  VrArticle *article = vr_comparison_get_article (comparison, VR_SIDE_NEW);

  *self = (VrSilentRow){ .comparison = comparison, .remarks = remarks };
  self->sentences = vr_sentences_new (vr_article_get_language (article));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->edits = g_array_new (FALSE, FALSE, sizeof (VrSilentEdit));
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->stretches[side] = g_array_new (FALSE, FALSE, sizeof (VrSilentStretch));
      self->moved[side] = g_array_new (FALSE, FALSE, sizeof (VrSpan));
    }
}

void
vr_silent_row_clear (VrSilentRow *self)
{
  vr_sentences_free (self->sentences);
  g_array_unref (self->ends);
  g_array_unref (self->edits);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_array_unref (self->stretches[side]);
      g_array_unref (self->moved[side]);
      g_free (self->texts[side]);
    }
}

VrSlice
vr_silent_row_slice (const VrSilentRow *self, guint side, VrSpan span)
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
find_moved (VrSilentRow *self, guint side, guint32 paragraph, guint32 first)
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
is_moved (const VrSilentRow *self, guint side, VrSpan span)
{
  guint i = find_first (self->moved[side], sizeof (VrSpan), 0, span.from);

  return i < self->moved[side]->len && g_array_index (self->moved[side], VrSpan, i).from < span.to;
}

static void
add_sentences (VrSilentRow *self, guint side, VrSpan span, VrRemark remark)
{
  guint32 from = span.from;

  vr_sentences_cut (self->sentences, vr_silent_row_slice (self, side, span), self->ends);
  for (guint i = 0; i < self->ends->len; i++)
    {
      VrSilentStretch stretch = { { from, span.from + g_array_index (self->ends, guint32, i) },
                                  remark };

      if (remark == VR_REMARK_NONE)
        stretch.remark = vr_remarks_judge_sentence (self->remarks,
                                                    vr_silent_row_slice (self, side, stretch.span));
      stretch.is_moved = is_moved (self, side, stretch.span);
      g_array_append_val (self->stretches[side], stretch);
      from = stretch.span.to;
    }
}

/* What each sentence of a row's side is. */
static void
find_stretches (VrSilentRow *self, guint side)
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
      VrRemark remark =
          vr_remarks_judge_paragraph (self->remarks, vr_silent_row_slice (self, side, span));

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
widen (const VrSilentRow *self, guint side, VrSpan span)
{
  const char *text = self->texts[side];

  while (span.from > 0 && !g_ascii_isspace (text[span.from - 1]))
    span.from--;
  while (span.to < self->n_bytes[side] && !g_ascii_isspace (text[span.to]))
    span.to++;

  return vr_silent_row_slice (self, side, span);
}

static void
add_edit (VrSilentRow *self, const VrPiece *pieces, guint32 n)
{
  const VrPiece *last = &pieces[n - 1];
  VrSilentEdit edit = { { { pieces[0].old_span.from, last->old_span.to },
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
find_edits (VrSilentRow *self)
{
  g_array_set_size (self->edits, 0);
  if (self->row.n_old == 0 || self->row.n_new == 0)
    {
      VrSilentEdit whole = { { { 0, (guint32)self->n_bytes[0] },
                               { 0, (guint32)self->n_bytes[1] } } };

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

guint
vr_silent_row_find_stretch (const VrSilentRow *self, guint side, guint32 from)
{
  return find_first (self->stretches[side], sizeof (VrSilentStretch),
                     G_STRUCT_OFFSET (VrSilentStretch, span), from);
}

/* Whether what @side has of a critical change is in a remark, or mends a character. */
static gboolean
is_excused (const VrSilentRow *self, guint side, VrSpan span)
{
  guint i = find_first (self->edits, sizeof (VrSilentEdit),
                        G_STRUCT_OFFSET (VrSilentEdit, spans[side]), span.from);
  const VrSilentEdit *edit;
  const VrSilentStretch *stretch;

  for (; i < self->edits->len; i++)
    {
      edit = &g_array_index (self->edits, VrSilentEdit, i);
      if (edit->spans[side].from >= span.to)
        break;
      if (edit->is_repair)
        return TRUE;
    }
  i = vr_silent_row_find_stretch (self, side, span.from);
  stretch = i < self->stretches[side]->len
                ? &g_array_index (self->stretches[side], VrSilentStretch, i)
                : NULL;

  return stretch != NULL && stretch->remark != VR_REMARK_NONE && stretch->span.from < span.to;
}

gboolean
vr_silent_row_is_own (const VrSilentRow *self, const VrCriticalChange *change)
{
  const VrSpan spans[VR_N_SIDES] = { change->old_span, change->new_span };

  for (guint side = 0; side < VR_N_SIDES; side++)
    if (spans[side].from < spans[side].to && is_excused (self, side, spans[side]))
      return FALSE;

  return TRUE;
}

void
vr_silent_row_load (VrSilentRow *self, guint index)
{
  self->row = vr_comparison_get_row (self->comparison, index);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_free (self->texts[side]);
      self->texts[side] =
          vr_comparison_dup_row_text (self->comparison, index, side, &self->n_bytes[side]);
      find_stretches (self, side);
    }
  find_edits (self);
}
