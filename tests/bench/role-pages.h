/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of pages for training: their lines, what these show, and which are text. */
#pragma once

#include "vr-role-chain.h"

typedef struct
{
  VrParagraphs *paragraphs;
  VrRoleLine *lines;
  guint n;
  guint16 *features; /* VR_ROLE_MAX_FEATURES a line */
  guint8 *n_features;
  guint8 *states; /* the truth */
  float *costs;
  GArray *gold;   /* (element-type guint32): words as numbers */
  GArray **words; /* of each line */
  gint8 *known;   /* (nullable): 1 text, 0 other, -1 not known; the states are guessed */
  guint fold;
} RolePage;

/** RoleScore: as eval_extract.py of the shared material counts. */
typedef struct
{
  double precision, recall, n_precision, n_recall, n_equal, n;
} RoleScore;

/** role_pages_read: (element-type RolePage): never freed. */
GPtrArray *role_pages_read (const char *copies, const char *gold, guint n_folds);
/** role_pages_read_weak: adds pages of which a few pieces are marked. */
void role_pages_read_weak (GPtrArray *pages, const char *path);
/** role_pages_add_variants: adds each page @n_variants times with less around its text. */
void role_pages_add_variants (GPtrArray *pages, guint n_variants, GRand *rand);

/** role_score_add: @states: what each line of @page was taken for; @is_loud prints faults. */
void role_score_add (RoleScore *score, const RolePage *page, const guint8 *states,
                     gboolean is_loud);
void role_score_print (const RoleScore *score, const char *name);
