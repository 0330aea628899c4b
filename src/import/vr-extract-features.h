/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the extractor sees of each block of a page: numbers for the model, marks for the rules. */
#pragma once

#include "vr-evidence.h"
#include "vr-extract-words.h"
#include "vr-html-blocks.h"

G_BEGIN_DECLS

#define VR_EXTRACT_FEATURES(X)                                                                     \
  X (CHARS, "chars")                                                                               \
  X (WORDS, "words")                                                                               \
  X (LINK_DENSITY, "link-density")                                                                 \
  X (LINKS, "links")                                                                               \
  X (STRONG, "strong")                                                                             \
  X (STOPS, "stops")                                                                               \
  X (DIGITS, "digits")                                                                             \
  X (CAPITALS, "capitals")                                                                         \
  X (WORD_LENGTH, "word-length")                                                                   \
  X (BEGINS, "begins")                                                                             \
  X (ENDS, "ends")                                                                                 \
  X (PHRASE, "phrase")                                                                             \
  X (FURNITURE_WORDS, "furniture-words")                                                           \
  X (TAG, "tag")                                                                                   \
  X (HEADING, "heading")                                                                           \
  X (IN_LIST, "in-list")                                                                           \
  X (IN_TABLE, "in-table")                                                                         \
  X (IN_QUOTE, "in-quote")                                                                         \
  X (IS_TITLE, "is-title")                                                                         \
  X (IS_DESCRIPTION, "is-description")                                                             \
  X (IN_DATA, "in-data")                                                                           \
  X (REPEATED, "repeated")                                                                         \
  X (TWIN_PROSE, "twin-prose")                                                                     \
  X (TWINS, "twins")                                                                               \
  X (CONTENT_SHARE, "content-share")                                                               \
  X (IN_CONTENT, "in-content")                                                                     \
  X (ARTICLE_SHARE, "article-share")                                                               \
  X (IN_ARTICLE, "in-article")                                                                     \
  X (IN_MAIN, "in-main")                                                                           \
  X (IN_HALF, "in-half")                                                                           \
  X (UP_TO_HALF, "up-to-half")                                                                     \
  X (UP_TO_MOST, "up-to-most")                                                                     \
  X (UP_TO_FIFTH, "up-to-fifth")                                                                   \
  X (BRANCH_PROSE, "branch-prose")                                                                 \
  X (BRANCH_CHARS, "branch-chars")                                                                 \
  X (BRANCH_LINKS, "branch-links")                                                                 \
  X (PARENT_PROSE, "parent-prose")                                                                 \
  X (PARENT_LINKS, "parent-links")                                                                 \
  X (PARENT_BLOCKS, "parent-blocks")                                                               \
  X (GRAND_PROSE, "grand-prose")                                                                   \
  X (GRAND_LINKS, "grand-links")                                                                   \
  X (PROSE_BEFORE, "prose-before")                                                                 \
  X (PROSE_BEHIND, "prose-behind")                                                                 \
  X (TO_PROSE_BEFORE, "to-prose-before")                                                           \
  X (TO_PROSE_BEHIND, "to-prose-behind")                                                           \
  X (POSITION, "position")                                                                         \
  X (PAGE_PROSE, "page-prose")                                                                     \
  X (PREVIOUS_CHARS, "previous-chars")                                                             \
  X (PREVIOUS_LINKS, "previous-links")                                                             \
  X (PREVIOUS_IS_SIBLING, "previous-is-sibling")                                                   \
  X (PREVIOUS_HEADING, "previous-heading")                                                         \
  X (PREVIOUS_2_CHARS, "previous-2-chars")                                                         \
  X (NEXT_CHARS, "next-chars")                                                                     \
  X (NEXT_LINKS, "next-links")                                                                     \
  X (NEXT_IS_SIBLING, "next-is-sibling")                                                           \
  X (NEXT_HEADING, "next-heading")                                                                 \
  X (NEXT_2_CHARS, "next-2-chars")                                                                 \
  X (BEHIND_TITLE, "behind-title")                                                                 \
  X (CONTENT_BEFORE, "content-before")                                                             \
  X (MARKS_ABOVE, "marks-above")                                                                   \
  X (DEPTH, "depth")                                                                               \
  X (PREVIOUS_PHRASE, "previous-phrase")                                                           \
  X (NEXT_PHRASE, "next-phrase")                                                                   \
  X (HEADING_PHRASE, "heading-phrase")                                                             \
  X (SINCE_HEADING, "since-heading")                                                               \
  X (SINCE_TITLE, "since-title")

typedef enum
{
#define VR_EXTRACT_FEATURE(name, nick) VR_EXTRACT_FEATURE_##name,
  VR_EXTRACT_FEATURES (VR_EXTRACT_FEATURE)
#undef VR_EXTRACT_FEATURE
  /* One for each VrMark. */
  VR_EXTRACT_FEATURE_MARKS,
  VR_EXTRACT_N_FEATURES = VR_EXTRACT_FEATURE_MARKS + VR_N_MARKS,
} VrExtractFeature;

/** VrExtractAround: how the blocks around a block were judged: each by itself, and all before and
 * behind it. */
typedef enum
{
  VR_EXTRACT_AROUND_OWN,
  VR_EXTRACT_AROUND_PREVIOUS,
  VR_EXTRACT_AROUND_NEXT,
  VR_EXTRACT_AROUND_PREVIOUS_2,
  VR_EXTRACT_AROUND_NEXT_2,
  VR_EXTRACT_AROUND_NEAR_BEFORE,
  VR_EXTRACT_AROUND_NEAR_BEHIND,
  VR_EXTRACT_AROUND_TEXT_BEFORE,
  VR_EXTRACT_AROUND_TEXT_BEHIND,
  VR_EXTRACT_AROUND_RUN_BEFORE,
  VR_EXTRACT_AROUND_RUN_BEHIND,
  VR_EXTRACT_AROUND_TWINS,
  VR_EXTRACT_AROUND_TEXT,
  VR_EXTRACT_N_AROUND,
} VrExtractAround;

/** VrExtractHints: what the page says of itself; each may be %NULL. */
typedef struct
{
  const char *title;
  const char *description;
  const char *body;
} VrExtractHints;

/** vr_extract_hints_from: borrowed from @evidence. */
VrExtractHints vr_extract_hints_from (const VrEvidenceList *evidence);

/**
 * VrExtractFeatures:
 * @own: of each block the bits of marks of the innermost elements around it
 * @low: the bits of all elements around it that hold little of the page's text
 * @phrases: what it begins with
 * @values: %VR_EXTRACT_N_FEATURES a block
 */
typedef struct
{
  guint n_blocks;
  guint32 *own;
  guint32 *low;
  VrPhrase *phrases;
  float *values;
} VrExtractFeatures;

VrExtractFeatures *vr_extract_features_new (const VrHtmlBlocks *blocks,
                                            const VrExtractHints *hints) G_GNUC_WARN_UNUSED_RESULT;
void vr_extract_features_free (VrExtractFeatures *self);

/** vr_extract_look_around: Returns: (transfer full): %VR_EXTRACT_N_AROUND a block, by @sure, how
 * surely each is text. */
float *vr_extract_look_around (const VrExtractFeatures *features,
                               const float *sure) G_GNUC_WARN_UNUSED_RESULT;

/** vr_extract_feature_get_nick: static; @feature may be one of a mark. */
const char *vr_extract_feature_get_nick (guint feature);

static inline float *
vr_extract_features_get (const VrExtractFeatures *self, guint block)
{
  return self->values + (gsize)block * VR_EXTRACT_N_FEATURES;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrExtractFeatures, vr_extract_features_free)

G_END_DECLS
