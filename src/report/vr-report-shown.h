/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's text as it may be shown: what steers is seen instead. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_report_append_shown:
 * @text: valid UTF-8 of any origin
 *
 * Appends @text with its control characters, and those that turn the reading direction of what
 * follows, as escapes: "\x1b", "\u202e".  A tab and U+2028 become a space, U+2029 a pilcrow.
 */
void vr_report_append_shown (GString *string, const char *text, gsize n_bytes);

G_END_DECLS
