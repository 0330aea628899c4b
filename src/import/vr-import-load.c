/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importers in a file of their own, loaded with the first source of their format. */
#include "vr-import-load.h"

#include "config.h"

#include "vr-program.h"

#include <dlfcn.h>

const VrImportFormat *
vr_import_load (const char *name)
{
  g_autofree char *file = g_strdup_printf ("variorum-import-%s.so", name);
  g_autofree char *path = vr_program_find_module (file, VR_LIBEXECDIR);
  void *module = path != NULL ? dlopen (path, RTLD_LAZY | RTLD_LOCAL) : NULL;

  return module != NULL ? dlsym (module, VR_IMPORT_MODULE_SYMBOL) : NULL;
}
