/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical words and marks: negations that came or went, questions that became statements. */
#include "vr-critical-private.h"

/* More than so many words that deny, multiplied over the sides, are no edit of one sentence. */
#define MAX_NEGATION_PAIRS 4096

/* So far from each other "ne" and "pas" may stand: "ne l'a peut-être même pas". */
#define PART_REACH 6

/* "No", "no", "nº": what stands for "number" is no longer. */
#define LONGEST_NUMBER_WORD_BYTES 3

/* A number alone, and no "5-year" or "100 %". */
static gboolean
is_bare_number (const VrCriticalSearch *self, guint side, guint32 token)
{
  const VrRun *run = &self->runs[side];
  VrSlice key = vr_interner_peek (self->engine->interner, run->ids[token]);

  for (gsize i = 0; i < key.n_bytes; i++)
    if (!g_ascii_isdigit (key.text[i]))
      return FALSE;

  return token + 1 >= run->n_tokens
         || !(vr_critical_search_trait (self, side, token + 1) & VR_TRAIT_UNIT_SIGN);
}

/* "No. 5" and "no 10" name a number. */
static gboolean
names_number (const VrCriticalSearch *self, guint side, guint32 token)
{
  const VrRun *run = &self->runs[side];
  VrSlice key = vr_interner_peek (self->engine->interner, run->ids[token]);

  if (key.n_bytes > LONGEST_NUMBER_WORD_BYTES || g_ascii_tolower (key.text[0]) != 'n')
    return FALSE;
  token++;
  if (token + 1 < run->n_tokens && vr_critical_search_trait (self, side, token) & VR_TRAIT_END_MARK
      && run->starts[token] == vr_run_get_end (run, token - 1))
    return vr_critical_search_trait (self, side, token + 1) & VR_TRAIT_NUMBER;

  return token < run->n_tokens && vr_critical_search_trait (self, side, token) & VR_TRAIT_NUMBER
         && is_bare_number (self, side, token);
}

static void
collect (VrCriticalSearch *self, const VrEdit *edit, guint8 trait)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_array_set_size (self->tokens[side], 0);
      for (guint32 t = edit->from[side]; t < edit->to[side]; t++)
        if (vr_critical_search_trait (self, side, t) & trait
            && (trait != VR_TRAIT_NEGATION || !names_number (self, side, t)))
          g_array_append_val (self->tokens[side], t);
    }
}

static guint32
token_at (const VrCriticalSearch *self, guint side, guint index)
{
  return g_array_index (self->tokens[side], guint32, index);
}

/* Drops from both lists what both have. */
static void
drop_equal (VrCriticalSearch *self)
{
  for (guint i = 0; i < self->tokens[0]->len;)
    {
      guint32 id = self->runs[0].ids[token_at (self, 0, i)];
      guint k = 0;

      while (k < self->tokens[1]->len && self->runs[1].ids[token_at (self, 1, k)] != id)
        k++;
      if (k < self->tokens[1]->len)
        {
          g_array_remove_index (self->tokens[0], i);
          g_array_remove_index (self->tokens[1], k);
        }
      else
        i++;
    }
}

/* A token that one side of @edit has, and the other has not. */
static void
add_one_sided (VrCriticalSearch *self, VrCritical kind, const VrEdit *edit, guint side,
               guint32 token)
{
  VrSpan spans[VR_N_SIDES];

  spans[side] = vr_critical_search_span (self, side, token, token + 1);
  spans[1 - side] =
      vr_critical_search_span (self, 1 - side, edit->from[1 - side], edit->from[1 - side]);
  vr_critical_search_add (self, kind, spans[0], spans[1]);
}

/* Went elsewhere in the row, together with the word behind it. */
static gboolean
is_moved (const VrCriticalSearch *self, const VrEdit *edit, guint side, guint32 token)
{
  return token + 1 < edit->to[side] && vr_critical_search_is_elsewhere (self, side, token)
         && vr_critical_search_is_elsewhere (self, side, token + 1);
}

static void
find_negations (VrCriticalSearch *self, const VrEdit *edit)
{
  guint n_both, side;

  collect (self, edit, VR_TRAIT_NEGATION);
  if ((guint64)self->tokens[0]->len * self->tokens[1]->len > MAX_NEGATION_PAIRS)
    return;
  drop_equal (self);
  n_both = MIN (self->tokens[0]->len, self->tokens[1]->len);
  side = self->tokens[0]->len > n_both ? 0 : 1;
  if (!vr_critical_search_is_local (edit, side))
    return;
  for (guint i = n_both; i < self->tokens[side]->len; i++)
    if (!is_moved (self, edit, side, token_at (self, side, i)))
      add_one_sided (self, VR_CRITICAL_NEGATION, edit, side, token_at (self, side, i));
}

static gboolean
has_negation_near (const VrCriticalSearch *self, guint side, guint32 token)
{
  guint32 from = token - MIN (token, PART_REACH);
  guint32 to = MIN (token + PART_REACH + 1, self->runs[side].n_tokens);

  for (guint32 t = from; t < to; t++)
    if (vr_critical_search_trait (self, side, t) & VR_TRAIT_NEGATION)
      return TRUE;

  return FALSE;
}

/* "ne" and "n'" without "pas", as in "ne … personne", "ne … plus", "n'ose". */
static void
find_parts (VrCriticalSearch *self, const VrEdit *edit)
{
  guint side;
  guint32 token;

  collect (self, edit, VR_TRAIT_NEGATION_PART);
  if (self->tokens[0]->len == self->tokens[1]->len)
    return;
  side = self->tokens[0]->len > self->tokens[1]->len ? 0 : 1;
  token = token_at (self, side, self->tokens[side]->len - 1);
  if (vr_critical_search_is_local (edit, side) && !has_negation_near (self, side, token)
      && !is_moved (self, edit, side, token))
    add_one_sided (self, VR_CRITICAL_NEGATION, edit, side, token);
}

void
vr_critical_search_negations (VrCriticalSearch *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const VrEdit *edit = &g_array_index (self->edits, VrEdit, i);

      if (edit->traits & VR_TRAIT_NEGATION)
        find_negations (self, edit);
      if (edit->traits & VR_TRAIT_NEGATION_PART)
        find_parts (self, edit);
    }
}

static VrEndMark
mark_at (const VrCriticalSearch *self, guint side, guint32 token)
{
  return vr_end_mark_get (vr_interner_peek (self->engine->interner, self->runs[side].ids[token]));
}

/* Drops from both lists as many marks of each kind as both have. */
static void
drop_equal_marks (VrCriticalSearch *self)
{
  guint n[VR_N_SIDES][VR_N_END_MARKS] = { { 0 } };

  for (guint side = 0; side < VR_N_SIDES; side++)
    for (guint i = 0; i < self->tokens[side]->len; i++)
      n[side][mark_at (self, side, token_at (self, side, i))]++;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      guint n_kept = 0, n_dropped[VR_N_END_MARKS] = { 0 };

      for (guint i = 0; i < self->tokens[side]->len; i++)
        {
          guint32 token = token_at (self, side, i);
          VrEndMark mark = mark_at (self, side, token);

          if (n_dropped[mark]++ >= MIN (n[0][mark], n[1][mark]))
            g_array_index (self->tokens[side], guint32, n_kept++) = token;
        }
      g_array_set_size (self->tokens[side], n_kept);
    }
}

static gboolean
turns_meaning (VrEndMark mark)
{
  return mark == VR_END_MARK_QUESTION || mark == VR_END_MARK_EXCLAMATION;
}

/* Beside another one: "?!" to "?" asks no less. */
static gboolean
is_repeated (const VrCriticalSearch *self, guint side, guint32 token)
{
  return (token > 0 && turns_meaning (mark_at (self, side, token - 1)))
         || (token + 1 < self->runs[side].n_tokens
             && turns_meaning (mark_at (self, side, token + 1)));
}

static void
find_end_marks (VrCriticalSearch *self, const VrEdit *edit)
{
  guint n_both, side;

  collect (self, edit, VR_TRAIT_END_MARK);
  drop_equal_marks (self);
  n_both = MIN (self->tokens[0]->len, self->tokens[1]->len);
  for (guint i = 0; i < n_both; i++)
    {
      guint32 first = token_at (self, 0, i), second = token_at (self, 1, i);

      vr_critical_search_add (self, VR_CRITICAL_END_MARK,
                              vr_critical_search_span (self, 0, first, first + 1),
                              vr_critical_search_span (self, 1, second, second + 1));
    }
  side = self->tokens[0]->len > n_both ? 0 : 1;
  for (guint i = n_both; i < self->tokens[side]->len; i++)
    {
      guint32 token = token_at (self, side, i);

      if (turns_meaning (mark_at (self, side, token)) && !is_repeated (self, side, token)
          && vr_critical_search_is_local (edit, side))
        add_one_sided (self, VR_CRITICAL_END_MARK, edit, side, token);
    }
}

void
vr_critical_search_end_marks (VrCriticalSearch *self)
{
  for (guint i = 0; i < self->edits->len; i++)
    {
      const VrEdit *edit = &g_array_index (self->edits, VrEdit, i);

      if (edit->traits & VR_TRAIT_END_MARK)
        find_end_marks (self, edit);
    }
}
