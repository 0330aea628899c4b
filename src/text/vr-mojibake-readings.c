/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line is where one codec is undone: which characters are the bytes of one of UTF-8. */
#include "vr-mojibake-private.h"

#include <string.h>

/* Stands for a byte that was lost, and for what is no byte. */
#define LOST 0x100
#define NO_BYTE -1
#define MAX_BYTES 6

/* What is being read. */
typedef struct
{
  const VrCell *cells;
  gsize n_cells;
  VrCodec codec;
} Source;

static int
byte_at (const Source *self, gsize at)
{
  guint32 c;
  guint slot;

  if (at >= self->n_cells)
    return NO_BYTE;
  c = self->cells[at].c;
  if (c < 0x80)
    return (int)c;
  if (c == 0xFFFD)
    return LOST;
  slot = vr_codec_slot (c);
  return slot != 0 && vr_codec_bytes[slot][self->codec] != 0 ? vr_codec_bytes[slot][self->codec]
                                                             : NO_BYTE;
}

static gboolean
is_trail (int byte)
{
  return byte >= 0x80 && byte < 0xC0;
}

static guint
count_bytes (int lead)
{
  if (lead < 0xC2 || lead > 0xF4)
    return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* The second byte of the shortest form, without surrogates and what is beyond Unicode. */
static gboolean
is_second_valid (int lead, int second)
{
  switch (lead)
    {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second < 0xA0;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second < 0x90;
    default:
      return TRUE;
    }
}

static guint32
join_bytes (const int *bytes, guint n_bytes)
{
  guint32 c = (guint32)bytes[0] & (0x7Fu >> n_bytes);

  for (guint i = 1; i < n_bytes; i++)
    c = c << 6 | ((guint32)bytes[i] & 0x3F);
  return c;
}

/* Two surrogates of three bytes each: CESU-8, one of whose bytes may be lost. */
static gboolean
match_surrogates (const int *bytes, VrMatch *match)
{
  guint n_lost = 0;

  if (bytes[0] != 0xED || bytes[1] < 0xA0 || bytes[1] > 0xAF || bytes[3] != 0xED || bytes[4] < 0xB0
      || bytes[4] > 0xBF)
    return FALSE;
  for (guint i = 2; i < MAX_BYTES; i += 3)
    if (bytes[i] == LOST || bytes[i] == '?')
      n_lost++;
    else if (!is_trail (bytes[i]))
      return FALSE;
  match->n_cells = MAX_BYTES;
  match->is_weak = n_lost > 0;
  match->c = n_lost > 0
                 ? 0xFFFD
                 : 0x10000 + ((((guint32)bytes[1] & 0xF) << 6 | ((guint32)bytes[2] & 0x3F)) << 10)
                       + (((guint32)bytes[4] & 0xF) << 6 | ((guint32)bytes[5] & 0x3F));
  return TRUE;
}

/* A first byte whose others were lost: each is U+FFFD, or one of them "?". */
static gboolean
match_lost (const int *bytes, guint n_bytes, VrMatch *match)
{
  guint n_marks = 0;
  guint n_lost = 0;

  for (guint i = 1; i < n_bytes; i++)
    if (bytes[i] == LOST)
      n_lost++;
    else if (bytes[i] == '?')
      n_marks++;
    else if (!is_trail (bytes[i]))
      return FALSE;
  if (n_marks > 1 || n_marks + n_lost == 0)
    return FALSE;
  if (n_marks == 1 && n_bytes == 2 && bytes[0] > 0xC3)
    return FALSE;
  match->n_cells = n_bytes;
  match->c = 0xFFFD;
  match->is_weak = n_marks > 0;
  return TRUE;
}

/* Where a space may be A0, made so by whoever takes that for a kind of space: before these bytes it
   gives characters that are frequent. */
static gboolean
may_be_blank (const int *bytes, guint n_bytes, guint at)
{
  static const guint8 leads[] = { 0xC2, 0xC3, 0xC5, 0xCE, 0xD0, 0xD9 };

  if (n_bytes == 2)
    {
      for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
        if (bytes[0] == leads[i])
          return TRUE;
      return FALSE;
    }
  if (n_bytes == 3)
    return at == 1 ? bytes[0] == 0xE2 || bytes[0] == 0xE3 : bytes[0] <= 0xE3;
  return bytes[0] == 0xF0;
}

static gboolean
match_blank (int *bytes, guint n_bytes, VrMatch *match)
{
  guint blank = 0;

  for (guint i = 1; i < n_bytes; i++)
    if (bytes[i] == ' ' && blank == 0)
      blank = i;
    else if (!is_trail (bytes[i]) || bytes[i] == 0x85)
      return FALSE;
  if (blank == 0 || !may_be_blank (bytes, n_bytes, blank))
    return FALSE;
  bytes[blank] = 0xA0;
  match->n_cells = n_bytes;
  match->c = join_bytes (bytes, n_bytes);
  match->is_weak = TRUE;
  return is_second_valid (bytes[0], bytes[1]);
}

/* One character of UTF-8 at @at, whole or with bytes lost. */
static gboolean
match_bytes (const Source *self, gsize at, VrMatch *match)
{
  int bytes[MAX_BYTES];
  gboolean is_twice = self->codec == VR_CODEC_TWICE && self->cells[at].c == 0xE7;
  guint n_bytes = is_twice ? 3 : count_bytes (byte_at (self, at));
  guint n_trails = 1;

  if (n_bytes == 0)
    return FALSE;
  for (guint i = 0; i < MAX_BYTES; i++)
    bytes[i] = i == 0 && is_twice ? 0xE7 : byte_at (self, at + i);
  *match = (VrMatch){ .at = (guint32)at, .n_cells = n_bytes };
  while (n_trails < n_bytes && is_trail (bytes[n_trails]))
    n_trails++;
  if (n_trails == n_bytes && is_second_valid (bytes[0], bytes[1]))
    {
      match->c = join_bytes (bytes, n_bytes);
      return TRUE;
    }
  if (match_surrogates (bytes, match) || match_lost (bytes, n_bytes, match))
    return TRUE;
  /* MacRoman's first bytes are dashes and quotes, which spaces follow anyway. */
  return self->codec != VR_CODEC_MAC_ROMAN && match_blank (bytes, n_bytes, match);
}

/* "à" ends most words that it stands in, so the space that was its second byte is also one: but in
   Portuguese contractions, and in Vietnamese, where it goes on. */
static gboolean
goes_on (const Source *self, gsize at, gboolean is_inside)
{
  static const char *const starts[] = { "s ", "quel", "quilo" };
  static const char *const ends[] = { "i", "o", "u", "y", "m", "n", "ng", "nh" };
  char next[8] = { 0 };
  gsize n = 0;

  for (; n < G_N_ELEMENTS (next) - 1 && at + n < self->n_cells && self->cells[at + n].c < 0x80; n++)
    next[n] = (char)self->cells[at + n].c;
  if (n == 0 || next[0] == ' ')
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (next, starts[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends) && is_inside; i++)
    if (g_str_has_prefix (next, ends[i]) && !g_ascii_isalpha (next[strlen (ends[i])]))
      return TRUE;
  return FALSE;
}

static void
read_byte_codec (VrReading *reading, const Source *source)
{
  for (gsize at = 0; at < source->n_cells;)
    {
      VrMatch match;

      if (source->cells[at].c < 0x80 || !match_bytes (source, at, &match))
        {
          if (source->cells[at].c >= 0x80 && source->cells[at].c != 0xFFFD)
            reading->is_whole = FALSE;
          at++;
          continue;
        }
      if (match.c == 0xE0 && source->cells[at + 1].c == ' '
          && !goes_on (source, at + 2, at > 0 && g_unichar_isalpha (source->cells[at - 1].c)))
        match.n_cells = 1;
      reading->n_strong += !match.is_weak;
      g_array_append_val (reading->matches, match);
      at += match.n_cells;
    }
}

/* The bytes of a run in an East Asian codec, and where each character of it starts among them. */
typedef struct
{
  GByteArray *bytes;
  GArray *starts; /* guint32, one a cell, and the end */
} Run;

/* From @at to where there is only ASCII, or FALSE where the codec lacks a character. */
static gboolean
encode_run (const Source *source, gsize at, gsize end, Run *run)
{
  const guint16 *table = vr_codec_get_wide (source->codec);

  g_byte_array_set_size (run->bytes, 0);
  g_array_set_size (run->starts, 0);
  for (gsize i = at; i <= end; i++)
    {
      guint32 start = run->bytes->len;
      guint32 code = i < end && source->cells[i].c < 0x10000 ? table[source->cells[i].c] : 0;
      guint8 bytes[2] = { (guint8)(code >> 8), (guint8)code };

      g_array_append_val (run->starts, start);
      if (i == end)
        break;
      if (code == 0)
        return FALSE;
      g_byte_array_append (run->bytes, code < 0x100 ? bytes + 1 : bytes, code < 0x100 ? 1 : 2);
    }
  return TRUE;
}

/* How many bytes the character of UTF-8 at @data has, 0 where none starts. */
static guint
decode_char (const guint8 *data, gsize n_bytes, guint32 *c)
{
  int bytes[4];
  guint n = data[0] < 0x80 ? 1 : count_bytes (data[0]);

  if (n == 0 || n > n_bytes)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      bytes[i] = data[i];
      if (i > 0 && !is_trail (bytes[i]))
        return 0;
    }
  *c = n == 1 ? data[0] : join_bytes (bytes, n);
  return n == 1 || is_second_valid (bytes[0], bytes[1]) ? n : 0;
}

/* A group ends where a character of the run and one of UTF-8 end together: its first match has all
   its cells. */
static gboolean
decode_run (VrReading *reading, const Run *run, gsize at)
{
  guint32 first = 0;
  guint group = reading->matches->len;
  gsize byte = 0;

  while (byte < run->bytes->len)
    {
      VrMatch match = { .at = (guint32)(at + first) };
      guint n = decode_char (run->bytes->data + byte, run->bytes->len - byte, &match.c);
      guint32 cell = first;

      if (n == 0)
        return FALSE;
      byte += n;
      g_array_append_val (reading->matches, match);
      while (g_array_index (run->starts, guint32, cell) < byte)
        cell++;
      if (g_array_index (run->starts, guint32, cell) == byte)
        {
          g_array_index (reading->matches, VrMatch, group).n_cells = cell - first;
          first = cell;
          group = reading->matches->len;
        }
    }
  return TRUE;
}

static void
read_wide_codec (VrReading *reading, const Source *source)
{
  Run run = { g_byte_array_new (), g_array_new (FALSE, FALSE, sizeof (guint32)) };

  for (gsize at = 0, end; at < source->n_cells; at = end)
    {
      guint n_matches = reading->matches->len;

      end = at + 1;
      if (source->cells[at].c < 0x80)
        continue;
      while (end < source->n_cells && source->cells[end].c >= 0x80)
        end++;
      if (encode_run (source, at, end, &run) && decode_run (reading, &run, at))
        for (guint i = n_matches; i < reading->matches->len; i++)
          reading->n_strong += g_array_index (reading->matches, VrMatch, i).c >= 0x80;
      else
        {
          g_array_set_size (reading->matches, n_matches);
          reading->is_whole = FALSE;
        }
    }
  g_byte_array_unref (run.bytes);
  g_array_unref (run.starts);
}

void
vr_reading_take (VrReading *reading, const VrCell *cells, gsize n_cells, VrCodec codec)
{
  Source source = { cells, n_cells, codec };

  g_array_set_size (reading->matches, 0);
  reading->is_whole = TRUE;
  reading->n_strong = 0;
  if (codec < VR_N_BYTE_CODECS)
    read_byte_codec (reading, &source);
  else
    read_wide_codec (reading, &source);
}
