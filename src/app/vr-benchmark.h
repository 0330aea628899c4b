/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The developer's stopwatch behind --benchmark: first frame, scrolling, stalls, memory. */
#pragma once

#include "vr-window.h"

G_BEGIN_DECLS

/**
 * vr_benchmark_run:
 * @mode: "first-frame" ends when rows are painted; "scroll" then scrolls 400 frames by 60 px;
 *   "idle" then waits until nothing is left to measure; "views" then switches views;
 *   "find:WORD" then types WORD in the find bar and ends when what was found first is painted,
 *   as "found-ms" says
 *
 * Prints `name value` lines and closes the window.  "first-frame" is monotonic time in
 * microseconds, so that whoever started the process can tell how long it took.
 */
void vr_benchmark_run (VrWindow *window, const char *mode);

G_END_DECLS
