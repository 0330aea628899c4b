/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quick look at a line: whether bytes of UTF-8 may stand there as characters. */
#include "vr-mojibake-private.h"

#include <string.h>

/* Classes that one East Asian codec makes of another's text, so that no byte codec tells. */
#define WIDE_ODD                                                                                   \
  (G_GUINT64_CONSTANT (1) << VR_GLYPH_HAN_RARE | G_GUINT64_CONSTANT (1) << VR_GLYPH_KANA_HALF      \
   | G_GUINT64_CONSTANT (1) << VR_GLYPH_HANGUL_RARE | G_GUINT64_CONSTANT (1) << VR_GLYPH_UNUSED)
#define WIDE                                                                                       \
  (WIDE_ODD | G_GUINT64_CONSTANT (1) << VR_GLYPH_HAN | G_GUINT64_CONSTANT (1) << VR_GLYPH_KANA     \
   | G_GUINT64_CONSTANT (1) << VR_GLYPH_HANGUL)

/* Signs that no word starts with: with a letter that may be a byte behind them they are odd. */
#define ODD_LEADS                                                                                  \
  (G_GUINT64_CONSTANT (1) << VR_GLYPH_BAD | G_GUINT64_CONSTANT (1) << VR_GLYPH_CURRENCY            \
   | G_GUINT64_CONSTANT (1) << VR_GLYPH_NUMERIC | G_GUINT64_CONSTANT (1) << VR_GLYPH_LAW)
#define LOW_QUOTE 0x201A /* MacRoman's first byte of typographic signs */

/* Dashes, quotation marks and the ellipsis, U+2013 to U+2026, by their last byte: none of them is
 * ever the first of two bytes unless a letter or sign of another kind follows. */
#define PLAIN_MARKS                                                                                \
  (G_GUINT64_CONSTANT (1) << 0x13 | G_GUINT64_CONSTANT (1) << 0x14                                 \
   | G_GUINT64_CONSTANT (3) << 0x18 | G_GUINT64_CONSTANT (3) << 0x1C                               \
   | G_GUINT64_CONSTANT (1) << 0x26)

/* What was seen so far: pairs that may be bytes of UTF-8, and anything odd. */
typedef struct
{
  guint32 last;  /* the character before */
  guint32 leads; /* the codecs in which it may start a character */
  VrGlyph first; /* and the one before that */
  VrGlyph before;
  gboolean is_pair;
  gboolean is_odd;
} Glance;

/* The character that starts at @text, which is valid; returns its bytes. */
static inline guint
read_char (const guint8 *text, guint32 *c)
{
  if (text[0] < 0xE0)
    {
      *c = (text[0] & 0x1Fu) << 6 | (text[1] & 0x3Fu);
      return 2;
    }
  if (text[0] < 0xF0)
    {
      *c = (text[0] & 0xFu) << 12 | (text[1] & 0x3Fu) << 6 | (text[2] & 0x3Fu);
      return 3;
    }
  *c = (text[0] & 7u) << 18 | (text[1] & 0x3Fu) << 12 | (text[2] & 0x3Fu) << 6 | (text[3] & 0x3Fu);
  return 4;
}

static inline void
see_marked (Glance *self, guint32 c)
{
  VrGlyph glyph = vr_glyph_of (c);
  guint64 bit = G_GUINT64_CONSTANT (1) << glyph;
  guint slot = vr_codec_slot (c);

  if (glyph == VR_GLYPH_C1)
    self->is_pair = self->is_odd = TRUE;
  if (self->leads & vr_codec_masks[slot].trails || (self->leads != 0 && c == 0xFFFD))
    {
      self->is_pair = TRUE;
      self->is_odd |= glyph > VR_GLYPH_MARK || self->last == LOW_QUOTE || (c | 1) == 0x153
                      || (ODD_LEADS >> self->before & 1) != 0;
    }
  if (bit & WIDE)
    {
      self->is_pair = TRUE;
      self->is_odd |= (bit & WIDE_ODD) != 0;
    }
  if (!self->is_odd)
    self->is_odd = glyph == self->before ? glyph == VR_GLYPH_BOX || glyph == VR_GLYPH_BAD
                                         : vr_glyph_is_odd_before (self->before, glyph);
  self->is_odd |= vr_glyph_is_bump (self->first, self->before, glyph);
  self->leads = vr_codec_masks[slot].leads;
  self->last = c;
  self->first = self->before;
  self->before = glyph;
}

/* ASCII behind a marked character: a space or "?" may have been a byte. */
static inline void
see_ascii (Glance *self, guint8 c)
{
  VrGlyph glyph = vr_glyph_blocks[0][c];

  if (self->leads != 0 && (c == ' ' || c == '?'))
    {
      self->is_pair = TRUE;
      self->is_odd |= c == ' ' && (self->last == 0xC2 || self->last == 0xC3);
    }
  if (!self->is_odd && self->before > VR_GLYPH_UPPER)
    self->is_odd = vr_glyph_is_odd_before (self->before, glyph)
                   || vr_glyph_is_bump (self->first, self->before, glyph);
  self->leads = 0;
  self->first = self->before;
  self->before = glyph;
}

#define HIGH_BITS G_GUINT64_CONSTANT (0x8080808080808080)

static inline guint64
read_word (const guint8 *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return GUINT64_FROM_LE (word);
}

static inline gboolean
is_ascii_word (const guint8 *text)
{
  return (read_word (text) & HIGH_BITS) == 0;
}

/* Where behind @at the next byte is that is no ASCII, or the end. */
static inline gsize
skip_ascii (const guint8 *text, gsize at, gsize n_bytes)
{
  for (; at + 8 <= n_bytes; at += 8)
    {
      guint64 high = read_word (text + at) & HIGH_BITS;

      if (high != 0)
        return at + (gsize)__builtin_ctzll (high) / 8;
    }
  while (at < n_bytes && text[at] < 0x80)
    at++;

  return at;
}

/* A small letter of Latin-1, "é", between ASCII: bytes of UTF-8 never come alone. */
static inline gboolean
is_lonely_letter (const guint8 *bytes, gsize at, gsize n_bytes)
{
  return at > 0 && at + 3 <= n_bytes && bytes[at] == 0xC3 && bytes[at + 1] >= 0xA0
         && bytes[at + 1] != 0xB7 && bytes[at - 1] < 0x80 && bytes[at + 2] < 0x80
         && bytes[at + 2] != '?';
}

gsize
vr_mojibake_skip_plain (const char *text, gsize n_bytes)
{
  const guint8 *bytes = (const guint8 *)text;
  gsize at = 0;

  while (at < n_bytes)
    {
      at = skip_ascii (bytes, at, n_bytes);
      if (at + 3 <= n_bytes && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
          && (PLAIN_MARKS >> (bytes[at + 2] & 0x3F) & 1))
        at += 3;
      else if (is_lonely_letter (bytes, at, n_bytes))
        at += 2;
      else
        break;
    }

  return at;
}

gboolean
vr_line_is_suspect (const char *line, gsize n_bytes)
{
  const guint8 *text = (const guint8 *)line;
  Glance glance = { .before = VR_GLYPH_SPACE };

  for (gsize at = 0; at < n_bytes;)
    {
      guint32 c;

      if (text[at] >= 0x80)
        {
          at += read_char (text + at, &c);
          see_marked (&glance, c);
        }
      else
        {
          see_ascii (&glance, text[at++]);
          while (at + 8 <= n_bytes && is_ascii_word (text + at))
            at += 8;
          if (at > 0 && text[at - 1] < 0x80)
            glance.first = glance.before = vr_glyph_blocks[0][text[at - 1]];
        }
      if (glance.is_pair && glance.is_odd)
        return TRUE;
    }
  return FALSE;
}
