/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes tokens of texts: whole words at a glance, other spans by table, the rest by ICU. */
#include "vr-token-builder.h"

#include "vr-fold.h"
#include "vr-twins.h"
#include "vr-word-scan.h"

#include <unicode/utf8.h>

#include <string.h>

/* English has a token every 5 bytes; a text with more grows the arrays. */
#define BYTES_PER_TOKEN 4

void
vr_token_builder_reserve (VrTokens *tokens, guint32 n)
{
  tokens->n_allocated = MAX (n, tokens->n_allocated + tokens->n_allocated / 2);
  tokens->ids = g_renew (guint32, tokens->ids, tokens->n_allocated);
  tokens->starts = g_renew (guint32, tokens->starts, tokens->n_allocated);
  if (tokens->quiet & VR_QUIET_PUNCTUATION)
    tokens->ends = g_renew (guint32, tokens->ends, tokens->n_allocated);
}

/* Gives back what the estimate had too much. */
static void
trim (VrTokens *tokens)
{
  tokens->n_allocated = MAX (tokens->n, 1);
  tokens->ids = g_renew (guint32, tokens->ids, tokens->n_allocated);
  tokens->starts = g_renew (guint32, tokens->starts, tokens->n_allocated);
  if (tokens->ends != NULL)
    tokens->ends = g_renew (guint32, tokens->ends, tokens->n_allocated);
}

/* Looks the waiting keys up. */
void
vr_token_builder_drain (VrTokenBuilder *self)
{
  guint32 *ids = self->tokens->ids + self->tokens->n - self->n_waiting;
  for (guint i = 0; i < self->n_waiting; i++)
    {
      const VrWaitingKey *key = &self->queue[i];
      ids[i] = vr_interner_put_at (self->interner, key->home, key->a, key->b, key->n_bytes);
    }
  self->n_waiting = 0;
}

static gint32
point_at (VrSlice text, guint32 at)
{
  gint32 point;
  U8_NEXT (text.text, at, (guint32)text.n_bytes, point);
  return point;
}

static gint32
point_before (VrSlice text, guint32 at)
{
  gint32 point;
  gint32 before = (gint32)at;
  U8_PREV (text.text, 0, before, point);
  return point;
}

static void
add_token (VrTokenBuilder *self, guint32 from, guint32 to, guint flags)
{
  guint must_fold = 0;
  if ((self->quiet & VR_QUIET_TYPOGRAPHIC) && (flags & VR_SEGMENT_FOLDS))
    must_fold = 1;
  VrSlice key = { self->text.text + from, to - from };
  if (must_fold || (self->quiet & VR_QUIET_CASE))
    key = vr_fold_key (key, self->quiet, self->key);
  if (key.n_bytes <= VR_INTERNER_INLINE_BYTES)
    {
      guint64 halves[2];
      vr_interner_split_short (key.text, key.n_bytes, halves);
      vr_token_builder_add_short (self, halves[0], halves[1], (guint)key.n_bytes, from);
    }
  else
    {
      vr_token_builder_drain (self);
      guint32 index = vr_token_builder_add_start (self->tokens, from);
      self->tokens->ids[index] = vr_interner_put (self->interner, key.text, key.n_bytes);
    }
  if (self->tokens->ends != NULL)
    self->tokens->ends[self->tokens->n - 1] = to;
}

/* With folding, what cannot be seen at a token's end belongs to the gap. */
static guint32
trim_invisible (const VrTokenBuilder *self, guint32 from, guint32 to)
{
  while (to > from && (self->quiet & VR_QUIET_TYPOGRAPHIC)
         && (guint8)self->text.text[to - 1] >= 0x80)
    {
      gint32 at = (gint32)to;
      gint32 point;
      U8_PREV (self->text.text, (gint32)from, at, point);
      if (!vr_fold_is_invisible (point))
        break;
      to = (guint32)at;
    }
  return to;
}

static gboolean
is_wordlike (gint32 point)
{
  VrSegmentKind kind = vr_words_kind (point);
  return kind == VR_SEGMENT_WORD || kind == VR_SEGMENT_NUMBER;
}

/* A character that would be the same word with its neighbours if nothing stood between: letters
 * of scripts that part words by spaces. */
static gboolean
is_gluing (gint32 point)
{
  return is_wordlike (point) && (point < 0x0E00 || (point >= 0xAC00 && point <= 0xD7A3));
}

/* Strictly, a gap is a token unless it is one plain space that parts two words. */
static void
add_gap (VrTokenBuilder *self, guint32 from, guint32 to)
{
  VrSlice text = self->text;
  if ((self->quiet & VR_QUIET_SPACE) || from == to)
    return;
  if (to - from == 1 && text.text[from] == ' ' && from > 0 && to < text.n_bytes
      && is_gluing (point_before (text, from)) && is_gluing (point_at (text, to)))
    return;
  add_token (self, from, to, VR_SEGMENT_FOLDS);
}

/* Among single characters, a point or sign that belongs to a number must not get lost. */
static gboolean
is_in_number (VrSlice text, guint32 from, guint32 to)
{
  if (to >= text.n_bytes)
    return FALSE;
  gint32 next = point_at (text, to);
  return vr_words_kind (next) == VR_SEGMENT_NUMBER
         || (from > 0 && is_wordlike (next) && is_wordlike (point_before (text, from)));
}

static gboolean
is_dropped (const VrTokenBuilder *self, guint32 from, guint32 to)
{
  if (from == to)
    return TRUE;
  if (!(self->quiet & VR_QUIET_PUNCTUATION)
      || !vr_token_is_punctuation ((VrSlice){ self->text.text + from, to - from }))
    return FALSE;
  return self->unit == VR_UNIT_WORD || !is_in_number (self->text, from, to);
}

/* The number of segments from @at on with no white space between, and the bits of their kinds. */
static guint
count_touching (const GArray *segments, guint at, guint *kinds)
{
  const VrSegment *all = (const VrSegment *)segments->data;
  guint end = at + 1;
  *kinds = 1u << all[at].kind;
  for (; end < segments->len && all[end].from == all[end - 1].to; end++)
    *kinds |= 1u << all[end].kind;
  return end - at;
}

/* Makes tokens of @n segments with no white space between. */
static void
add_group (VrTokenBuilder *self, const VrSegment *group, guint n, gboolean may_join)
{
  for (guint at = 0; at < n;)
    {
      guint next = may_join ? vr_words_join (self->text.text, group, n, at) : at + 1;
      guint flags = group[at].flags;
      for (guint i = at + 1; i < next; i++)
        flags |= group[i].flags;
      guint32 from = group[at].from;
      guint32 to = group[next - 1].to;
      if (flags & VR_SEGMENT_FOLDS)
        to = trim_invisible (self, from, to);
      if (!is_dropped (self, from, to))
        add_token (self, from, to, flags);
      at = next;
    }
}

/* Makes tokens of the segments cut so far. */
static void
flush (VrTokenBuilder *self)
{
  const guint in_rows = 1 << VR_SEGMENT_PERIOD | 1 << VR_SEGMENT_HYPHEN;
  guint kinds = 0;
  for (guint i = 0; i < self->segments->len; i++)
    kinds |= 1u << g_array_index (self->segments, VrSegment, i).kind;
  if (kinds & in_rows)
    vr_words_merge_runs (self->text.text, self->segments, 0);
  const VrSegment *all = (const VrSegment *)self->segments->data;
  for (guint at = 0; at < self->segments->len;)
    {
      guint n = count_touching (self->segments, at, &kinds);
      add_gap (self, self->gap, all[at].from);
      add_group (self, all + at, n, self->unit == VR_UNIT_WORD && vr_words_may_join (kinds));
      at += n;
      self->gap = all[at - 1].to;
    }
  g_array_set_size (self->segments, 0);
}

static void
cut_by_icu (VrTokenBuilder *self, guint32 from, guint32 to)
{
  if (self->unit == VR_UNIT_WORD)
    vr_words_cut_icu (self->words, self->text.text, from, to, self->segments);
  else
    vr_words_cut_characters (self->words, self->text.text, from, to, self->segments);
}

/* Each character of an ASCII span; only there is it sure that none goes with the next one. */
static gboolean
cut_characters_by_table (VrTokenBuilder *self, guint32 from, guint32 to)
{
  if (!vr_word_is_ascii (self->text.text + from, to - from))
    return FALSE;
  for (guint32 at = from; at < to; at++)
    {
      VrSegment segment = { at, at + 1, self->table->low[(guint8)self->text.text[at]].kind, 0 };
      g_array_append_val (self->segments, segment);
    }
  return TRUE;
}

/* Makes tokens of the span from @from to the next white space, and of those behind it that ICU
 * should cut together with it.  Returns where it stopped. */
static guint32
add_span (VrTokenBuilder *self, guint32 from)
{
  const char *text = self->text.text;
  guint32 n = (guint32)self->text.n_bytes;
  guint32 to = vr_word_span_end (text, from, n);
  gboolean is_cut = self->unit == VR_UNIT_WORD
                        ? vr_word_table_cut (self->table, text, from, to, self->segments)
                        : cut_characters_by_table (self, from, to);
  if (!is_cut)
    {
      for (guint32 next = to; next < n;)
        {
          guint32 start = vr_word_span_start (text, next, n);
          next = vr_word_span_end (text, start, n);
          if (start == n || vr_word_is_ascii (text + start, next - start))
            break;
          to = next;
        }
      cut_by_icu (self, from, to);
    }
  flush (self);
  return to;
}

static void
add_text_by_table (VrTokenBuilder *self)
{
  guint32 n = (guint32)self->text.n_bytes;
  for (guint32 at = 0; (at = vr_word_span_start (self->text.text, at, n)) < n;)
    at = add_span (self, at);
}

static void
add_text_fast (VrTokenBuilder *self)
{
  char tail[VR_WORD_TAIL_BYTES + VR_WORD_MARGIN_BYTES];
  const char *text = self->text.text;
  guint32 n = (guint32)self->text.n_bytes;
  guint32 safe = n > VR_WORD_MARGIN_BYTES ? n - VR_WORD_MARGIN_BYTES : 0;
  guint32 at = 0;
  while (at < safe)
    {
      at = vr_token_builder_add_plain (self, text, at, safe, 0);
      if (at < safe && (at = vr_word_span_start (text, at, n)) < n)
        at = add_span (self, at);
    }
  /* The last words are looked at in a copy with spaces behind, so as not to read past the text. */
  guint32 shift = at;
  guint32 n_tail = n - MIN (at, n);
  memcpy (tail, text + shift, n_tail);
  memset (tail + n_tail, ' ', sizeof tail - n_tail);
  while (at < n)
    {
      at = shift + vr_token_builder_add_plain (self, tail, at - shift, n_tail, shift);
      if (at < n && (at = vr_word_span_start (text, at, n)) < n)
        at = add_span (self, at);
    }
}

static void
add_text (VrTokenBuilder *self, VrSlice text)
{
  const guint glance_mask = VR_QUIET_SPACE | VR_QUIET_PUNCTUATION;
  self->text = text;
  self->gap = 0;
  if (self->way == VR_TOKENS_WAY_ICU)
    {
      cut_by_icu (self, 0, (guint32)text.n_bytes);
      flush (self);
    }
  else if (self->way == VR_TOKENS_WAY_FASTEST && self->unit == VR_UNIT_WORD
           && (self->quiet & glance_mask) == VR_QUIET_SPACE)
    add_text_fast (self);
  else
    add_text_by_table (self);
  add_gap (self, self->gap, (guint32)text.n_bytes);
}

/* Each different text once, where it stands first. */
static void
add_texts (VrTokenBuilder *self, const VrSlice *texts, guint n_texts)
{
  VrTokens *tokens = self->tokens;
  gsize n_bytes = 0;
  for (guint i = 0, n = 0; i < n_texts; i++)
    if (tokens->numbers[i] == n)
      {
        n_bytes += texts[i].n_bytes;
        n++;
      }
  vr_token_builder_reserve (tokens, (guint32)(n_bytes / BYTES_PER_TOKEN) + VR_TOKEN_BUILDER_STEP);
  tokens->firsts = g_new (guint32, (gsize)tokens->n_numbers + 1);
  for (guint i = 0, n = 0; i < n_texts; i++)
    if (tokens->numbers[i] == n)
      {
        tokens->firsts[n++] = tokens->n;
        add_text (self, texts[i]);
      }
  vr_token_builder_drain (self);
  tokens->firsts[tokens->n_numbers] = tokens->n;
}

VrTokens *
vr_tokens_new_by (VrTokensWay way, const VrSlice *texts, guint n_texts, guint quiet,
                  VrTokenUnit unit, const char *language, VrInterner *interner)
{
  g_return_val_if_fail (texts != NULL || n_texts == 0, NULL);
  g_return_val_if_fail (interner != NULL, NULL);

  VrTokens *self = g_atomic_rc_box_new0 (VrTokens);
  g_autoptr (VrWords) words = vr_words_new (language);
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (VrSegment));
  g_autoptr (GString) key = g_string_new (NULL);
  VrTokenBuilder builder = { .tokens = self,
                             .interner = interner,
                             .quiet = quiet,
                             .unit = unit,
                             .way = way,
                             .words = words,
                             .table = vr_word_table_get (),
                             .segments = segments,
                             .key = key };
  self->quiet = quiet;
  self->numbers = vr_twins_number (texts, n_texts, &self->n_numbers);
  add_texts (&builder, texts, n_texts);
  trim (self);
  return self;
}
