/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells some of a text's marked words from the others. */
#include "vr-row-marks.h"

/* What @span of the row's text covers of the text shown by @run; empty where it is not in it. */
static VrSpan
locate (const VrRun *run, VrSpan span, guint32 shown_from)
{
  guint32 from = MAX (span.from, run->source.from + shown_from) - shown_from;
  guint32 to = MIN (span.to, run->source.to + shown_from);

  to = to > shown_from ? to - shown_from : 0;
  if (to <= from)
    return (VrSpan){ 0, 0 };

  return (VrSpan){ run->from + from - run->source.from,
                   MIN (run->to, run->from + to - run->source.from) };
}

static void
append_part (GArray *marks, const VrMark *mark, guint32 from, guint32 to, const VrMark *kind)
{
  VrMark part = *mark;

  part.from = from;
  part.to = to;
  if (kind != NULL)
    {
      part.is_critical |= kind->is_critical;
      part.sentence = MAX (part.sentence, kind->sentence);
    }
  if (from < to)
    g_array_append_val (marks, part);
}

static GArray *
cut_marks (GArray *marks, VrSpan span, const VrMark *kind)
{
  GArray *made = g_array_sized_new (FALSE, FALSE, sizeof (VrMark), marks->len + 2);

  for (guint i = 0; i < marks->len; i++)
    {
      const VrMark *mark = &g_array_index (marks, VrMark, i);
      guint32 from = CLAMP (span.from, mark->from, mark->to);
      guint32 to = CLAMP (span.to, mark->from, mark->to);

      if (mark->op != kind->op || from >= to)
        {
          g_array_append_vals (made, mark, 1);
          continue;
        }
      append_part (made, mark, mark->from, from, NULL);
      append_part (made, mark, from, to, kind);
      append_part (made, mark, to, mark->to, NULL);
    }
  g_array_unref (marks);

  return made;
}

void
vr_row_marks_set (VrRowText *text, VrSide side, VrSpan span, guint32 shown_from, const VrMark *kind,
                  gboolean is_new)
{
  for (guint i = 0; i < text->runs->len; i++)
    {
      const VrRun *run = &g_array_index (text->runs, VrRun, i);
      VrSpan shown = locate (run, span, shown_from);
      VrMark mark = *kind;

      if (run->side != side || shown.from >= shown.to)
        continue;
      mark.from = shown.from;
      mark.to = shown.to;
      if (is_new)
        g_array_append_val (text->marks, mark);
      else
        text->marks = cut_marks (text->marks, shown, kind);
    }
}

void
vr_row_marks_set_critical (VrRowText *text, const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  const VrSpan *shown = vr_pair_plan_peek (plan, position)->spans;

  if (vr_pair_plan_is_reference (plan, position) || vr_pair_plan_get_fold (plan, position) > 0)
    return;
  for (guint32 i = 0; i < row.n_critical; i++)
    for (guint side = 0; side < VR_N_SIDES; side++)
      {
        const VrCriticalChange *change = &row.criticals[i];
        VrSpan span = side == VR_SIDE_OLD ? change->old_span : change->new_span;
        VrMark kind = { .op = side == VR_SIDE_OLD ? VR_PIECE_DELETE : VR_PIECE_INSERT,
                        .is_critical = TRUE };

        if (span.from < shown[side].to && span.to > shown[side].from)
          vr_row_marks_set (text, side, span, shown[side].from, &kind, FALSE);
      }
}
