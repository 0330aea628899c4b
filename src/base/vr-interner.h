/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers byte strings: equal strings get equal 32-bit ids, in order of first appearance. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrInterner:
 *
 * Ids count from 0 without gaps.  The distinct strings are copied into an arena of its own, so
 * what was put may go away.  Not for use by two threads at once.
 */
typedef struct _VrInterner VrInterner;

VrInterner *vr_interner_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_interner_free (VrInterner *self);

/**
 * vr_interner_put:
 * @text: any bytes, NUL included
 *
 * Returns: the id of these bytes.  Amortised constant time.
 */
guint32 vr_interner_put (VrInterner *self, const char *text, gsize n_bytes);

/** vr_interner_get_n_ids: how many different strings were put so far. */
guint32 vr_interner_get_n_ids (const VrInterner *self);

/** vr_interner_peek: the bytes behind @id; borrowed until the interner is freed; not terminated. */
VrSlice vr_interner_peek (const VrInterner *self, guint32 id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrInterner, vr_interner_free)

G_END_DECLS
