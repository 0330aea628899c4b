/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of both articles that a citation of a row, or of selected text, sets side by side. */
#include "vr-cited-words.h"

#include "vr-end-mark.h"

#define ELLIPSIS "…"

/* Around a change stand so many words; of scripts without spaces, so many characters. */
#define CONTEXT_WORDS 3
#define CONTEXT_CHARS 24

/* More than this of one article is no citation any more. */
#define MAX_BYTES 4096

/* One row with both of its texts. */
typedef struct
{
  VrRow row;
  char *texts[VR_N_SIDES];
  gsize n_bytes[VR_N_SIDES];
} Row;

static void
row_load (Row *self, const VrPairPlan *plan, guint index)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);

  self->row = vr_comparison_get_row (comparison, index);
  for (guint side = 0; side < VR_N_SIDES; side++)
    self->texts[side] = vr_comparison_dup_row_text (comparison, index, side, &self->n_bytes[side]);
}

static void
row_clear (Row *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (self->texts[side]);
}

static gboolean
has_side (const Row *self, VrSide side)
{
  guint n;

  vr_row_peek_paragraphs (&self->row, side, &n);

  return n > 0;
}

static VrSide
opposite (VrSide side)
{
  return side == VR_SIDE_OLD ? VR_SIDE_NEW : VR_SIDE_OLD;
}

static VrSpan
join (VrSpan a, VrSpan b)
{
  return (VrSpan){ MIN (a.from, b.from), MAX (a.to, b.to) };
}

static gboolean
is_changed (const VrPiece *piece)
{
  return piece->op == VR_PIECE_DELETE || piece->op == VR_PIECE_INSERT;
}

/* A changed piece stands for all that changed around it. */
static VrSpan
find_cluster (const Row *self, guint index, VrSide side)
{
  VrSpan span = vr_piece_get_span (&self->row.pieces[index], side);

  if (!is_changed (&self->row.pieces[index]))
    return span;
  for (guint i = index; i > 0 && is_changed (&self->row.pieces[i - 1]); i--)
    span = join (span, vr_piece_get_span (&self->row.pieces[i - 1], side));
  for (guint i = index + 1; i < self->row.n_pieces && is_changed (&self->row.pieces[i]); i++)
    span = join (span, vr_piece_get_span (&self->row.pieces[i], side));

  return span;
}

static gboolean
touches (VrSpan here, VrSpan span)
{
  if (here.from == here.to)
    return here.from > span.from && here.from < span.to;

  return here.from < span.to && here.to > span.from;
}

/* What stands on the other side for @span of @side. */
static VrSpan
find_opposite (const Row *self, VrSide side, VrSpan span)
{
  VrSpan found = { G_MAXUINT32, 0 };

  if (self->row.n_pieces == 0)
    return span;
  for (guint i = 0; i < self->row.n_pieces; i++)
    {
      const VrPiece *piece = &self->row.pieces[i];
      VrSpan here = vr_piece_get_span (piece, side);
      VrSpan there = find_cluster (self, i, opposite (side));

      if (!touches (here, span))
        continue;
      if (piece->op == VR_PIECE_EQUAL)
        there = (VrSpan){ there.from + (MAX (span.from, here.from) - here.from),
                          there.from + (MIN (span.to, here.to) - here.from) };
      found = join (found, there);
    }

  return found.from > found.to ? (VrSpan){ 0, 0 } : found;
}

static const char *
go_back (const char *text, const char *at, guint n_words)
{
  guint n_chars = 0;
  gboolean in_word = FALSE;

  while (at > text && n_chars++ < CONTEXT_CHARS)
    {
      const char *before = g_utf8_prev_char (at);
      gunichar c = g_utf8_get_char (before);

      if (c == 0x2029)
        break;
      if (g_unichar_isspace (c) && in_word && --n_words == 0)
        break;
      in_word = !g_unichar_isspace (c);
      at = before;
    }

  return at;
}

static const char *
go_on (const char *at, const char *end, guint n_words)
{
  guint n_chars = 0;
  gboolean in_word = FALSE;

  while (at < end && n_chars++ < CONTEXT_CHARS)
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2029)
        break;
      if (g_unichar_isspace (c) && in_word && --n_words == 0)
        break;
      in_word = !g_unichar_isspace (c);
      at = g_utf8_next_char (at);
    }

  return at;
}

/* A span with some words around it. */
static VrSpan
widen (const Row *self, VrSide side, VrSpan span)
{
  const char *text = self->texts[side];

  span.from = (guint32)(go_back (text, text + span.from, CONTEXT_WORDS) - text);
  span.to = (guint32)(go_on (text + span.to, text + self->n_bytes[side], CONTEXT_WORDS) - text);

  return span;
}

static gboolean
ends_sentence (gunichar c)
{
  return c == 0 || c == 0x2029 || vr_end_mark_of (c) != VR_END_MARK_NONE;
}

/* What is not white space or a closing mark before @at. */
static gunichar
last_char (const char *text, const char *at)
{
  while (at > text)
    {
      gunichar c = g_utf8_get_char (at = g_utf8_prev_char (at));
      GUnicodeType type = g_unichar_type (c);

      if (c == 0x2029
          || (!g_unichar_isspace (c) && c != '"' && type != G_UNICODE_FINAL_PUNCTUATION
              && type != G_UNICODE_CLOSE_PUNCTUATION))
        return c;
    }

  return 0;
}

static gboolean
is_rest_blank (const char *at)
{
  while (*at != '\0' && g_utf8_get_char (at) != 0x2029)
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        return FALSE;
      at = g_utf8_next_char (at);
    }

  return TRUE;
}

/* Words cut out of a sentence say so, words that are sentences do not. */
static void
append_excerpt (GString *words, const Row *self, VrSide side, VrSpan span)
{
  const char *text = self->texts[side];
  guint32 to = MIN (span.to, span.from + MAX_BYTES);
  gboolean is_cut = to < span.to;

  while (to > span.from && (text[to] & 0xc0) == 0x80)
    to--;
  if (words->len > 0)
    g_string_append_c (words, ' ');
  if (!ends_sentence (last_char (text, text + span.from)))
    g_string_append (words, ELLIPSIS " ");
  g_string_append_len (words, text + span.from, to - span.from);
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  if (is_cut || (!is_rest_blank (text + to) && !ends_sentence (last_char (text, text + to))))
    g_string_append (words, " " ELLIPSIS);
}

static void
add_row (GString **words, const Row *self, const VrSpan *spans)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      if (!has_side (self, side) || spans[side].from >= spans[side].to)
        continue;
      if (words[side] == NULL)
        words[side] = g_string_new (NULL);
      if (words[side]->len < MAX_BYTES)
        append_excerpt (words[side], self, side, spans[side]);
    }
}

static VrCitedWords *
finish (GString **words, gboolean is_moved)
{
  VrCitedWords *self = g_new0 (VrCitedWords, 1);

  self->is_moved = is_moved;
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (words[side] != NULL)
      self->words[side] = g_string_free (words[side], FALSE);

  return self;
}

void
vr_cited_words_free (VrCitedWords *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (self->words[side]);
  g_free (self);
}

/* From the first change to the last one; with words that changed, typography is no change. */
static gboolean
find_changes (const Row *self, VrSpan *spans)
{
  gboolean has_words = FALSE;
  gboolean found = FALSE;

  for (guint i = 0; i < self->row.n_pieces; i++)
    has_words = has_words || is_changed (&self->row.pieces[i]);
  for (guint i = 0; i < self->row.n_pieces; i++)
    {
      const VrPiece *piece = &self->row.pieces[i];

      if (has_words ? !is_changed (piece) : piece->op != VR_PIECE_QUIET)
        continue;
      for (guint side = 0; side < VR_N_SIDES; side++)
        spans[side] = found ? join (spans[side], vr_piece_get_span (piece, side))
                            : vr_piece_get_span (piece, side);
      found = TRUE;
    }

  return found;
}

VrCitedWords *
vr_cited_words_of_row (const VrPairPlan *plan, guint position)
{
  GString *words[VR_N_SIDES] = { NULL };
  VrSpan spans[VR_N_SIDES];
  Row row;

  row_load (&row, plan, vr_pair_plan_get_row_index (plan, position));
  for (guint side = 0; side < VR_N_SIDES; side++)
    spans[side] = (VrSpan){ 0, (guint32)row.n_bytes[side] };
  if (has_side (&row, VR_SIDE_OLD) && has_side (&row, VR_SIDE_NEW) && find_changes (&row, spans))
    for (guint side = 0; side < VR_N_SIDES; side++)
      spans[side] = widen (&row, side, spans[side]);
  add_row (words, &row, spans);
  row_clear (&row);

  return finish (words, row.row.moved);
}

/* What of one position is selected, in bytes of the row's texts. */
static gboolean
find_selected (VrColumn *column, guint position, VrSpan shown, VrSide *side, VrSpan *span)
{
  const VrPair *pair = vr_pair_plan_peek (vr_column_get_plan (column), position);

  *side = VR_SIDE_NEW;
  if (!vr_column_get_source_span (column, position, shown, VR_SIDE_NEW, span))
    {
      *side = VR_SIDE_OLD;
      if (!vr_column_get_source_span (column, position, shown, VR_SIDE_OLD, span))
        return FALSE;
    }
  span->from += pair->spans[*side].from;
  span->to += pair->spans[*side].from;

  return TRUE;
}

static void
add_selected (GString **words, const Row *row, VrSide side, VrSpan span)
{
  VrSide other = opposite (side);
  VrSpan spans[VR_N_SIDES];

  spans[side] = span;
  spans[other] = (VrSpan){ 0, 0 };
  if (has_side (row, other))
    {
      spans[other] = find_opposite (row, side, span);
      /* Words that only came or went are told by those around them. */
      if (spans[other].from >= spans[other].to)
        {
          spans[side] = widen (row, side, span);
          spans[other] = find_opposite (row, side, spans[side]);
        }
    }
  add_row (words, row, spans);
}

VrCitedWords *
vr_cited_words_of_range (VrColumn *column, VrTextRange range)
{
  VrPairPlan *plan = vr_column_get_plan (column);
  GString *words[VR_N_SIDES] = { NULL };
  gboolean is_moved = TRUE;

  for (guint i = range.from.position; i <= range.to.position; i++)
    {
      VrSpan span;
      VrSide side;
      Row row;

      if (!vr_column_has_text (column, i)
          || !find_selected (column, i, vr_column_clip (column, range, i), &side, &span))
        continue;
      row_load (&row, plan, vr_pair_plan_get_row_index (plan, i));
      add_selected (words, &row, side, span);
      is_moved = is_moved && row.row.moved;
      row_clear (&row);
      if (words[side] != NULL && words[side]->len >= MAX_BYTES)
        break;
    }

  return finish (words, is_moved);
}
