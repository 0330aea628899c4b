/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A phrase looked for in all versions: where it appeared, vanished and came back. */
#pragma once

#include "vr-comparer.h"

G_BEGIN_DECLS

/**
 * VrPhraseView:
 *
 * Each of its rows compares by itself: how the phrase came or went.
 *
 * Signal "show-alone" (const char *name, const char *phrase): the reader wants to see it in a
 *   variant of one version only.
 * Signal "close": the reader is done with it.
 */
#define VR_TYPE_PHRASE_VIEW (vr_phrase_view_get_type ())
G_DECLARE_FINAL_TYPE (VrPhraseView, vr_phrase_view, VR, PHRASE_VIEW, VrComparer)

/** vr_phrase_view_search: looks for @phrase in all versions. */
void vr_phrase_view_search (VrPhraseView *self, const char *phrase);

/** vr_phrase_view_stop: gives up the search.  Returns: whether there was one */
gboolean vr_phrase_view_stop (VrPhraseView *self);

/** vr_phrase_view_take_focus: the keyboard goes to what was found, once it is there. */
void vr_phrase_view_take_focus (VrPhraseView *self);

G_END_DECLS
