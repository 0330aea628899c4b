/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How surely each block of a page is the article's text: a forest of small trees. */
#include "vr-extract-model.h"

#include <math.h>
#include <string.h>

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

typedef struct
{
  float bias;
  guint n_trees;
  const guint16 *trees;
  const Branch *branches;
} Forest;

/* Trees, of which each was fitted to what those before it left over, in several rows that saw
 * other pages and other features; their leaves are summed up to a logit.  The second forest also
 * sees what the first took the blocks around for: what it asks for behind the features. */
#include "vr-extract-weights.inc"

G_STATIC_ASSERT (VR_EXTRACT_N_FEATURES == FOREST_N_FEATURES);
G_STATIC_ASSERT (VR_EXTRACT_N_AROUND == FOREST_N_AROUND);

static float
ask (const Forest *forest, const float *values)
{
  float sum = forest->bias;

  for (guint i = 0; i < forest->n_trees; i++)
    {
      const Branch *branch = forest->branches + forest->trees[i];

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

/* @around: (nullable): what the second forest sees behind the features. */
static float *
judge (const VrExtractFeatures *features, const Forest *forest, const float *around)
{
  float *judged = g_new (float, features->n_blocks + 1);
  float row[VR_EXTRACT_N_FEATURES + VR_EXTRACT_N_AROUND];

  for (guint i = 0; i < features->n_blocks; i++)
    {
      memcpy (row, vr_extract_features_get (features, i), VR_EXTRACT_N_FEATURES * sizeof *row);
      if (around != NULL)
        memcpy (row + VR_EXTRACT_N_FEATURES, around + (gsize)i * VR_EXTRACT_N_AROUND,
                VR_EXTRACT_N_AROUND * sizeof *row);
      judged[i] = is_comment (features, i) ? 0 : ask (forest, row);
    }
  return judged;
}

float *
vr_extract_judge (const VrExtractFeatures *features)
{
  g_autofree float *alone = judge (features, &first_forest, NULL);
  g_autofree float *around = vr_extract_look_around (features, alone);

  return judge (features, &second_forest, around);
}
