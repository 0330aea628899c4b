/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The caret in the text of a page and what is selected behind it: one for all rows. */
#include "vr-selection.h"

struct _VrSelection
{
  GObject parent_instance;

  VrPairPlan *plan;
  gboolean is_inline;
  VrColumn *column; /* NULL where there is no caret */
  VrTextPoint anchor;
  VrTextPoint caret;
  gboolean is_caret_shown;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrSelection, vr_selection, G_TYPE_OBJECT)

static void
vr_selection_finalize (GObject *object)
{
  VrSelection *self = VR_SELECTION (object);

  g_clear_pointer (&self->column, vr_column_free);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);

  G_OBJECT_CLASS (vr_selection_parent_class)->finalize (object);
}

static void
vr_selection_class_init (VrSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
vr_selection_init (VrSelection *self)
{
}

VrSelection *
vr_selection_new (void)
{
  return g_object_new (VR_TYPE_SELECTION, NULL);
}

gboolean
vr_selection_get_inline (VrSelection *self)
{
  return self->is_inline;
}

VrColumn *
vr_selection_get_column (VrSelection *self)
{
  g_return_val_if_fail (VR_IS_SELECTION (self), NULL);

  return self->column;
}

VrRowView
vr_selection_get_view (VrSelection *self)
{
  return vr_column_get_view (self->column);
}

VrTextPoint
vr_selection_get_caret (VrSelection *self)
{
  return self->caret;
}

VrTextPoint
vr_selection_get_anchor (VrSelection *self)
{
  return self->anchor;
}

gboolean
vr_selection_is_empty (VrSelection *self)
{
  return self->column == NULL || vr_column_compare (self->anchor, self->caret) == 0;
}

gboolean
vr_selection_get_range (VrSelection *self, VrTextRange *range)
{
  g_return_val_if_fail (VR_IS_SELECTION (self), FALSE);

  if (self->column == NULL)
    return FALSE;
  if (vr_column_compare (self->anchor, self->caret) <= 0)
    *range = (VrTextRange){ self->anchor, self->caret };
  else
    *range = (VrTextRange){ self->caret, self->anchor };

  return TRUE;
}

gboolean
vr_selection_get_span (VrSelection *self, guint position, VrRowView *view, VrSpan *span)
{
  VrTextRange range;

  if (!vr_selection_get_range (self, &range) || position < range.from.position
      || position > range.to.position || !vr_column_has_text (self->column, position))
    return FALSE;
  *view = vr_column_get_view (self->column);
  span->from = position == range.from.position ? range.from.byte : 0;
  span->to = position == range.to.position ? range.to.byte
                                           : vr_column_get_n_bytes (self->column, position);

  return span->from < span->to;
}

static void
tell (VrSelection *self, guint first, guint last)
{
  g_signal_emit (self, signals[CHANGED], 0, MIN (first, last), MAX (first, last));
}

void
vr_selection_clear (VrSelection *self)
{
  VrTextRange range;

  g_return_if_fail (VR_IS_SELECTION (self));

  if (!vr_selection_get_range (self, &range))
    return;
  g_clear_pointer (&self->column, vr_column_free);
  tell (self, range.from.position, range.to.position);
}

void
vr_selection_set_caret_shown (VrSelection *self, gboolean is_shown)
{
  g_return_if_fail (VR_IS_SELECTION (self));

  if (self->is_caret_shown == is_shown)
    return;
  self->is_caret_shown = is_shown;
  if (self->column != NULL)
    tell (self, self->caret.position, self->caret.position);
}

gboolean
vr_selection_get_caret_shown (VrSelection *self)
{
  return self->column != NULL && self->is_caret_shown;
}

static gboolean
is_view_shown (VrSelection *self, VrRowView view)
{
  return self->plan != NULL && self->is_inline == (view == VR_ROW_VIEW_INLINE);
}

void
vr_selection_select (VrSelection *self, VrRowView view, VrTextPoint anchor, VrTextPoint caret)
{
  guint first = MIN (anchor.position, caret.position);
  guint last = MAX (anchor.position, caret.position);
  VrTextRange before;

  g_return_if_fail (VR_IS_SELECTION (self));
  g_return_if_fail (is_view_shown (self, view));
  g_return_if_fail (last < vr_pair_plan_get_n (self->plan));

  if (vr_selection_get_range (self, &before))
    {
      first = MIN (first, before.from.position);
      last = MAX (last, before.to.position);
    }
  if (self->column == NULL || vr_column_get_view (self->column) != view)
    {
      g_clear_pointer (&self->column, vr_column_free);
      self->column = vr_column_new (self->plan, view);
    }
  self->anchor = anchor;
  self->caret = caret;
  tell (self, first, last);
}

void
vr_selection_place (VrSelection *self, VrRowView view, VrTextPoint point)
{
  vr_selection_select (self, view, point, point);
}

void
vr_selection_extend (VrSelection *self, VrTextPoint point)
{
  guint before;

  g_return_if_fail (VR_IS_SELECTION (self));
  g_return_if_fail (self->column != NULL);

  if (vr_column_compare (point, self->caret) == 0)
    return;
  before = self->caret.position;
  self->caret = point;
  tell (self, before, point.position);
}

void
vr_selection_select_all (VrSelection *self, VrRowView view)
{
  g_autoptr (VrColumn) column = NULL;
  VrTextRange all;

  g_return_if_fail (VR_IS_SELECTION (self));
  g_return_if_fail (is_view_shown (self, view));

  column = vr_column_new (self->plan, view);
  if (vr_column_get_all (column, &all))
    vr_selection_select (self, view, all.from, all.to);
}

void
vr_selection_move (VrSelection *self, VrTextStep step, int direction, gboolean extends)
{
  VrTextRange range;
  VrTextPoint point;

  g_return_if_fail (VR_IS_SELECTION (self));

  if (!vr_selection_get_range (self, &range))
    return;
  if (step == VR_TEXT_STEP_CHARACTER && !extends && !vr_selection_is_empty (self))
    point = direction > 0 ? range.to : range.from;
  else
    point = vr_column_step (self->column, self->caret, step, direction);
  if (extends)
    vr_selection_extend (self, point);
  else
    vr_selection_place (self, vr_column_get_view (self->column), point);
}

/* The byte of the other side's text at a position that stands for the same words. */
static guint32
find_opposite (const VrPairPlan *plan, guint position, VrSide from, guint32 byte)
{
  const VrSpan *shown = vr_pair_plan_peek (plan, position)->spans;
  VrRow row = vr_pair_plan_get_row (plan, position);
  VrSide to = from == VR_SIDE_OLD ? VR_SIDE_NEW : VR_SIDE_OLD;
  guint32 at = shown[from].from + byte;
  guint32 found = at;
  guint end;

  for (guint i = vr_pair_plan_find_pieces (plan, position, &end); i < end; i++)
    {
      VrSpan here = vr_piece_get_span (&row.pieces[i], from);
      VrSpan there = vr_piece_get_span (&row.pieces[i], to);

      if (at < here.from)
        break;
      found = row.pieces[i].op == VR_PIECE_EQUAL ? MIN (there.from + (at - here.from), there.to)
              : at >= here.to                    ? there.to
                                                 : there.from;
      if (at < here.to)
        break;
    }

  return CLAMP (found, shown[to].from, shown[to].to) - shown[to].from;
}

void
vr_selection_cross (VrSelection *self, VrRowView view)
{
  g_autoptr (VrColumn) column = NULL;
  VrTextPoint point = { .byte = 0 };

  g_return_if_fail (VR_IS_SELECTION (self));

  if (self->column == NULL || self->is_inline || vr_column_get_view (self->column) == view)
    return;
  column = vr_column_new (self->plan, view);
  point.position = vr_column_find (column, self->caret.position, 1);
  if (point.position == VR_PAIR_NONE)
    point.position = vr_column_find (column, self->caret.position, -1);
  if (point.position == VR_PAIR_NONE)
    return;
  if (point.position == self->caret.position)
    point.byte = find_opposite (self->plan, point.position,
                                (VrSide)vr_column_get_view (self->column), self->caret.byte);
  point.byte = vr_column_snap (column, point.position, point.byte, -1);
  vr_selection_place (self, view, point);
}

/* A point told without regard to how the articles are paired, the plan cut and the columns set. */
typedef struct
{
  VrSide side;
  guint32 paragraph; /* VR_NO_PARAGRAPH for nowhere */
  guint32 byte;      /* of the paragraph */
} Lasting;

static guint32
count_bytes (const VrComparison *comparison, VrSide side, guint32 paragraph)
{
  return (guint32)vr_article_get_paragraph_text (vr_comparison_get_article (comparison, side),
                                                 paragraph)
      .n_bytes;
}

static Lasting
keep (VrSelection *self, VrTextPoint point)
{
  VrComparison *comparison = vr_pair_plan_get_comparison (self->plan);
  VrRow row = vr_pair_plan_get_row (self->plan, point.position);
  Lasting lasting = { .side = VR_SIDE_NEW, .paragraph = VR_NO_PARAGRAPH };
  guint32 byte = vr_column_to_source (self->column, point, &lasting.side);
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, lasting.side, &n);

  byte += vr_pair_plan_peek (self->plan, point.position)->spans[lasting.side].from;
  for (guint i = 0; i < n; i++)
    {
      guint32 n_bytes = count_bytes (comparison, lasting.side, paragraphs[i]);

      lasting.paragraph = paragraphs[i];
      lasting.byte = MIN (byte, n_bytes);
      if (byte < n_bytes + strlen (VR_PARAGRAPH_SEPARATOR))
        break;
      byte -= n_bytes + strlen (VR_PARAGRAPH_SEPARATOR);
    }

  return lasting;
}

/* To the same article in another comparison, where it may be on the other side. */
static void
carry_over (Lasting *self, const VrComparison *from, const VrComparison *to)
{
  VrArticle *article = vr_comparison_get_article (from, self->side);

  if (vr_comparison_get_article (to, self->side) == article)
    return;
  self->side = 1 - self->side;
  if (vr_comparison_get_article (to, self->side) != article)
    self->paragraph = VR_NO_PARAGRAPH;
}

/* The byte of the text of @row. */
static guint32
to_row (const VrComparison *comparison, guint row_index, Lasting lasting)
{
  VrRow row = vr_comparison_get_row (comparison, row_index);
  guint32 byte = lasting.byte;
  guint n;
  const guint32 *paragraphs = vr_row_peek_paragraphs (&row, lasting.side, &n);

  for (guint i = 0; i < n && paragraphs[i] != lasting.paragraph; i++)
    byte += count_bytes (comparison, lasting.side, paragraphs[i])
            + (guint32)strlen (VR_PARAGRAPH_SEPARATOR);

  return byte;
}

static gboolean
find_lasting (VrColumn *column, Lasting lasting, VrTextPoint *point)
{
  VrPairPlan *plan = vr_column_get_plan (column);
  VrComparison *comparison = vr_pair_plan_get_comparison (plan);
  guint row = lasting.paragraph != VR_NO_PARAGRAPH
                  ? vr_comparison_find_row (comparison, lasting.side, lasting.paragraph)
                  : VR_PAIR_NONE;
  VrSpan span = { 0, 0 };
  guint32 byte;
  guint at;

  if (row == VR_PAIR_NONE)
    return FALSE;
  byte = to_row (comparison, row, lasting);
  for (at = vr_pair_plan_find_place (plan, vr_comparison_get_row_place (comparison, row));
       at < vr_pair_plan_get_n (plan); at++)
    {
      if (vr_pair_plan_get_row_index (plan, at) != row)
        return FALSE;
      span = vr_pair_plan_peek (plan, at)->spans[lasting.side];
      if (byte <= span.to)
        break;
    }
  if (at == vr_pair_plan_get_n (plan) || !vr_column_has_text (column, at))
    return FALSE;
  point->position = at;
  point->byte = vr_column_from_source (column, at, lasting.side, byte - MIN (byte, span.from));
  point->byte = vr_column_snap (column, at, point->byte, -1);

  return TRUE;
}

static VrRowView
view_for (VrSelection *self, VrSide side)
{
  return self->is_inline ? VR_ROW_VIEW_INLINE : (VrRowView)side;
}

void
vr_selection_set_plan (VrSelection *self, VrPairPlan *plan, gboolean is_inline)
{
  Lasting anchor = { 0 };
  Lasting caret = { 0 };
  VrTextPoint from, to;
  gboolean lasts;

  g_return_if_fail (VR_IS_SELECTION (self));

  lasts = self->column != NULL && plan != NULL;
  if (lasts)
    {
      VrComparison *before = vr_pair_plan_get_comparison (self->plan);

      anchor = keep (self, self->anchor);
      caret = keep (self, self->caret);
      carry_over (&anchor, before, vr_pair_plan_get_comparison (plan));
      carry_over (&caret, before, vr_pair_plan_get_comparison (plan));
      lasts = is_inline || anchor.side == caret.side;
    }
  vr_selection_clear (self);
  if (plan != NULL)
    vr_pair_plan_ref (plan);
  g_clear_pointer (&self->plan, vr_pair_plan_unref);
  self->plan = plan;
  self->is_inline = is_inline;
  if (lasts)
    {
      g_autoptr (VrColumn) column = vr_column_new (plan, view_for (self, caret.side));

      if (find_lasting (column, anchor, &from) && find_lasting (column, caret, &to))
        vr_selection_select (self, view_for (self, caret.side), from, to);
    }
}
