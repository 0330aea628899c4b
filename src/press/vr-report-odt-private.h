/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an OpenDocument text; private to this layer. */
#pragma once

#include "vr-office.h"

G_BEGIN_DECLS

#define VR_REPORT_ODT_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define VR_REPORT_ODT_NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:"
#define VR_REPORT_ODT_NAMESPACES                                                                   \
  "xmlns:office=\"" VR_REPORT_ODT_NAMESPACE "office:1.0\" xmlns:text=\"" VR_REPORT_ODT_NAMESPACE   \
  "text:1.0\" xmlns:style=\"" VR_REPORT_ODT_NAMESPACE                                              \
  "style:1.0\" xmlns:fo=\"" VR_REPORT_ODT_NAMESPACE                                                \
  "xsl-fo-compatible:1.0\" xmlns:meta=\"" VR_REPORT_ODT_NAMESPACE                                  \
  "meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\""

/* The styles of paragraphs that run from left to right, and from right to left. */
#define VR_REPORT_ODT_STYLE "Standard"
#define VR_REPORT_ODT_STYLE_RTL "Right-to-Left"

/* The same for what is of the page and not of the article. */
#define VR_REPORT_ODT_FURNITURE "Page-Furniture"
#define VR_REPORT_ODT_FURNITURE_RTL "Page-Furniture-Right-to-Left"

/* content.xml. */
void vr_report_odt_write_content (const VrOffice *self, VrOutput *output);

G_END_DECLS
