/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text as patterns see it: characters of a reader, folded; private to vr-pattern.c. */
#include "vr-pattern-units.h"

#include "vr-fold.h"
#include "vr-words-private.h"

#include <unicode/utf8.h>
#include <utf8proc.h>

#define MINUS_SIGN 0x2212
#define ZERO_WIDTH_SPACE 0x200B
#define LONGEST_DASH 3

/* The character at @at, and where the next one begins. */
static inline gint32
read_point (VrSlice text, gsize at, gsize *next)
{
  gint32 point;
  *next = at;
  U8_NEXT_UNSAFE (text.text, *next, point);
  return point;
}

static inline gboolean
is_plain (VrSlice text, gsize at)
{
  return (guint8)text.text[at] < 0x80
         && (at + 1 == text.n_bytes || (guint8)text.text[at + 1] < 0x80);
}

/* Behind the grapheme cluster that begins at @at. */
static gsize
find_cluster_end (VrSlice text, gsize at)
{
  utf8proc_int32_t state = 0;
  gsize end, next;
  gint32 last, point;

  if (is_plain (text, at))
    return at + 1 + (text.text[at] == '\r' && at + 1 < text.n_bytes && text.text[at + 1] == '\n');
  last = read_point (text, at, &end);
  for (guint i = 1; end < text.n_bytes && i < VR_PATTERN_CLUSTER_POINTS; i++, end = next)
    {
      point = read_point (text, end, &next);
      if (utf8proc_grapheme_break_stateful (last, point, &state))
        break;
      last = point;
    }
  return end;
}

gboolean
vr_pattern_is_alone (gint32 point)
{
  return utf8proc_get_property (point)->boundclass == UTF8PROC_BOUNDCLASS_OTHER;
}

gboolean
vr_pattern_is_bound (VrSlice text, gsize at)
{
  gint32 points[2];
  gsize before = at, next;

  if (at == 0)
    return TRUE;
  if ((guint8)text.text[at - 1] < 0x80 && (guint8)text.text[at] < 0x80)
    return text.text[at] != '\n' || text.text[at - 1] != '\r';
  U8_BACK_1_UNSAFE (text.text, before);
  points[0] = read_point (text, before, &next);
  points[1] = read_point (text, at, &next);
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      guint boundclass = utf8proc_get_property (points[i])->boundclass;

      if (boundclass != UTF8PROC_BOUNDCLASS_OTHER && boundclass != UTF8PROC_BOUNDCLASS_CONTROL
          && boundclass != UTF8PROC_BOUNDCLASS_LV && boundclass != UTF8PROC_BOUNDCLASS_LVT)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_invisible (gint32 point)
{
  return vr_fold_is_invisible (point) || point == ZERO_WIDTH_SPACE;
}

/* Zero width spaces part words for machines; a reader sees one word. */
static gboolean
is_space (gint32 point)
{
  return vr_words_is_space (point) && point != ZERO_WIDTH_SPACE;
}

guint
vr_pattern_fold_point (gint32 point, gint32 *points)
{
  const utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD;
  const char *instead;
  guint n = 0;

  if (point < 0x80)
    {
      points[0] = g_ascii_isspace (point) || point == '\v' ? ' ' : g_ascii_tolower ((char)point);
      return 1;
    }
  if (is_invisible (point))
    return 0;
  instead = point == MINUS_SIGN ? "-" : vr_fold_replacement (point);
  if (instead == NULL && is_space (point))
    instead = " ";
  if (instead != NULL)
    {
      for (; instead[n] != '\0'; n++)
        points[n] = g_ascii_tolower (instead[n]);
      return n;
    }
  n = (guint)utf8proc_decompose_char (point, points, VR_PATTERN_FOLDED_POINTS, options, NULL);
  g_assert (n <= VR_PATTERN_FOLDED_POINTS);
  return n;
}

/* The canonical order of combining marks (Unicode 15, D109). */
static void
sort_marks (VrPatternUnit *unit)
{
  for (guint i = 1; i < unit->n_points; i++)
    {
      gint32 point = unit->points[i];
      int combining = utf8proc_get_property (point)->combining_class;
      guint k = i;

      if (combining == 0)
        continue;
      while (k > 0 && utf8proc_get_property (unit->points[k - 1])->combining_class > combining)
        {
          unit->points[k] = unit->points[k - 1];
          k--;
        }
      unit->points[k] = point;
    }
}

/* A row of white space is one space, with the invisible characters in it and behind it. */
static gsize
find_space_end (VrSlice text, gsize at)
{
  while (at < text.n_bytes)
    {
      gsize next, end;
      gint32 point = read_point (text, at, &next);

      if (!is_space (point) && !is_invisible (point))
        break;
      end = find_cluster_end (text, at);
      if (end != next && point != '\r')
        break; /* it carries a mark */
      at = end;
    }
  return at;
}

/* Two or three hyphen-minuses are one dash; of a longer row each is a unit. */
static gsize
find_dash_end (VrSlice text, gsize at)
{
  gsize end = at;

  if (at > 0 && text.text[at - 1] == '-')
    return at + 1;
  while (end < text.n_bytes && end <= at + LONGEST_DASH && text.text[end] == '-'
         && find_cluster_end (text, end) == end + 1)
    end++;
  return end - at > LONGEST_DASH ? at + 1 : end;
}

static void
fold_cluster (VrSlice text, gsize at, VrPatternUnit *unit)
{
  unit->n_points = 0;
  while (at < unit->end)
    {
      gint32 point = read_point (text, at, &at);

      unit->n_points += vr_pattern_fold_point (point, unit->points + unit->n_points);
    }
  sort_marks (unit);
}

void
vr_pattern_read_unit (VrSlice text, gsize at, VrPatternUnit *unit)
{
  gsize next;
  gint32 point;

  if (is_plain (text, at) && g_ascii_isalnum (text.text[at]))
    {
      unit->end = at + 1;
      unit->n_points = 1;
      unit->points[0] = g_ascii_tolower (text.text[at]);
      return;
    }
  unit->end = find_cluster_end (text, at);
  point = read_point (text, at, &next);
  if (is_space (point) && (unit->end == next || point == '\r'))
    {
      unit->end = find_space_end (text, at);
      unit->n_points = 1;
      unit->points[0] = ' ';
      return;
    }
  if (point == '-' && unit->end == next && find_dash_end (text, at) > next)
    {
      unit->end = find_dash_end (text, at);
      unit->n_points = 1;
      unit->points[0] = '-';
      return;
    }
  fold_cluster (text, at, unit);
}

const char *
vr_pattern_get_unicode (void)
{
  return utf8proc_unicode_version ();
}
