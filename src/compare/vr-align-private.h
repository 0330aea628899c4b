/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages of the aligner share: the two sides, their words, the candidate pairs. */
#pragma once

#include "vr-align.h"

G_BEGIN_DECLS

#define VR_ALIGN_NONE G_MAXUINT32

/** VrAlignIdMap: from a token's id to its term. */
typedef struct _VrAlignIdMap VrAlignIdMap;

/**
 * VrAlignSide:
 * @ids, @numbers, @n_numbers, @firsts: the tokens, as in VrTokens: units of the same bytes have the
 *   same number, and share their tokens and what is known of them
 * @terms: a number for each token of an open unit: words that share their first letters, whatever
 *   their case, share it; each punctuation mark has its own
 * @n_words: by number: words in it, punctuation not counted
 * @classes: by number: units of either side that are equal but for quiet differences share it
 * @partners: per unit: the unit it is firmly paired with (equal, nearly equal beside such a
 *   pair, or pinned), or %VR_ALIGN_NONE
 * @solids: the units that have words, in order.  Neighbours and distances are counted among these
 *   only, so that blank units between the others make no difference.  %NULL where all have words
 * @ranks: per unit: its position in @solids, or %VR_ALIGN_NONE; %NULL where all have words
 * @open: per unit: whether its partner is to be found by similarity
 */
typedef struct
{
  guint n_units;
  guint n_solids;
  const guint32 *ids;
  const guint32 *numbers;
  const guint32 *firsts;
  guint32 n_numbers;
  guint32 *terms;
  guint32 *n_words;
  guint32 *classes;
  guint32 *partners;
  guint32 *solids;
  guint32 *ranks;
  guint8 *open;
} VrAlignSide;

/**
 * VrAlignTermInfo:
 * @letters: the runs of letters in the word, as a set hashed into 64 bits
 * @df: units with it, over both sides
 * @weight: inverse document frequency; 0 for punctuation
 */
typedef struct
{
  guint64 letters;
  guint32 n_letters;
  guint32 df;
  float weight;
} VrAlignTermInfo;

/**
 * VrAlignPair: two units that may belong together.
 * @row, @column: ranks among the solid units of side 0 and 1
 * @similarity: of words and letters, 0 to 1; what rivals and neighbours are measured by
 * @logit, @chance: of the last pass
 */
typedef struct
{
  guint32 row;
  guint32 column;
  float cosine;
  float letters;
  float contained[VR_N_SIDES]; /* share of that side's words found in the other */
  float left[VR_N_SIDES];      /* the same but for words that other likely partners have */
  float order;
  float start; /* tokens alike from the start, up to MAX_ENDS of them, as a share of these */
  float end;
  float shared_letters; /* letters in shared words, weighted; logarithm */
  float similarity;
  float logit;
  float chance;
} VrAlignPair;

/**
 * VrAlign: one run of the aligner.
 *
 * Side 0 is the one that comes first by content, not necessarily the caller's old one.
 *
 * @pairs: (element-type VrAlignPair): by row, then column
 * @row_firsts: n_solids + 1 positions in @pairs
 * @column_firsts, @column_pairs: the same by column, as positions in @pairs
 */
typedef struct
{
  VrAlignSide sides[VR_N_SIDES];
  VrAlignIdMap *term_map; /* the term of each token's id */
  VrAlignTermInfo *terms;
  guint32 n_terms;
  guint32 n_classes;
  float word_letters;       /* mean length of the words, each once a unit */
  const VrOverride *pinned; /* in our order of sides, sorted */
  const VrOverride *forbidden;
  guint n_pinned;
  guint n_forbidden;
  GArray *pairs;
  float *shared_parts; /* by unit of side 0: what vr_align_pair_sure () saw, 0 for others */
  float *features;     /* VR_N_FEATURES for each pair */
  guint32 *row_firsts;
  guint32 *column_firsts;
  guint32 *column_pairs;
  GCancellable *cancellable;
} VrAlign;

/* The tokens of a unit: from this position up to vr_align_end(). */
static inline guint32
vr_align_first (const VrAlignSide *side, guint32 unit)
{
  return side->firsts[side->numbers[unit]];
}

static inline guint32
vr_align_end (const VrAlignSide *side, guint32 unit)
{
  return side->firsts[side->numbers[unit] + 1];
}

static inline guint32
vr_align_n_tokens (const VrAlignSide *side, guint32 unit)
{
  return vr_align_end (side, unit) - vr_align_first (side, unit);
}

/* VrAlignTokens: a unit's tokens, or some of them; borrowed. */
typedef struct
{
  const guint32 *ids;
  guint32 n;
} VrAlignTokens;

static inline VrAlignTokens
vr_align_tokens (const VrAlignSide *side, guint32 unit)
{
  return (VrAlignTokens){ side->ids + vr_align_first (side, unit), vr_align_n_tokens (side, unit) };
}

static inline guint32
vr_align_n_words (const VrAlignSide *side, guint32 unit)
{
  return side->n_words[side->numbers[unit]];
}

static inline guint32
vr_align_class (const VrAlignSide *side, guint32 unit)
{
  return side->classes[side->numbers[unit]];
}

/* From a solid unit's rank to the unit, and back. */
static inline guint32
vr_align_solid (const VrAlignSide *side, guint32 rank)
{
  return side->solids != NULL ? side->solids[rank] : rank;
}

static inline guint32
vr_align_rank (const VrAlignSide *side, guint32 unit)
{
  return side->ranks != NULL ? side->ranks[unit] : unit;
}

/* vr-align-side.c: from tokens to terms, classes of equal units and solid units. */
/* Borrows the tokens and the numbers, which must live on. */
void vr_align_side_init (VrAlignSide *side, const VrAlignUnits *units);
void vr_align_init_sides (VrAlign *self, const VrInterner *interner);
void vr_align_clear_sides (VrAlign *self);
guint32 vr_align_term_of (const VrAlign *self, guint32 id);
/* Fills in the terms of the open units: the others are paired, and no one asks for theirs. */
void vr_align_set_terms (VrAlign *self);
/** vr_align_has_pair: whether a sorted list has this pair. */
gboolean vr_align_has_pair (const VrOverride *pairs, guint n_pairs, guint32 old_index,
                            guint32 new_index);
gboolean vr_align_is_forbidden (const VrAlign *self, guint32 old_index, guint32 new_index);

/* vr-align-exact.c: pins and equal units. */
gboolean vr_align_pair_equal (VrAlign *self, GError **error);

/* vr-align-leftovers.c: equal units that occur several times and are still without a partner.
 * @picked: (element-type guint32): positions in self->pairs of what similarity has linked */
void vr_align_pair_leftovers (VrAlign *self, const GArray *picked);

/* vr-align-sure.c: neighbours of firm pairs that are nearly equal become firm pairs themselves. */
void vr_align_pair_sure (VrAlign *self);
/* What such a pair earns that shares @part of its tokens. */
VrEvidence vr_align_explain_sure (float part);

/* vr-align-absorb.c: adds small pieces of splits and merges to the links, which stay unsorted. */
void vr_align_absorb (const VrAlign *self, VrLinks *links);

G_END_DECLS
