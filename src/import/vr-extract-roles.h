/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each block of a page is, once it is known which are the article's text. */
#pragma once

#include "vr-extract.h"

G_BEGIN_DECLS

/**
 * vr_extract_tell_roles:
 * @sure: of each block, how surely it is text of the article: over @threshold it is
 * @told: filled, one a block
 */
void vr_extract_tell_roles (const VrHtmlBlocks *blocks, const VrExtractFeatures *features,
                            const float *sure, float threshold, const VrEvidenceList *evidence,
                            VrExtractBlock *told);

G_END_DECLS
