/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside a row: sentences first, then words; private to this layer. */
#pragma once

#include "vr-engine.h"

G_BEGIN_DECLS

/* A sentence of a row's side; a U+2029 between two paragraphs is a unit of its own. */
typedef struct
{
  guint32 first_token;
  guint32 end_token;
  VrSpan span;    /* of the row's text, white space behind it left out */
  guint64 hash;   /* of its ids; 0, as the weight, until vr_units_weigh () */
  guint32 weight; /* how much its words weigh, see vr-units.c */
  gboolean is_separator;
} VrUnit;

/* Units [from[s], to[s]) of both sides belong together; one side may be empty. */
typedef struct
{
  guint32 from[VR_N_SIDES];
  guint32 to[VR_N_SIDES];
  gboolean equal;
} VrUnitGroup;

/* Working memory, reused from row to row. */
typedef struct
{
  VrRun runs[VR_N_SIDES];
  GString *texts[VR_N_SIDES];
  GArray *ids[VR_N_SIDES];    /* guint32 */
  GArray *starts[VR_N_SIDES]; /* guint32 */
  GArray *ends[VR_N_SIDES];   /* guint32 */
  GArray *bounds[VR_N_SIDES]; /* guint32: where each paragraph of the row starts in its text */
  GArray *units[VR_N_SIDES];  /* VrUnit */
  GArray *left[VR_N_SIDES];   /* guint32: units without a partner in order */
  GArray *cuts;               /* guint32 */
  GArray *groups;             /* VrUnitGroup */
  GArray *table;              /* guint32, for dynamic programming */
  GArray *hunks;              /* VrHunk, of tokens, in canonical sides */
  GArray *part;               /* VrHunk, of one group */
} VrInline;

void vr_inline_init (VrInline *self);
void vr_inline_clear (VrInline *self);

/* Sets up the runs of a row whose members (canonical sides) are given. */
void vr_inline_load (VrInline *self, const VrEngine *engine,
                     const guint32 *const members[VR_N_SIDES], const guint32 n_members[VR_N_SIDES]);

/* Cuts both sides into units. */
void vr_units_cut (VrInline *self, VrEngine *engine);

/* Hashes and weighs units [from, to) of a side: most are equal from either end, or grouped with the
 * one opposite, and don't need it. */
void vr_units_weigh (VrInline *self, const VrEngine *engine, guint side, guint32 from, guint32 to);

/* Groups the units: equal ones in order, then best match in order between them. */
void vr_units_group (VrInline *self, VrEngine *engine);

/* How much of unit a's words unit b has too, 0 to 1 (Dice's coefficient of weighted words). */
double vr_units_similarity (const VrInline *self, const VrEngine *engine, const VrUnit *a,
                            const VrUnit *b);

/* Compares the words of the groups that are not equal; FALSE only when cancelled. */
gboolean vr_hunks_find (VrInline *self, VrEngine *engine, GError **error);

/* Absorbs islands of stop words between changes. */
void vr_islands_absorb (GArray *hunks, const VrEngine *engine, const VrRun runs[VR_N_SIDES]);

/* Turns the hunks into pieces that join to both texts; returns the VrQuiet classes met. */
guint vr_pieces_append (GArray *pieces, const VrEngine *engine, const VrRun runs[VR_N_SIDES],
                        const GArray *hunks);

/* Marks the words among the row's @pieces, from number @first on, that one side alone had as
 * mojibake; a row of no pieces has some then.  Returns %VR_QUIET_REPAIR where there are any. */
guint vr_repaired_mark (GArray *pieces, guint first, const VrComparison *comparison,
                        const VrRow *row);

/* A sentence without a partner in its row, which may have one in another. */
typedef struct
{
  guint32 sentence; /* index into the comparison's sentences */
  guint32 paragraph;
  VrSpan span; /* of the paragraph's text */
  guint64 hash;
  guint32 n_words;
} VrStray;

/* Appends what became of the row's sentences, and the ones without a partner to @strays. */
void vr_fates_append (GArray *sentences, GArray *strays[VR_N_SIDES], VrInline *self,
                      const VrEngine *engine, const VrRow *row);

/* Interns the stop words of @language, as they stand inside and at the start of a sentence, and
 * appends their ids (guint32); nothing for a language without a list. */
void vr_stop_words_put (const char *language, VrInterner *interner, GArray *ids);

G_END_DECLS
