/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison as an OpenDocument text with tracked changes. */
#include "vr-report-odt.h"

#include "vr-report-odt-private.h"
#include "vr-report-markup.h"

#include <glib/gi18n-lib.h>

#define TEXT_TYPE "application/vnd.oasis.opendocument.text"
#define MANIFEST_PART "variorum-manifest.json"

/* @type: its media type, or NULL where it is not listed */
static const struct
{
  const char *name;
  const char *type;
} entries[] = {
  { "/", TEXT_TYPE },         { "content.xml", "text/xml" },         { "styles.xml", "text/xml" },
  { "meta.xml", "text/xml" }, { MANIFEST_PART, "application/json" },
};

static void
write_type (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  vr_output_put (output, TEXT_TYPE);
}

/* Of each kind of script, what language its text is in; of the two versions, the new one's. */
static void
put_languages (const VrOffice *self, VrOutput *output)
{
  static const char *const languages[] = { "fo:language", "style:language-asian",
                                           "style:language-complex" };
  static const char *const countries[] = { "fo:country", "style:country-asian",
                                           "style:country-complex" };

  for (guint kind = 0; kind < G_N_ELEMENTS (languages); kind++)
    for (guint i = VR_N_SIDES; i-- > 0;)
      {
        const char *language = self->languages[i];

        if (language == NULL || vr_office_classify (language) != kind)
          continue;
        vr_markup_put_attribute (output, languages[kind], language);
        vr_markup_put_attribute (output, countries[kind],
                                 g_str_equal (language, "zh")   ? "CN"
                                 : g_str_equal (language, "ja") ? "JP"
                                 : g_str_equal (language, "ko") ? "KR"
                                                                : "none");
        break;
      }
}

static void
put_furniture_style (VrOutput *output, const char *name, const char *title, const char *parent)
{
  vr_output_put (output, "<style:style style:family=\"paragraph\"");
  vr_markup_put_attribute (output, "style:name", name);
  vr_markup_put_attribute (output, "style:display-name", title);
  vr_markup_put_attribute (output, "style:parent-style-name", parent);
  vr_output_put (output, "><style:paragraph-properties fo:margin-bottom=\"0.07cm\"/>"
                         "<style:text-properties fo:color=\"#5e5c64\" fo:font-size=\"8pt\" "
                         "style:font-size-asian=\"8pt\" style:font-size-complex=\"8pt\"/>"
                         "</style:style>");
}

/* Small and grey; their names are what a word processor lists them by. */
static void
put_furniture_styles (VrOutput *output)
{
  put_furniture_style (output, VR_REPORT_ODT_FURNITURE, _ ("Page Furniture"), VR_REPORT_ODT_STYLE);
  put_furniture_style (output, VR_REPORT_ODT_FURNITURE_RTL, _ ("Page Furniture, Right to Left"),
                       VR_REPORT_ODT_STYLE_RTL);
}

static void
write_styles (const VrOffice *self, VrOutput *output)
{
  vr_output_put (output, VR_REPORT_ODT_HEAD
                 "<office:document-styles " VR_REPORT_ODT_NAMESPACES "><office:styles>"
                 "<style:default-style style:family=\"paragraph\"><style:paragraph-properties "
                 "style:writing-mode=\"lr-tb\"/><style:text-properties fo:font-size=\"12pt\" "
                 "style:font-size-asian=\"12pt\" style:font-size-complex=\"12pt\"");
  put_languages (self, output);
  vr_output_put (
      output, "/></style:default-style><style:style style:name=\"" VR_REPORT_ODT_STYLE "\" "
              "style:family=\"paragraph\" style:class=\"text\"><style:paragraph-properties "
              "fo:margin-bottom=\"0.28cm\" fo:line-height=\"115%\"/></style:style>"
              "<style:style style:name=\"" VR_REPORT_ODT_STYLE_RTL
              "\" style:display-name=\"Right to Left\" "
              "style:family=\"paragraph\" style:parent-style-name=\"" VR_REPORT_ODT_STYLE "\">"
              "<style:paragraph-properties fo:text-align=\"right\" style:writing-mode=\"rl-tb\"/>"
              "</style:style>");
  if (vr_comparison_get_summary (self->comparison)->n_furniture_rows > 0)
    put_furniture_styles (output);
  vr_output_put (
      output,
      "</office:styles><office:automatic-styles>"
      "<style:page-layout style:name=\"Page\"><style:page-layout-properties "
      "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" fo:margin=\"2cm\"/></style:page-layout>"
      "</office:automatic-styles><office:master-styles><style:master-page "
      "style:name=\"Standard\" style:page-layout-name=\"Page\"/></office:master-styles>"
      "</office:document-styles>\n");
}

static void
write_meta (const VrOffice *self, VrOutput *output)
{
  g_autoptr (GDateTime) time = vr_report_dup_time (self->options->info);
  g_autoptr (GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *created = utc != NULL ? vr_office_dup_time (utc) : NULL;

  vr_output_put (output, VR_REPORT_ODT_HEAD "<office:document-meta " VR_REPORT_ODT_NAMESPACES
                                            "><office:meta>"
                                            "<meta:generator>Variorum</meta:generator>");
  vr_office_put_element (output, "dc:title", NULL, self->title);
  vr_office_put_element (output, "dc:description", NULL, self->description);
  vr_office_put_element (output, "dc:creator", NULL, self->author);
  if (created != NULL)
    vr_office_put_element (output, "dc:date", NULL, created);
  vr_output_put (output, "</office:meta></office:document-meta>\n");
}

static void
write_manifest (const VrOffice *self, VrOutput *output)
{
  g_autofree char *manifest = vr_office_dup_manifest (self, "odt");

  vr_output_put (output, manifest);
}

static void
write_entries (const VrOffice *self G_GNUC_UNUSED, VrOutput *output)
{
  vr_output_put (output,
                 VR_REPORT_ODT_HEAD "<manifest:manifest xmlns:manifest=\"" VR_REPORT_ODT_NAMESPACE
                                    "manifest:1.0\" manifest:version=\"1.3\">");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      vr_output_put (output, "<manifest:file-entry");
      vr_markup_put_attribute (output, "manifest:full-path", entries[i].name);
      vr_markup_put_attribute (output, "manifest:version", i == 0 ? "1.3" : NULL);
      vr_markup_put_attribute (output, "manifest:media-type", entries[i].type);
      vr_output_put (output, "/>");
    }
  vr_output_put (output, "</manifest:manifest>\n");
}

void
vr_report_odt_write (const VrComparison *comparison, const VrReportOptions *options,
                     VrOutput *output)
{
  static const VrOfficePart parts[] = {
    { "mimetype", write_type, TRUE },        { "content.xml", vr_report_odt_write_content, FALSE },
    { "styles.xml", write_styles, FALSE },   { "meta.xml", write_meta, FALSE },
    { MANIFEST_PART, write_manifest, TRUE }, { "META-INF/manifest.xml", write_entries, FALSE },
  };
  g_auto (VrOffice) office;

  vr_office_init (&office, comparison, options, output);
  vr_office_save (&office, parts, G_N_ELEMENTS (parts));
}
