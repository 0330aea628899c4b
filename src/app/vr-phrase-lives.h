/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a phrase, event by event. */
#pragma once

#include "vr-article.h"
#include "vr-history-search.h"
#include "vr-variant-titles.h"

G_BEGIN_DECLS

/**
 * VrPhraseEventKind: what became of a phrase.
 * @VR_PHRASE_STANDS: it is in the last version
 */
typedef enum
{
  VR_PHRASE_APPEARED,
  VR_PHRASE_BACK,
  VR_PHRASE_VANISHED,
  VR_PHRASE_STANDS,
} VrPhraseEventKind;

/**
 * VrPhraseEvent:
 * @variant: index of what vr_history_search_peek_variants() has
 * @kind: what became of the phrase
 * @version: in which version
 * @older, @newer: versions that show it side by side; both 0 where the variant has only one
 * @older_id, @newer_id: their ids; "" where only the number is known
 * @side: which of them has the phrase
 * @context: (nullable): the text around it, where it appeared or came back
 * @match: where in @context it stands
 */
typedef struct
{
  guint variant;
  VrPhraseEventKind kind;
  VrFoundVersion version;
  guint older;
  guint newer;
  char older_id[VR_VERSION_ID_BYTES];
  char newer_id[VR_VERSION_ID_BYTES];
  VrSide side;
  char *context;
  VrSpan match;
} VrPhraseEvent;

/**
 * VrPhraseLives: immutable once it is handed out, atomically ref-counted
 * @phrase: what was looked for
 * @search: what was found
 * @titles: (element-type VrVariantTitles): of its variants
 * @events: (element-type VrPhraseEvent): variant by variant, the oldest first
 */
typedef struct
{
  char *phrase;
  VrHistorySearch *search;
  GArray *titles;
  GArray *events;
} VrPhraseLives;

/** vr_phrase_lives_new: @search: (transfer full).  Returns: (transfer full): its events, without
 * context, and with slugs for titles */
VrPhraseLives *vr_phrase_lives_new (const char *phrase,
                                    VrHistorySearch *search) G_GNUC_WARN_UNUSED_RESULT;
VrPhraseLives *vr_phrase_lives_ref (VrPhraseLives *self);
void vr_phrase_lives_unref (VrPhraseLives *self);

/** vr_phrase_lives_peek_event: by number, from 0. */
const VrPhraseEvent *vr_phrase_lives_peek_event (const VrPhraseLives *self, guint index);
/** vr_phrase_lives_peek_variant: of that event. */
const VrFoundVariant *vr_phrase_lives_peek_variant (const VrPhraseLives *self, guint index);
/** vr_phrase_lives_peek_titles: of that event's variant. */
const VrVariantTitles *vr_phrase_lives_peek_titles (const VrPhraseLives *self, guint index);
/** vr_phrase_lives_take_titles: what people call variant @variant of those that were found; before
 * it is handed out.  @titles: its strings are taken. */
void vr_phrase_lives_take_titles (VrPhraseLives *self, guint variant,
                                  const VrVariantTitles *titles);
/** vr_phrase_lives_begins_variant: whether the event before it, if any, is of another variant. */
gboolean vr_phrase_lives_begins_variant (const VrPhraseLives *self, guint index);

/** vr_phrase_event_set_context: the first place in @article that has @phrase, with what stands
 * around it; nothing where there is none. */
void vr_phrase_event_set_context (VrPhraseEvent *self, const VrArticle *article,
                                  const char *phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrPhraseLives, vr_phrase_lives_unref)

G_END_DECLS
