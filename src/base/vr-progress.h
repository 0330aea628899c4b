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

G_END_DECLS
