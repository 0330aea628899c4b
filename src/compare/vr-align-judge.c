/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two passes of the linear model over the candidate pairs. */
#include "vr-align-judge.h"

#include "vr-align-context.h"
#include "vr-align-similarity.h"

#include <math.h>
#include <string.h>

/* A distance from the expected place counts up to this many units. */
#define FAR_UNITS 10.0f

/* The first pass is not believed further than this, in log-odds. */
#define MAX_LOGIT 9.0f

static float
max3 (float a, float b, float c)
{
  return MAX (a, MAX (b, c));
}

static void
set_first_features (const VrAlignContext *self, const VrAlignPair *pair, float *x)
{
  const VrAlignSide *rows = &self->align->sides[0], *columns = &self->align->sides[1];
  gint64 i = pair->row, j = pair->column;
  float s = pair->similarity, far = vr_align_context_distance (self, pair);
  float local = vr_align_context_block_distance (self, pair);
  float row_rival = vr_align_context_rival (self->tops[0][i], s),
        column_rival = vr_align_context_rival (self->tops[1][j], s);
  float row_share = s / (MAX (row_rival, s) + 1e-9f),
        column_share = s / (MAX (column_rival, s) + 1e-9f);
  float beside_row =
      MAX (vr_align_context_value_at (self, i - 1, j), vr_align_context_value_at (self, i + 1, j));
  float beside_column =
      MAX (vr_align_context_value_at (self, i, j - 1), vr_align_context_value_at (self, i, j + 1));
  guint32 n_row = vr_align_n_words (rows, vr_align_solid (rows, i)),
          n_column = vr_align_n_words (columns, vr_align_solid (columns, j));

  x[VR_FEATURE_COSINE] = pair->cosine;
  x[VR_FEATURE_LETTERS] = pair->letters;
  x[VR_FEATURE_CONTAINED_MOST] = MAX (pair->contained[0], pair->contained[1]);
  x[VR_FEATURE_CONTAINED_LEAST] = MIN (pair->contained[0], pair->contained[1]);
  x[VR_FEATURE_ORDER] = pair->order;
  x[VR_FEATURE_START] = pair->start;
  x[VR_FEATURE_END] = pair->end;
  x[VR_FEATURE_SHARED_LETTERS] = pair->shared_letters;
  x[VR_FEATURE_DISTANCE] = MIN (far, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_NEAR] = far < 1.01f;
  x[VR_FEATURE_LOCAL_DISTANCE] = MIN (local, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_LOCAL_NEAR] = local < 1.01f;
  x[VR_FEATURE_MARGIN_MOST] = s - MIN (row_rival, column_rival);
  x[VR_FEATURE_MARGIN_LEAST] = s - MAX (row_rival, column_rival);
  x[VR_FEATURE_SHARE_MOST] = MAX (row_share, column_share);
  x[VR_FEATURE_SHARE_LEAST] = MIN (row_share, column_share);
  x[VR_FEATURE_BEFORE] = max3 (vr_align_context_value_at (self, i - 1, j - 1),
                               0.7f * vr_align_context_value_at (self, i - 1, j),
                               0.7f * vr_align_context_value_at (self, i, j - 1));
  x[VR_FEATURE_AFTER] = max3 (vr_align_context_value_at (self, i + 1, j + 1),
                              0.7f * vr_align_context_value_at (self, i + 1, j),
                              0.7f * vr_align_context_value_at (self, i, j + 1));
  x[VR_FEATURE_AROUND] = (max3 (vr_align_context_value_at (self, i - 2, j - 2),
                                vr_align_context_value_at (self, i - 2, j - 1),
                                vr_align_context_value_at (self, i - 1, j - 2))
                          + max3 (vr_align_context_value_at (self, i + 2, j + 2),
                                  vr_align_context_value_at (self, i + 2, j + 1),
                                  vr_align_context_value_at (self, i + 1, j + 2)))
                         / 2;
  x[VR_FEATURE_BESIDE_MOST] = MAX (beside_row, beside_column);
  x[VR_FEATURE_BESIDE_LEAST] = MIN (beside_row, beside_column);
  x[VR_FEATURE_LENGTH_RATIO] = fabsf (logf ((float)n_row / (float)n_column));
  x[VR_FEATURE_SHORT] = (float)MIN (MIN (n_row, n_column), 20) / 20;
}

static void
set_second_features (const VrAlignContext *self, const VrAlignPair *pair, float *x)
{
  gint64 i = pair->row, j = pair->column;
  float letters = CLAMP (self->align->word_letters, 4.0f, 6.5f) - 4.8f;
  float p = pair->chance, far = vr_align_context_distance (self, pair);
  float local = vr_align_context_block_distance (self, pair);
  float row_rival = vr_align_context_rival (self->tops[0][i], p),
        column_rival = vr_align_context_rival (self->tops[1][j], p);
  float beside_row =
      MAX (vr_align_context_value_at (self, i - 1, j), vr_align_context_value_at (self, i + 1, j));
  float beside_column =
      MAX (vr_align_context_value_at (self, i, j - 1), vr_align_context_value_at (self, i, j + 1));
  /* A rival next to the pair may be the other half of a split. */
  float far_row = row_rival > beside_column ? row_rival : 0;
  float far_column = column_rival > beside_row ? column_rival : 0;
  float before = vr_align_context_value_at (self, i - 1, j - 1),
        after = vr_align_context_value_at (self, i + 1, j + 1);

  x[VR_FEATURE_FIRST_PASS] = CLAMP (pair->logit, -MAX_LOGIT, MAX_LOGIT);
  x[VR_FEATURE_SURE_DISTANCE] = MIN (far, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_SURE_NEAR] = far < 1.01f;
  x[VR_FEATURE_SURE_LOCAL_DISTANCE] = MIN (local, FAR_UNITS) / FAR_UNITS;
  x[VR_FEATURE_SURE_LOCAL_NEAR] = local < 1.01f;
  x[VR_FEATURE_INSIDE] = j >= self->box_from[i] && j <= self->box_to[i];
  x[VR_FEATURE_RIVAL_MOST] = MAX (row_rival, column_rival);
  x[VR_FEATURE_RIVAL_LEAST] = MIN (row_rival, column_rival);
  x[VR_FEATURE_LEAD_MOST] = p - MIN (row_rival, column_rival);
  x[VR_FEATURE_LEAD_LEAST] = p - MAX (row_rival, column_rival);
  x[VR_FEATURE_FAR_RIVAL_MOST] = MAX (far_row, far_column);
  x[VR_FEATURE_FAR_RIVAL_LEAST] = MIN (far_row, far_column);
  x[VR_FEATURE_PAIRED_BEFORE] = before;
  x[VR_FEATURE_PAIRED_AFTER] = after;
  x[VR_FEATURE_PAIRED_NEAR_BEFORE] = max3 (before, vr_align_context_value_at (self, i - 2, j - 1),
                                           vr_align_context_value_at (self, i - 1, j - 2));
  x[VR_FEATURE_PAIRED_NEAR_AFTER] = max3 (after, vr_align_context_value_at (self, i + 2, j + 1),
                                          vr_align_context_value_at (self, i + 1, j + 2));
  x[VR_FEATURE_PAIRED_BESIDE_MOST] = MAX (beside_row, beside_column);
  x[VR_FEATURE_PAIRED_BESIDE_LEAST] = MIN (beside_row, beside_column);
  x[VR_FEATURE_WORD_LETTERS] = letters;
  x[VR_FEATURE_RIVAL_LETTERS] = letters * x[VR_FEATURE_RIVAL_MOST];
  x[VR_FEATURE_BESIDE_LETTERS] = letters * x[VR_FEATURE_PAIRED_BESIDE_MOST];
  x[VR_FEATURE_LENGTH_LETTERS] = letters * x[VR_FEATURE_LENGTH_RATIO];
  x[VR_FEATURE_LEFT_MOST] = MAX (pair->left[0], pair->left[1]);
  x[VR_FEATURE_LEFT_LEAST] = MIN (pair->left[0], pair->left[1]);
}

static float
blend_of (const VrAlign *self, const VrAlignPair *pair)
{
  const VrAlignSide *rows = &self->sides[0], *columns = &self->sides[1];

  return vr_align_get_length_blend (
      vr_align_n_words (rows, vr_align_solid (rows, pair->row)),
      vr_align_n_words (columns, vr_align_solid (columns, pair->column)));
}

gboolean
vr_align_judge (VrAlign *self, const VrAlignVectors vectors[VR_N_SIDES], const VrAlignModel *model,
                VrAlignWatch watch, gpointer watch_data, GError **error)
{
  guint pass;
  guint32 p;

  self->features = g_new (float, (gsize)self->pairs->len *VR_N_FEATURES + 1);
  for (pass = 0; pass < 2; pass++)
    {
      guint n_features = pass == 0 ? VR_N_FIRST_FEATURES : VR_N_FEATURES;
      VrAlignContext context = { 0 };

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (pass == 1)
        vr_align_measure_left (self, vectors);
      vr_align_context_init (&context, self, pass == 1);
      for (p = 0; p < self->pairs->len; p++)
        {
          const VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);
          float *x = self->features + (gsize)p * VR_N_FEATURES;

          if (pass == 0)
            set_first_features (&context, pair, x);
          else
            set_second_features (&context, pair, x);
        }
      vr_align_context_clear (&context);
      for (p = 0; p < self->pairs->len; p++)
        {
          VrAlignPair *pair = &g_array_index (self->pairs, VrAlignPair, p);
          const float *x = self->features + (gsize)p * VR_N_FEATURES;
          float blend = blend_of (self, pair);

          if (watch != NULL)
            watch (self, pass, p, x, blend, watch_data);
          pair->logit = vr_align_pass_score (&model->passes[pass], x, n_features, blend, NULL);
          pair->chance = 1 / (1 + expf (-pair->logit));
        }
    }
  return TRUE;
}

void
vr_align_explain (const VrAlign *self, const VrAlignModel *model, const VrAlignPair *pair,
                  float terms[VR_ALIGN_N_TERMS])
{
  const VrAlignPass *second = &model->passes[1];
  gsize position = (gsize)(pair - &g_array_index (self->pairs, VrAlignPair, 0));
  const float *x = self->features + position * VR_N_FEATURES;
  float blend = blend_of (self, pair), first_terms[VR_ALIGN_N_TERMS] = { 0 }, passed_on;
  guint t, f = VR_FEATURE_FIRST_PASS;

  memset (terms, 0, VR_ALIGN_N_TERMS * sizeof (float));
  vr_align_pass_score (second, x, VR_N_FEATURES, blend, terms);
  vr_align_pass_score (&model->passes[0], x, VR_N_FIRST_FEATURES, blend, first_terms);
  passed_on = second->weights[0][f] + blend * (second->weights[1][f] - second->weights[0][f]);
  for (t = 0; t < VR_ALIGN_N_TERMS; t++)
    terms[t] += first_terms[t] * passed_on;
}
