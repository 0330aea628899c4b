/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what a server gave is the article, or what stands in front of it. */
#pragma once

#include "vr-article-reading.h"
#include "vr-fetch.h"

G_BEGIN_DECLS

/** VrFetchVerdict: what a page is that came without trouble. */
typedef enum
{
  VR_FETCH_ARTICLE,
  VR_FETCH_PAYWALL, /* a few lines, and how to subscribe */
  VR_FETCH_CONSENT, /* a question about cookies in its place */
} VrFetchVerdict;

/**
 * vr_fetch_verdict:
 * @article: what was read of it
 *
 * A long text is an article, whatever else the page says.  Of a short one speak its words, in
 * several languages, schema.org's isAccessibleForFree, and the address where it ended up.
 */
VrFetchVerdict vr_fetch_verdict (const VrFetched *fetched, const VrArticle *article);

/**
 * vr_fetched_read:
 * @reading: how the reader wants it; address, encoding and format are added where the server told
 *   them and the reader did not
 *
 * Reads what was fetched.  Fails as vr_article_read_bytes() does, and with %VR_ERROR_WITHHELD where
 * vr_fetch_verdict() finds no article.
 *
 * Returns: (transfer full): the article
 */
VrArticle *vr_fetched_read (const VrFetched *self, const VrReading *reading,
                            GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_fetched_get_encoding: (nullable): in which encoding the bytes are to be read again, where the
 * server alone told it; borrowed from @article, which vr_fetched_read() made. */
const char *vr_fetched_get_encoding (const VrArticle *article);

G_END_DECLS
