/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of pdf: see fuzz-import.h. */
#include "fuzz-import.h"

#include "vr-import-pdf.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  static gsize is_warm;

  if (g_once_init_enter (&is_warm))
    {
      vr_import_module_format.warm_up ();
      g_once_init_leave (&is_warm, 1);
    }
  return fuzz_import (vr_import_module_format.import, data, n_bytes);
}
