/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which paragraph of the other article one belongs to. */
#pragma once

#include "vr-word-index.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * VrPairChooser:
 *
 * Signal "chosen" (u, u): the reader wants a paragraph of the old article and one of the new, both
 * from 0, to be paired; the window closes behind it.
 */
#define VR_TYPE_PAIR_CHOOSER (vr_pair_chooser_get_type ())
G_DECLARE_FINAL_TYPE (VrPairChooser, vr_pair_chooser, VR, PAIR_CHOOSER, AdwWindow)

/**
 * vr_pair_chooser_new:
 * @words: of the comparison that is shown
 * @row: whose paragraphs are to be paired with others
 */
VrPairChooser *vr_pair_chooser_new (GtkWindow *parent, VrWordIndex *words,
                                    const VrRow *row) G_GNUC_WARN_UNUSED_RESULT;

/** vr_pair_chooser_get_comparison: the one whose paragraphs it shows; borrowed. */
VrComparison *vr_pair_chooser_get_comparison (VrPairChooser *self);

G_END_DECLS
