/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article: a text cut into paragraphs, with what is known about it. */
#pragma once

#include "vr-imported.h"
#include "vr-paragraphs.h"

G_BEGIN_DECLS

/** VrArticle: immutable, atomically ref-counted. */
typedef struct _VrArticle VrArticle;

/**
 * vr_article_new:
 * @text: a reference is taken
 * @mode: how paragraphs are told apart
 * @language: (nullable): forced by the reader; else detected
 *
 * What each paragraph is, vr_roles_judge() tells.
 *
 * Returns: (transfer full): the article
 */
VrArticle *vr_article_new (VrText *text, VrParagraphMode mode,
                           const char *language) G_GNUC_WARN_UNUSED_RESULT;

/** vr_article_new_verbatim: the same, but every paragraph is body. */
VrArticle *vr_article_new_verbatim (VrText *text, VrParagraphMode mode,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_article_new_from_units:
 * @units: texts that are cut already, copied; an empty one stays a paragraph of no bytes
 *
 * For aligning pre-cut units.  It has no file: the name is "", the encoding UTF-8.
 */
VrArticle *vr_article_new_from_units (const char *const *units, guint n_units,
                                      const char *language) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_article_new_imported:
 * @text: what @imported says, a line a paragraph; a reference is taken
 * @imported: a reference is taken; its paragraphs are the article's, and its roles theirs
 * @language: (nullable): forced by the reader; else what @imported says, else detected
 */
VrArticle *vr_article_new_imported (VrText *text, VrImported *imported,
                                    const char *language) G_GNUC_WARN_UNUSED_RESULT;

/** vr_article_new_imported_verbatim: the same, but what is furniture there is body. */
VrArticle *vr_article_new_imported_verbatim (VrText *text, VrImported *imported,
                                             const char *language) G_GNUC_WARN_UNUSED_RESULT;

/** vr_article_with_language: Returns: (transfer full): the same text, in that language. */
VrArticle *vr_article_with_language (const VrArticle *self,
                                     const char *language) G_GNUC_WARN_UNUSED_RESULT;

VrArticle *vr_article_ref (VrArticle *self);
void vr_article_unref (VrArticle *self);

/** vr_article_get_text: borrowed; %NULL for an article made from units. */
VrText *vr_article_get_text (const VrArticle *self);
guint vr_article_get_n_paragraphs (const VrArticle *self);
/** vr_article_get_paragraph: as vr_paragraphs_get(). */
VrParagraph vr_article_get_paragraph (const VrArticle *self, guint index);
/** vr_article_get_paragraph_text: as vr_paragraphs_get_text(). */
VrSlice vr_article_get_paragraph_text (const VrArticle *self, guint index);
VrParagraphMode vr_article_get_paragraph_mode (const VrArticle *self);
const char *vr_article_get_language (const VrArticle *self);

/** vr_article_get_role: what paragraph @index is, as the text itself or its importer tells. */
VrRole vr_article_get_role (const VrArticle *self, guint index);
/** vr_article_get_role_reason: (nullable): what told so, an untranslated message; %NULL for body
 * that nothing spoke against; static. */
const char *vr_article_get_role_reason (const VrArticle *self, guint index);
/** vr_article_get_source_line: where paragraph @index begins in the source, from 1; 0 where lines
 * mean nothing there. */
guint vr_article_get_source_line (const VrArticle *self, guint index);

/** VrLineCursor: where a line was looked for last; all zeros at first. */
typedef struct
{
  guint paragraph;
  guint32 at;
  guint line; /* 0 before the first */
} VrLineCursor;

/** vr_article_find_line: the line of the source that byte @at of the text stands in; 0 where lines
 * mean nothing there.  @cursor: the same one for bytes that rise. */
guint vr_article_find_line (const VrArticle *self, guint32 at, VrLineCursor *cursor);
/** vr_article_has_furniture: whether any paragraph is the page's and not the article's. */
gboolean vr_article_has_furniture (const VrArticle *self);
/** vr_article_get_imported: (nullable): what its importer found; %NULL for plain text; borrowed. */
VrImported *vr_article_get_imported (const VrArticle *self);
/** vr_article_get_fact: (nullable): what is known of it, from its importer or from the roles of its
 * paragraphs; borrowed. */
const char *vr_article_get_fact (const VrArticle *self, VrFact fact);

/**
 * vr_article_get_title:
 *
 * Returns: a short name for people: the first line above the text that reads like a headline, else
 * the file's name; borrowed
 */
const char *vr_article_get_title (const VrArticle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrArticle, vr_article_unref)

G_END_DECLS
