/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical changes: where in a row they are looked for, and their order. */
#include "vr-critical-private.h"

/* What one side of an edit may have over the other, in words, and still be no added clause: "had
 * not", "by no means". */
#define LOCAL_WORDS 3

/* Where both sides have more words than this, the clause was written anew, and what denies in it
 * says nothing about the other. */
#define MAX_REWORDED 4

/* A sentence removed and one added in its place are each other's counterpart up to so many tokens:
 * the length of a headline or an answer, whose words need not be alike. */
#define MAX_REPLACED_TOKENS 12

/* Tokens of both sides, in canonical sides. */
typedef struct
{
  guint32 from[VR_N_SIDES];
  guint32 to[VR_N_SIDES];
} Region;

typedef struct
{
  VrCriticalSearch *search;
  guint next_hunk; /* the first that may reach the next region */
  Region replaced; /* sentences removed and added next to each other */
} Lister;

void
vr_critical_search_init (VrCriticalSearch *self, const VrEngine *engine)
{
  *self = (VrCriticalSearch){ .engine = engine };
  self->edits = g_array_new (FALSE, FALSE, sizeof (VrEdit));
  self->changes = g_array_new (FALSE, FALSE, sizeof (VrCriticalChange));
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->tokens[side] = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
vr_critical_search_clear (VrCriticalSearch *self)
{
  g_array_unref (self->edits);
  g_array_unref (self->changes);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_array_unref (self->tokens[side]);
      g_clear_pointer (&self->quantities[side], g_array_unref);
    }
}

void
vr_critical_search_add (VrCriticalSearch *self, VrCritical kind, VrSpan first, VrSpan second)
{
  VrSpan spans[VR_N_SIDES] = { first, second };
  guint old_side = vr_engine_side (self->engine, VR_SIDE_OLD);
  VrCriticalChange change = { kind, spans[old_side], spans[1 - old_side] };

  g_array_append_val (self->changes, change);
}

gboolean
vr_critical_search_is_local (const VrEdit *edit, guint side)
{
  return edit->n_words[side] <= LOCAL_WORDS + edit->n_words[1 - side]
         && MIN (edit->n_words[0], edit->n_words[1]) <= MAX_REWORDED;
}

gboolean
vr_critical_search_is_elsewhere (const VrCriticalSearch *self, guint side, guint32 token)
{
  return self->engine->counts[self->runs[side].ids[token]] & (1u << (1 - side));
}

/* While the kinds are looked for, the engine's counts tell which sides' hunks an id stands in. */
static void
mark_sides (VrCriticalSearch *self, gboolean marked)
{
  guint32 *counts = self->engine->counts;

  for (guint i = 0; i < self->hunks->len; i++)
    {
      const VrHunk *hunk = &g_array_index (self->hunks, VrHunk, i);

      for (guint32 t = hunk->old_from; t < hunk->old_to; t++)
        counts[self->runs[0].ids[t]] = marked ? counts[self->runs[0].ids[t]] | 1 : 0;
      for (guint32 t = hunk->new_from; t < hunk->new_to; t++)
        counts[self->runs[1].ids[t]] = marked ? counts[self->runs[1].ids[t]] | 2 : 0;
    }
}

static guint
find_traits (const VrCriticalSearch *self)
{
  const guint8 *traits = self->engine->traits;
  guint found = 0;

  for (guint i = 0; i < self->hunks->len; i++)
    {
      const VrHunk *hunk = &g_array_index (self->hunks, VrHunk, i);

      for (guint32 t = hunk->old_from; t < hunk->old_to; t++)
        found |= traits[self->runs[0].ids[t]];
      for (guint32 t = hunk->new_from; t < hunk->new_to; t++)
        found |= traits[self->runs[1].ids[t]];
    }

  return found;
}

static void
append_edit (VrCriticalSearch *self, VrEdit edit)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    for (guint32 t = edit.from[side]; t < edit.to[side]; t++)
      {
        guint8 traits = vr_critical_search_trait (self, side, t);

        edit.traits |= traits;
        edit.n_words[side] += !(traits & VR_TRAIT_PUNCTUATION);
      }
  if (edit.traits & VR_TRAITS_CRITICAL)
    g_array_append_val (self->edits, edit);
}

/* Appends what the hunks change in a region; a hunk may reach into several. */
static void
append_region (Lister *self, const Region *region)
{
  const GArray *hunks = self->search->hunks;

  for (; self->next_hunk < hunks->len; self->next_hunk++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, self->next_hunk);

      if (hunk->old_to > region->from[0] || hunk->new_to > region->from[1])
        break;
    }
  for (guint i = self->next_hunk; i < hunks->len; i++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, i);
      VrEdit edit = {
        .from = { MAX (hunk->old_from, region->from[0]), MAX (hunk->new_from, region->from[1]) },
        .to = { MIN (hunk->old_to, region->to[0]), MIN (hunk->new_to, region->to[1]) }
      };

      if (hunk->old_from >= region->to[0] && hunk->new_from >= region->to[1])
        break;
      for (guint side = 0; side < VR_N_SIDES; side++)
        edit.to[side] = MAX (edit.to[side], edit.from[side]);
      if (edit.to[0] > edit.from[0] || edit.to[1] > edit.from[1])
        append_edit (self->search, edit);
    }
}

static void
flush_replaced (Lister *self)
{
  Region *replaced = &self->replaced;
  guint32 n_first = replaced->to[0] - replaced->from[0];
  guint32 n_second = replaced->to[1] - replaced->from[1];

  if (n_first > 0 && n_second > 0 && MAX (n_first, n_second) <= MAX_REPLACED_TOKENS)
    append_region (self, replaced);
  *replaced = (Region){ { 0 }, { 0 } };
}

/* The groups of sentences cover both sides, in order. */
static void
list_edits (VrCriticalSearch *self, const VrInline *inside)
{
  Lister lister = { .search = self };
  guint32 at[VR_N_SIDES] = { 0, 0 };

  for (guint i = 0; i < inside->groups->len; i++)
    {
      const VrUnitGroup *group = &g_array_index (inside->groups, VrUnitGroup, i);
      Region region = { { at[0], at[1] }, { at[0], at[1] } };
      gboolean is_pair = group->from[0] < group->to[0] && group->from[1] < group->to[1];

      for (guint side = 0; side < VR_N_SIDES; side++)
        if (group->to[side] > group->from[side])
          region.to[side] =
              g_array_index (inside->units[side], VrUnit, group->to[side] - 1).end_token;
      if (group->equal || is_pair)
        flush_replaced (&lister);
      if (is_pair && !group->equal)
        append_region (&lister, &region);
      else if (!is_pair)
        {
          if (lister.replaced.to[0] == 0 && lister.replaced.to[1] == 0)
            lister.replaced = region;
          for (guint side = 0; side < VR_N_SIDES; side++)
            lister.replaced.to[side] = region.to[side];
        }
      for (guint side = 0; side < VR_N_SIDES; side++)
        at[side] = region.to[side];
    }
  flush_replaced (&lister);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const VrCriticalChange *left = a, *right = b;
  guint64 keys[2][3] = {
    { (guint64)left->old_span.from + left->new_span.from, left->kind,
      (guint64)left->old_span.to + left->new_span.to },
    { (guint64)right->old_span.from + right->new_span.from, right->kind,
      (guint64)right->old_span.to + right->new_span.to },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys[0]); i++)
    if (keys[0][i] != keys[1][i])
      return keys[0][i] < keys[1][i] ? -1 : 1;

  return 0;
}

void
vr_critical_search_run (VrCriticalSearch *self, const VrInline *inside)
{
  guint first = self->changes->len;
  guint traits;

  self->runs = inside->runs;
  self->hunks = inside->hunks;
  traits = find_traits (self);
  if (!(traits & VR_TRAITS_CRITICAL))
    return;

  g_array_set_size (self->edits, 0);
  list_edits (self, inside);
  mark_sides (self, TRUE);
  if (traits & (VR_TRAIT_NUMBER | VR_TRAIT_UNIT_SIGN))
    vr_critical_search_numbers (self);
  if (traits & (VR_TRAIT_NEGATION | VR_TRAIT_NEGATION_PART))
    vr_critical_search_negations (self);
  if (traits & VR_TRAIT_END_MARK)
    vr_critical_search_end_marks (self);
  mark_sides (self, FALSE);
  if (traits & VR_TRAIT_QUOTE)
    vr_critical_search_quotes (self);

  if (self->changes->len - first > 1)
    qsort (&g_array_index (self->changes, VrCriticalChange, first), self->changes->len - first,
           sizeof (VrCriticalChange), compare_changes);
}
