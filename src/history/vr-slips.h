/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of words that say nothing else: mended characters, mended spelling; for src/history
 * only. */
#pragma once

#include "vr-comparison.h"
#include "vr-remarks.h"

G_BEGIN_DECLS

/** VrSlips: what has to be known of both articles to tell a misprint from another word. */
typedef struct _VrSlips VrSlips;

/** vr_slips_new: @comparison and @remarks must outlive it; the articles are read when needed. */
VrSlips *vr_slips_new (const VrComparison *comparison,
                       const VrRemarks *remarks) G_GNUC_WARN_UNUSED_RESULT;
void vr_slips_free (VrSlips *self);

/**
 * vr_slips_is_repair:
 *
 * Whether the two differ only in what went wrong with a character: an encoding read as another,
 * a replacement character or question mark for a letter, HTML's names of characters.
 */
gboolean vr_slips_is_repair (VrSlice old_text, VrSlice new_text);

/**
 * vr_slips_is_typo:
 *
 * Whether the words of the two are the same words, some misspelt on one side: another case, other
 * accents, joined or parted, or each at a distance of one (from eight letters on, of two) by
 * Damerau and Levenshtein ("A technique for computer detection and correction of spelling errors",
 * 1964) as misprints are: no other first letter, no other ending, no word put in front.  Words with
 * digits, words that are known or stand on the other side too, and names, unless that name stands
 * on both sides, are never misprints.
 */
gboolean vr_slips_is_typo (VrSlips *self, VrSlice old_text, VrSlice new_text);

/** vr_slips_is_doubled: whether the word at @span of @text stands right beside it too: "the the".
 */
gboolean vr_slips_is_doubled (const char *text, VrSpan span);

/** vr_slips_is_wordless: whether @text has neither letter nor digit. */
gboolean vr_slips_is_wordless (VrSlice text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrSlips, vr_slips_free)

G_END_DECLS
