/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a text: where each starts and ends without the white space around it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrLine:
 * @from, @to: the line without white space at its ends, in bytes of the text; never empty
 * @is_followed: the very next line is not blank, and U+2029 is not between
 * @goes_on: for others to mark: the next line belongs to the same paragraph
 */
typedef struct
{
  guint32 from : 31;
  guint32 is_followed : 1;
  guint32 to : 31;
  guint32 goes_on : 1;
} VrLine;

/**
 * VrLineRun:
 * @index: its first line, counted without the blank ones, from 0
 * @number: the same line's number in the file, from 1, blank lines counted
 * @step: from each line's number to the next one's
 *
 * Lines at equal distances, so that numbers take no room in most texts.
 */
typedef struct
{
  guint32 index;
  guint32 number;
  guint32 step;
} VrLineRun;

/**
 * vr_lines_new:
 * @text: valid UTF-8, at most %VR_TEXT_MAX_BYTES
 * @runs: (element-type VrLineRun): empty; takes the lines' numbers: at most a run for each block
 *   of neighbouring lines, and one for two lines
 *
 * LF, CR, CR LF, U+0085, U+2028 and U+2029 end a line.  Tabulator, vertical tab and form feed are
 * white space within a line, as all of Unicode's White_Space.
 *
 * Returns: (transfer full) (element-type VrLine): the lines that are not blank
 */
GArray *vr_lines_new (const char *text, gsize n_bytes, GArray *runs) G_GNUC_WARN_UNUSED_RESULT;

/** vr_lines_get_number: the number of line @index in the file.  Logarithmic time. */
guint32 vr_lines_get_number (const VrLineRun *runs, guint n_runs, guint32 index);

/** vr_lines_find_start: where the line starts that has only white space before @from. */
const char *vr_lines_find_start (const char *text, const char *from);

/** vr_lines_space_at: how many bytes the white space character at @p has, 0 if it is none. */
guint vr_lines_space_at (const char *p, const char *end);

/** vr_lines_space_before: the same for the character that ends at @end; @start is before it. */
guint vr_lines_space_before (const char *start, const char *end);

G_END_DECLS
