/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of a document that cannot be read. */
#pragma once

#include "vr-import-format.h"

G_BEGIN_DECLS

/** vr_import_fail_damaged: %VR_ERROR_INVALID: something in it is not there, or not as it must be.
 * Returns: %FALSE, as the others do */
gboolean vr_import_fail_damaged (const VrImportSource *source, GError **error);

/** vr_import_fail_locked: %VR_ERROR_INVALID: it needs a password. */
gboolean vr_import_fail_locked (const VrImportSource *source, GError **error);

/** vr_import_fail_huge: %VR_ERROR_TOO_LARGE: what is packed in it is too much. */
gboolean vr_import_fail_huge (const VrImportSource *source, GError **error);

G_END_DECLS
