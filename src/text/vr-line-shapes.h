/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line looks like to who asks whether it was wrapped: width, first word, start and end. */
#pragma once

#include "vr-lines.h"

G_BEGIN_DECLS

/** VR_LINE_MAX_CELLS: no width is told apart beyond this; nobody wraps there. */
#define VR_LINE_MAX_CELLS 240

/**
 * VrLineFlags:
 * @VR_LINE_STARTS_LOWER: with a small letter
 * @VR_LINE_STARTS_CASELESS: with a letter of a script that has no capitals
 * @VR_LINE_BULLET: starts a list item or heading beyond doubt
 * @VR_LINE_MAYBE_BULLET: "12. ", "(a) ", "- ": a list item, or prose that was wrapped just there
 * @VR_LINE_ENDS_SENTENCE: closing quotes and brackets do not count
 * @VR_LINE_ENDS_IN_PUNCTUATION: of any kind
 * @VR_LINE_ENDS_IN_HYPHEN: behind a letter
 * @VR_LINE_ALONE: a quoted line of a mail ("> "), a table's row or a rule ("-----"); never joined
 */
typedef enum
{
  VR_LINE_STARTS_LOWER = 1 << 0,
  VR_LINE_STARTS_CASELESS = 1 << 1,
  VR_LINE_BULLET = 1 << 2,
  VR_LINE_MAYBE_BULLET = 1 << 3,
  VR_LINE_ENDS_SENTENCE = 1 << 4,
  VR_LINE_ENDS_IN_PUNCTUATION = 1 << 5,
  VR_LINE_ENDS_IN_HYPHEN = 1 << 6,
  VR_LINE_ALONE = 1 << 7,
} VrLineFlags;

/**
 * VrLineShape:
 * @end: the column where the line ends, in cells, indent included
 * @indent: in cells
 * @need: cells of the first word and the space before it, which the line before had no room for if
 *   the text was wrapped
 * @flags: VrLineFlags
 */
typedef struct
{
  guint8 end;
  guint8 indent;
  guint8 need;
  guint8 flags;
} VrLineShape;

/** vr_line_shape_measure: sets end and indent; costs no more for a line that is longer,
 * only for a wider indent. */
void vr_line_shape_measure (VrLineShape *self, const char *text, const VrLine *line);

/** vr_line_shape_look: sets need and flags. */
void vr_line_shape_look (VrLineShape *self, const char *text, const VrLine *line);

/** vr_line_is_spaceless: whether @c is a character of the scripts that are written without spaces.
 */
gboolean vr_line_is_spaceless (gunichar c);

G_END_DECLS
