/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the program variorum-import to read a web page or a document. */
#pragma once

#include "vr-import-protocol.h"
#include "vr-imported.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * vr_importer_read:
 * @request: what is to be read, and what it is
 * @is_missing: (out): whether the program was built without that format: then there is no error
 *
 * May be called from any thread: each that asks at the same time has a program of its own, which
 * stays for what comes next.  Fails with one sentence: with %VR_ERROR_NOT_FOUND where the program
 * is not installed, %VR_ERROR_INVALID for a broken document and for a program that was stopped,
 * %VR_ERROR_TOO_LARGE for one that needs more than it may, what the format's importer says, and in
 * %G_IO_ERROR_CANCELLED, at once.
 *
 * Returns: (transfer full) (nullable): what was found
 */
VrImported *vr_importer_read (const VrImportRequest *request, gboolean *is_missing,
                              GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
