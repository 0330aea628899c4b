/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Colours and shapes of a page: those of the window's light scheme, opaque, as printers want. */
#include "vr-page-ink.h"

#include <math.h>

/* In points; the shapes are the window's. */
#define STROKE 0.9
#define CRITICAL_STROKE 1.8
#define OUTSET 0.6
#define RADIUS 1.6
#define DOT 0.9
#define DOT_STEP 2.2
#define WAVE 4.0

/* As src/app/style.css has them; a tint is so much of its colour on white. */
typedef struct
{
  guint32 color;
  guint32 tint;
  double share;
} Look;

static const Look kinds[VR_N_ROW_KINDS] = {
  [VR_ROW_SAME] = { 0x000000, 0xffffff, 0 },
  [VR_ROW_EDITED] = { 0x1a5fb4, 0x3584e4, 0.08 },
  [VR_ROW_MOVED] = { 0x7a3594, 0x9141ac, 0.10 },
  [VR_ROW_MOVED_EDITED] = { 0x7a3594, 0x9141ac, 0.10 },
  [VR_ROW_SPLIT] = { 0x0b6a78, 0x1496aa, 0.10 },
  [VR_ROW_MERGED] = { 0x0b6a78, 0x1496aa, 0.10 },
  [VR_ROW_RECAST] = { 0xa04000, 0xe66100, 0.10 },
  [VR_ROW_ADDED] = { 0x187045, 0x2ec27e, 0.15 },
  [VR_ROW_REMOVED] = { 0xb3152a, 0xe01b24, 0.09 },
};

static const Look marks[] = {
  [VR_PIECE_EQUAL] = { 0x000000, 0xffffff, 0 },
  [VR_PIECE_DELETE] = { 0xb3152a, 0xe01b24, 0.19 },
  [VR_PIECE_INSERT] = { 0x187045, 0x2ec27e, 0.32 },
  [VR_PIECE_QUIET] = { 0x555555, 0xffffff, 0 },
};

static const Look moved_sentence = { 0x7a3594, 0x9141ac, 0.20 };

static VrInk
get_ink (guint32 rgb, double share)
{
  double white = 1 - share;

  return (VrInk){ white + share * ((rgb >> 16) & 0xff) / 255.0,
                  white + share * ((rgb >> 8) & 0xff) / 255.0,
                  white + share * (rgb & 0xff) / 255.0 };
}

VrInk
vr_ink_of_kind (VrRowKind kind)
{
  return get_ink (kinds[kind].color, 1);
}

VrInk
vr_ink_of_tint (VrRowKind kind)
{
  return get_ink (kinds[kind].tint, kinds[kind].share);
}

void
vr_ink_use (VrInk ink, cairo_t *cr)
{
  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
}

gboolean
vr_page_mark_is_plain (VrPageMark mark)
{
  return mark.op == VR_PIECE_EQUAL && !mark.is_moved;
}

static const Look *
get_look (VrPageMark mark)
{
  return mark.is_moved ? &moved_sentence : &marks[mark.op];
}

static void
trace_box (const VrPageWords *words, double outset, cairo_t *cr)
{
  double left = words->x - outset, right = words->x + words->width + outset;
  double top = words->baseline - words->ascent - outset;
  double bottom = words->baseline + words->descent + outset;
  double radius = MIN (RADIUS, (right - left) / 2);

  cairo_new_path (cr);
  cairo_arc (cr, right - radius, top + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, left + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

void
vr_page_mark_draw_behind (VrPageMark mark, const VrPageWords *words, cairo_t *cr)
{
  const Look *look = get_look (mark);

  if (look->share > 0)
    {
      trace_box (words, 0, cr);
      vr_ink_use (get_ink (look->tint, look->share), cr);
      cairo_fill (cr);
    }
  if (mark.is_critical)
    {
      trace_box (words, OUTSET, cr);
      vr_ink_use (VR_INK_CRITICAL, cr);
      cairo_set_line_width (cr, STROKE);
      cairo_stroke (cr);
    }
}

static void
draw_line (const VrPageWords *words, double y, double width, cairo_t *cr)
{
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, words->x, y);
  cairo_line_to (cr, words->x + words->width, y);
  cairo_stroke (cr);
}

static void
draw_dots (const VrPageWords *words, cairo_t *cr)
{
  /* White space that differs may have no width at all. */
  double end = words->x + MAX (words->width, DOT);

  for (double x = words->x; x < end; x += DOT_STEP)
    cairo_rectangle (cr, x, words->baseline + 1.6, MIN (DOT, end - x), DOT);
  cairo_fill (cr);
}

static void
draw_wave (const VrPageWords *words, cairo_t *cr)
{
  double end = words->x + words->width;
  double y = words->baseline + 2;

  cairo_set_line_width (cr, STROKE);
  cairo_move_to (cr, words->x, y);
  for (double x = words->x; x < end; x += WAVE)
    cairo_curve_to (cr, x + WAVE / 3, y - 1.6, x + WAVE * 2 / 3, y + 1.6, x + WAVE, y);
  cairo_stroke (cr);
}

static void
draw_moved (VrPageMark mark, const VrPageWords *words, cairo_t *cr)
{
  if (mark.op == VR_PIECE_DELETE)
    {
      draw_wave (words, cr);
      return;
    }
  draw_line (words, words->baseline + 1.4, STROKE / 2, cr);
  draw_line (words, words->baseline + 2.8, STROKE / 2, cr);
}

void
vr_page_mark_draw_over (VrPageMark mark, const VrPageWords *words, cairo_t *cr)
{
  if (vr_page_mark_is_plain (mark))
    return;
  vr_ink_use (get_ink (get_look (mark)->color, 1), cr);
  if (mark.op == VR_PIECE_QUIET)
    draw_dots (words, cr);
  else if (mark.is_moved)
    draw_moved (mark, words, cr);
  else if (mark.op == VR_PIECE_DELETE)
    draw_line (words, words->baseline - words->ascent * 0.3, STROKE, cr);
  else
    draw_line (words, words->baseline + 1.6, mark.is_critical ? CRITICAL_STROKE : STROKE, cr);
}
