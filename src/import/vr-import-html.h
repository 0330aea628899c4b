/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages. */
#pragma once

#include "vr-import-format.h"

G_BEGIN_DECLS

/** vr_import_html: a VrImportFunc.  Every visible text of the page becomes paragraphs with roles,
 * links and emphasis as spans; facts come from all that the page says of itself.  Fails with
 * %VR_ERROR_NOT_TEXT and %VR_ERROR_ENCODING, too. */
gboolean vr_import_html (const VrImportSource *source, VrImportedBuilder *builder, GError **error);

G_END_DECLS
