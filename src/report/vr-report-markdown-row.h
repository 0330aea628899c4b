/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a row in Markdown; private to this layer. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/* Both texts in one, ~~removed~~ and **added**, in a block for each paragraph. */
void vr_markdown_put_row (VrOutput *output, const VrComparison *comparison, guint row);

G_END_DECLS
