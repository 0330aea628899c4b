/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timeline of a history, drawn on a page. */
#pragma once

#include "vr-page-block.h"

G_BEGIN_DECLS

/** vr_page_chart_get_max: how many bars have room. */
guint vr_page_chart_get_max (const VrPageSetting *setting);

/** vr_page_chart_draw: bars over the setting's whole width, from @y downwards, and below them when
 * the first and the last version were. */
void vr_page_chart_draw (const VrPageSetting *setting, double height, cairo_t *cr, double y);

G_END_DECLS
