/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a text into paragraphs: blank lines between, one a line, or hard-wrapped. */
#pragma once

#include "vr-text.h"

G_BEGIN_DECLS

/**
 * VrParagraphMode:
 * @VR_PARAGRAPHS_AUTO: decided for this text, as vr_paragraphs_new() says
 * @VR_PARAGRAPHS_BLANK: blank lines separate; lines between them are joined
 * @VR_PARAGRAPHS_LINE: each line that is not blank is a paragraph
 * @VR_PARAGRAPHS_WRAPPED: hard-wrapped: lines that end inside the common width band are joined
 *   to the next
 */
typedef enum
{
  VR_PARAGRAPHS_AUTO,
  VR_PARAGRAPHS_BLANK,
  VR_PARAGRAPHS_LINE,
  VR_PARAGRAPHS_WRAPPED,
} VrParagraphMode;

/**
 * VrParagraph:
 * @text: the paragraph as it is read: no line ends in it (joined lines have one space between, but
 *   none in scripts without spaces and behind a dash that a line was broken at), no white space at
 *   either end; borrowed from the VrParagraphs; not terminated
 * @n_bytes: of @text; 0 only for an empty unit
 * @from, @to: where it stands in the decoded text, in bytes
 * @first_line, @last_line: its lines in the file, from 1
 */
typedef struct
{
  const char *text;
  guint32 n_bytes;
  guint32 from;
  guint32 to;
  guint32 first_line;
  guint32 last_line;
} VrParagraph;

/**
 * VrParagraphs: immutable, atomically ref-counted; holds a reference on its text.  Takes 8 bytes a
 * paragraph of one line (14 where lines stand at irregular distances), some 40 and the text for
 * one of several lines.
 */
typedef struct _VrParagraphs VrParagraphs;

/**
 * vr_paragraphs_new:
 *
 * LF, CR, CR LF, U+0085, U+2028 and U+2029 end a line; U+2029 a paragraph too.  Vertical tabs and
 * form feeds are white space, as all of Unicode's White_Space is.  Every byte of @text that is not
 * white space lies in exactly one paragraph.  Linear time.
 *
 * %VR_PARAGRAPHS_AUTO takes a text for wrapped only where most lines end inside one common width
 * band and read on in the next line; else each line is a paragraph, and the mode is
 * %VR_PARAGRAPHS_BLANK where no two lines are next to each other.
 *
 * Returns: (transfer full): the paragraphs, none for a blank text
 */
VrParagraphs *vr_paragraphs_new (VrText *text, VrParagraphMode mode) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_paragraphs_new_from_units:
 * @units: paragraphs that are cut already, copied; an empty one stays
 *
 * Each is one line of a text that is made of them, whatever is in it.
 *
 * Returns: (transfer full): the paragraphs, %VR_PARAGRAPHS_LINE
 */
VrParagraphs *vr_paragraphs_new_from_units (const char *const *units,
                                            guint n_units) G_GNUC_WARN_UNUSED_RESULT;

VrParagraphs *vr_paragraphs_ref (VrParagraphs *self);
void vr_paragraphs_unref (VrParagraphs *self);

guint vr_paragraphs_get_n (const VrParagraphs *self);
/** vr_paragraphs_get: paragraph @index, from 0; its text is borrowed.  Logarithmic time. */
VrParagraph vr_paragraphs_get (const VrParagraphs *self, guint index);
/** vr_paragraphs_get_text: its text alone, in less time; borrowed. */
VrSlice vr_paragraphs_get_text (const VrParagraphs *self, guint index);
/** vr_paragraphs_get_source: the text that VrParagraph.from counts in; borrowed. */
VrSlice vr_paragraphs_get_source (const VrParagraphs *self);
/** vr_paragraphs_get_mode: the mode used; never %VR_PARAGRAPHS_AUTO. */
VrParagraphMode vr_paragraphs_get_mode (const VrParagraphs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrParagraphs, vr_paragraphs_unref)

G_END_DECLS
