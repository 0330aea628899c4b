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
 *   as "found-ms" says; "library" opens the library, goes to the end of both lists, marks,
 *   searches, selects, leaves and comes back, and tells the longest stall of each
 *
 * Prints `name value` lines and closes the window.  "first-frame" is monotonic time in
 * microseconds, so that whoever started the process can tell how long it took.
 */
void vr_benchmark_run (VrWindow *window, const char *mode);

/** vr_benchmark_print_stall: prints the longest stall since the last call, as "NAME-stall-ms" and
 * "NAME-stall-cpu-ms". */
void vr_benchmark_print_stall (const char *name);

/** vr_benchmark_run_library: the mode "library", of a window that is shown. */
void vr_benchmark_run_library (VrWindow *window);

G_END_DECLS
