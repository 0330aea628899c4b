/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a text: where each starts and ends without the white space around it. */
#include "vr-lines.h"

#include <string.h>

/* Bytes that are compared at once, in the vector extension of GCC and clang. */
typedef guint8 Bytes __attribute__ ((vector_size (16)));

/* Where the next of each kind of line end may be; NULL where there is none any more. */
typedef struct
{
  const char *lf;
  const char *cr;
  const char *nel;       /* C2 85 */
  const char *separator; /* E2 80 A8, E2 80 A9 */
} NextEnds;

guint
vr_lines_space_at (const char *p, const char *end)
{
  const guint8 *b = (const guint8 *)p;

  if (b[0] < 0x80)
    return b[0] == ' ' || (b[0] >= '\t' && b[0] <= '\r');
  if (b[0] == 0xC2 && end - p >= 2)
    return b[1] == 0x85 || b[1] == 0xA0 ? 2 : 0;
  if (end - p < 3)
    return 0;
  if (b[0] == 0xE1)
    return b[1] == 0x9A && b[2] == 0x80 ? 3 : 0;
  if (b[0] == 0xE2 && b[1] == 0x80)
    return b[2] <= 0x8A || b[2] == 0xA8 || b[2] == 0xA9 || b[2] == 0xAF ? 3 : 0;
  if (b[0] == 0xE2)
    return b[1] == 0x81 && b[2] == 0x9F ? 3 : 0;
  if (b[0] == 0xE3)
    return b[1] == 0x80 && b[2] == 0x80 ? 3 : 0;
  return 0;
}

guint
vr_lines_space_before (const char *start, const char *end)
{
  if ((guint8)end[-1] < 0x80)
    return vr_lines_space_at (end - 1, end);
  for (guint n = 2; n <= 3 && n <= (gsize)(end - start); n++)
    if (vr_lines_space_at (end - n, end) == n)
      return n;
  return 0;
}

static gboolean
is_separator (const char *p)
{
  return (guint8)p[1] == 0x80 && ((guint8)p[2] == 0xA8 || (guint8)p[2] == 0xA9);
}

static const char *
find_nel (const char *p, const char *end)
{
  while (end - p >= 2 && (p = memchr (p, 0xC2, end - p - 1)) != NULL)
    {
      if ((guint8)p[1] == 0x85)
        return p;
      p++;
    }
  return NULL;
}

static const char *
find_separator (const char *p, const char *end)
{
  while (end - p >= 3 && (p = memchr (p, 0xE2, end - p - 2)) != NULL)
    {
      if (is_separator (p))
        return p;
      p++;
    }
  return NULL;
}

/* Finds the first line end from @p on and how long it is; @end and 0 where the text ends. */
static const char *
find_line_end (NextEnds *next, const char *p, const char *end, guint *n_bytes)
{
  const char *at = end;

  if (next->lf != NULL && next->lf < p)
    next->lf = memchr (p, '\n', end - p);
  if (next->cr != NULL && next->cr < p)
    next->cr = memchr (p, '\r', end - p);
  if (next->nel != NULL && next->nel < p)
    next->nel = find_nel (p, end);
  if (next->separator != NULL && next->separator < p)
    next->separator = find_separator (p, end);
  *n_bytes = 0;
  if (next->lf != NULL)
    at = next->lf, *n_bytes = 1;
  if (next->cr != NULL && next->cr < at)
    at = next->cr, *n_bytes = at + 1 < end && at[1] == '\n' ? 2 : 1;
  if (next->nel != NULL && next->nel < at)
    at = next->nel, *n_bytes = 2;
  if (next->separator != NULL && next->separator < at)
    at = next->separator, *n_bytes = 3;
  return at;
}

static inline Bytes
load (const char *p)
{
  Bytes bytes;

  memcpy (&bytes, p, sizeof bytes);
  return bytes;
}

static gboolean
has_any (Bytes bytes)
{
  guint64 words[sizeof (Bytes) / sizeof (guint64)];

  memcpy (words, &bytes, sizeof words);
  return (words[0] | words[1]) != 0;
}

/* Tells which rare line ends there are, at some GB/s: most texts have none of them. */
static void
find_rare_ends (const char *text, gsize n_bytes, gboolean *has_nel, gboolean *has_separator)
{
  Bytes nel = { 0 }, separator = { 0 };
  gsize i = 0;

  for (; i + sizeof (Bytes) + 2 <= n_bytes; i += sizeof (Bytes))
    {
      Bytes first = load (text + i), second = load (text + i + 1), third = load (text + i + 2);

      nel |= (Bytes)(first == 0xC2) & (Bytes)(second == 0x85);
      separator |= (Bytes)(first == 0xE2) & (Bytes)(second == 0x80) & (Bytes)((third | 1) == 0xA9);
    }
  *has_nel = has_any (nel) || find_nel (text + i, text + n_bytes) != NULL;
  *has_separator = has_any (separator) || find_separator (text + i, text + n_bytes) != NULL;
}

/* Adds line @index to the runs; the second line of a run sets its step. */
static void
add_number (GArray *runs, guint32 index, guint32 number)
{
  VrLineRun run = { index, number, 0 };
  VrLineRun *last = runs->len > 0 ? &g_array_index (runs, VrLineRun, runs->len - 1) : NULL;

  if (last != NULL && index == last->index + 1)
    last->step = number - last->number;
  else if (last == NULL || number != last->number + (index - last->index) * last->step)
    g_array_append_val (runs, run);
}

GArray *
vr_lines_new (const char *text, gsize n_bytes, GArray *runs)
{
  const char *p = text, *end = text + n_bytes;
  gboolean has_nel, has_separator;
  NextEnds next = { memchr (p, '\n', n_bytes), memchr (p, '\r', n_bytes), NULL, NULL };
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (VrLine));
  guint32 number = 0, follower = 0; /* the number that the next line has if it follows the last */

  find_rare_ends (text, n_bytes, &has_nel, &has_separator);
  next.nel = has_nel ? find_nel (text, end) : NULL;
  next.separator = has_separator ? find_separator (text, end) : NULL;
  while (p < end)
    {
      guint n_end, n;
      const char *line_end = find_line_end (&next, p, end, &n_end), *from = p, *to = line_end;

      number++;
      while (from < to && (n = vr_lines_space_at (from, to)) > 0)
        from += n;
      while (to > from && (n = vr_lines_space_before (from, to)) > 0)
        to -= n;
      if (from < to)
        {
          VrLine line = { .from = from - text, .to = to - text };

          if (number == follower)
            g_array_index (lines, VrLine, lines->len - 1).is_followed = TRUE;
          follower = n_end == 3 && (guint8)line_end[2] == 0xA9 ? 0 : number + 1;
          add_number (runs, lines->len, number);
          g_array_append_val (lines, line);
        }
      p = line_end + n_end;
    }
  return lines;
}

guint32
vr_lines_get_number (const VrLineRun *runs, guint n_runs, guint32 index)
{
  const VrLineRun *run = runs;

  /* Halves without a branch, which would be guessed wrong half the time. */
  for (guint n = n_runs, half; n > 1; n -= half)
    {
      half = n / 2;
      run += run[half].index <= index ? half : 0;
    }
  return run->number + (index - run->index) * run->step;
}

/* Whether the white space at @p ends a line. */
static gboolean
is_line_end (const char *p)
{
  switch ((guint8)*p)
    {
    case '\n':
    case '\r':
      return TRUE;
    case 0xC2:
      return (guint8)p[1] == 0x85;
    case 0xE2:
      return is_separator (p);
    default:
      return FALSE;
    }
}

const char *
vr_lines_find_start (const char *text, const char *from)
{
  guint n;

  while (from > text && (n = vr_lines_space_before (text, from)) > 0 && !is_line_end (from - n))
    from -= n;
  return from;
}
