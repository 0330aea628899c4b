/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page that is compared: fetched, so that the document holds it. */
#pragma once

#include "vr-document.h"

G_BEGIN_DECLS

/**
 * vr_page_fetch:
 * @side: whose source is a web page, see vr_source_is_page()
 * @progress: (nullable): told from the calling thread
 *
 * Fetches the page of one side.  The source is where it was found in the end, with its bytes and
 * what its server said of them.  Blocks; fails as vr_fetch() and vr_fetched_read() do.
 *
 * Returns: (transfer full): the same document, which holds the page; its overrides stay
 */
VrDocument *vr_page_fetch (const VrDocument *document, VrSide side, const VrProgress *progress,
                           GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_page_fetch_all:
 *
 * The same for each side that vr_document_wants_page().
 *
 * @failed: (out): the side that could not be fetched; as it was, where all could
 */
VrDocument *vr_page_fetch_all (const VrDocument *document, const VrProgress *progress,
                               GCancellable *cancellable, guint *failed,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
