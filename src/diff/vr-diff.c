/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The front door of the engine: runs the stages and turns their marks into hunks. */
#include "vr-diff-private.h"

#include <string.h>

#define STEPS_BETWEEN_POLLS (1 << 20) /* about a millisecond of the slowest stage */

VrDiffer *
vr_differ_new (void)
{
  return g_new0 (VrDiffer, 1);
}

void
vr_differ_free (VrDiffer *self)
{
  VrBuffer *buffers[] = { &self->notes,  &self->diagonals,  &self->masks,       &self->carry,
                          &self->tops,   &self->lefts,      &self->tile_rows,   &self->counts,
                          &self->places, &self->chain_ends, &self->chain_pairs, &self->pairs,
                          &self->grams,  &self->runs,       &self->blocks,      &self->tree };

  for (gsize i = 0; i < G_N_ELEMENTS (buffers); i++)
    vr_buffer_clear (buffers[i]);
  for (int side = 0; side < VR_N_SIDES; side++)
    {
      vr_buffer_clear (&self->changed_buffer[side]);
      vr_buffer_clear (&self->ids_buffer[side]);
      vr_buffer_clear (&self->at_buffer[side]);
      vr_buffer_clear (&self->gram_order[side]);
    }
  g_free (self);
}

gboolean
vr_differ_spend (VrDiffer *self, guint64 n_steps)
{
  self->n_steps += n_steps;
  if (G_UNLIKELY (self->n_steps >= STEPS_BETWEEN_POLLS))
    {
      self->n_steps = 0;
      self->cancelled = g_cancellable_is_cancelled (self->cancellable);
    }
  return !self->cancelled;
}

static gboolean
mark_script (VrDiffer *self, VrBox box, const VrDiffOptions *options)
{
  if (options->anchors && !options->minimal)
    return vr_anchors_run (self, box);
  return vr_solve (self, box);
}

/* Walks the marks of both sides in step; what is unmarked on both is equal. */
void
vr_differ_collect (const VrDiffer *self, GArray *hunks)
{
  guint32 n_old = self->n[VR_SIDE_OLD], n_new = self->n[VR_SIDE_NEW];
  const guint8 *old_changed = self->changed[VR_SIDE_OLD];
  const guint8 *new_changed = self->changed[VR_SIDE_NEW];
  guint32 i = 0, j = 0;

  while (i < n_old || j < n_new)
    {
      VrHunk hunk = { .old_from = i, .new_from = j };

      while (i < n_old && old_changed[i])
        i++;
      while (j < n_new && new_changed[j])
        j++;
      hunk.old_to = i;
      hunk.new_to = j;
      if (hunk.old_from < i || hunk.new_from < j)
        g_array_append_val (hunks, hunk);
      while (i < n_old && j < n_new && !old_changed[i] && !new_changed[j])
        i++, j++;
    }
}

void
vr_differ_start (VrDiffer *self, const guint32 *old_ids, guint32 n_old, const guint32 *new_ids,
                 guint32 n_new, guint32 n_ids)
{
  const guint32 n[VR_N_SIDES] = { n_old, n_new };

  self->ids[VR_SIDE_OLD] = old_ids;
  self->ids[VR_SIDE_NEW] = new_ids;
  self->cancelled = self->limited = FALSE;
  vr_buffer_need_kept (&self->notes, n_ids, sizeof (VrIdNote));
  for (int side = 0; side < VR_N_SIDES; side++)
    {
      self->n[side] = n[side];
      self->changed[side] = VR_BUFFER_NEED (&self->changed_buffer[side], guint8, n[side]);
      memset (self->changed[side], FALSE, n[side]);
    }
}

gboolean
vr_differ_run (VrDiffer *self, const guint32 *old_ids, guint32 n_old, const guint32 *new_ids,
               guint32 n_new, guint32 n_ids, const VrDiffOptions *options, GArray *hunks,
               gboolean *limited, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && options != NULL && hunks != NULL, FALSE);
  g_return_val_if_fail ((guint64)n_old + n_new <= G_MAXINT32 - 8, FALSE);

  g_array_set_size (hunks, 0);
  vr_differ_start (self, old_ids, n_old, new_ids, n_new, n_ids);
  self->cancellable = cancellable;
  self->minimal = options->minimal;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!mark_script (self, (VrBox){ 0, n_old, 0, n_new }, options))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return FALSE;
    }
  vr_differ_collect (self, hunks);
  vr_slide_hunks (hunks, old_ids, n_old, new_ids, n_new, options);
  if (limited != NULL)
    *limited = self->limited;
  return TRUE;
}
