/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted on a row, below its texts. */
#include "vr-row-remark.h"

#include "vr-row-layout.h"

/* Notes are read in passing; the whole of a long one is in the editor. */
#define MOST_LINES 8

/* The card above it reaches into the room below its text, but for the gap between any two cards. */
#define GAP_PX (VR_ROW_PAD_PX + 2)
#define PAD_PX 6
#define RADIUS_PX 6
#define TINT_OPACITY 0.12f

/* A sheet with writing on it, as large as a letter of the note. */
#define SHEET_PX 14
#define SHEET_ROOM_PX (SHEET_PX + 8)
#define N_SHEET_LINES 3

struct _VrRowRemark
{
  PangoLayout *layout;
  int x;
  int width;
  gboolean is_rtl;
};

/* A limit of lines holds for one paragraph, so line ends become breaks inside one. */
static char *
dup_joined (const char *text)
{
  GString *joined = g_string_new (text);

  g_string_replace (joined, "\r\n", "\n", 0);
  g_strdelimit (joined->str, "\r", '\n');
  g_string_replace (joined, "\n", "\xe2\x80\xa8", 0);

  return g_string_free (joined, FALSE);
}

VrRowRemark *
vr_row_remark_new (const VrPairPlan *plan, guint position, const VrRowStyle *style)
{
  const VrRowGeometry *geometry = &style->geometry;
  const VrRowNote *note =
      vr_pair_plan_is_last (plan, position) ? vr_pair_plan_find_note (plan, position) : NULL;
  g_autofree char *text = NULL;
  VrRowRemark *self;

  if (note == NULL)
    return NULL;
  self = g_new0 (VrRowRemark, 1);
  self->is_rtl = pango_context_get_base_dir (style->context) == PANGO_DIRECTION_RTL;
  self->x = MIN (geometry->text_x[VR_SIDE_OLD], geometry->text_x[VR_SIDE_NEW]) - VR_ROW_MARGIN_PX;
  self->width = ABS (geometry->text_x[VR_SIDE_NEW] - geometry->text_x[VR_SIDE_OLD])
                + geometry->text_width + 2 * VR_ROW_MARGIN_PX;
  self->layout = vr_row_layout_new (style->context, style->note_attributes);
  text = dup_joined (note->text);
  vr_row_layout_set_excerpt (self->layout, text, self->width - 2 * VR_ROW_MARGIN_PX - SHEET_ROOM_PX,
                             MOST_LINES);

  return self;
}

void
vr_row_remark_free (VrRowRemark *self)
{
  g_object_unref (self->layout);
  g_free (self);
}

static int
get_card_height (const VrRowRemark *self)
{
  int height;

  pango_layout_get_pixel_size (self->layout, NULL, &height);

  return MAX (height, SHEET_PX) + 2 * PAD_PX;
}

int
vr_row_remark_get_height (const VrRowRemark *self)
{
  return self != NULL ? GAP_PX + get_card_height (self) : 0;
}

/* Drawn, so that its lines stand on whole pixels. */
static void
append_sheet (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int y)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x + 1, y, SHEET_PX - 2, SHEET_PX);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 1, 1, 1, 1 },
                              (GdkRGBA[]){ *color, *color, *color, *color });
  for (int i = 0; i < N_SHEET_LINES; i++)
    gtk_snapshot_append_color (
        snapshot, color,
        &GRAPHENE_RECT_INIT (x + 4, y + 3 * (i + 1), SHEET_PX - 8 - (i == 2 ? 2 : 0), 1));
}

void
vr_row_remark_snapshot (const VrRowRemark *self, GtkSnapshot *snapshot, const VrPalette *palette,
                        int y)
{
  int top = y + GAP_PX;
  int text_x = self->x + VR_ROW_MARGIN_PX + (self->is_rtl ? 0 : SHEET_ROOM_PX);
  int sheet_x = self->is_rtl ? self->x + self->width - VR_ROW_MARGIN_PX - SHEET_PX
                             : self->x + VR_ROW_MARGIN_PX;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (self->x, top, self->width, get_card_height (self));
  GdkRGBA tint = palette->text;
  GskRoundedRect outline;

  tint.alpha *= TINT_OPACITY;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &tint, &bounds);
  gtk_snapshot_pop (snapshot);
  if (palette->has_outlines)
    gtk_snapshot_append_border (
        snapshot, &outline, (float[]){ 1, 1, 1, 1 },
        (GdkRGBA[]){ palette->text, palette->text, palette->text, palette->text });
  append_sheet (snapshot, &palette->text, sheet_x, top + PAD_PX + 1);
  vr_row_layout_snapshot (self->layout, NULL, palette, &palette->text, snapshot, text_x,
                          top + PAD_PX);
}
