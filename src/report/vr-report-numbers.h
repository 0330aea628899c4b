/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in words for people: "15,200 the same". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_report_numbers_use_locale:
 *
 * Asks for the reader's way of writing numbers, which the flag “'” of a printed number goes by; a
 * program calls it once, when it begins.  Where the marks between the digits are in another
 * encoding than UTF-8, numbers have none.
 */
void vr_report_numbers_use_locale (void);

G_END_DECLS
