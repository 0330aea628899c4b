/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of `variorum align`'s input: units of two texts, cut already. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrAlignCase:
 * @id: as JSON text, a string or a number
 * @units: the units of either side, in order; borrowed from @root
 * @n_units: how many
 * @root: what the line held
 */
typedef struct
{
  char *id;
  VrSlice *units[VR_N_SIDES];
  guint n_units[VR_N_SIDES];
  gpointer root;
} VrAlignCase;

/**
 * vr_align_case_new:
 * @line: `{"id":...,"old":["..."],"new":["..."]}`; other members are ignored
 *
 * Returns: (transfer full): the case, or %NULL (%VR_ERROR_INVALID; the message begins with @name)
 */
VrAlignCase *vr_align_case_new (const char *line, gsize n_bytes, const char *name,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void vr_align_case_free (VrAlignCase *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrAlignCase, vr_align_case_free)

G_END_DECLS
