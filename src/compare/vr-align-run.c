/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run of the aligner: its stages in a row. */
#include "vr-align-run.h"

#include "vr-align-candidates.h"
#include "vr-align-decode.h"
#include "vr-align-judge.h"
#include "vr-align-similarity.h"

/* What a firm link's term shows: the log-odds of a score that rounds to 1 at four digits. */
#define FIRM_LOG_ODDS 10.0f

/* A unit is open to similarity when it has words and no partner; units with equals left on the
 * other side wait for vr_align_find_leftovers(). */
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
        free_units[s][self->sides[s].classes[i]]++;
  for (s = 0; s < VR_N_SIDES; s++)
    for (i = 0; i < self->sides[s].n_units; i++)
      {
        VrAlignSide *side = &self->sides[s];
        guint32 n_old = free_units[0][side->classes[i]], n_new = free_units[1][side->classes[i]];

        /* One of each can only be left over because the reader said they are not the same. */
        side->open[i] = side->partners[i] == VR_ALIGN_NONE && side->n_words[i] > 0
                        && (n_old == 0 || n_new == 0 || (n_old == 1 && n_new == 1));
      }
}

static void
add_firm_link (GArray *links, guint32 old_index, guint32 new_index, VrAlignTerm term)
{
  VrLink link = { old_index, new_index, 1, { 0 } };

  link.terms[term] = FIRM_LOG_ODDS;
  g_array_append_val (links, link);
}

static void
add_sure_link (GArray *links, guint32 old_index, guint32 new_index, float part)
{
  VrLink link = { old_index, new_index, 1, { 0 } };

  vr_align_explain_sure (part, &link);
  g_array_append_val (links, link);
}

static gboolean
is_pinned (const VrAlign *self, guint32 old_index, guint32 new_index)
{
  return vr_align_has_pair (self->pinned, self->n_pinned, old_index, new_index);
}

static void
add_links (VrAlign *self, const VrAlignModel *model, GArray *picked, GArray *links)
{
  guint32 i;

  for (i = 0; i < self->n_pinned; i++)
    add_firm_link (links, self->pinned[i].old_index, self->pinned[i].new_index,
                   VR_ALIGN_TERM_PINNED);
  for (i = 0; i < self->sides[0].n_units; i++)
    {
      guint32 partner = self->sides[0].partners[i];

      if (partner == VR_ALIGN_NONE || is_pinned (self, i, partner))
        continue;
      if (self->shared_parts[i] > 0)
        add_sure_link (links, i, partner, self->shared_parts[i]);
      else
        add_firm_link (links, i, partner, VR_ALIGN_TERM_EXACT);
    }
  for (i = 0; i < picked->len; i++)
    {
      const VrAlignPair *pair =
          &g_array_index (self->pairs, VrAlignPair, g_array_index (picked, guint32, i));
      VrLink link = {
        self->sides[0].solids[pair->row], self->sides[1].solids[pair->column], pair->chance, { 0 }
      };

      vr_align_explain (self, model, pair, link.terms);
      g_array_append_val (links, link);
    }
}

gboolean
vr_align_run (VrAlign *self, const VrInterner *interner, const VrAlignModel *model,
              VrAlignWatch watch, gpointer watch_data, GArray *links, GError **error)
{
  VrAlignVectors vectors[VR_N_SIDES] = { 0 };
  gboolean done;

  g_array_set_size (links, 0);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (VrAlignPair));
  vr_align_init_sides (self, interner);
  done = vr_align_pair_equal (self, error);
  if (done)
    {
      open_units (self);
      vr_align_pair_sure (self);
      vr_align_set_terms (self);
      done = vr_align_find_candidates (self, vectors, error)
             && vr_align_measure (self, vectors, error)
             && vr_align_judge (self, vectors, model, watch, watch_data, error);
    }
  if (done)
    {
      g_autoptr (GArray) picked = vr_align_decode (self, model);

      vr_align_pair_leftovers (self, picked);
      add_links (self, model, picked, links);
      vr_align_absorb (self, links);
    }
  vr_align_vectors_clear (&vectors[0]);
  vr_align_vectors_clear (&vectors[1]);
  g_clear_pointer (&self->pairs, g_array_unref);
  g_clear_pointer (&self->features, g_free);
  g_clear_pointer (&self->shared_parts, g_free);
  g_clear_pointer (&self->row_firsts, g_free);
  g_clear_pointer (&self->column_firsts, g_free);
  g_clear_pointer (&self->column_pairs, g_free);
  vr_align_clear_sides (self);
  return done;
}
