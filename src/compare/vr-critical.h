/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical changes: small differences that turn the meaning. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/** VR_N_CRITICAL: how many kinds VrCritical has. */
#define VR_N_CRITICAL 6

/**
 * VrCritical:
 * @VR_CRITICAL_NUMBER: another number, currency sign or percent sign ("11" to "12", "$5" to "€5",
 * "5 million" to "5 billion"); other numbers in words are not read
 * @VR_CRITICAL_DECIMAL: the same digits with a decimal point or thousands mark moved, put in or
 *   taken out ("5.0" to "50", "1,000" to "1.000")
 * @VR_CRITICAL_SIGN: a minus sign put on or taken off
 * @VR_CRITICAL_NEGATION: a word that denies came or went ("not", "never", "without")
 * @VR_CRITICAL_END_MARK: a question or exclamation mark came, went, or became another mark
 * @VR_CRITICAL_QUOTES: quotation marks put around words that stay, or taken off them
 *
 * A bit set.
 *
 * They are looked for in rows with both sides, and there only in local edits: inside sentences that
 * have a counterpart.  A sentence that was added or removed as a whole has none, but a short one
 * removed where a short one was added is taken for its counterpart.  Inside a counterpart:
 *
 * - numbers deleted and inserted by one edit are paired: equal ones first, then those with the same
 *   digits, those of the same unit and length, and in edits with at most three words on a side the
 *   rest in order.  Equal ones are no change, however they are written ("1,500,000" and "1.5
 *   million", "½" and "1/2"), nor are numbers whose parts are all found opposite ("10–12" to "10 to
 *   12").  Two that change places within a phrase did change ("from 5 to 10").
 *   A number without a counterpart counts only where the edit is nothing but that number, behind a
 *   word, and the row does not have it elsewhere.
 * - words that deny are weighed against each other; those in excess count where their side of the
 *   edit has at most three words more than the other, one of the two at most four, and they did
 *   not go elsewhere in the row together with the word behind them.  Question and exclamation marks
 *   that only one side has are held to the same.
 * - what the comparison is told to ignore is never critical, and quiet differences are not, strict
 *   or not.
 */
typedef enum
{
  VR_CRITICAL_NUMBER = 1 << 0,
  VR_CRITICAL_DECIMAL = 1 << 1,
  VR_CRITICAL_SIGN = 1 << 2,
  VR_CRITICAL_NEGATION = 1 << 3,
  VR_CRITICAL_END_MARK = 1 << 4,
  VR_CRITICAL_QUOTES = 1 << 5,
} VrCritical;

/**
 * VrCriticalChange:
 * @kind: one bit
 * @old_span, @new_span: bytes of the row's text on either side (vr_comparison_dup_row_text()):
 *   the number, word or mark; for %VR_CRITICAL_QUOTES the marks and what they enclose.  Empty, and
 *   at its place, on a side that has none.
 */
typedef struct
{
  VrCritical kind;
  VrSpan old_span;
  VrSpan new_span;
} VrCriticalChange;

/** vr_critical_get_nick: of bit number @bit of VrCritical, untranslated as in the JSON; static. */
const char *vr_critical_get_nick (guint bit);

G_END_DECLS
