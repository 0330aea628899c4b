/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pipeline: two articles in, a comparison out. */
#pragma once

#include "vr-comparison.h"
#include "vr-progress.h"

G_BEGIN_DECLS

/**
 * vr_compare:
 * @overrides: (nullable): what the reader decided
 * @progress: (nullable): told how far it is
 *
 * Swapping the articles swaps the sides and kinds of the rows and changes nothing else: the
 * engine works on the two in an order that their texts decide, never the caller's.
 *
 * Returns: (transfer full): the comparison, or %NULL when cancelled or when an override names a
 *   paragraph that is not there (%VR_ERROR_NOT_FOUND)
 */
VrComparison *vr_compare (VrArticle *old_article, VrArticle *new_article, const VrOptions *options,
                          VrOverrides *overrides, const VrProgress *progress,
                          GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** VR_ENGINE_NAME: what a report names as its maker. */
#define VR_ENGINE_NAME "variorum"

G_END_DECLS
