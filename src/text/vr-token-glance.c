/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes plain words at a glance: sixteen bytes at a time, with the marks around them. */
#include "vr-token-builder.h"

#include "vr-word-scan.h"

/* More marks than this behind a word are rare enough to go the longer way. */
#define MOST_MARKS 3

/* The ASCII byte that stands for one of the three-byte marks of General Punctuation in keys, and
 * is all that a mark behind a word needs; 0 for those that the table path must see. */
static inline char
wide_mark_key (const char *bytes)
{
  if ((guint8)bytes[0] != 0xE2 || (guint8)bytes[1] != 0x80)
    return 0;
  switch ((guint8)bytes[2])
    {
    case 0x93: /* en dash */
    case 0x94: /* em dash */
      return '-';
    case 0x99: /* right single quote */
      return '\'';
    case 0x9C: /* left double quote */
    case 0x9D: /* right double quote */
      return '"';
    default:
      return 0;
    }
}

/* The marks between a word and the white space behind it. */
typedef struct
{
  guint n;
  guint32 starts[MOST_MARKS];
  char keys[MOST_MARKS];
} Marks;

/* Reads the marks from @at on up to a space, if they are no more than marks: none is part of the
 * word before, and none goes with another.  Returns where the space is, or 0. */
static inline guint32
read_marks (const VrTokenBuilder *self, const char *bytes, guint32 at, Marks *marks)
{
  marks->n = 0;
  for (char before = 0; bytes[at] != ' '; marks->n++)
    {
      char key = bytes[at];
      if (marks->n == MOST_MARKS)
        return 0;
      marks->starts[marks->n] = at++;
      if (vr_word_is_wide (key))
        {
          key = self->quiet & VR_QUIET_TYPOGRAPHIC ? wide_mark_key (bytes + at - 1) : 0;
          at += 2;
        }
      if (!vr_word_is_plain_mark (key) || (key == before && (key == '.' || key == '-')))
        return 0;
      marks->keys[marks->n] = before = key;
    }
  return at;
}

/* Takes a quote or bracket that opens what follows, and is never more than itself.  Returns its
 * length, or 0. */
static inline guint
add_opening (VrTokenBuilder *self, const char *bytes, guint32 from)
{
  char key = bytes[0];
  guint n_bytes = 1;
  if (vr_word_is_wide (key) && (self->quiet & VR_QUIET_TYPOGRAPHIC) && (guint8)bytes[2] == 0x9C)
    {
      key = wide_mark_key (bytes);
      n_bytes = 3;
    }
  if ((key != '(' && key != '"' && key != '[') || vr_word_is_wide (bytes[n_bytes]))
    return 0;
  vr_token_builder_add_short (self, vr_interner_byte_key (key), 0, 1, from);
  return n_bytes;
}

guint32
vr_token_builder_add_plain (VrTokenBuilder *self, const char *bytes, guint32 at, guint32 n,
                            guint32 shift)
{
  gboolean caseless = (self->quiet & VR_QUIET_CASE) != 0;
  while (at < n)
    {
      VrWordGlance glance = vr_word_glance (bytes + at);
      if (glance.n_bytes == 0)
        {
          guint n_bytes = 1;
          if (bytes[at] != ' ' && (n_bytes = add_opening (self, bytes + at, at + shift)) == 0)
            return at;
          at += n_bytes;
          continue;
        }
      if (glance.n_bytes == VR_WORD_GLANCE_BYTES)
        return at;
      Marks marks = { .n = 0 };
      guint32 end = at + glance.n_bytes;
      if (bytes[end] != ' ' && (end = read_marks (self, bytes, end, &marks)) == 0)
        return at;
      if (caseless)
        vr_word_glance_lower (&glance);
      vr_token_builder_add_short (self, glance.a, glance.b, glance.n_bytes, at + shift);
      for (guint i = 0; i < marks.n; i++)
        vr_token_builder_add_short (self, vr_interner_byte_key (marks.keys[i]), 0, 1,
                                    marks.starts[i] + shift);
      at = end + 1;
    }
  return at;
}
