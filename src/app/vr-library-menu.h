/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's context menus, and the keys that are its lists' own. */
#pragma once

#include "vr-library-page.h"

G_BEGIN_DECLS

/**
 * vr_library_menu_attach:
 *
 * From now on a secondary click, the Menu key and Shift+F10 open a menu for a variant or a version,
 * which is selected by that; Delete and Shift+Delete in the list of variants throw one, or its
 * story, away, and Ctrl+C in that of versions copies the name of one.  What the menus do are the
 * window's actions.
 */
void vr_library_menu_attach (VrLibraryPage *page);

G_END_DECLS
