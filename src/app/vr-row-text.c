/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text that a row lays out, and which of its words are marked. */
#include "vr-row-text.h"

#include "vr-pair-parts.h"
#include "vr-row-marks.h"
#include "vr-row-moves.h"

/* Parts a removed word from the added one behind it where both are in one line of text. */
#define THIN_SPACE "\342\200\211"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void
show_separators (char *text)
{
  for (char *at = strstr (text, VR_PARAGRAPH_SEPARATOR); at != NULL;
       at = strstr (at, VR_PARAGRAPH_SEPARATOR))
    memcpy (at, VR_ROW_TEXT_EMPTY_LINE, strlen (VR_ROW_TEXT_EMPTY_LINE));
}

static void
add_mark (GArray *marks, const char *text, guint32 from, guint32 to, const VrPiece *piece)
{
  VrMark mark = { .from = from, .to = to, .op = piece->op, .quiet = piece->quiet };

  while (mark.to > mark.from && is_blank (text[mark.to - 1]))
    mark.to--;
  while (mark.from < mark.to && is_blank (text[mark.from]))
    mark.from++;
  if (mark.from == mark.to)
    {
      mark.from = from;
      mark.to = to;
    }
  if (mark.from < mark.to)
    g_array_append_val (marks, mark);
}

static void
add_run (GArray *runs, guint32 from, guint32 to, VrSide side, VrSpan source)
{
  VrRun run = { from, to, side, source };

  if (from < to)
    g_array_append_val (runs, run);
}

static VrSpan
clip (VrSpan span, VrSpan to)
{
  VrSpan clipped = { MAX (span.from, to.from), MIN (span.to, to.to) };

  if (clipped.to < clipped.from)
    clipped.to = clipped.from;

  return clipped;
}

/* Rows that only one side has are marked as a whole, not word by word. */
static gboolean
has_marks (const VrRow *row)
{
  return row->n_pieces > 0 && row->n_old > 0 && row->n_new > 0;
}

static void
mark_side (VrRowText *self, const VrPairPlan *plan, guint position, VrSide side)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  VrSpan shown = vr_pair_plan_peek (plan, position)->spans[side];
  VrPieceOp other = side == VR_SIDE_OLD ? VR_PIECE_INSERT : VR_PIECE_DELETE;
  guint end;

  for (guint i = vr_pair_plan_find_pieces (plan, position, &end); i < end; i++)
    {
      const VrPiece *piece = &row.pieces[i];
      VrSpan span = clip (vr_piece_get_span (piece, side), shown);

      if (piece->op != VR_PIECE_EQUAL && piece->op != other)
        add_mark (self->marks, self->text, span.from - shown.from, span.to - shown.from, piece);
    }
}

static VrRowText *
new_for_side (const VrPairPlan *plan, guint position, VrSide side)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  VrRowText *self = g_new0 (VrRowText, 1);

  self->text = vr_pair_plan_dup_text (plan, position, side, &self->n_bytes);
  show_separators (self->text);
  self->runs = g_array_new (FALSE, FALSE, sizeof (VrRun));
  add_run (self->runs, 0, self->n_bytes, side, (VrSpan){ 0, self->n_bytes });
  self->marks = g_array_new (FALSE, FALSE, sizeof (VrMark));
  if (has_marks (&row) && !vr_pair_plan_is_reference (plan, position))
    mark_side (self, plan, position, side);

  return self;
}

static gboolean
needs_space (const GString *text, const char *next)
{
  return text->len > 0 && !is_blank (text->str[text->len - 1]) && !is_blank (*next);
}

/* Appends words, or the end of a paragraph, of @side's bytes @source. */
static void
append_run (VrRowText *self, GString *text, const char *shown, VrSide side, VrSpan source)
{
  gsize at = text->len;

  g_string_append (text, shown);
  add_run (self->runs, at, text->len, side, source);
}

/* Ends of paragraphs are changes like words: one that went is a sign only, one that came also
 * ends the line. */
static void
append_piece (VrRowText *self, GString *text, const char *words, VrSide side, VrSpan source,
              const VrPiece *piece)
{
  VrPieceOp op = piece->op;
  const char *end = op == VR_PIECE_DELETE   ? VR_ROW_TEXT_PILCROW
                    : op == VR_PIECE_INSERT ? VR_ROW_TEXT_PILCROW VR_ROW_TEXT_EMPTY_LINE
                                            : VR_ROW_TEXT_EMPTY_LINE;
  g_auto (GStrv) paragraphs = g_strsplit (words, VR_ROW_TEXT_EMPTY_LINE, -1);
  guint32 from = source.from;
  gsize at = text->len;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      guint32 to;

      if (i > 0)
        {
          to = from + strlen (VR_PARAGRAPH_SEPARATOR);
          append_run (self, text, end, side, (VrSpan){ from, to });
          from = to;
        }
      to = from + strlen (paragraphs[i]);
      append_run (self, text, paragraphs[i], side, (VrSpan){ from, to });
      from = to;
    }
  if (op != VR_PIECE_EQUAL)
    add_mark (self->marks, text->str, at, text->len, piece);
}

static VrRowText *
new_merged (const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);
  const VrSpan *shown = vr_pair_plan_peek (plan, position)->spans;
  g_autoptr (VrRowText) old_text = new_for_side (plan, position, VR_SIDE_OLD);
  g_autoptr (VrRowText) new_text = new_for_side (plan, position, VR_SIDE_NEW);
  const char *texts[VR_N_SIDES] = { old_text->text, new_text->text };
  VrRowText *self = g_new0 (VrRowText, 1);
  GString *text = g_string_sized_new (new_text->n_bytes + 64);
  VrPieceOp last = VR_PIECE_EQUAL;
  guint end;

  self->runs = g_array_new (FALSE, FALSE, sizeof (VrRun));
  self->marks = g_array_new (FALSE, FALSE, sizeof (VrMark));
  for (guint i = vr_pair_plan_find_pieces (plan, position, &end); i < end; i++)
    {
      const VrPiece *piece = &row.pieces[i];
      g_autofree char *words = NULL;
      VrSide side = piece->op == VR_PIECE_DELETE ? VR_SIDE_OLD : VR_SIDE_NEW;
      VrSpan span = clip (vr_piece_get_span (piece, side), shown[side]);
      const char *from = texts[side] + (span.from - shown[side].from);

      if (span.from == span.to)
        continue;
      if ((last == VR_PIECE_DELETE || last == VR_PIECE_INSERT)
          && (piece->op == VR_PIECE_DELETE || piece->op == VR_PIECE_INSERT) && piece->op != last
          && needs_space (text, from))
        g_string_append (text, THIN_SPACE);
      words = g_strndup (from, span.to - span.from);
      append_piece (self, text, words, side,
                    (VrSpan){ span.from - shown[side].from, span.to - shown[side].from }, piece);
      last = piece->op;
    }
  self->n_bytes = text->len;
  self->text = g_string_free (text, FALSE);

  return self;
}

static VrRowText *
new_for_view (const VrPairPlan *plan, guint position, VrRowView view)
{
  VrRow row = vr_pair_plan_get_row (plan, position);

  if (view != VR_ROW_VIEW_INLINE)
    return new_for_side (plan, position, (VrSide)view);
  if (vr_pair_plan_is_reference (plan, position) || row.n_new == 0)
    return new_for_side (plan, position, VR_SIDE_OLD);
  if (!has_marks (&row))
    return new_for_side (plan, position, VR_SIDE_NEW);

  return new_merged (plan, position);
}

VrRowText *
vr_row_text_new (const VrPairPlan *plan, guint position, VrRowView view)
{
  VrRowText *self = new_for_view (plan, position, view);

  vr_row_moves_mark (self, plan, position);
  vr_row_marks_set_critical (self, plan, position);

  return self;
}

void
vr_row_text_free (VrRowText *self)
{
  g_free (self->text);
  g_array_unref (self->runs);
  g_array_unref (self->marks);
  g_free (self);
}

gboolean
vr_row_text_is_equal (const VrPairPlan *plan, guint position)
{
  VrRow row = vr_pair_plan_get_row (plan, position);

  return row.n_old > 0 && row.n_new > 0 && row.n_pieces == 0;
}

gboolean
vr_row_text_is_between (const char *text, guint32 byte)
{
  for (guint32 i = 1; i < strlen (VR_ROW_TEXT_EMPTY_LINE) && i <= byte; i++)
    if (g_str_has_prefix (text + byte - i, VR_ROW_TEXT_EMPTY_LINE))
      return TRUE;

  return FALSE;
}
