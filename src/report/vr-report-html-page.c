/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all HTML reports begin and end with. */
#include "config.h"

#include "vr-report-html-private.h"
#include "vr-report-html-style.h"
#include "vr-report-markup.h"

#include <glib/gi18n-lib.h>

VrDirection
vr_report_html_get_direction (const char *words)
{
  return vr_direction_of ((VrSlice){ words, strlen (words) });
}

void
vr_report_html_begin_page (VrOutput *output, VrDirection direction, const char *title,
                           const char *skip)
{
  vr_output_put (output, "<!DOCTYPE html>\n<html");
  vr_markup_put_attribute (output, "lang", C_ ("code of this language", "en"));
  vr_output_put (output, direction == VR_DIRECTION_RIGHT_TO_LEFT ? " dir=\"rtl\"" : "");
  vr_output_put (output, ">\n<head>\n<meta charset=\"utf-8\">\n");
  vr_report_html_style_write (output);
  vr_output_put (output,
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"color-scheme\" content=\"light dark\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n"
                 "<meta name=\"generator\" content=\"Variorum " VR_VERSION "\">\n<title>");
  vr_report_html_put_plain (output, title);
  vr_output_put (output, "</title>\n</head>\n<body>\n");
  vr_report_html_put_element (output, "a class=\"skip\" href=\"#text\"", skip);
  vr_output_put_char (output, '\n');
}

void
vr_report_html_write_maker (VrOutput *output, GDateTime *time)
{
  g_autofree char *stamp =
      time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M:%S UTC%:z") : NULL;
  g_autofree char *maker = g_strdup_printf (_ ("Made by Variorum %s"), VR_VERSION);

  vr_output_put (output, "<p>");
  vr_report_html_put_words (output, maker);
  vr_output_put (output, stamp != NULL ? " · " : "");
  vr_report_html_put_words (output, stamp != NULL ? stamp : "");
  vr_output_put (output, "</p>\n");
}
