/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings and lists that stand between paragraphs of the article belong to it. */
#pragma once

#include "vr-extract-features.h"

G_BEGIN_DECLS

/**
 * vr_extract_take_between:
 * @is_text: of each block, whether it is text of the article; more of them are when it returns
 *
 * A heading or an item of a list is too short to be judged by its words: the paragraphs around it
 * tell.  A list is taken whole, where paragraphs of the article stand before and behind it in the
 * same element; a heading where such a paragraph or list follows it there.  What leads elsewhere,
 * begins as furniture does or is in an element that is called furniture is left.
 */
void vr_extract_take_between (const VrHtmlBlocks *blocks, const VrExtractFeatures *features,
                              gboolean *is_text);

G_END_DECLS
