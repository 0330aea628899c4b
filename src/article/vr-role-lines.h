/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a paragraph looks like to who asks whether it is text or furniture: length, letters, marks,
 * place. */
#pragma once

#include "vr-paragraphs.h"
#include "vr-role-phrases.h"

G_BEGIN_DECLS

/** VrRoleLineEnd: what a line ends in, closing quotes and brackets aside. */
typedef enum
{
  VR_ROLE_LINE_OPEN, /* a letter, a digit */
  VR_ROLE_LINE_STOP,
  VR_ROLE_LINE_ASKS, /* ? and ! */
  VR_ROLE_LINE_COLON,
  VR_ROLE_LINE_DOTS,
  VR_ROLE_LINE_MARK, /* anything else */
  VR_N_ROLE_LINE_ENDS,
} VrRoleLineEnd;

/** VrRoleLineStart: what a line starts with, a bullet aside. */
typedef enum
{
  VR_ROLE_LINE_UPPER,
  VR_ROLE_LINE_LOWER,
  VR_ROLE_LINE_CASELESS,
  VR_ROLE_LINE_DIGIT,
  VR_ROLE_LINE_QUOTE,
  VR_ROLE_LINE_SIGN,
  VR_N_ROLE_LINE_STARTS,
} VrRoleLineStart;

/**
 * VrRoleLine:
 * @hash: of its bytes
 * @n_cells: characters, those of wide scripts twice
 * @n_words, @n_lower, @n_upper: how many start with a small letter, and with a capital
 * @n_stops: ends of sentences inside and at the end
 * @n_bars: separators of menus: | / · > and runs of spaces
 * @n_wide: letters of scripts that are written without spaces
 * @n_glued: small letters right before capitals, as where a copy lost what stood between
 * @gap_before, @gap_after: blank lines, 2 for more
 * @is_bullet, @is_indented: as it stands in the source
 * @is_caps: no small letter, and two capitals at least
 * @has_credit: ends in what names a picture's source: "[EPA]", "/Getty Images"
 * @has_year, @has_time, @has_address: "2019"; "4:23"; "www.", "@", "http:"
 * @is_prose: sentences long enough for text
 * @is_last: of the text
 * @repeats_before, @repeats_after: the neighbour has the same bytes
 * @n_repeats: how many others in the text have
 */
typedef struct
{
  guint64 hash;
  VrRoleHits hits;
  guint32 n_cells;
  guint16 n_words, n_lower, n_upper, n_digits, n_letters, n_commas, n_stops, n_bars, n_glued,
      n_wide;
  guint16 n_repeats;
  guint8 end, start;
  guint8 gap_before, gap_after;
  guint is_bullet : 1;
  guint is_indented : 1;
  guint is_caps : 1;
  guint has_credit : 1;
  guint has_year : 1;
  guint has_time : 1;
  guint has_address : 1;
  guint is_prose : 1;
  guint is_last : 1;
  guint repeats_before : 1;
  guint repeats_after : 1;
} VrRoleLine;

/** vr_role_line_measure: everything but what needs the neighbours; reads no more than some
 * kilobytes of a paragraph. */
void vr_role_line_measure (VrRoleLine *self, const VrParagraphs *paragraphs, guint index,
                           guint32 languages);

/** vr_role_lines_measure: Returns: (transfer full) (array): all of them */
VrRoleLine *vr_role_lines_measure (const VrParagraphs *paragraphs, guint32 languages);

G_END_DECLS
