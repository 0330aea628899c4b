/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How surely each block of a page is the article's text: a forest of small trees. */
#pragma once

#include "vr-extract-features.h"

G_BEGIN_DECLS

/** vr_extract_judge: Returns: (transfer full): of each block, from 0 to 1, how surely it is text
 * of the article */
float *vr_extract_judge (const VrExtractFeatures *features) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
