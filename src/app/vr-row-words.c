/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a position of the list says: for tooltips, notes and assistive technology. */
#include "vr-row-words.h"

#include "vr-closures.h"
#include "vr-report-fate.h"
#include "vr-report-words.h"
#include "vr-role-words.h"

#include <glib/gi18n-lib.h>

/* The part of the row's text that stands at @position, or NULL where that is all of it. */
static const VrSpan *
get_part (const VrPairPlan *plan, guint position)
{
  gboolean is_whole =
      vr_pair_plan_is_first (plan, position) && vr_pair_plan_is_last (plan, position);

  return is_whole ? NULL : vr_pair_plan_peek (plan, position)->spans;
}

char *
vr_row_words_dup_fate (const VrPairPlan *plan, guint position)
{
  return vr_report_dup_fate (vr_pair_plan_get_comparison (plan),
                             vr_pair_plan_get_row_index (plan, position),
                             get_part (plan, position));
}

char *
vr_row_words_dup_whole_fate (const VrPairPlan *plan, guint position)
{
  return vr_report_dup_whole_fate (vr_pair_plan_get_comparison (plan),
                                   vr_pair_plan_get_row_index (plan, position),
                                   get_part (plan, position));
}

static char *
dup_fold_note (const VrPairPlan *plan, guint position)
{
  guint n_rows;
  guint n_changed;
  guint n_furniture;

  vr_pair_plan_count_folded (plan, position, &n_rows, &n_changed, &n_furniture);

  return vr_closure_fold (n_rows, n_changed, n_furniture);
}

/* What the reader noted is said at the row's end, where it is shown. */
static char *
take_with_note (char *line, const VrRowNote *note)
{
  g_autofree char *bare = line;

  if (note == NULL)
    return g_steal_pointer (&bare);

  /* Translators: what became of a paragraph and how it begins, then what the reader noted on it. */
  return g_strdup_printf (_ ("%s; your note: %s"), bare, note->text);
}

char *
vr_row_words_dup_label (const VrPairPlan *plan, guint position)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  VrPlace place = vr_comparison_get_place (comparison, vr_pair_plan_peek (plan, position)->place);
  g_autofree char *words = NULL;

  if (vr_pair_plan_get_fold (plan, position) == 0)
    return take_with_note (
        vr_report_dup_line (comparison, place, get_part (plan, position)),
        vr_pair_plan_is_last (plan, position) ? vr_pair_plan_find_note (plan, position) : NULL);
  words = dup_fold_note (plan, position);

  return vr_closure_fold_label (words, vr_pair_plan_is_open (plan, position));
}

/* What a run of furniture is, above its first line. */
static char *
dup_role_note (const VrPairPlan *plan, guint position)
{
  VrRole role = vr_pair_plan_get_role (plan, position, VR_SIDE_NEW);
  gboolean is_told = position > 0 && vr_pair_plan_is_furniture (plan, position - 1)
                     && vr_pair_plan_get_role (plan, position - 1, VR_SIDE_NEW) == role;

  return is_told ? NULL : g_strdup (vr_role_get_title (role));
}

char *
vr_row_words_dup_reason (const VrPairPlan *plan, guint position)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  VrRow row = vr_pair_plan_get_row (plan, position);
  VrSide side = row.n_new > 0 ? VR_SIDE_NEW : VR_SIDE_OLD;
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);

  return vr_role_words_dup_reason (comparison, side, paragraphs[0]);
}

char *
vr_row_words_dup_note (const VrPairPlan *plan, guint position)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  guint row = vr_pair_plan_get_row_index (plan, position);

  if (vr_pair_plan_get_fold (plan, position) > 0)
    return dup_fold_note (plan, position);
  if (!vr_pair_plan_is_first (plan, position))
    return NULL;
  if (vr_pair_plan_is_furniture (plan, position))
    return dup_role_note (plan, position);
  if (vr_pair_plan_is_reference (plan, position))
    return vr_report_dup_moved_to (comparison, row, TRUE);
  if (vr_pair_plan_find_partner (plan, position) == VR_PAIR_NONE)
    return NULL;

  return vr_report_dup_moved_from (comparison, row, TRUE);
}
