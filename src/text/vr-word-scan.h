/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at sixteen bytes at once: how long a word of ASCII letters and digits is, and its key. */
#pragma once

#include <glib.h>

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

/** VR_WORD_GLANCE_BYTES: what one glance sees. */
#define VR_WORD_GLANCE_BYTES 16
/** VR_WORD_MARGIN_BYTES: what must be readable behind the last place to glance at. */
#define VR_WORD_MARGIN_BYTES 32
/** VR_WORD_TAIL_BYTES: room for the words behind the last such place. */
#define VR_WORD_TAIL_BYTES VR_WORD_MARGIN_BYTES

/**
 * VrWordGlance:
 * @n_bytes: how many letters, digits and underscores stand there; 16 for that many or more
 * @a, @b: these bytes, padded with zeros: the key that vr_interner_put_at() takes
 */
typedef struct
{
  guint64 a;
  guint64 b;
  guint n_bytes;
} VrWordGlance;

#ifdef __SSE2__
static inline VrWordGlance
vr_word_glance (const char *at)
{
  static const guint8 keep[2 * VR_WORD_GLANCE_BYTES] = { 255, 255, 255, 255, 255, 255, 255, 255,
                                                         255, 255, 255, 255, 255, 255, 255, 255 };
  __m128i x = _mm_loadu_si128 ((const __m128i *)(const void *)at);
  __m128i letter = _mm_sub_epi8 (_mm_or_si128 (x, _mm_set1_epi8 (0x20)), _mm_set1_epi8 ('a'));
  __m128i digit = _mm_sub_epi8 (x, _mm_set1_epi8 ('0'));
  letter = _mm_cmpeq_epi8 (_mm_min_epu8 (letter, _mm_set1_epi8 (25)), letter);
  digit = _mm_cmpeq_epi8 (_mm_min_epu8 (digit, _mm_set1_epi8 (9)), digit);
  __m128i in_word =
      _mm_or_si128 (_mm_or_si128 (letter, digit), _mm_cmpeq_epi8 (x, _mm_set1_epi8 ('_')));
  VrWordGlance glance;
  glance.n_bytes = (guint)__builtin_ctz (~(guint)_mm_movemask_epi8 (in_word));
  __m128i mask = _mm_loadu_si128 (
      (const __m128i *)(const void *)(keep + VR_WORD_GLANCE_BYTES - glance.n_bytes));
  x = _mm_and_si128 (x, mask);
  glance.a = (guint64)_mm_cvtsi128_si64 (x);
  glance.b = (guint64)_mm_cvtsi128_si64 (_mm_unpackhi_epi64 (x, x));
  return glance;
}
#else
static inline VrWordGlance
vr_word_glance (const char *at)
{
  guint64 bytes[2] = { 0, 0 };
  guint n = 0;
  while (n < VR_WORD_GLANCE_BYTES && (g_ascii_isalnum (at[n]) || at[n] == '_'))
    n++;
  memcpy (bytes, at, n);
  return (VrWordGlance){ bytes[0], bytes[1], n };
}
#endif

/* The upper-case letters among eight bytes of letters, digits, underscores and zeros in lower case.
 * Only letters have the bit 0x40 without 0x20, but for the underscore. */
static inline guint64
vr_word_lower_eight (guint64 bytes)
{
  const guint64 each = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 large = (bytes >> 6) & ~(bytes >> 5) & each;
  guint64 underscore = bytes ^ (each * '_');
  /* A byte of zero in @underscore marks one: all others have a bit in 0x7F. */
  guint64 is_other = ((underscore & (each * 0x7F)) + (each * 0x7F)) >> 7;
  return bytes | ((large & is_other & each) << 5);
}

static inline void
vr_word_glance_lower (VrWordGlance *glance)
{
  glance->a = vr_word_lower_eight (glance->a);
  glance->b = vr_word_lower_eight (glance->b);
}

/* Whether the byte is part of a character beyond ASCII. */
static inline gboolean
vr_word_is_wide (char byte)
{
  return (guint8)byte >= 0x80;
}

/* A mark that stands alone between an ASCII word and a space: all ASCII but '@', which is a letter
 * to some versions of ICU. */
static inline gboolean
vr_word_is_plain_mark (char byte)
{
  return g_ascii_ispunct (byte) && byte != '@' && byte != '_';
}

static inline gboolean
vr_word_is_ascii_space (char byte)
{
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Where the white space at @at ends; only ASCII's is looked for. */
static inline guint32
vr_word_span_start (const char *text, guint32 at, guint32 to)
{
  while (at < to && vr_word_is_ascii_space (text[at]))
    at++;
  return at;
}

/* Where the next ASCII white space from @at on is. */
static inline guint32
vr_word_span_end (const char *text, guint32 at, guint32 to)
{
  while (at < to && !vr_word_is_ascii_space (text[at]))
    at++;
  return at;
}

static inline gboolean
vr_word_is_ascii (const char *text, gsize n_bytes)
{
  guint8 all = 0;
  for (gsize i = 0; i < n_bytes; i++)
    all |= (guint8)text[i];
  return all < 0x80;
}

G_END_DECLS
