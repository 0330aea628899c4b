/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How surely each block of a page is the article's text: a forest of small trees. */
#include "vr-extract-model.h"

#include <math.h>

/**
 * Branch: of a tree, a block goes to the next branch where its feature is @value at most, else
 * @skip branches on; @skip is 0 for a leaf, which is worth @value.
 */
typedef struct
{
  guint8 feature;
  guint8 skip;
  float value;
} Branch;

/* Trees, of which each was fitted to what those before it left over, in several rows that saw
 * other pages and other features; their leaves are summed up to a logit. */
#include "vr-extract-weights.inc"

G_STATIC_ASSERT (VR_EXTRACT_N_FEATURES == FOREST_N_FEATURES);

static float
ask (const float *values)
{
  float sum = forest_bias;

  for (guint i = 0; i < G_N_ELEMENTS (forest_trees); i++)
    {
      const Branch *branch = forest_branches + forest_trees[i];

      while (branch->skip > 0)
        branch += values[branch->feature] <= branch->value ? 1 : branch->skip;
      sum += branch->value;
    }
  return 1 / (1 + expf (-sum));
}

/* However much readers write, and however well: it is not the article. */
static gboolean
is_comment (const VrExtractFeatures *features, guint block)
{
  return features->low[block] & VR_MARK_BIT (VR_MARK_THREAD);
}

float *
vr_extract_judge (const VrExtractFeatures *features)
{
  float *judged = g_new (float, features->n_blocks + 1);

  for (guint i = 0; i < features->n_blocks; i++)
    judged[i] = is_comment (features, i) ? 0 : ask (vr_extract_features_get (features, i));
  return judged;
}
