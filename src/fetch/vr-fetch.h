/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page, fetched from where the reader said: that one address and where it redirects to. */
#pragma once

#include "vr-error.h"
#include "vr-progress.h"

G_BEGIN_DECLS

/**
 * VrFetchOptions:
 * @max_bytes: of the page, packed or unpacked; 0 for %VR_FETCH_MAX_BYTES
 * @connect_s: until a server is reached, in seconds; 0 for 15
 * @idle_s: without a byte, in seconds; 0 for 30
 * @whole_s: for all of it, in seconds; 0 for 120
 * @status: (out) (nullable): the last answer's status, such as 200; 0 where there was none
 *
 * What a reader is willing to wait for; all zero is the usual way.
 */
typedef struct
{
  guint64 max_bytes;
  guint connect_s;
  guint idle_s;
  guint whole_s;
  guint *status;
} VrFetchOptions;

/** VR_FETCH_MAX_BYTES: as large as an article's file may be. */
#define VR_FETCH_MAX_BYTES (64 * 1024 * 1024)

/**
 * VrFetched:
 * @bytes: as the server had them: unpacked, but in their own encoding
 * @url: where they were in the end, without a name, a password and a fragment
 * @content_type: (nullable): such as "text/html", in lower case
 * @charset: (nullable): what the server said that they are encoded in
 * @status: 200 or another that says that all is well
 * @modified: (nullable): when the server said that the page was changed, in ISO 8601
 * @date: (nullable): when the server answered, in ISO 8601
 *
 * What was fetched; all owned.
 */
typedef struct
{
  GBytes *bytes;
  char *url;
  char *content_type;
  char *charset;
  guint status;
  char *modified;
  char *date;
} VrFetched;

void vr_fetched_free (VrFetched *self);

/** vr_fetch_is_url: whether @word is an address that vr_fetch() takes: http or https. */
gboolean vr_fetch_is_url (const char *word);

/**
 * vr_fetch:
 * @url: http or https
 * @options: (nullable)
 * @progress: (nullable): told from the calling thread
 *
 * Fetches a page, following up to ten redirects.  Sends no cookie, password or referrer, keeps
 * nothing, and says truly what it is.  May be called from any thread, which it blocks; a stopped
 * one fails in %G_IO_ERROR_CANCELLED at once.
 *
 * Fails with one sentence: with %VR_ERROR_INVALID for what is no such address or answer,
 * %VR_ERROR_GONE where the server says that there is no such page (404, 410), %VR_ERROR_WITHHELD
 * where it gives it to others only (401, 402, 403, 451), %VR_ERROR_TOO_LARGE, %VR_ERROR_NOT_FOUND
 * where the module that fetches is not installed, and in %G_IO_ERROR: %G_IO_ERROR_TIMED_OUT,
 * %G_IO_ERROR_BUSY (429, 503), %G_IO_ERROR_HOST_NOT_FOUND, %G_IO_ERROR_CONNECTION_REFUSED and
 * others.
 *
 * Returns: (transfer full): what was fetched
 */
VrFetched *vr_fetch (const char *url, const VrFetchOptions *options, const VrProgress *progress,
                     GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** VrFetchFunc: what the module has: vr_fetch() without the loading. */
typedef VrFetched *(*VrFetchFunc) (const char *url, const VrFetchOptions *options,
                                   const VrProgress *progress, GCancellable *cancellable,
                                   GError **error);

/** vr_fetch_with_soup: that of the module, a VrFetchFunc. */
VrFetched *vr_fetch_with_soup (const char *url, const VrFetchOptions *options,
                               const VrProgress *progress, GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrFetched, vr_fetched_free)

G_END_DECLS
