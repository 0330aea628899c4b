/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two files of the strip share. */
#pragma once

#include "vr-finder.h"
#include "vr-overview-strip.h"

G_BEGIN_DECLS

/* Above and below the columns, and how wide they are. */
#define VR_OVERVIEW_EDGE_PX 6
#define VR_OVERVIEW_WIDE_COLUMN_PX 14
#define VR_OVERVIEW_THIN_COLUMN_PX 5

struct _VrOverviewStrip
{
  GtkWidget parent_instance;

  VrRowHeights *heights;
  VrPalette *palette;
  VrFinder *finder;
  gboolean is_thin;

  float *shares[VR_N_SIDES]; /* by pixel: how much of it differs, 1 unless rows are lower than it */
  guint8 *lanes[VR_N_SIDES]; /* by pixel from the top: the kind that stands there, or EMPTY */
  guint8 *ticks;             /* by pixel: whether something was found there */
  int n_pixels;
  gint64 total_px; /* of the list */
  double scale;
  gboolean is_dirty;

  guint view_position;
  int view_hidden_px;
  int view_visible_px;
  guint pointed; /* a move under the pointer, or VR_PAIR_NONE */
  guint pointed_partner;
  double grip; /* where in the frame the pointer holds it, in pixels */
};

/** The position at @y of the strip, @fraction, 0 to 1, into it; VR_PAIR_NONE for none. */
guint vr_overview_strip_find_at (VrOverviewStrip *self, double y, double *fraction);

/** Follows the pointer, so that a move under it is shown. */
void vr_overview_strip_watch_pointer (VrOverviewStrip *self);

/** The line of the move under the pointer, if there is one. */
void vr_overview_strip_append_move (VrOverviewStrip *self, GtkSnapshot *snapshot);

G_END_DECLS
