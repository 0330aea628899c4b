/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every edit script must hold to; used by tests and fuzzers. */
#pragma once

#include "vr-diff.h"

G_BEGIN_DECLS

/* A sequence of ids that grows. */
typedef struct
{
  guint32 *ids;
  guint32 n;
  guint32 n_room;
} Sequence;

void sequence_clear (Sequence *sequence);
void sequence_push (Sequence *sequence, guint32 id);
void sequence_fill (Sequence *sequence, GRand *rand, guint32 n, guint32 n_ids);

/* Copies @from with one token in about @one_in replaced, dropped or followed by another. */
void sequence_edit (Sequence *sequence, const Sequence *from, GRand *rand, guint32 one_in,
                    guint32 n_ids);

/* Aborts unless @hunks make @new of @old, are in order, and have equal tokens between them. */
void check_hunks (const Sequence *old, const Sequence *new, const GArray *hunks);

/* Deleted and inserted tokens. */
guint32 count_edits (const GArray *hunks);

/* The least there can be, by the textbook's table: quadratic time. */
guint32 count_least_edits (const Sequence *old, const Sequence *new);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sequence, sequence_clear)

G_END_DECLS
