/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a comparison of two versions a reader wants to begin. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrVersionPlace:
 * @text: (nullable): words that stand there, found as VrPattern does; %NULL for the top
 * @side: the version that has them
 * @is_sought: whether these words are what the reader looks for: the find bar is to have them
 */
typedef struct
{
  char *text;
  VrSide side;
  gboolean is_sought;
} VrVersionPlace;

/** vr_version_place_copy: Returns: (transfer full) (nullable): %NULL where it is the top. */
VrVersionPlace *vr_version_place_copy (const VrVersionPlace *self) G_GNUC_WARN_UNUSED_RESULT;
void vr_version_place_free (VrVersionPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrVersionPlace, vr_version_place_free)

G_END_DECLS
