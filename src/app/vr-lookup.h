/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that take time, for what is seen of a long list: found in a thread, and kept. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrLookupFunc:
 * @key: what is asked about
 * @context: (nullable): of the lookup
 *
 * Runs in a thread; never twice at a time for one lookup.
 *
 * Returns: (transfer full) (nullable): the answer; %NULL where there is none
 */
typedef gpointer (*VrLookupFunc) (const char *key, gpointer context, GCancellable *cancellable);

/**
 * VrLookup:
 *
 * Signal "answered": there are answers that were not there before.
 */
#define VR_TYPE_LOOKUP (vr_lookup_get_type ())
G_DECLARE_FINAL_TYPE (VrLookup, vr_lookup, VR, LOOKUP, GObject)

/** vr_lookup_new: @free_answer: of what @func returns, %NULL as well. */
VrLookup *vr_lookup_new (VrLookupFunc func, GDestroyNotify free_answer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_lookup_set_context:
 * @context: (transfer full) (nullable): from now on
 * @free_context: called in a thread, once nothing works with it any more
 *
 * What is asked with another context is given up.  Answers stay.
 */
void vr_lookup_set_context (VrLookup *self, gpointer context, GDestroyNotify free_context);

/** vr_lookup_want: asks for the answer to @key, if it is not there yet.  What is wanted as often as
 * it was taken back is not looked for any more. */
void vr_lookup_want (VrLookup *self, const char *key);
/** vr_lookup_unwant: takes that back; to be called once for each call of vr_lookup_want(). */
void vr_lookup_unwant (VrLookup *self, const char *key);

/** vr_lookup_refresh: asks for everything that is wanted anew; until then the answers before hold.
 */
void vr_lookup_refresh (VrLookup *self);

/** vr_lookup_peek: Returns: (nullable): the answer, where it is there; borrowed */
gpointer vr_lookup_peek (VrLookup *self, const char *key);

G_END_DECLS
