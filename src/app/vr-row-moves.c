/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a row that moved, inside it or to and from another row. */
#include "vr-row-moves.h"

#include "vr-row-marks.h"

static gboolean
is_moved (const VrSentence *sentence)
{
  return sentence->fate == VR_SENTENCE_MOVED || sentence->fate == VR_SENTENCE_MOVED_EDITED;
}

static const guint32 *
peek_paragraphs (const VrRow *row, VrSide side, guint *n)
{
  *n = side == VR_SIDE_OLD ? row->n_old : row->n_new;

  return side == VR_SIDE_OLD ? row->old_paragraphs : row->new_paragraphs;
}

static guint32
get_paragraph (const VrSentence *sentence, VrSide side)
{
  return side == VR_SIDE_OLD ? sentence->old_paragraph : sentence->new_paragraph;
}

/* Where @paragraph begins in the row's text; FALSE where it is none of the row's. */
static gboolean
find_base (const VrPairPlan *plan, const VrRow *row, VrSide side, guint32 paragraph, guint32 *base)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  VrArticle *article = vr_comparison_get_article (comparison, side);
  guint n;
  const guint32 *paragraphs = peek_paragraphs (row, side, &n);

  *base = 0;
  for (guint i = 0; i < n; i++)
    {
      if (paragraphs[i] == paragraph)
        return TRUE;
      *base += vr_article_get_paragraph_text (article, paragraphs[i]).n_bytes
               + strlen (VR_PARAGRAPH_SEPARATOR);
    }

  return FALSE;
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const VrRowMove *left = a;
  const VrRowMove *right = b;

  return (left->span.from > right->span.from) - (left->span.from < right->span.from);
}

GArray *
vr_row_moves_find (const VrPairPlan *plan, guint position, VrSide side)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (VrRowMove));
  const VrPair *pair = vr_pair_plan_peek (plan, position);
  VrRow row;

  if (pair->n_folded > 0 || vr_pair_plan_is_reference (plan, position))
    return moves;

  row = vr_pair_plan_get_row (plan, position);
  for (guint32 i = 0; i < row.n_sentences; i++)
    {
      const VrSentence *sentence = &row.sentences[i];
      VrSpan span = side == VR_SIDE_OLD ? sentence->old_span : sentence->new_span;
      VrRowMove move = { .sentence = i + 1, .side = side };
      guint32 base;

      if (!is_moved (sentence)
          || !find_base (plan, &row, side, get_paragraph (sentence, side), &base))
        continue;
      move.span = (VrSpan){ base + span.from, base + span.to };
      if (move.span.from < pair->spans[side].to && move.span.to > pair->spans[side].from)
        g_array_append_val (moves, move);
    }
  g_array_sort (moves, compare_moves);

  return moves;
}

void
vr_row_moves_mark (VrRowText *text, const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  gboolean is_one_sided = row.n_old == 0 || row.n_new == 0;

  if (row.n_sentences == 0)
    return;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autoptr (GArray) moves = vr_row_moves_find (plan, position, side);
      guint32 shown_from = vr_pair_plan_peek (plan, position)->spans[side].from;

      for (guint i = 0; i < moves->len; i++)
        {
          const VrRowMove *move = &g_array_index (moves, VrRowMove, i);
          VrMark kind = { .op = side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT,
                          .sentence = move->sentence };

          vr_row_marks_set (text, side, move->span, shown_from, &kind, is_one_sided);
        }
    }
}

/* The row that has @paragraph of @side. */
static guint
find_row (const VrComparison *comparison, VrSide side, guint32 paragraph)
{
  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);
      guint n;
      const guint32 *paragraphs = peek_paragraphs (&row, side, &n);

      if (n > 0 && paragraphs[0] <= paragraph && paragraph <= paragraphs[n - 1])
        for (guint k = 0; k < n; k++)
          if (paragraphs[k] == paragraph)
            return i;
    }

  g_return_val_if_reached (0);
}

guint
vr_row_moves_find_other_end (const VrPairPlan *plan, guint position, guint32 sentence, VrPieceOp op)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  VrRow row = vr_pair_plan_get_row (plan, position);
  VrSide side = op == VR_PIECE_DELETE ? VR_SIDE_NEW : VR_SIDE_OLD;

  g_return_val_if_fail (sentence > 0 && sentence <= row.n_sentences, 0);

  return vr_comparison_get_row_place (
      comparison, find_row (comparison, side, get_paragraph (&row.sentences[sentence - 1], side)));
}

guint
vr_row_moves_find_next (const VrPairPlan *plan, guint position)
{
  guint own = vr_pair_plan_peek (plan, position)->place;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autoptr (GArray) moves = vr_row_moves_find (plan, position, side);

      for (guint i = 0; i < moves->len; i++)
        {
          guint other = vr_row_moves_find_other_end (
              plan, position, g_array_index (moves, VrRowMove, i).sentence,
              side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT);

          if (other != own)
            return other;
        }
    }

  return G_MAXUINT;
}

guint
vr_row_moves_get_number (const VrPairPlan *plan, guint position, guint32 sentence, VrPieceOp op)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  VrSide side = op == VR_PIECE_DELETE ? VR_SIDE_NEW : VR_SIDE_OLD;
  const VrSentence *moved;
  guint32 base;

  g_return_val_if_fail (sentence > 0 && sentence <= row.n_sentences, 0);

  moved = &row.sentences[sentence - 1];
  if (find_base (plan, &row, VR_SIDE_OLD, moved->old_paragraph, &base)
      && find_base (plan, &row, VR_SIDE_NEW, moved->new_paragraph, &base))
    return 0;

  return 1 + get_paragraph (moved, side);
}
