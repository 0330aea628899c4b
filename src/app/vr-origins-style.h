/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How prose with versions in its margin is set. */
#pragma once

#include "vr-history-blame.h"
#include "vr-reading-style.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * VrOriginsStyle: how paragraphs are set; belongs to the view.
 * @context: of the prose
 * @attributes: of the prose; @label_attributes: of the margin
 * @measure: the longest line, in pixels
 * @line_height: of the prose, in pixels
 * @letter_width: about, in pixels, for estimates
 * @margins: in pixels: the widest label in one line, and in two
 * @generation: another one whenever anything of this is another one
 */
typedef struct
{
  PangoContext *context;
  PangoAttrList *attributes;
  PangoAttrList *label_attributes;
  int measure;
  int line_height;
  int letter_width;
  int margins[2];
  guint generation;
} VrOriginsStyle;

/** vr_origins_style_set: reads the font of @context, which must outlive it. */
void vr_origins_style_set (VrOriginsStyle *self, PangoContext *context,
                           const VrReadingStyle *reading, const VrHistoryBlame *blame);
void vr_origins_style_clear (VrOriginsStyle *self);

G_END_DECLS
