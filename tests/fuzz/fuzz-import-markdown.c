/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of markdown: see fuzz-import.h. */
#include "fuzz-import.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  return fuzz_import (vr_import_markdown, data, n_bytes);
}
