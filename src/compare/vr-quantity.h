/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a number says, apart from how it is written; private to this layer. */
#pragma once

#include "vr-critical.h"
#include "vr-scale.h"

G_BEGIN_DECLS

/* As many numbers as a date, a time or a score has. */
#define VR_QUANTITY_MAX_PARTS 4

/*
 * A number as a reader takes it, with its signs and what stands right behind it: "-$5.0m", "5 %",
 * "1 000", "10–12".  Texts are told apart by hashes; 0 is none.
 *
 * @span: bytes of the row's text
 * @from, @to: its tokens
 * @digits: all of them, in any script; zeros in front of the first number are none
 * @shortest: the same without the zeros that end it behind a mark: equal for "5.0" and "5"
 * @n_digits: how many these are
 * @value: where it is one number only, its digits without zeros at either end, whatever the marks
 * @n_zeros: how many zeros end it
 * @n_behind_mark: how many digits, these zeros included, stand behind its last mark
 * @marks: which decimal points and thousands marks stand behind how many digits, spaces left out
 * @places: behind how many digits any of them stands, spaces included
 * @n_parts: how many numbers it is made of, with something else between them as in "10–12";
 *   VR_QUANTITY_MAX_PARTS + 1 for more than are kept
 * @cuts: how many digits each of these has, zeros in front not counted
 * @parts: these, with their marks
 */
typedef struct
{
  VrSpan span;
  guint32 from;
  guint32 to;
  guint64 digits;
  guint64 shortest;
  guint64 marks;
  guint64 places;
  guint64 cuts;
  guint64 currency;
  guint64 suffix; /* the letters behind it */
  gunichar percent;
  VrScale scale; /* of the suffix or of a word behind it */
  gboolean is_negative;
  gboolean has_spaces; /* among its marks */
  gboolean has_words;  /* letters that are neither: "11-year-old", "G7" */
  guint n_digits;
  guint64 value;
  guint n_zeros;
  guint n_behind_mark;
  guint n_parts;
  guint64 parts[VR_QUANTITY_MAX_PARTS];
  guint n_parts_found; /* opposite */
  guint parts_found;   /* bits */
  gboolean is_matched;
} VrQuantity;

/* Reads the number in bytes @span of @text. */
void vr_quantity_read (VrQuantity *self, VrSlice text, VrSpan span);

/*
 * What became of a number: the kind of critical change, or 0 for none.  @may_be_spelled: a word
 * stands beside the one of the two that lacks a sign or unit, and may spell it.
 */
guint vr_quantity_compare (const VrQuantity *a, const VrQuantity *b, gboolean may_be_spelled);

G_END_DECLS
