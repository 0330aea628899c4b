/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON as a stream: nothing is kept but the output's buffer. */
#include "vr-json-writer.h"

#include <math.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Scores go from 0 to 1 and log-odds stay below a hundred: five decimals tell them apart, and a
 * float's rounding does not reach the fifth. */
#define NUMBER_SCALE 100000
#define NUMBER_N_DECIMALS 5
#define NUMBER_MAX 1e12

/* Room for the longest escape of one byte. */
#define ESCAPE_MAX 6

/* What stands behind the backslash for bytes below 0x20; 0 for those written as \u00xx. */
static const char short_escapes[32] = {
  ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
};

static inline gboolean
needs_escape (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\';
}

static char *
put_escape (char *to, guchar c)
{
  static const char digits[] = "0123456789abcdef";

  *to++ = '\\';
  if (c >= 0x20)
    *to++ = (char)c;
  else if (short_escapes[c] != 0)
    *to++ = short_escapes[c];
  else
    {
      memcpy (to, "u00", 3);
      to[3] = digits[c >> 4];
      to[4] = digits[c & 15];
      to += 5;
    }
  return to;
}

/* The blocks below copy first and look afterwards: most text needs no escape at all. */
#ifdef __SSE2__
#define BLOCK 16

/* Copies a block; returns how many of its bytes stand before the first that needs an escape. */
static inline guint
copy_block (char *to, const char *from)
{
  __m128i bytes = _mm_loadu_si128 ((const __m128i *)(gconstpointer)from);
  __m128i quote = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"'));
  __m128i backslash = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\\'));
  __m128i control = _mm_cmpeq_epi8 (_mm_min_epu8 (bytes, _mm_set1_epi8 (0x1f)), bytes);
  guint mask = (guint)_mm_movemask_epi8 (_mm_or_si128 (control, _mm_or_si128 (quote, backslash)));

  _mm_storeu_si128 ((__m128i *)(gpointer)to, bytes);
  return mask == 0 ? BLOCK : (guint)__builtin_ctz (mask);
}
#else
#define BLOCK 8

/* The same eight bytes at a time: Mycroft's test for a byte that is zero or below a bound. */
static inline guint
copy_block (char *to, const char *from)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), highs = ones << 7;
  guint64 bytes, quote, backslash, found;
  guint n = 0;

  memcpy (&bytes, from, BLOCK);
  memcpy (to, &bytes, BLOCK);
  quote = bytes ^ (ones * '"');
  backslash = bytes ^ (ones * '\\');
  found = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)
          | ((bytes - ones * 0x20) & ~bytes);
  if ((found & highs) == 0)
    return BLOCK;
  while (!needs_escape ((guchar)from[n]) && n + 1 < BLOCK)
    n++;
  return needs_escape ((guchar)from[n]) ? n : BLOCK;
}
#endif

/* Escapes what fits into the output's room; returns how many bytes of @text it took. */
static gsize
put_escaped (VrOutput *output, const char *text, gsize n_bytes)
{
  /* Whole blocks are stored, and each step leaves room for the next one's longest outcome. */
  char *room = vr_output_reserve (output, VR_OUTPUT_ROOM);
  char *to = room;
  const char *end = room + VR_OUTPUT_ROOM - BLOCK - ESCAPE_MAX;
  gsize i = 0;

  while (i < n_bytes && to < end)
    {
      if (n_bytes - i >= BLOCK)
        {
          guint n = copy_block (to, text + i);

          to += n;
          i += n;
          if (n == BLOCK)
            continue;
        }
      if (needs_escape ((guchar)text[i]))
        to = put_escape (to, (guchar)text[i]);
      else
        *to++ = text[i];
      i++;
    }
  vr_output_commit (output, (gsize)(to - room));
  return i;
}

/* Less than a block that needs no escape, in one step: strings are short, and their ends many. */
static gboolean
put_end (VrOutput *output, const char *text, gsize n_bytes)
{
  char block[BLOCK];

  memset (block, ' ', BLOCK);
  memcpy (block, text, n_bytes);
  if (copy_block (vr_output_reserve (output, BLOCK), block) < n_bytes)
    return FALSE;
  vr_output_commit (output, n_bytes);
  return TRUE;
}

static void
put_quoted (VrOutput *output, const char *text, gsize n_bytes)
{
  vr_output_put_char (output, '"');
  for (gsize done = 0, blocks; done < n_bytes;)
    {
      blocks = (n_bytes - done) & ~(gsize)(BLOCK - 1);
      if (blocks == 0 && put_end (output, text + done, n_bytes - done))
        break;
      done += put_escaped (output, text + done, blocks > 0 ? blocks : n_bytes - done);
    }
  vr_output_put_char (output, '"');
}

void
vr_json_writer_dynamic_name (VrJsonWriter *self, const char *name)
{
  vr_json_writer_comma (self);
  put_quoted (self->output, name, strlen (name));
  vr_output_put_char (self->output, ':');
  self->needs_comma = FALSE;
}

void
vr_json_writer_slice (VrJsonWriter *self, const char *text, gsize n_bytes)
{
  vr_json_writer_comma (self);
  put_quoted (self->output, text, n_bytes);
}

void
vr_json_writer_string (VrJsonWriter *self, const char *text)
{
  if (text == NULL)
    vr_json_writer_null (self);
  else
    vr_json_writer_slice (self, text, strlen (text));
}

/* Writes the digits of @value so that they end before @end; returns where they start. */
static char *
put_digits (char *end, guint64 value)
{
  do
    {
      *--end = (char)('0' + value % 10);
      value /= 10;
    }
  while (value > 0);
  return end;
}

static void
put_word (VrJsonWriter *self, const char *word, gsize n_bytes)
{
  vr_json_writer_comma (self);
  memcpy (vr_output_reserve (self->output, n_bytes), word, n_bytes);
  vr_output_commit (self->output, n_bytes);
}

void
vr_json_writer_uint (VrJsonWriter *self, guint64 value)
{
  char digits[24];
  char *end = digits + sizeof digits;
  char *start = put_digits (end, value);

  put_word (self, start, (gsize)(end - start));
}

void
vr_json_writer_int (VrJsonWriter *self, gint64 value)
{
  char digits[24];
  char *end = digits + sizeof digits;
  char *start = put_digits (end, value < 0 ? -(guint64)value : (guint64)value);

  if (value < 0)
    *--start = '-';
  put_word (self, start, (gsize)(end - start));
}

void
vr_json_writer_boolean (VrJsonWriter *self, gboolean value)
{
  if (value)
    put_word (self, "true", 4);
  else
    put_word (self, "false", 5);
}

void
vr_json_writer_null (VrJsonWriter *self)
{
  put_word (self, "null", 4);
}

void
vr_json_writer_empty_list (VrJsonWriter *self)
{
  put_word (self, "[]", 2);
}

/* The same for the point and the decimals, leading zeros too and trailing ones not; nothing for 0.
 */
static char *
put_fraction (char *end, guint fraction)
{
  guint n_decimals = NUMBER_N_DECIMALS;

  if (fraction == 0)
    return end;
  for (; fraction % 10 == 0; fraction /= 10)
    n_decimals--;
  for (; n_decimals > 0; n_decimals--, fraction /= 10)
    *--end = (char)('0' + fraction % 10);
  *--end = '.';
  return end;
}

void
vr_json_writer_number (VrJsonWriter *self, double value)
{
  char digits[32];
  char *end = digits + sizeof digits;
  char *start;
  guint64 scaled;

  if (!(fabs (value) < NUMBER_MAX))
    {
      vr_json_writer_null (self);
      return;
    }
  scaled = (guint64)llround (fabs (value) * NUMBER_SCALE);
  start = put_fraction (end, (guint)(scaled % NUMBER_SCALE));
  start = put_digits (start, scaled / NUMBER_SCALE);
  if (value < 0 && scaled != 0)
    *--start = '-';
  put_word (self, start, (gsize)(end - start));
}
