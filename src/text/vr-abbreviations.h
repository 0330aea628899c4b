/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Abbreviations of one language, from the lists in data/abbreviations. */
#pragma once

#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrAbbreviationKind:
 * @VR_ABBREVIATION_NONE: not in the list
 * @VR_ABBREVIATION_NEVER: never ends a sentence
 * @VR_ABBREVIATION_EITHER: ends one only before a starter
 * @VR_ABBREVIATION_NUMBER: goes on before a number only
 * @VR_ABBREVIATION_STARTER: no abbreviation: a word that starts sentences
 */
typedef enum
{
  VR_ABBREVIATION_NONE,
  VR_ABBREVIATION_NEVER,
  VR_ABBREVIATION_EITHER,
  VR_ABBREVIATION_NUMBER,
  VR_ABBREVIATION_STARTER,
} VrAbbreviationKind;

/** VrAbbreviationSource: a list as it stands in the program; the last one has no language. */
typedef struct
{
  const char *language;
  const char *list;
} VrAbbreviationSource;

extern const VrAbbreviationSource vr_abbreviation_sources[];

/** VrAbbreviations: a list that words can be looked up in; immutable. */
typedef struct _VrAbbreviations VrAbbreviations;

/**
 * vr_abbreviations_get:
 * @language: an ISO 639-1 code; what follows in a longer tag ("de-CH", "de_CH") is not looked at
 *
 * Reads a list when it is first asked for.  May be called from any thread.
 *
 * Returns: the language's list, an empty one where there is none; static
 */
const VrAbbreviations *vr_abbreviations_get (const char *language);

/** vr_abbreviations_are_known: whether the language has a list. */
gboolean vr_abbreviations_are_known (const VrAbbreviations *self);

/** vr_abbreviations_have_ordinals: whether "16." is an ordinal number in the language. */
gboolean vr_abbreviations_have_ordinals (const VrAbbreviations *self);

/**
 * vr_abbreviations_find:
 * @word: without its last period
 *
 * Also finds a capitalised or upper-case @word by its entry in small letters.
 *
 * Returns: what the list calls it, never %VR_ABBREVIATION_STARTER
 */
VrAbbreviationKind vr_abbreviations_find (const VrAbbreviations *self, VrSlice word);

/** vr_abbreviations_is_starter: whether sentences often start with @word. */
gboolean vr_abbreviations_is_starter (const VrAbbreviations *self, VrSlice word);

G_END_DECLS
