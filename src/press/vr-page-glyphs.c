/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of glyphs drawn so that whoever searches a file finds the letters they stand for. */
#include "vr-page-glyphs.h"

#include <pango/pangocairo.h>

typedef struct
{
  const char *text; /* of the line */
  PangoGlyphItem *run;
  GArray *glyphs;   /* cairo_glyph_t, from left to right */
  GArray *clusters; /* cairo_text_cluster_t, in the text's order */
} Drawer;

/* Scripts whose glyphs stand in the order of their characters, as the marks of a letter do. */
static gboolean
is_in_order (const PangoItem *item)
{
  switch ((GUnicodeScript)item->analysis.script)
    {
    case G_UNICODE_SCRIPT_COMMON:
    case G_UNICODE_SCRIPT_INHERITED:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_THAI:
      return TRUE;
    default:
      return FALSE;
    }
}

/* A box with a number in it, which Pango draws. */
static gboolean
has_unknown (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if ((glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0
        && glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      return TRUE;

  return FALSE;
}

static void
add_glyphs (Drawer *self, double *x, double y)
{
  const PangoGlyphString *glyphs = self->run->glyphs;

  y -= pango_units_to_double (self->run->y_offset);
  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      cairo_glyph_t glyph = {
        .index = info->glyph,
        .x = *x + pango_units_to_double (self->run->start_x_offset + info->geometry.x_offset),
        .y = y + pango_units_to_double (info->geometry.y_offset),
      };

      if (info->glyph != PANGO_GLYPH_EMPTY)
        g_array_append_val (self->glyphs, glyph);
      *x += pango_units_to_double (info->geometry.width);
    }
}

static int
count_glyphs (const PangoGlyphItemIter *iter)
{
  const PangoGlyphString *glyphs = iter->glyph_item->glyphs;
  /* From right to left it counts down, and the end is below the last one. */
  gboolean is_turned = iter->start_glyph > iter->end_glyph;
  int from = is_turned ? iter->end_glyph + 1 : iter->start_glyph;
  int to = is_turned ? iter->start_glyph + 1 : iter->end_glyph;
  int n = 0;

  for (int i = from; i < to; i++)
    n += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;

  return n;
}

static void
add_cluster (Drawer *self, const PangoGlyphItemIter *iter)
{
  cairo_text_cluster_t cluster = { iter->end_index - iter->start_index, count_glyphs (iter) };
  const char *p = self->text + iter->start_index;
  const char *end = self->text + iter->end_index;

  if (cluster.num_glyphs < 2 || cluster.num_glyphs != iter->end_char - iter->start_char
      || !is_in_order (self->run->item))
    {
      g_array_append_val (self->clusters, cluster);
      return;
    }
  for (const char *next; p < end; p = next)
    {
      cairo_text_cluster_t part = { .num_glyphs = 1 };

      next = g_utf8_next_char (p);
      part.num_bytes = (int)(next - p);
      g_array_append_val (self->clusters, part);
    }
}

static void
add_clusters (Drawer *self)
{
  PangoGlyphItemIter iter;

  for (gboolean has = pango_glyph_item_iter_init_start (&iter, self->run, self->text); has;
       has = pango_glyph_item_iter_next_cluster (&iter))
    add_cluster (self, &iter);
}

/* Draws a run and moves @x behind it. */
static void
draw_run (Drawer *self, cairo_t *cr, double *x, double y)
{
  const PangoItem *item = self->run->item;
  cairo_scaled_font_t *font =
      pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (item->analysis.font));

  if (font == NULL || has_unknown (self->run->glyphs))
    {
      cairo_move_to (cr, *x, y);
      pango_cairo_show_glyph_item (cr, self->text, self->run);
      *x += pango_units_to_double (pango_glyph_string_get_width (self->run->glyphs));
      return;
    }
  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  add_glyphs (self, x, y);
  add_clusters (self);
  cairo_set_scaled_font (cr, font);
  cairo_show_text_glyphs (cr, self->text + item->offset, item->length,
                          (cairo_glyph_t *)(gpointer)self->glyphs->data, (int)self->glyphs->len,
                          (cairo_text_cluster_t *)(gpointer)self->clusters->data,
                          (int)self->clusters->len,
                          item->analysis.level % 2 != 0 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD
                                                        : (cairo_text_cluster_flags_t)0);
}

void
vr_page_glyphs_draw (PangoLayoutLine *line, const char *text, cairo_t *cr, double x, double y)
{
  Drawer self = { .text = text };

  self.glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self.clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      self.run = l->data;
      draw_run (&self, cr, &x, y);
    }
  g_array_unref (self.glyphs);
  g_array_unref (self.clusters);
}
