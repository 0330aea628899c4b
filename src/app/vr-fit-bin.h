/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what has a wide and a narrow layout, and tells when the wide one does not fit. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrFitBin:
 *
 * A window can't be made narrower than its content asks for, so a wide layout would keep it from
 * ever becoming narrow, above all in languages with long words.  This one asks for no more width
 * than a narrow layout does, and says when its child needs more than it has.
 *
 * Property "child": what it holds.
 * Property "narrow": whether the child shows its narrow layout now; to be bound.
 * Property "cramped": whether the wide layout, as it was last seen, does not fit.
 */
#define VR_TYPE_FIT_BIN (vr_fit_bin_get_type ())
G_DECLARE_FINAL_TYPE (VrFitBin, vr_fit_bin, VR, FIT_BIN, GtkWidget)

/** vr_fit_bin_is_cramped: the property. */
gboolean vr_fit_bin_is_cramped (VrFitBin *self);

G_END_DECLS
