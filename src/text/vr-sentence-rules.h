/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a sentence ends at one mark: UAX #29's rules, then ours on top. */
#pragma once

#include "vr-abbreviations.h"

G_BEGIN_DECLS

/* What vr_sentence_traits() returns: the class in the low bits, and these. */
#define VR_SENTENCE_CLASS_BITS 0x1F
#define VR_SENTENCE_LETTER 0x20
#define VR_SENTENCE_DIGIT 0x40

/**
 * vr_sentence_traits: a character's Sentence_Break property as ICU's USentenceBreak, and whether it
 * is a letter (or mark on one) or a digit.
 */
guint8 vr_sentence_traits (gint32 point);

/* The Sentence_Break property alone. */
static inline guint
vr_sentence_class (gint32 point)
{
  return vr_sentence_traits (point) & VR_SENTENCE_CLASS_BITS;
}

/** vr_sentence_is_separator: whether the class is one of Sep, CR and LF. */
gboolean vr_sentence_is_separator (guint class);

/**
 * vr_sentence_end_after:
 * @at: where a mark stands that ends sentences, or an ellipsis, which is taken as a period is
 *
 * The rules SB6 to SB11 of UAX #29, Unicode 15.
 *
 * Returns: where the sentence ends that this mark closes, white space behind it included; 0 where
 * it closes none, or only a separator or the end of the text does so
 */
guint32 vr_sentence_end_after (VrSlice text, guint32 at);

/**
 * vr_sentence_refine:
 * @abbreviations: the language's
 * @start, @end: a sentence as UAX #29 cuts it, not the text's last one
 *
 * What a reader knows beyond UAX #29: abbreviations, initials and ordinals go on; '"Really?" he
 * asked.' is one sentence; a mark inside a word or an address ends nothing; a note like "[1]"
 * belongs to the sentence before it.
 *
 * Returns: where the sentence ends, @end or a little behind it; 0 if it goes on
 */
guint32 vr_sentence_refine (const VrAbbreviations *abbreviations, VrSlice text, guint32 start,
                            guint32 end);

/**
 * vr_sentence_is_inner_period:
 * @start: where the sentence starts
 * @mark: where a period stands, with nothing but white space up to @end
 *
 * Returns: whether the period belongs to an abbreviation, initial, ordinal or list number, and
 * the sentence goes on behind @end
 */
gboolean vr_sentence_is_inner_period (const VrAbbreviations *abbreviations, VrSlice text,
                                      guint32 start, guint32 mark, guint32 end);

G_END_DECLS
