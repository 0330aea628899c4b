/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heaviest run of pairs that rises on both sides. */
#include "vr-align-chain.h"

#define NO_PAIR G_MAXUINT32

/* A prefix maximum by column; the first of equal ones stays. */
typedef struct
{
  guint64 weight;
  guint32 pair;
} Best;

static Best
tree_get (const Best *tree, guint32 n_before)
{
  Best best = { 0, NO_PAIR };
  guint32 i;

  for (i = n_before; i > 0; i &= i - 1)
    if (tree[i].weight > best.weight)
      best = tree[i];
  return best;
}

static void
tree_put (Best *tree, guint32 n_columns, guint32 column, Best best)
{
  guint32 i;

  for (i = column + 1; i <= n_columns; i += i & -i)
    if (best.weight > tree[i].weight)
      tree[i] = best;
}

static void
select_pairs (GArray *pairs, guint32 n_columns, gboolean weak)
{
  g_autofree Best *tree = g_new0 (Best, (gsize)n_columns + 1);
  g_autofree guint32 *before = g_new (guint32, (gsize)pairs->len + 1);
  Best best;
  guint32 i;

  for (i = 0; i < pairs->len; i++)
    {
      VrChainPair *pair = &g_array_index (pairs, VrChainPair, i);

      best = tree_get (tree, pair->column + (weak ? 1 : 0));
      before[i] = best.pair;
      best.weight += pair->weight + 1;
      best.pair = i;
      tree_put (tree, n_columns, pair->column, best);
      pair->chosen = FALSE;
    }
  best = tree_get (tree, n_columns);
  for (i = best.pair; i != NO_PAIR; i = before[i])
    g_array_index (pairs, VrChainPair, i).chosen = TRUE;
}

void
vr_chain_select (GArray *pairs, guint32 n_columns)
{
  select_pairs (pairs, n_columns, FALSE);
}

void
vr_chain_select_weak (GArray *pairs, guint32 n_columns)
{
  select_pairs (pairs, n_columns, TRUE);
}
