/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phrases by which an article speaks of itself, by language; for src/history only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrRemarkWords:
 * @language: ISO 639-1
 * @heads: open a note where a colon, a dash, a date or nothing follows
 * @openings: open a note whatever follows
 * @subjects: what a note speaks of, anywhere in its sentence
 * @verbs: what it says of a subject in front of them
 * @versions: make a note by themselves, anywhere in its sentence
 * @updated: open the line that says when the article was changed
 * @by: the little word in front of an author's name
 * @credits: open a line that says who wrote it, or when it came out
 * @furniture: open a line that belongs to the page
 * @dates: days, months and what else a date has
 * @words: words that one letter turns into others
 *
 * Phrases are parted by '|', and as vr_pattern_fold() leaves them but for its spelling of accents.
 */
typedef struct
{
  const char *language;
  const char *heads;
  const char *openings;
  const char *subjects;
  const char *verbs;
  const char *versions;
  const char *updated;
  const char *by;
  const char *credits;
  const char *furniture;
  const char *dates;
  const char *words;
} VrRemarkWords;

/** vr_remark_words_get: number @index, or %NULL behind the last one; static. */
const VrRemarkWords *vr_remark_words_get (guint index);

G_END_DECLS
