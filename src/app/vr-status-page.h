/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that say what is the matter where there is nothing to show. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * vr_status_page_mend:
 *
 * AdwStatusPage scrolls by a widget of its own, which is a stop without a name on the keyboard's
 * way to its button; it is left out.
 */
void vr_status_page_mend (AdwStatusPage *page);

G_END_DECLS
