/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of kinds and marks, as the style sheet defines them: the only place that asks it. */
#pragma once

#include "vr-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrQuietShow: how much is seen of a class of quiet differences. */
typedef enum
{
  VR_QUIET_SHOWN,
  VR_QUIET_FAINT,
  VR_QUIET_HIDDEN,
  VR_N_QUIET_SHOWS,
} VrQuietShow;

/**
 * VrPalette:
 * @text, @dim: of the prose, and of what is said about it
 * @view: what the text stands on
 * @selection: what lies behind selected text
 * @age: what lies behind the newest sentences; fainter behind older ones
 * @kinds: sign, strip and lines of a kind; @tints: what lies behind text of that kind
 * @marks, @mark_tints: the same for marked words, by VrPieceOp
 * @critical: the sign of critical changes and the line around their words
 * @has_outlines: whether tints are too faint by themselves and have a line around them, in the
 *   colour of the kind or mark; in high contrast
 * @quiet_shows: by bit of VrQuiet; set by the page, not by the style sheet
 * @found, @found_tint: around and behind what was found; @found_current and its tint: the match
 *   stood on
 */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;
  GdkRGBA view;
  GdkRGBA selection;
  GdkRGBA age;
  GdkRGBA kinds[VR_N_ROW_KINDS];
  GdkRGBA tints[VR_N_ROW_KINDS];
  GdkRGBA marks[VR_PIECE_QUIET + 1];
  GdkRGBA mark_tints[VR_PIECE_QUIET + 1];
  GdkRGBA critical;
  gboolean has_outlines;

  VrQuietShow quiet_shows[VR_N_QUIET];
  GdkRGBA found;
  GdkRGBA found_tint;
  GdkRGBA found_current;
  GdkRGBA found_current_tint;

  gint64 frame; /* private: when it was read */
} VrPalette;

/**
 * vr_palette_read:
 * @widget: whose style defines the colours
 *
 * Reads the colours at most once a frame, so that a change of scheme shows at once and a list of
 * rows asks only once.
 */
void vr_palette_read (VrPalette *self, GtkWidget *widget);

G_END_DECLS
