/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a slow command is: a line on the terminal, while it lasts. */
#pragma once

#include "vr-progress.h"

G_BEGIN_DECLS

/** VrCliProgress: a line on standard error; all zeros when not used. */
typedef struct
{
  const char *format;
  gint64 began_us;
  glong n_columns; /* of what stands there */
} VrCliProgress;

/**
 * vr_cli_progress_begin:
 * @format: static, translated: a sentence with one %u for per cent
 *
 * The line appears where standard error is a terminal and the job takes more than a moment.
 *
 * Returns: what to give to the job; it lasts as long as @self, which is to be ended.
 */
VrProgress vr_cli_progress_begin (VrCliProgress *self, const char *format);

/** vr_cli_progress_end: takes the line away, before anything else is written. */
void vr_cli_progress_end (VrCliProgress *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrCliProgress, vr_cli_progress_end)

G_END_DECLS
