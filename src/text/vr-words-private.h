/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader's words over ICU's cuts: segments, then the joins that make tokens of them. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrSegmentKind:
 * @VR_SEGMENT_WORD: starts with a letter, mark or underscore
 * @VR_SEGMENT_NUMBER: starts with a decimal digit
 * @VR_SEGMENT_CURRENCY: '$', '€' and all of Unicode's Sc
 * @VR_SEGMENT_HYPHEN: one of '-' U+2010 U+2011
 * @VR_SEGMENT_DASH: one of U+2012 to U+2015, or two or three hyphen-minuses
 * @VR_SEGMENT_MINUS: U+2212
 * @VR_SEGMENT_PERIOD: '.'
 * @VR_SEGMENT_ELLIPSIS: three periods in a row, or U+2026
 * @VR_SEGMENT_COLON: ':'
 * @VR_SEGMENT_SLASH: '/'
 * @VR_SEGMENT_AMPERSAND: '&'
 * @VR_SEGMENT_APOSTROPHE: ' or U+2018 U+2019 U+201B
 * @VR_SEGMENT_TAG: '@' or '#'
 * @VR_SEGMENT_CLOSE: what stands behind a word: , ; ! ? % ) ] and their kind
 * @VR_SEGMENT_OTHER: all else
 *
 * What the first character of a piece between two of ICU's cuts makes of it.
 */
typedef enum
{
  VR_SEGMENT_WORD,
  VR_SEGMENT_NUMBER,
  VR_SEGMENT_CURRENCY,
  VR_SEGMENT_HYPHEN,
  VR_SEGMENT_DASH,
  VR_SEGMENT_MINUS,
  VR_SEGMENT_PERIOD,
  VR_SEGMENT_ELLIPSIS,
  VR_SEGMENT_COLON,
  VR_SEGMENT_SLASH,
  VR_SEGMENT_AMPERSAND,
  VR_SEGMENT_APOSTROPHE,
  VR_SEGMENT_TAG,
  VR_SEGMENT_CLOSE,
  VR_SEGMENT_OTHER,
} VrSegmentKind;

/**
 * VrSegmentFlags:
 * @VR_SEGMENT_FOLDS: has a character that typographic folding may change
 * @VR_SEGMENT_WIDE: has a character beyond ASCII
 *
 * What may be told of a segment without reading it again.
 */
typedef enum
{
  VR_SEGMENT_FOLDS = 1 << 0,
  VR_SEGMENT_WIDE = 1 << 1,
} VrSegmentFlags;

/** VrSegment: bytes of one paragraph between two cuts; white space is in none. */
typedef struct
{
  guint32 from;
  guint32 to;
  guint8 kind;  /* VrSegmentKind */
  guint8 flags; /* VrSegmentFlags */
} VrSegment;

/** VrWords: cuts for one language; opens ICU's iterators when first needed. */
typedef struct _VrWords VrWords;

VrWords *vr_words_new (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void vr_words_free (VrWords *self);

/**
 * vr_words_cut_icu:
 * @from, @to: the bytes of @text to cut, from and up to white space or the text's ends
 * @segments: (element-type VrSegment): appended to
 */
void vr_words_cut_icu (VrWords *self, const char *text, guint32 from, guint32 to, GArray *segments);

/** vr_words_cut_characters: the same for grapheme clusters. */
void vr_words_cut_characters (VrWords *self, const char *text, guint32 from, guint32 to,
                              GArray *segments);

/**
 * vr_words_merge_runs:
 *
 * Makes one segment of "...", "--", "---" and longer rows of hyphen-minuses, in place from
 * number @first on.
 */
void vr_words_merge_runs (const char *text, GArray *segments, guint first);

/**
 * vr_words_join:
 * @segments: segments without white space between
 * @at: the first one of a token
 *
 * Returns: the number of the segment after the token's last one
 */
guint vr_words_join (const char *text, const VrSegment *segments, guint n_segments, guint at);

/**
 * vr_words_may_join:
 * @kinds: the bits 1 << VrSegmentKind of some segments that touch
 *
 * Returns: whether vr_words_merge_runs() or vr_words_join() may put any of them together
 */
static inline gboolean
vr_words_may_join (guint kinds)
{
  const guint always = 1 << VR_SEGMENT_CURRENCY | 1 << VR_SEGMENT_HYPHEN | 1 << VR_SEGMENT_MINUS
                       | 1 << VR_SEGMENT_PERIOD | 1 << VR_SEGMENT_AMPERSAND
                       | 1 << VR_SEGMENT_APOSTROPHE | 1 << VR_SEGMENT_TAG | 1 << VR_SEGMENT_SLASH;
  const guint in_numbers = 1 << VR_SEGMENT_DASH | 1 << VR_SEGMENT_COLON;
  return (kinds & always) != 0
         || ((kinds & in_numbers) != 0 && (kinds & 1 << VR_SEGMENT_NUMBER) != 0);
}

/** vr_words_kind: the kind a segment has that starts with the character @point. */
VrSegmentKind vr_words_kind (gint32 point);

/** vr_words_is_space: white space, the zero width one included: never part of a token. */
gboolean vr_words_is_space (gint32 point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrWords, vr_words_free)

G_END_DECLS
