/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report tells of two versions and their reader besides the comparison: plain structs. */
#pragma once

#include "vr-notes.h"

G_BEGIN_DECLS

/**
 * VrReportWitness:
 * @name: (nullable): what people call it, e.g. "kerry-lavrov/cnn@3"; the file's name where %NULL
 * @title: (nullable): its headline; the article's own where %NULL
 * @author: (nullable): whose version it is
 * @time: (nullable): when it was published, or kept: ISO 8601 with its zone
 * @commit: (nullable): what keeps it in an archive: 40 hexadecimal digits
 * @url: (nullable): where it was read; any text at all, never to be followed unread
 *
 * One of the two versions.
 */
typedef struct
{
  char *name;
  char *title;
  char *author;
  char *time;
  char *commit;
  char *url;
} VrReportWitness;

/** vr_report_witness_clear: frees what it owns. */
void vr_report_witness_clear (VrReportWitness *self);

/**
 * VrReportNote:
 * @row: the id of the row it stands at, see vr_comparison_dup_row_id(); (nullable) for one on the
 *   whole comparison
 * @text: any text
 * @author, @time: (nullable): as in VrReportWitness
 *
 * What the reader noted on a change.
 */
typedef struct
{
  char *row;
  char *text;
  char *author;
  char *time;
} VrReportNote;

/**
 * VrReportInfo:
 * @time: (nullable): the time that a report bears, where it is written once more: ISO 8601, or ""
 *   where it bears none
 *
 * Ends with vr_report_info_free().
 */
typedef struct
{
  char *time;
  VrReportWitness witnesses[VR_N_SIDES];
  GPtrArray *notes; /* (element-type VrReportNote): in the order they were written */
} VrReportInfo;

/** vr_report_info_new: Returns: (transfer full): nothing known, no notes. */
VrReportInfo *vr_report_info_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_report_info_free (VrReportInfo *self);

/** vr_report_info_add_note: all are copied. */
void vr_report_info_add_note (VrReportInfo *self, const char *row, const char *text,
                              const char *author, const char *time);

/**
 * vr_report_info_sort_notes:
 * @self: (nullable)
 *
 * Reads the texts of all rows, where there are notes.
 *
 * Returns: (transfer full) (nullable): the notes by the row they stand at, for
 *   vr_report_peek_notes(); %NULL where there are none; borrows from @self
 */
GHashTable *vr_report_info_sort_notes (const VrReportInfo *self,
                                       const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_peek_notes:
 * @notes: (nullable): what vr_report_info_sort_notes() told
 * @row: a row; %VR_NOTE_NO_ROW for the notes on the whole comparison, and those on a row that it
 *   does not have
 *
 * Returns: (nullable) (element-type VrReportNote): those at that row, in the order they were
 *   written; borrowed
 */
const GPtrArray *vr_report_peek_notes (GHashTable *notes, guint32 row);

/** vr_report_info_add_notes: @notes: (nullable): those of the document that was compared; one whose
 * row is not there is a note on the whole comparison, which says what it was about. */
void vr_report_info_add_notes (VrReportInfo *self, const VrNotes *notes,
                               const VrComparison *comparison);

/** vr_report_dup_witness_name: @info: (nullable).  Returns: (transfer full): what to call the
 * version of @side: its name, else its file's without the folders, else "old" or "new" */
char *vr_report_dup_witness_name (const VrReportInfo *info, const VrComparison *comparison,
                                  VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_dup_witness_title: Returns: (transfer full): its headline, else its name. */
char *vr_report_dup_witness_title (const VrReportInfo *info, const VrComparison *comparison,
                                   VrSide side) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_dup_time:
 *
 * The only time that a report may bear, so that the same input gives the same bytes: the one that
 * @info has for it, else that of SOURCE_DATE_EPOCH where it is set
 * (https://reproducible-builds.org/specs/source-date-epoch/), else the new version's, else the old
 * one's.
 *
 * Returns: (transfer full) (nullable): it, or %NULL where none is known
 */
GDateTime *vr_report_dup_time (const VrReportInfo *info) G_GNUC_WARN_UNUSED_RESULT;

/** vr_report_dup_shown_time: @time: (nullable): ISO 8601.  Returns: (transfer full) (nullable): for
 * people: "2014-04-16 16:23:00 UTC+02:00"; what is no time, as it is */
char *vr_report_dup_shown_time (const char *time) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrReportInfo, vr_report_info_free)

G_END_DECLS
