/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the elements of a page are called by their tags, classes, ids and roles. */
#pragma once

#include "vr-extract-words.h"
#include "vr-html-node.h"

G_BEGIN_DECLS

/** vr_extract_mark_nodes: Returns: (transfer full): of each node of @page the bits of its own
 * marks. */
guint32 *vr_extract_mark_nodes (const VrHtmlPage *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
