/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical numbers: those an edit deletes are paired with those it inserts. */
#include "vr-critical-private.h"
#include "vr-quantity.h"

/* An edit with more numbers than this on a side is a table, and no local edit. */
#define MAX_QUANTITIES 32

/* Three digits behind a space go on a number that ends in so many at most: "1 000", not "2020
 * 500". */
#define DIGITS_A_GROUP 3

/* Where both sides have more words than this, numbers that have nothing in common but their turn
 * are no counterparts. */
#define MAX_REWORDED 3

/* Two numbers change places over at most so many tokens: they belong to one phrase. */
#define MAX_SWAP_TOKENS 4

/* How alike two numbers have to be to be taken for one, best first. */
typedef enum
{
  LIKENESS_EQUAL,
  LIKENESS_DIGITS,
  LIKENESS_PARTS,
  LIKENESS_UNIT,
  LIKENESS_PLACE,
  N_LIKENESSES,
} Likeness;

typedef struct
{
  VrCriticalSearch *search;
  VrEdit edit; /* grown to whole numbers */
} Matcher;

/* Whether the gap is one space, whatever its width, or nothing. */
static gboolean
are_near (const VrRun *run, guint32 token, gboolean *touch)
{
  const char *gap = run->text.text + vr_run_get_end (run, token);
  const char *next = run->text.text + run->starts[token + 1];

  *touch = gap == next;
  return *touch || g_utf8_next_char (gap) == next;
}

/* Whether a token begins with three digits and no more, whatever follows: "000", "234,56",
 * "000-2". */
static gboolean
begins_as_group (const VrRun *run, guint32 token)
{
  const char *start = run->text.text + run->starts[token];
  const char *end = run->text.text + vr_run_get_end (run, token);
  const char *p = start;

  while (p < end && g_ascii_isdigit (*p))
    p++;

  return p - start == DIGITS_A_GROUP;
}

/* Whether a token ends in so few digits that a group may follow, and in none of a fraction. */
static gboolean
ends_before_group (const VrRun *run, guint32 token)
{
  const char *start = run->text.text + run->starts[token];
  const char *end = run->text.text + vr_run_get_end (run, token);
  const char *p = end;

  while (p > start && g_ascii_isdigit (p[-1]))
    p--;

  return p < end && end - p <= DIGITS_A_GROUP && (p == start || (p[-1] != '.' && p[-1] != ','));
}

static gboolean
is_currency (const VrRun *run, guint32 token)
{
  return g_unichar_type (g_utf8_get_char (run->text.text + run->starts[token]))
         == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_scale (const VrCriticalSearch *self, guint side, guint32 token)
{
  return vr_scale_is_word (vr_interner_peek (self->engine->interner, self->runs[side].ids[token]));
}

/* Whether tokens @token and @token + 1 are of one number: "5" "%", "€" "5", "1" "000", "million"
 * "€", "mil" "millones". */
static gboolean
belong_together (const VrCriticalSearch *self, guint side, guint32 token)
{
  const VrRun *run = &self->runs[side];
  guint8 left, right;
  gboolean touch;

  if (token + 1 >= run->n_tokens)
    return FALSE;
  left = vr_critical_search_trait (self, side, token);
  right = vr_critical_search_trait (self, side, token + 1);
  if (!(left & (VR_TRAIT_NUMBER | VR_TRAIT_UNIT_SIGN))
      || !(right & (VR_TRAIT_NUMBER | VR_TRAIT_UNIT_SIGN)) || !are_near (run, token, &touch))
    return FALSE;
  if (left & VR_TRAIT_UNIT_SIGN)
    return is_currency (run, token)
               ? right & VR_TRAIT_NUMBER
               : is_currency (run, token + 1)
                     || (is_scale (self, side, token) && is_scale (self, side, token + 1));
  if (right & VR_TRAIT_UNIT_SIGN)
    return TRUE;
  return !touch && ends_before_group (run, token) && begins_as_group (run, token + 1);
}

/* Behind the last token of the number, or sign, that starts with @token. */
static guint32
find_end (const VrCriticalSearch *self, guint side, guint32 token, guint32 to)
{
  gboolean has_number = vr_critical_search_trait (self, side, token) & VR_TRAIT_NUMBER;

  while (token + 1 < to && belong_together (self, side, token))
    {
      gboolean is_number = vr_critical_search_trait (self, side, token + 1) & VR_TRAIT_NUMBER;

      token++;
      if (has_number && !is_number && is_currency (&self->runs[side], token))
        break; /* nothing of it stands behind */
      has_number = has_number || is_number;
    }

  return token + 1;
}

/* Takes in what stands on both sides of the edit's border and goes on a number in it. */
static void
grow (Matcher *self, const guint32 floor[VR_N_SIDES])
{
  const VrRun *runs = self->search->runs;
  VrEdit *edit = &self->edit;

  while (
      edit->from[0] > floor[0] && edit->from[1] > floor[1]
      && runs[0].ids[edit->from[0] - 1] == runs[1].ids[edit->from[1] - 1]
      && ((edit->to[0] > edit->from[0] && belong_together (self->search, 0, edit->from[0] - 1))
          || (edit->to[1] > edit->from[1] && belong_together (self->search, 1, edit->from[1] - 1))))
    {
      edit->from[0]--;
      edit->from[1]--;
    }
  while (
      edit->to[0] < runs[0].n_tokens && edit->to[1] < runs[1].n_tokens
      && runs[0].ids[edit->to[0]] == runs[1].ids[edit->to[1]]
      && ((edit->to[0] > edit->from[0] && belong_together (self->search, 0, edit->to[0] - 1))
          || (edit->to[1] > edit->from[1] && belong_together (self->search, 1, edit->to[1] - 1))))
    {
      edit->to[0]++;
      edit->to[1]++;
    }
}

static void
collect (Matcher *self, guint side)
{
  GArray *quantities = self->search->quantities[side];

  g_array_set_size (quantities, 0);
  for (guint32 t = self->edit.from[side]; t < self->edit.to[side];)
    {
      guint32 end = find_end (self->search, side, t, self->edit.to[side]);
      VrQuantity quantity = { .from = t, .to = end };
      gboolean has_number = FALSE;

      for (; t < end; t++)
        has_number |= vr_critical_search_trait (self->search, side, t) & VR_TRAIT_NUMBER;
      if (!has_number)
        continue;
      vr_quantity_read (&quantity, self->search->runs[side].text,
                        vr_critical_search_span (self->search, side, quantity.from, end));
      g_array_append_val (quantities, quantity);
    }
}

/* A word right before or behind it in the edit may spell the unit: "5 percent", "five dollars". */
static gboolean
has_word_beside (const Matcher *self, guint side, const VrQuantity *quantity)
{
  const guint8 others = VR_TRAIT_PUNCTUATION | VR_TRAIT_NUMBER | VR_TRAIT_UNIT_SIGN;

  return (quantity->to < self->edit.to[side]
          && !(vr_critical_search_trait (self->search, side, quantity->to) & others))
         || (quantity->from > self->edit.from[side]
             && !(vr_critical_search_trait (self->search, side, quantity->from - 1) & others));
}

static guint
compare (const Matcher *self, const VrQuantity *first, const VrQuantity *second)
{
  return vr_quantity_compare (
      first, second, has_word_beside (self, 0, first) || has_word_beside (self, 1, second));
}

static gboolean
are_alike (const Matcher *self, Likeness likeness, const VrQuantity *first,
           const VrQuantity *second)
{
  switch (likeness)
    {
    case LIKENESS_EQUAL:
      return compare (self, first, second) == 0;
    case LIKENESS_DIGITS:
      return first->digits == second->digits;
    case LIKENESS_UNIT:
      return first->currency == second->currency && first->percent == second->percent
             && first->scale == second->scale && first->suffix == second->suffix
             && first->n_parts == second->n_parts && first->n_digits == second->n_digits;
    case LIKENESS_PLACE:
      return MIN (self->edit.n_words[0], self->edit.n_words[1]) <= MAX_REWORDED;
    case LIKENESS_PARTS:
    case N_LIKENESSES:
    default:
      return FALSE;
    }
}

static VrQuantity *
quantity_at (const Matcher *self, guint side, guint index)
{
  return &g_array_index (self->search->quantities[side], VrQuantity, index);
}

static void
match (Matcher *self, Likeness likeness)
{
  for (guint i = 0; i < self->search->quantities[0]->len; i++)
    for (guint k = 0; k < self->search->quantities[1]->len; k++)
      {
        VrQuantity *first = quantity_at (self, 0, i), *second = quantity_at (self, 1, k);
        guint kind;

        if (first->is_matched || second->is_matched || !are_alike (self, likeness, first, second))
          continue;
        first->is_matched = second->is_matched = TRUE;
        kind = compare (self, first, second);
        if (kind != 0)
          vr_critical_search_add (self->search, (VrCritical)kind, first->span, second->span);
      }
}

static void
find_part (VrQuantity *first, guint part, VrQuantity *second)
{
  for (guint k = 0; k < second->n_parts && k < VR_QUANTITY_MAX_PARTS; k++)
    if (!(first->parts_found & (1u << part)) && !(second->parts_found & (1u << k))
        && first->parts[part] == second->parts[k])
      {
        first->parts_found |= 1u << part;
        second->parts_found |= 1u << k;
        first->n_parts_found++;
        second->n_parts_found++;
      }
}

/* "10–12" and "10 to 12" have the same parts.  "3–2" and "2–3" have them too, but are a score. */
static void
match_parts (Matcher *self)
{
  for (guint i = 0; i < self->search->quantities[0]->len; i++)
    for (guint k = 0; k < self->search->quantities[1]->len; k++)
      {
        VrQuantity *first = quantity_at (self, 0, i), *second = quantity_at (self, 1, k);

        if (first->is_matched || second->is_matched || first->n_parts == second->n_parts)
          continue;
        for (guint part = 0; part < first->n_parts && part < VR_QUANTITY_MAX_PARTS; part++)
          find_part (first, part, second);
      }
  for (guint side = 0; side < VR_N_SIDES; side++)
    for (guint i = 0; i < self->search->quantities[side]->len; i++)
      {
        VrQuantity *quantity = quantity_at (self, side, i);

        quantity->is_matched = quantity->is_matched || quantity->n_parts_found == quantity->n_parts;
      }
}

/* Whether nothing but numbers came or went, between a word and whatever follows: a number that
 * opens a sentence counts a list, and one in brackets a note. */
static gboolean
is_number_alone (const VrCriticalSearch *self, const VrEdit *edit, guint side)
{
  if (edit->to[1 - side] > edit->from[1 - side] || edit->from[side] == 0
      || vr_critical_search_trait (self, side, edit->from[side] - 1) & VR_TRAIT_PUNCTUATION)
    return FALSE;
  for (guint32 t = edit->from[side]; t < edit->to[side]; t++)
    if (!(vr_critical_search_trait (self, side, t) & (VR_TRAIT_NUMBER | VR_TRAIT_UNIT_SIGN)))
      return FALSE;

  return TRUE;
}

static void
add_alone (Matcher *self, guint side)
{
  const VrEdit *edit = &self->edit;
  VrSpan spans[VR_N_SIDES];

  for (guint i = 0; i < self->search->quantities[side]->len; i++)
    {
      const VrQuantity *quantity = quantity_at (self, side, i);

      if (quantity->is_matched || quantity->has_words
          || vr_critical_search_is_elsewhere (self->search, side, quantity->from))
        continue;
      spans[side] = quantity->span;
      spans[1 - side] = vr_critical_search_span (self->search, 1 - side, edit->from[1 - side],
                                                 edit->from[1 - side]);
      vr_critical_search_add (self->search, VR_CRITICAL_NUMBER, spans[0], spans[1]);
    }
}

static void
find_numbers (Matcher *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      collect (self, side);
      if (self->search->quantities[side]->len > MAX_QUANTITIES)
        return;
    }
  for (Likeness likeness = LIKENESS_EQUAL; likeness < N_LIKENESSES; likeness++)
    if (likeness == LIKENESS_PARTS)
      match_parts (self);
    else
      match (self, likeness);
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (is_number_alone (self->search, &self->edit, side))
      add_alone (self, side);
}

/* Whether a run of tokens has one number, and no words but those any sentence has. */
static gboolean
find_bare_number (const VrCriticalSearch *self, guint side, guint32 from, guint32 to,
                  guint32 *number)
{
  const guint8 bare = VR_TRAIT_PUNCTUATION | VR_TRAIT_STOP_WORD | VR_TRAIT_UNIT_SIGN;
  guint n = 0;

  for (guint32 t = from; t < to; t++)
    {
      guint8 traits = vr_critical_search_trait (self, side, t);

      if (traits & VR_TRAIT_NUMBER)
        {
          *number = t;
          n++;
        }
      else if (!(traits & bare))
        return FALSE;
    }

  return n == 1;
}

static void
add_swapped (VrCriticalSearch *self, guint side, guint32 token, guint32 opposite)
{
  VrSpan spans[VR_N_SIDES];

  spans[side] = vr_critical_search_span (self, side, token, token + 1);
  spans[1 - side] = vr_critical_search_span (self, 1 - side, opposite, opposite + 1);
  vr_critical_search_add (self, VR_CRITICAL_NUMBER, spans[0], spans[1]);
}

/* "from 5 to 10" becomes "from 10 to 5" where "5 to" is taken out and "to 5" is put in behind. */
static void
find_swap (VrCriticalSearch *self, const VrEdit *first, const VrEdit *second)
{
  guint side = first->to[0] > first->from[0] ? 0 : 1, other = 1 - side;
  guint32 n_between = second->from[side] - first->to[side];
  guint32 left = 0, right = 0, between = 0;

  if (first->to[other] > first->from[other] || second->to[side] > second->from[side]
      || n_between > MAX_SWAP_TOKENS || second->from[other] - first->to[other] != n_between
      || memcmp (self->runs[side].ids + first->to[side], self->runs[other].ids + first->to[other],
                 n_between * sizeof (guint32))
             != 0)
    return;
  if (!find_bare_number (self, side, first->from[side], first->to[side], &left)
      || !find_bare_number (self, other, second->from[other], second->to[other], &right)
      || !find_bare_number (self, side, first->to[side], second->from[side], &between)
      || self->runs[side].ids[left] != self->runs[other].ids[right])
    return;
  add_swapped (self, side, left, first->to[other] + (between - first->to[side]));
  add_swapped (self, side, between, right);
}

void
vr_critical_search_numbers (VrCriticalSearch *self)
{
  guint32 floor[VR_N_SIDES] = { 0, 0 };

  for (guint side = 0; side < VR_N_SIDES; side++)
    if (self->quantities[side] == NULL)
      self->quantities[side] = g_array_new (FALSE, FALSE, sizeof (VrQuantity));
  for (guint i = 0; i < self->edits->len; i++)
    {
      Matcher matcher = { self, g_array_index (self->edits, VrEdit, i) };

      if (!(matcher.edit.traits & (VR_TRAIT_NUMBER | VR_TRAIT_UNIT_SIGN)))
        continue;
      grow (&matcher, floor);
      find_numbers (&matcher);
      for (guint side = 0; side < VR_N_SIDES; side++)
        floor[side] = matcher.edit.to[side];
      if (i > 0)
        find_swap (self, &g_array_index (self->edits, VrEdit, i - 1),
                   &g_array_index (self->edits, VrEdit, i));
    }
}
