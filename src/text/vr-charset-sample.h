/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The part of a file that tells its encoding. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VrBytePair: two bytes that follow each other in the sample @n times. */
typedef struct
{
  guint8 before, here;
  guint32 n;
} VrBytePair;

/** VrAsciiWord: a word without a byte beyond ASCII, in the sample's bytes, @n times. */
typedef struct
{
  guint32 start, n_bytes;
  guint32 n;
} VrAsciiWord;

/**
 * VrCharsetSample:
 * @bytes: lines with bytes beyond ASCII, without tags
 * @n_high: how many of them are beyond ASCII
 * @pairs: (element-type VrBytePair): in and around words with a byte beyond ASCII
 * @used: the @n_used bytes that are in them
 * @words: (element-type VrAsciiWord): all others
 */
typedef struct
{
  GByteArray *bytes;
  gsize n_high;
  GArray *pairs;
  guint8 used[256];
  guint n_used;
  GArray *words;
} VrCharsetSample;

VrCharsetSample *vr_charset_sample_new (const guint8 *data, gsize n_bytes);
void vr_charset_sample_free (VrCharsetSample *self);

/** VR_N_ASCII_CLASSES: white space, what else is no letter, a to z of either case. */
#define VR_N_ASCII_CLASSES 28

static inline guint
vr_charset_sample_class (guint8 byte)
{
  guint8 low = byte | 0x20;

  return low >= 'a' && low <= 'z' ? low - 'a' + 2 : byte > ' ';
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrCharsetSample, vr_charset_sample_free)

G_END_DECLS
