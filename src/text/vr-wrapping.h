/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out whether a text was wrapped by hand or program, and which lines belong together. */
#pragma once

#include "vr-lines.h"

G_BEGIN_DECLS

/**
 * vr_wrapping_join:
 * @lines: (element-type VrLine): the lines that are not blank
 * @forced: the reader says that it is wrapped
 *
 * A wrapped line ends where the next line's first word had no room.  So each pair of neighbouring
 * lines tells which widths the text can have been wrapped at; the width that most pairs agree on
 * is the text's, if most pairs do agree on one, hardly a line is longer, and lines read on from
 * one to the next (verse and lists do not).
 *
 * Returns: whether it was wrapped; then VrLine.goes_on is set on lines that the next one continues
 */
gboolean vr_wrapping_join (const char *text, GArray *lines, gboolean forced);

G_END_DECLS
