/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On which libraries and fonts the bytes of a report depend. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_press_get_packer: what deflates ZIP files, with its version; static. */
const char *vr_press_get_packer (void);

/** vr_press_get_drawer: what draws pages, with its versions, and which fonts are installed, in
 * which versions, as a sum; static. */
const char *vr_press_get_drawer (void);

/** vr_press_get_printer: the same for pages of paper, of which each country has its own. */
const char *vr_press_get_printer (void);

G_END_DECLS
