/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a news agency's paragraph was written: "(CNN) -- ", "PARIS, March 3 (AFP) - ". */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * vr_dateline_measure:
 *
 * A dateline names a place, an agency in brackets, or both, perhaps a date, and ends in a dash.
 *
 * Returns: the bytes of the dateline that @paragraph opens with, its dash and the white space
 *   behind it included; 0 for none
 */
gsize vr_dateline_measure (VrSlice paragraph);

G_END_DECLS
