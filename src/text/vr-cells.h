/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many cells of a terminal a text takes, and where its lines may break. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/** vr_cells_is_plain: whether what is at @p, before @end, is ASCII with which nothing combines: one
 * byte, one cell. */
static inline gboolean
vr_cells_is_plain (const char *p, const char *end)
{
  return (guchar)*p < 0x80 && (p + 1 == end || (guchar)p[1] < 0x80);
}

/**
 * vr_cells_next:
 * @text: valid UTF-8, not empty
 * @cells: (out): the cells it takes
 *
 * Steps over one character as a reader sees it: with its combining marks, joined emoji, a flag's
 * second letter.  East Asian wide and full-width code points take two cells, ambiguous ones one,
 * marks none; the cells are their sum, as wcwidth(3) and GNOME's terminals count, which do not
 * draw joined emoji as one.
 *
 * Returns: how many bytes it has
 */
gsize vr_cells_next (VrSlice text, guint *cells);

/** vr_cells_measure: the cells that all of @text takes in one line. */
guint vr_cells_measure (VrSlice text);

/**
 * vr_cells_find_breaks:
 * @text: valid UTF-8; line ends in it count as characters like others
 * @language: for ICU's dictionaries, e.g. "th"; "und" for none
 * @breaks: (element-type guint32): emptied, then filled with the byte offsets, rising, before which
 *   a line may end (UAX #14 by ICU); the last is the text's length
 *
 * ICU is asked only where the text has scripts that do more than break at spaces.
 */
void vr_cells_find_breaks (VrSlice text, const char *language, GArray *breaks);

G_END_DECLS
