/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of a row that moved, inside it or to and from another row. */
#include "vr-report-moves.h"

static gboolean
is_moved (const VrSentence *sentence)
{
  return sentence->fate == VR_SENTENCE_MOVED || sentence->fate == VR_SENTENCE_MOVED_EDITED;
}

static guint32
get_paragraph (const VrSentence *sentence, VrSide side)
{
  return side == VR_SIDE_OLD ? sentence->old_paragraph : sentence->new_paragraph;
}

/* Where @paragraph begins in the row's text; FALSE where it is none of the row's. */
static gboolean
find_base (const VrComparison *comparison, const VrRow *row, VrSide side, guint32 paragraph,
           guint32 *base)
{
  VrArticle *article = vr_comparison_get_article (comparison, side);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (row, side, &n);

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
  const VrSentenceMove *left = a;
  const VrSentenceMove *right = b;

  return (left->span.from > right->span.from) - (left->span.from < right->span.from);
}

GArray *
vr_report_find_moves (const VrComparison *comparison, guint row_index, VrSide side)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (VrSentenceMove));
  VrRow row = vr_comparison_get_row (comparison, row_index);

  for (guint32 i = 0; i < row.n_sentences; i++)
    {
      const VrSentence *sentence = &row.sentences[i];
      VrSpan span = side == VR_SIDE_OLD ? sentence->old_span : sentence->new_span;
      VrSentenceMove move = { .sentence = i + 1, .side = side };
      guint32 base;

      if (!is_moved (sentence)
          || !find_base (comparison, &row, side, get_paragraph (sentence, side), &base))
        continue;
      move.span = (VrSpan){ base + span.from, base + span.to };
      g_array_append_val (moves, move);
    }
  g_array_sort (moves, compare_moves);

  return moves;
}

guint
vr_report_get_move_number (const VrComparison *comparison, guint row_index, guint32 sentence,
                           VrSide side)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  const VrSentence *moved;
  guint32 base;

  g_return_val_if_fail (sentence > 0 && sentence <= row.n_sentences, 0);

  moved = &row.sentences[sentence - 1];
  if (find_base (comparison, &row, VR_SIDE_OLD, moved->old_paragraph, &base)
      && find_base (comparison, &row, VR_SIDE_NEW, moved->new_paragraph, &base))
    return 0;

  return 1 + get_paragraph (moved, side == VR_SIDE_OLD ? VR_SIDE_NEW : VR_SIDE_OLD);
}
