/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a paragraph is set by what it is: a headline large, a caption small. */
#include "vr-row-look.h"

/* A headline is told at a glance and still fits a column; small text is that of notes. */
#define HEADLINE_SCALE 1.35
#define SMALL_SCALE 0.9

static const VrRowLook looks[VR_N_ROLES] = {
  [VR_ROLE_HEADLINE] = VR_ROW_LOOK_HEADLINE, [VR_ROLE_DEK] = VR_ROW_LOOK_SMALL,
  [VR_ROLE_DATE] = VR_ROW_LOOK_SMALL,        [VR_ROLE_BYLINE] = VR_ROW_LOOK_SMALL,
  [VR_ROLE_SUBHEAD] = VR_ROW_LOOK_SUBHEAD,   [VR_ROLE_CAPTION] = VR_ROW_LOOK_SMALL,
  [VR_ROLE_CORRECTION] = VR_ROW_LOOK_SMALL,  [VR_ROLE_PROMO] = VR_ROW_LOOK_FURNITURE,
  [VR_ROLE_RELATED] = VR_ROW_LOOK_FURNITURE, [VR_ROLE_NAV] = VR_ROW_LOOK_FURNITURE,
  [VR_ROLE_BIO] = VR_ROW_LOOK_FURNITURE,     [VR_ROLE_FOOTER] = VR_ROW_LOOK_FURNITURE,
};

VrRowLook
vr_row_look_at (const VrPairPlan *plan, guint position, VrSide side)
{
  return looks[vr_pair_plan_get_role (plan, position, side)];
}

double
vr_row_look_get_scale (VrRowLook look)
{
  switch (look)
    {
    case VR_ROW_LOOK_HEADLINE:
      return HEADLINE_SCALE;
    case VR_ROW_LOOK_SMALL:
    case VR_ROW_LOOK_FURNITURE:
      return SMALL_SCALE;
    default:
      return 1;
    }
}

PangoAttrList *
vr_row_look_attributes (VrRowLook look, PangoAttrList *base)
{
  PangoAttrList *attributes = pango_attr_list_copy (base);

  if (look == VR_ROW_LOOK_HEADLINE || look == VR_ROW_LOOK_SUBHEAD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (vr_row_look_get_scale (look) != 1)
    pango_attr_list_insert (attributes, pango_attr_scale_new (vr_row_look_get_scale (look)));

  return attributes;
}
