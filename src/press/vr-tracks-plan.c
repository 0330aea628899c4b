/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a comparison stand in one order that both texts have, and which stand twice. */
#include "vr-tracks-private.h"

typedef struct
{
  const VrComparison *comparison;
  guint32 *rows[VR_N_SIDES];
  guint32 next[VR_N_SIDES]; /* behind the last anchor's paragraphs */
} Planner;

guint32 *
vr_track_rows_new (const VrComparison *comparison, VrSide side)
{
  guint n = vr_article_get_n_paragraphs (vr_comparison_get_article (comparison, side));
  guint32 *rows = g_new0 (guint32, MAX (n, 1));

  for (guint i = 0; i < vr_comparison_get_n_rows (comparison); i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);
      guint n_members;
      const guint32 *members = vr_row_peek_paragraphs (&row, side, &n_members);

      for (guint k = 0; k < n_members; k++)
        rows[members[k]] = i;
    }

  return rows;
}

/* Whether paragraphs between those of a row may stand between them: not where they would have to
 * leave a place of their own. */
static gboolean
has_loose_gaps (const Planner *self, guint32 index, const VrRow *row, VrSide side)
{
  guint n;
  const guint32 *members = vr_row_peek_paragraphs (row, side, &n);

  for (guint32 p = members[0]; p < members[n - 1]; p++)
    {
      VrRow other = vr_comparison_get_row (self->comparison, self->rows[side][p]);

      if (self->rows[side][p] != index && other.n_old > 0 && other.n_new > 0 && !other.moved)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_one_block (const VrRow *row)
{
  return row->old_paragraphs[row->n_old - 1] - row->old_paragraphs[0] + 1 == row->n_old
         && row->new_paragraphs[row->n_new - 1] - row->new_paragraphs[0] + 1 == row->n_new;
}

static gboolean
take_anchor (Planner *self, guint32 index, const VrRow *row)
{
  if (row->moved || row->old_paragraphs[0] < self->next[VR_SIDE_OLD]
      || row->new_paragraphs[0] < self->next[VR_SIDE_NEW])
    return FALSE;
  if (!is_one_block (row)
      && (!has_loose_gaps (self, index, row, VR_SIDE_OLD)
          || !has_loose_gaps (self, index, row, VR_SIDE_NEW)))
    return FALSE;
  self->next[VR_SIDE_OLD] = row->old_paragraphs[row->n_old - 1] + 1;
  self->next[VR_SIDE_NEW] = row->new_paragraphs[row->n_new - 1] + 1;

  return TRUE;
}

static void
plan_comments (VrTrackPlan *plans, const GPtrArray *comments)
{
  for (guint i = 0; i < comments->len; i++)
    {
      const VrTrackComment *comment = g_ptr_array_index (comments, i);

      if (comment->row == G_MAXUINT32)
        continue;
      if (plans[comment->row].n_comments == 0)
        plans[comment->row].comment = i;
      plans[comment->row].n_comments++;
    }
}

VrTrackPlan *
vr_track_plans_new (const VrComparison *comparison, const GPtrArray *comments, guint *n_moves)
{
  guint n = vr_comparison_get_n_rows (comparison);
  VrTrackPlan *plans = g_new0 (VrTrackPlan, MAX (n, 1));
  Planner self = { comparison, { NULL, NULL }, { 0, 0 } };

  self.rows[VR_SIDE_OLD] = vr_track_rows_new (comparison, VR_SIDE_OLD);
  self.rows[VR_SIDE_NEW] = vr_track_rows_new (comparison, VR_SIDE_NEW);
  *n_moves = 0;
  for (guint i = 0; i < n; i++)
    {
      VrRow row = vr_comparison_get_row (comparison, i);

      if (row.n_old == 0 || row.n_new == 0)
        continue;
      plans[i].is_anchor = take_anchor (&self, i, &row);
      if (!plans[i].is_anchor && is_one_block (&row))
        plans[i].move = ++*n_moves;
    }
  plan_comments (plans, comments);
  g_free (self.rows[VR_SIDE_OLD]);
  g_free (self.rows[VR_SIDE_NEW]);

  return plans;
}
