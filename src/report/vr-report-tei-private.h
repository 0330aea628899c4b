/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the TEI format: header, rows; private to this layer. */
#pragma once

#include "vr-report.h"

G_BEGIN_DECLS

/* What both parts know; @walk tells which rows are there, @notes is of vr_report_info_sort_notes().
 */
typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  const VrReportWalk *walk;
  VrOutput *output;
  GHashTable *notes;
} VrTeiWriter;

/* "old", "new": the witnesses' ids. */
const char *vr_tei_get_witness (VrSide side);

/* Whether a report shows the row itself. */
gboolean vr_tei_has_row (const VrTeiWriter *self, guint row);

/* @format, with one word in it that needs no escape. */
void vr_tei_put_format (const VrTeiWriter *self, const char *format, const char *word);

/* <name>text</name>; nothing where that is NULL or empty. */
void vr_tei_put_element (const VrTeiWriter *self, const char *start, const char *text,
                         const char *end);

/* Any text as a date; @when where it is one. */
void vr_tei_put_date (const VrTeiWriter *self, const char *time);

void vr_tei_put_header (const VrTeiWriter *self);

/* The row's <p>. */
void vr_tei_put_row (const VrTeiWriter *self, guint row);

G_END_DECLS
