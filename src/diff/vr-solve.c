/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves one box of the edit grid with whichever method promises to be fastest. */
#include "vr-diff-private.h"

#include <string.h>

/* Costs are in steps of Myers' search.  Per pair of equal tokens the sparse method takes a binary
   search, and memory, which the limit keeps in proportion to the input. */
#define STEPS_PER_PAIR 16
#define MAX_PAIRS_PER_TOKEN 8

/* Up to here a box is solved exactly whatever it takes, some 0.1 s; above, it goes window by
   window, unless the side lengths are so unequal that the whole costs no more. */
#define EXACT_CELLS (G_GUINT64_CONSTANT (1) << 32)
#define EXACT_CELLS_PER_TOKEN 16384
#define WINDOW                                                                                     \
  16384 /* tokens of the longer side; at 4096 it loses its way in w3 (bench-engine)                \
         */

/* The bit-parallel method is not used beyond this; the linear-space search then has to do. */
#define MAX_BORDER_BYTES (G_GUINT64_CONSTANT (1) << 30)

static void
mark_all (VrDiffer *self, const VrBox *box)
{
  memset (self->changed[VR_SIDE_OLD] + box->old_from, TRUE, box->old_to - box->old_from);
  memset (self->changed[VR_SIDE_NEW] + box->new_from, TRUE, box->new_to - box->new_from);
}

/* A single token against some: it is there, or not. */
static void
solve_single (VrDiffer *self, const VrBox *box)
{
  gboolean old_is_single = box->old_to - box->old_from == 1;
  VrSide single = old_is_single ? VR_SIDE_OLD : VR_SIDE_NEW, other = !single;
  guint32 at = old_is_single ? box->old_from : box->new_from;
  guint32 from = old_is_single ? box->new_from : box->old_from;
  guint32 to = old_is_single ? box->new_to : box->old_to;

  mark_all (self, box);
  for (guint32 i = from; i < to; i++)
    if (self->ids[other][i] == self->ids[single][at])
      {
        self->changed[other][i] = self->changed[single][at] = FALSE;
        return;
      }
}

static VrBox
whole_reduced (const VrDiffer *self)
{
  return (VrBox){ 0, self->reduced[VR_SIDE_OLD].n, 0, self->reduced[VR_SIDE_NEW].n };
}

/* Solves a window at the start of what is left, keeps the first three quarters of its path, of
   which the rest is bent towards the window's corner, and goes on from there. */
static gboolean
solve_by_windows (VrDiffer *self)
{
  VrBox rest = whole_reduced (self);

  self->limited = TRUE;
  while (rest.old_from < rest.old_to || rest.new_from < rest.new_to)
    {
      guint64 n_old = rest.old_to - rest.old_from, n_new = rest.new_to - rest.new_from;
      guint64 longer = MAX (n_old, n_new);
      VrBox window = rest;

      if (longer > WINDOW)
        {
          window.old_to = rest.old_from + (n_old * WINDOW + longer - 1) / longer;
          window.new_to = rest.new_from + (n_new * WINDOW + longer - 1) / longer;
          n_old = window.old_to - window.old_from;
          n_new = window.new_to - window.new_from;
        }
      if (!vr_bit_lcs_run (self, &window,
                           longer > WINDOW ? (n_old + n_new) * 3 / 4 : n_old + n_new))
        return FALSE;
      rest.old_from = window.old_from;
      rest.new_from = window.new_from;
    }
  return TRUE;
}

static gboolean
is_over_limit (const VrDiffer *self, guint64 n_old, guint64 n_new)
{
  guint64 n_cells = n_old * n_new;

  return !self->minimal && n_cells > EXACT_CELLS
         && n_cells > EXACT_CELLS_PER_TOKEN * (n_old + n_new);
}

static gboolean
solve_reduced (VrDiffer *self)
{
  VrBox box = whole_reduced (self);
  guint64 n_old = box.old_to, n_new = box.new_to, n_tokens = n_old + n_new, n_pairs = 0;
  guint64 bit_cost = vr_bit_lcs_predict (n_old, n_new), cost = bit_cost;
  gboolean windows = is_over_limit (self, n_old, n_new), sparse = FALSE, gave_up;

  if (windows)
    cost = vr_bit_lcs_predict (WINDOW, WINDOW) / WINDOW * n_tokens;
  else if (vr_bit_lcs_predict_bytes (n_old, n_new) > MAX_BORDER_BYTES)
    cost = 0;
  if (bit_cost > STEPS_PER_PAIR * n_tokens)
    {
      n_pairs = vr_sparse_lcs_count_pairs (self);
      sparse = n_pairs <= MAX_PAIRS_PER_TOKEN * n_tokens
               && (cost == 0 || STEPS_PER_PAIR * n_pairs < cost);
      if (sparse)
        cost = STEPS_PER_PAIR * n_pairs;
    }
  if (!vr_myers_run (self, box, cost, &gave_up))
    return FALSE;
  if (!gave_up)
    return TRUE;
  if (sparse)
    return vr_sparse_lcs_run (self, n_pairs);
  if (windows)
    return solve_by_windows (self);
  return vr_bit_lcs_run (self, &box, n_tokens);
}

gboolean
vr_solve (VrDiffer *self, VrBox box)
{
  vr_box_trim (&box, self->ids[VR_SIDE_OLD], self->ids[VR_SIDE_NEW]);
  if (box.old_from == box.old_to || box.new_from == box.new_to)
    mark_all (self, &box);
  else if (box.old_to - box.old_from == 1 || box.new_to - box.new_from == 1)
    solve_single (self, &box);
  else
    {
      vr_prune (self, &box);
      return solve_reduced (self);
    }
  return TRUE;
}
