/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes tokens of paragraphs: segments, joins, keys, ids. */
#include "vr-tokens.h"

#include "vr-fold.h"
#include "vr-words-private.h"

#include <unicode/utf8.h>

#include <string.h>

struct _VrTokens
{
  guint32 n;
  guint quiet;
  guint32 *ids;
  guint32 *starts;
  guint32 *ends; /* only where punctuation hides in gaps; else a token ends where its gap starts */
  guint32 *firsts;
};

typedef struct
{
  VrInterner *interner;
  guint quiet;
  VrTokenUnit unit;
  VrWords *words;
  GArray *ids;
  GArray *starts;
  GArray *ends;
  GArray *segments;
  GString *key;
} Builder;

static gint32
point_at (const char *text, guint32 at, guint32 to)
{
  gint32 point;
  U8_NEXT (text, at, to, point);
  return point;
}

static gint32
point_before (const char *text, guint32 from, guint32 at)
{
  gint32 point;
  gint32 before = (gint32) at;
  U8_PREV (text, (gint32) from, before, point);
  return point;
}

static void
add_token (Builder *self, const char *text, guint32 from, guint32 to)
{
  VrSlice key = vr_fold_key ((VrSlice){ text + from, to - from }, self->quiet, self->key);
  guint32 id = vr_interner_put (self->interner, key.text, key.n_bytes);
  g_array_append_val (self->ids, id);
  g_array_append_val (self->starts, from);
  if (self->ends != NULL)
    g_array_append_val (self->ends, to);
}

/* With folding, what cannot be seen at a token's end belongs to the gap. */
static guint32
trim_invisible (const Builder *self, const char *text, guint32 from, guint32 to)
{
  while (to > from && (self->quiet & VR_QUIET_TYPOGRAPHIC))
    {
      gint32 at = (gint32) to;
      gint32 point;
      U8_PREV (text, (gint32) from, at, point);
      if (!vr_fold_is_invisible (point))
        break;
      to = (guint32) at;
    }
  return to;
}

/* A character that would be the same word with its neighbours if nothing stood between. */
static gboolean
is_gluing (gint32 point)
{
  VrSegmentKind kind = vr_words_kind (point);
  return (kind == VR_SEGMENT_WORD || kind == VR_SEGMENT_NUMBER)
         && (point < 0x0E00 || (point >= 0xAC00 && point <= 0xD7A3));
}

/* Strictly, a gap is a token unless it is one plain space that parts two words. */
static void
add_gap (Builder *self, const char *text, guint32 n_bytes, guint32 from, guint32 to)
{
  if ((self->quiet & VR_QUIET_SPACE) || from == to)
    return;
  if (to - from == 1 && text[from] == ' ' && from > 0 && to < n_bytes
      && is_gluing (point_before (text, 0, from)) && is_gluing (point_at (text, to, n_bytes)))
    return;
  add_token (self, text, from, to);
}

static gboolean
is_wordlike (gint32 point)
{
  VrSegmentKind kind = vr_words_kind (point);
  return kind == VR_SEGMENT_WORD || kind == VR_SEGMENT_NUMBER;
}

/* Among single characters, a point or sign that belongs to a number must not get lost. */
static gboolean
is_in_number (const char *text, guint32 n_bytes, guint32 from, guint32 to)
{
  if (to >= n_bytes)
    return FALSE;
  gint32 next = point_at (text, to, n_bytes);
  return vr_words_kind (next) == VR_SEGMENT_NUMBER
         || (from > 0 && is_wordlike (next) && is_wordlike (point_before (text, 0, from)));
}

static gboolean
is_dropped (const Builder *self, VrSlice text, guint32 from, guint32 to)
{
  if (from == to)
    return TRUE;
  if (!(self->quiet & VR_QUIET_PUNCTUATION)
      || !vr_token_is_punctuation ((VrSlice){ text.text + from, to - from }))
    return FALSE;
  return self->unit == VR_UNIT_WORD || !is_in_number (text.text, (guint32)text.n_bytes, from, to);
}

static void
cut_text (Builder *self, VrSlice text)
{
  g_array_set_size (self->segments, 0);
  guint32 n_bytes = (guint32)text.n_bytes;
  if (self->unit == VR_UNIT_WORD)
    vr_words_cut_icu (self->words, text.text, 0, n_bytes, self->segments);
  else
    vr_words_cut_characters (self->words, text.text, 0, n_bytes, self->segments);
  vr_words_merge_runs (text.text, self->segments, 0);
}

/* The number of segments from @at on with no white space between. */
static guint
count_touching (const GArray *segments, guint at)
{
  const VrSegment *all = (const VrSegment *)segments->data;
  guint end = at + 1;
  while (end < segments->len && all[end].from == all[end - 1].to)
    end++;
  return end - at;
}

static void
add_text (Builder *self, VrSlice text)
{
  cut_text (self, text);
  const VrSegment *all = (const VrSegment *)self->segments->data;
  guint32 gap = 0;
  for (guint at = 0; at < self->segments->len;)
    {
      guint n = count_touching (self->segments, at);
      add_gap (self, text.text, (guint32)text.n_bytes, gap, all[at].from);
      for (guint i = 0; i < n;)
        {
          guint next =
              self->unit == VR_UNIT_WORD ? vr_words_join (text.text, all + at, n, i) : i + 1;
          guint32 from = all[at + i].from;
          guint32 to = trim_invisible (self, text.text, from, all[at + next - 1].to);
          if (!is_dropped (self, text, from, to))
            add_token (self, text.text, from, to);
          i = next;
        }
      at += n;
      gap = all[at - 1].to;
    }
  add_gap (self, text.text, (guint32)text.n_bytes, gap, (guint32)text.n_bytes);
}

static void
builder_start (Builder *self, guint quiet, VrTokenUnit unit, const char *language,
               VrInterner *interner)
{
  self->interner = interner;
  self->quiet = quiet;
  self->unit = unit;
  self->words = vr_words_new (language);
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ends = quiet & VR_QUIET_PUNCTUATION ? g_array_new (FALSE, FALSE, sizeof (guint32)) : NULL;
  self->segments = g_array_new (FALSE, FALSE, sizeof (VrSegment));
  self->key = g_string_new (NULL);
}

static void
builder_finish (Builder *self, VrTokens *tokens)
{
  tokens->n = self->ids->len;
  tokens->quiet = self->quiet;
  tokens->ids = (guint32 *)(void *)g_array_free (self->ids, FALSE);
  tokens->starts = (guint32 *)(void *)g_array_free (self->starts, FALSE);
  if (self->ends != NULL)
    tokens->ends = (guint32 *)(void *)g_array_free (self->ends, FALSE);
  vr_words_free (self->words);
  g_array_free (self->segments, TRUE);
  g_string_free (self->key, TRUE);
}

VrTokens *
vr_tokens_new (const VrSlice *texts, guint n_texts, guint quiet, VrTokenUnit unit,
               const char *language, VrInterner *interner)
{
  g_return_val_if_fail (texts != NULL || n_texts == 0, NULL);
  g_return_val_if_fail (interner != NULL, NULL);

  Builder builder;
  builder_start (&builder, quiet, unit, language, interner);
  VrTokens *self = g_atomic_rc_box_new0 (VrTokens);
  self->firsts = g_new (guint32, (gsize)n_texts + 1);
  for (guint i = 0; i < n_texts; i++)
    {
      self->firsts[i] = builder.ids->len;
      add_text (&builder, texts[i]);
    }
  self->firsts[n_texts] = builder.ids->len;
  builder_finish (&builder, self);
  return self;
}

VrTokens *
vr_tokens_ref (VrTokens *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  VrTokens *self = data;
  g_free (self->ids);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->firsts);
}

void
vr_tokens_unref (VrTokens *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint32
vr_tokens_get_n (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n;
}

const guint32 *
vr_tokens_peek_ids (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->ids;
}

const guint32 *
vr_tokens_peek_starts (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->starts;
}

const guint32 *
vr_tokens_peek_firsts (const VrTokens *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->firsts;
}

guint32
vr_tokens_get_end (const VrTokens *self, VrSlice text, guint text_index, guint32 index)
{
  g_return_val_if_fail (self != NULL && index < self->n, 0);

  if (self->ends != NULL)
    return self->ends[index];
  guint32 from = self->starts[index];
  guint32 limit =
      index + 1 < self->firsts[text_index + 1] ? self->starts[index + 1] : (guint32)text.n_bytes;
  if (vr_words_is_space (point_at (text.text, from, limit)))
    return limit; /* strict: white space that is a token */
  guint32 end = limit;
  while (end > from)
    {
      gint32 at = (gint32) end;
      gint32 point;
      U8_PREV (text.text, (gint32) from, at, point);
      if (!vr_words_is_space (point)
          && !((self->quiet & VR_QUIET_TYPOGRAPHIC) && vr_fold_is_invisible (point)))
        break;
      end = (guint32) at;
    }
  return end;
}
