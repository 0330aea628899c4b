/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The visible text of a web page, cut into paragraphs as a reader sees them. */
#pragma once

#include "vr-html-node.h"
#include "vr-imported.h"

G_BEGIN_DECLS

/**
 * VrHtmlBlock:
 * @text: of the blocks' text, without white space at its ends
 * @node: the innermost block element that it is in
 * @first: the first text node of it
 * @line: where it begins in the source
 * @n_chars, @n_words, @n_link_chars, @n_strong_chars: of its text, but for spaces
 * @n_links: how many links are in it
 * @first_span, @n_spans: of the blocks' spans, which count from where its text begins
 */
typedef struct
{
  VrSpan text;
  guint32 node;
  guint32 first;
  guint32 line;
  guint32 n_chars;
  guint32 n_words;
  guint32 n_link_chars;
  guint32 n_strong_chars;
  guint32 n_links;
  guint32 first_span;
  guint32 n_spans;
} VrHtmlBlock;

/** VrHtmlBlocks: @blocks of VrHtmlBlock in the order of the source, @spans of VrTextSpan, whose
 * targets are the page's. */
typedef struct
{
  const VrHtmlPage *page;
  GString *text;
  GArray *blocks;
  GArray *spans;
} VrHtmlBlocks;

/**
 * vr_html_blocks_new:
 * @page: stays the caller's, and outlives it
 * @with_hidden: also what is in elements that are not displayed
 */
VrHtmlBlocks *vr_html_blocks_new (const VrHtmlPage *page,
                                  gboolean with_hidden) G_GNUC_WARN_UNUSED_RESULT;
void vr_html_blocks_free (VrHtmlBlocks *self);

/** vr_html_blocks_find: the first block that begins at @node or behind it; their number if none. */
guint vr_html_blocks_find (const VrHtmlBlocks *self, guint32 node);

static inline const VrHtmlBlock *
vr_html_blocks_get (const VrHtmlBlocks *self, guint index)
{
  return &g_array_index (self->blocks, VrHtmlBlock, index);
}

static inline VrSlice
vr_html_blocks_peek (const VrHtmlBlocks *self, guint index)
{
  const VrHtmlBlock *block = vr_html_blocks_get (self, index);

  return (VrSlice){ self->text->str + block->text.from, block->text.to - block->text.from };
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrHtmlBlocks, vr_html_blocks_free)

G_END_DECLS
