/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a comparison, column by column. */
#include "vr-rows.h"

void
vr_rows_clear (VrRows *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_clear_pointer (&self->members[side].at, g_free);
      g_clear_pointer (&self->members[side].lists, g_free);
    }
  vr_marks_clear (&self->moved);
  vr_marks_clear (&self->judged);
  g_clear_pointer (&self->kinds, g_free);
  g_clear_pointer (&self->evidence, g_free);
  g_clear_pointer (&self->pool, g_free);
}

static void
reorder_evidence (VrRows *self, const guint32 *order)
{
  VrMarks judged;
  guint32 *evidence;
  guint32 n = 0;

  vr_marks_init (&judged, self->n);
  for (guint32 i = 0; i < self->n; i++)
    if (vr_marks_has (&self->judged, order[i]))
      vr_marks_add (&judged, i);

  evidence = g_new (guint32, vr_marks_count (&judged));
  for (guint32 i = 0; i < self->n; i++)
    if (vr_marks_has (&judged, i))
      evidence[n++] = self->evidence[vr_marks_get_before (&self->judged, order[i])];

  vr_marks_clear (&self->judged);
  g_free (self->evidence);
  self->judged = judged;
  self->evidence = evidence;
}

/* One column after the other, so that no two stand twice in memory at a time. */
void
vr_rows_reorder (VrRows *self, const guint32 *order)
{
  guint8 *kinds = g_new (guint8, self->n);

  for (guint32 i = 0; i < self->n; i++)
    kinds[i] = self->kinds[order[i]];
  g_free (self->kinds);
  self->kinds = kinds;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint32 *at = g_new (guint32, self->n);

      for (guint32 i = 0; i < self->n; i++)
        at[i] = self->members[side].at[order[i]];
      g_free (self->members[side].at);
      self->members[side].at = at;
    }
  reorder_evidence (self, order);
}

const VrEvidence *
vr_rows_peek_evidence (const VrRows *self, guint32 row)
{
  static const VrEvidence none;

  if (vr_marks_has (&self->judged, row))
    return &self->pool[self->evidence[vr_marks_get_before (&self->judged, row)]];
  return vr_rows_is_paired (self, row) ? &vr_evidence_exact : &none;
}
