/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that was UTF-8, was read as another codec, and is put right again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrRepairedRun: one repaired run, a word or so.
 * @from, @to: its bytes in the repaired text
 * @source_from, @source_to: its bytes in the text before the repair
 * @codec: static: what its UTF-8 had been read as ("windows-1252", "IBM852"); several layers, the
 *   outermost first, are joined by "+"; "C1 (windows-1252)" or "C1 (macintosh)" for bytes of these
 * that had become C1 control characters
 *
 * All that stands outside of the runs is the same bytes in both texts.
 */
typedef struct
{
  guint32 from, to;
  guint32 source_from, source_to;
  const char *codec;
} VrRepairedRun;

/**
 * vr_mojibake_repair:
 * @text: valid UTF-8
 * @n_bytes: below 2^32
 * @n_repaired: (out): length of the repaired text
 * @repairs: (out) (transfer full) (optional): an array of VrRepairedRun, in order; %NULL with %NULL
 *
 * Undoes mojibake line by line (a line of more than 16 KiB in pieces): UTF-8 that was read as one
 * of 32 codecs, in whole lines or in single words, in several layers, with bytes lost on the way
 * (A0 become a space, others "?" or U+FFFD), CESU-8, and C1 controls that should be windows-1252's
 * punctuation.  Whatever is not mojibake stays as it is, to the byte.  What is repaired a second
 * time stays the same; what would take more than 15 layers is noise and stays, too.
 *
 * A run is repaired where undoing the codec gives valid UTF-8 and what comes out is less odd (see
 * vr-plausibility.h) than what was there.  The classes of characters and their odd neighbours
 * follow what ftfy 6 found out about text in the wild; the strict round trip through many codecs is
 * ours.
 *
 * Linear time; clean text is read at some hundred MB/s and nothing is allocated for it.
 *
 * Returns: (transfer full) (nullable): the repaired text, or %NULL where nothing is to be repaired
 */
char *vr_mojibake_repair (const char *text, gsize n_bytes, gsize *n_repaired,
                          GArray **repairs) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
