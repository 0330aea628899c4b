/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row shows, laid out for a width: measured and drawn by the same object. */
#include "vr-row-content.h"

#include "vr-closures.h"
#include "vr-explanation.h"
#include "vr-report-sign.h"
#include "vr-row-layout.h"
#include "vr-row-remark.h"
#include "vr-row-words.h"

/* In shares of the sign's disc, so that they grow with it. */
#define CRITICAL_SHARE 0.59
#define PIN_HEAD_SHARE 0.25
#define PIN_NEEDLE_SHARE 0.2
#define CARD_RADIUS_PX 8
#define CARD_GAP_PX 2
#define BUTTON_GAP_PX 4

struct _VrRowContent
{
  guint generation;
  VrRowGeometry geometry;
  int line_height;
  gboolean is_rtl;

  VrRowKind kind; /* moved, at a reference */
  gboolean is_reference;
  gboolean is_fold;
  gboolean is_critical;
  gboolean is_first;
  gboolean is_last;
  gboolean is_pinned;
  gboolean is_furniture;
  const char *sign;

  /* In one column only the new side stands, with both sides' words in it; at a reference only the
   * old one.  Where both sides have the same bytes they share a layout. */
  PangoLayout *layouts[VR_N_SIDES];
  VrRowText *texts[VR_N_SIDES];
  PangoLayout *note;
  VrRowRemark *remark; /* what the reader noted */
  PangoContext *context;
};

static int
layout_height (PangoLayout *layout)
{
  int height = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static void
make_text (VrRowContent *self, const VrPairPlan *plan, guint position, VrRowView view,
           const VrRowStyle *style)
{
  VrSide side = view == VR_ROW_VIEW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW;
  VrRowLook look = vr_row_look_at (plan, position, side);

  self->texts[side] = vr_row_text_new (plan, position, view);
  if (self->texts[side]->n_bytes == 0)
    return;
  self->line_height = (int)(style->line_height * vr_row_look_get_scale (look));
  self->layouts[side] = vr_row_layout_new (style->context, style->attributes[side][look]);
  if (self->is_reference)
    vr_row_layout_set_excerpt (self->layouts[side], self->texts[side]->text,
                               style->geometry.text_width, VR_ROW_EXCERPT_LINES);
  else
    vr_row_layout_set_text (self->layouts[side], self->texts[side]->text,
                            self->texts[side]->n_bytes, style->geometry.text_width);
}

static void
make_texts (VrRowContent *self, const VrPairPlan *plan, guint position, const VrRowStyle *style)
{
  if (self->is_reference)
    make_text (self, plan, position, VR_ROW_VIEW_OLD, style);
  else if (self->geometry.is_inline)
    make_text (self, plan, position, VR_ROW_VIEW_INLINE, style);
  else if (vr_row_text_is_equal (plan, position))
    {
      make_text (self, plan, position, VR_ROW_VIEW_NEW, style);
      g_set_object (&self->layouts[VR_SIDE_OLD], self->layouts[VR_SIDE_NEW]);
    }
  else
    {
      make_text (self, plan, position, VR_ROW_VIEW_OLD, style);
      make_text (self, plan, position, VR_ROW_VIEW_NEW, style);
    }
}

/* What a fold says runs over both columns. */
static int
note_width (const VrRowContent *self)
{
  const int *x = self->geometry.text_x;
  int span = self->is_fold ? ABS (x[VR_SIDE_NEW] - x[VR_SIDE_OLD]) : 0;

  return span + self->geometry.text_width - VR_ROW_NOTE_PX - BUTTON_GAP_PX;
}

static int
note_x (const VrRowContent *self)
{
  const int *x = self->geometry.text_x;

  return self->is_fold ? MIN (x[VR_SIDE_OLD], x[VR_SIDE_NEW]) : x[VR_SIDE_NEW];
}

static void
make_note (VrRowContent *self, const VrPairPlan *plan, guint position, const VrRowStyle *style)
{
  g_autofree char *note = vr_row_words_dup_note (plan, position);

  if (note == NULL)
    return;
  self->note = vr_row_layout_new (style->context, self->is_furniture ? style->role_attributes
                                                                     : style->note_attributes);
  /* The interface says it, so it runs as the interface does, whatever it quotes. */
  pango_layout_set_auto_dir (self->note, FALSE);
  vr_row_layout_set_text (self->note, note, strlen (note), note_width (self));
}

VrRowContent *
vr_row_content_new (const VrPairPlan *plan, guint position, const VrRowStyle *style)
{
  VrRowContent *self = g_new0 (VrRowContent, 1);
  VrRow row = vr_pair_plan_get_row (plan, position);
  int moved_by = vr_comparison_get_moved_by (vr_pair_plan_get_comparison (plan),
                                             vr_pair_plan_get_row_index (plan, position));

  self->generation = style->generation;
  self->geometry = style->geometry;
  self->line_height = style->line_height;
  self->context = style->context;
  self->is_rtl = pango_context_get_base_dir (style->context) == PANGO_DIRECTION_RTL;
  self->is_reference = vr_pair_plan_is_reference (plan, position);
  self->is_fold = vr_pair_plan_get_fold (plan, position) > 0;
  if (self->is_fold)
    {
      self->sign = "";
      make_note (self, plan, position, style);
      return self;
    }
  self->is_first = vr_pair_plan_is_first (plan, position);
  self->is_last = vr_pair_plan_is_last (plan, position);
  self->is_pinned = vr_explanation_is_pinned (&row) && !self->is_reference;
  self->kind = self->is_reference ? VR_ROW_MOVED : row.kind;
  self->is_critical = row.n_critical > 0;
  self->sign = vr_report_get_sign (self->kind, moved_by);
  self->is_furniture = vr_pair_plan_is_furniture (plan, position);
  if (self->is_furniture)
    {
      self->kind = VR_ROW_SAME;
      self->sign = "";
    }
  make_texts (self, plan, position, style);
  make_note (self, plan, position, style);
  self->remark = vr_row_remark_new (plan, position, style);

  return self;
}

void
vr_row_content_free (VrRowContent *self)
{
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_clear_object (&self->layouts[side]);
      g_clear_pointer (&self->texts[side], vr_row_text_free);
    }
  g_clear_object (&self->note);
  g_clear_pointer (&self->remark, vr_row_remark_free);
  g_free (self);
}

guint
vr_row_content_get_generation (const VrRowContent *self)
{
  return self->generation;
}

int
vr_row_content_pads (const VrPairPlan *plan, guint position)
{
  if (vr_pair_plan_get_fold (plan, position) > 0)
    return 0;

  return (vr_pair_plan_is_first (plan, position) ? VR_ROW_PAD_PX : 0)
         + (vr_pair_plan_is_last (plan, position) ? VR_ROW_PAD_PX : 0);
}

static int
note_height (const VrRowContent *self)
{
  int least = self->is_furniture ? 0 : VR_ROW_NOTE_PX;

  return self->note != NULL ? MAX (layout_height (self->note), least) : 0;
}

int
vr_row_content_get_height (const VrRowContent *self)
{
  int pads = (self->is_first ? VR_ROW_PAD_PX : 0) + (self->is_last ? VR_ROW_PAD_PX : 0);
  int text =
      MAX (layout_height (self->layouts[VR_SIDE_OLD]), layout_height (self->layouts[VR_SIDE_NEW]));

  if (self->is_reference && !self->geometry.is_inline)
    return pads + MAX (text, note_height (self));

  return pads + text + note_height (self) + vr_row_remark_get_height (self->remark);
}

/* How much lower the first line of the excerpt stands than that of the note beside it would. */
static int
get_drop (const VrRowContent *self)
{
  PangoLayout *excerpt = self->layouts[VR_SIDE_OLD];
  int above = (note_height (self) - layout_height (self->note)) / 2;

  if (excerpt == NULL || self->note == NULL)
    return 0;

  return PANGO_PIXELS (pango_layout_get_baseline (excerpt) - pango_layout_get_baseline (self->note))
         - above;
}

/* The note stands beside the excerpt, on one line with it, or, in one column, below it; above a
 * moved row's text. */
static int
note_y (const VrRowContent *self)
{
  int y = self->is_first ? VR_ROW_PAD_PX : 0;

  if (self->is_reference)
    y += self->geometry.is_inline ? layout_height (self->layouts[VR_SIDE_OLD]) : get_drop (self);

  return y;
}

static int
text_y (const VrRowContent *self)
{
  int y = self->is_first ? VR_ROW_PAD_PX : 0;

  return self->is_reference ? y : y + note_height (self);
}

void
vr_row_content_get_button (const VrRowContent *self, int *x, int *y)
{
  int width = 0;

  if (self->is_furniture)
    {
      *x = self->geometry.gutter_x + (self->geometry.gutter_width - VR_ROW_NOTE_PX) / 2;
      *y = text_y (self) + (self->line_height - VR_ROW_NOTE_PX) / 2;
      return;
    }
  if (self->note != NULL)
    pango_layout_get_pixel_size (self->note, &width, NULL);
  *x = note_x (self);
  if (self->is_rtl)
    *x += note_width (self) - width;
  else
    *x += width + BUTTON_GAP_PX;
  *y = note_y (self) + (MAX (note_height (self), VR_ROW_NOTE_PX) - VR_ROW_NOTE_PX) / 2;
}

const VrRowGeometry *
vr_row_content_peek_geometry (const VrRowContent *self)
{
  return &self->geometry;
}

PangoLayout *
vr_row_content_peek_layout (const VrRowContent *self, VrRowView view, int *x, int *y)
{
  VrSide side = view == VR_ROW_VIEW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW;

  if (self->is_reference || self->geometry.is_inline != (view == VR_ROW_VIEW_INLINE))
    return NULL;
  *x = self->geometry.text_x[side];
  *y = text_y (self);

  return self->layouts[side];
}

/* Around a tint, where it is too faint by itself; parts of a paragraph have no line between them.
 */
static void
append_outline (const VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette,
                const GskRoundedRect *outline, float top, float bottom)
{
  const GdkRGBA *color = &palette->kinds[self->kind];

  if (palette->has_outlines)
    gtk_snapshot_append_border (snapshot, outline, (float[]){ top, 1, bottom, 1 },
                                (GdkRGBA[]){ *color, *color, *color, *color });
}

/* What only one side has lies on a tint as wide as its column. */
static void
append_card (const VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette, int height)
{
  VrSide side = self->kind == VR_ROW_ADDED ? VR_SIDE_NEW : VR_SIDE_OLD;
  int top = self->is_first ? CARD_GAP_PX : 0;
  int bottom = self->is_last ? CARD_GAP_PX : 0;
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (self->geometry.text_x[side] - VR_ROW_MARGIN_PX, top,
                          self->geometry.text_width + 2 * VR_ROW_MARGIN_PX, height - top - bottom);
  graphene_size_t round = GRAPHENE_SIZE_INIT (CARD_RADIUS_PX, CARD_RADIUS_PX);
  graphene_size_t square = GRAPHENE_SIZE_INIT (0, 0);
  const graphene_size_t *above = self->is_first ? &round : &square;
  const graphene_size_t *below = self->is_last ? &round : &square;
  GskRoundedRect outline;

  gsk_rounded_rect_init (&outline, &bounds, above, above, below, below);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &palette->tints[self->kind], &bounds);
  gtk_snapshot_pop (snapshot);
  append_outline (self, snapshot, palette, &outline, self->is_first ? 1 : 0, self->is_last ? 1 : 0);
}

static void
append_sign (const VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette, int y)
{
  int size = self->geometry.sign_size;
  int x = self->geometry.gutter_x + (self->geometry.gutter_width - size) / 2;
  int top = y + (self->line_height - size) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, top, size, size);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle ink;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, size / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &palette->tints[self->kind], &bounds);
  gtk_snapshot_pop (snapshot);
  append_outline (self, snapshot, palette, &outline, 1, 1);

  layout = vr_row_layout_new_sign (self->context, self->sign);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (size - ink.width) / 2.0 - ink.x,
                                                          top + (size - ink.height) / 2.0 - ink.y));
  gtk_snapshot_append_layout (snapshot, layout, &palette->kinds[self->kind]);
  gtk_snapshot_restore (snapshot);
}

/* "!" on a disc at the lower corner of the row's sign, towards the text; drawn, as so small a
 * letter would blur. */
static void
append_critical (const VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette, int y)
{
  int sign = self->geometry.sign_size;
  int size = 2 * (int)(CRITICAL_SHARE * sign / 2);
  int bar = size / 7;
  int aside = self->is_rtl ? -sign : sign;
  int x = self->geometry.gutter_x + (self->geometry.gutter_width + aside - size) / 2;
  int top = y + (self->line_height + sign - size) / 2;
  int middle = x + (size - bar) / 2;
  graphene_rect_t rim = GRAPHENE_RECT_INIT (x - 1, top - 1, size + 2, size + 2);
  graphene_rect_t disc = GRAPHENE_RECT_INIT (x, top, size, size);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rim, size);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &palette->view, &rim);
  gtk_snapshot_pop (snapshot);
  gsk_rounded_rect_init_from_rect (&outline, &disc, size / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &palette->critical, &disc);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (
      snapshot, &palette->view,
      &GRAPHENE_RECT_INIT (middle, top + 3 * bar / 2, bar, size - 9 * bar / 2));
  gtk_snapshot_append_color (snapshot, &palette->view,
                             &GRAPHENE_RECT_INIT (middle, top + size - 5 * bar / 2, bar, bar));
}

/* A pin below the sign, or in its place where there is none: the reader said so. */
static void
append_pin (const VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette, int y)
{
  int sign = self->geometry.sign_size;
  float head_size = 2 * roundf ((float)(PIN_HEAD_SHARE * sign / 2));
  float needle_size = roundf ((float)(PIN_NEEDLE_SHARE * sign));
  float x = (float)self->geometry.gutter_x + (float)self->geometry.gutter_width / 2;
  float top = (float)y
              + (*self->sign != '\0' ? (float)(self->line_height + sign) / 2
                                     : (float)(self->line_height - sign) / 2 + head_size);
  graphene_rect_t head = GRAPHENE_RECT_INIT (x - head_size / 2, top, head_size, head_size);
  graphene_rect_t needle = GRAPHENE_RECT_INIT (x - 0.5f, top + head_size, 1, needle_size);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &head, head_size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &palette->text, &head);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_color (snapshot, &palette->text, &needle);
}

static void
append_note (const VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette)
{
  const GdkRGBA *color =
      self->is_fold || self->is_furniture ? &palette->dim : &palette->kinds[VR_ROW_MOVED];
  int x = note_x (self);
  int y = note_y (self) + (note_height (self) - layout_height (self->note)) / 2;

  /* The layout is narrower than the column by the button's room. */
  if (self->is_rtl)
    x += VR_ROW_NOTE_PX + BUTTON_GAP_PX;
  vr_row_layout_snapshot (self->note, NULL, palette, color, snapshot, x, y);
}

/* From behind the button to the end of the columns. */
static void
append_fold_line (const VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette,
                  int height)
{
  int from, to, button_x, button_y;

  vr_row_content_get_button (self, &button_x, &button_y);
  from = self->is_rtl ? note_x (self) : button_x + VR_ROW_NOTE_PX + BUTTON_GAP_PX;
  to = self->is_rtl ? button_x - BUTTON_GAP_PX
                    : note_x (self) + note_width (self) + BUTTON_GAP_PX + VR_ROW_NOTE_PX;
  if (to > from)
    gtk_snapshot_append_color (snapshot, &palette->kinds[VR_ROW_SAME],
                               &GRAPHENE_RECT_INIT (from, height / 2, to - from, 1));
}

void
vr_row_content_snapshot (VrRowContent *self, GtkSnapshot *snapshot, const VrPalette *palette,
                         int height)
{
  int y = text_y (self);

  if (self->is_fold)
    append_fold_line (self, snapshot, palette, height);
  if (self->kind == VR_ROW_ADDED || self->kind == VR_ROW_REMOVED)
    append_card (self, snapshot, palette, height - vr_row_remark_get_height (self->remark));
  if (self->remark != NULL)
    vr_row_remark_snapshot (self->remark, snapshot, palette,
                            vr_row_content_get_height (self) - VR_ROW_PAD_PX
                                - vr_row_remark_get_height (self->remark));
  if (self->note != NULL)
    append_note (self, snapshot, palette);
  if (self->is_first && *self->sign != '\0')
    append_sign (self, snapshot, palette, y);
  if (self->is_first && self->is_critical)
    append_critical (self, snapshot, palette, y);
  if (self->is_first && self->is_pinned)
    append_pin (self, snapshot, palette, y);

  for (guint side = 0; side < VR_N_SIDES; side++)
    if (self->layouts[side] != NULL)
      vr_row_layout_snapshot (
          self->layouts[side], self->texts[side] != NULL ? self->texts[side]->marks : NULL, palette,
          self->is_reference || self->is_furniture ? &palette->dim : &palette->text, snapshot,
          self->geometry.text_x[side], y);
}

const VrMark *
vr_row_content_find_mark (const VrRowContent *self, double x, double y)
{
  int top = (self->is_first ? VR_ROW_PAD_PX : 0) + (self->is_reference ? 0 : note_height (self));

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      int left = self->geometry.text_x[side];
      int index, trailing;

      if (self->texts[side] == NULL || self->layouts[side] == NULL
          || !pango_layout_xy_to_index (self->layouts[side], (int)((x - left) * PANGO_SCALE),
                                        (int)((y - top) * PANGO_SCALE), &index, &trailing))
        continue;
      for (guint i = 0; i < self->texts[side]->marks->len; i++)
        {
          const VrMark *mark = &g_array_index (self->texts[side]->marks, VrMark, i);

          if ((int)mark->from <= index && index < (int)mark->to)
            return mark;
        }
    }

  return NULL;
}

const VrRowText *
vr_row_content_peek_text (const VrRowContent *self, VrRowView view)
{
  return self->texts[view == VR_ROW_VIEW_OLD ? VR_SIDE_OLD : VR_SIDE_NEW];
}
