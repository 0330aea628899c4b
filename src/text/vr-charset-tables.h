/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What embed-letters.py makes of data/letters: encodings, and what is usual in which language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VR_CODEPAGE_LETTER,
  VR_CODEPAGE_MARK,
  VR_CODEPAGE_BLANK,      /* the no-break space */
  VR_CODEPAGE_TYPOGRAPHY, /* quotes, dashes */
  VR_CODEPAGE_SIGN,       /* what people do type: degrees, currencies, fractions */
  VR_CODEPAGE_RARE,
  VR_CODEPAGE_BOX, /* what DOS drew frames with */
  VR_CODEPAGE_CONTROL,
  VR_CODEPAGE_HOLE,
} VrCodepageKind;

/**
 * VrCodepageCharacter:
 * @c: the character; the table is in their order and starts with ASCII
 * @lower: the place of its lower case in the table; its own where it has none
 * @script: a number, the same for all letters of a script
 * @letter_case: 1 for capitals, 2 for small letters, else 0
 */
typedef struct
{
  guint16 c;
  guint16 lower;
  guint8 kind;
  guint8 script;
  guint8 letter_case;
} VrCodepageCharacter;

/**
 * VrCodepage: an encoding of one byte a character
 * @languages: a bit for each of vr_letter_statistics that can be written in it
 * @high: for bytes from 0x80 on, the place in vr_codepage_characters
 */
typedef struct
{
  const char *name;
  guint64 languages;
  guint16 high[128];
} VrCodepage;

/**
 * VrLetterStatistics: which letter follows which in a language
 * @n_classes: class 0 is white space, 1 what else is no letter, 2 a letter not in @alphabet, from
 *   3 on @alphabet
 * @costs: @n_classes rows, a row for the letter before: quarters of a bit, 63 at most
 */
#define VR_CLASS_SPACE 0
#define VR_CLASS_SIGN 1
#define VR_CLASS_FOREIGN 2
#define VR_CLASS_ALPHABET 3

typedef struct
{
  const char *language;
  guint8 script;
  guint8 n_classes;
  const guint16 *alphabet;
  const guint8 *costs;
} VrLetterStatistics;

/** VrDoubleTable: bits that each pair of bytes costs; VR_DOUBLE_HOLE where it is no character. */
typedef struct
{
  guint8 first_lead, last_lead;
  guint8 first_trail, last_trail;
  const guint8 *cells;
} VrDoubleTable;

#define VR_DOUBLE_HOLE 40

typedef enum
{
  VR_DOUBLE_SHIFT_JIS,
  VR_DOUBLE_EUC_JP,
  VR_DOUBLE_GB18030,
  VR_DOUBLE_BIG5,
  VR_DOUBLE_EUC_KR,
  VR_DOUBLE_JOHAB,
  VR_N_DOUBLES,
} VrDouble;

extern const VrCodepageCharacter vr_codepage_characters[];
extern const guint vr_n_codepage_characters;
extern const VrCodepage vr_codepages[];
extern const guint vr_n_codepages;
extern const VrLetterStatistics vr_letter_statistics[];
extern const guint vr_n_letter_statistics;
extern const VrDoubleTable vr_double_tables[];

G_END_DECLS
