/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of the list as a running text: where one may stand in it, and what a range says. */
#pragma once

#include "vr-row-text.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * VrTextPoint:
 * @position: in the plan
 * @byte: of the text shown there
 *
 * A place between two characters of a column.
 */
typedef struct
{
  guint position;
  guint32 byte;
} VrTextPoint;

/** VrTextRange: from @from up to @to, which is not before it. */
typedef struct
{
  VrTextPoint from;
  VrTextPoint to;
} VrTextRange;

/**
 * VrTextStep: how far a step goes.
 * @VR_TEXT_STEP_CHARACTER: a grapheme
 * @VR_TEXT_STEP_WORD: one of the words that the comparison goes by: forwards to the end of a word,
 * backwards to its start, as GTK's texts do
 * @VR_TEXT_STEP_PARAGRAPH: forwards to the end of a paragraph, backwards to its start
 * @VR_TEXT_STEP_END: to the end of the column, or to its start
 */
typedef enum
{
  VR_TEXT_STEP_CHARACTER,
  VR_TEXT_STEP_WORD,
  VR_TEXT_STEP_PARAGRAPH,
  VR_TEXT_STEP_END,
} VrTextStep;

/**
 * VrColumn:
 *
 * The texts of one view of a plan, top to bottom.  Positions without text in this view, references
 * among them, are stepped over; the parts of a long paragraph follow each other without an end of
 * paragraph.  What it was asked for last is kept laid open, so that steps near each other are
 * cheap; not for use by several threads.
 */
typedef struct _VrColumn VrColumn;

VrColumn *vr_column_new (VrPairPlan *plan, VrRowView view) G_GNUC_WARN_UNUSED_RESULT;
void vr_column_free (VrColumn *self);

/** vr_column_get_plan: borrowed. */
VrPairPlan *vr_column_get_plan (const VrColumn *self);
VrRowView vr_column_get_view (const VrColumn *self);

/** vr_column_has_text: whether one may stand at @position.  Constant time. */
gboolean vr_column_has_text (const VrColumn *self, guint position);

/**
 * vr_column_find:
 * @direction: 1 or -1
 *
 * Returns: the first position from @position on, itself included, that has text; else
 *   %VR_PAIR_NONE
 */
guint vr_column_find (const VrColumn *self, guint position, int direction);

/**
 * vr_column_continues:
 *
 * Returns: whether the text at @position goes on with the paragraph that ends the text before it
 */
gboolean vr_column_continues (const VrColumn *self, guint position);

/** vr_column_peek_text: the text at @position, kept until another one is asked for. */
const VrRowText *vr_column_peek_text (VrColumn *self, guint position);

/** vr_column_get_n_bytes: of the text shown at @position; constant time where sides are apart. */
guint32 vr_column_get_n_bytes (VrColumn *self, guint position);

/** vr_column_get_all: Returns: whether there is any text; @range is all of it. */
gboolean vr_column_get_all (VrColumn *self, VrTextRange *range);

/**
 * vr_column_snap:
 * @direction: where to go from inside a character or the end of a paragraph: 1 or -1
 *
 * Returns: the nearest byte of the text at @position at which one may stand
 */
guint32 vr_column_snap (VrColumn *self, guint position, guint32 byte, int direction);

/** vr_column_compare: Returns: less than, equal to or greater than 0, as strcmp(). */
int vr_column_compare (VrTextPoint a, VrTextPoint b);

/**
 * vr_column_step:
 * @direction: 1 or -1, in the order of the text
 *
 * Returns: where a step from @point leads; @point itself where there is no more text
 */
VrTextPoint vr_column_step (VrColumn *self, VrTextPoint point, VrTextStep step, int direction);

/** vr_column_word_at: the word around @point, or the space or the mark. */
VrTextRange vr_column_word_at (VrColumn *self, VrTextPoint point);

/** vr_column_paragraph_at: the paragraph around @point, in whatever many parts. */
VrTextRange vr_column_paragraph_at (VrColumn *self, VrTextPoint point);

/** vr_column_clip: Returns: what of the text shown at @position, which has text, is in @range. */
VrSpan vr_column_clip (VrColumn *self, VrTextRange range, guint position);

/**
 * vr_column_dup_words:
 *
 * Returns: (transfer full): @range as one line, as it is shown
 */
char *vr_column_dup_words (VrColumn *self, VrTextRange range) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_column_dup_range:
 *
 * The bytes of the articles, an empty line between paragraphs, in the order of the article they are
 * from: a paragraph of the old one that moved stands where it stood.  Where both sides are in one
 * column these are the new article's, unless the range has removed words only.
 *
 * Returns: (transfer full): the text of @range
 */
char *vr_column_dup_range (VrColumn *self, VrTextRange range,
                           gsize *n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_column_to_source:
 * @side: (inout): the side wanted; where @point has only the other one, that
 *
 * Returns: the byte of that side's text at the position
 */
guint32 vr_column_to_source (VrColumn *self, VrTextPoint point, VrSide *side);

/** vr_column_from_source: the byte shown of byte @source of @side at @position. */
guint32 vr_column_from_source (VrColumn *self, guint position, VrSide side, guint32 source);

/**
 * vr_column_get_source_span:
 *
 * Returns: whether @span of the text shown at @position has any bytes of @side; @source spans them
 */
gboolean vr_column_get_source_span (VrColumn *self, guint position, VrSpan span, VrSide side,
                                    VrSpan *source);

/**
 * vr_column_peek_words:
 *
 * Returns: (element-type VrSpan): the words of the text at @position, as the comparison has them,
 *   without punctuation
 */
const GArray *vr_column_peek_words (VrColumn *self, guint position);

/** For vr-column-steps.c: log attributes of the text at @position, one more than characters. */
const PangoLogAttr *vr_column_peek_attributes (VrColumn *self, guint position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrColumn, vr_column_free)

G_END_DECLS
