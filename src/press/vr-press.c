/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writers of the formats that need libraries of their own. */
#include "vr-press.h"

#include "vr-press-makers.h"
#include "vr-report-docx.h"
#include "vr-report-history-html.h"
#include "vr-report-history-json.h"
#include "vr-report-history-pdf.h"
#include "vr-report-odt.h"
#include "vr-report-pdf.h"
#include "vr-report-picture.h"

/* One for each format that vr-report.c lists without, and on what its bytes depend. */
static const struct
{
  const char *name;
  VrReportFunc write;
  const char *(*get_maker) (void);
} writers[] = {
  { "pdf", vr_report_pdf_write, vr_press_get_printer },
  { "png", vr_report_png_write, vr_press_get_drawer },
  { "svg", vr_report_svg_write, vr_press_get_drawer },
  { "docx", vr_report_docx_write, vr_press_get_packer },
  { "odt", vr_report_odt_write, vr_press_get_packer },
};

VrReportFunc
vr_press_get_writer (const VrReportFormat *format, VrReportOptions *options)
{
  if (format->write != NULL)
    return format->write;
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_strcmp0 (writers[i].name, format->name) == 0)
      {
        options->made_with = writers[i].get_maker ();
        return writers[i].write;
      }
  g_return_val_if_reached (NULL);
}

VrReportHistoryFunc
vr_press_get_history_writer (const VrReportFormat *format)
{
  static const struct
  {
    const char *name;
    VrReportHistoryFunc write;
  } history_writers[] = {
    { "html", vr_report_history_html_write },
    { "pdf", vr_report_history_pdf_write },
    { "json", vr_report_history_json_write },
  };

  for (guint i = 0; i < G_N_ELEMENTS (history_writers); i++)
    if (g_str_equal (history_writers[i].name, format->name))
      return history_writers[i].write;

  return NULL;
}
