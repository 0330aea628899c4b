/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the terms of a pairing's explanation are called, and mean. */
#include "vr-report-terms.h"

#include <glib/gi18n-lib.h>

const char *
vr_report_term_get_name (VrAlignTerm term)
{
  static const char *const names[VR_ALIGN_N_TERMS] = {
    [VR_ALIGN_TERM_EXACT] = N_ ("Same Text"),
    [VR_ALIGN_TERM_PINNED] = N_ ("Paired by Hand"),
    [VR_ALIGN_TERM_WORDS] = N_ ("Rare Words Shared"),
    [VR_ALIGN_TERM_LETTERS] = N_ ("Letters Shared"),
    [VR_ALIGN_TERM_ORDER] = N_ ("Words in the Same Order"),
    [VR_ALIGN_TERM_CONTAINED] = N_ ("One Inside the Other"),
    [VR_ALIGN_TERM_PLACE] = N_ ("Place in the Text"),
    [VR_ALIGN_TERM_NEIGHBOURS] = N_ ("Neighbours Paired"),
    [VR_ALIGN_TERM_RIVALS] = N_ ("No Better Match"),
    [VR_ALIGN_TERM_LENGTH] = N_ ("Length"),
  };

  g_return_val_if_fail ((guint)term < VR_ALIGN_N_TERMS, "");
  return _ (names[term]);
}

const char *
vr_report_term_get_meaning (VrAlignTerm term)
{
  static const char *const meanings[VR_ALIGN_N_TERMS] = {
    [VR_ALIGN_TERM_EXACT] = N_ ("The two are the same but for quiet differences."),
    [VR_ALIGN_TERM_PINNED] = N_ ("A reader said that the two belong together."),
    [VR_ALIGN_TERM_WORDS] =
        N_ ("Both have the same words; a word that is rare in the articles weighs more."),
    [VR_ALIGN_TERM_LETTERS] =
        N_ ("Both have the same runs of letters, so words that only changed their form count."),
    [VR_ALIGN_TERM_ORDER] = N_ ("The words that both have stand in the same order."),
    [VR_ALIGN_TERM_CONTAINED] = N_ ("Nearly all words of one are found in the other."),
    [VR_ALIGN_TERM_PLACE] =
        N_ ("The two stand at the same place between paragraphs that are surely paired."),
    [VR_ALIGN_TERM_NEIGHBOURS] = N_ ("What stands before and after them is paired as well."),
    [VR_ALIGN_TERM_RIVALS] = N_ ("No other paragraph fits either of them as well."),
    [VR_ALIGN_TERM_LENGTH] = N_ ("How long the two are."),
  };

  g_return_val_if_fail ((guint)term < VR_ALIGN_N_TERMS, "");
  return _ (meanings[term]);
}
