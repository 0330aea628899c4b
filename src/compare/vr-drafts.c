/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links between paragraphs become rows: each connected group of paragraphs is one row. */
#include "vr-engine.h"

#include <string.h>

#define TERMS_EXACT 0
#define TERMS_NONE 1

/* Union-find over all paragraphs, side 1's behind side 0's (Tarjan 1975, path halving). */
static guint32
find_root (guint32 *parents, guint32 node)
{
  while (parents[node] != node)
    {
      parents[node] = parents[parents[node]];
      node = parents[node];
    }

  return node;
}

static guint32 *
group_by_links (const VrEngine *engine, const VrLinks *links)
{
  guint32 n = engine->n_paragraphs[0] + engine->n_paragraphs[1];
  guint32 *parents = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    parents[i] = i;

  for (guint i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);
      guint32 a = find_root (parents, link->old_index);
      guint32 b = find_root (parents, engine->n_paragraphs[0] + link->new_index);

      parents[MAX (a, b)] = MIN (a, b);
    }

  return parents;
}

static VrRowKind
kind_by_size (const VrDraft *draft)
{
  if (draft->n[1] == 0)
    return VR_ROW_REMOVED;
  if (draft->n[0] == 0)
    return VR_ROW_ADDED;
  if (draft->n[0] == 1)
    return draft->n[1] == 1 ? VR_ROW_EDITED : VR_ROW_SPLIT;
  return draft->n[1] == 1 ? VR_ROW_MERGED : VR_ROW_RECAST;
}

static gboolean
is_equal_pair (const VrEngine *engine, guint32 a, guint32 b)
{
  guint32 from[VR_N_SIDES] = { vr_engine_first_token (engine, 0, a),
                               vr_engine_first_token (engine, 1, b) };
  guint32 n = vr_engine_end_token (engine, 0, a) - from[0];

  return n == vr_engine_end_token (engine, 1, b) - from[1]
         && memcmp (engine->ids[0] + from[0], engine->ids[1] + from[1], n * sizeof (guint32)) == 0;
}

/* Rows in the order of their first paragraph; fills in how many members each has. */
static guint32 *
number_rows (VrDrafts *self, const VrEngine *engine, guint32 *parents)
{
  guint32 n = engine->n_paragraphs[0] + engine->n_paragraphs[1];
  guint32 *row_of = g_new (guint32, MAX (n, 1));

  for (guint32 i = 0; i < n; i++)
    if (find_root (parents, i) == i)
      row_of[i] = self->n_rows++;
  self->rows = g_new0 (VrDraft, MAX (self->n_rows, 1));

  for (guint32 i = 0; i < n; i++)
    {
      row_of[i] = row_of[find_root (parents, i)];
      self->rows[row_of[i]].n[i >= engine->n_paragraphs[0]]++;
    }

  return row_of;
}

static void
fill_members (VrDrafts *self, const VrEngine *engine, const guint32 *row_of)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint32 n = engine->n_paragraphs[side], position = 0;
      const guint32 *rows = row_of + (side == 0 ? 0 : engine->n_paragraphs[0]);

      self->members[side] = g_new (guint32, MAX (n, 1));
      for (guint32 i = 0; i < self->n_rows; i++)
        {
          self->rows[i].first[side] = position;
          position += self->rows[i].n[side];
          self->rows[i].n[side] = 0;
        }
      for (guint32 i = 0; i < n; i++)
        {
          VrDraft *draft = &self->rows[rows[i]];

          self->members[side][draft->first[side] + draft->n[side]++] = i;
        }
    }
}

/* A row's score and terms are the mean over its links. */
static void
add_links (VrDrafts *self, const VrEngine *engine, const VrLinks *links, const guint32 *row_of)
{
  g_autofree guint32 *n_links = g_new0 (guint32, MAX (self->n_rows, 1));

  for (guint i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);
      const VrEvidence *evidence = vr_links_get_evidence (links, i);
      guint32 row = row_of[link->old_index];
      VrDraft *draft = &self->rows[row];
      float *terms;

      if (draft->kind == VR_ROW_EDITED && evidence->terms[VR_ALIGN_TERM_PINNED] == 0
          && is_equal_pair (engine, link->old_index, link->new_index))
        {
          draft->kind = VR_ROW_SAME;
          draft->score = 1;
          draft->terms = TERMS_EXACT;
          continue;
        }
      if (draft->kind == VR_ROW_EDITED && is_equal_pair (engine, link->old_index, link->new_index))
        draft->kind = VR_ROW_SAME;

      if (n_links[row]++ == 0)
        {
          draft->terms = self->terms->len / VR_ALIGN_N_TERMS;
          g_array_set_size (self->terms, self->terms->len + VR_ALIGN_N_TERMS);
        }
      terms = &g_array_index (self->terms, float, draft->terms *VR_ALIGN_N_TERMS);
      draft->score += (evidence->score - draft->score) / (float)n_links[row];
      for (guint t = 0; t < VR_ALIGN_N_TERMS; t++)
        terms[t] += (evidence->terms[t] - terms[t]) / (float)n_links[row];
    }
}

void
vr_drafts_build (VrDrafts *self, const VrEngine *engine, const VrLinks *links)
{
  g_autofree guint32 *parents = group_by_links (engine, links);
  g_autofree guint32 *row_of = number_rows (self, engine, parents);

  fill_members (self, engine, row_of);

  self->terms = g_array_new (FALSE, TRUE, sizeof (float));
  g_array_set_size (self->terms, 2 * VR_ALIGN_N_TERMS);
  g_array_index (self->terms, float, VR_ALIGN_TERM_EXACT) = 1;

  for (guint32 i = 0; i < self->n_rows; i++)
    {
      self->rows[i].kind = kind_by_size (&self->rows[i]);
      self->rows[i].terms = TERMS_NONE;
    }
  add_links (self, engine, links, row_of);
}

void
vr_drafts_clear (VrDrafts *self)
{
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->members[0], g_free);
  g_clear_pointer (&self->members[1], g_free);
  g_clear_pointer (&self->terms, g_array_unref);
}
