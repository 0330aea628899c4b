/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of many paragraphs as interned ids: what the engine compares. */
#pragma once

#include "vr-interner.h"

G_BEGIN_DECLS

/**
 * VrQuiet:
 * @VR_QUIET_TYPOGRAPHIC: curly or straight quotes, dash styles, ellipsis, ligatures, soft hyphens,
 *   a bullet before a paragraph (to the engine alone),
 *   canonically equivalent spellings of a character (NFC)
 * @VR_QUIET_SPACE: white space of another kind or amount
 * @VR_QUIET_CASE: upper or lower case; only by option
 * @VR_QUIET_PUNCTUATION: punctuation; only by option
 * @VR_QUIET_DATELINE: the place and agency that a text opens with; of the engine alone, tokens know
 *   nothing of it
 * @VR_QUIET_REPAIR: what one side had as mojibake; of the engine alone
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
  VR_QUIET_DATELINE = 1 << 4,
  VR_QUIET_REPAIR = 1 << 5,
} VrQuiet;

#define VR_QUIET_DEFAULT                                                                           \
  (VR_QUIET_TYPOGRAPHIC | VR_QUIET_SPACE | VR_QUIET_DATELINE | VR_QUIET_REPAIR)

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
 * text, only ids and offsets (8 bytes a token).  Texts of the same bytes share their tokens.  White
 * space, U+200B included, is never in a token: the bytes between one token's end and the next one's
 * start are the gap, and the engine treats it as quiet.
 *
 * With %VR_QUIET_SPACE not folded (strict), a gap is a token of its own, unless it is one U+0020
 * between two letters or digits that would be one word without it.  With %VR_QUIET_TYPOGRAPHIC,
 * characters that cannot be seen at the end of a token belong to the gap; with
 * %VR_QUIET_PUNCTUATION so do the tokens that vr_token_is_punctuation() names.
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
 * Words are ICU's cuts (UAX #29, with CLDR's dictionaries for scripts that set no spaces), white
 * space always apart.  These belong together where they touch, and all else stands as ICU cuts
 * it, each mark on its own:
 *
 * - three periods; two and more hyphen-minuses;
 * - letters with periods between, and the period behind: "U.S.", "p.m.", "Ph.D.";
 * - a sign, a currency, a decimal point and the number behind: "$5.0m", "-5", "-$5", ".5", with the
 *   letters in front of a currency, "US$5".  A hyphen or dash is a sign only where nothing that it
 *   could part stands before it;
 * - words and numbers with a hyphen between, or an apostrophe or '@' before a word: "e-mail",
 *   "U.S.-Russian", "1980's", "me@x.org"; words with '&' between: "AT&T";
 * - numbers with a dash, ':' or '/' between: "10–12", "10:30", "9/11";
 * - '#' or '@' and what is tagged;
 * - web addresses, less the marks behind them.
 *
 * Characters are grapheme clusters; of the above only the first rule holds for them, and a
 * ligature is not its letters.
 *
 * Returns: (transfer full): the tokens
 */
VrTokens *vr_tokens_new (const VrSlice *texts, guint n_texts, guint quiet, VrTokenUnit unit,
                         const char *language, VrInterner *interner) G_GNUC_WARN_UNUSED_RESULT;

void vr_tokens_unref (VrTokens *self);

/** vr_tokens_get_n: how many tokens there are over all different texts. */
guint32 vr_tokens_get_n (const VrTokens *self);

/** vr_tokens_peek_ids: vr_tokens_get_n() ids, one different text after the other; borrowed. */
const guint32 *vr_tokens_peek_ids (const VrTokens *self);

/** vr_tokens_peek_starts: byte offset of each token from the start of its own text; borrowed. */
const guint32 *vr_tokens_peek_starts (const VrTokens *self);

/** vr_tokens_peek_numbers: for each text its number: from 0, the same for the same bytes; borrowed.
 */
const guint32 *vr_tokens_peek_numbers (const VrTokens *self);

/** vr_tokens_get_n_numbers: how many different texts there are. */
guint32 vr_tokens_get_n_numbers (const VrTokens *self);

/** vr_tokens_peek_firsts: vr_tokens_get_n_numbers() + 1 positions: the text with number i has
 * tokens firsts[i] up to firsts[i + 1]; borrowed. */
const guint32 *vr_tokens_peek_firsts (const VrTokens *self);

/**
 * vr_tokens_get_end:
 * @text: a text that has token @index
 * @text_index: where it stands in the list that vr_tokens_new() got
 *
 * Returns: the byte offset in @text at which token @index (counted over all different texts) ends;
 * the white space behind it is not part of it
 */
guint32 vr_tokens_get_end (const VrTokens *self, VrSlice text, guint text_index, guint32 index);

/**
 * vr_tokens_quiet_between:
 * @a, @b: two slices that have equal keys (or two gaps)
 *
 * Returns: the VrQuiet classes that tell @a from @b; %VR_QUIET_NONE where the bytes are equal
 */
guint vr_tokens_quiet_between (VrSlice a, VrSlice b);

/**
 * vr_token_is_punctuation: whether a token's text is punctuation only ('?', '--', '"').  Percent,
 * '&', '#', '@', the section sign, currency and mathematical signs are no punctuation.
 */
gboolean vr_token_is_punctuation (VrSlice token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrTokens, vr_tokens_unref)

G_END_DECLS
