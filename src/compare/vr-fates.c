/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of each sentence of a row. */
#include "vr-inline.h"

/* A sentence that left its place is found again at this similarity; higher than for one that
 * stayed, because nothing around it speaks for the pairing. */
#define MOVED_SIMILARITY 0.6

/* Over this many pairs of left-over sentences only equal ones are looked for. */
#define MAX_LEFT_PAIRS 10000

/* Shorter sentences ("Yes, he said.") stand in many places by chance: they are not looked for in
 * other rows. */
#define MIN_STRAY_WORDS 5

typedef struct
{
  GArray *sentences;
  GArray **strays;
  VrInline *inside;
  const VrEngine *engine;
  const VrRow *row;
  GArray *left[VR_N_SIDES]; /* guint32: units without a partner in order */
  GHashTable *moved;        /* unit of side 0 or, negated, of side 1 -> Partner; may be NULL */
} Fates;

/* The unit of the other side that a moved sentence became, and how. */
typedef struct
{
  guint32 unit;
  VrSentenceFate fate;
} Partner;

/* Canonical side 0 is the old one unless the engine swapped them. */
static guint
old_side (const Fates *self)
{
  return self->engine->swapped ? 1 : 0;
}

/* The paragraph a byte of the row's text is in, and how far its start is from the row's. */
static guint32
paragraph_at (const Fates *self, guint side, guint32 byte, guint32 *base)
{
  const GArray *bounds = self->inside->bounds[side];
  guint32 i = bounds->len - 1;

  while (i > 0 && g_array_index (bounds, guint32, i) > byte)
    i--;
  *base = g_array_index (bounds, guint32, i);

  return side == old_side (self) ? self->row->old_paragraphs[i] : self->row->new_paragraphs[i];
}

static VrSpan
place_unit (const Fates *self, guint side, const VrUnit *unit, guint32 *paragraph)
{
  guint32 base;

  *paragraph = paragraph_at (self, side, unit->span.from, &base);
  return (VrSpan){ unit->span.from - base, unit->span.to - base };
}

static const VrUnit *
unit_at (const Fates *self, guint side, guint32 index)
{
  return &g_array_index (self->inside->units[side], VrUnit, index);
}

static void
append_fate (Fates *self, VrSentenceFate fate, const VrUnit *units[VR_N_SIDES])
{
  VrSentence sentence = { .fate = fate,
                          .old_paragraph = VR_NO_PARAGRAPH,
                          .new_paragraph = VR_NO_PARAGRAPH };
  const VrUnit *old_unit = units[old_side (self)], *new_unit = units[1 - old_side (self)];

  if (old_unit != NULL)
    sentence.old_span = place_unit (self, old_side (self), old_unit, &sentence.old_paragraph);
  if (new_unit != NULL)
    sentence.new_span = place_unit (self, 1 - old_side (self), new_unit, &sentence.new_paragraph);
  g_array_append_val (self->sentences, sentence);
}

static void
append_pair (Fates *self, VrSentenceFate fate, guint32 a, guint32 b)
{
  const VrUnit *units[VR_N_SIDES] = { unit_at (self, 0, a), unit_at (self, 1, b) };

  append_fate (self, fate, units);
}

/* A sentence that is on one side only: it may yet be found in another row. */
static void
append_stray (Fates *self, guint side, guint32 index)
{
  const VrUnit *units[VR_N_SIDES] = { NULL, NULL };
  const VrUnit *unit = unit_at (self, side, index);
  VrStray stray = { .sentence = self->sentences->len };

  units[side] = unit;
  append_fate (self, side == old_side (self) ? VR_SENTENCE_REMOVED : VR_SENTENCE_ADDED, units);
  stray.span = place_unit (self, side, unit, &stray.paragraph);
  stray.hash = unit->hash;
  stray.n_words = unit->end_token - unit->first_token;
  if (stray.n_words >= MIN_STRAY_WORDS)
    g_array_append_val (self->strays[side], stray);
}

/* Units of both sides share one table: side 1's keys are below zero. */
static gpointer
move_key (guint side, guint32 unit)
{
  return GINT_TO_POINTER (side == 0 ? (gint)unit : -1 - (gint)unit);
}

static void
remember_move (Fates *self, VrSentenceFate fate, guint32 a, guint32 b)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      Partner *partner = g_new (Partner, 1);

      *partner = (Partner){ side == 0 ? b : a, fate };
      g_hash_table_insert (self->moved, move_key (side, side == 0 ? a : b), partner);
    }
}

/* Equal ones first, then the most alike, each used once. */
static void
match_left (Fates *self, gboolean equal)
{
  GArray *a = self->left[0], *b = self->left[1];

  if (!equal && (guint64)a->len * b->len > MAX_LEFT_PAIRS)
    return;

  for (guint i = 0; i < a->len;)
    {
      const VrUnit *left = unit_at (self, 0, g_array_index (a, guint32, i));
      double best = equal ? 1.0 : MOVED_SIMILARITY;
      guint chosen = G_MAXUINT;

      for (guint j = 0; j < b->len && !(equal && chosen != G_MAXUINT); j++)
        {
          const VrUnit *right = unit_at (self, 1, g_array_index (b, guint32, j));
          double similarity = equal ? left->hash == right->hash
                                    : vr_units_similarity (self->inside, self->engine, left, right);

          if (similarity >= best && (similarity > best || chosen == G_MAXUINT))
            {
              best = similarity;
              chosen = j;
            }
        }
      if (chosen == G_MAXUINT)
        {
          i++;
          continue;
        }
      remember_move (self, equal ? VR_SENTENCE_MOVED : VR_SENTENCE_MOVED_EDITED,
                     g_array_index (a, guint32, i), g_array_index (b, guint32, chosen));
      g_array_remove_index (a, i);
      g_array_remove_index (b, chosen);
    }
}

static gboolean
is_pair (const VrUnitGroup *group)
{
  guint32 n[VR_N_SIDES] = { group->to[0] - group->from[0], group->to[1] - group->from[1] };

  return n[0] > 0 && n[1] > 0 && n[0] + n[1] <= 3;
}

static void
collect_left (Fates *self)
{
  for (guint g = 0; g < self->inside->groups->len; g++)
    {
      const VrUnitGroup *group = &g_array_index (self->inside->groups, VrUnitGroup, g);

      for (guint side = 0; side < VR_N_SIDES && !is_pair (group); side++)
        for (guint32 i = group->from[side]; i < group->to[side]; i++)
          if (!unit_at (self, side, i)->is_separator)
            g_array_append_val (self->left[side], i);
    }
}

/* A moved sentence is told where it stands now; one without a partner where it stands. */
static void
append_left (Fates *self, guint side, guint32 unit)
{
  const Partner *partner;

  if (unit_at (self, side, unit)->is_separator)
    return;

  partner = self->moved != NULL ? g_hash_table_lookup (self->moved, move_key (side, unit)) : NULL;
  if (partner == NULL)
    append_stray (self, side, unit);
  else if (side != old_side (self))
    append_pair (self, partner->fate, side == 0 ? unit : partner->unit,
                 side == 0 ? partner->unit : unit);
}

static void
append_group (Fates *self, const VrUnitGroup *group)
{
  guint32 n[VR_N_SIDES] = { group->to[0] - group->from[0], group->to[1] - group->from[1] };

  if (is_pair (group))
    {
      if (!unit_at (self, 0, group->from[0])->is_separator)
        for (guint32 i = 0; i < MAX (n[0], n[1]); i++)
          append_pair (self, group->equal ? VR_SENTENCE_SAME : VR_SENTENCE_EDITED,
                       group->from[0] + MIN (i, n[0] - 1), group->from[1] + MIN (i, n[1] - 1));
      return;
    }
  for (guint i = 0; i < VR_N_SIDES; i++)
    {
      guint side = i == 0 ? old_side (self) : 1 - old_side (self);

      for (guint32 unit = group->from[side]; unit < group->to[side]; unit++)
        append_left (self, side, unit);
    }
}

void
vr_fates_append (GArray *sentences, GArray *strays[VR_N_SIDES], VrInline *self,
                 const VrEngine *engine, const VrRow *row)
{
  Fates fates = {
    .sentences = sentences, .strays = strays, .inside = self, .engine = engine, .row = row
  };

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      fates.left[side] = self->left[side];
      g_array_set_size (fates.left[side], 0);
    }

  collect_left (&fates);
  if (fates.left[0]->len > 0 && fates.left[1]->len > 0)
    {
      fates.moved = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      match_left (&fates, TRUE);
      match_left (&fates, FALSE);
    }
  for (guint i = 0; i < self->groups->len; i++)
    append_group (&fates, &g_array_index (self->groups, VrUnitGroup, i));

  g_clear_pointer (&fates.moved, g_hash_table_unref);
}
