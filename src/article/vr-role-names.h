/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names what a copied page's lines are, once it is told where the text is. */
#pragma once

#include "vr-role-chain.h"

G_BEGIN_DECLS

/**
 * vr_role_names_give:
 * @states: a VrRoleState each; text somewhere; mended where the lines' words say otherwise
 * @roles, @reasons: filled; @reasons may be %NULL
 */
void vr_role_names_give (const VrParagraphs *paragraphs, const VrRoleLine *lines, guint n,
                         guint8 *states, guint8 *roles, const char **reasons);

G_END_DECLS
