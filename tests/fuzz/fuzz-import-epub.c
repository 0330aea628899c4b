/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of epub: see fuzz-import-zip.h. */
#include "fuzz-import-zip.h"

static const Part parts[] = {
  { "META-INF/container.xml", "<c><rootfile full-path=\"b.opf\"/></c>" },
  { "b.opf", "<p><item id=\"a\" href=\"a.xhtml\"/><itemref idref=\"a\"/></p>" },
  { "a.xhtml", NULL },
  { NULL },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  return fuzz_part (vr_import_epub, parts, data, n_bytes);
}
