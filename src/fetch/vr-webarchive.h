/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web archives (WARC, ISO 28500:2017): the pages in one, each with when it was captured. */
#pragma once

#include "vr-error.h"

G_BEGIN_DECLS

/**
 * VrCapture:
 * @url: what was asked for
 * @date: when it was captured
 * @status: what the server answered
 * @content_type: (nullable): such as "text/html", in lower case
 * @charset: (nullable): what the server said that it is encoded in
 * @body: as the server had it: unpacked, but in its own encoding; of a page that stayed as it was,
 *   that of the capture before
 *
 * A page as it once was; all owned.
 */
typedef struct
{
  char *url;
  GDateTime *date;
  guint status;
  char *content_type;
  char *charset;
  GBytes *body;
} VrCapture;

void vr_capture_free (VrCapture *self);

/**
 * VrWebarchive:
 * @captures: (element-type VrCapture): answers of web servers, in the file's order; the bodies of
 *   what is no text are left out
 * @troubles: (element-type utf8): what could not be read, in sentences
 */
typedef struct
{
  GPtrArray *captures;
  GPtrArray *troubles;
} VrWebarchive;

void vr_webarchive_free (VrWebarchive *self);

/** vr_webarchive_is: whether @data, which may be cut, is the beginning of a web archive, packed
 * with gzip or not. */
gboolean vr_webarchive_is (const guint8 *data, gsize n_bytes);

/**
 * vr_webarchive_read:
 * @data: a whole web archive, WARC 1.0 or 1.1, each record or all of it packed with gzip, or none
 *
 * What is broken is told in @troubles, and reading goes on at the next record that can be found.
 * Stops with a trouble at 4 GB of pages.
 *
 * Returns: (transfer full): what is in it; %NULL when it was cancelled, with @error set
 */
VrWebarchive *vr_webarchive_read (const guint8 *data, gsize n_bytes, GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrCapture, vr_capture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrWebarchive, vr_webarchive_free)

G_END_DECLS
