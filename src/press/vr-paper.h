/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper that people have where the reader lives. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_paper_get_size: of the locale's paper, upright, in points: A4, or US letter. */
void vr_paper_get_size (double *width_pt, double *height_pt);

/** vr_paper_use_locale: asks for it as the environment says; for programs that do not ask for
 * everything. */
void vr_paper_use_locale (void);

/** vr_paper_get_name: Returns: what that size is called; static */
const char *vr_paper_get_name (void);

G_END_DECLS
