/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Critical quotation marks: put around words that stay, or taken off them. */
#include "vr-critical-private.h"

/* So many of the words between two marks must stay: fewer, and what is quoted is another text. */
#define KEPT_PERCENT 75

/* Of one side: quotation marks that the other side lacks. */
typedef struct
{
  VrCriticalSearch *search;
  guint side;
  guint hunk; /* where counting has come to */
} Quoter;

static void
get_range (const VrHunk *hunk, guint side, guint32 *from, guint32 *to)
{
  *from = side == 0 ? hunk->old_from : hunk->new_from;
  *to = side == 0 ? hunk->old_to : hunk->new_to;
}

static gboolean
has_quote (const VrCriticalSearch *self, guint side, const VrHunk *hunk)
{
  guint32 from, to;

  get_range (hunk, side, &from, &to);
  for (guint32 t = from; t < to; t++)
    if (vr_critical_search_trait (self, side, t) & VR_TRAIT_QUOTE)
      return TRUE;

  return FALSE;
}

/* Where the hunk has marks on both sides, they only changed their style or place. */
static void
collect (VrCriticalSearch *self, guint side)
{
  g_array_set_size (self->tokens[side], 0);
  for (guint i = 0; i < self->hunks->len; i++)
    {
      const VrHunk *hunk = &g_array_index (self->hunks, VrHunk, i);
      guint32 from, to;

      get_range (hunk, side, &from, &to);
      if (from == to || has_quote (self, 1 - side, hunk))
        continue;
      for (guint32 t = from; t < to; t++)
        if (vr_critical_search_trait (self, side, t) & VR_TRAIT_QUOTE)
          g_array_append_val (self->tokens[side], t);
    }
}

static gboolean
touches_previous (const VrRun *run, guint32 token)
{
  return token > 0 && vr_run_get_end (run, token - 1) == run->starts[token];
}

static gboolean
touches_next (const VrRun *run, guint32 token)
{
  return token + 1 < run->n_tokens && vr_run_get_end (run, token) == run->starts[token + 1];
}

static gboolean
is_word (const VrCriticalSearch *self, guint side, guint32 token)
{
  return !(vr_critical_search_trait (self, side, token) & VR_TRAIT_PUNCTUATION);
}

/* An apostrophe behind a word, as in "the workers' party", opens nothing. */
static gboolean
may_open (const VrCriticalSearch *self, guint side, guint32 token)
{
  const VrRun *run = &self->runs[side];

  if (!touches_previous (run, token))
    return TRUE;
  return touches_next (run, token)
         && (!is_word (self, side, token - 1) || run->text.text[run->starts[token]] != '\'');
}

/* In French a space stands before it, and "." or "," may touch it. */
static gboolean
may_close (const VrCriticalSearch *self, guint side, guint32 token)
{
  const VrRun *run = &self->runs[side];

  return !touches_next (run, token) || touches_previous (run, token)
         || !is_word (self, side, token + 1);
}

/* Whether most of what stands between two marks stays as it is, in one paragraph. */
static gboolean
encloses_what_stays (Quoter *self, guint32 open, guint32 close)
{
  const VrCriticalSearch *search = self->search;
  guint n_words = 0, n_kept = 0;

  for (guint32 t = open + 1; t < close; t++)
    {
      guint32 from = G_MAXUINT32, to = 0;

      if (search->runs[self->side].ids[t] == search->engine->separator)
        return FALSE;
      if (!is_word (search, self->side, t))
        continue;
      for (; self->hunk < search->hunks->len; self->hunk++)
        {
          get_range (&g_array_index (search->hunks, VrHunk, self->hunk), self->side, &from, &to);
          if (to > t)
            break;
        }
      n_words++;
      n_kept += self->hunk == search->hunks->len || t < from;
    }

  return n_kept > 0 && 100 * n_kept >= KEPT_PERCENT * n_words;
}

/* Where the other side of the hunk with token @token of @side stands. */
static guint32
find_opposite (const VrCriticalSearch *self, guint side, guint32 token)
{
  guint low = 0, high = self->hunks->len;
  guint32 from, to;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      get_range (&g_array_index (self->hunks, VrHunk, middle), side, &from, &to);
      if (from <= token)
        low = middle;
      else
        high = middle;
    }
  get_range (&g_array_index (self->hunks, VrHunk, low), 1 - side, &from, &to);

  return to;
}

static void
add (VrCriticalSearch *self, guint side, guint32 open, guint32 close)
{
  guint32 opposite = find_opposite (self, side, open);
  VrSpan spans[VR_N_SIDES];

  spans[side] = vr_critical_search_span (self, side, open, close + 1);
  spans[1 - side] = vr_critical_search_span (self, 1 - side, opposite, opposite);
  vr_critical_search_add (self, VR_CRITICAL_QUOTES, spans[0], spans[1]);
}

void
vr_critical_search_quotes (VrCriticalSearch *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      Quoter quoter = { .search = self, .side = side };
      const GArray *marks = self->tokens[side];

      collect (self, side);
      for (guint i = 0; i + 1 < marks->len; i++)
        {
          guint32 open = g_array_index (marks, guint32, i);
          guint32 close = g_array_index (marks, guint32, i + 1);

          if (may_open (self, side, open) && may_close (self, side, close)
              && encloses_what_stays (&quoter, open, close))
            {
              add (self, side, open, close);
              i++;
            }
        }
    }
}
