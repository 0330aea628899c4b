/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the aligner: its stages in a row. */
#include "vr-align-run.h"

#include "vr-align-candidates.h"
#include "vr-align-decode.h"
#include "vr-align-judge.h"
#include "vr-align-similarity.h"

/* What the reader said shows as the log-odds of a score that rounds to 1 at four digits. */
#define PINNED_LOG_ODDS 10.0f

/* A unit is open to similarity when it has words and no partner; units with equals left on the
 * other side wait for vr_align_pair_leftovers(). */
static void
open_units (VrAlign *self)
{
  g_autofree guint32 *free_old = g_new0 (guint32, self->n_classes + 1);
  g_autofree guint32 *free_new = g_new0 (guint32, self->n_classes + 1);
  guint32 *free_units[VR_N_SIDES] = { free_old, free_new };
  guint s;
  guint32 i;

  for (s = 0; s < VR_N_SIDES; s++)
    for (i = 0; i < self->sides[s].n_units; i++)
      if (self->sides[s].partners[i] == VR_ALIGN_NONE)
        free_units[s][vr_align_class (&self->sides[s], i)]++;
  for (s = 0; s < VR_N_SIDES; s++)
    for (i = 0; i < self->sides[s].n_units; i++)
      {
        VrAlignSide *side = &self->sides[s];
        guint32 n_old = free_units[0][vr_align_class (side, i)],
                n_new = free_units[1][vr_align_class (side, i)];

        /* One of each can only be left over because the reader said they are not the same. */
        side->open[i] = side->partners[i] == VR_ALIGN_NONE && vr_align_n_words (side, i) > 0
                        && (n_old == 0 || n_new == 0 || (n_old == 1 && n_new == 1));
      }
}

static gboolean
is_pinned (const VrAlign *self, guint32 old_index, guint32 new_index)
{
  return vr_align_has_pair (self->pinned, self->n_pinned, old_index, new_index);
}

static void
add_pinned (const VrAlign *self, VrLinks *links)
{
  VrEvidence evidence = { .score = 1, .terms[VR_ALIGN_TERM_PINNED] = PINNED_LOG_ODDS };

  for (guint i = 0; i < self->n_pinned; i++)
    vr_links_add (links, self->pinned[i].old_index, self->pinned[i].new_index, &evidence);
}

static void
add_firm (const VrAlign *self, VrLinks *links)
{
  for (guint32 i = 0; i < self->sides[0].n_units; i++)
    {
      guint32 partner = self->sides[0].partners[i];

      if (partner == VR_ALIGN_NONE || is_pinned (self, i, partner))
        continue;
      if (self->shared_parts[i] > 0)
        {
          VrEvidence evidence = vr_align_explain_sure (self->shared_parts[i]);

          vr_links_add (links, i, partner, &evidence);
        }
      else
        vr_links_add_exact (links, i, partner);
    }
}

static void
add_links (const VrAlign *self, const VrAlignModel *model, const GArray *picked, VrLinks *links)
{
  add_pinned (self, links);
  add_firm (self, links);
  for (guint32 i = 0; i < picked->len; i++)
    {
      const VrAlignPair *pair =
          &g_array_index (self->pairs, VrAlignPair, g_array_index (picked, guint32, i));
      VrEvidence evidence = { .score = pair->chance };

      vr_align_explain (self, model, pair, evidence.terms);
      vr_links_add (links, vr_align_solid (&self->sides[0], pair->row),
                    vr_align_solid (&self->sides[1], pair->column), &evidence);
    }
}

static gboolean
has_open (const VrAlignSide *side)
{
  for (guint32 i = 0; i < side->n_units; i++)
    if (side->open[i])
      return TRUE;
  return FALSE;
}

/* What similarity pairs: positions in self->pairs, or NULL when cancelled. */
static GArray *
pick_similar (VrAlign *self, const VrAlignModel *model, VrAlignWatch watch, gpointer watch_data,
              GError **error)
{
  VrAlignVectors vectors[VR_N_SIDES] = { 0 };
  GArray *picked = NULL;

  if (!has_open (&self->sides[0]) || !has_open (&self->sides[1]))
    return g_array_new (FALSE, FALSE, sizeof (guint32));

  vr_align_set_terms (self);
  if (vr_align_find_candidates (self, vectors, error) && vr_align_measure (self, vectors, error)
      && vr_align_judge (self, vectors, model, watch, watch_data, error))
    picked = vr_align_decode (self, model);
  vr_align_vectors_clear (&vectors[0]);
  vr_align_vectors_clear (&vectors[1]);
  return picked;
}

static void
clear (VrAlign *self)
{
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->features, g_free);
  g_clear_pointer (&self->shared_parts, g_free);
  g_clear_pointer (&self->row_firsts, g_free);
  g_clear_pointer (&self->column_firsts, g_free);
  g_clear_pointer (&self->column_pairs, g_free);
  vr_align_clear_sides (self);
}

gboolean
vr_align_run (VrAlign *self, const VrInterner *interner, const VrAlignModel *model,
              VrAlignWatch watch, gpointer watch_data, VrLinks *links, GError **error)
{
  g_autoptr (GArray) picked = NULL;

  vr_links_reset (links);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (VrAlignPair));
  vr_align_init_sides (self, interner);
  if (vr_align_pair_equal (self, error))
    {
      open_units (self);
      vr_align_pair_sure (self);
      picked = pick_similar (self, model, watch, watch_data, error);
    }
  if (picked != NULL)
    {
      vr_align_pair_leftovers (self, picked);
      add_links (self, model, picked, links);
      vr_align_absorb (self, links);
    }
  clear (self);
  return picked != NULL;
}
