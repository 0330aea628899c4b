/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of epub: see fuzz-import.h. */
#include "fuzz-import.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  return fuzz_import (vr_import_epub, data, n_bytes);
}
