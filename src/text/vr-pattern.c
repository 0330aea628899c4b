/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader looks for in a text: a fast way to where it may begin, and a linear one from there.
 */
#include "vr-pattern.h"

#include "vr-pattern-units.h"

#include <string.h>

/* The lead bytes of UTF-8: of two bytes, of what is Chinese only and folds to itself, of more. */
#define LEAD_2 0xC2
#define LEAD_3 0xE0
#define LEAD_HAN 0xE4
#define LEAD_HANGUL 0xEA
#define TRAIL_BITS 6
#define N_TRAILS (1 << TRAIL_BITS)
#define N_TWOS (1 << (5 + TRAIL_BITS)) /* Greek, Cyrillic, Hebrew, Arabic and so on */

/* Bytes whose stops are gathered at a time: what they take stays in the first cache. */
#define BLOCK_BYTES 1024

/* What is known of a character of two bytes: */
enum
{
  TWO_BEGINS = 1 << 0, /* a match may begin with it */
  TWO_ALONE = 1 << 1,  /* vr_pattern_is_alone () */
  TWO_LETTER = 1 << 2, /* it is all of the pattern */
};

struct _VrPattern
{
  gint32 *points;
  guint *falls; /* by length of what matched: how much of it still does where the next one fails */
  guint n_points;
  guint8 stops[256];   /* by byte: whether a character that begins with it may begin a match */
  guint8 twos[N_TWOS]; /* TwoBits by character, of those of two bytes */
  gint32 second[128];  /* by ASCII character: what it folds to; only where has_second */
  gboolean has_second;
  gboolean is_letter; /* one letter or digit, of one or two bytes */
};

/* Where the part that matches began. */
typedef struct
{
  gsize at;
  guint index; /* of the unit's points */
  VrPatternUnit unit;
} Tail;

static void
fill_falls (VrPattern *self)
{
  guint k = 0;

  self->falls = g_new0 (guint, self->n_points);
  for (guint i = 1; i < self->n_points; i++)
    {
      while (k > 0 && self->points[i] != self->points[k])
        k = self->falls[k - 1];
      if (self->points[i] == self->points[k])
        k++;
      self->falls[i] = k;
    }
}

static gboolean
may_begin (const VrPattern *self, gint32 point)
{
  gint32 points[VR_PATTERN_FOLDED_POINTS];

  return vr_pattern_fold_point (point, points) > 0 && points[0] == self->points[0];
}

static guint8
get_two_bits (const VrPattern *self, gint32 point)
{
  gint32 points[VR_PATTERN_FOLDED_POINTS];
  guint n = vr_pattern_fold_point (point, points);
  guint8 bits = 0;

  if (n > 0 && points[0] == self->points[0])
    bits |= n == 1 && self->n_points == 1 ? TWO_BEGINS | TWO_LETTER : TWO_BEGINS;

  return vr_pattern_is_alone (point) ? bits | TWO_ALONE : bits;
}

static void
fill_stops (VrPattern *self)
{
  gint32 first = self->points[0];

  for (gint32 c = 0; c < 0x80; c++)
    self->stops[c] = may_begin (self, c);
  for (guint lead = LEAD_2; lead < LEAD_3; lead++)
    for (guint i = 0; i < N_TRAILS; i++)
      {
        guint point = (lead & 0x1F) << TRAIL_BITS | i;

        self->twos[point] = get_two_bits (self, (gint32)point);
        self->stops[lead] |= self->twos[point] & TWO_BEGINS;
      }
  for (guint lead = LEAD_3; lead < G_N_ELEMENTS (self->stops); lead++)
    self->stops[lead] =
        lead < LEAD_HAN || lead >= LEAD_HANGUL || (guint)first >> 2 * TRAIL_BITS == (lead & 0xF);
  /* White space and dashes are units of several characters, so what follows does not tell. */
  self->has_second = self->n_points > 1 && first != ' ' && first != '-';
  for (gint32 c = 0; c < 0x80; c++)
    vr_pattern_fold_point (c, &self->second[c]);
}

VrPattern *
vr_pattern_new (const char *query)
{
  VrSlice text = { query, strlen (query) };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (gint32));
  VrPatternUnit unit;
  VrPattern *self;

  for (gsize at = 0; at < text.n_bytes; at = unit.end)
    {
      vr_pattern_read_unit (text, at, &unit);
      g_array_append_vals (points, unit.points, unit.n_points);
    }
  if (points->len == 0)
    return NULL;
  self = g_new0 (VrPattern, 1);
  self->n_points = points->len;
  self->points = (gint32 *)(gpointer)g_array_free (g_steal_pointer (&points), FALSE);
  fill_falls (self);
  fill_stops (self);
  self->is_letter = self->n_points == 1 && self->points[0] < N_TWOS
                    && g_unichar_isalnum ((gunichar)self->points[0]);
  return self;
}

void
vr_pattern_free (VrPattern *self)
{
  g_free (self->points);
  g_free (self->falls);
  g_free (self);
}

/* A unit begins at @base; returns where the first one begins from there on that @candidate is in.
 */
static gsize
find_unit_of (VrSlice text, gsize base, gsize candidate)
{
  VrPatternUnit unit;
  gsize at = candidate;

  while (at > base && !vr_pattern_is_bound (text, at))
    do
      at--;
    while (((guint8)text.text[at] & 0xC0) == 0x80);
  for (; at < candidate; at = unit.end)
    {
      vr_pattern_read_unit (text, at, &unit);
      if (unit.end > candidate)
        break;
    }
  return at;
}

static inline guint8
get_bits (const VrPattern *self, const guint8 *bytes)
{
  return self->twos[(bytes[0] & 0x1F) << TRAIL_BITS | (bytes[1] & 0x3F)];
}

static inline gboolean
is_two (guint8 byte)
{
  return byte >= LEAD_2 && byte < LEAD_3;
}

/* Whether the characters before byte @from and behind byte @to surely take no part in what is
 * between them. */
static inline gboolean
is_apart (const VrPattern *self, VrSlice text, gsize from, gsize to)
{
  const guint8 *bytes = (const guint8 *)text.text;

  return from > 0
         && (bytes[from - 1] < 0x80
             || (from > 1 && is_two (bytes[from - 2])
                 && (get_bits (self, bytes + from - 2) & TWO_ALONE)))
         && (to >= text.n_bytes || bytes[to] < 0x80
             || (is_two (bytes[to]) && (get_bits (self, bytes + to) & TWO_ALONE)));
}

/* Whether the character at @at is surely a unit of its own. */
static inline gboolean
is_plain_letter (const VrPattern *self, VrSlice text, gsize at)
{
  const guint8 *bytes = (const guint8 *)text.text + at;

  if (is_two (*bytes))
    return (get_bits (self, bytes) & TWO_ALONE) && is_apart (self, text, at, at + 2);

  return g_ascii_isalnum ((char)*bytes) && is_apart (self, text, at, at + 1);
}

static inline gboolean
may_begin_at (const VrPattern *self, const guint8 *bytes)
{
  if (bytes[0] < LEAD_3)
    return get_bits (self, bytes) & TWO_BEGINS;

  return may_begin (self, (gint32)g_utf8_get_char ((const char *)bytes));
}

/* Where a unit begins that may begin a match, from @base on, where one begins; else the end. */
static gsize
skip (const VrPattern *self, VrSlice text, gsize base)
{
  const guint8 *bytes = (const guint8 *)text.text;
  gsize at = base;

  for (; at < text.n_bytes; at++)
    {
      if (!self->stops[bytes[at]])
        continue;
      if (bytes[at] >= 0x80 ? may_begin_at (self, bytes + at)
                            : !self->has_second || at + 1 == text.n_bytes || bytes[at + 1] >= 0x80
                                  || self->second[bytes[at + 1]] == self->points[1])
        break;
    }
  if (at == base || at >= text.n_bytes || is_plain_letter (self, text, at))
    return at;
  return find_unit_of (text, base, at);
}

static void
start_tail (Tail *tail, gsize at, const VrPatternUnit *unit)
{
  tail->at = at;
  tail->index = 0;
  tail->unit.end = unit->end;
  tail->unit.n_points = unit->n_points;
}

static void
advance_tail (Tail *tail, VrSlice text, guint n_points)
{
  for (tail->index += n_points; tail->index >= tail->unit.n_points;)
    {
      tail->index -= tail->unit.n_points;
      tail->at = tail->unit.end;
      vr_pattern_read_unit (text, tail->at, &tail->unit);
    }
}

/* What still matches of @n_matched points where @point does not go on with all of them. */
static guint
fall_back (const VrPattern *self, VrSlice text, Tail *tail, guint n_matched, gint32 point)
{
  guint n = n_matched;

  while (n > 0 && (n == self->n_points || self->points[n] != point))
    n = self->falls[n - 1];
  if (n > 0)
    advance_tail (tail, text, n_matched - n);
  return n;
}

/* Reads on through @unit at @at; returns whether a match ends with it. */
static gboolean
feed (const VrPattern *self, VrSlice text, gsize at, const VrPatternUnit *unit, Tail *tail,
      guint *n_matched)
{
  for (guint i = 0; i < unit->n_points; i++)
    {
      *n_matched = fall_back (self, text, tail, *n_matched, unit->points[i]);
      if (self->points[*n_matched] == unit->points[i])
        {
          /* Inside a unit no match begins. */
          if (*n_matched == 0 && i > 0)
            continue;
          if (*n_matched == 0)
            start_tail (tail, at, unit);
          ++*n_matched;
        }
    }
  return unit->n_points > 0 && *n_matched == self->n_points && tail->index == 0;
}

gboolean
vr_pattern_find (const VrPattern *self, VrSlice text, gsize from, VrSpan *match)
{
  guint n_matched = 0;
  VrPatternUnit unit;
  Tail tail;

  for (gsize at = from; at < text.n_bytes; at = unit.end)
    {
      if (n_matched == 0)
        at = skip (self, text, at);
      if (at >= text.n_bytes)
        return FALSE;
      vr_pattern_read_unit (text, at, &unit);
      if (feed (self, text, at, &unit, &tail, &n_matched))
        {
          *match = (VrSpan){ (guint32)tail.at, (guint32)unit.end };
          return TRUE;
        }
    }
  return FALSE;
}

/* Adds the unit that @candidate is in where it is the letter; returns where the next one begins. */
static gsize
add_letter (const VrPattern *self, VrSlice text, gsize base, gsize candidate, GArray *matches)
{
  const guint8 *bytes = (const guint8 *)text.text + candidate;
  VrSpan match = { (guint32)candidate, (guint32)candidate + 1 + is_two (*bytes) };
  gboolean is_found;
  VrPatternUnit unit;

  if (is_plain_letter (self, text, candidate))
    {
      is_found = *bytes < 0x80 || (get_bits (self, bytes) & TWO_LETTER);
    }
  else
    {
      match.from = (guint32)find_unit_of (text, base, candidate);
      vr_pattern_read_unit (text, match.from, &unit);
      match.to = (guint32)unit.end;
      is_found = unit.n_points == 1 && unit.points[0] == self->points[0];
    }
  if (is_found)
    g_array_append_val (matches, match);
  return match.to;
}

/* One letter may be every tenth byte: a branch for each would be guessed wrong as often. */
static void
find_letters (const VrPattern *self, VrSlice text, GArray *matches)
{
  const guint8 *bytes = (const guint8 *)text.text;
  guint16 stops[BLOCK_BYTES];
  gsize base = 0;

  for (gsize from = 0; from < text.n_bytes; from += BLOCK_BYTES)
    {
      guint n_bytes = (guint)MIN (BLOCK_BYTES, text.n_bytes - from);
      guint n_stops = 0;

      for (guint i = 0; i < n_bytes; i++)
        {
          stops[n_stops] = (guint16)i;
          n_stops += self->stops[bytes[from + i]];
        }
      for (guint i = 0; i < n_stops; i++)
        if (from + stops[i] >= base)
          base = add_letter (self, text, base, from + stops[i], matches);
    }
}

void
vr_pattern_find_all (const VrPattern *self, VrSlice text, GArray *matches)
{
  VrSpan match = { 0, 0 };

  if (self->is_letter)
    find_letters (self, text, matches);
  else
    while (vr_pattern_find (self, text, match.to, &match))
      g_array_append_val (matches, match);
}

char *
vr_pattern_fold (VrSlice text)
{
  GString *folded = g_string_sized_new (text.n_bytes + 1);
  VrPatternUnit unit;

  for (gsize at = 0; at < text.n_bytes; at = unit.end)
    {
      vr_pattern_read_unit (text, at, &unit);
      for (guint i = 0; i < unit.n_points; i++)
        g_string_append_unichar (folded, (gunichar)unit.points[i]);
    }
  return g_string_free (folded, FALSE);
}

const char *
vr_pattern_get_folding (void)
{
  return vr_pattern_get_unicode ();
}
