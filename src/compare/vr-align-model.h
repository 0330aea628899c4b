/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The aligner's linear model: what it looks at, and how much each observation counts. */
#pragma once

#include "vr-align-private.h"

G_BEGIN_DECLS

/* First pass: one pair, its rivals and neighbours by similarity.  Second pass: the same again and
 * what the first pass made of the pair, its rivals and its neighbours. */
typedef enum
{
  VR_FEATURE_COSINE,
  VR_FEATURE_LETTERS,
  VR_FEATURE_CONTAINED_MOST,
  VR_FEATURE_CONTAINED_LEAST,
  VR_FEATURE_ORDER,
  VR_FEATURE_START,
  VR_FEATURE_END,
  VR_FEATURE_SHARED_LETTERS,
  VR_FEATURE_DISTANCE,
  VR_FEATURE_NEAR,
  VR_FEATURE_LOCAL_DISTANCE,
  VR_FEATURE_LOCAL_NEAR,
  VR_FEATURE_MARGIN_MOST,
  VR_FEATURE_MARGIN_LEAST,
  VR_FEATURE_SHARE_MOST,
  VR_FEATURE_SHARE_LEAST,
  VR_FEATURE_BEFORE,
  VR_FEATURE_AFTER,
  VR_FEATURE_AROUND,
  VR_FEATURE_BESIDE_MOST,
  VR_FEATURE_BESIDE_LEAST,
  VR_FEATURE_LENGTH_RATIO,
  VR_FEATURE_SHORT,
  VR_N_FIRST_FEATURES,

  VR_FEATURE_FIRST_PASS = VR_N_FIRST_FEATURES,
  VR_FEATURE_SURE_DISTANCE,
  VR_FEATURE_SURE_NEAR,
  VR_FEATURE_SURE_LOCAL_DISTANCE,
  VR_FEATURE_SURE_LOCAL_NEAR,
  VR_FEATURE_INSIDE,
  VR_FEATURE_RIVAL_MOST,
  VR_FEATURE_RIVAL_LEAST,
  VR_FEATURE_LEAD_MOST,
  VR_FEATURE_LEAD_LEAST,
  VR_FEATURE_FAR_RIVAL_MOST,
  VR_FEATURE_FAR_RIVAL_LEAST,
  VR_FEATURE_PAIRED_BEFORE,
  VR_FEATURE_PAIRED_AFTER,
  VR_FEATURE_PAIRED_NEAR_BEFORE,
  VR_FEATURE_PAIRED_NEAR_AFTER,
  VR_FEATURE_PAIRED_BESIDE_MOST,
  VR_FEATURE_PAIRED_BESIDE_LEAST,
  VR_FEATURE_WORD_LETTERS,
  VR_FEATURE_RIVAL_LETTERS,
  VR_FEATURE_BESIDE_LETTERS,
  VR_FEATURE_LENGTH_LETTERS,
  VR_FEATURE_LEFT_MOST,
  VR_FEATURE_LEFT_LEAST,
  VR_N_FEATURES,
} VrFeature;

/**
 * VrFeatureInfo:
 * @name: in the weights' file
 * @term: what readers are told it is
 * @first_only: of no use to the second pass, which has the like from the first one's chances
 */
typedef struct
{
  const char *name;
  VrAlignTerm term;
  gboolean first_only;
} VrFeatureInfo;

extern const VrFeatureInfo vr_feature_infos[VR_N_FEATURES];

/**
 * VrAlignPass: logistic regression over features less their means, with one set of weights for
 * short units and one for long ones, blended by length: a sentence and a paragraph of five
 * sentences are rewritten in different ways.
 */
typedef struct
{
  float means[VR_N_FEATURES];
  float weights[2][VR_N_FEATURES]; /* short, long */
  float biases[2];
} VrAlignPass;

/**
 * VrAlignModel:
 * @in_order: least chance of a pair that keeps the order of the others
 * @moved: least chance of a pair that breaks it
 */
typedef struct
{
  VrAlignPass passes[2];
  float in_order;
  float moved;
} VrAlignModel;

/** vr_align_get_model: the weights that ship. */
const VrAlignModel *vr_align_get_model (void);

/** vr_align_get_length_blend: 0 for a pair of short units up to 1 for long ones. */
float vr_align_get_length_blend (guint32 n_words, guint32 n_other_words);

/**
 * vr_align_pass_score:
 * @terms: (nullable) (array fixed-size=VR_ALIGN_N_TERMS): added to, in log-odds
 *
 * Returns: the log-odds that the pair belongs together
 */
float vr_align_pass_score (const VrAlignPass *pass, const float *features, guint n_features,
                           float blend, float *terms);

G_END_DECLS
