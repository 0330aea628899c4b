/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the terminal can show. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VR_TERMINAL_DEFAULT_WIDTH: cells, where nothing tells. */
#define VR_TERMINAL_DEFAULT_WIDTH 80

/**
 * vr_terminal_get_width:
 *
 * Returns: the width in cells of the terminal behind @fd; else what COLUMNS says; else
 *   %VR_TERMINAL_DEFAULT_WIDTH
 */
guint vr_terminal_get_width (int fd);

/**
 * vr_terminal_wants_colour:
 *
 * Returns: whether @fd is a terminal that shows colours and NO_COLOR (no-color.org) is empty
 */
gboolean vr_terminal_wants_colour (int fd);

G_END_DECLS
