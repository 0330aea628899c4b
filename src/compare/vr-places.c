/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the rows, and what is shown from top to bottom. */
#include "vr-comparison-private.h"
#include "vr-engine.h"

#include <string.h>

#define NONE G_MAXUINT32

/* What stands on the old side only, hung behind the unmoved row before it. */
typedef struct
{
  guint32 *heads; /* by draft, one more for what comes before everything */
  guint32 *tails;
  guint32 *next; /* by old paragraph */
} Hanging;

static guint
side_of (const VrEngine *engine, VrSide side)
{
  return side ^ (engine->swapped ? 1 : 0);
}

static guint32 *
map_paragraphs (const VrEngine *engine, const VrDrafts *drafts, guint side)
{
  guint32 *draft_of = g_new (guint32, MAX (engine->n_paragraphs[side], 1));

  for (guint32 i = 0; i < drafts->n_rows; i++)
    for (guint32 k = 0; k < drafts->rows[i].n[side]; k++)
      draft_of[drafts->members[side][drafts->rows[i].first[side] + k]] = i;

  return draft_of;
}

static void
hanging_init (Hanging *self, guint32 n_drafts, guint32 n_old)
{
  self->heads = g_new (guint32, n_drafts + 1);
  self->tails = g_new (guint32, n_drafts + 1);
  self->next = g_new (guint32, MAX (n_old, 1));
  memset (self->heads, 0xff, (n_drafts + 1) * sizeof (guint32));
}

static void
hanging_add (Hanging *self, guint32 behind, guint32 paragraph)
{
  self->next[paragraph] = NONE;
  if (self->heads[behind] == NONE)
    self->heads[behind] = paragraph;
  else
    self->next[self->tails[behind]] = paragraph;
  self->tails[behind] = paragraph;
}

static void
hanging_clear (Hanging *self)
{
  g_free (self->heads);
  g_free (self->tails);
  g_free (self->next);
}

static guint32
first_new (const VrDrafts *drafts, guint new_side, guint32 draft)
{
  return drafts->members[new_side][drafts->rows[draft].first[new_side]];
}

/* Old paragraphs that are gone, or whose row moved away, hang behind the last row that stayed. */
static void
hang_old (Hanging *self, const VrEngine *engine, const VrDrafts *drafts,
          const guint32 *draft_of_old)
{
  guint old_side = side_of (engine, VR_SIDE_OLD), new_side = side_of (engine, VR_SIDE_NEW);
  guint32 behind = drafts->n_rows;

  for (guint32 i = 0; i < engine->n_paragraphs[old_side]; i++)
    {
      const VrDraft *draft = &drafts->rows[draft_of_old[i]];
      gboolean first = drafts->members[old_side][draft->first[old_side]] == i;

      if (draft->n[new_side] > 0 && !draft->moved)
        {
          if (behind == drafts->n_rows
              || first_new (drafts, new_side, draft_of_old[i])
                     > first_new (drafts, new_side, behind))
            behind = draft_of_old[i];
        }
      else if (first)
        hanging_add (self, behind, i);
    }
}

typedef struct
{
  VrComparison *comparison;
  const VrEngine *engine;
  const VrDrafts *drafts;
  guint32 *row_of; /* draft -> row, NONE until placed */
  guint32 n_members;
} Placing;

static void
fill_row (Placing *self, VrRow *row, guint32 index)
{
  const VrDraft *draft = &self->drafts->rows[index];
  guint old_side = side_of (self->engine, VR_SIDE_OLD);
  guint new_side = side_of (self->engine, VR_SIDE_NEW);
  guint32 *members = self->comparison->members + self->n_members;

  row->kind = draft->kind;
  if (self->engine->swapped)
    row->kind = draft->kind == VR_ROW_ADDED     ? VR_ROW_REMOVED
                : draft->kind == VR_ROW_REMOVED ? VR_ROW_ADDED
                : draft->kind == VR_ROW_SPLIT   ? VR_ROW_MERGED
                : draft->kind == VR_ROW_MERGED  ? VR_ROW_SPLIT
                                                : draft->kind;
  row->moved = draft->moved;
  row->score = draft->score;
  row->terms = self->comparison->terms + (gsize)draft->terms * VR_ALIGN_N_TERMS;
  row->n_old = draft->n[old_side];
  row->n_new = draft->n[new_side];
  row->old_paragraphs = members;
  row->new_paragraphs = members + row->n_old;
  memcpy (members, self->drafts->members[old_side] + draft->first[old_side],
          row->n_old * sizeof (guint32));
  memcpy (members + row->n_old, self->drafts->members[new_side] + draft->first[new_side],
          row->n_new * sizeof (guint32));
  self->n_members += row->n_old + row->n_new;
}

static void
place_row (Placing *self, guint32 draft)
{
  VrComparison *comparison = self->comparison;
  guint32 row = comparison->n_rows++;

  self->row_of[draft] = row;
  fill_row (self, &comparison->rows[row], draft);
  comparison->row_places[row] = comparison->n_places;
  comparison->places[comparison->n_places++] = (VrPlace){ row, FALSE };
}

/* The row of a reference may stand further down and have no number yet: the draft's goes in and
 * is turned into the row's by resolve_references (). */
static void
place_hanging (Placing *self, const Hanging *hanging, guint32 behind, const guint32 *draft_of_old)
{
  VrComparison *comparison = self->comparison;
  guint new_side = side_of (self->engine, VR_SIDE_NEW);

  for (guint32 i = hanging->heads[behind]; i != NONE; i = hanging->next[i])
    if (self->drafts->rows[draft_of_old[i]].n[new_side] == 0)
      place_row (self, draft_of_old[i]);
    else
      comparison->places[comparison->n_places++] = (VrPlace){ draft_of_old[i], TRUE };
}

static void
resolve_references (Placing *self)
{
  VrComparison *comparison = self->comparison;
  guint32 n_paired = 0;

  comparison->references = g_hash_table_new (NULL, NULL);
  comparison->paired_before = g_new (guint32, MAX (comparison->n_places, 1));
  for (guint32 i = 0; i < comparison->n_places; i++)
    {
      VrPlace *place = &comparison->places[i];
      const VrRow *row;

      comparison->paired_before[i] = n_paired;
      if (place->is_reference)
        {
          place->row = self->row_of[place->row];
          g_hash_table_insert (comparison->references, GUINT_TO_POINTER (place->row),
                               GUINT_TO_POINTER (i + 1));
          continue;
        }
      row = &comparison->rows[place->row];
      n_paired += row->n_old > 0 && row->n_new > 0;
    }
}

static void
place_all (Placing *self, const Hanging *hanging, const guint32 *draft_of_old,
           const guint32 *draft_of_new)
{
  guint new_side = side_of (self->engine, VR_SIDE_NEW);

  place_hanging (self, hanging, self->drafts->n_rows, draft_of_old);
  for (guint32 i = 0; i < self->engine->n_paragraphs[new_side]; i++)
    if (self->row_of[draft_of_new[i]] == NONE)
      {
        place_row (self, draft_of_new[i]);
        place_hanging (self, hanging, draft_of_new[i], draft_of_old);
      }
  resolve_references (self);
}

void
vr_comparison_take_drafts (VrComparison *self, const VrEngine *engine, VrDrafts *drafts)
{
  guint old_side = side_of (engine, VR_SIDE_OLD);
  g_autofree guint32 *draft_of_old = map_paragraphs (engine, drafts, old_side);
  g_autofree guint32 *draft_of_new = map_paragraphs (engine, drafts, side_of (engine, VR_SIDE_NEW));
  Placing placing = { .comparison = self, .engine = engine, .drafts = drafts };
  Hanging hanging;
  guint32 n_moved = 0;

  for (guint32 i = 0; i < drafts->n_rows; i++)
    n_moved += drafts->rows[i].moved;

  self->rows = g_new0 (VrRow, MAX (drafts->n_rows, 1));
  self->row_places = g_new (guint32, MAX (drafts->n_rows, 1));
  self->places = g_new (VrPlace, MAX (drafts->n_rows + n_moved, 1));
  self->members = g_new (guint32, MAX (engine->n_paragraphs[0] + engine->n_paragraphs[1], 1));
  self->terms = (float *)(gpointer)g_array_free (g_steal_pointer (&drafts->terms), FALSE);

  placing.row_of = g_new (guint32, MAX (drafts->n_rows, 1));
  memset (placing.row_of, 0xff, drafts->n_rows * sizeof (guint32));
  hanging_init (&hanging, drafts->n_rows, engine->n_paragraphs[old_side]);
  hang_old (&hanging, engine, drafts, draft_of_old);
  place_all (&placing, &hanging, draft_of_old, draft_of_new);

  hanging_clear (&hanging);
  g_free (placing.row_of);
}
