/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One column of the list as a running text: what stands in it, and what a range says. */
#include "vr-column.h"

#include "vr-tokens.h"

/* Between two paragraphs that are copied. */
#define COPIED_SEPARATOR "\n\n"

struct _VrColumn
{
  VrPairPlan *plan;
  VrRowView view;

  /* What was asked for last. */
  guint position;
  VrRowText *text;
  PangoLogAttr *attributes;
  GArray *words; /* VrSpan */
};

VrColumn *
vr_column_new (VrPairPlan *plan, VrRowView view)
{
  VrColumn *self = g_new0 (VrColumn, 1);

  self->plan = vr_pair_plan_ref (plan);
  self->view = view;
  self->position = VR_PAIR_NONE;

  return self;
}

void
vr_column_free (VrColumn *self)
{
  vr_pair_plan_unref (self->plan);
  g_clear_pointer (&self->text, vr_row_text_free);
  g_clear_pointer (&self->words, g_array_unref);
  g_free (self->attributes);
  g_free (self);
}

VrPairPlan *
vr_column_get_plan (const VrColumn *self)
{
  return self->plan;
}

VrRowView
vr_column_get_view (const VrColumn *self)
{
  return self->view;
}

static gboolean
has_side (const VrColumn *self, guint position, VrSide side)
{
  VrSpan span = vr_pair_plan_peek (self->plan, position)->spans[side];

  return span.to > span.from;
}

gboolean
vr_column_has_text (const VrColumn *self, guint position)
{
  if (position >= vr_pair_plan_get_n (self->plan)
      || vr_pair_plan_is_reference (self->plan, position))
    return FALSE;
  if (self->view != VR_ROW_VIEW_INLINE)
    return has_side (self, position, (VrSide)self->view);

  return has_side (self, position, VR_SIDE_OLD) || has_side (self, position, VR_SIDE_NEW);
}

guint
vr_column_find (const VrColumn *self, guint position, int direction)
{
  guint n = vr_pair_plan_get_n (self->plan);

  /* Going up from the first position wraps round and ends the loop as well. */
  for (; position < n; position += (guint)direction)
    if (vr_column_has_text (self, position))
      return position;

  return VR_PAIR_NONE;
}

gboolean
vr_column_continues (const VrColumn *self, guint position)
{
  guint before;

  if (position == 0 || vr_pair_plan_is_first (self->plan, position))
    return FALSE;
  before = vr_column_find (self, position - 1, -1);

  return before != VR_PAIR_NONE
         && vr_pair_plan_peek (self->plan, before)->place
                == vr_pair_plan_peek (self->plan, position)->place;
}

const VrRowText *
vr_column_peek_text (VrColumn *self, guint position)
{
  if (self->position == position)
    return self->text;

  g_clear_pointer (&self->text, vr_row_text_free);
  g_clear_pointer (&self->attributes, g_free);
  g_clear_pointer (&self->words, g_array_unref);
  self->text = vr_row_text_new (self->plan, position, self->view);
  self->position = position;

  return self->text;
}

static const char *
get_language (const VrColumn *self)
{
  VrSide side = self->view == VR_ROW_VIEW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW;
  VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);

  return vr_article_get_language (vr_comparison_get_article (comparison, side));
}

const PangoLogAttr *
vr_column_peek_attributes (VrColumn *self, guint position)
{
  const VrRowText *text = vr_column_peek_text (self, position);
  int n = (int)g_utf8_strlen (text->text, text->n_bytes) + 1;

  if (self->attributes != NULL)
    return self->attributes;
  self->attributes = g_new0 (PangoLogAttr, n);
  pango_get_log_attrs (text->text, (int)text->n_bytes, -1,
                       pango_language_from_string (get_language (self)), self->attributes, n);

  return self->attributes;
}

const GArray *
vr_column_peek_words (VrColumn *self, guint position)
{
  const VrRowText *text = vr_column_peek_text (self, position);
  VrSlice slice = { text->text, text->n_bytes };
  g_autoptr (VrInterner) interner = NULL;
  g_autoptr (VrTokens) tokens = NULL;

  if (self->words != NULL)
    return self->words;
  interner = vr_interner_new ();
  tokens = vr_tokens_new (&slice, 1, VR_QUIET_DEFAULT, VR_UNIT_WORD, get_language (self), interner);
  self->words = g_array_new (FALSE, FALSE, sizeof (VrSpan));
  for (guint32 i = 0; i < vr_tokens_get_n (tokens); i++)
    {
      VrSpan word = { vr_tokens_peek_starts (tokens)[i], vr_tokens_get_end (tokens, slice, 0, i) };

      if (!vr_token_is_punctuation ((VrSlice){ text->text + word.from, word.to - word.from }))
        g_array_append_val (self->words, word);
    }

  return self->words;
}

guint32
vr_column_get_n_bytes (VrColumn *self, guint position)
{
  VrSpan span;

  if (self->view == VR_ROW_VIEW_INLINE)
    return (guint32)vr_column_peek_text (self, position)->n_bytes;
  span = vr_pair_plan_peek (self->plan, position)->spans[self->view];

  return span.to - span.from;
}

gboolean
vr_column_get_all (VrColumn *self, VrTextRange *range)
{
  guint n = vr_pair_plan_get_n (self->plan);
  guint first = vr_column_find (self, 0, 1);

  if (first == VR_PAIR_NONE)
    return FALSE;
  range->from = (VrTextPoint){ first, 0 };
  range->to.position = vr_column_find (self, n - 1, -1);
  range->to.byte = vr_column_get_n_bytes (self, range->to.position);

  return TRUE;
}

int
vr_column_compare (VrTextPoint a, VrTextPoint b)
{
  if (a.position != b.position)
    return a.position < b.position ? -1 : 1;

  return a.byte < b.byte ? -1 : a.byte > b.byte;
}

VrSpan
vr_column_clip (VrColumn *self, VrTextRange range, guint position)
{
  VrSpan span = { 0, vr_column_get_n_bytes (self, position) };

  if (position == range.from.position)
    span.from = MIN (range.from.byte, span.to);
  if (position == range.to.position)
    span.to = CLAMP (range.to.byte, span.from, span.to);

  return span;
}

char *
vr_column_dup_words (VrColumn *self, VrTextRange range)
{
  GString *words = g_string_new (NULL);

  for (guint i = range.from.position; i <= range.to.position; i++)
    {
      VrSpan span;

      if (!vr_column_has_text (self, i))
        continue;
      span = vr_column_clip (self, range, i);
      if (words->len > 0 && !vr_column_continues (self, i))
        g_string_append_c (words, ' ');
      g_string_append_len (words, vr_column_peek_text (self, i)->text + span.from,
                           span.to - span.from);
    }
  g_string_replace (words, VR_ROW_TEXT_EMPTY_LINE, " ", 0);
  g_strdelimit (words->str, "\r\n\t", ' ');

  return g_string_free (words, FALSE);
}

/* The source of the part of @run that is shown in @span. */
static VrSpan
clip_run (const VrRun *run, VrSpan span)
{
  guint32 n_shown = run->to - run->from;
  guint32 from = MAX (run->from, span.from) - run->from;
  guint32 to = MIN (run->to, span.to) - run->from;

  /* The end of a paragraph goes whole. */
  if (n_shown != run->source.to - run->source.from)
    return run->source;

  return (VrSpan){ run->source.from + from, run->source.from + to };
}

static gboolean
is_empty (VrSpan span)
{
  return span.from >= span.to;
}

gboolean
vr_column_get_source_span (VrColumn *self, guint position, VrSpan span, VrSide side, VrSpan *source)
{
  GArray *runs;

  /* Both sides of the column have text of their own; no need to make it. */
  if (self->view != VR_ROW_VIEW_INLINE)
    {
      *source = span;
      return side == (VrSide)self->view && !is_empty (span);
    }

  runs = vr_column_peek_text (self, position)->runs;
  *source = (VrSpan){ G_MAXUINT32, 0 };
  for (guint i = 0; i < runs->len; i++)
    {
      const VrRun *run = &g_array_index (runs, VrRun, i);
      VrSpan clipped;

      if (run->side != side || run->to <= span.from || run->from >= span.to)
        continue;
      clipped = clip_run (run, span);
      source->from = MIN (source->from, clipped.from);
      source->to = MAX (source->to, clipped.to);
    }

  return !is_empty (*source);
}

/* Text of one position that is copied, and where its article has it. */
typedef struct
{
  guint32 paragraph;
  guint position;
  VrSpan source;
} Copied;

static int
compare_copied (gconstpointer a, gconstpointer b)
{
  const Copied *x = a;
  const Copied *y = b;

  if (x->paragraph != y->paragraph)
    return x->paragraph < y->paragraph ? -1 : 1;

  return x->position < y->position ? -1 : x->position > y->position;
}

static GArray *
collect (VrColumn *self, VrTextRange range, VrSide side)
{
  GArray *copied = g_array_new (FALSE, FALSE, sizeof (Copied));

  for (guint i = range.from.position; i <= range.to.position; i++)
    {
      VrRow row = vr_pair_plan_get_row (self->plan, i);
      guint n;
      const guint32 *paragraphs = vr_row_peek_paragraphs (&row, side, &n);
      Copied one = { .position = i };

      if (!vr_column_has_text (self, i)
          || !vr_column_get_source_span (self, i, vr_column_clip (self, range, i), side,
                                         &one.source))
        continue;
      one.paragraph = paragraphs[0];
      g_array_append_val (copied, one);
    }
  g_array_sort (copied, compare_copied);

  return copied;
}

static void
append_paragraphs (GString *text, const char *source, gsize n_bytes)
{
  const char *end = source + n_bytes;
  const char *at;

  while ((at = g_strstr_len (source, end - source, VR_PARAGRAPH_SEPARATOR)) != NULL)
    {
      g_string_append_len (text, source, at - source);
      g_string_append (text, COPIED_SEPARATOR);
      source = at + strlen (VR_PARAGRAPH_SEPARATOR);
    }
  g_string_append_len (text, source, end - source);
}

static char *
join (const VrColumn *self, const GArray *copied, VrSide side, gsize *n_bytes)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);
  GString *text = g_string_new (NULL);
  g_autofree char *source = NULL;
  guint32 last = G_MAXUINT32;

  for (guint i = 0; i < copied->len; i++)
    {
      const Copied *one = &g_array_index (copied, Copied, i);
      guint32 begin = vr_pair_plan_peek (self->plan, one->position)->spans[side].from;
      gsize n_source;

      /* A long row is many positions, and its text is put together once. */
      if (i == 0 || one->paragraph != last)
        {
          g_free (source);
          source = vr_comparison_dup_row_text (
              comparison, vr_pair_plan_get_row_index (self->plan, one->position), side, &n_source);
          if (i > 0)
            g_string_append (text, COPIED_SEPARATOR);
        }
      append_paragraphs (text, source + begin + one->source.from,
                         one->source.to - one->source.from);
      last = one->paragraph;
    }
  *n_bytes = text->len;

  return g_string_free (text, FALSE);
}

char *
vr_column_dup_range (VrColumn *self, VrTextRange range, gsize *n_bytes)
{
  VrSide side = self->view == VR_ROW_VIEW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW;
  g_autoptr (GArray) copied = collect (self, range, side);

  if (copied->len == 0 && self->view == VR_ROW_VIEW_INLINE)
    {
      g_array_unref (copied);
      side = VR_SIDE_OLD;
      copied = collect (self, range, side);
    }

  return join (self, copied, side, n_bytes);
}

guint32
vr_column_to_source (VrColumn *self, VrTextPoint point, VrSide *side)
{
  const GArray *runs;
  const VrRun *best = NULL;

  if (self->view != VR_ROW_VIEW_INLINE)
    {
      *side = (VrSide)self->view;
      return point.byte;
    }

  /* The run of the side wanted that the point is in, or the last one before it. */
  runs = vr_column_peek_text (self, point.position)->runs;
  for (guint i = 0; i < runs->len; i++)
    {
      const VrRun *run = &g_array_index (runs, VrRun, i);

      if (run->side == *side && (best == NULL || run->from <= point.byte))
        best = run;
    }
  if (best == NULL && runs->len > 0)
    {
      best = &g_array_index (runs, VrRun, 0);
      *side = best->side;
    }
  if (best == NULL || point.byte < best->from)
    return best != NULL ? best->source.from : 0;

  return MIN (best->source.from + (point.byte - best->from), best->source.to);
}

guint32
vr_column_from_source (VrColumn *self, guint position, VrSide side, guint32 source)
{
  const GArray *runs;
  const VrRun *best = NULL;

  if (self->view != VR_ROW_VIEW_INLINE)
    return MIN (source, vr_column_get_n_bytes (self, position));

  runs = vr_column_peek_text (self, position)->runs;
  for (guint i = 0; i < runs->len; i++)
    {
      const VrRun *run = &g_array_index (runs, VrRun, i);

      if (run->side == side && (best == NULL || run->source.from <= source))
        best = run;
    }
  if (best == NULL || source < best->source.from)
    return best != NULL ? best->from : 0;

  return MIN (best->from + (source - best->source.from), best->to);
}
