/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents: what variorum-import-pdf.so has. */
#pragma once

#include "vr-import-format.h"

G_BEGIN_DECLS

/** vr_import_module_format: what vr_import_load() looks for. */
extern const VrImportFormat vr_import_module_format;

G_END_DECLS
