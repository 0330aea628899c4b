/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader's words: which of ICU's segments belong together. */
#include "vr-words-private.h"

#include <unicode/utf8.h>

#include <string.h>

/* Between two hyphen-minuses and a row that is a rule across the page. */
#define LONGEST_DASH 3
#define ELLIPSIS_PERIODS 3
/* "https", ":", "/" and "/". */
#define SCHEME_SEGMENTS 4

static gboolean
is_byte (const char *text, const VrSegment *segment, char byte)
{
  return segment->to - segment->from == 1 && text[segment->from] == byte;
}

/* How many segments from @at on are @byte alone and touch. */
static guint
count_run (const char *text, const VrSegment *segments, guint n, guint at, char byte)
{
  guint end = at;
  while (end < n && is_byte (text, &segments[end], byte)
         && (end == at || segments[end - 1].to == segments[end].from))
    end++;
  return end - at;
}

void
vr_words_merge_runs (const char *text, GArray *segments, guint first)
{
  VrSegment *all = (VrSegment *)segments->data;
  guint n = segments->len;
  guint kept = first;
  for (guint at = first; at < n;)
    {
      VrSegment merged = all[at];
      guint taken = 1;
      if (merged.kind == VR_SEGMENT_PERIOD
          && count_run (text, all, MIN (n, at + ELLIPSIS_PERIODS), at, '.') == ELLIPSIS_PERIODS)
        {
          taken = ELLIPSIS_PERIODS;
          merged.kind = VR_SEGMENT_ELLIPSIS;
        }
      else if (merged.kind == VR_SEGMENT_HYPHEN)
        {
          guint run = count_run (text, all, n, at, '-');
          if (run > 1)
            {
              taken = run;
              merged.kind = run <= LONGEST_DASH ? VR_SEGMENT_DASH : VR_SEGMENT_OTHER;
              merged.flags |= VR_SEGMENT_FOLDS;
            }
        }
      merged.to = all[at + taken - 1].to;
      all[kept++] = merged;
      at += taken;
    }
  g_array_set_size (segments, kept);
}

static gboolean
is_wordlike (VrSegmentKind kind)
{
  return kind == VR_SEGMENT_WORD || kind == VR_SEGMENT_NUMBER;
}

/* Whether a dash here is a sign and a period a decimal point: nothing they could belong to stands
 * before them. */
static gboolean
opens_number (const VrSegment *segments, guint at)
{
  if (at == 0)
    return TRUE;
  switch (segments[at - 1].kind)
    {
    case VR_SEGMENT_CURRENCY:
    case VR_SEGMENT_COLON:
    case VR_SEGMENT_SLASH:
    case VR_SEGMENT_APOSTROPHE:
    case VR_SEGMENT_OTHER:
      return TRUE;
    default:
      return FALSE;
    }
}

/* One hyphen, or a dash no longer than an en dash: what stands for a minus sign in plain typing. */
static gboolean
is_sign (const char *text, const VrSegment *segment)
{
  if (segment->kind == VR_SEGMENT_HYPHEN || segment->kind == VR_SEGMENT_MINUS)
    return TRUE;
  return segment->kind == VR_SEGMENT_DASH
         && (strncmp (text + segment->from, "\u2012", 3) == 0
             || strncmp (text + segment->from, "\u2013", 3) == 0);
}

/* Matches [sign] [currency] [sign] [point] digits; returns the number of the segment behind, or
 * @at where there is no number. */
static guint
match_number (const char *text, const VrSegment *segments, guint n, guint at, gboolean may_open)
{
  guint next = at;
  gboolean open = may_open;
  gboolean is_signed = FALSE;
  for (int i = 0; i < 3 && next < n; i++)
    {
      if (open && !is_signed && is_sign (text, &segments[next]))
        is_signed = TRUE;
      else if (segments[next].kind == VR_SEGMENT_CURRENCY)
        open = TRUE;
      else
        break;
      next++;
    }
  if (next < n && segments[next].kind == VR_SEGMENT_PERIOD && (open || next > at))
    next++;
  return next < n && segments[next].kind == VR_SEGMENT_NUMBER ? next + 1 : at;
}

/* Letters with periods between, like "U.S", "p.m", "z.B", "Ph.D": no part longer than two letters
 * and one of a single letter. */
static gboolean
is_abbreviation (const char *text, const VrSegment *segment)
{
  guint n_parts = 1;
  guint n_letters = 0;
  gboolean has_single = FALSE;
  for (guint32 at = segment->from; at < segment->to;)
    {
      gint32 point;
      U8_NEXT (text, at, segment->to, point);
      if (point == '.')
        {
          has_single |= n_letters == 1;
          n_parts++;
          n_letters = 0;
        }
      else if (vr_words_kind (point) != VR_SEGMENT_WORD || ++n_letters > 2)
        return FALSE;
    }
  return n_parts > 1 && (has_single || n_letters == 1);
}

/* Whether the segment in the middle ties its neighbours together. */
static gboolean
ties (VrSegmentKind left, VrSegmentKind middle, VrSegmentKind right)
{
  gboolean numbers = left == VR_SEGMENT_NUMBER && right == VR_SEGMENT_NUMBER;
  switch (middle)
    {
    case VR_SEGMENT_HYPHEN:
      return is_wordlike (right);
    case VR_SEGMENT_APOSTROPHE:
      return right == VR_SEGMENT_WORD;
    case VR_SEGMENT_AMPERSAND:
      return left == VR_SEGMENT_WORD && right == VR_SEGMENT_WORD;
    case VR_SEGMENT_TAG:
      return right == VR_SEGMENT_WORD;
    case VR_SEGMENT_DASH:
    case VR_SEGMENT_COLON:
    case VR_SEGMENT_SLASH:
      return numbers;
    default:
      return FALSE;
    }
}

/* @at is behind a word or number; takes what goes on the word from there. */
static guint
extend (const char *text, const VrSegment *segments, guint n, guint at)
{
  while (at < n)
    {
      const VrSegment *last = &segments[at - 1];
      VrSegmentKind kind = segments[at].kind;
      if (kind == VR_SEGMENT_PERIOD && last->kind == VR_SEGMENT_WORD
          && is_abbreviation (text, last))
        {
          at++;
          if (at + 1 < n && segments[at].kind != VR_SEGMENT_PERIOD
              && ties (VR_SEGMENT_WORD, segments[at].kind, segments[at + 1].kind))
            at += 2;
          else
            break;
        }
      else if (at + 1 < n && ties (last->kind, kind, segments[at + 1].kind))
        at += 2;
      else if (kind == VR_SEGMENT_HYPHEN || kind == VR_SEGMENT_DASH)
        {
          guint end = last->kind == VR_SEGMENT_NUMBER
                          ? match_number (text, segments, n, at + 1, FALSE)
                          : at + 1;
          if (end == at + 1)
            break;
          at = end;
        }
      else
        break;
    }
  return at;
}

/* "https://a..." and "www.a..." run to the next white space, less the marks of the sentence. */
static guint
match_address (const char *text, const VrSegment *segments, guint n, guint at)
{
  const char *start = text + segments[at].from;
  gsize n_bytes = segments[at].to - segments[at].from;
  gboolean has_scheme = at + SCHEME_SEGMENTS < n && segments[at + 1].kind == VR_SEGMENT_COLON
                        && segments[at + 2].kind == VR_SEGMENT_SLASH
                        && segments[at + 3].kind == VR_SEGMENT_SLASH;
  if (!has_scheme && !(n_bytes > 4 && g_ascii_strncasecmp (start, "www.", 4) == 0))
    return at;
  guint end = n;
  while (end > at + 1 && !is_wordlike (segments[end - 1].kind)
         && segments[end - 1].kind != VR_SEGMENT_SLASH)
    end--;
  return has_scheme && end <= at + SCHEME_SEGMENTS ? at : end;
}

guint
vr_words_join (const char *text, const VrSegment *segments, guint n_segments, guint at)
{
  VrSegmentKind kind = segments[at].kind;
  guint next = at + 1;
  if (next == n_segments)
    return next;
  if (kind == VR_SEGMENT_WORD)
    {
      guint end = match_address (text, segments, n_segments, at);
      if (end > at)
        return end;
      if (segments[next].kind == VR_SEGMENT_CURRENCY)
        next = match_number (text, segments, n_segments, next, FALSE);
      return extend (text, segments, n_segments, next);
    }
  if (kind == VR_SEGMENT_NUMBER)
    return extend (text, segments, n_segments, next);
  if (kind == VR_SEGMENT_TAG && is_wordlike (segments[next].kind))
    return extend (text, segments, n_segments, next + 1);
  next = match_number (text, segments, n_segments, at, opens_number (segments, at));
  return next > at ? extend (text, segments, n_segments, next) : at + 1;
}
