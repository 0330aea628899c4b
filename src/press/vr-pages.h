/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as pages: one drawing for files and for printers. */
#pragma once

#include "vr-report-history.h"
#include "vr-report.h"

#include <cairo.h>

G_BEGIN_DECLS

/** VrPages: may be made in one thread and drawn in another, but not by two at once. */
typedef struct _VrPages VrPages;

/** VR_PAGES_MARGIN: what stays free at every edge of a page, in points: 15 mm, more than printers
 * leave out. */
#define VR_PAGES_MARGIN 42.5

/**
 * vr_pages_new:
 * @options: copied; its info is borrowed until vr_pages_free(), its progress and row until this
 *   returns
 * @width_pt, @height_pt: of a page, as it is read, in points
 *
 * Lays out all pages, which takes the most of the time; polls the options' cancellable and tells
 * its progress.
 *
 * Returns: (transfer full) (nullable): the pages, one at least; %NULL when cancelled
 */
VrPages *vr_pages_new (const VrComparison *comparison, const VrReportOptions *options,
                       double width_pt, double height_pt) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_pages_new_picture:
 * @width_pt: of the picture
 * @max_height_pt: and how high it may get; what does not fit is left out, which its end says
 *
 * The same for one page that is as high as what it shows, without a header and a number.
 */
VrPages *vr_pages_new_picture (const VrComparison *comparison, const VrReportOptions *options,
                               double width_pt, double max_height_pt) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_pages_new_history:
 * @history: borrowed until vr_pages_free()
 * @progress, @cancellable: (nullable)
 *
 * The same for all versions of an article: the timeline, then a section a version.
 */
VrPages *vr_pages_new_history (const VrReportHistory *history, const VrProgress *progress,
                               GCancellable *cancellable, double width_pt,
                               double height_pt) G_GNUC_WARN_UNUSED_RESULT;
void vr_pages_free (VrPages *self);

guint vr_pages_get_n (const VrPages *self);

/** vr_pages_get_height: of a page, or of the picture, in points. */
double vr_pages_get_height (const VrPages *self);

/** vr_pages_draw: draws page @page, from 0, whose left upper corner is the origin, in points. */
void vr_pages_draw (VrPages *self, guint page, cairo_t *cr);

/**
 * VrPageMarker:
 * @row: a row that counts as a change; of a history a step, from 0
 * @page: from 0, where it begins
 * @y: in points from the page's upper edge
 */
typedef struct
{
  guint32 row;
  guint32 page;
  float y;
} VrPageMarker;

/** vr_pages_peek_markers: (element-type VrPageMarker): where changes begin, or versions, rising;
 * borrowed. */
const GArray *vr_pages_peek_markers (const VrPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPages, vr_pages_free)

G_END_DECLS
