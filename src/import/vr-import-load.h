/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importers in a file of their own, loaded with the first source of their format. */
#pragma once

#include "vr-import-format.h"

G_BEGIN_DECLS

/** VR_IMPORT_MODULE_SYMBOL: the VrImportFormat that a module has. */
#define VR_IMPORT_MODULE_SYMBOL "vr_import_module_format"

/** vr_import_load: Returns: (nullable): what reads @name, from variorum-import-NAME.so, which stays
 * until the program ends; %NULL where that is not installed or lacks a library. */
const VrImportFormat *vr_import_load (const char *name);

G_END_DECLS
