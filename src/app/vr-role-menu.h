/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of what a paragraph may be to its article. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** vr_role_menu_fill: adds an item for each role, which activates "win.set-role": those of the
 * article, and those of the page's furniture below. */
void vr_role_menu_fill (GMenu *menu);

G_END_DECLS
