/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row's change in words: for tooltips and assistive technology. */
#include "vr-row-words.h"

#include "vr-closures.h"
#include "vr-explanation.h"
#include "vr-report-critical.h"
#include "vr-row-moves.h"
#include "vr-row-text.h"

/* More than this many changes are heard as a count, not one by one. */
#define MAX_SPOKEN 6

guint
vr_row_words_count_text (const char *text, gsize n_bytes)
{
  const char *end = text + n_bytes;
  gboolean in_word = FALSE;
  guint n = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n++;
        }
    }

  return n;
}

static guint
count_side (const VrPairPlan *plan, guint position, VrSide side, VrPieceOp op)
{
  g_autoptr (VrRowText) text = vr_row_text_new (plan, position, (VrRowView)side);
  guint n = 0;

  for (guint i = 0; i < text->marks->len; i++)
    {
      const VrMark *mark = &g_array_index (text->marks, VrMark, i);

      if (mark->op == op && mark->sentence == 0)
        n += vr_row_words_count_text (text->text + mark->from, mark->to - mark->from);
    }

  return n;
}

void
vr_row_words_count (const VrPairPlan *plan, guint position, guint *n_removed, guint *n_added)
{
  VrRow row = vr_pair_plan_get_row (plan, position);

  *n_removed = *n_added = 0;
  if (row.n_pieces == 0)
    return;

  *n_removed = count_side (plan, position, VR_SIDE_OLD, VR_PIECE_DELETE);
  *n_added = count_side (plan, position, VR_SIDE_NEW, VR_PIECE_INSERT);
}

static int
moved_by (const VrPairPlan *plan, guint position)
{
  return vr_comparison_get_moved_by (vr_pair_plan_get_comparison (plan),
                                     vr_pair_plan_get_row_index (plan, position));
}

/* One that moved inside the row has both its ends there. */
static guint
count_moved_sentences (const VrPairPlan *plan, guint position)
{
  g_autoptr (GArray) gone = vr_row_moves_find (plan, position, VR_SIDE_OLD);
  g_autoptr (GArray) come = vr_row_moves_find (plan, position, VR_SIDE_NEW);
  guint n = gone->len;

  for (guint i = 0; i < come->len; i++)
    {
      gboolean is_known = FALSE;

      for (guint k = 0; k < gone->len && !is_known; k++)
        is_known = g_array_index (gone, VrRowMove, k).sentence
                   == g_array_index (come, VrRowMove, i).sentence;
      n += !is_known;
    }

  return n;
}

static char *
dup_plain_fate (const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  guint n_moved = count_moved_sentences (plan, position);
  guint n_removed, n_added;
  g_autofree char *fate = NULL;

  vr_row_words_count (plan, position, &n_removed, &n_added);
  fate = vr_closure_fate (&row, moved_by (plan, position), n_removed, n_added);

  return n_moved > 0 ? vr_closure_moved_sentences (fate, n_moved) : g_steal_pointer (&fate);
}

char *
vr_row_words_dup_fate (const VrPairPlan *plan, guint position)
{
  g_autofree char *fate = dup_plain_fate (plan, position);
  g_autofree char *words = vr_critical_dup_words (vr_pair_plan_get_comparison (plan),
                                                  vr_pair_plan_get_row_index (plan, position));

  return words != NULL ? vr_closure_fate_critical (fate, words) : g_steal_pointer (&fate);
}

static char *
dup_fold_note (const VrPairPlan *plan, guint position)
{
  return vr_closure_fold (vr_pair_plan_get_fold (plan, position),
                          vr_pair_plan_get_fold_changes (plan, position));
}

char *
vr_row_words_dup_whole_fate (const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  g_autofree char *fate = vr_row_words_dup_fate (plan, position);

  return vr_explanation_fate (&row, fate);
}

/* "removed “struggled”, added “struggle”" */
static char *
dup_spoken_marks (const VrPairPlan *plan, guint position)
{
  g_autoptr (VrRowText) text = vr_row_text_new (plan, position, VR_ROW_VIEW_INLINE);
  g_autoptr (GPtrArray) spoken = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < text->marks->len; i++)
    {
      const VrMark *mark = &g_array_index (text->marks, VrMark, i);
      g_autofree char *words = g_strndup (text->text + mark->from, mark->to - mark->from);
      guint number = 0;

      /* The end of a paragraph is told by what became of the row. */
      if (mark->op == VR_PIECE_QUIET || g_str_has_prefix (words, VR_ROW_TEXT_PILCROW))
        continue;
      if (spoken->len == MAX_SPOKEN)
        return NULL;
      if (mark->sentence > 0)
        number = vr_row_moves_get_number (plan, position, mark->sentence, mark->op);
      g_ptr_array_add (spoken,
                       vr_closure_spoken_words (mark->op, mark->sentence > 0, number, words));
    }
  if (spoken->len == 0)
    return NULL;
  g_ptr_array_add (spoken, NULL);

  return g_strjoinv (", ", (char **)spoken->pdata);
}

char *
vr_row_words_dup_label (const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  VrSide side =
      row.n_new > 0 && !vr_pair_plan_is_reference (plan, position) ? VR_SIDE_NEW : VR_SIDE_OLD;
  guint number = 1 + (side == VR_SIDE_NEW ? row.new_paragraphs[0] : row.old_paragraphs[0]);
  g_autofree char *fate = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  gsize n_bytes;

  if (vr_pair_plan_get_fold (plan, position) > 0)
    {
      words = dup_fold_note (plan, position);
      return vr_closure_fold_label (words, vr_pair_plan_is_open (plan, position));
    }
  text = vr_pair_plan_dup_text (plan, position, side, &n_bytes);
  if (vr_pair_plan_is_reference (plan, position))
    {
      fate = vr_row_words_dup_note (plan, position);
      return vr_closure_row_label (number, fate, NULL, text);
    }
  fate = vr_row_words_dup_whole_fate (plan, position);
  if ((row.n_pieces > 0 && row.n_old > 0 && row.n_new > 0) || row.n_sentences > 0)
    words = dup_spoken_marks (plan, position);

  return vr_closure_row_label (number, fate, words, text);
}

char *
vr_row_words_dup_note (const VrPairPlan *plan, guint position)
{
  gboolean is_reference = vr_pair_plan_is_reference (plan, position);
  VrSlice before;
  g_autofree char *excerpt = NULL;

  if (vr_pair_plan_get_fold (plan, position) > 0)
    return dup_fold_note (plan, position);
  if (!is_reference && vr_pair_plan_find_partner (plan, position) == VR_PAIR_NONE)
    return NULL;
  if (!vr_pair_plan_is_first (plan, position))
    return NULL;

  before = vr_pair_plan_get_text_before (plan, position, is_reference ? VR_SIDE_NEW : VR_SIDE_OLD);
  if (before.text != NULL)
    excerpt = vr_closure_excerpt (before);

  return is_reference ? vr_closure_moved_to (moved_by (plan, position), excerpt)
                      : vr_closure_moved_from (moved_by (plan, position), excerpt);
}
