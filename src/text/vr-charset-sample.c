/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a file that tells its encoding. */
#include "vr-charset-sample.h"

#include <string.h>

/* Long before this the statistics are sure. */
#define SAMPLE_BYTES (32 * 1024)
/* How far a file is looked through for bytes beyond ASCII. */
#define LOOK_BYTES (4 * 1024 * 1024)
/* Lines longer than this are looked at in pieces, cut at a space. */
#define PIECE_BYTES 400
/* A tag is not longer, so a lone less-than sign hides no text. */
#define TAG_BYTES 2000

static gboolean
has_high_byte (const guint8 *p, const guint8 *end)
{
  while (p < end)
    if (*p++ >= 0x80)
      return TRUE;
  return FALSE;
}

/* Where the piece that starts at @p ends: behind a line end or a space, never in a character. */
static const guint8 *
find_piece_end (const guint8 *p, const guint8 *end)
{
  const guint8 *wanted = p + MIN (end - p, PIECE_BYTES);
  const guint8 *line_end = memchr (p, '\n', wanted - p);

  if (line_end != NULL)
    return line_end + 1;
  while (wanted < end && *wanted != ' ' && *wanted != '\n' && wanted - p < 8 * PIECE_BYTES)
    wanted++;
  return wanted < end ? wanted + 1 : end;
}

static const guint8 *
find_tag_end (const guint8 *p, const guint8 *end)
{
  gsize n = MIN (end - p, TAG_BYTES);

  if (n < 3 || !(g_ascii_isalpha (p[1]) || strchr ("/!?", p[1]) != NULL) || p[1] == '\0')
    return NULL;
  return memchr (p, '>', n);
}

/* Puts @p up to @end behind @out without tags. */
static void
append_text (GByteArray *out, const guint8 *p, const guint8 *end, const guint8 *data_end)
{
  while (p < end)
    {
      const guint8 *tag = memchr (p, '<', end - p);
      const guint8 *tag_end = tag != NULL ? find_tag_end (tag, data_end) : NULL;

      if (tag != NULL && tag_end == NULL)
        tag++;
      g_byte_array_append (out, p, (tag != NULL ? tag : end) - p);
      if (tag == NULL)
        return;
      if (tag_end != NULL)
        g_byte_array_append (out, (const guint8 *)" ", 1);
      p = tag_end != NULL ? tag_end + 1 : tag;
    }
}

static void
collect_bytes (VrCharsetSample *self, const guint8 *data, gsize n_bytes)
{
  const guint8 *p = data, *end = data + MIN (n_bytes, LOOK_BYTES);

  while (p < end && self->bytes->len < SAMPLE_BYTES)
    {
      const guint8 *piece_end = find_piece_end (p, end);

      if (has_high_byte (p, piece_end))
        append_text (self->bytes, p, piece_end, end);
      p = piece_end;
    }
}

static inline gboolean
is_letter (guint8 byte)
{
  return byte >= 0x80 || vr_charset_sample_class (byte) >= 2;
}

/* A word of ASCII letters is told by the language alone, so it is counted as a whole. */
static void
count_word (VrCharsetSample *self, GHashTable *known, guint start, guint n_bytes)
{
  g_autofree char *key = g_ascii_strdown ((const char *)self->bytes->data + start, n_bytes);
  gpointer place = g_hash_table_lookup (known, key);

  if (place == NULL)
    {
      VrAsciiWord word = { start, n_bytes, 1 };

      g_array_append_val (self->words, word);
      g_hash_table_insert (known, g_steal_pointer (&key), GUINT_TO_POINTER (self->words->len));
    }
  else
    g_array_index (self->words, VrAsciiWord, GPOINTER_TO_UINT (place) - 1).n++;
}

static void
count_pairs (VrCharsetSample *self)
{
  g_autofree guint32 *counts = g_new0 (guint32, 0x10000);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint8 *bytes = self->bytes->data;
  gboolean is_used[256] = { FALSE };
  guint n_bytes = self->bytes->len, at = 0;

  while (at < n_bytes)
    {
      guint start = at, n_high = 0;

      for (; at < n_bytes && is_letter (bytes[at]); at++)
        n_high += bytes[at] >= 0x80;
      self->n_high += n_high;
      if (n_high == 0 && at > start)
        count_word (self, known, start, at - start);
      else if (n_high > 0)
        for (guint i = start; i <= at; i++)
          counts[(i > 0 ? bytes[i - 1] : '\n') << 8 | (i < n_bytes ? bytes[i] : '\n')]++;
      at += at == start || n_high > 0;
    }
  for (guint i = 0; i < 0x10000; i++)
    if (counts[i] > 0)
      {
        VrBytePair pair = { i >> 8, i & 0xFF, counts[i] };

        g_array_append_val (self->pairs, pair);
        is_used[pair.before] = is_used[pair.here] = TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (is_used); i++)
    if (is_used[i])
      self->used[self->n_used++] = i;
}

VrCharsetSample *
vr_charset_sample_new (const guint8 *data, gsize n_bytes)
{
  VrCharsetSample *self = g_new0 (VrCharsetSample, 1);

  self->bytes = g_byte_array_new ();
  self->words = g_array_new (FALSE, FALSE, sizeof (VrAsciiWord));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (VrBytePair));
  collect_bytes (self, data, n_bytes);
  count_pairs (self);
  return self;
}

void
vr_charset_sample_free (VrCharsetSample *self)
{
  g_byte_array_unref (self->bytes);
  g_array_unref (self->pairs);
  g_array_unref (self->words);
  g_free (self);
}
