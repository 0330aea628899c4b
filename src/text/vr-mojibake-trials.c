/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs what one codec would make of a line: word by word, by what is odd before and after. */
#include "vr-mojibake-trials.h"

/* In a line of which a codec leaves some over, what a word must gain to be repaired alone. */
#define MIN_WORD_GAIN 2
/* And where it becomes anything but Latin letters and usual signs. */
#define MIN_SCRIPT_GAIN 3
/* What a line must gain by an East Asian codec that makes Latin letters of it, and how many
   characters one must make of it otherwise. */
#define MIN_WIDE_GAIN 2
#define MIN_WIDE_MATCHES 3

void
vr_trial_init (VrTrial *self)
{
  self->reading.matches = g_array_new (FALSE, FALSE, sizeof (VrMatch));
  self->words = g_array_new (FALSE, FALSE, sizeof (VrTrialWord));
  self->before = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->after = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->gain = 0;
}

void
vr_trial_clear (VrTrial *self)
{
  g_array_unref (self->reading.matches);
  g_array_unref (self->words);
  g_array_unref (self->before);
  g_array_unref (self->after);
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
end_word (VrTrial *self, const VrCell *cells, guint32 first_match, guint32 end_match)
{
  VrTrialWord word = { .first_match = first_match, .end_match = end_match, .is_plain = TRUE };

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
cut_words (VrTrial *self, const VrCell *cells, gsize n_cells)
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

/* Whether a word gains enough by itself: what becomes another script's letters needs more, as
   letters of two scripts also stand together by mistake. */
static gboolean
is_word_sure (const VrTrialWord *word)
{
  return word->n_strong > 0 && word->gain >= (word->is_plain ? MIN_WORD_GAIN : MIN_SCRIPT_GAIN);
}

gboolean
vr_trial_takes (const VrTrial *self, const VrTrialWord *word)
{
  if (self->is_whole)
    return TRUE;
  return word->n_strong > 0 && word->gain > 0
         && (word->is_plain || self->is_sure || word->gain >= MIN_SCRIPT_GAIN);
}

/* Whether characters like those that the codec undoes are left over: then it is their text. */
static gboolean
is_wide_rest (const VrTrial *self, const VrCell *cells, gsize n_cells)
{
  gsize n_wide = 0;

  for (gsize i = 0; i < n_cells; i++)
    n_wide += vr_is_wide (cells[i].c);
  for (guint i = 0; i < self->reading.matches->len; i++)
    {
      const VrMatch *match = &g_array_index (self->reading.matches, VrMatch, i);

      for (guint k = 0; k < match->n_cells; k++)
        n_wide -= vr_is_wide (cells[match->at + k].c);
    }
  return n_wide > 0;
}

/* All of a line that is wholly the codec's; else, where some words are so for sure, those and
   others that gain. */
static void
weigh (VrTrial *self)
{
  gboolean has_sure = FALSE;
  guint n_strong = 0;
  gint sum = 0;

  self->is_whole = self->is_sure = FALSE;
  for (guint i = 0; i < self->words->len; i++)
    {
      const VrTrialWord *word = &g_array_index (self->words, VrTrialWord, i);

      sum += word->gain;
      n_strong += word->n_strong;
      has_sure |= is_word_sure (word);
      self->is_sure |= word->n_strong > 0 && word->gain >= MIN_SCRIPT_GAIN;
    }
  self->is_whole = self->reading.is_whole && n_strong > 0 && sum > 0;
  self->gain = 0;
  self->cost = 0;
  if (!self->is_whole && !has_sure)
    return;
  for (guint i = 0; i < self->words->len; i++)
    {
      const VrTrialWord *word = &g_array_index (self->words, VrTrialWord, i);

      self->gain += vr_trial_takes (self, word) ? word->gain : 0;
      self->cost += vr_trial_takes (self, word) ? word->cost : 0;
    }
}

/* Whether all there is to see is one odd pair of letters that becomes one, and no Latin letter:
   such pairs are also written, as "дД" in a pattern. */
static gboolean
is_little (const VrTrial *self, const VrCell *cells)
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
is_plain_only (const VrTrial *self)
{
  for (guint i = 0; i < self->words->len; i++)
    if (!g_array_index (self->words, VrTrialWord, i).is_plain)
      return FALSE;
  return TRUE;
}

/* Rare characters stand alone in lists of them, and codecs of two bytes make something of each; but
   not Latin letters right within a word, and not several letters in a row. */
static gboolean
is_wide_doubtful (const VrTrial *self, const VrCell *cells, gsize n_cells)
{
  if (self->codec < VR_N_BYTE_CODECS)
    return FALSE;
  if (!self->is_whole && is_wide_rest (self, cells, n_cells))
    return TRUE;
  return self->reading.n_strong < MIN_WIDE_MATCHES
         && (self->gain < MIN_WIDE_GAIN || !is_plain_only (self));
}

void
vr_trial_run (VrTrial *self, const VrCell *cells, gsize n_cells, VrCodec codec)
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
