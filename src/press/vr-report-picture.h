/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as one picture: PNG, SVG. */
#pragma once

#include "vr-pages.h"
#include "vr-report.h"

G_BEGIN_DECLS

/** VR_PICTURE_MAX_HEIGHT: points; about fourteen pages.  What does not fit is left out, which the
 * picture's end says. */
#define VR_PICTURE_MAX_HEIGHT 8000

/** VR_PICTURE_SCALE: dots a point, in PNG: 16,000 at most, which every viewer can show. */
#define VR_PICTURE_SCALE 2

/**
 * vr_report_picture_lay_out:
 * @width_pt: (out): how wide it is, in points
 *
 * Returns: (transfer full) (nullable): the picture as one page; %NULL when cancelled
 */
VrPages *vr_report_picture_lay_out (const VrComparison *comparison, const VrReportOptions *options,
                                    double *width_pt) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_png_write: a VrReportFunc; alternative text is in chunks iTXt: Title, Description. */
void vr_report_png_write (const VrComparison *comparison, const VrReportOptions *options,
                          VrOutput *output);

/** vr_report_svg_write: a VrReportFunc; alternative text is in elements: title, desc. */
void vr_report_svg_write (const VrComparison *comparison, const VrReportOptions *options,
                          VrOutput *output);

G_END_DECLS
