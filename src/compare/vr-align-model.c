/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The aligner's linear model: names, weights and how they are summed up. */
#include "vr-align-model.h"

#include <math.h>

/* Up to the first number of words a unit is short, from the second on it is long: the middle of
 * the ArgRewrite corpus's sentences and of its paragraphs. */
#define SHORT_WORDS 16.0f
#define LONG_WORDS 96.0f

const VrFeatureInfo vr_feature_infos[VR_N_FEATURES] = {
  [VR_FEATURE_COSINE] = { "cosine", VR_ALIGN_TERM_WORDS },
  [VR_FEATURE_LETTERS] = { "letters", VR_ALIGN_TERM_LETTERS },
  [VR_FEATURE_CONTAINED_MOST] = { "contained-most", VR_ALIGN_TERM_CONTAINED },
  [VR_FEATURE_CONTAINED_LEAST] = { "contained-least", VR_ALIGN_TERM_CONTAINED },
  [VR_FEATURE_ORDER] = { "order", VR_ALIGN_TERM_ORDER },
  [VR_FEATURE_START] = { "start", VR_ALIGN_TERM_ORDER },
  [VR_FEATURE_END] = { "end", VR_ALIGN_TERM_ORDER },
  [VR_FEATURE_SHARED_LETTERS] = { "shared-letters", VR_ALIGN_TERM_WORDS },
  [VR_FEATURE_DISTANCE] = { "distance", VR_ALIGN_TERM_PLACE, TRUE },
  [VR_FEATURE_NEAR] = { "near", VR_ALIGN_TERM_PLACE, TRUE },
  [VR_FEATURE_LOCAL_DISTANCE] = { "local-distance", VR_ALIGN_TERM_PLACE, TRUE },
  [VR_FEATURE_LOCAL_NEAR] = { "local-near", VR_ALIGN_TERM_PLACE, TRUE },
  [VR_FEATURE_MARGIN_MOST] = { "margin-most", VR_ALIGN_TERM_RIVALS, TRUE },
  [VR_FEATURE_MARGIN_LEAST] = { "margin-least", VR_ALIGN_TERM_RIVALS, TRUE },
  [VR_FEATURE_SHARE_MOST] = { "share-most", VR_ALIGN_TERM_RIVALS, TRUE },
  [VR_FEATURE_SHARE_LEAST] = { "share-least", VR_ALIGN_TERM_RIVALS, TRUE },
  [VR_FEATURE_BEFORE] = { "before", VR_ALIGN_TERM_NEIGHBOURS, TRUE },
  [VR_FEATURE_AFTER] = { "after", VR_ALIGN_TERM_NEIGHBOURS, TRUE },
  [VR_FEATURE_AROUND] = { "around", VR_ALIGN_TERM_NEIGHBOURS, TRUE },
  [VR_FEATURE_BESIDE_MOST] = { "beside-most", VR_ALIGN_TERM_NEIGHBOURS, TRUE },
  [VR_FEATURE_BESIDE_LEAST] = { "beside-least", VR_ALIGN_TERM_NEIGHBOURS, TRUE },
  [VR_FEATURE_LENGTH_RATIO] = { "length-ratio", VR_ALIGN_TERM_LENGTH },
  [VR_FEATURE_SHORT] = { "short", VR_ALIGN_TERM_LENGTH },
  /* The first pass's answer is passed on to the terms that made it. */
  [VR_FEATURE_FIRST_PASS] = { "first-pass", VR_ALIGN_N_TERMS },
  [VR_FEATURE_SURE_DISTANCE] = { "sure-distance", VR_ALIGN_TERM_PLACE },
  [VR_FEATURE_SURE_NEAR] = { "sure-near", VR_ALIGN_TERM_PLACE },
  [VR_FEATURE_SURE_LOCAL_DISTANCE] = { "sure-local-distance", VR_ALIGN_TERM_PLACE },
  [VR_FEATURE_SURE_LOCAL_NEAR] = { "sure-local-near", VR_ALIGN_TERM_PLACE },
  [VR_FEATURE_INSIDE] = { "inside", VR_ALIGN_TERM_PLACE },
  [VR_FEATURE_RIVAL_MOST] = { "rival-most", VR_ALIGN_TERM_RIVALS },
  [VR_FEATURE_RIVAL_LEAST] = { "rival-least", VR_ALIGN_TERM_RIVALS },
  [VR_FEATURE_LEAD_MOST] = { "lead-most", VR_ALIGN_TERM_RIVALS },
  [VR_FEATURE_LEAD_LEAST] = { "lead-least", VR_ALIGN_TERM_RIVALS },
  [VR_FEATURE_FAR_RIVAL_MOST] = { "far-rival-most", VR_ALIGN_TERM_RIVALS },
  [VR_FEATURE_FAR_RIVAL_LEAST] = { "far-rival-least", VR_ALIGN_TERM_RIVALS },
  [VR_FEATURE_PAIRED_BEFORE] = { "paired-before", VR_ALIGN_TERM_NEIGHBOURS },
  [VR_FEATURE_PAIRED_AFTER] = { "paired-after", VR_ALIGN_TERM_NEIGHBOURS },
  [VR_FEATURE_PAIRED_NEAR_BEFORE] = { "paired-near-before", VR_ALIGN_TERM_NEIGHBOURS },
  [VR_FEATURE_PAIRED_NEAR_AFTER] = { "paired-near-after", VR_ALIGN_TERM_NEIGHBOURS },
  [VR_FEATURE_PAIRED_BESIDE_MOST] = { "paired-beside-most", VR_ALIGN_TERM_NEIGHBOURS },
  [VR_FEATURE_PAIRED_BESIDE_LEAST] = { "paired-beside-least", VR_ALIGN_TERM_NEIGHBOURS },
  [VR_FEATURE_WORD_LETTERS] = { "word-letters", VR_ALIGN_TERM_LETTERS },
  [VR_FEATURE_RIVAL_LETTERS] = { "rival-letters", VR_ALIGN_TERM_RIVALS },
  [VR_FEATURE_BESIDE_LETTERS] = { "beside-letters", VR_ALIGN_TERM_NEIGHBOURS },
  [VR_FEATURE_LENGTH_LETTERS] = { "length-letters", VR_ALIGN_TERM_LENGTH },
  [VR_FEATURE_LEFT_MOST] = { "left-most", VR_ALIGN_TERM_CONTAINED },
  [VR_FEATURE_LEFT_LEAST] = { "left-least", VR_ALIGN_TERM_CONTAINED },
};

static const VrAlignModel shipped_model = {
#include "vr-align-weights.inc"
};

const VrAlignModel *
vr_align_get_model (void)
{
  return &shipped_model;
}

float
vr_align_get_length_blend (guint32 n_words, guint32 n_other_words)
{
  float words = sqrtf ((float)n_words * (float)n_other_words);
  float blend = logf (words / SHORT_WORDS) / logf (LONG_WORDS / SHORT_WORDS);

  return CLAMP (blend, 0.0f, 1.0f);
}

float
vr_align_pass_score (const VrAlignPass *pass, const float *features, guint n_features, float blend,
                     float *terms)
{
  float sum = pass->biases[0] + blend * (pass->biases[1] - pass->biases[0]);
  guint i;

  for (i = 0; i < n_features; i++)
    {
      float weight = pass->weights[0][i] + blend * (pass->weights[1][i] - pass->weights[0][i]);
      float added = weight * (features[i] - pass->means[i]);

      sum += added;
      if (terms != NULL && vr_feature_infos[i].term < VR_ALIGN_N_TERMS)
        terms[vr_feature_infos[i].term] += added;
    }
  return sum;
}
