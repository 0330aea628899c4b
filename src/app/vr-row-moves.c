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

/* The place, which may be the row's own, that has the other end of a sentence that left or came. */
static guint
find_other_end (const VrPairPlan *plan, guint position, const VrSentenceMove *move)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  VrRow row = vr_pair_plan_get_row (plan, position);
  const VrSentence *moved = &row.sentences[move->sentence - 1];
  VrSide other = 1 - move->side;
  guint32 paragraph = other == VR_SIDE_OLD ? moved->old_paragraph : moved->new_paragraph;

  return vr_comparison_get_row_place (comparison,
                                      vr_comparison_find_row (comparison, other, paragraph));
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
          guint other = find_other_end (plan, position, &g_array_index (moves, VrSentenceMove, i));

          if (other != own)
            return other;
        }
    }

  return G_MAXUINT;
}
