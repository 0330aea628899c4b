/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article for people to read: without the page's furniture. */
#pragma once

#include "vr-article.h"
#include "vr-output.h"

G_BEGIN_DECLS

/** vr_cli_article_write_text: a paragraph, then a blank line. */
void vr_cli_article_write_text (const VrArticle *article, VrOutput *output);

/** vr_cli_article_write_markdown: the same in CommonMark, with headings, lists, quotes and links.
 */
void vr_cli_article_write_markdown (const VrArticle *article, VrOutput *output);

G_END_DECLS
