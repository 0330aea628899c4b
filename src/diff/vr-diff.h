/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edit-script engine: two sequences of ids in, hunks out.  Knows numbers only. */
#pragma once

#include <gio/gio.h>

#include "vr-span.h"

G_BEGIN_DECLS

/** VrHunk: old [old_from, old_to) became new [new_from, new_to); one of them may be empty. */
typedef struct
{
  guint32 old_from;
  guint32 old_to;
  guint32 new_from;
  guint32 new_to;
} VrHunk;

/**
 * VrDiffOptions:
 * @minimal: never cut the search short: the script is a shortest one (Myers 1986), however long
 *   it takes.  Without it hopeless gaps go to other exact or near-exact methods by predicted cost.
 * @anchors: place rare n-grams of ids first and search only between them.  For long inputs.
 * @id_classes: (nullable): for each id how well a hunk may end behind it, 0 (a word) to 255 (the
 *   end of a sentence); hunks slide to the best place.  %NULL slides by position only.
 * @n_id_classes: the length of @id_classes
 */
typedef struct
{
  gboolean minimal;
  gboolean anchors;
  const guint8 *id_classes;
  guint32 n_id_classes;
} VrDiffOptions;

/**
 * VrDiffer: the engine's working memory, to be reused over many small diffs; one thread at a time.
 */
typedef struct _VrDiffer VrDiffer;

VrDiffer *vr_differ_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_differ_free (VrDiffer *self);

/**
 * vr_differ_run:
 * @n_old, @n_new: below 2^31 together
 * @n_ids: every id is below this; it costs time only the first time it grows
 * @hunks: (element-type VrHunk): emptied, then filled in order; between hunks both sides are equal
 * @limited: (out) (optional): whether a cost limit was reached, i.e. a shorter script may exist;
 *   what anchors cost in length (next to nothing, see tests/bench) is not counted
 *
 * Returns: %FALSE only when cancelled (%G_IO_ERROR_CANCELLED)
 */
gboolean vr_differ_run (VrDiffer *self, const guint32 *old_ids, guint32 n_old,
                        const guint32 *new_ids, guint32 n_new, guint32 n_ids,
                        const VrDiffOptions *options, GArray *hunks, gboolean *limited,
                        GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrDiffer, vr_differ_free)

G_END_DECLS
