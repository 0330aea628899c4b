/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a comparison, cut into sentences and edits to be judged; for src/history only. */
#pragma once

#include "vr-comparison.h"
#include "vr-remarks.h"
#include "vr-sentences.h"

G_BEGIN_DECLS

/** VrSilentStretch: a sentence of a row's side; @is_moved: from or to another row. */
typedef struct
{
  VrSpan span;
  VrRemark remark;
  gboolean is_moved;
} VrSilentStretch;

/** VrSilentEdit: changed words between equal ones; either side may be empty.  @is_repair: see
 * vr_slips_is_repair(). */
typedef struct
{
  VrSpan spans[VR_N_SIDES];
  gboolean is_repair;
} VrSilentEdit;

/** VrSilentRow: working memory, reused from row to row; spans are bytes of the row's text. */
typedef struct
{
  const VrComparison *comparison;
  const VrRemarks *remarks;
  VrSentences *sentences;
  GArray *ends; /* guint32 */
  VrRow row;
  char *texts[VR_N_SIDES];
  gsize n_bytes[VR_N_SIDES];
  GArray *stretches[VR_N_SIDES]; /* VrSilentStretch, rising */
  GArray *moved[VR_N_SIDES]; /* VrSpan, rising: sentences from or to another row, word for word */
  GArray *edits;             /* VrSilentEdit, rising */
} VrSilentRow;

/** vr_silent_row_init: @comparison and @remarks must outlive it. */
void vr_silent_row_init (VrSilentRow *self, const VrComparison *comparison,
                         const VrRemarks *remarks);
void vr_silent_row_clear (VrSilentRow *self);

/** vr_silent_row_load: row @index; in time linear in its text but for sorting. */
void vr_silent_row_load (VrSilentRow *self, guint index);

/** vr_silent_row_slice: borrowed until the next row. */
VrSlice vr_silent_row_slice (const VrSilentRow *self, guint side, VrSpan span);

/** vr_silent_row_find_stretch: index of the first stretch of @side that ends behind @from. */
guint vr_silent_row_find_stretch (const VrSilentRow *self, guint side, guint32 from);

/** vr_silent_row_is_own: whether a critical change is outside remarks and mended characters. */
gboolean vr_silent_row_is_own (const VrSilentRow *self, const VrCriticalChange *change);

G_END_DECLS
