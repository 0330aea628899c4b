/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of an HTML report share: vr-report-html.c has the page, -head.c who is compared,
 * -row.c a paragraph, -text.c its words. */
#pragma once

#include "vr-direction.h"
#include "vr-report.h"

G_BEGIN_DECLS

/**
 * VrReportHtml:
 * @language, @direction: of our own words
 * @numbers: by row: which of the changes that are shown, from 1; 0 for another row
 * @fates: by row: what became of it, from its line in the list of changes to its heading; then
 * %NULL
 * @classes: by row: that of its elements, once it was asked for
 * @notes: (nullable): see vr_report_info_sort_notes()
 */
typedef struct
{
  const VrComparison *comparison;
  const VrReportOptions *options;
  VrOutput *output;
  const char *language;
  VrDirection direction;
  guint32 *numbers;
  char **fates;
  const char **classes;
  guint n_changes;
  GHashTable *notes;
} VrReportHtml;

/**
 * vr_report_html_put_text:
 *
 * Writes an article's text as data.  Characters that would turn, hide or break what is around them
 * (UAX #9: embeddings, overrides, isolates; U+2028 and U+2029) stand as their number.
 */
void vr_report_html_put_text (VrOutput *output, VrSlice text);

/** vr_report_html_put_words: the same for our own words, which may quote an article between U+2068
 * and U+2069; those stay. */
void vr_report_html_put_words (VrOutput *output, const char *words);

/** vr_report_html_put_plain: the same, where no elements can be: in a title or an attribute. */
void vr_report_html_put_plain (VrOutput *output, const char *words);

/** vr_report_html_put_element: words between the tags of @name, which may have attributes. */
void vr_report_html_put_element (VrOutput *output, const char *name, const char *words);

/** vr_report_html_put_anchor: @before and @number: the name of a change, or of where it left. */
void vr_report_html_put_anchor (VrOutput *output, const char *before, guint number);

/** vr_report_html_put_manner: the attributes lang and dir for @text of @side, where they are other
 * than the page's. */
void vr_report_html_put_manner (const VrReportHtml *self, VrSide side, VrSlice text);

/** vr_report_html_put_quoted: an element @name with an article's words, by @side. */
void vr_report_html_put_quoted (const VrReportHtml *self, const char *name, VrSide side,
                                const char *words);

/** vr_report_html_write_cell: one side's text of row @row, with what differs marked. */
void vr_report_html_write_cell (const VrReportHtml *self, guint row, VrSide side);

/** vr_report_html_needs_inline: whether neither side alone tells all of row @row in one text. */
gboolean vr_report_html_needs_inline (const VrRow *row);

/** vr_report_html_write_inline: both texts of row @row as one. */
void vr_report_html_write_inline (const VrReportHtml *self, guint row);

/** vr_report_html_get_class: a row's class for the style sheet. */
const char *vr_report_html_get_class (const VrReportHtml *self, guint row);

/** vr_report_html_write_row: row @row with its heading, its notes, and why it is one. */
void vr_report_html_write_row (const VrReportHtml *self, guint row);

/** vr_report_html_write_reference: the place that row @row left. */
void vr_report_html_write_reference (const VrReportHtml *self, guint row);

/** vr_report_html_write_entry: row @row in the list of changes. */
void vr_report_html_write_entry (const VrReportHtml *self, guint row);

/** vr_report_html_write_notes: those that vr_report_peek_notes() has at @row. */
void vr_report_html_write_notes (const VrReportHtml *self, guint32 row);

/** vr_report_html_write_fact: a name and its value, any text, in a list of such; nothing where that
 * is %NULL.  @is_sum: whether it is a row of digits */
void vr_report_html_write_fact (VrOutput *output, const char *name, const char *value,
                                gboolean is_sum);

/** vr_report_html_get_direction: which way our own words run. */
VrDirection vr_report_html_get_direction (const char *words);

/** vr_report_html_begin_page: up to the body's first element, a link past what comes before the
 * element with the id "text", which @skip names. */
void vr_report_html_begin_page (VrOutput *output, VrDirection direction, const char *title,
                                const char *skip);

/** vr_report_html_write_maker: the footer's first line.  @time: (nullable): when. */
void vr_report_html_write_maker (VrOutput *output, GDateTime *time);

/** vr_report_html_write_header: title, summary and both versions. */
void vr_report_html_write_header (const VrReportHtml *self);

G_END_DECLS
