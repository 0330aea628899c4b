/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trains the chain that finds the text in a copied page, and scores it on pages that it has not
 * seen.
 *
 * train-roles COPIES.jsonl GOLD.json [--weak=FILE] [--no-folds] [--write=vr-role-weights.c]
 *             [--rounds=N] [--guesses=N] [--models=N] [--folds=N] [--left-out=N] [--variants=N]
 *             [--rate=X] [--decay=X] [--margin=X] [--dropout=X] [--weight=X] [--loud]
 *
 * The weights in the tree: --weak=WEAK --rate=0.1 --rounds=7 --weight=0.1 --guesses=2 --dropout=0.3
 * --models=5 --no-folds, with WEAK of weak-copies.py.
 *
 * A line is text if most of its words are in the page's text as people marked it, in order.  The
 * chain is a conditional random field (Lafferty, McCallum, Pereira 2001) trained with a margin that
 * grows with a line's words (softmax-margin, Gimpel and Smith 2010) by AdaGrad.  Of weak pages a few
 * pieces are marked; the rest is guessed by the model of the round before.
 */
#include "vr-diff.h"
#include "vr-role-chain.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define S VR_N_ROLE_STATES

typedef struct
{
  VrParagraphs *paragraphs;
  VrRoleLine *lines;
  guint n;
  guint16 *features; /* VR_ROLE_MAX_FEATURES a line */
  guint8 *n_features;
  guint8 *states; /* the truth */
  float *costs;
  GArray *gold;   /* (element-type guint32): words as numbers */
  GArray **words; /* of each line */
  gint8 *known;   /* (nullable): 1 text, 0 other, -1 not known; the states are guessed */
  guint fold;
} Page;

static guint n_folds = 5, n_rounds = 15, n_variants = 0, n_guesses = 1, n_models = 1;
static double decay = 1e-2, margin = 1.0, rate = 0.15, weak = 0.1, dropout = 0.2;
static const char *write_to;

/* ---- words ---- */

static void
number_words (GHashTable *numbers, VrSlice text, GArray *words)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *end = text.text + text.n_bytes;

  for (const char *p = text.text;; p = g_utf8_next_char (p))
    {
      gunichar c = p < end ? g_utf8_get_char (p) : ' ';

      if (g_unichar_isalnum (c) || c == '_')
        g_string_append_unichar (word, c);
      else if (word->len > 0)
        {
          guint32 number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, word->str));

          if (number == 0)
            {
              number = g_hash_table_size (numbers) + 1;
              g_hash_table_insert (numbers, g_strdup (word->str), GUINT_TO_POINTER (number));
            }
          g_array_append_val (words, number);
          g_string_truncate (word, 0);
        }
      if (p >= end)
        break;
    }
}

/* ---- reading ---- */

static void
label (Page *page, guint n_ids)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  g_autoptr (VrDiffer) differ = vr_differ_new ();
  g_autofree guint *hits = g_new0 (guint, page->n);
  g_autoptr (GArray) owners = g_array_new (FALSE, FALSE, sizeof (guint32));
  VrDiffOptions options = { .minimal = TRUE };
  guint at = 0, first = G_MAXUINT, last = 0;

  for (guint32 i = 0; i < page->n; i++)
    for (guint j = 0; j < page->words[i]->len; j++)
      {
        g_array_append_val (all, g_array_index (page->words[i], guint32, j));
        g_array_append_val (owners, i);
      }
  vr_differ_run (differ, (guint32 *)(void *)all->data, all->len,
                 (guint32 *)(void *)page->gold->data, page->gold->len, n_ids, &options, hunks, NULL,
                 NULL, NULL);
  for (guint h = 0; h <= hunks->len; h++)
    {
      guint to = h < hunks->len ? g_array_index (hunks, VrHunk, h).old_from : all->len;

      for (; at < to; at++)
        hits[g_array_index (owners, guint32, at)]++;
      if (h < hunks->len)
        at = g_array_index (hunks, VrHunk, h).old_to;
    }
  for (guint i = 0; i < page->n; i++)
    {
      page->states[i] = page->words[i]->len > 0 && hits[i] * 2 >= page->words[i]->len;
      /* A stray word that the page's menu shares with the text. */
      if (page->states[i])
        {
          first = MIN (first, i);
          last = i;
        }
    }
  for (guint i = 0; i < page->n; i++)
    if (!page->states[i])
      page->states[i] = first == G_MAXUINT || i < first ? VR_ROLE_STATE_ABOVE
                        : i > last                      ? VR_ROLE_STATE_BELOW
                                                        : VR_ROLE_STATE_BETWEEN;
}

static void
measure (Page *page)
{
  g_autoptr (VrRoleFeatures) features = NULL;
  guint n = vr_paragraphs_get_n (page->paragraphs);

  page->n = n;
  page->lines = vr_role_lines_measure (page->paragraphs, G_MAXUINT32);
  page->features = g_new (guint16, (gsize)n * VR_ROLE_MAX_FEATURES);
  page->n_features = g_new (guint8, n);
  page->states = g_new0 (guint8, n);
  page->costs = g_new0 (float, n);
  page->words = g_new0 (GArray *, n);
  features = vr_role_features_new (page->lines, n);
  for (guint i = 0; i < n; i++)
    page->n_features[i] =
        vr_role_features_get (features, i, page->features + (gsize)i * VR_ROLE_MAX_FEATURES);
}

static Page *
read_page (const char *id, const char *copy, const char *gold, GHashTable *numbers)
{
  Page *page = g_new0 (Page, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (copy, strlen (copy));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "copy", NULL);
  double n_words = 0;

  page->paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_AUTO);
  page->fold = g_str_hash (id) % n_folds;
  page->gold = g_array_new (FALSE, FALSE, sizeof (guint32));
  number_words (numbers, (VrSlice){ gold, strlen (gold) }, page->gold);
  measure (page);
  for (guint i = 0; i < page->n; i++)
    {
      page->words[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
      number_words (numbers, vr_paragraphs_get_text (page->paragraphs, i), page->words[i]);
    }
  label (page, g_hash_table_size (numbers) + 1);
  n_words = page->gold->len + 20;
  for (guint i = 0; i < page->n; i++)
    page->costs[i] = margin * (0.1 + MIN (30 * page->words[i]->len / n_words, 3));
  return page;
}

static GPtrArray *
read_pages (const char *copies, const char *gold, GHashTable *numbers)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *content = NULL;
  g_auto (GStrv) rows = NULL;
  GPtrArray *pages = g_ptr_array_new ();

  if (!json_parser_load_from_file (parser, gold, NULL)
      || !g_file_get_contents (copies, &content, NULL, NULL))
    g_error ("cannot read %s or %s", gold, copies);
  rows = g_strsplit (content, "\n", -1);
  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_autoptr (JsonParser) row = json_parser_new ();
      JsonObject *object, *page;
      const char *id;

      json_parser_load_from_data (row, rows[i], -1, NULL);
      object = json_node_get_object (json_parser_get_root (row));
      id = json_object_get_string_member (object, "id");
      page =
          json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), id);
      g_ptr_array_add (pages, read_page (id, json_object_get_string_member (object, "text"),
                                         json_object_get_string_member (page, "body"), numbers));
    }
  return pages;
}

/* ---- pages of which people marked a few pieces only ---- */

static Page *
read_weak_page (JsonObject *object)
{
  Page *page = g_new0 (Page, 1);
  const char *copy = json_object_get_string_member (object, "text");
  JsonArray *known = json_object_get_array_member (object, "known");
  g_autoptr (GBytes) bytes = g_bytes_new (copy, strlen (copy));
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "copy", NULL);

  page->paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_LINE);
  page->fold = G_MAXUINT - 1;
  measure (page);
  if (page->n != json_array_get_length (known))
    return NULL;
  page->known = g_new (gint8, page->n);
  for (guint i = 0; i < page->n; i++)
    page->known[i] = json_array_get_int_element (known, i);
  return page;
}

static void
read_weak_pages (GPtrArray *pages, const char *path)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) rows = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    g_error ("cannot read %s", path);
  rows = g_strsplit (content, "\n", -1);
  for (guint i = 0; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_autoptr (JsonParser) row = json_parser_new ();
      Page *page;

      json_parser_load_from_data (row, rows[i], -1, NULL);
      page = read_weak_page (json_node_get_object (json_parser_get_root (row)));
      if (page != NULL)
        g_ptr_array_add (pages, page);
    }
}

/* ---- variants: what a reader selects is seldom the whole page ---- */

/* Lines @keep of @page, as a page. */
static Page *
make_variant (const Page *page, const gboolean *keep)
{
  Page *variant = g_new0 (Page, 1);
  g_autoptr (VrRoleFeatures) features = NULL;

  variant->fold = page->fold;
  variant->lines = g_new0 (VrRoleLine, page->n + 1);
  variant->states = g_new0 (guint8, page->n + 1);
  variant->costs = g_new0 (float, page->n + 1);
  for (guint i = 0; i < page->n; i++)
    if (keep[i])
      {
        variant->lines[variant->n] = page->lines[i];
        variant->costs[variant->n] = page->costs[i];
        variant->states[variant->n++] = page->states[i];
      }
  variant->features = g_new (guint16, (gsize)variant->n * VR_ROLE_MAX_FEATURES + 1);
  variant->n_features = g_new (guint8, variant->n + 1);
  features = vr_role_features_new (variant->lines, variant->n);
  for (guint i = 0; i < variant->n; i++)
    variant->n_features[i] =
        vr_role_features_get (features, i, variant->features + (gsize)i * VR_ROLE_MAX_FEATURES);
  return variant;
}

/* Without a piece of what stands above and below the text, and without single lines of it. */
static void
add_variants (GPtrArray *pages, GRand *rand)
{
  guint n = pages->len;

  for (guint v = 0; v < n_variants; v++)
    for (guint i = 0; i < n; i++)
      {
        Page *page = pages->pdata[i];
        g_autofree gboolean *keep = g_new (gboolean, page->n + 1);
        guint n_above = 0, n_below = 0;

        while (n_above < page->n && page->states[n_above] == VR_ROLE_STATE_ABOVE)
          n_above++;
        while (n_below < page->n && page->states[page->n - 1 - n_below] == VR_ROLE_STATE_BELOW)
          n_below++;
        n_above = g_rand_double (rand) * n_above;
        n_below = g_rand_double (rand) * n_below;
        for (guint j = 0; j < page->n; j++)
          keep[j] = j >= n_above && j < page->n - n_below
                    && (page->states[j] == VR_ROLE_STATE_TEXT || g_rand_double (rand) < 0.85);
        g_ptr_array_add (pages, make_variant (page, keep));
      }
}

/* ---- the chain ---- */

typedef struct
{
  guint n;
  double (*weights)[S];
  double (*squares)[S];
  double (*sums)[S]; /* of the weights after each round of the later half */
  float *masks;      /* 0 for what is not looked at in this step */
  double steps[S][S];
  double step_squares[S][S];
} Model;

static Model *
model_new (void)
{
  Model *model = g_new0 (Model, 1);

  model->n = vr_role_features_get_n ();
  model->weights = g_malloc0 (model->n * sizeof *model->weights);
  model->squares = g_malloc0 (model->n * sizeof *model->squares);
  model->masks = g_new (float, model->n);
  for (guint f = 0; f < model->n; f++)
    model->masks[f] = 1;
  model->sums = g_malloc0 (model->n * sizeof *model->sums);
  return model;
}

static void
get_sums (const Model *model, const Page *page, guint i, double sums[S])
{
  for (guint s = 0; s < S; s++)
    sums[s] = 0;
  for (guint k = 0; k < page->n_features[i]; k++)
    for (guint s = 0; s < S; s++)
      {
        guint f = page->features[(gsize)i * VR_ROLE_MAX_FEATURES + k];

        sums[s] += model->masks[f] * model->weights[f][s];
      }
}

static double
add_logs (double a, double b)
{
  if (a < b)
    return b + log1p (exp (a - b));
  return isinf (a) ? a : a + log1p (exp (b - a));
}

static void
update (double *weight, double *square, double gradient)
{
  *square += gradient * gradient;
  *weight += rate * gradient / sqrt (*square + 1e-6);
}

static gboolean
is_wrong (guint state, guint truth)
{
  return (state == VR_ROLE_STATE_TEXT) != (truth == VR_ROLE_STATE_TEXT);
}

static void
forward_backward (const Model *model, const Page *page, double *sums, double *a, double *b)
{
  guint n = page->n;

  for (guint i = 0; i < n; i++)
    {
      get_sums (model, page, i, sums + i * S);
      for (guint s = 0; s < S; s++)
        if (is_wrong (s, page->states[i]))
          sums[i * S + s] += page->costs[i];
    }
  for (guint s = 0; s < S; s++)
    {
      a[s] = s < 2 ? sums[s] : -INFINITY;
      b[(n - 1) * S + s] = s == VR_ROLE_STATE_BETWEEN ? -INFINITY : 0;
    }
  for (guint i = 1; i < n; i++)
    for (guint s = 0; s < S; s++)
      {
        double sum = -INFINITY;

        for (guint t = 0; t < S; t++)
          if (vr_role_state_may_follow (t, s))
            sum = add_logs (sum, a[(i - 1) * S + t] + model->steps[t][s]);
        a[i * S + s] = sum + sums[i * S + s];
      }
  for (guint i = n - 1; i-- > 0;)
    for (guint s = 0; s < S; s++)
      {
        double sum = -INFINITY;

        for (guint t = 0; t < S; t++)
          if (vr_role_state_may_follow (s, t))
            sum = add_logs (sum, model->steps[s][t] + sums[(i + 1) * S + t] + b[(i + 1) * S + t]);
        b[i * S + s] = sum;
      }
}

static void
learn_steps (Model *model, const Page *page, const double *sums, const double *a, const double *b,
             double z, double factor)
{
  double gradients[S][S] = { { 0 } };

  for (guint i = 1; i < page->n; i++)
    {
      gradients[page->states[i - 1]][page->states[i]] += 1;
      for (guint s = 0; s < S; s++)
        for (guint t = 0; t < S; t++)
          if (vr_role_state_may_follow (s, t))
            gradients[s][t] -=
                exp (a[(i - 1) * S + s] + model->steps[s][t] + sums[i * S + t] + b[i * S + t] - z);
    }
  for (guint s = 0; s < S; s++)
    for (guint t = 0; t < S; t++)
      if (vr_role_state_may_follow (s, t))
        update (&model->steps[s][t], &model->step_squares[s][t],
                factor * (gradients[s][t] - 0.01 * model->steps[s][t]));
}

static void
learn (Model *model, const Page *page, double strength, double factor)
{
  g_autofree double *sums = g_new (double, page->n *S), *a = g_new (double, page->n *S),
                    *b = g_new (double, page->n *S);
  g_autofree double *gradients = g_new0 (double, model->n *S);
  g_autofree guint8 *touched = g_new0 (guint8, model->n);
  double z = -INFINITY;
  g_autofree guint8 *placed = g_new0 (guint8, model->n);

  for (guint f = 0; f < model->n; f++)
    placed[f] = vr_role_features_is_placed (f);
  forward_backward (model, page, sums, a, b);
  for (guint s = 0; s < S; s++)
    z = add_logs (z, a[(page->n - 1) * S + s] + b[(page->n - 1) * S + s]);
  for (guint i = 0; i < page->n; i++)
    for (guint k = 0; k < page->n_features[i]; k++)
      {
        guint f = page->features[(gsize)i * VR_ROLE_MAX_FEATURES + k];

        if (model->masks[f] <= 0)
          continue;
        touched[f] = TRUE;
        for (guint s = 0; s < S; s++)
          gradients[f * S + s] += (page->states[i] == s) - exp (a[i * S + s] + b[i * S + s] - z);
      }
  for (guint f = 0; f < model->n; f++)
    for (guint s = 0; touched[f] && s < S; s++)
      if (s == VR_ROLE_STATE_TEXT || placed[f])
        update (&model->weights[f][s], &model->squares[f][s],
                factor * (gradients[f * S + s] - strength * model->weights[f][s]));
  learn_steps (model, page, sums, a, b, z, factor);
}

static void
decode (const Model *model, const Page *page, guint8 *states)
{
  guint n = page->n;
  g_autofree double *best = g_new (double, n *S);
  g_autofree guint8 *from = g_new0 (guint8, n * S);
  guint state = 0;

  for (guint i = 0; i < n; i++)
    {
      double sums[S];

      get_sums (model, page, i, sums);
      for (guint s = 0; page->known != NULL && page->known[i] >= 0 && s < S; s++)
        if ((s == VR_ROLE_STATE_TEXT) != (page->known[i] == 1))
          sums[s] -= 1000;
      for (guint s = 0; s < S; s++)
        {
          double top = i == 0 ? (s < 2 ? 0 : -INFINITY) : -INFINITY;

          for (guint t = 0; i > 0 && t < S; t++)
            if (vr_role_state_may_follow (t, s) && best[(i - 1) * S + t] + model->steps[t][s] > top)
              {
                top = best[(i - 1) * S + t] + model->steps[t][s];
                from[i * S + s] = t;
              }
          best[i * S + s] = top + sums[s];
        }
    }
  for (guint s = 1; s < S; s++)
    if (s != VR_ROLE_STATE_BETWEEN && best[(n - 1) * S + s] > best[(n - 1) * S + state])
      state = s;
  for (guint i = n; i-- > 0;)
    {
      states[i] = state;
      state = from[i * S + state];
    }
}

static void
shuffle (guint *order, guint n, GRand *rand)
{
  for (guint i = n; i-- > 1;)
    {
      guint j = g_rand_int_range (rand, 0, i + 1), kept = order[i];

      order[i] = order[j];
      order[j] = kept;
    }
}

/* What the model takes to be text, where nobody marked it. */
static void
guess (const Model *model, GPtrArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      Page *page = pages->pdata[i];
      double n_words = 20;

      if (page->known == NULL)
        continue;
      decode (model, page, page->states);
      for (guint j = 0; j < page->n; j++)
        if (page->states[j] == VR_ROLE_STATE_TEXT)
          n_words += page->lines[j].n_words;
      for (guint j = 0; j < page->n; j++)
        page->costs[j] = margin * (0.1 + MIN (30 * page->lines[j].n_words / n_words, 3));
    }
}

/* Each step sees only a part of the features, so that none relies on another (dropout, Srivastava
 * and others 2014). */
static void
draw_masks (Model *model, GRand *rand)
{
  for (guint f = 0; f < model->n; f++)
    model->masks[f] = g_rand_double (rand) < dropout ? 0 : 1 / (1 - dropout);
}

static void
clear_masks (Model *model)
{
  for (guint f = 0; f < model->n; f++)
    model->masks[f] = 1;
}

static void
run_rounds (Model *model, GPtrArray *pages, guint left_out, guint seed, gboolean with_weak)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint *order = g_new (guint, pages->len);

  for (guint i = 0; i < pages->len; i++)
    order[i] = i;
  memset (model->sums, 0, model->n * sizeof *model->sums);
  for (guint round = 0; round < n_rounds; round++)
    {
      shuffle (order, pages->len, rand);
      for (guint i = 0; i < pages->len; i++)
        {
          Page *page = pages->pdata[order[i]];

          if (page->fold != left_out && page->n > 0 && (with_weak || page->known == NULL))
            draw_masks (model, rand), learn (model, page, decay, page->known != NULL ? weak : 1);
        }
      clear_masks (model);
      for (guint f = 0; round >= n_rounds / 2 && f < model->n; f++)
        for (guint s = 0; s < S; s++)
          model->sums[f][s] += model->weights[f][s] / (n_rounds - n_rounds / 2);
    }
  memcpy (model->weights, model->sums, model->n * sizeof *model->sums);
}

static Model *
train_one (GPtrArray *pages, guint left_out, guint seed)
{
  Model *model = model_new ();

  run_rounds (model, pages, left_out, seed, FALSE);
  for (guint i = 0; i < n_guesses; i++)
    {
      guess (model, pages);
      run_rounds (model, pages, left_out, seed + 100 + i, TRUE);
    }
  return model;
}

/* The mean of several, which see the pages in different orders. */
static Model *
train (GPtrArray *pages, guint left_out)
{
  Model *mean = model_new ();

  for (guint i = 0; i < n_models; i++)
    {
      Model *model = train_one (pages, left_out, i + 1);

      for (guint f = 0; f < mean->n; f++)
        for (guint s = 0; s < S; s++)
          mean->weights[f][s] += model->weights[f][s] / n_models;
      for (guint s = 0; s < S; s++)
        for (guint t = 0; t < S; t++)
          mean->steps[s][t] += model->steps[s][t] / n_models;
    }
  return mean;
}

/* ---- scoring, as the shared material's eval_extract.py ---- */

static void
count_runs (GHashTable *counts, const guint32 *words, guint n, gint step)
{
  for (guint i = 0; n > 0 && i < (n > 3 ? n - 3 : 1); i++)
    {
      guint m = MIN (4, n - i);
      g_autoptr (GBytes) key = g_bytes_new (words + i, m * sizeof *words);
      gint *count = g_hash_table_lookup (counts, key);

      if (count == NULL)
        {
          count = g_new0 (gint, 2);
          g_hash_table_insert (counts, g_bytes_ref (key), count);
        }
      count[step]++;
    }
}

typedef struct
{
  double precision, recall, n_precision, n_recall, n_equal, n;
} Score;

static void
score_page (Score *score, const Page *page, const guint8 *states, gboolean is_loud, guint index)
{
  g_autoptr (GHashTable) counts =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, g_free);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  GHashTableIter iter;
  gpointer value;
  double hit = 0, extra = 0, lost = 0;

  for (guint i = 0; i < page->n; i++)
    if (states[i] == VR_ROLE_STATE_TEXT)
      g_array_append_vals (found, page->words[i]->data, page->words[i]->len);
  count_runs (counts, (guint32 *)(void *)page->gold->data, page->gold->len, 0);
  count_runs (counts, (guint32 *)(void *)found->data, found->len, 1);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      gint *count = value;

      hit += MIN (count[0], count[1]);
      lost += MAX (count[0] - count[1], 0);
      extra += MAX (count[1] - count[0], 0);
    }
  if (hit + extra > 0)
    {
      score->precision += hit / (hit + extra);
      score->n_precision++;
    }
  if (hit + lost > 0)
    {
      score->recall += hit / (hit + lost);
      score->n_recall++;
    }
  score->n++;
  score->n_equal +=
      found->len == page->gold->len && memcmp (found->data, page->gold->data, found->len * 4) == 0;
  if (is_loud && (hit / MAX (hit + extra, 1) < 0.9 || hit / MAX (hit + lost, 1) < 0.9))
    {
      g_print ("== page %u: precision %.3f recall %.3f\n", index, hit / MAX (hit + extra, 1),
               hit / MAX (hit + lost, 1));
      for (guint i = 0; i < page->n; i++)
        if ((states[i] == VR_ROLE_STATE_TEXT) != (page->states[i] == VR_ROLE_STATE_TEXT))
          {
            VrSlice text = vr_paragraphs_get_text (page->paragraphs, i);

            g_print ("  %s %u: %.*s\n", states[i] == 1 ? "+" : "-", i, (int)MIN (text.n_bytes, 110),
                     text.text);
          }
    }
}

static void
print_score (const char *name, const Score *score)
{
  double p = score->precision / score->n_precision, r = score->recall / score->n_recall;

  g_print ("%s: pages %.0f F1 %.4f precision %.4f recall %.4f accuracy %.3f\n", name, score->n,
           2 * p * r / (p + r), p, r, score->n_equal / score->n);
}

static void
write_weights (const Model *model, const char *path)
{
  g_autoptr (GString) out =
      g_string_new ("/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
                    "/* What the chain learned; made by tests/bench/train-roles.c. */\n"
                    "#include \"vr-role-chain.h\"\n\n/* clang-format off */\n"
                    "const gint16 vr_role_weights[][VR_N_ROLE_STATES] = {\n");

  for (guint f = 0; f < model->n; f++)
    {
      g_string_append (out, f % 4 == 0 ? "  {" : " {");
      for (guint s = 0; s < S; s++)
        g_string_append_printf (out, "%s%d", s > 0 ? ", " : " ",
                                (int)CLAMP (lround (model->weights[f][s] * 256), -32000, 32000));
      g_string_append (out, f % 4 == 3 || f + 1 == model->n ? " },\n" : " },");
    }
  g_string_append_printf (out,
                          "};\n\nconst guint vr_role_n_weights = %u;\n\n"
                          "const gint16 vr_role_steps[VR_N_ROLE_STATES][VR_N_ROLE_STATES] = {\n",
                          model->n);
  for (guint s = 0; s < S; s++)
    {
      g_string_append (out, "  {");
      for (guint t = 0; t < S; t++)
        g_string_append_printf (out, "%s%d", t > 0 ? ", " : " ",
                                (int)lround (model->steps[s][t] * 256));
      g_string_append (out, " },\n");
    }
  g_string_append (out, "};\n/* clang-format on */\n");
  g_file_set_contents (path, out->str, -1, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *pages;
  Score score = { 0 }, truth = { 0 };
  gboolean is_loud = FALSE;
  guint n_pages, left_out = G_MAXUINT;
  const char *weak_path = NULL;
  gboolean is_scored = TRUE;
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int i = 3; i < argc; i++)
    if (g_str_has_prefix (argv[i], "--write="))
      write_to = argv[i] + 8;
    else if (g_str_has_prefix (argv[i], "--folds="))
      n_folds = atoi (argv[i] + 8);
    else if (g_str_has_prefix (argv[i], "--rounds="))
      n_rounds = atoi (argv[i] + 9);
    else if (g_str_has_prefix (argv[i], "--decay="))
      decay = atof (argv[i] + 8);
    else if (g_str_has_prefix (argv[i], "--margin="))
      margin = atof (argv[i] + 9);
    else if (g_str_has_prefix (argv[i], "--weak="))
      weak_path = argv[i] + 7;
    else if (g_str_has_prefix (argv[i], "--guesses="))
      n_guesses = atoi (argv[i] + 10);
    else if (g_str_has_prefix (argv[i], "--left-out="))
      left_out = atoi (argv[i] + 11);
    else if (g_str_equal (argv[i], "--no-folds"))
      is_scored = FALSE;
    else if (g_str_has_prefix (argv[i], "--models="))
      n_models = atoi (argv[i] + 9);
    else if (g_str_has_prefix (argv[i], "--dropout="))
      dropout = atof (argv[i] + 10);
    else if (g_str_has_prefix (argv[i], "--weight="))
      weak = atof (argv[i] + 9);
    else if (g_str_has_prefix (argv[i], "--rate="))
      rate = atof (argv[i] + 7);
    else if (g_str_has_prefix (argv[i], "--variants="))
      n_variants = atoi (argv[i] + 11);
    else if (g_str_equal (argv[i], "--loud"))
      is_loud = TRUE;
  pages = read_pages (argv[1], argv[2], numbers);
  n_pages = pages->len;
  add_variants (pages, rand);
  if (weak_path != NULL)
    {
      read_weak_pages (pages, weak_path);
    }
  for (guint fold = 0; is_scored && left_out == G_MAXUINT && fold < n_folds; fold++)
    {
      Model *model = train (pages, fold);

      for (guint i = 0; i < n_pages; i++)
        {
          Page *page = pages->pdata[i];
          g_autofree guint8 *states = g_new0 (guint8, page->n + 1);

          if (page->fold != fold || page->n == 0)
            continue;
          decode (model, page, states);
          score_page (&score, page, states, is_loud, i);
          score_page (&truth, page, page->states, FALSE, i);
        }
    }
  if (score.n > 0)
    print_score ("left out", &score);
  if (score.n > 0)
    print_score ("the marks themselves", &truth);
  if (write_to != NULL)
    write_weights (train (pages, left_out), write_to);
  return 0;
}
