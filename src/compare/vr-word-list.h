/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of words that a comparison treats in its own way; private to this layer. */
#pragma once

#include "vr-interner.h"

G_BEGIN_DECLS

/*
 * Interns each word of @list, which has a space before, between and behind its words, as it stands
 * inside and at the start of a sentence, with @in_capitals also all in capitals, and appends its
 * ids (guint32).
 */
void vr_word_list_put (const char *list, gboolean in_capitals, VrInterner *interner, GArray *ids);

G_END_DECLS
