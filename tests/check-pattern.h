/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every search of a pattern, for tests and fuzz targets. */
#pragma once

#include "vr-pattern.h"

/**
 * check_pattern:
 * @query, @text: valid UTF-8
 *
 * All matches, one behind the other, are those that a naive search finds: at every two bounds of
 * characters the whole text between is folded and compared.  Where there is one, the folded query
 * is in the folded text.
 *
 * Returns: how many matches there are
 */
guint check_pattern (const char *query, const char *text);
