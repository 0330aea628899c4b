/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Links between paragraphs become rows: each connected group of paragraphs is one row. */
#include "vr-array.h"
#include "vr-engine.h"

#include <string.h>

/* How many paragraphs of side 0 a row has, shifted by one bit for side 1. */
#define SIZE_ANY (1 << 0)
#define SIZE_SEVERAL (1 << 2)

/* A judged row that no link was seen of yet. */
#define NO_EVIDENCE G_MAXUINT32

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

static gboolean
is_equal_pair (const VrEngine *engine, guint32 a, guint32 b)
{
  guint32 from[VR_N_SIDES] = { vr_engine_first_token (engine, 0, a),
                               vr_engine_first_token (engine, 1, b) };
  guint32 n = vr_engine_end_token (engine, 0, a) - from[0];

  return n == vr_engine_end_token (engine, 1, b) - from[1]
         && memcmp (engine->ids[0] + from[0], engine->ids[1] + from[1], n * sizeof (guint32)) == 0;
}

/* Rows in the order of their first paragraph.  A root is the first of its group, so parents become
 * numbers of rows in one pass. */
static void
number_rows (VrRows *self, guint32 *parents, guint32 n_paragraphs)
{
  for (guint32 i = 0; i < n_paragraphs; i++)
    parents[i] = parents[i] == i ? self->n++ : parents[parents[i]];
}

static VrRowKind
kind_by_size (guint8 size)
{
  if (!(size & SIZE_ANY << 1))
    return VR_ROW_REMOVED;
  if (!(size & SIZE_ANY))
    return VR_ROW_ADDED;
  if (!(size & SIZE_SEVERAL))
    return size & SIZE_SEVERAL << 1 ? VR_ROW_SPLIT : VR_ROW_EDITED;
  return size & SIZE_SEVERAL << 1 ? VR_ROW_RECAST : VR_ROW_MERGED;
}

static void
find_kinds (VrRows *self, const VrEngine *engine, const guint32 *row_of)
{
  guint32 n = engine->n_paragraphs[0] + engine->n_paragraphs[1];

  self->kinds = g_new0 (guint8, self->n);
  for (guint32 i = 0; i < n; i++)
    {
      guint8 *size = &self->kinds[row_of[i]];
      guint side = i >= engine->n_paragraphs[0];

      *size |= *size & SIZE_ANY << side ? SIZE_SEVERAL << side : SIZE_ANY << side;
    }
  for (guint32 i = 0; i < self->n; i++)
    self->kinds[i] = kind_by_size (self->kinds[i]);
}

/* Tells the same from the edited, and which rows have evidence of their own. */
static void
find_judged (VrRows *self, const VrEngine *engine, const VrLinks *links, const guint32 *row_of)
{
  vr_marks_init (&self->judged, self->n);
  for (guint i = 0; i < vr_links_get_n (links); i++)
    {
      const VrLink *link = vr_links_get (links, i);
      guint32 row = row_of[link->old_index];

      if (self->kinds[row] == VR_ROW_EDITED
          && is_equal_pair (engine, link->old_index, link->new_index))
        {
          self->kinds[row] = VR_ROW_SAME;
          if (vr_links_get_evidence (links, i)->terms[VR_ALIGN_TERM_PINNED] == 0)
            continue;
        }
      vr_marks_add (&self->judged, row);
    }
}

static void
add_to_mean (VrEvidence *mean, const VrEvidence *evidence, guint32 n)
{
  mean->score += (evidence->score - mean->score) / (float)n;
  for (guint t = 0; t < VR_ALIGN_N_TERMS; t++)
    mean->terms[t] += (evidence->terms[t] - mean->terms[t]) / (float)n;
}

/* A row's evidence is its only link's, or the mean over its links, put behind the links' own. Takes
 * all of it out of @links. */
static void
gather_evidence (VrRows *self, VrLinks *links, const guint32 *row_of)
{
  GArray *pool = links->evidence;
  g_autoptr (GArray) n_averaged = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n_given = pool->len, n_judged = vr_marks_count (&self->judged);

  self->evidence = g_new (guint32, MAX (n_judged, 1));
  memset (self->evidence, 0xff, n_judged * sizeof (guint32));
  for (guint i = 0; i < vr_links_get_n (links); i++)
    {
      guint32 row = row_of[vr_links_get (links, i)->old_index];
      guint32 *index;

      if (!vr_marks_has (&self->judged, row))
        continue;
      index = &self->evidence[vr_marks_get_before (&self->judged, row)];
      if (*index == NO_EVIDENCE)
        {
          *index = vr_links_get (links, i)->evidence;
          continue;
        }
      if (*index < n_given)
        {
          VrEvidence first = g_array_index (pool, VrEvidence, *index);
          guint32 one = 1;

          *index = pool->len;
          g_array_append_val (pool, first);
          g_array_append_val (n_averaged, one);
        }
      add_to_mean (&g_array_index (pool, VrEvidence, *index), vr_links_get_evidence (links, i),
                   ++g_array_index (n_averaged, guint32, *index - n_given));
    }
  self->pool = vr_array_take (pool, NULL);
}

static void
fill_members (VrMembers *self, guint32 n_rows, const guint32 *row_of, guint32 n_paragraphs)
{
  guint32 n_listed = 0;

  self->at = g_new0 (guint32, n_rows);
  for (guint32 i = 0; i < n_paragraphs; i++)
    self->at[row_of[i]]++;
  for (guint32 i = 0; i < n_rows; i++)
    {
      guint32 n = self->at[i];

      self->at[i] = n == 0 ? VR_NO_PARAGRAPH : n == 1 ? 0 : VR_MEMBERS_LISTED | n_listed;
      n_listed += n > 1 ? n + 1 : 0;
    }

  self->lists = g_new0 (guint32, n_listed);
  for (guint32 i = 0; i < n_paragraphs; i++)
    {
      guint32 *at = &self->at[row_of[i]];

      if (*at & VR_MEMBERS_LISTED)
        {
          guint32 *list = self->lists + (*at & ~VR_MEMBERS_LISTED);

          list[++list[0]] = i;
        }
      else
        *at = i;
    }
}

void
vr_rows_group (VrRows *self, const VrEngine *engine, VrLinks *links)
{
  g_autofree guint32 *row_of = group_by_links (engine, links);

  number_rows (self, row_of, engine->n_paragraphs[0] + engine->n_paragraphs[1]);
  find_kinds (self, engine, row_of);
  find_judged (self, engine, links, row_of);
  gather_evidence (self, links, row_of);
  vr_links_free (links);

  fill_members (&self->members[0], self->n, row_of, engine->n_paragraphs[0]);
  fill_members (&self->members[1], self->n, row_of + engine->n_paragraphs[0],
                engine->n_paragraphs[1]);
}
