/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that deny, by language; private to this layer. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/*
 * @words: as for vr_word_list_put ()
 * @parts: words that deny together with one of @words nearby, and alone where none is
 * @suffix, @prefix: (nullable): what makes a word deny, and what makes it a part; with a straight
 *   apostrophe, which stands for any
 */
typedef struct
{
  const char *language;
  const char *words;
  const char *parts;
  const char *suffix;
  const char *prefix;
} VrNegations;

/* (nullable): the list of @language; "und" has the commonest words of several. */
const VrNegations *vr_negations_find (const char *language);

/* Whether @key ends in the suffix, or starts with the prefix. */
gboolean vr_negations_has_suffix (const VrNegations *self, VrSlice key);
gboolean vr_negations_has_prefix (const VrNegations *self, VrSlice key);

G_END_DECLS
