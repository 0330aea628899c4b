/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one codec would make of a line, and how much better that would be. */
#pragma once

#include "vr-mojibake-private.h"

G_BEGIN_DECLS

/* A stretch between spaces that a reading leaves there, with matches in it. */
typedef struct
{
  guint32 first_match, end_match;
  gint gain; /* how much less odd it is afterwards */
  guint cost;
  guint n_strong;
  gboolean is_plain; /* becomes Latin letters and usual signs */
} VrTrialWord;

/* A reading, and how much less odd the line is by it. */
typedef struct
{
  VrReading reading;
  GArray *words;  /* VrTrialWord, in order */
  GArray *before; /* guint32: characters of a word */
  GArray *after;
  VrCodec codec;
  gint gain;         /* of what is taken, 0 where nothing is */
  guint cost;        /* of its letters */
  gboolean is_whole; /* every match is taken, else those of words that gain */
  gboolean is_sure;  /* some word gains so much that others need less */
} VrTrial;

void vr_trial_init (VrTrial *self);
void vr_trial_clear (VrTrial *self);

/* vr_trial_run: undoes @codec in @cells for a trial. */
void vr_trial_run (VrTrial *self, const VrCell *cells, gsize n_cells, VrCodec codec);

/* vr_trial_takes: whether @word of a trial that gains is to be repaired. */
gboolean vr_trial_takes (const VrTrial *self, const VrTrialWord *word);

G_END_DECLS
