/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress of a slow job, as a plain callback. */
#include "vr-progress.h"

/* So many times at most is told how far a job is. */
#define N_TOLD 200

void
vr_progress_tell (const VrProgress *self, guint done, guint total)
{
  if (self != NULL && self->func != NULL && done % (total / N_TOLD + 1) == 0)
    self->func (done / (double)MAX (total, 1), self->user_data);
}

static void
tell_part_cb (double fraction, gpointer data)
{
  const VrProgressPart *part = data;

  if (part->whole != NULL && part->whole->func != NULL)
    part->whole->func (part->from + fraction * (part->to - part->from), part->whole->user_data);
}

VrProgress
vr_progress_get_part (const VrProgressPart *part)
{
  return (VrProgress){ tell_part_cb, (gpointer)part };
}
