/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a comparison, for the stages that build it. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

struct _VrComparison
{
  VrArticle *articles[VR_N_SIDES];
  VrOptions options;
  char *language; /* behind options.language and options.encoding */
  char *encoding;
  VrOverrides *overrides;
  VrSummary summary;

  VrRow *rows;
  guint n_rows;
  guint32 *members;  /* the rows' paragraph indexes, behind VrRow's pointers */
  float *terms;      /* VR_ALIGN_N_TERMS for each row that is not exact */
  GArray *pieces;    /* VrPiece */
  GArray *sentences; /* VrSentence */
  VrPlace *places;
  guint n_places;
  guint32 *row_places;    /* row -> place */
  guint32 *paired_before; /* place -> how many rows with both sides stand above it */
  GHashTable *references; /* row -> place + 1, for moved rows only */
  guint64 *ids;           /* a hash of each row's texts */
  guint32 *twins;         /* how many earlier rows have the same hash */
};

G_END_DECLS
