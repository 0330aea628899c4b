/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a text: where each starts and ends without the white space around it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrLine:
 * @from, @to: the line without white space at its ends, in bytes of the text; never empty
 * @indent: how many bytes of white space are before @from in the line
 * @number: from 1, blank lines counted
 * @ends_paragraph: ended by U+2029
 * @goes_on: for others to mark: the next line belongs to the same paragraph
 */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 indent;
  guint32 number : 30;
  guint32 ends_paragraph : 1;
  guint32 goes_on : 1;
} VrLine;

/**
 * vr_lines_new:
 * @text: valid UTF-8
 *
 * LF, CR, CR LF, U+0085, U+2028 and U+2029 end a line.  Tabulator, vertical tab and form feed are
 * white space within a line, as all of Unicode's White_Space.
 *
 * Returns: (transfer full) (element-type VrLine): the lines that are not blank
 */
GArray *vr_lines_new (const char *text, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/** vr_lines_are_neighbours: whether @line[1] is the very next line, and no new paragraph by sign.
 */
static inline gboolean
vr_lines_are_neighbours (const VrLine *line)
{
  return line[1].number == line[0].number + 1 && !line[0].ends_paragraph;
}

/** vr_lines_space_at: how many bytes the white space character at @p has, 0 if it is none. */
guint vr_lines_space_at (const char *p, const char *end);

/** vr_lines_space_before: the same for the character that ends at @end; @start is before it. */
guint vr_lines_space_before (const char *start, const char *end);

G_END_DECLS
