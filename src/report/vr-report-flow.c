/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text with both versions: what went and came, in the order of either. */
#include "vr-report-flow.h"

typedef struct
{
  const VrComparison *comparison;
  guint32 *rows[VR_N_SIDES]; /* by paragraph */
  guint32 n[VR_N_SIDES];
  guint32 next[VR_N_SIDES];
  GArray *steps;
} Flow;

static void
map_rows (Flow *self, VrSide side)
{
  guint n_rows = vr_comparison_get_n_rows (self->comparison);

  self->n[side] = vr_article_get_n_paragraphs (vr_comparison_get_article (self->comparison, side));
  self->rows[side] = g_new0 (guint32, MAX (self->n[side], 1));
  for (guint i = 0; i < n_rows; i++)
    {
      VrRow row = vr_comparison_get_row (self->comparison, i);
      guint n;
      const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);

      for (guint k = 0; k < n; k++)
        self->rows[side][paragraphs[k]] = i;
    }
}

static void
flow_clear (Flow *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (self->rows[side]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Flow, flow_clear)

static gboolean
stays_together (const VrRow *row)
{
  return row->n_old > 0 && row->n_new > 0 && !row->moved
         && row->old_paragraphs[row->n_old - 1] - row->old_paragraphs[0] == row->n_old - 1
         && row->new_paragraphs[row->n_new - 1] - row->new_paragraphs[0] == row->n_new - 1;
}

static void
add_step (Flow *self, VrFlowKind kind)
{
  VrSide side = kind == VR_FLOW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW;
  guint32 paragraph = self->next[side]++;
  VrFlowStep step = { kind, self->rows[side][paragraph], paragraph };

  g_array_append_val (self->steps, step);
}

/* What stood behind a row that stays, and does not stay itself, goes before anything comes. */
static void
add_leaving (Flow *self)
{
  while (self->next[VR_SIDE_OLD] < self->n[VR_SIDE_OLD])
    {
      VrRow row = vr_comparison_get_row (self->comparison,
                                         self->rows[VR_SIDE_OLD][self->next[VR_SIDE_OLD]]);

      if (stays_together (&row))
        return;
      add_step (self, VR_FLOW_OLD);
    }
}

static void
add_staying (Flow *self, const VrRow *row)
{
  while (self->next[VR_SIDE_OLD] < row->old_paragraphs[0])
    add_step (self, VR_FLOW_OLD);
  add_step (self, VR_FLOW_BOTH);
  self->next[VR_SIDE_OLD] += row->n_old;
  self->next[VR_SIDE_NEW] += row->n_new - 1;
  add_leaving (self);
}

GArray *
vr_report_dup_flow (const VrComparison *comparison)
{
  g_auto (Flow) self = { .comparison = comparison };

  self.steps = g_array_new (FALSE, FALSE, sizeof (VrFlowStep));
  for (guint side = 0; side < VR_N_SIDES; side++)
    map_rows (&self, (VrSide)side);
  add_leaving (&self);
  while (self.next[VR_SIDE_NEW] < self.n[VR_SIDE_NEW])
    {
      VrRow row =
          vr_comparison_get_row (comparison, self.rows[VR_SIDE_NEW][self.next[VR_SIDE_NEW]]);

      if (stays_together (&row) && row.old_paragraphs[0] >= self.next[VR_SIDE_OLD])
        add_staying (&self, &row);
      else
        add_step (&self, VR_FLOW_NEW);
    }
  while (self.next[VR_SIDE_OLD] < self.n[VR_SIDE_OLD])
    add_step (&self, VR_FLOW_OLD);

  return self.steps;
}
