/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as an Office Open XML document with tracked changes. */
#include "vr-report-docx.h"

#include "vr-report-docx-private.h"
#include "vr-report-manifest.h"
#include "vr-report-markup.h"

#include <glib/gi18n-lib.h>

#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE_TYPE "application/vnd.openxmlformats-package."
#define OFFICE_TYPE "application/vnd.openxmlformats-officedocument."

/* Names the part; documents may share it. */
#define MANIFEST_ID "{5A0E7C1B-3D5F-4B1E-9C57-6F2A81D4E903}"
#define MANIFEST_NAMESPACE "https://variorum.github.io/schemas/" VR_MANIFEST_SCHEMA

static const char *const types[][2] = {
  { "/word/document.xml", OFFICE_TYPE "wordprocessingml.document.main+xml" },
  { "/word/styles.xml", OFFICE_TYPE "wordprocessingml.styles+xml" },
  { "/word/settings.xml", OFFICE_TYPE "wordprocessingml.settings+xml" },
  { "/word/comments.xml", OFFICE_TYPE "wordprocessingml.comments+xml" },
  { "/docProps/core.xml", PACKAGE_TYPE "core-properties+xml" },
  { "/docProps/app.xml", OFFICE_TYPE "extended-properties+xml" },
  { "/customXml/itemProps1.xml", OFFICE_TYPE "customXmlProperties+xml" },
};

static const char *const of_package[][2] = {
  { OFFICE "relationships/officeDocument", "word/document.xml" },
  { PACKAGE "relationships/metadata/core-properties", "docProps/core.xml" },
  { OFFICE "relationships/extended-properties", "docProps/app.xml" },
};

static const char *const of_document[][2] = {
  { OFFICE "relationships/styles", "styles.xml" },
  { OFFICE "relationships/settings", "settings.xml" },
  { OFFICE "relationships/comments", "comments.xml" },
  { OFFICE "relationships/customXml", "../customXml/item1.xml" },
};

static const char *const of_manifest[][2] = {
  { OFFICE "relationships/customXmlProps", "itemProps1.xml" },
};

static void
write_types (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  vr_output_put (output, VR_REPORT_DOCX_HEAD
                 "<Types xmlns=\"" PACKAGE "content-types\">"
                 "<Default Extension=\"rels\" ContentType=\"" PACKAGE_TYPE "relationships+xml\"/>"
                 "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      vr_output_put (output, "<Override");
      vr_markup_put_attribute (output, "PartName", types[i][0]);
      vr_markup_put_attribute (output, "ContentType", types[i][1]);
      vr_output_put (output, "/>");
    }
  vr_output_put (output, "</Types>\n");
}

static void
put_relations (VrOutput *output, const char *const relations[][2], guint n)
{
  vr_output_put (output, VR_REPORT_DOCX_HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">");
  for (guint i = 0; i < n; i++)
    {
      char id[] = { 'r', 'I', 'd', (char)('1' + i), '\0' };

      vr_output_put (output, "<Relationship");
      vr_markup_put_attribute (output, "Id", id);
      vr_markup_put_attribute (output, "Type", relations[i][0]);
      vr_markup_put_attribute (output, "Target", relations[i][1]);
      vr_output_put (output, "/>");
    }
  vr_output_put (output, "</Relationships>\n");
}

static void
write_package_relations (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  put_relations (output, of_package, G_N_ELEMENTS (of_package));
}

static void
write_document_relations (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  put_relations (output, of_document, G_N_ELEMENTS (of_document));
}

static void
write_manifest_relations (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  put_relations (output, of_manifest, G_N_ELEMENTS (of_manifest));
}

/* Small and grey; its name is what a word processor lists it by. */
static void
put_furniture_style (VrOutput *output)
{
  vr_output_put (output, "<w:style w:type=\"paragraph\" w:customStyle=\"1\" "
                         "w:styleId=\"" VR_REPORT_DOCX_FURNITURE "\"><w:name w:val=\"");
  vr_markup_put_string (output, _ ("Page Furniture"));
  vr_output_put (output, "\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"40\"/>"
                         "</w:pPr><w:rPr><w:color w:val=\"5E5C64\"/><w:sz w:val=\"16\"/>"
                         "<w:szCs w:val=\"16\"/></w:rPr></w:style>");
}

/* The language of the new text; deleted runs in another one say so. */
static void
write_styles (const VrOffice *self, VrOutput *output)
{
  static const char *const names[] = { "w:val", "w:eastAsia", "w:bidi" };
  const char *language = self->languages[VR_SIDE_NEW];

  if (language == NULL)
    language = self->languages[VR_SIDE_OLD];
  vr_output_put (output, VR_REPORT_DOCX_HEAD
                 "<w:styles " VR_REPORT_DOCX_MAIN "><w:docDefaults><w:rPrDefault>"
                 "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
                 "w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
                 "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
  if (language != NULL)
    {
      vr_output_put (output, "<w:lang");
      vr_markup_put_attribute (output, names[vr_office_classify (language)], language);
      vr_output_put (output, "/>");
    }
  vr_output_put (output, "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\" "
                         "w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
                         "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
                         "w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
  if (vr_comparison_get_summary (self->comparison)->n_furniture_rows > 0)
    put_furniture_style (output);
  vr_output_put (output, "</w:styles>\n");
}

/* Without the mode, Word opens the document as one of its version of 2007. */
static void
write_settings (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  vr_output_put (output, VR_REPORT_DOCX_HEAD
                 "<w:settings " VR_REPORT_DOCX_MAIN "><w:compat><w:compatSetting "
                 "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
                 "w:val=\"15\"/></w:compat></w:settings>\n");
}

static void
write_core (const VrOffice *self, VrOutput *output)
{
  g_autoptr (GDateTime) time = vr_report_dup_time (self->options->info);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *created = utc != NULL ? vr_office_dup_time (utc) : NULL;

  vr_output_put (output, VR_REPORT_DOCX_HEAD
                 "<cp:coreProperties xmlns:cp=\"" PACKAGE "metadata/core-properties\" "
                 "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                 "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                 "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
  vr_office_put_element (output, "dc:title", NULL, self->title);
  vr_office_put_element (output, "dc:creator", NULL, self->author);
  vr_office_put_element (output, "dc:description", NULL, self->description);
  if (created != NULL)
    {
      vr_office_put_element (output, "dcterms:created", "xsi:type=\"dcterms:W3CDTF\"", created);
      vr_office_put_element (output, "dcterms:modified", "xsi:type=\"dcterms:W3CDTF\"", created);
    }
  vr_output_put (output, "</cp:coreProperties>\n");
}

static void
write_application (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  vr_output_put (output, VR_REPORT_DOCX_HEAD "<Properties xmlns=\"" OFFICE "extended-properties\">"
                                             "<Application>Variorum</Application></Properties>\n");
}

/* The manifest has nothing that XML would have to escape. */
static void
write_manifest (const VrOffice *self, VrOutput *output)
{
  g_autofree char *manifest = vr_office_dup_manifest (self, "docx");

  vr_output_put (output, VR_REPORT_DOCX_HEAD "<manifest xmlns=\"" MANIFEST_NAMESPACE "\">");
  vr_output_put (output, manifest);
  vr_output_put (output, "</manifest>\n");
}

static void
write_manifest_properties (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  vr_output_put (output, VR_REPORT_DOCX_HEAD
                 "<ds:datastoreItem ds:itemID=\"" MANIFEST_ID "\" xmlns:ds=\"" OFFICE
                 "customXml\"><ds:schemaRefs><ds:schemaRef ds:uri=\"" MANIFEST_NAMESPACE "\"/>"
                 "</ds:schemaRefs></ds:datastoreItem>\n");
}

void
vr_report_docx_write (const VrComparison *comparison, const VrReportOptions *options,
                      VrOutput *output)
{
  static const VrOfficePart parts[] = {
    { "[Content_Types].xml", write_types, FALSE },
    { "_rels/.rels", write_package_relations, FALSE },
    { "word/document.xml", vr_report_docx_write_body, FALSE },
    { "word/_rels/document.xml.rels", write_document_relations, FALSE },
    { "word/styles.xml", write_styles, FALSE },
    { "word/settings.xml", write_settings, FALSE },
    { "word/comments.xml", vr_report_docx_write_comments, FALSE },
    { "docProps/core.xml", write_core, FALSE },
    { "docProps/app.xml", write_application, FALSE },
    { "customXml/item1.xml", write_manifest, TRUE },
    { "customXml/_rels/item1.xml.rels", write_manifest_relations, FALSE },
    { "customXml/itemProps1.xml", write_manifest_properties, FALSE },
  };
  g_auto (VrOffice) office;

  vr_office_init (&office, comparison, options, output);
  vr_office_save (&office, parts, G_N_ELEMENTS (parts));
}
