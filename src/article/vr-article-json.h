/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as one JSON object, data/variorum-article-1.schema.json. */
#pragma once

#include "vr-article.h"
#include "vr-json-writer.h"

G_BEGIN_DECLS

/**
 * vr_article_write_json:
 * @self: one that has a text
 * @path: (nullable): where it came from; put into the object
 *
 * Writes what is known of an article, each of its paragraphs, and its body: the running text, a
 * line a paragraph.
 */
void vr_article_write_json (const VrArticle *self, const char *path, VrJsonWriter *json);

/** vr_article_write_repairs: the member "repairs" of an object: what was repaired in its text, with
 * where that stood in the decoded source before the repair. */
void vr_article_write_repairs (const VrArticle *self, VrJsonWriter *json);

/** vr_article_write_spans: the member "spans" of an object: links, emphasis and the dateline of
 * paragraph @index, in bytes of its text; @n_dateline as vr_dateline_measure() tells. */
void vr_article_write_spans (const VrArticle *self, guint index, guint32 n_dateline,
                             VrJsonWriter *json);

G_END_DECLS
