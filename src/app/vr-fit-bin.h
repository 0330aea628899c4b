/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what has a wide and a narrow layout, and tells which one is to be shown. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrFitBin:
 *
 * A window can't be made narrower than its content asks for, so a wide layout would keep it from
 * ever becoming narrow, above all in languages with long words.  This one asks for no more width
 * than a narrow layout does, and says when its child needs more than it has.  It has the
 * style classes "narrow" and "folded" while it is so.
 *
 * Property "child": what it holds.
 * Property "narrow": whether the narrow layout is wanted, whatever would fit.
 * Property "folded": whether the child is to show its narrow layout, as that is wanted or as the
 *   wide one, as it was last seen, does not fit; for the child to bind to.
 */
#define VR_TYPE_FIT_BIN (vr_fit_bin_get_type ())
G_DECLARE_FINAL_TYPE (VrFitBin, vr_fit_bin, VR, FIT_BIN, GtkWidget)

/** vr_fit_bin_is_folded: the property. */
gboolean vr_fit_bin_is_folded (VrFitBin *self);

G_END_DECLS
