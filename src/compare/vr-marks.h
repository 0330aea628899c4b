/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on numbers, and how many stand before one; private to this layer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What few of many have takes no room for the others: those that have it are marked, and the
 * value of a marked number stands at vr_marks_get_before() in an array of its own.  (Rank and
 * select as in Jacobson 1989, with 64 numbers a block: 1.5 bits a number.)
 */
typedef struct
{
  guint64 *words;
  guint32 *before; /* marks in all words before one; zero until vr_marks_count () */
  guint32 n_words;
} VrMarks;

/* For the numbers from 0 up to, not including, @n; none is marked. */
void vr_marks_init (VrMarks *self, guint32 n);
void vr_marks_clear (VrMarks *self);

/* To be called when all is marked and before anything is asked about order; how many there are. */
guint32 vr_marks_count (VrMarks *self);

/* Mark number @rank, from 0, or where @marked is FALSE, number without a mark. */
guint32 vr_marks_find (const VrMarks *self, guint32 rank, gboolean marked);

static inline void
vr_marks_add (VrMarks *self, guint32 number)
{
  self->words[number / 64] |= G_GUINT64_CONSTANT (1) << (number % 64);
}

static inline gboolean
vr_marks_has (const VrMarks *self, guint32 number)
{
  return self->words[number / 64] >> (number % 64) & 1;
}

/* How many marks stand before @number, which may be one behind the last. */
static inline guint32
vr_marks_get_before (const VrMarks *self, guint32 number)
{
  guint64 below = self->words[number / 64] & ((G_GUINT64_CONSTANT (1) << (number % 64)) - 1);

  return self->before[number / 64] + (guint32)__builtin_popcountll (below);
}

G_END_DECLS
