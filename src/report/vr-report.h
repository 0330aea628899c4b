/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over a comparison and the table of formats that take it. */
#pragma once

#include "vr-comparison.h"
#include "vr-output.h"
#include "vr-progress.h"
#include "vr-report-info.h"

G_BEGIN_DECLS

/** VR_REPORT_ALL: a context that leaves nothing out. */
#define VR_REPORT_ALL G_MAXUINT

/** VrReportLayout: how both texts stand, in the formats that have pages. */
typedef enum
{
  VR_REPORT_SIDES,  /* side by side; a page lies */
  VR_REPORT_INLINE, /* one text with both; a page stands */
} VrReportLayout;

/** vr_report_layout_get_nick: "sides", "inline"; %NULL behind the last one. */
const char *vr_report_layout_get_nick (guint layout);

/** VrReportFurniture: whether the rows of furniture are in a report. */
typedef enum
{
  VR_REPORT_FURNITURE_AUTO,   /* as the format is: those that keep both texts exactly have them */
  VR_REPORT_FURNITURE_SHOWN,  /* each line with its role, and what told so */
  VR_REPORT_FURNITURE_FOLDED, /* they are counted; a web page has them to be opened */
} VrReportFurniture;

/** vr_report_furniture_get_nick: "auto", "shown", "folded"; %NULL behind the last one. */
const char *vr_report_furniture_get_nick (guint furniture);

/**
 * VrReportOptions:
 * @context: how many unchanged paragraphs to show around each change; default %VR_REPORT_ALL
 * @critical: whether @context counts from rows with critical changes alone; default %FALSE
 * @quiet: whether quiet differences are shown as such, else as equal; default %TRUE
 * @explain: whether it is told what earned each pairing; default %FALSE
 * @furniture: whether rows of furniture are there; default %VR_REPORT_FURNITURE_AUTO
 * @row: (nullable): the id of a row, which alone is shown, in formats with %VR_REPORT_ONE_ROW;
 *   borrowed
 * @layout: default %VR_REPORT_SIDES
 * @width: cells a line may take, for text; 20 or more; default 80
 * @colour: whether the output understands terminal colours, for text; default %FALSE
 * @info: (nullable): borrowed
 * @made_with: (nullable): libraries and fonts on which the bytes depend, for formats that have
 * such; borrowed
 * @progress: (nullable): of a long report; borrowed
 * @cancellable: (nullable): polled by a long report, which then fails with ECANCELED; borrowed
 */
typedef struct
{
  guint context;
  gboolean critical;
  gboolean quiet;
  gboolean explain;
  VrReportFurniture furniture;
  const char *row;
  VrReportLayout layout;
  guint width;
  gboolean colour;
  const VrReportInfo *info;
  const char *made_with;
  const VrProgress *progress;
  GCancellable *cancellable;
} VrReportOptions;

#define VR_REPORT_OPTIONS_INIT                                                                     \
  {                                                                                                \
    .context = VR_REPORT_ALL, .quiet = TRUE, .width = 80                                           \
  }

/** VrReportFunc: writes the whole report; @output keeps what fails. */
typedef void (*VrReportFunc) (const VrComparison *comparison, const VrReportOptions *options,
                              VrOutput *output);

/** VrReportFlags: what a format is like. */
typedef enum
{
  VR_REPORT_FOR_TERMINAL = 1 << 0, /* text that may be read as it is */
  VR_REPORT_SEALED = 1 << 1,       /* carries its manifest; else one is written beside it */
  VR_REPORT_PLAIN = 1 << 2,        /* is never checked: no manifest at all */
  VR_REPORT_WHOLE = 1 << 3,        /* has all that was found, so that its manifest need not sum it
                                    * up; sealed by a quick sum */
  VR_REPORT_ONE_ROW = 1 << 4,      /* can show one row alone */
} VrReportFlags;

/**
 * VrReportFormat:
 * @name: as given to --format
 * @extension: how its files end, without the dot
 * @type: its media type
 * @title: what people call it, marked for translation
 * @flags: VrReportFlags
 * @write: see there; %NULL where the layer press has it
 */
typedef struct
{
  const char *name;
  const char *extension;
  const char *type;
  const char *title;
  guint flags;
  VrReportFunc write;
} VrReportFormat;

/** vr_report_peek_formats: all of them; static. */
const VrReportFormat *vr_report_peek_formats (guint *n_formats);

/** vr_report_find_format: (nullable): the format called @name; static. */
const VrReportFormat *vr_report_find_format (const char *name);

/** vr_report_find_format_of_file: (nullable): the format that a file called @path would have;
 * static.
 */
const VrReportFormat *vr_report_find_format_of_file (const char *path);

/**
 * VrReportWalk:
 *
 * Goes over the places of a comparison that a report shows, from top to bottom.  On the caller's
 * stack; ends with vr_report_walk_clear().
 */
typedef struct
{
  const VrComparison *comparison;
  guint8 *shown; /* by place */
  guint n_places;
  guint next;
} VrReportWalk;

/**
 * VrSkipped: what was left out.
 * @n_same: paragraphs that did not change; one that moved counts where it stands
 * @n_furniture: lines of furniture
 */
typedef struct
{
  guint n_same;
  guint n_furniture;
} VrSkipped;

/** vr_skipped_is_empty: whether nothing was. */
static inline gboolean
vr_skipped_is_empty (VrSkipped self)
{
  return self.n_same == 0 && self.n_furniture == 0;
}

/** vr_report_folds_furniture: @is_exact: whether the format keeps both texts exactly.  Returns:
 * whether its rows of furniture are left out */
gboolean vr_report_folds_furniture (const VrReportOptions *options, gboolean is_exact);

/** vr_report_walk_init: shows what the options' context, @critical and @furniture leave, or their
 * row alone. */
void vr_report_walk_init (VrReportWalk *self, const VrComparison *comparison,
                          const VrReportOptions *options);
/** vr_report_walk_init_exact: the same for a format that keeps both texts exactly. */
void vr_report_walk_init_exact (VrReportWalk *self, const VrComparison *comparison,
                                const VrReportOptions *options);
void vr_report_walk_clear (VrReportWalk *self);

/**
 * vr_report_walk_next:
 * @place: (out): the next place to show
 * @skipped: (out): what was left out before it
 *
 * Returns: %FALSE at the end; @skipped then tells what was left out there
 */
gboolean vr_report_walk_next (VrReportWalk *self, VrPlace *place, VrSkipped *skipped);

/**
 * vr_report_dup_row_id:
 * @word: the number of a change, from 1, as documents of these options have it; or the id of a row
 *
 * Returns: (transfer full) (nullable): the id of that row; %NULL where there is none
 */
char *vr_report_dup_row_id (const VrComparison *comparison, const VrReportOptions *options,
                            const char *word) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_report_go_on:
 * @done, @total: how far a report is, for its progress
 *
 * Tells the options' progress and asks their cancellable, which makes @output fail with ECANCELED.
 *
 * Returns: whether there is anything to write for
 */
gboolean vr_report_go_on (const VrReportOptions *options, VrOutput *output, guint done,
                          guint total);

/**
 * vr_report_peek_row_text:
 * @owned: (out): what to free when done with the slice, or %NULL
 *
 * The text of a row's side as vr_comparison_dup_row_text(), without a copy where it is one
 * paragraph's.
 */
VrSlice vr_report_peek_row_text (const VrComparison *comparison, guint row, VrSide side,
                                 char **owned);

/**
 * VrReportTexts:
 * @sides: what vr_report_peek_row_text() tells of either
 *
 * Both sides of a row, on the caller's stack; ends with vr_report_texts_clear().
 */
typedef struct
{
  VrSlice sides[VR_N_SIDES];
  char *owned[VR_N_SIDES];
} VrReportTexts;

void vr_report_texts_init (VrReportTexts *self, const VrComparison *comparison, guint row);
void vr_report_texts_clear (VrReportTexts *self);

/**
 * vr_report_dup_skipped:
 * @critical: as in VrReportOptions
 *
 * Returns: (transfer full) (nullable): "… 3 paragraphs the same, 12 lines of page furniture …";
 *   %NULL where nothing was left out
 */
char *vr_report_dup_skipped (gboolean critical, VrSkipped skipped) G_GNUC_WARN_UNUSED_RESULT;

/** vr_skipped_count: adds row @row, which was left out at its place, to @self. */
void vr_skipped_count (VrSkipped *self, const VrComparison *comparison, guint row);

/** vr_report_dup_furniture_count: Returns: (transfer full): "12 lines of page furniture" */
char *vr_report_dup_furniture_count (guint n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrReportWalk, vr_report_walk_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrReportTexts, vr_report_texts_clear)

G_END_DECLS
