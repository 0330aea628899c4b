/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that a page's furniture is made of, from the lists in data/roles: "Skip to content", "Lesen
 * Sie auch". */
#pragma once

#include "vr-role.h"
#include "vr-span.h"

G_BEGIN_DECLS

/**
 * VrRolePlace:
 * @VR_ROLE_PLACE_WHOLE: a line says nothing else
 * @VR_ROLE_PLACE_HEAD: a line begins with it
 * @VR_ROLE_PLACE_INSIDE: it stands anywhere in a line
 */
typedef enum
{
  VR_ROLE_PLACE_WHOLE,
  VR_ROLE_PLACE_HEAD,
  VR_ROLE_PLACE_INSIDE,
  VR_N_ROLE_PLACES,
} VrRolePlace;

/**
 * VrRolePhrase: an entry of the lists.
 * @text: where its bytes stand in vr_role_phrase_texts
 * @languages: bits of the languages that have it, in the order of vr_role_phrase_languages
 * @roles: what a line is with it in each place; %VR_N_ROLES where that says nothing
 * @is_maybe: other texts have such lines too
 * @is_block: it speaks for the lines below it
 * @is_pointer: it is furniture in any text
 * @is_label: only in capitals it says so
 */
typedef struct
{
  guint32 text;
  guint32 languages;
  guint8 n_bytes;
  guint8 roles[VR_N_ROLE_PLACES];
  guint8 is_maybe;
  guint8 is_block;
  guint8 is_pointer;
  guint8 is_label;
} VrRolePhrase;

extern const char vr_role_phrase_texts[];
extern const VrRolePhrase vr_role_phrases[];
extern const guint32 vr_role_phrase_mask;
extern const guint16 vr_role_phrase_slots[]; /* hash to 1 + place in vr_role_phrases */
extern const guint8 vr_role_phrase_first[];  /* bits of the hashes of first words */
extern const char *const vr_role_phrase_languages[];

/**
 * VrRoleHits: what of the lists is in a line.
 * @roles: what the longest one in each place says; %VR_N_ROLES for none
 * @is_maybe, @is_block: of a whole line
 * @is_pointer: of a whole line or its start
 * @n_words: in the line, as far as it was read
 * @n_covered: how many of them belong to entries that would be a whole line of furniture: of "Terms
 *   of Use Privacy Policy" all
 * @n_spans: how many entries those are
 * @has_sure: whether one of them is no maybe
 * @ends_in_credit: a picture's source is its end: "The bridge on Monday. Photo: Jonas Kiel"
 * @starts_as_byline: its first word is one that alone says who wrote it: "by"
 */
typedef struct
{
  guint8 roles[VR_N_ROLE_PLACES];
  guint8 is_maybe;
  guint8 is_block;
  guint8 is_pointer;
  guint16 n_words;
  guint16 n_covered;
  guint16 n_spans;
  guint8 has_sure;
  guint8 ends_in_credit;
  guint8 starts_as_byline;
} VrRoleHits;

/** vr_role_phrases_get_languages: the bits of @language and of English, in which pages of every
 * language have some; all bits where it is %NULL or there is no list of it. */
guint32 vr_role_phrases_get_languages (const char *language);

/** No more of a line is looked at. */
#define VR_ROLE_LOOK_BYTES 4096

/** vr_role_phrases_look: what is in @line; no more than its first @n_bytes are read, and never more
 * than %VR_ROLE_LOOK_BYTES.  Linear time. */
VrRoleHits vr_role_phrases_look (VrSlice line, gsize n_bytes, guint32 languages);

G_END_DECLS
