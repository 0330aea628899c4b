/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens in the making: one text after the other, keys looked up a few at a time. */
#pragma once

#include "vr-interner-private.h"
#include "vr-tokens-private.h"
#include "vr-word-table.h"

G_BEGIN_DECLS

/* The arrays grow by at least so many tokens. */
#define VR_TOKEN_BUILDER_STEP 256

/* So many keys are looked up together, each while the next ones' slots are on their way from
 * memory; 16 to 64 are equally good in tests/bench/bench-tokens. */
#define VR_TOKEN_BUILDER_QUEUE 32

/* VrWaitingKey: a key of up to 16 bytes that waits to be looked up. */
typedef struct
{
  guint64 a;
  guint64 b;
  guint32 home;
  guint32 n_bytes;
} VrWaitingKey;

/*
 * VrTokenBuilder:
 * @gap: where in @text the gap starts that the next token ends
 * @queue: the keys of the last @n_waiting tokens, whose ids are not set yet
 */
typedef struct
{
  VrTokens *tokens;
  VrInterner *interner;
  guint quiet;
  VrTokenUnit unit;
  VrTokensWay way;
  VrWords *words;
  const VrWordTable *table;
  GArray *segments;
  GString *key;
  VrSlice text;
  guint32 gap;
  guint n_waiting;
  VrWaitingKey queue[VR_TOKEN_BUILDER_QUEUE];
} VrTokenBuilder;

/* Makes room for @n tokens in all. */
void vr_token_builder_reserve (VrTokens *tokens, guint32 n);

/* Looks the waiting keys up. */
void vr_token_builder_drain (VrTokenBuilder *self);

/*
 * vr_token_builder_add_plain:
 * @bytes: the text or a copy of a part of it, at least %VR_WORD_MARGIN_BYTES readable behind @n
 * @at: where in @bytes a word or white space starts
 * @shift: what to add for the place in the text
 *
 * Takes plain words and the marks around them at a glance, as most of a text is; stops in front of
 * what is more than that, or behind the @n bytes.  Returns where it stopped.
 */
guint32 vr_token_builder_add_plain (VrTokenBuilder *self, const char *bytes, guint32 at, guint32 n,
                                    guint32 shift);

static inline guint32
vr_token_builder_add_start (VrTokens *tokens, guint32 from)
{
  if (G_UNLIKELY (tokens->n == tokens->n_allocated))
    vr_token_builder_reserve (tokens, tokens->n + VR_TOKEN_BUILDER_STEP);
  tokens->starts[tokens->n] = from;
  return tokens->n++;
}

/* Adds a token with a key that fits its slot. */
static inline void
vr_token_builder_add_short (VrTokenBuilder *self, guint64 a, guint64 b, guint n_bytes, guint32 from)
{
  guint32 home = vr_interner_home (a, b, n_bytes);
  vr_interner_prefetch (self->interner, home);
  vr_token_builder_add_start (self->tokens, from);
  self->queue[self->n_waiting++] = (VrWaitingKey){ a, b, home, n_bytes };
  if (self->n_waiting == VR_TOKEN_BUILDER_QUEUE)
    vr_token_builder_drain (self);
}

G_END_DECLS
