/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many files and pages in, a line of JSON each out, in their order. */
#pragma once

#include "vr-cli-fetch.h"
#include "vr-output.h"

G_BEGIN_DECLS

/**
 * vr_extract_batch:
 * @reading: how each is to be read
 * @fetch: how pages are fetched
 *
 * Reads paths and addresses from standard input, a line each, and writes each one's article, or
 * what is wrong with it.  As many are read at once as there are processors.
 *
 * Returns: %VR_STATUS_TROUBLE where anything was wrong
 */
VrStatus vr_extract_batch (const VrReading *reading, const VrCliFetch *fetch, VrOutput *output);

G_END_DECLS
