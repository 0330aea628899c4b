/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which unit of the old text became which of the new: many to many, with reasons. */
#pragma once

#include "vr-overrides.h"
#include "vr-tokens.h"

G_BEGIN_DECLS

/** VR_ALIGN_WEIGHTS: names the trained weights in reports; another name with other weights. */
#define VR_ALIGN_WEIGHTS "versions-1"

/**
 * VrAlignTerm:
 *
 * What can earn a pairing its score; the names are shown to readers, see vr_align_term_get_name().
 */
typedef enum
{
  VR_ALIGN_TERM_EXACT,      /* the two are the same but for quiet differences */
  VR_ALIGN_TERM_PINNED,     /* the reader said so */
  VR_ALIGN_TERM_WORDS,      /* rare words shared */
  VR_ALIGN_TERM_LETTERS,    /* runs of letters shared, so inflected words too */
  VR_ALIGN_TERM_ORDER,      /* words shared in the same order */
  VR_ALIGN_TERM_CONTAINED,  /* one side's words found inside the other */
  VR_ALIGN_TERM_PLACE,      /* where they stand between their surely paired neighbours */
  VR_ALIGN_TERM_NEIGHBOURS, /* what stands before and after is paired too */
  VR_ALIGN_TERM_RIVALS,     /* no other unit fits as well */
  VR_ALIGN_TERM_LENGTH,     /* how long they are */
  VR_ALIGN_N_TERMS,
} VrAlignTerm;

/**
 * VrLink:
 * @old_index, @new_index: units, from 0
 * @score: how sure the pairing is, 0 to 1
 * @terms: what each VrAlignTerm added, in log-odds (may be negative)
 */
typedef struct
{
  guint32 old_index;
  guint32 new_index;
  float score;
  float terms[VR_ALIGN_N_TERMS];
} VrLink;

/**
 * vr_align:
 * @old_tokens, @new_tokens: the units' tokens, from one interner
 * @interner: theirs, to look at the words' letters
 * @overrides: (nullable): pins
 * @links: (element-type VrLink): emptied, then filled, sorted by old, then new index
 *
 * Units that are equal are paired first (heaviest common subsequence, then what is left over as
 * moves), the others by a two-pass linear model over sparse candidates; see vr-align.c for the
 * sources.  Time grows with the number of units that are not equal and the candidates each has,
 * which is bounded; there is no count of units at which pairing or moves stop.
 *
 * Returns: %FALSE only when cancelled
 */
gboolean vr_align (const VrTokens *old_tokens, guint n_old, const VrTokens *new_tokens, guint n_new,
                   const VrInterner *interner, const VrOverrides *overrides, GArray *links,
                   GCancellable *cancellable, GError **error);

/** vr_align_term_get_name: e.g. "rare words shared", translated; static. */
const char *vr_align_term_get_name (VrAlignTerm term);

G_END_DECLS
