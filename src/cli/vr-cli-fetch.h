/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages that a command line names. */
#pragma once

#include "vr-cli.h"
#include "vr-fetch-verdict.h"

G_BEGIN_DECLS

/**
 * VrCliFetch: what the options say of fetching; all zeros at first
 * @timeout: as given: how many seconds a page may take
 * @is_silent: tells nobody how far it is: there are others beside it
 * @status: (out): what the server answered last, 0 for nothing
 */
typedef struct
{
  char *timeout;
  gboolean is_silent;
  guint status;
} VrCliFetch;

/** vr_cli_fetch_option: --timeout. */
GOptionEntry vr_cli_fetch_option (VrCliFetch *self);

/** vr_cli_fetch_check: whether what the options say makes sense, which vr_cli_fetch() checks too.
 */
gboolean vr_cli_fetch_check (const VrCliFetch *self, GError **error);

/** vr_cli_fetch: vr_fetch() with a line that tells how far it is. */
VrFetched *vr_cli_fetch (VrCliFetch *self, const char *url,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_fetch_article: the same, and read as vr_fetched_read() does.  @fetched: (out) (transfer
 * full) (optional) */
VrArticle *vr_cli_fetch_article (VrCliFetch *self, const char *url, const VrReading *reading,
                                 VrFetched **fetched, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void vr_cli_fetch_clear (VrCliFetch *self);

G_END_DECLS
