/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many files in, a line of JSON each out, in their order. */
#pragma once

#include "vr-article-reading.h"
#include "vr-cli.h"
#include "vr-output.h"

G_BEGIN_DECLS

/**
 * vr_extract_batch:
 * @reading: how each is to be read
 *
 * Reads paths from standard input, a line each, and writes each one's article, or what is wrong
 * with it.  As many are read at once as there are processors.
 *
 * Returns: %VR_STATUS_TROUBLE where anything was wrong
 */
VrStatus vr_extract_batch (const VrReading *reading, VrOutput *output);

G_END_DECLS
