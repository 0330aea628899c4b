/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unit U of the benchmarks: the plain loop that splits prose and numbers its words. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * yardstick_run:
 *
 * Splits @texts into runs of letters, digits, '_' and bytes above 127, and single other marks,
 * byte by byte, and numbers equal ones by FNV-1a and open addressing.  Plain on purpose, and never
 * to be made faster: everything else is measured in it.
 *
 * Returns: how many tokens there were
 */
guint32 yardstick_run (const VrSlice *texts, guint n_texts);

G_END_DECLS
