/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hunks of tokens become pieces of text that join to both sides, white space included. */
#include "vr-inline.h"

#include <string.h>

typedef struct
{
  GArray *pieces;
  guint first; /* of this row */
  const VrEngine *engine;
  VrSlice texts[VR_N_SIDES];
  guint32 at[VR_N_SIDES]; /* bytes done, canonical sides */
  guint quiet;
  gboolean by_character; /* changed words are compared again by characters */
  gboolean is_token;     /* what is written is a token, not what stands between two */
} Writer;

static void
push (Writer *self, VrPieceOp op, guint quiet, guint32 n_first, guint32 n_second)
{
  VrSpan spans[VR_N_SIDES] = { { self->at[0], self->at[0] + n_first },
                               { self->at[1], self->at[1] + n_second } };
  guint old_side = vr_engine_side (self->engine, VR_SIDE_OLD);
  VrPiece piece = { op, quiet, spans[old_side], spans[1 - old_side] };
  VrPiece *last = self->pieces->len > self->first
                      ? &g_array_index (self->pieces, VrPiece, self->pieces->len - 1)
                      : NULL;

  if (n_first == 0 && n_second == 0)
    return;

  self->at[0] = spans[0].to;
  self->at[1] = spans[1].to;
  if (last != NULL && last->op == op && op != VR_PIECE_QUIET)
    {
      last->old_span.to = piece.old_span.to;
      last->new_span.to = piece.new_span.to;
      return;
    }
  g_array_append_val (self->pieces, piece);
}

/* What side @side loses or gains, put in the caller's terms: deletions stand before insertions. */
static void
push_changed (Writer *self, guint32 n_first, guint32 n_second)
{
  guint old_side = vr_engine_side (self->engine, VR_SIDE_OLD);
  guint32 n[VR_N_SIDES] = { n_first, n_second };

  for (guint i = 0; i < VR_N_SIDES; i++)
    {
      guint side = i == 0 ? old_side : 1 - old_side;

      push (self, i == 0 ? VR_PIECE_DELETE : VR_PIECE_INSERT, 0, side == 0 ? n[0] : 0,
            side == 1 ? n[1] : 0);
    }
}

/* Of what stands between tokens only a dateline has letters or digits. */
static gboolean
is_dateline (const Writer *self, VrSlice gap)
{
  if (self->is_token || (self->engine->leads[0] == NULL && self->engine->leads[1] == NULL))
    return FALSE;
  for (const char *p = gap.text; p < gap.text + gap.n_bytes; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Texts whose tokens are equal (or two gaps): equal where the bytes are, else quiet. */
static void
push_like (Writer *self, guint32 n_first, guint32 n_second)
{
  VrSlice a = { self->texts[0].text + self->at[0], n_first };
  VrSlice b = { self->texts[1].text + self->at[1], n_second };
  guint quiet;

  if (n_first == n_second && memcmp (a.text, b.text, n_first) == 0)
    {
      push (self, VR_PIECE_EQUAL, 0, n_first, n_second);
      return;
    }

  quiet = is_dateline (self, a) || is_dateline (self, b) ? VR_QUIET_DATELINE
                                                         : vr_tokens_quiet_between (a, b);
  /* Where punctuation counts, only a bullet has no token. */
  if (!self->is_token && (quiet & ~self->engine->options->quiet & VR_QUIET_PUNCTUATION))
    quiet = VR_QUIET_TYPOGRAPHIC;
  self->quiet |= quiet;
  if (self->engine->options->strict)
    push_changed (self, n_first, n_second);
  else
    push (self, VR_PIECE_QUIET, quiet, n_first, n_second);
}

/* Tokens [from_a, to_a) and as many from from_b are equal; writes up to the last one's end. */
static void
push_equal_tokens (Writer *self, const VrRun runs[VR_N_SIDES], guint32 from_a, guint32 to_a,
                   guint32 from_b)
{
  guint32 to_b = from_b + (to_a - from_a);
  guint32 end_a, end_b;

  if (from_a == to_a)
    return;

  end_a = vr_run_get_end (&runs[0], to_a - 1);
  end_b = vr_run_get_end (&runs[1], to_b - 1);
  if (end_a - self->at[0] == end_b - self->at[1]
      && memcmp (self->texts[0].text + self->at[0], self->texts[1].text + self->at[1],
                 end_a - self->at[0])
             == 0)
    {
      push (self, VR_PIECE_EQUAL, 0, end_a - self->at[0], end_b - self->at[1]);
      return;
    }

  for (guint32 i = 0; i < to_a - from_a; i++)
    {
      push_like (self, runs[0].starts[from_a + i] - self->at[0],
                 runs[1].starts[from_b + i] - self->at[1]);
      self->is_token = TRUE;
      push_like (self, vr_run_get_end (&runs[0], from_a + i) - self->at[0],
                 vr_run_get_end (&runs[1], from_b + i) - self->at[1]);
      self->is_token = FALSE;
    }
}

static guint32
next_start (const VrRun *run, guint32 token)
{
  return token < run->n_tokens ? run->starts[token] : run->text.n_bytes;
}

/*
 * One side has words where the other has only a gap.  The gap is kept as equal on the side of
 * the words where it fits, so that "a c" to "a b c" inserts "b " and "a c" to "a, c" inserts ",".
 */
static void
push_one_sided (Writer *self, const VrRun runs[VR_N_SIDES], const VrHunk *hunk, guint side)
{
  guint other = 1 - side;
  guint32 from = side == 0 ? hunk->old_from : hunk->new_from;
  guint32 to = side == 0 ? hunk->old_to : hunk->new_to;
  guint32 start = runs[side].starts[from], end = vr_run_get_end (&runs[side], to - 1);
  guint32 next = next_start (&runs[side], to);
  guint32 other_next = next_start (&runs[other], side == 0 ? hunk->new_to : hunk->old_to);
  VrSlice gap = { self->texts[other].text + self->at[other], other_next - self->at[other] };
  VrSlice before = { self->texts[side].text + self->at[side], start - self->at[side] };
  VrSlice after = { self->texts[side].text + end, next - end };
  guint32 n[VR_N_SIDES] = { 0, 0 };

  if (vr_slice_is_equal (gap, before) && (gap.n_bytes > 0 || after.n_bytes > 0))
    {
      push (self, VR_PIECE_EQUAL, 0, gap.n_bytes, gap.n_bytes);
      n[side] = next - start;
      push_changed (self, n[0], n[1]);
    }
  else if (vr_slice_is_equal (gap, after))
    {
      n[side] = end - self->at[side];
      push_changed (self, n[0], n[1]);
      push (self, VR_PIECE_EQUAL, 0, gap.n_bytes, gap.n_bytes);
    }
  else
    {
      n[side] = before.n_bytes;
      n[other] = gap.n_bytes;
      push_like (self, n[0], n[1]);
      n[side] = next - start;
      n[other] = 0;
      push_changed (self, n[0], n[1]);
    }
}

static void push_characters (Writer *self, guint32 n_first, guint32 n_second);

static void
push_two_sided (Writer *self, const VrRun runs[VR_N_SIDES], const VrHunk *hunk)
{
  guint32 end_a = vr_run_get_end (&runs[0], hunk->old_to - 1);
  guint32 end_b = vr_run_get_end (&runs[1], hunk->new_to - 1);

  push_like (self, runs[0].starts[hunk->old_from] - self->at[0],
             runs[1].starts[hunk->new_from] - self->at[1]);
  if (self->by_character)
    push_characters (self, end_a - self->at[0], end_b - self->at[1]);
  else
    push_changed (self, end_a - self->at[0], end_b - self->at[1]);
  push_like (self, next_start (&runs[0], hunk->old_to) - self->at[0],
             next_start (&runs[1], hunk->new_to) - self->at[1]);
}

static void
push_hunks (Writer *self, const VrRun runs[VR_N_SIDES], const GArray *hunks)
{
  guint32 at_a = 0, at_b = 0;

  for (guint i = 0; i < hunks->len; i++)
    {
      const VrHunk *hunk = &g_array_index (hunks, VrHunk, i);

      push_equal_tokens (self, runs, at_a, hunk->old_from, at_b);
      if (hunk->old_from == hunk->old_to)
        push_one_sided (self, runs, hunk, 1);
      else if (hunk->new_from == hunk->new_to)
        push_one_sided (self, runs, hunk, 0);
      else
        push_two_sided (self, runs, hunk);
      at_a = hunk->old_to;
      at_b = hunk->new_to;
    }
  push_equal_tokens (self, runs, at_a, runs[0].n_tokens, at_b);
  push_like (self, runs[0].text.n_bytes - self->at[0], runs[1].text.n_bytes - self->at[1]);
}

static gboolean
has_change (const GArray *pieces, guint from)
{
  for (guint i = from; i < pieces->len; i++)
    if (g_array_index (pieces, VrPiece, i).op == VR_PIECE_DELETE
        || g_array_index (pieces, VrPiece, i).op == VR_PIECE_INSERT)
      return TRUE;

  return FALSE;
}

/* The next @n_first and @n_second bytes, changed as words, compared again by characters.  Nothing
 * is folded here: what is quiet between words may be a minus or a quote inside a changed one. */
static void
push_characters (Writer *self, guint32 n_first, guint32 n_second)
{
  g_autoptr (VrInterner) interner = vr_interner_new ();
  g_autoptr (GArray) hunks = g_array_new (FALSE, FALSE, sizeof (VrHunk));
  VrDiffOptions options = { .minimal = FALSE };
  guint32 n_bytes[VR_N_SIDES] = { n_first, n_second };
  VrTokens *tokens[VR_N_SIDES];
  VrRun runs[VR_N_SIDES];
  Writer inner = *self;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrSlice slice = { self->texts[side].text + self->at[side], n_bytes[side] };

      tokens[side] = vr_tokens_new (&slice, 1, VR_QUIET_SPACE, VR_UNIT_CHARACTER, "und", interner);
      runs[side] = (VrRun){ .text = slice,
                            .ids = vr_tokens_peek_ids (tokens[side]),
                            .starts = vr_tokens_peek_starts (tokens[side]),
                            .n_tokens = vr_tokens_get_n (tokens[side]),
                            .tokens = tokens[side] };
      inner.texts[side] = slice;
      inner.at[side] = 0;
    }

  /* Spans are told from the start of the inner texts and moved behind. */
  inner.first = inner.pieces->len;
  inner.by_character = FALSE;
  (void)vr_differ_run (self->engine->differ, runs[0].ids, runs[0].n_tokens, runs[1].ids,
                       runs[1].n_tokens, vr_interner_get_n_ids (interner), &options, hunks, NULL,
                       NULL, NULL);
  push_hunks (&inner, runs, hunks);
  if (!has_change (self->pieces, inner.first))
    {
      g_array_set_size (self->pieces, inner.first);
      inner.at[0] = inner.at[1] = 0;
      push_changed (&inner, n_first, n_second);
    }
  self->quiet |= inner.quiet;

  for (guint i = inner.first; i < self->pieces->len; i++)
    {
      VrPiece *piece = &g_array_index (self->pieces, VrPiece, i);
      guint old_side = vr_engine_side (self->engine, VR_SIDE_OLD);

      piece->old_span.from += self->at[old_side];
      piece->old_span.to += self->at[old_side];
      piece->new_span.from += self->at[1 - old_side];
      piece->new_span.to += self->at[1 - old_side];
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self->at[side] += n_bytes[side];
      vr_tokens_unref (tokens[side]);
    }
}

guint
vr_pieces_append (GArray *pieces, const VrEngine *engine, const VrRun runs[VR_N_SIDES],
                  const GArray *hunks)
{
  Writer writer = { .pieces = pieces, .first = pieces->len, .engine = engine };

  writer.by_character = engine->options->unit == VR_UNIT_CHARACTER;
  writer.texts[0] = runs[0].text;
  writer.texts[1] = runs[1].text;
  push_hunks (&writer, runs, hunks);

  return writer.quiet;
}
