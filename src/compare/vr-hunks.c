/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside a row: which words of its sentences changed. */
#include "vr-inline.h"

/* Words on both sides from which the engine looks for anchors first. */
#define ANCHOR_TOKENS 2000

/* Hunks of one group of sentences, moved to where it stands in the row. */
static gboolean
diff_group (VrInline *self, VrEngine *engine, const VrHunk *range, GError **error)
{
  guint32 n_old = range->old_to - range->old_from, n_new = range->new_to - range->new_from;
  VrDiffOptions options = { .anchors = MIN (n_old, n_new) > ANCHOR_TOKENS,
                            .id_classes = engine->classes,
                            .n_id_classes = engine->n_ids };
  gboolean limited = FALSE;

  if (!vr_differ_run (engine->differ, self->runs[0].ids + range->old_from, n_old,
                      self->runs[1].ids + range->new_from, n_new, engine->n_ids, &options,
                      self->part, &limited, engine->cancellable, error))
    return FALSE;

  engine->limited = engine->limited || limited;
  for (guint i = 0; i < self->part->len; i++)
    {
      VrHunk hunk = g_array_index (self->part, VrHunk, i);
      VrHunk *last =
          self->hunks->len > 0 ? &g_array_index (self->hunks, VrHunk, self->hunks->len - 1) : NULL;

      hunk.old_from += range->old_from;
      hunk.old_to += range->old_from;
      hunk.new_from += range->new_from;
      hunk.new_to += range->new_from;
      if (last != NULL && last->old_to == hunk.old_from && last->new_to == hunk.new_from)
        {
          last->old_to = hunk.old_to;
          last->new_to = hunk.new_to;
        }
      else
        g_array_append_val (self->hunks, hunk);
    }

  return TRUE;
}

/* Sentences that have no partner in order are one hunk each; the others are compared as words. */
gboolean
vr_hunks_find (VrInline *self, VrEngine *engine, GError **error)
{
  guint32 at[VR_N_SIDES] = { 0, 0 };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const VrUnitGroup *group = &g_array_index (self->groups, VrUnitGroup, i);
      guint32 to[VR_N_SIDES];
      VrHunk range;

      for (guint side = 0; side < VR_N_SIDES; side++)
        to[side] = group->to[side] > group->from[side]
                       ? g_array_index (self->units[side], VrUnit, group->to[side] - 1).end_token
                       : at[side];
      range = (VrHunk){ at[0], to[0], at[1], to[1] };
      at[0] = to[0];
      at[1] = to[1];
      if (!group->equal && !diff_group (self, engine, &range, error))
        return FALSE;
    }

  return TRUE;
}
