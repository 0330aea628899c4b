/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an Office Open XML document; private to this layer. */
#pragma once

#include "vr-office.h"

G_BEGIN_DECLS

#define VR_REPORT_DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define VR_REPORT_DOCX_MAIN                                                                        \
  "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

/* The style of paragraphs that are of the page, not of the article. */
#define VR_REPORT_DOCX_FURNITURE "PageFurniture"

/* word/document.xml. */
void vr_report_docx_write_body (const VrOffice *self, VrOutput *output);

/* word/comments.xml. */
void vr_report_docx_write_comments (const VrOffice *self, VrOutput *output);

/* Text in a run, inside of elements called @name: w:t or w:delText; tabs, line ends and soft
 * hyphens have elements of their own. */
void vr_report_docx_put_text (VrOutput *output, const char *name, VrSlice text);

G_END_DECLS
