/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reader wants the articles set: size, font, length and distance of lines. */
#include "vr-reading-style.h"

#include <string.h>

/* Prose is read a little larger than labels are; style.css sets the same. */
#define PROSE_EM 1.08

/* A letter is about half an em wide, so that the 65 to 75 letters of a line that is read with ease
 * (Bringhurst, 2.1.2) are some 38 em; of Chinese or Japanese characters, an em each, as many as
 * their books have. */
#define EM_PER_LETTER 0.5

/* Wider than any window, yet far from where Pango's units end. */
#define FULL_PX 100000

static const int ladder[] = { 50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300 };

/* Prose is read with more space between lines than labels have: the middle one is about 1.5 em in
 * Cantarell. */
static const double line_heights[VR_N_LINE_SPACINGS] = {
  [VR_LINE_SPACING_TIGHT] = 1.0,
  [VR_LINE_SPACING_NORMAL] = 1.22,
  [VR_LINE_SPACING_WIDE] = 1.55,
};

/* A name is written between quotes; one with a quote in it is no font's. */
static char *
dup_family (const VrReadingStyle *self)
{
  const char *name = self->custom_font;

  if (self->font == VR_FONT_SERIF)
    return g_strdup ("serif");
  if (self->font != VR_FONT_CUSTOM || name == NULL || *name == '\0'
      || strpbrk (name, "\"\\\n") != NULL)
    return NULL;

  return g_strdup_printf ("\"%s\"", name);
}

char *
vr_reading_style_dup_css (const VrReadingStyle *self)
{
  g_autofree char *family = dup_family (self);
  GString *css;
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  if (family == NULL && self->text_size == VR_TEXT_SIZE_NORMAL)
    return NULL;

  css = g_string_new ("* {");
  g_ascii_formatd (size, sizeof size, "%.3f", PROSE_EM * self->text_size / 100);
  g_string_append_printf (css, " font-size: %sem;", size);
  if (family != NULL)
    g_string_append_printf (css, " font-family: %s;", family);
  g_string_append (css, " }");

  return g_string_free (css, FALSE);
}

double
vr_reading_style_get_line_height (const VrReadingStyle *self)
{
  return line_heights[self->line_spacing];
}

int
vr_reading_style_get_measure_px (const VrReadingStyle *self, double font_px)
{
  return self->measure == VR_MEASURE_FULL ? FULL_PX
                                          : (int)(self->measure * EM_PER_LETTER * font_px);
}

int
vr_text_size_step (int text_size, int direction)
{
  guint n = G_N_ELEMENTS (ladder);

  if (direction == 0)
    return VR_TEXT_SIZE_NORMAL;
  for (guint i = 0; i < n; i++)
    if (direction > 0 ? ladder[i] > text_size : ladder[n - 1 - i] < text_size)
      return direction > 0 ? ladder[i] : ladder[n - 1 - i];

  return direction > 0 ? VR_TEXT_SIZE_MOST : VR_TEXT_SIZE_LEAST;
}
