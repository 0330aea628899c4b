/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which texts of a list are the same. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * vr_twins_number:
 * @n_numbers: (out): how many different texts there are
 *
 * Numbers texts by their bytes, from 0 in order of first appearance.  Linear time.
 *
 * Returns: (transfer full): @n_texts numbers
 */
guint32 *vr_twins_number (const VrSlice *texts, guint n_texts,
                          guint32 *n_numbers) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
