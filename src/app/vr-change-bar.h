/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar of words removed, added and moved, to the scale of the bars beside it. */
#pragma once

#include "vr-report-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrChangeBar:
 *
 * From its start: what was removed, hatched; what was added, filled; what moved, as an outline.  It
 * is as wide as every other one, however much of it is filled, so that bars can be compared.
 */
#define VR_TYPE_CHANGE_BAR (vr_change_bar_get_type ())
G_DECLARE_FINAL_TYPE (VrChangeBar, vr_change_bar, VR, CHANGE_BAR, GtkWidget)

/** vr_change_bar_set_words: @longest: how many words fill the whole bar; 0 where none is known. */
void vr_change_bar_set_words (VrChangeBar *self, const VrChangedWords *words, guint64 longest);

/** vr_change_bar_measure_parts: @parts: (out): how many of @width pixels each of the three takes;
 * whatever there is can be seen, and all of them fit. */
void vr_change_bar_measure_parts (const VrChangedWords *words, guint64 longest, int width,
                                  int parts[3]);

G_END_DECLS
