/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The aligner's view of two texts: words by their first letters, equal units, solid units. */
#include "vr-align-private.h"

#include <math.h>
#include <string.h>

/* Words are cut to this many letters, so that most inflected forms meet; measured on the corpora
 * that the weights are trained on. */
#define STEM_LETTERS 6

/* A word in nearly every unit still counts for a little. */
#define MIN_WEIGHT 0.05

/* Maps sparse token ids to term numbers: by a table where the ids are dense, else by hashing, so
 * that aligning a few sentences never costs the size of the whole book's vocabulary. */
struct _VrAlignIdMap
{
  guint32 *keys; /* NULL: dense */
  guint32 *values;
  guint32 mask;
};

static VrAlignIdMap *
id_map_new (gsize n_ids, gsize n_tokens)
{
  VrAlignIdMap *map = g_new (VrAlignIdMap, 1);
  gsize size = 64;

  map->keys = NULL;
  map->mask = 0;
  if (n_ids <= 4 * n_tokens + 1024)
    size = n_ids + 1;
  else
    {
      while (size < 2 * n_tokens)
        size *= 2;
      map->keys = g_new (guint32, size);
      map->mask = (guint32)(size - 1);
      memset (map->keys, 0xff, size * sizeof (guint32));
    }
  map->values = g_new (guint32, size);
  memset (map->values, 0xff, size * sizeof (guint32));
  return map;
}

static guint32 *
id_map_lookup (VrAlignIdMap *map, guint32 id)
{
  guint32 slot;

  if (map->keys == NULL)
    return &map->values[id];
  slot = (id * 2654435761u) & map->mask;
  while (map->keys[slot] != id && map->keys[slot] != VR_ALIGN_NONE)
    slot = (slot + 1) & map->mask;
  map->keys[slot] = id;
  return &map->values[slot];
}

static void
id_map_free (VrAlignIdMap *map)
{
  g_free (map->keys);
  g_free (map->values);
  g_free (map);
}

/* The set of a word's runs of three letters, its ends marked, in 64 bits. */
static guint64
letters_of (const gunichar *letters, guint n_letters)
{
  guint64 set = 0;
  gunichar a = '^', b = n_letters > 0 ? letters[0] : '$';
  guint i;

  for (i = 1; i <= n_letters; i++)
    {
      gunichar c = i < n_letters ? letters[i] : '$';
      guint64 hash = ((guint64)a * 0x9e3779b97f4a7c15u) ^ ((guint64)b * 0xc2b2ae3d27d4eb4fu)
                     ^ ((guint64)c * 0x165667b19e3779f9u);

      hash *= 0xff51afd7ed558ccdu;
      set |= (guint64)1 << (hash >> 58);
      a = b;
      b = c;
    }
  return set;
}

/* Lower-cases a token; returns how many bytes of @lowered its first STEM_LETTERS letters take. */
static gsize
lower_token (VrSlice token, char *lowered, gunichar *letters, guint *n_letters)
{
  const char *text = token.text, *end = token.text + token.n_bytes;
  gsize stem_bytes = 0;
  guint n = 0;

  for (; text < end && n < 64; text = g_utf8_next_char (text))
    {
      gunichar c = (guchar)*text < 0x80 ? (gunichar)g_ascii_tolower (*text)
                                        : g_unichar_tolower (g_utf8_get_char (text));

      letters[n++] = c;
      if (n <= STEM_LETTERS)
        {
          if (c < 0x80)
            lowered[stem_bytes++] = (char)c;
          else
            stem_bytes += (gsize)g_unichar_to_utf8 (c, lowered + stem_bytes);
        }
    }
  *n_letters = n;
  return stem_bytes;
}

static guint32
term_of_token (VrSlice token, VrInterner *stems, GArray *infos)
{
  gunichar letters[64];
  char lowered[STEM_LETTERS * 6];
  guint n_letters;
  gboolean is_word = !vr_token_is_punctuation (token);
  gsize n_bytes = lower_token (token, lowered, letters, &n_letters);
  guint32 term = is_word ? vr_interner_put (stems, lowered, n_bytes)
                         : vr_interner_put (stems, token.text, token.n_bytes);

  if (term == infos->len)
    {
      VrAlignTermInfo info = { 0 };

      /* 1 until weighed: not punctuation. */
      info.weight = is_word ? 1 : 0;
      info.letters = letters_of (letters, n_letters);
      info.n_letters = n_letters;
      g_array_append_val (infos, info);
    }
  return term;
}

/* Kept apart from VrAlignTermInfo, so that what each token touches is small. */
typedef struct
{
  guint32 last_read; /* TermReader.n_read when the term was seen last */
  guint32 df;
} TermCount;

typedef struct
{
  const VrInterner *interner;
  VrInterner *stems;
  GArray *infos;
  TermCount *counts; /* by term */
  guint8 *is_word;   /* by term */
  VrAlignIdMap *map;
  guint32 n_read; /* numbers of both sides */
} TermReader;

static guint32
new_term (TermReader *reader, guint32 id)
{
  VrSlice token = vr_interner_peek (reader->interner, id);
  guint32 term = term_of_token (token, reader->stems, reader->infos);

  reader->is_word[term] = g_array_index (reader->infos, VrAlignTermInfo, term).weight > 0;
  return term;
}

/* Counts the terms of the units of one number; returns how many words each has. */
static guint32
read_number (TermReader *reader, const VrAlignSide *side, guint32 number, guint32 n_units)
{
  guint32 n_words = 0, end = side->firsts[number + 1], k;

  reader->n_read++;
  for (k = side->firsts[number]; k < end; k++)
    {
      guint32 *value = id_map_lookup (reader->map, side->ids[k]), term;
      TermCount *count;

      if (*value == VR_ALIGN_NONE)
        *value = new_term (reader, side->ids[k]);
      term = *value;
      n_words += reader->is_word[term];
      count = &reader->counts[term];
      count->df +=
          n_units * (count->last_read != reader->n_read); /* a branch is missed too often */
      count->last_read = reader->n_read;
    }
  return n_words;
}

static void
read_side (TermReader *reader, VrAlignSide *side)
{
  g_autofree guint32 *n_units = g_new0 (guint32, side->n_numbers + 1);

  for (guint32 i = 0; i < side->n_units; i++)
    n_units[side->numbers[i]]++;
  side->n_words = g_new (guint32, side->n_numbers + 1);
  for (guint32 number = 0; number < side->n_numbers; number++)
    side->n_words[number] = read_number (reader, side, number, n_units[number]);
}

static void
list_solids (VrAlignSide *side)
{
  guint32 i;

  for (i = 0; i < side->n_units && vr_align_n_words (side, i) > 0; i++)
    ;
  side->n_solids = i;
  if (i == side->n_units)
    return;
  side->solids = g_new (guint32, side->n_units + 1);
  side->ranks = g_new (guint32, side->n_units + 1);
  side->n_solids = 0;
  for (i = 0; i < side->n_units; i++)
    {
      gboolean is_solid = vr_align_n_words (side, i) > 0;

      side->ranks[i] = is_solid ? side->n_solids : VR_ALIGN_NONE;
      if (is_solid)
        side->solids[side->n_solids++] = i;
    }
}

/* Numbers the terms, counts words, lists the solid units, and counts in how many units each term
 * stands. */
static void
read_terms (VrAlign *self, const VrInterner *interner)
{
  g_autoptr (VrInterner) stems = vr_interner_new ();
  gsize n_tokens = self->sides[0].firsts[self->sides[0].n_numbers]
                   + (gsize)self->sides[1].firsts[self->sides[1].n_numbers];
  gsize most_terms = MIN (n_tokens, vr_interner_get_n_ids (interner)) + 1;
  g_autofree TermCount *counts = g_new0 (TermCount, most_terms);
  g_autofree guint8 *is_word = g_new0 (guint8, most_terms);
  TermReader reader = { .interner = interner,
                        .stems = stems,
                        .infos = g_array_new (FALSE, FALSE, sizeof (VrAlignTermInfo)),
                        .counts = counts,
                        .is_word = is_word };
  guint s;
  guint32 i;

  reader.map = self->term_map = id_map_new (vr_interner_get_n_ids (interner), n_tokens);
  for (s = 0; s < VR_N_SIDES; s++)
    {
      read_side (&reader, &self->sides[s]);
      list_solids (&self->sides[s]);
    }
  self->n_terms = reader.infos->len;
  self->terms = (VrAlignTermInfo *)g_array_free (reader.infos, FALSE);
  for (i = 0; i < self->n_terms; i++)
    self->terms[i].df = counts[i].df;
}

guint32
vr_align_term_of (const VrAlign *self, guint32 id)
{
  return *id_map_lookup (self->term_map, id);
}

/* The array has room for every token, and memory only for those that are set. */
void
vr_align_set_terms (VrAlign *self)
{
  guint s;
  guint32 i, k;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      VrAlignSide *side = &self->sides[s];

      side->terms = g_new (guint32, side->firsts[side->n_numbers] + 1);
      for (i = 0; i < side->n_units; i++)
        for (k = vr_align_first (side, i); side->open[i] && k < vr_align_end (side, i); k++)
          side->terms[k] = vr_align_term_of (self, side->ids[k]);
    }
}

static void
weigh_terms (VrAlign *self)
{
  double n_units = self->sides[0].n_solids + (double)self->sides[1].n_solids;
  guint64 n_letters = 0, n_words = 0;
  guint32 i;

  for (i = 0; i < self->n_terms; i++)
    {
      VrAlignTermInfo *info = &self->terms[i];

      if (info->weight <= 0)
        continue;
      n_letters += (guint64)info->n_letters * info->df;
      n_words += info->df;
      info->weight = (float)MAX (MIN_WEIGHT, log ((n_units + 1) / (info->df + 0.5)));
    }
  self->word_letters = n_words > 0 ? (float)n_letters / (float)n_words : 0;
}

/* Two chains of multiplications side by side: the second does not wait for the first. */
static guint64
hash_unit (const guint32 *ids, guint32 n_ids)
{
  guint64 even = n_ids, odd = 0x165667b19e3779f9u;
  guint32 i;

  for (i = 0; i + 1 < n_ids; i += 2)
    {
      even = (even ^ ids[i]) * 0x9e3779b97f4a7c15u;
      odd = (odd ^ ids[i + 1]) * 0xc2b2ae3d27d4eb4fu;
      even ^= even >> 29;
      odd ^= odd >> 31;
    }
  if (i < n_ids)
    even = (even ^ ids[i]) * 0x9e3779b97f4a7c15u;
  even = (even ^ (even >> 29) ^ (odd << 1)) * 0xbf58476d1ce4e5b9u;
  return (even ^ odd) ^ (even >> 32);
}

/* A class is known by its first unit's tokens. */
typedef struct
{
  const guint32 *ids;
  guint32 n_ids;
  guint32 hash;
} Class;

static gboolean
is_of_class (const Class *class, const guint32 *ids, guint32 n_ids, guint32 hash)
{
  return class->hash == hash && class->n_ids == n_ids
         && memcmp (class->ids, ids, n_ids * sizeof (guint32)) == 0;
}

static void
set_classes (VrAlign *self)
{
  gsize n_numbers = (gsize)self->sides[0].n_numbers + self->sides[1].n_numbers, n_slots = 64;
  g_autofree Class *classes = g_new (Class, n_numbers + 1);
  g_autofree guint32 *slots = NULL; /* 1 + class, 0 where it is free */

  while (n_slots < 2 * n_numbers)
    n_slots *= 2;
  slots = g_new0 (guint32, n_slots);
  for (guint s = 0; s < VR_N_SIDES; s++)
    {
      VrAlignSide *side = &self->sides[s];

      side->classes = g_new (guint32, side->n_numbers + 1);
      for (guint32 i = 0; i < side->n_numbers; i++)
        {
          const guint32 *ids = side->ids + side->firsts[i];
          guint32 n_ids = side->firsts[i + 1] - side->firsts[i];
          guint64 hash = hash_unit (ids, n_ids);
          gsize slot = hash & (n_slots - 1);

          while (slots[slot] != 0
                 && !is_of_class (&classes[slots[slot] - 1], ids, n_ids, (guint32)(hash >> 32)))
            slot = (slot + 1) & (n_slots - 1);
          if (slots[slot] == 0)
            {
              classes[self->n_classes++] = (Class){ ids, n_ids, (guint32)(hash >> 32) };
              slots[slot] = self->n_classes;
            }
          side->classes[i] = slots[slot] - 1;
        }
    }
}

void
vr_align_side_init (VrAlignSide *side, const VrAlignUnits *units)
{
  *side = (VrAlignSide){ .n_units = units->n,
                         .ids = vr_tokens_peek_ids (units->tokens),
                         .numbers = units->numbers != NULL ? units->numbers
                                                           : vr_tokens_peek_numbers (units->tokens),
                         .n_numbers = vr_tokens_get_n_numbers (units->tokens),
                         .firsts = vr_tokens_peek_firsts (units->tokens) };
}

void
vr_align_init_sides (VrAlign *self, const VrInterner *interner)
{
  guint s;

  read_terms (self, interner);
  weigh_terms (self);
  set_classes (self);
  for (s = 0; s < VR_N_SIDES; s++)
    {
      VrAlignSide *side = &self->sides[s];

      side->partners = g_new (guint32, side->n_units + 1);
      memset (side->partners, 0xff, (side->n_units + 1) * sizeof (guint32));
      side->open = g_new0 (guint8, side->n_units + 1);
    }
}

void
vr_align_clear_sides (VrAlign *self)
{
  guint s;

  for (s = 0; s < VR_N_SIDES; s++)
    {
      VrAlignSide *side = &self->sides[s];

      g_free (side->terms);
      g_free (side->n_words);
      g_free (side->classes);
      g_free (side->partners);
      g_free (side->solids);
      g_free (side->ranks);
      g_free (side->open);
    }
  g_clear_pointer (&self->terms, g_free);
  g_clear_pointer (&self->term_map, id_map_free);
}

gboolean
vr_align_has_pair (const VrOverride *pairs, guint n_pairs, guint32 old_index, guint32 new_index)
{
  VrOverride key = { old_index, new_index };

  return n_pairs > 0 && bsearch (&key, pairs, n_pairs, sizeof key, vr_override_compare) != NULL;
}

gboolean
vr_align_is_forbidden (const VrAlign *self, guint32 old_index, guint32 new_index)
{
  return vr_align_has_pair (self->forbidden, self->n_forbidden, old_index, new_index);
}
