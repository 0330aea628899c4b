/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages of a comparison share while it is made; private to this layer. */
#pragma once

#include "vr-diff.h"
#include "vr-rows.h"
#include "vr-sentences.h"

G_BEGIN_DECLS

/* What is known of an interned key, as bits of VrEngine.traits. */
typedef enum
{
  VR_TRAIT_PUNCTUATION = 1 << 0,
  VR_TRAIT_STOP_WORD = 1 << 1,
  VR_TRAIT_NUMBER = 1 << 2,        /* has digits */
  VR_TRAIT_UNIT_SIGN = 1 << 3,     /* a currency or percent sign alone, or "million" */
  VR_TRAIT_NEGATION = 1 << 4,      /* denies */
  VR_TRAIT_NEGATION_PART = 1 << 5, /* denies together with another: "ne" */
  VR_TRAIT_END_MARK = 1 << 6,
  VR_TRAIT_QUOTE = 1 << 7,
} VrTrait;

/*
 * Sides are numbered canonically here: side 0 is the one whose text sorts first, whatever the
 * caller calls old.  So every choice falls the same way for compare (a, b) and compare (b, a);
 * only VrComparison turns the numbers back.
 */
typedef struct
{
  gboolean swapped; /* side 0 is the new article */
  VrArticle *articles[VR_N_SIDES];
  guint32 n_paragraphs[VR_N_SIDES];
  VrTokens *tokens[VR_N_SIDES];
  const guint32 *ids[VR_N_SIDES];
  const guint32 *starts[VR_N_SIDES];
  const guint32 *numbers[VR_N_SIDES];
  const guint32 *firsts[VR_N_SIDES];
  guint8 *roles[VR_N_SIDES]; /* VrRole of each paragraph; NULL where nothing is furniture */
  guint32
      *leads[VR_N_SIDES]; /* bytes of each one's dateline or bullet, which has no tokens; or NULL */
  VrInterner *interner;
  guint32 n_ids;
  guint32 separator; /* the id that stands for U+2029 between the paragraphs of a row */
  guint8 *traits;    /* VrTrait bits of each id */
  guint8 *classes;   /* how well a hunk may end behind each id, for the differ */
  guint32 *counts;   /* a count for each id; all zero between uses */
  const VrOptions *options;
  VrDiffer *differ;
  VrSentences *sentences[VR_N_SIDES];
  gboolean limited;
  GCancellable *cancellable;
} VrEngine;

/* A row's side as one run of tokens: one paragraph's, borrowed, or several ones' joined. */
typedef struct
{
  VrSlice text;
  const guint32 *ids;
  const guint32 *starts;
  guint32 n_tokens;
  const guint32 *ends; /* NULL where vr_tokens_get_end () is to be asked */
  const VrTokens *tokens;
  guint32 paragraph;
  guint32 first_token;
} VrRun;

/* Reads both articles, in the order that their texts decide.  @options, @overrides ((nullable): of
 * the caller's sides) and @cancellable must live on. */
void vr_engine_init (VrEngine *self, VrArticle *old_article, VrArticle *new_article,
                     const VrOptions *options, const VrOverrides *overrides,
                     GCancellable *cancellable);
void vr_engine_clear (VrEngine *self);

/* Measures the datelines of @side, where those are quiet; before its tokens are made. */
void vr_leads_find (VrEngine *self, guint side);
/** vr_leads_is_bullet: whether what paragraph @text opens with is a bullet. */
gboolean vr_leads_is_bullet (VrSlice text);

/* What each paragraph is to this comparison; sets nothing where nothing is furniture.  After the
 * tokens are made; @overrides: (nullable): of the caller's sides. */
void vr_furniture_find (VrEngine *self, const VrOverrides *overrides);
/* Links what is of the articles by vr_align(), and furniture to what equals it; @overrides:
 * (nullable): of the engine's sides. */
gboolean vr_furniture_align (VrEngine *self, const VrOverrides *overrides, VrLinks *links,
                             GError **error);

/* Each connected group of paragraphs becomes a row.  Takes @links. */
void vr_rows_group (VrRows *self, const VrEngine *engine, VrLinks *links);
void vr_rows_find_moved (VrRows *self, const VrEngine *engine);

/* Puts the rows into the order they are shown in. */
void vr_comparison_place_rows (VrComparison *self, const VrEngine *engine);

/* Adds a row to the figures; @runs is NULL for a row of one side only, all of it changed. */
void vr_comparison_count_row (VrComparison *self, const VrEngine *engine, const VrRow *row,
                              const VrRun *runs, const GArray *hunks);
/* Adds all critical changes. */
void vr_comparison_count_critical (VrComparison *self, const GArray *changes);
/* Adds the quiet ones of @pieces from number @first on. */
void vr_comparison_count_quiet (VrComparison *self, const GArray *pieces, guint first);
/* Adds a row of furniture to its own figures. */
void vr_comparison_count_furniture (VrComparison *self, const VrRow *row);

static inline VrSlice
vr_engine_get_text (const VrEngine *self, guint side, guint32 paragraph)
{
  return vr_article_get_paragraph_text (self->articles[side], paragraph);
}

static inline guint32
vr_engine_get_lead (const VrEngine *self, guint side, guint32 paragraph)
{
  return self->leads[side] != NULL ? self->leads[side][paragraph] : 0;
}

static inline gboolean
vr_engine_is_furniture (const VrEngine *self, guint side, guint32 paragraph)
{
  return self->roles[side] != NULL && vr_role_is_furniture (self->roles[side][paragraph]);
}

/* Which of the canonical sides the caller's @side is, and the other way round. */
static inline guint
vr_engine_side (const VrEngine *self, guint side)
{
  return self->swapped ? 1 - side : side;
}

/* The tokens of a paragraph: from this one up to vr_engine_end_token(). */
static inline guint32
vr_engine_first_token (const VrEngine *self, guint side, guint32 paragraph)
{
  return self->firsts[side][self->numbers[side][paragraph]];
}

static inline guint32
vr_engine_end_token (const VrEngine *self, guint side, guint32 paragraph)
{
  return self->firsts[side][self->numbers[side][paragraph] + 1];
}

/* The byte at which token @index of @run ends. */
static inline guint32
vr_run_get_end (const VrRun *run, guint32 index)
{
  if (run->ends != NULL)
    return run->ends[index];
  return vr_tokens_get_end (run->tokens, run->text, run->paragraph, run->first_token + index);
}

G_END_DECLS
