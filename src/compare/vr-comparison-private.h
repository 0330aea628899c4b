/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a comparison, for the stages that build it. */
#pragma once

#include "vr-rows.h"

G_BEGIN_DECLS

/* What a row has inside; its pieces and sentences end where the next one's begin. */
typedef struct
{
  guint32 first_piece;
  guint32 first_sentence;
  guint32 quiet;
} VrDetail;

struct _VrComparison
{
  VrArticle *articles[VR_N_SIDES];
  VrOptions options;
  char *language; /* behind options.language and options.encoding */
  char *encoding;
  VrOverrides *overrides;
  guint8 *roles[VR_N_SIDES]; /* VrRole of each paragraph; NULL where it is the article's own */
  guint32 *
      leads[VR_N_SIDES]; /* bytes of each paragraph's dateline or bullet; NULL where none has one */
  gboolean knows_leads;  /* whether datelines were measured */
  VrSummary summary;

  VrRows rows;
  VrMarks paired;    /* rows with both sides */
  VrMarks detailed;  /* rows with details */
  VrDetail *details; /* one more than there are, behind the last */
  VrPiece *pieces;
  VrSentence *sentences;
  VrMarks critical;         /* rows with critical changes */
  guint32 *critical_firsts; /* of these rows, and one behind the last */
  VrCriticalChange *criticals;
  guint n_places;
  VrMarks references;      /* places that refer to a row */
  guint32 *reference_rows; /* by reference */
  VrMarks twins;           /* rows whose texts an earlier row has too */
  guint32 *twin_numbers;   /* of these rows: how many do */
};

/* Counts equal rows, for vr_comparison_dup_row_id(). */
void vr_comparison_number_twins (VrComparison *self);

/* Which of the references leads to @row, which moved. */
static inline guint32
vr_comparison_number_reference (const VrComparison *self, guint32 row)
{
  return vr_marks_get_before (&self->rows.moved, vr_rows_get_first (&self->rows, VR_SIDE_OLD, row));
}

G_END_DECLS
