/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which languages in Latin letters a text may be in, by the little words that each is full of. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * vr_function_words_rank:
 * @sample: valid UTF-8
 * @names: (out): the likeliest languages, best first, %NULL behind the last; static
 * @n_names: how many at most; @names has room for one more
 *
 * Languages that have less than a third of the best one's words are left out.
 *
 * Returns: how many of 100 words in @sample are the best one's
 */
guint vr_function_words_rank (const GString *sample, const char **names, guint n_names);

G_END_DECLS
