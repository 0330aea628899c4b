/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Progress of a slow job, as a plain callback. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrProgressFunc:
 * @fraction: 0 to 1, never falling within one job
 * @user_data: the caller's
 *
 * Called from the thread that does the work, at most a few hundred times a job.
 */
typedef void (*VrProgressFunc) (double fraction, gpointer user_data);

/** VrProgress: where to tell how far a job is; a %NULL @func tells nobody. */
typedef struct
{
  VrProgressFunc func;
  gpointer user_data;
} VrProgress;

/** vr_progress_tell: @self: (nullable).  Tells that @done of @total steps are done; may be called
 * at each step. */
void vr_progress_tell (const VrProgress *self, guint done, guint total);

/**
 * VrProgressPart:
 * @whole: (nullable): of the job; borrowed
 * @from, @to: from 0 to 1: which of its time a part takes
 */
typedef struct
{
  const VrProgress *whole;
  double from;
  double to;
} VrProgressPart;

/** vr_progress_get_part: Returns: where the part tells how far it is; borrows @part. */
VrProgress vr_progress_get_part (const VrProgressPart *part);

G_END_DECLS
