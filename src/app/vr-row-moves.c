/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a row that moved, inside it or to and from another row. */
#include "vr-row-moves.h"

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

/* What @move covers of the text shown, run by run; zero where it ends before the run. */
static VrSpan
locate (const VrRun *run, const VrRowMove *move, guint32 shown_from)
{
  guint32 from = MAX (move->span.from, run->source.from + shown_from) - shown_from;
  guint32 to = MIN (move->span.to, run->source.to + shown_from);

  to = to > shown_from ? to - shown_from : 0;
  if (to <= from)
    return (VrSpan){ 0, 0 };

  return (VrSpan){ run->from + from - run->source.from,
                   MIN (run->to, run->from + to - run->source.from) };
}

static void
append_part (GArray *marks, const VrMark *mark, guint32 from, guint32 to, guint32 sentence)
{
  VrMark part = *mark;

  part.from = from;
  part.to = to;
  part.sentence = sentence;
  if (from < to)
    g_array_append_val (marks, part);
}

/* Cuts the marks at the ends of @span; what is inside becomes part of the sentence. */
static GArray *
mark_span (GArray *marks, VrSpan span, VrPieceOp op, guint32 sentence)
{
  GArray *made = g_array_sized_new (FALSE, FALSE, sizeof (VrMark), marks->len + 2);

  for (guint i = 0; i < marks->len; i++)
    {
      const VrMark *mark = &g_array_index (marks, VrMark, i);
      guint32 from = CLAMP (span.from, mark->from, mark->to);
      guint32 to = CLAMP (span.to, mark->from, mark->to);

      if (mark->op != op || from >= to)
        {
          g_array_append_vals (made, mark, 1);
          continue;
        }
      append_part (made, mark, mark->from, from, mark->sentence);
      append_part (made, mark, from, to, sentence);
      append_part (made, mark, to, mark->to, mark->sentence);
    }
  g_array_unref (marks);

  return made;
}

/* A row that only one side has bears no marks but those of what moved. */
static void
add_span (GArray *marks, VrSpan span, VrPieceOp op, guint32 sentence)
{
  VrMark mark = { .from = span.from, .to = span.to, .op = op, .sentence = sentence };

  g_array_append_val (marks, mark);
}

static void
mark_run (VrRowText *text, const VrRun *run, const VrRowMove *move, guint32 shown_from,
          gboolean is_one_sided)
{
  VrPieceOp op = move->side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT;
  VrSpan span = locate (run, move, shown_from);

  if (span.from >= span.to)
    return;
  if (is_one_sided)
    add_span (text->marks, span, op, move->sentence);
  else
    text->marks = mark_span (text->marks, span, op, move->sentence);
}

void
vr_row_moves_mark (VrRowText *text, const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);

  if (row.n_sentences == 0)
    return;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_autoptr (GArray) moves = vr_row_moves_find (plan, position, side);
      guint32 shown_from = vr_pair_plan_peek (plan, position)->spans[side].from;

      for (guint i = 0; i < moves->len; i++)
        for (guint k = 0; k < text->runs->len; k++)
          {
            const VrRun *run = &g_array_index (text->runs, VrRun, k);

            if (run->side == side)
              mark_run (text, run, &g_array_index (moves, VrRowMove, i), shown_from,
                        row.n_old == 0 || row.n_new == 0);
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
