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

G_END_DECLS
