/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the blocks around a block were judged, which a second judgement takes into account. */
#include "vr-extract-private.h"

#include <math.h>

/* How much a block counts beside all before it when the page is walked along. */
#define FRESH 0.3f
/* So many blocks on each side are looked at one by one. */
#define NEAR 3

static float
get_sure (const float *sure, guint n, gint64 block)
{
  return block >= 0 && block < n ? sure[block] : 0;
}

static void
measure_near (float *around, const float *sure, guint n, guint block)
{
  float before = 0, behind = 0;

  for (gint64 k = 1; k <= NEAR; k++)
    {
      before += get_sure (sure, n, block - k);
      behind += get_sure (sure, n, block + k);
    }
  around[VR_EXTRACT_AROUND_OWN] = sure[block];
  around[VR_EXTRACT_AROUND_PREVIOUS] = get_sure (sure, n, (gint64)block - 1);
  around[VR_EXTRACT_AROUND_NEXT] = get_sure (sure, n, (gint64)block + 1);
  around[VR_EXTRACT_AROUND_PREVIOUS_2] = get_sure (sure, n, (gint64)block - 2);
  around[VR_EXTRACT_AROUND_NEXT_2] = get_sure (sure, n, (gint64)block + 2);
  around[VR_EXTRACT_AROUND_NEAR_BEFORE] = before / NEAR;
  around[VR_EXTRACT_AROUND_NEAR_BEHIND] = behind / NEAR;
}

/* The letters of a block, as far as they are the article's. */
static double
weigh (const VrExtractFeatures *features, const float *sure, guint block)
{
  return exp (vr_extract_features_get (features, block)[VR_EXTRACT_FEATURE_CHARS]) * sure[block];
}

static void
measure_run (const VrExtractFeatures *features, const float *sure, float *around)
{
  double all = 1e-6, sum = 0;
  float before = 0, behind = 0;
  guint n = features->n_blocks;

  for (guint i = 0; i < n; i++)
    all += weigh (features, sure, i);
  for (guint i = 0; i < n; i++)
    {
      float *values = around + (gsize)i * VR_EXTRACT_N_AROUND;

      values[VR_EXTRACT_AROUND_TEXT_BEFORE] = sum / all;
      sum += weigh (features, sure, i);
      values[VR_EXTRACT_AROUND_TEXT_BEHIND] = 1 - sum / all;
      values[VR_EXTRACT_AROUND_TEXT] = log (all);
      values[VR_EXTRACT_AROUND_RUN_BEFORE] = before;
      before += FRESH * (sure[i] - before);
    }
  for (guint i = n; i-- > 0; behind += FRESH * (sure[i] - behind))
    around[(gsize)i * VR_EXTRACT_N_AROUND + VR_EXTRACT_AROUND_RUN_BEHIND] = behind;
}

/* What is marked up alike has the same measures of it. */
static guint
hash_twins (gconstpointer key)
{
  const float *values = key;
  double sum = values[VR_EXTRACT_FEATURE_TWIN_PROSE] + 3 * values[VR_EXTRACT_FEATURE_TWINS]
               + 7 * values[VR_EXTRACT_FEATURE_TAG];

  return g_double_hash (&sum);
}

static gboolean
are_twins (gconstpointer a, gconstpointer b)
{
  const float *one = a, *other = b;

  return one[VR_EXTRACT_FEATURE_TWIN_PROSE] == other[VR_EXTRACT_FEATURE_TWIN_PROSE]
         && one[VR_EXTRACT_FEATURE_TWINS] == other[VR_EXTRACT_FEATURE_TWINS]
         && one[VR_EXTRACT_FEATURE_TAG] == other[VR_EXTRACT_FEATURE_TAG];
}

/* How much of what is marked up as a block is was taken for text, itself aside; -1 if none is. */
static void
measure_twins (const VrExtractFeatures *features, const float *sure, float *around)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (hash_twins, are_twins, NULL, g_free);

  for (guint i = 0; i < features->n_blocks; i++)
    {
      float *values = vr_extract_features_get (features, i);
      double *sums = g_hash_table_lookup (table, values);

      if (sums == NULL)
        {
          sums = g_new0 (double, 2);
          g_hash_table_insert (table, values, sums);
        }
      sums[0] += weigh (features, sure, i);
      sums[1] += exp (values[VR_EXTRACT_FEATURE_CHARS]);
    }
  for (guint i = 0; i < features->n_blocks; i++)
    {
      const float *values = vr_extract_features_get (features, i);
      const double *sums = g_hash_table_lookup (table, values);
      double others = sums[1] - exp (values[VR_EXTRACT_FEATURE_CHARS]);

      around[(gsize)i * VR_EXTRACT_N_AROUND + VR_EXTRACT_AROUND_TWINS] =
          others > 0.5 ? (sums[0] - weigh (features, sure, i)) / MAX (others, 1) : -1;
    }
}

float *
vr_extract_look_around (const VrExtractFeatures *features, const float *sure)
{
  float *around = g_new0 (float, ((gsize)features->n_blocks + 1) * VR_EXTRACT_N_AROUND);

  for (guint i = 0; i < features->n_blocks; i++)
    measure_near (around + (gsize)i * VR_EXTRACT_N_AROUND, sure, features->n_blocks, i);
  measure_run (features, sure, around);
  measure_twins (features, sure, around);
  return around;
}
