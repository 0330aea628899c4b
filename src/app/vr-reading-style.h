/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reader wants the articles set: size, font, length and distance of lines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** VrFont: the desktop's own font, one with serifs, or a family of the reader's choice. */
typedef enum
{
  VR_FONT_SANS,
  VR_FONT_SERIF,
  VR_FONT_CUSTOM,
  VR_N_FONTS,
} VrFont;

/** VrLineSpacing: how far apart lines stand. */
typedef enum
{
  VR_LINE_SPACING_TIGHT,
  VR_LINE_SPACING_NORMAL,
  VR_LINE_SPACING_WIDE,
  VR_N_LINE_SPACINGS,
} VrLineSpacing;

#define VR_TEXT_SIZE_LEAST 50
#define VR_TEXT_SIZE_NORMAL 100
#define VR_TEXT_SIZE_MOST 300

#define VR_MEASURE_LEAST 40
#define VR_MEASURE_NORMAL 76
#define VR_MEASURE_MOST 120
/** VR_MEASURE_FULL: lines as long as the window has room for. */
#define VR_MEASURE_FULL 0

/**
 * VrReadingStyle:
 * @text_size: in percent of the desktop's, %VR_TEXT_SIZE_LEAST to %VR_TEXT_SIZE_MOST
 * @measure: letters a line, or %VR_MEASURE_FULL
 * @font: see there
 * @custom_font: (nullable): the family where @font is %VR_FONT_CUSTOM
 * @line_spacing: see there
 */
typedef struct
{
  int text_size;
  int measure;
  VrFont font;
  const char *custom_font;
  VrLineSpacing line_spacing;
} VrReadingStyle;

#define VR_READING_STYLE_INIT                                                                      \
  {                                                                                                \
    .text_size = VR_TEXT_SIZE_NORMAL, .measure = VR_MEASURE_NORMAL, .font = VR_FONT_SANS,          \
    .line_spacing = VR_LINE_SPACING_NORMAL                                                         \
  }

/**
 * vr_reading_style_dup_css:
 *
 * Returns: (transfer full) (nullable): a style sheet that gives a widget size and font; %NULL where
 *   they are what the window has anyway
 */
char *vr_reading_style_dup_css (const VrReadingStyle *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_reading_style_get_line_height: a line's height by that of the font. */
double vr_reading_style_get_line_height (const VrReadingStyle *self);

/** vr_reading_style_get_measure_px: the longest line in pixels, for a font of @font_px an em. */
int vr_reading_style_get_measure_px (const VrReadingStyle *self, double font_px);

/**
 * vr_text_size_step:
 * @text_size: in percent, any
 * @direction: above 0 for larger, below 0 for smaller, 0 for normal
 *
 * Returns: the next size on a ladder whose rungs are as far apart as the eye tells
 */
int vr_text_size_step (int text_size, int direction);

G_END_DECLS
