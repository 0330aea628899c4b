/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How tokens are built: laid open for the builder and for the test that its ways agree. */
#pragma once

#include "vr-tokens.h"

G_BEGIN_DECLS

struct _VrTokens
{
  guint32 n;
  guint32 n_allocated;
  guint quiet;
  guint32 *ids;
  guint32 *starts;
  guint32 *ends; /* only where punctuation hides in gaps; else a token ends where its gap starts */
  guint32 *numbers;
  guint32 n_numbers;
  guint32 *firsts;
};

/**
 * VrTokensWay:
 * @VR_TOKENS_WAY_FASTEST: ICU only for what the tables do not know
 * @VR_TOKENS_WAY_TABLE: the tables, but no whole words at a glance
 * @VR_TOKENS_WAY_ICU: all through ICU, each text as a whole
 */
typedef enum
{
  VR_TOKENS_WAY_FASTEST,
  VR_TOKENS_WAY_TABLE,
  VR_TOKENS_WAY_ICU,
} VrTokensWay;

/** vr_tokens_new_by: vr_tokens_new() by a way that the caller chooses; all give the same tokens. */
VrTokens *vr_tokens_new_by (VrTokensWay way, const VrSlice *texts, guint n_texts, guint quiet,
                            VrTokenUnit unit, const char *language,
                            VrInterner *interner) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
