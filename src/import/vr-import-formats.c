/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The importers, one a file; which of them are here depends on the libraries that were found. */
#include "vr-import-formats.h"

#include "vr-import-load.h"

/* src/import/meson.build says which, and which of them are in a module: those have a name alone. */
static const VrImportFormat formats[] = {
#ifdef VR_IMPORT_HTML
  { "html", vr_import_html },
#endif
#ifdef VR_IMPORT_DOCX
  { "docx", vr_import_docx },
#endif
#ifdef VR_IMPORT_ODT
  { "odt", vr_import_odt },
#endif
#ifdef VR_IMPORT_EPUB
  { "epub", vr_import_epub },
#endif
#ifdef VR_IMPORT_PDF
  { "pdf" },
#endif
#ifdef VR_IMPORT_MARKDOWN
  { "markdown", vr_import_markdown },
#endif
  { NULL },
};

const VrImportFormat *
vr_import_find_format (const char *name)
{
  for (const VrImportFormat *format = formats; format->name != NULL; format++)
    if (g_str_equal (format->name, name))
      return format->import != NULL ? format : vr_import_load (name);
  return NULL;
}
