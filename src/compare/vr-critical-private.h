/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for critical changes, one file a kind; private to this layer. */
#pragma once

#include "vr-end-mark.h"
#include "vr-inline.h"
#include "vr-negations.h"

G_BEGIN_DECLS

/* Traits that a critical change begins with. */
#define VR_TRAITS_CRITICAL                                                                         \
  (VR_TRAIT_NUMBER | VR_TRAIT_UNIT_SIGN | VR_TRAIT_NEGATION | VR_TRAIT_NEGATION_PART               \
   | VR_TRAIT_END_MARK | VR_TRAIT_QUOTE)

/* What one hunk changes inside sentences that have a counterpart: tokens, in canonical sides. */
typedef struct
{
  guint32 from[VR_N_SIDES];
  guint32 to[VR_N_SIDES];
  guint32 n_words[VR_N_SIDES]; /* punctuation not counted */
  guint traits;                /* of all tokens together */
} VrEdit;

/* Working memory, reused from row to row. */
typedef struct
{
  const VrEngine *engine;
  const VrRun *runs;
  const GArray *hunks;
  GArray *edits;                  /* VrEdit */
  GArray *tokens[VR_N_SIDES];     /* guint32 */
  GArray *quantities[VR_N_SIDES]; /* VrQuantity */
  GArray *changes;                /* VrCriticalChange: of all rows, in the caller's sides */
} VrCriticalSearch;

void vr_critical_search_init (VrCriticalSearch *self, const VrEngine *engine);
void vr_critical_search_clear (VrCriticalSearch *self);

/* Appends the critical changes of the row in @inside, whose hunks are found, in their order. */
void vr_critical_search_run (VrCriticalSearch *self, const VrInline *inside);

/* Appends one; an empty range of tokens is at its place. */
void vr_critical_search_add (VrCriticalSearch *self, VrCritical kind, VrSpan first, VrSpan second);

/* Whether what one side of @edit has over the other is no whole clause. */
gboolean vr_critical_search_is_local (const VrEdit *edit, guint side);

/* Whether the hunks of the row have token @token of @side on the other side too. */
gboolean vr_critical_search_is_elsewhere (const VrCriticalSearch *self, guint side, guint32 token);

void vr_critical_search_numbers (VrCriticalSearch *self);
void vr_critical_search_negations (VrCriticalSearch *self);
void vr_critical_search_end_marks (VrCriticalSearch *self);
void vr_critical_search_quotes (VrCriticalSearch *self);

/* Finds the traits of the keys, whose ids and punctuation are known. */
void vr_critical_describe_ids (VrEngine *engine, const VrNegations *const negations[VR_N_SIDES]);

/* Digits of any script, superscripts and fractions. */
static inline gboolean
vr_critical_is_digit (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_DECIMAL_NUMBER || type == G_UNICODE_OTHER_NUMBER
         || type == G_UNICODE_LETTER_NUMBER;
}

static inline gboolean
vr_critical_is_percent (gunichar c)
{
  return c == '%' || c == 0x2030 || c == 0x2031 || c == 0x66A || c == 0xFF05;
}

static inline guint8
vr_critical_search_trait (const VrCriticalSearch *self, guint side, guint32 token)
{
  return self->engine->traits[self->runs[side].ids[token]];
}

/* Bytes of tokens [from, to); where there are none, the place before token @from. */
static inline VrSpan
vr_critical_search_span (const VrCriticalSearch *self, guint side, guint32 from, guint32 to)
{
  const VrRun *run = &self->runs[side];
  guint32 start = from < run->n_tokens ? run->starts[from] : (guint32)run->text.n_bytes;

  return (VrSpan){ start, to > from ? vr_run_get_end (run, to - 1) : start };
}

G_END_DECLS
