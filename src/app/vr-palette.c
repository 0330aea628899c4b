/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of kinds and marks, as the style sheet defines them: the only place that asks it. */
#include "vr-palette.h"

static const char *const kind_names[VR_N_ROW_KINDS] = {
  [VR_ROW_SAME] = "same",          [VR_ROW_EDITED] = "edited", [VR_ROW_MOVED] = "moved",
  [VR_ROW_MOVED_EDITED] = "moved", [VR_ROW_SPLIT] = "parted",  [VR_ROW_MERGED] = "parted",
  [VR_ROW_RECAST] = "recast",      [VR_ROW_ADDED] = "added",   [VR_ROW_REMOVED] = "removed",
};

static const char *const mark_names[] = {
  [VR_PIECE_EQUAL] = "same",
  [VR_PIECE_DELETE] = "removed",
  [VR_PIECE_INSERT] = "added",
  [VR_PIECE_QUIET] = "quiet",
};

static void
look_up (GtkStyleContext *context, const char *name, const char *suffix, GdkRGBA *color)
{
  char full_name[64];

  g_snprintf (full_name, sizeof full_name, "vr_%s_%s", name, suffix);
  if (!gtk_style_context_lookup_color (context, full_name, color))
    gtk_style_context_get_color (context, color);
}

void
vr_palette_read (VrPalette *self, GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  /* Counters start at 0; a palette that was never read must be read then too. */
  GdkRGBA outlines;
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) + 1 : 0;

  if (frame != 0 && frame == self->frame)
    return;
  self->frame = frame;

  gtk_style_context_get_color (context, &self->text);
  self->dim = self->text;
  self->dim.alpha *= 0.75; /* still 4.5:1 on the view in both schemes */
  if (!gtk_style_context_lookup_color (context, "view_bg_color", &self->view))
    self->view = (GdkRGBA){ 1, 1, 1, 1 };
  look_up (context, "critical", "color", &self->critical);
  look_up (context, "outlines", "color", &outlines);
  self->has_outlines = outlines.alpha > 0;
  look_up (context, "found", "color", &self->found);
  look_up (context, "found", "tint", &self->found_tint);
  look_up (context, "found_current", "color", &self->found_current);
  look_up (context, "found_current", "tint", &self->found_current_tint);
  look_up (context, "selection", "color", &self->selection);
  look_up (context, "age", "tint", &self->age);
  for (guint i = 0; i < VR_N_ROW_KINDS; i++)
    {
      look_up (context, kind_names[i], "color", &self->kinds[i]);
      look_up (context, kind_names[i], "tint", &self->tints[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (mark_names); i++)
    {
      look_up (context, mark_names[i], "color", &self->marks[i]);
      look_up (context, mark_names[i], "word_tint", &self->mark_tints[i]);
    }
}
