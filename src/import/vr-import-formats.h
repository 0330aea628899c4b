/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importers, one a file; which of them are here depends on the libraries that were found. */
#pragma once

#include "vr-import-format.h"

G_BEGIN_DECLS

/** vr_import_html, vr_import_docx and so on: as VrImportFunc says. */
gboolean vr_import_html (const VrImportSource *source, VrImportedBuilder *builder, GError **error);
gboolean vr_import_docx (const VrImportSource *source, VrImportedBuilder *builder, GError **error);
gboolean vr_import_odt (const VrImportSource *source, VrImportedBuilder *builder, GError **error);
gboolean vr_import_epub (const VrImportSource *source, VrImportedBuilder *builder, GError **error);
gboolean vr_import_markdown (const VrImportSource *source, VrImportedBuilder *builder,
                             GError **error);

G_END_DECLS
