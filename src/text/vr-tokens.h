/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of many paragraphs as interned ids: what the engine compares. */
#pragma once

#include "vr-interner.h"

G_BEGIN_DECLS

/**
 * VrQuiet:
 * @VR_QUIET_TYPOGRAPHIC: curly or straight quotes, dash styles, ellipsis, ligatures, soft hyphens,
 *   canonically equivalent spellings of a character (NFC)
 * @VR_QUIET_SPACE: white space of another kind or amount
 * @VR_QUIET_CASE: upper or lower case; only by option
 * @VR_QUIET_PUNCTUATION: punctuation; only by option
 *
 * Classes of differences that compare equal, stay visible and are counted.  A bit set.  Never
 * quiet: digits, '.' against '?' or '!', quotes added or removed, minus signs, currency.
 */
typedef enum
{
  VR_QUIET_NONE = 0,
  VR_QUIET_TYPOGRAPHIC = 1 << 0,
  VR_QUIET_SPACE = 1 << 1,
  VR_QUIET_CASE = 1 << 2,
  VR_QUIET_PUNCTUATION = 1 << 3,
} VrQuiet;

#define VR_QUIET_DEFAULT (VR_QUIET_TYPOGRAPHIC | VR_QUIET_SPACE)

/**
 * VrTokenUnit:
 * @VR_UNIT_WORD: a reader's words, punctuation marks on their own
 * @VR_UNIT_CHARACTER: grapheme clusters
 */
typedef enum
{
  VR_UNIT_WORD,
  VR_UNIT_CHARACTER,
} VrTokenUnit;

/**
 * VrTokens:
 *
 * The tokens of a list of paragraphs ("texts").  Immutable and atomically ref-counted; holds no
 * text, only ids and offsets (8 bytes a token).  White space is never a token: the bytes between
 * one token's end and the next one's start are the gap, and the engine treats it as quiet.  With
 * %VR_QUIET_SPACE not folded (strict), a gap other than one U+0020 is a token of its own.
 */
typedef struct _VrTokens VrTokens;

/**
 * vr_tokens_new:
 * @texts: valid UTF-8 without NUL; read during the call only
 * @quiet: VrQuiet bits that fold, i.e. compare equal
 * @unit: words or characters
 * @language: for ICU's dictionaries, e.g. "en"; "und" for none
 * @interner: shared by the two sides of a comparison; the keys put are the folded bytes
 *
 * Words are ICU's (UAX #29 with CLDR's dictionaries) with a reader's words on top: "$5.0m",
 * "1,200", "U.S.-Russian", "e-mail" whole, punctuation on its own.
 *
 * Returns: (transfer full): the tokens
 */
VrTokens *vr_tokens_new (const VrSlice *texts, guint n_texts, guint quiet, VrTokenUnit unit,
                         const char *language, VrInterner *interner) G_GNUC_WARN_UNUSED_RESULT;

VrTokens *vr_tokens_ref (VrTokens *self);
void vr_tokens_unref (VrTokens *self);

/** vr_tokens_get_n: how many tokens there are over all texts. */
guint32 vr_tokens_get_n (const VrTokens *self);

/** vr_tokens_peek_ids: vr_tokens_get_n() ids, all texts one after the other; borrowed. */
const guint32 *vr_tokens_peek_ids (const VrTokens *self);

/** vr_tokens_peek_starts: byte offset of each token from the start of its own text; borrowed. */
const guint32 *vr_tokens_peek_starts (const VrTokens *self);

/** vr_tokens_peek_firsts: n_texts + 1 positions: text i has tokens firsts[i] up to firsts[i + 1].
 */
const guint32 *vr_tokens_peek_firsts (const VrTokens *self);

/**
 * vr_tokens_get_end:
 * @text: the paragraph that token @index is in
 * @text_index: its number
 *
 * Returns: the byte offset in @text at which token @index (counted over all texts) ends; the
 * white space behind it is not part of it
 */
guint32 vr_tokens_get_end (const VrTokens *self, VrSlice text, guint text_index, guint32 index);

/**
 * vr_tokens_quiet_between:
 * @a, @b: two slices that have equal keys (or two gaps)
 *
 * Returns: the VrQuiet classes that tell @a from @b; %VR_QUIET_NONE where the bytes are equal
 */
guint vr_tokens_quiet_between (VrSlice a, VrSlice b);

/** vr_token_is_punctuation: whether a token's text is punctuation only ('?', '--', '"'). */
gboolean vr_token_is_punctuation (VrSlice token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrTokens, vr_tokens_unref)

G_END_DECLS
