/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of odt: see fuzz-import-zip.h. */
#include "fuzz-import-zip.h"

static const Part parts[] = {
  { "content.xml", NULL },
  { "styles.xml", NULL },
  { "meta.xml", NULL },
  { NULL },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  return fuzz_part (vr_import_odt, parts, data, n_bytes);
}
