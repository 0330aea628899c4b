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
 * grows with a line's words (softmax-margin, Gimpel and Smith 2010) by AdaGrad.  Of weak pages a
 * few pieces are marked; the rest is guessed by the model of the round before.
 */
#include "role-pages.h"
#include "vr-role-names.h"

#include <math.h>
#include <string.h>

#define S VR_N_ROLE_STATES

static int n_folds = 5, n_rounds = 15, n_variants = 0, n_guesses = 1, n_models = 1, left_out = -1;
static double decay = 1e-2, margin = 1.0, rate = 0.15, weak = 0.1, dropout = 0.2;
static char *write_to, *weak_path;
static gboolean no_folds, is_loud;

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
get_sums (const Model *model, const RolePage *page, guint i, double sums[S])
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
forward_backward (const Model *model, const RolePage *page, double *sums, double *a, double *b)
{
  guint n = page->n;

  for (guint i = 0; i < n; i++)
    {
      get_sums (model, page, i, sums + i * S);
      for (guint s = 0; s < S; s++)
        if (is_wrong (s, page->states[i]))
          sums[i * S + s] += margin * page->costs[i];
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
learn_steps (Model *model, const RolePage *page, const double *sums, const double *a,
             const double *b, double z, double factor)
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
learn (Model *model, const RolePage *page, double strength, double factor)
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
decode (const Model *model, const RolePage *page, guint8 *states)
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
      RolePage *page = pages->pdata[i];
      double n_words = 20;

      if (page->known == NULL)
        continue;
      decode (model, page, page->states);
      for (guint j = 0; j < page->n; j++)
        if (page->states[j] == VR_ROLE_STATE_TEXT)
          n_words += page->lines[j].n_words;
      for (guint j = 0; j < page->n; j++)
        page->costs[j] = 0.1 + MIN (30 * page->lines[j].n_words / n_words, 3);
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
run_rounds (Model *model, GPtrArray *pages, guint fold_out, guint seed, gboolean with_weak)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint *order = g_new (guint, pages->len);

  for (guint i = 0; i < pages->len; i++)
    order[i] = i;
  memset (model->sums, 0, model->n * sizeof *model->sums);
  for (guint round = 0; round < (guint)n_rounds; round++)
    {
      shuffle (order, pages->len, rand);
      for (guint i = 0; i < pages->len; i++)
        {
          RolePage *page = pages->pdata[order[i]];

          if (page->fold != fold_out && page->n > 0 && (with_weak || page->known == NULL))
            draw_masks (model, rand), learn (model, page, decay, page->known != NULL ? weak : 1);
        }
      clear_masks (model);
      for (guint f = 0; round >= (guint)n_rounds / 2 && f < model->n; f++)
        for (guint s = 0; s < S; s++)
          model->sums[f][s] += model->weights[f][s] / (n_rounds - n_rounds / 2);
    }
  memcpy (model->weights, model->sums, model->n * sizeof *model->sums);
}

static Model *
train_one (GPtrArray *pages, guint fold_out, guint seed)
{
  Model *model = model_new ();

  run_rounds (model, pages, fold_out, seed, FALSE);
  for (guint i = 0; i < (guint)n_guesses; i++)
    {
      guess (model, pages);
      run_rounds (model, pages, fold_out, seed + 100 + i, TRUE);
    }
  return model;
}

/* The mean of several, which see the pages in different orders. */
static Model *
train (GPtrArray *pages, guint fold_out)
{
  Model *mean = model_new ();

  for (guint i = 0; i < (guint)n_models; i++)
    {
      Model *model = train_one (pages, fold_out, i + 1);

      for (guint f = 0; f < mean->n; f++)
        for (guint s = 0; s < S; s++)
          mean->weights[f][s] += model->weights[f][s] / n_models;
      for (guint s = 0; s < S; s++)
        for (guint t = 0; t < S; t++)
          mean->steps[s][t] += model->steps[s][t] / n_models;
    }
  return mean;
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

/* What of it the reader is shown as text in the end. */
static void
name (const RolePage *page, guint8 *states)
{
  g_autofree guint8 *roles = g_new0 (guint8, page->n);

  vr_role_names_give (page->paragraphs, page->lines, page->n, states, roles, NULL);
  for (guint i = 0; i < page->n; i++)
    states[i] = vr_role_is_text (roles[i]) ? VR_ROLE_STATE_TEXT : VR_ROLE_STATE_BELOW;
}

static void
score_folds (GPtrArray *pages, guint n_pages)
{
  RoleScore score = { 0 }, named = { 0 }, truth = { 0 };

  for (guint fold = 0; fold < (guint)n_folds; fold++)
    {
      Model *model = train (pages, fold);

      for (guint i = 0; i < n_pages; i++)
        {
          RolePage *page = pages->pdata[i];
          g_autofree guint8 *states = g_new0 (guint8, page->n + 1);

          if (page->fold != fold || page->n == 0)
            continue;
          decode (model, page, states);
          role_score_add (&score, page, states, is_loud);
          role_score_add (&truth, page, page->states, FALSE);
          name (page, states);
          role_score_add (&named, page, states, FALSE);
        }
    }
  role_score_print (&score, "left out");
  role_score_print (&named, "left out, and named");
  role_score_print (&truth, "the marks themselves");
}

static const GOptionEntry entries[] = {
  { "weak", 0, 0, G_OPTION_ARG_FILENAME, &weak_path, "Pages with a few marked pieces", "FILE" },
  { "write", 0, 0, G_OPTION_ARG_FILENAME, &write_to, "Where the weights go", "FILE" },
  { "no-folds", 0, 0, G_OPTION_ARG_NONE, &no_folds, "Score nothing", NULL },
  { "loud", 0, 0, G_OPTION_ARG_NONE, &is_loud, "Print faults", NULL },
  { "folds", 0, 0, G_OPTION_ARG_INT, &n_folds, "Into how many parts pages are cut", "N" },
  { "left-out", 0, 0, G_OPTION_ARG_INT, &left_out, "Train without this part, score nothing", "N" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often each page is seen", "N" },
  { "guesses", 0, 0, G_OPTION_ARG_INT, &n_guesses, "How often weak pages are guessed", "N" },
  { "models", 0, 0, G_OPTION_ARG_INT, &n_models, "How many are averaged", "N" },
  { "variants", 0, 0, G_OPTION_ARG_INT, &n_variants, "Shortened copies of each page", "N" },
  { "rate", 0, 0, G_OPTION_ARG_DOUBLE, &rate, "The length of a step", "X" },
  { "decay", 0, 0, G_OPTION_ARG_DOUBLE, &decay, "How weights are drawn to zero", "X" },
  { "margin", 0, 0, G_OPTION_ARG_DOUBLE, &margin, "What a wrong line costs", "X" },
  { "dropout", 0, 0, G_OPTION_ARG_DOUBLE, &dropout, "Share of features unseen", "X" },
  { "weight", 0, 0, G_OPTION_ARG_DOUBLE, &weak, "What a weak page counts", "X" },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("COPIES.jsonl GOLD.json");
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  GPtrArray *pages;
  guint n_pages;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, NULL) || argc != 3)
    {
      g_printerr ("%s", g_option_context_get_help (context, TRUE, NULL));
      return 2;
    }
  pages = role_pages_read (argv[1], argv[2], n_folds);
  n_pages = pages->len;
  role_pages_add_variants (pages, n_variants, rand);
  if (weak_path != NULL)
    role_pages_read_weak (pages, weak_path);
  if (!no_folds && left_out < 0)
    score_folds (pages, n_pages);
  if (write_to != NULL)
    write_weights (train (pages, left_out), write_to);
  return 0;
}
