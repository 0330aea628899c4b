/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs what codecs would make of a line and takes the best, in all of it or in single words. */
#include "vr-mojibake-private.h"

/* In a line of which a codec leaves some over, what a word must gain to be repaired alone. */
#define MIN_WORD_GAIN 2
/* And where it becomes anything but Latin letters and usual signs. */
#define MIN_SCRIPT_GAIN 3
/* What a line must gain by an East Asian codec that makes Latin letters of it, and how many
   characters one must make of it otherwise. */
#define MIN_WIDE_GAIN 2
#define MIN_WIDE_MATCHES 3

/* A stretch between spaces that a reading leaves there. */
typedef struct
{
  guint32 first_match, end_match;
  gint gain;
  guint cost;
  guint n_strong;
  gboolean is_plain; /* becomes Latin letters and usual signs */
} Word;

/* A reading, and how much less odd the line is by it. */
typedef struct
{
  VrReading reading;
  GArray *words;  /* Word: those with matches */
  GArray *before; /* guint32: characters of a word */
  GArray *after;
  VrCodec codec;
  gint gain;
  guint cost;        /* of its letters */
  gboolean is_whole; /* every match is taken, else those of words that gain */
} Trial;

static void
trial_init (Trial *self)
{
  self->reading.matches = g_array_new (FALSE, FALSE, sizeof (VrMatch));
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  self->before = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->after = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->gain = 0;
}

static void
trial_clear (Trial *self)
{
  g_array_unref (self->reading.matches);
  g_array_unref (self->words);
  g_array_unref (self->before);
  g_array_unref (self->after);
}

static gboolean
is_wide (guint32 c)
{
  VrGlyph glyph = vr_glyph_of (c);

  return glyph >= VR_GLYPH_HAN && glyph <= VR_GLYPH_HANGUL_RARE;
}

static gboolean
is_space (guint32 c)
{
  return c == ' ' || c == '\t';
}

/* Whether the first byte of "à" or of a space that does not break stands where no word has it: the
   second one became a space, so that this is all there is to see. */
static gboolean
is_blank_told (const VrCell *cells, gsize at)
{
  guint32 c = cells[at].c;

  if (c != 0xC2 && c != 0xC3)
    return FALSE;
  if (at == 0)
    return TRUE;
  at -= 1;
  if (at > 0 && is_space (cells[at].c))
    at--;
  return cells[at].c >= 'a' && cells[at].c <= 'z';
}

static gboolean
is_plain (guint32 c)
{
  VrGlyph glyph = vr_glyph_of (c);

  return c < 0x80 || glyph == VR_GLYPH_LATIN_LOWER || glyph == VR_GLYPH_LATIN_UPPER
         || glyph == VR_GLYPH_OPEN || glyph == VR_GLYPH_CLOSE || glyph == VR_GLYPH_COMMON
         || glyph == VR_GLYPH_DASH;
}

static void
end_word (Trial *self, const VrCell *cells, guint32 first_match, guint32 end_match)
{
  Word word = { .first_match = first_match, .end_match = end_match, .is_plain = TRUE };

  if (first_match < end_match)
    {
      word.gain = (gint)vr_oddness ((guint32 *)(gpointer)self->before->data, self->before->len)
                  - (gint)vr_oddness ((guint32 *)(gpointer)self->after->data, self->after->len);
      word.cost = vr_alphabet_cost ((guint32 *)(gpointer)self->after->data, self->after->len);
      for (guint32 i = first_match; i < end_match; i++)
        {
          const VrMatch *match = &g_array_index (self->reading.matches, VrMatch, i);
          gboolean is_told =
              match->is_weak && match->c != 0xFFFD && is_blank_told (cells, match->at);

          word.is_plain &= is_plain (match->c);
          word.n_strong += !match->is_weak || is_told;
          word.gain += is_told ? MIN_WORD_GAIN : 0;
        }
      g_array_append_val (self->words, word);
    }
  g_array_set_size (self->before, 0);
  g_array_set_size (self->after, 0);
}

static void
cut_words (Trial *self, const VrCell *cells, gsize n_cells)
{
  guint32 match = 0;
  guint32 first_match = 0;

  g_array_set_size (self->words, 0);
  for (gsize at = 0; at < n_cells;)
    {
      const GArray *matches = self->reading.matches;
      gsize start = at;

      if (match < matches->len && g_array_index (matches, VrMatch, match).at == at)
        {
          at += g_array_index (matches, VrMatch, match).n_cells;
          do
            g_array_append_val (self->after, g_array_index (matches, VrMatch, match).c);
          while (++match < matches->len && g_array_index (matches, VrMatch, match).n_cells == 0);
        }
      else
        {
          at++;
          if (is_space (cells[start].c))
            {
              end_word (self, cells, first_match, match);
              first_match = match;
              continue;
            }
          g_array_append_val (self->after, cells[start].c);
        }
      for (; start < at; start++)
        g_array_append_val (self->before, cells[start].c);
    }
  end_word (self, cells, first_match, match);
}

/* Whether a word is repaired alone: what becomes another script's letters needs more evidence, as
   letters of two scripts also stand together by mistake. */
static gboolean
is_word_sure (const Word *word)
{
  return word->n_strong > 0 && word->gain >= (word->is_plain ? 1 : MIN_SCRIPT_GAIN);
}

static gboolean
is_word_taken (const Trial *self, const Word *word)
{
  return self->is_whole || is_word_sure (word);
}

/* Whether characters like those that the codec undoes are left over: then it is their text. */
static gboolean
is_wide_rest (const Trial *self, const VrCell *cells, gsize n_cells)
{
  gsize n_wide = 0;

  for (gsize i = 0; i < n_cells; i++)
    n_wide += is_wide (cells[i].c);
  for (guint i = 0; i < self->reading.matches->len; i++)
    {
      const VrMatch *match = &g_array_index (self->reading.matches, VrMatch, i);

      for (guint k = 0; k < match->n_cells; k++)
        n_wide -= is_wide (cells[match->at + k].c);
    }
  return n_wide > 0;
}

/* All of a line that is wholly the codec's, else the words that are so for sure, and then those
   that may be. */
static void
weigh (Trial *self)
{
  gint best = 0;
  gint sums[2] = { 0, 0 }; /* of words that gain, of all */
  guint costs[2] = { 0, 0 };
  guint n_strong = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      n_strong += word->n_strong;
      for (guint all = is_word_sure (word) ? 0 : 1; all < 2; all++)
        {
          sums[all] += word->gain;
          costs[all] += word->cost;
          best = all == 0 ? MAX (best, word->gain) : best;
        }
    }
  self->is_whole = self->reading.is_whole && n_strong > 0 && sums[1] > 0;
  self->gain = self->is_whole ? sums[1] : best >= MIN_WORD_GAIN ? sums[0] : 0;
  self->cost = costs[self->is_whole];
}

/* Whether all there is to see is one odd pair of letters that becomes one, and no Latin letter:
   such pairs are also written, as "дД" in a pattern. */
static gboolean
is_little (const Trial *self, const VrCell *cells)
{
  const VrMatch *match = &g_array_index (self->reading.matches, VrMatch, 0);

  if (self->gain >= MIN_SCRIPT_GAIN || self->reading.matches->len > 1 || is_plain (match->c))
    return FALSE;
  for (guint i = 0; i < match->n_cells; i++)
    if (vr_glyph_of (cells[match->at + i].c) > VR_GLYPH_MARK)
      return FALSE;
  return TRUE;
}

static gboolean
is_plain_only (const Trial *self)
{
  for (guint i = 0; i < self->words->len; i++)
    if (!g_array_index (self->words, Word, i).is_plain)
      return FALSE;
  return TRUE;
}

/* Rare characters stand alone in lists of them, and codecs of two bytes make something of each; but
   not Latin letters right within a word, and not several letters in a row. */
static gboolean
is_wide_doubtful (const Trial *self, const VrCell *cells, gsize n_cells)
{
  if (self->codec < VR_N_BYTE_CODECS)
    return FALSE;
  if (!self->is_whole && is_wide_rest (self, cells, n_cells))
    return TRUE;
  return self->reading.n_strong < MIN_WIDE_MATCHES
         && (self->gain < MIN_WIDE_GAIN || !is_plain_only (self));
}

static void
try_codec (Trial *self, const VrCell *cells, gsize n_cells, VrCodec codec)
{
  self->codec = codec;
  self->gain = 0;
  vr_reading_take (&self->reading, cells, n_cells, codec);
  if (self->reading.matches->len == 0)
    return;
  cut_words (self, cells, n_cells);
  weigh (self);
  if (is_little (self, cells) || is_wide_doubtful (self, cells, n_cells))
    self->gain = 0;
}

/* The codecs in which some character may start one of UTF-8 that the next goes on with. */
static guint32
find_codecs (const VrCell *cells, gsize n_cells)
{
  guint32 codecs = 0;
  gboolean has_wide = FALSE;

  for (gsize i = 0; i < n_cells; i++)
    {
      guint32 next = i + 1 < n_cells ? cells[i + 1].c : 0;

      if (cells[i].c < 0x80)
        continue;
      has_wide |= is_wide (cells[i].c);
      codecs |= vr_codec_masks[vr_codec_slot (cells[i].c)].leads
                & (next == ' ' || next == '?' || next == 0xFFFD
                       ? G_MAXUINT32
                       : vr_codec_masks[vr_codec_slot (next)].trails);
    }
  return has_wide ? codecs | (guint32)(G_MAXUINT32 << VR_N_BYTE_CODECS) : codecs;
}

static void
append_match (const Trial *self, GArray *out, const VrCell *cells, guint32 number)
{
  const VrMatch *match = &g_array_index (self->reading.matches, VrMatch, number);
  guint32 end = out->len > 0 ? g_array_index (out, VrCell, out->len - 1).to : cells[0].from;
  VrCell cell = { match->c, end, end, NULL };

  for (guint i = 0; i < match->n_cells; i++)
    {
      cell.to = cells[match->at + i].to;
      if (cell.codec == NULL)
        cell.codec = cells[match->at + i].codec;
    }
  cell.codec = vr_codec_add_layer (vr_codec_get_name (self->codec), cell.codec);
  g_array_append_val (out, cell);
}

static void
apply (const Trial *self, GArray *cells)
{
  const VrCell *old = (const VrCell *)(gpointer)cells->data;
  g_autoptr (GArray) out = g_array_sized_new (FALSE, FALSE, sizeof (VrCell), cells->len);
  guint32 at = 0;

  for (guint w = 0; w < self->words->len; w++)
    {
      const Word *word = &g_array_index (self->words, Word, w);

      for (guint32 i = word->first_match; i < word->end_match && is_word_taken (self, word); i++)
        {
          const VrMatch *match = &g_array_index (self->reading.matches, VrMatch, i);

          if (match->n_cells > 0)
            {
              g_array_append_vals (out, old + at, match->at - at);
              at = match->at + match->n_cells;
            }
          append_match (self, out, old, i);
        }
    }
  g_array_append_vals (out, old + at, cells->len - at);
  g_array_set_size (cells, 0);
  g_array_append_vals (cells, out->data, out->len);
}

/* Whole lines first, then what is less odd, then what is more of one language. */
static gboolean
is_better (const Trial *trial, const Trial *best)
{
  if (trial->gain <= 0 || best->gain <= 0)
    return trial->gain > best->gain;
  if (trial->is_whole != best->is_whole)
    return trial->is_whole;
  return trial->gain != best->gain ? trial->gain > best->gain : trial->cost < best->cost;
}

/* Undoes the one codec that makes the line least odd. */
static gboolean
repair_once (GArray *cells, Trial *best, Trial *trial)
{
  const VrCell *data = (const VrCell *)(gpointer)cells->data;
  guint32 codecs = find_codecs (data, cells->len);

  best->gain = 0;
  for (VrCodec codec = 0; codec < VR_N_CODECS; codec++)
    {
      if (!(codecs >> codec & 1))
        continue;
      try_codec (trial, data, cells->len, codec);
      if (is_better (trial, best))
        {
          Trial swapped = *best;

          *best = *trial;
          *trial = swapped;
        }
    }
  if (best->gain > 0)
    apply (best, cells);
  return best->gain > 0;
}

gboolean
vr_cells_repair (GArray *cells)
{
  Trial best;
  Trial trial;
  gboolean is_changed = FALSE;

  trial_init (&best);
  trial_init (&trial);
  while (repair_once (cells, &best, &trial))
    is_changed = TRUE;
  trial_clear (&best);
  trial_clear (&trial);
  return is_changed;
}
