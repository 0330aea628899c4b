/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which encoding makes the most of bytes: the one in which they are the shortest to tell. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrCharsetGuess:
 * @charset: its name; static
 * @language: whose letters it has, as data/letters names it; static
 * @cost: of telling the bytes looked at, in quarters of a bit
 * @n_bytes: how many those are
 */
typedef struct
{
  const char *charset;
  const char *language;
  gint64 cost;
  gsize n_bytes;
} VrCharsetGuess;

/**
 * vr_charset_guess_all:
 * @data: what is not UTF-8
 *
 * Looks at the lines with bytes beyond ASCII, 32 KB of them at most, tags left out, and asks of
 * every encoding and language how likely each character is behind the one before it; what makes the
 * bytes likeliest is the best (minimum description length, Rissanen 1978).  The likelihoods are our
 * own counts, see data/letters.
 *
 * Returns: (transfer full) (element-type VrCharsetGuess): one for each encoding that the bytes may
 *   be in, the best first
 */
GArray *vr_charset_guess_all (const guint8 *data, gsize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/** vr_charset_guess_choose: the best one's name; %NULL where not even that makes sense. */
const char *vr_charset_guess_choose (GArray *guesses);

/** vr_charset_guess_refutes: whether @charset makes far less of the bytes than the best one. */
gboolean vr_charset_guess_refutes (GArray *guesses, const char *charset);

G_END_DECLS
