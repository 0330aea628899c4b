/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quick look at a paragraph's start: whether it may open with a dateline. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/** vr_dateline_is_possible: %FALSE for most paragraphs, which are prose and have no dash or bracket
 * near their start, or many words that begin small before one. */
gboolean vr_dateline_is_possible (VrSlice paragraph);

G_END_DECLS
