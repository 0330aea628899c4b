/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a paragraph is set by what it is: a headline large, a caption small. */
#pragma once

#include "vr-pair-plan.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * VrRowLook:
 * @VR_ROW_LOOK_TEXT: as running text is
 * @VR_ROW_LOOK_HEADLINE: large and bold
 * @VR_ROW_LOOK_SUBHEAD: bold
 * @VR_ROW_LOOK_SMALL: what stands around the text: captions, dates, bylines
 * @VR_ROW_LOOK_FURNITURE: what is no part of the article
 */
typedef enum
{
  VR_ROW_LOOK_TEXT,
  VR_ROW_LOOK_HEADLINE,
  VR_ROW_LOOK_SUBHEAD,
  VR_ROW_LOOK_SMALL,
  VR_ROW_LOOK_FURNITURE,
  VR_N_ROW_LOOKS,
} VrRowLook;

/** vr_row_look_at: how the row at @position is set on @side; constant time. */
VrRowLook vr_row_look_at (const VrPairPlan *plan, guint position, VrSide side);

/** vr_row_look_get_scale: the size of its letters, of the running text's. */
double vr_row_look_get_scale (VrRowLook look);

/** vr_row_look_attributes: Returns: (transfer full): @base, as that look has it. */
PangoAttrList *vr_row_look_attributes (VrRowLook look,
                                       PangoAttrList *base) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
