/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a row with their marks, as the texts of a page. */
#include "vr-page-words.h"

#include "vr-report-moves.h"

typedef struct
{
  VrRow row;
  VrSlice texts[VR_N_SIDES];
  VrPageText *pages[VR_N_SIDES];
  gboolean quiet;
  gboolean is_one_sided;
  GArray *moves[VR_N_SIDES];       /* VrSentenceMove */
  guint next_move[VR_N_SIDES];     /* the first that ends behind what was appended */
  guint32 next_change[VR_N_SIDES]; /* the same of the critical changes */
} Composer;

static VrSpan
get_critical_span (const Composer *self, guint32 change, VrSide side)
{
  const VrCriticalChange *critical = &self->row.criticals[change];

  return side == VR_SIDE_OLD ? critical->old_span : critical->new_span;
}

/* Whether @span begins in @at, and how far what is told of it holds. */
static gboolean
covers (VrSpan span, guint32 at, guint32 *to)
{
  if (span.from <= at)
    {
      *to = MIN (*to, span.to);
      return TRUE;
    }
  *to = MIN (*to, span.from);

  return FALSE;
}

/* Tells sentences that moved and critical changes from other words, from @at up to @to. */
static void
look_around (Composer *self, VrSide side, guint32 at, guint32 *to, VrPageMark *mark)
{
  GArray *moves = self->moves[side];
  guint *move = &self->next_move[side];
  guint32 *change = &self->next_change[side];

  while (*move < moves->len && g_array_index (moves, VrSentenceMove, *move).span.to <= at)
    (*move)++;
  while (*change < self->row.n_critical && get_critical_span (self, *change, side).to <= at)
    (*change)++;
  if (*move < moves->len)
    mark->is_moved = covers (g_array_index (moves, VrSentenceMove, *move).span, at, to);
  if (*change < self->row.n_critical)
    mark->is_critical = covers (get_critical_span (self, *change, side), at, to);
}

static void
append_span (Composer *self, VrSide side, VrSpan span, VrPieceOp op)
{
  VrPageText *page = self->pages[side] != NULL ? self->pages[side] : self->pages[VR_SIDE_NEW];
  gboolean is_change = op == VR_PIECE_DELETE || op == VR_PIECE_INSERT;

  while (span.from < span.to)
    {
      VrPageMark mark = { .op = op };
      guint32 to = span.to;

      if (is_change)
        look_around (self, side, span.from, &to, &mark);
      /* A paragraph that came or went as a whole needs no marks: its sign says so. */
      if (self->is_one_sided && !mark.is_moved)
        mark.op = VR_PIECE_EQUAL;
      vr_page_text_append (page, mark, self->texts[side].text + span.from, to - span.from);
      span.from = to;
    }
}

static gboolean
is_change (VrPieceOp op)
{
  return op == VR_PIECE_DELETE || op == VR_PIECE_INSERT;
}

/* Where both are in one text, what is on both sides stands once, as the new side has it. */
static void
append_pieces (Composer *self)
{
  gboolean is_merged = self->pages[VR_SIDE_OLD] == NULL;
  VrPieceOp last = VR_PIECE_EQUAL;

  for (guint32 i = 0; i < self->row.n_pieces; i++)
    {
      const VrPiece *piece = &self->row.pieces[i];
      VrPieceOp op = piece->op == VR_PIECE_QUIET && !self->quiet ? VR_PIECE_EQUAL : piece->op;

      if (is_merged && is_change (op) && is_change (last) && op != last)
        vr_page_text_part (self->pages[VR_SIDE_NEW]);
      if (op != VR_PIECE_INSERT && (!is_merged || op == VR_PIECE_DELETE))
        append_span (self, VR_SIDE_OLD, piece->old_span, op);
      if (op != VR_PIECE_DELETE)
        append_span (self, VR_SIDE_NEW, piece->new_span, op);
      last = op;
    }
}

static void
append_whole (Composer *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (self->pages[side] != NULL)
      vr_page_text_append (self->pages[side], (VrPageMark){ 0 }, self->texts[side].text,
                           self->texts[side].n_bytes);
}

void
vr_page_words_append_row (const VrComparison *comparison, const VrReportOptions *options, guint row,
                          VrPageText *const pages[VR_N_SIDES])
{
  Composer self = { .row = vr_comparison_get_row (comparison, row), .quiet = options->quiet };
  g_auto (VrReportTexts) texts;

  vr_report_texts_init (&texts, comparison, row);
  self.is_one_sided = self.row.n_old == 0 || self.row.n_new == 0;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      self.pages[side] = pages[side];
      self.texts[side] = texts.sides[side];
      self.moves[side] = vr_report_find_moves (comparison, row, (VrSide)side);
    }
  if (self.row.n_pieces > 0)
    append_pieces (&self);
  else
    append_whole (&self);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_array_unref (self.moves[side]);
}
