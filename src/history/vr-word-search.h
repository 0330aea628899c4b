/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many rows of words a text has: all looked for at once. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrWordSearch:
 *
 * Rows of words, each word a number, as one machine (Aho and Corasick: Efficient String Matching,
 * 1975): a text is read once, however many rows are looked for.  For one thread at a time.
 */
typedef struct _VrWordSearch VrWordSearch;

VrWordSearch *vr_word_search_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_word_search_free (VrWordSearch *self);

/**
 * vr_word_search_add:
 * @n_words: at least one
 *
 * Adds a row; not behind vr_word_search_prepare().
 *
 * Returns: the row's number; the same row's is the same
 */
guint vr_word_search_add (VrWordSearch *self, const guint32 *words, guint n_words);

/** vr_word_search_prepare: to be called once all rows are added. */
void vr_word_search_prepare (VrWordSearch *self);

/** VrWordSearchFunc: row @number is there; called each time that it is. */
typedef void (*VrWordSearchFunc) (guint number, gpointer user_data);

/** vr_word_search_run: tells @func of the rows that stand anywhere in @words. */
void vr_word_search_run (const VrWordSearch *self, const guint32 *words, guint n_words,
                         VrWordSearchFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrWordSearch, vr_word_search_free)

G_END_DECLS
