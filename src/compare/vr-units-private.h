/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What grouping sentences and its table share; private to the two. */
#pragma once

#include "vr-inline.h"

G_BEGIN_DECLS

/* A word that carries meaning counts as much as four that any sentence has. */
#define VR_WEIGHT_WORD 4
#define VR_WEIGHT_COMMON 1

static inline guint32
vr_units_weight_of (const VrEngine *engine, guint32 id)
{
  return engine->traits[id] & (VR_TRAIT_PUNCTUATION | VR_TRAIT_STOP_WORD) ? VR_WEIGHT_COMMON
                                                                          : VR_WEIGHT_WORD;
}

static inline const VrUnit *
vr_units_at (const VrInline *self, guint side, guint32 index)
{
  return &g_array_index (self->units[side], VrUnit, index);
}

/* Weight of the words that units @a to @a_last of side 0 and @b to @b_last of side 1 share. */
guint32 vr_units_shared_weight (const VrInline *self, const VrEngine *engine, const VrUnit *a,
                                const VrUnit *a_last, const VrUnit *b, const VrUnit *b_last);

void vr_units_append_group (VrInline *self, guint32 a, guint32 a_end, guint32 b, guint32 b_end,
                            gboolean equal);

/* Groups units [a, a_end) of side 0 and [b, b_end) of side 1, which are weighed, by a table. */
void vr_units_group_block (VrInline *self, const VrEngine *engine, guint32 a, guint32 a_end,
                           guint32 b, guint32 b_end);

G_END_DECLS
