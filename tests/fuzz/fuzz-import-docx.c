/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importer of docx: see fuzz-import-zip.h. */
#include "fuzz-import-zip.h"

static const Part parts[] = {
  { "word/document.xml", NULL },
  { "word/footnotes.xml", NULL },
  { "word/_rels/document.xml.rels",
    "<r><Relationship Id=\"a\" Type=\"x/hyperlink\" Target=\"http://a\"/><Relationship Id=\"b\" "
    "Type=\"x/styles\" Target=\"document.xml\"/><Relationship Id=\"c\" Type=\"x/footnotes\" "
    "Target=\"footnotes.xml\"/></r>" },
  { NULL },
};

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  return fuzz_part (vr_import_docx, parts, data, n_bytes);
}
