/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the likeliest row of states. */
#include "vr-role-chain.h"

#define IMPOSSIBLE (G_MININT32 / 2)

gboolean
vr_role_state_may_follow (VrRoleState before, VrRoleState state)
{
  switch (before)
    {
    case VR_ROLE_STATE_ABOVE:
      return state == VR_ROLE_STATE_ABOVE || state == VR_ROLE_STATE_TEXT;
    case VR_ROLE_STATE_TEXT:
      return state != VR_ROLE_STATE_ABOVE;
    case VR_ROLE_STATE_BETWEEN:
      return state == VR_ROLE_STATE_BETWEEN || state == VR_ROLE_STATE_TEXT;
    case VR_ROLE_STATE_BELOW:
    default:
      return state == VR_ROLE_STATE_BELOW;
    }
}

static void
sum_weights (const VrRoleFeatures *features, guint index, gint32 sums[VR_N_ROLE_STATES])
{
  guint16 found[VR_ROLE_MAX_FEATURES];
  guint n = vr_role_features_get (features, index, found);

  for (VrRoleState state = 0; state < VR_N_ROLE_STATES; state++)
    sums[state] = 0;
  for (guint i = 0; i < n; i++)
    for (VrRoleState state = 0; state < VR_N_ROLE_STATES; state++)
      sums[state] += vr_role_weights[found[i]][state];
}

/* The best way to @state, in @from; Returns: its score. */
static gint32
find_best (const gint32 scores[VR_N_ROLE_STATES], VrRoleState state, guint8 *from)
{
  gint32 best = IMPOSSIBLE;

  *from = state;
  for (VrRoleState before = 0; before < VR_N_ROLE_STATES; before++)
    if (vr_role_state_may_follow (before, state)
        && scores[before] + vr_role_steps[before][state] > best)
      {
        best = scores[before] + vr_role_steps[before][state];
        *from = before;
      }
  return best;
}

/* Walks back from the best end; the last line is never between paragraphs. */
static void
follow_back (const guint8 *came_from, const gint32 scores[VR_N_ROLE_STATES], guint n,
             guint8 *states)
{
  VrRoleState state = VR_ROLE_STATE_ABOVE;

  for (VrRoleState i = 0; i < VR_N_ROLE_STATES; i++)
    if (i != VR_ROLE_STATE_BETWEEN && scores[i] > scores[state])
      state = i;
  for (guint i = n; i-- > 0;)
    {
      states[i] = state;
      state = came_from[i * VR_N_ROLE_STATES + state];
    }
}

void
vr_role_chain_run (const VrRoleLine *lines, guint n, guint8 *states)
{
  g_autoptr (VrRoleFeatures) features = vr_role_features_new (lines, n);
  g_autofree guint8 *came_from = g_new0 (guint8, (gsize)n * VR_N_ROLE_STATES);
  gint32 scores[VR_N_ROLE_STATES] = { 0, 0, IMPOSSIBLE, IMPOSSIBLE };

  g_return_if_fail (vr_role_n_weights == vr_role_features_get_n ());
  for (guint i = 0; i < n; i++)
    {
      gint32 sums[VR_N_ROLE_STATES], next[VR_N_ROLE_STATES];

      sum_weights (features, i, sums);
      for (VrRoleState state = 0; state < VR_N_ROLE_STATES; state++)
        next[state] =
            sums[state]
            + (i == 0 ? scores[state]
                      : find_best (scores, state, &came_from[i * VR_N_ROLE_STATES + state]));
      /* What is impossible stays so, however long the text. */
      for (VrRoleState state = 0; state < VR_N_ROLE_STATES; state++)
        scores[state] = MAX (next[state], IMPOSSIBLE);
    }
  if (n > 0)
    follow_back (came_from, scores, n, states);
}
