/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a row that moved, inside it or to and from another row. */
#include "vr-row-moves.h"

#include "vr-row-marks.h"

GArray *
vr_row_moves_find (const VrPairPlan *plan, guint position, VrSide side)
{
  const VrPair *pair = vr_pair_plan_peek (plan, position);
  GArray *moves;

  if (pair->n_folded > 0 || vr_pair_plan_is_reference (plan, position))
    return g_array_new (FALSE, FALSE, sizeof (VrSentenceMove));

  moves = vr_report_find_moves (vr_pair_plan_get_comparison (plan),
                                vr_pair_plan_get_row_index (plan, position), side);
  for (guint i = moves->len; i-- > 0;)
    {
      VrSpan span = g_array_index (moves, VrSentenceMove, i).span;

      if (span.from >= pair->spans[side].to || span.to <= pair->spans[side].from)
        g_array_remove_index (moves, i);
    }

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
          const VrSentenceMove *move = &g_array_index (moves, VrSentenceMove, i);
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
      guint n = side == VR_SIDE_OLD ? row.n_old : row.n_new;
      const guint32 *paragraphs = side == VR_SIDE_OLD ? row.old_paragraphs : row.new_paragraphs;

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
  const VrSentence *moved;
  guint32 paragraph;

  g_return_val_if_fail (sentence > 0 && sentence <= row.n_sentences, 0);

  moved = &row.sentences[sentence - 1];
  paragraph = side == VR_SIDE_OLD ? moved->old_paragraph : moved->new_paragraph;

  return vr_comparison_get_row_place (comparison, find_row (comparison, side, paragraph));
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
              plan, position, g_array_index (moves, VrSentenceMove, i).sentence,
              side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT);

          if (other != own)
            return other;
        }
    }

  return G_MAXUINT;
}
