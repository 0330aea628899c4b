/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that measure a page share. */
#pragma once

#include "vr-extract-features.h"

G_BEGIN_DECLS

/** VR_EXTRACT_PROSE_CHARS: so long a block with few links is running text. */
#define VR_EXTRACT_PROSE_CHARS 80

/**
 * VrExtractSums: what stands where on a page.
 * @before: of each node, and behind the last, how many blocks begin before it
 * @chars, @links, @prose: summed up before each block, and all of them
 * @marks: of each node
 * @half, @most: the innermost elements with that share of the prose
 */
typedef struct
{
  const VrHtmlBlocks *blocks;
  const VrHtmlPage *page;
  guint n_blocks;
  guint32 *before;
  guint32 *marks;
  double *chars;
  double *links;
  double *prose;
  double all_prose;
  guint32 half;
  guint32 most;
} VrExtractSums;

VrExtractSums *vr_extract_sums_new (const VrHtmlBlocks *blocks) G_GNUC_WARN_UNUSED_RESULT;
void vr_extract_sums_free (VrExtractSums *self);

/** vr_extract_sums_share: how much of the page's running text is below @node. */
static inline double
vr_extract_sums_share (const VrExtractSums *self, guint32 node)
{
  guint32 end = self->page->nodes[node].end;

  return (self->prose[self->before[end]] - self->prose[self->before[node]]) / self->all_prose;
}

static inline double
vr_extract_sums_chars (const VrExtractSums *self, guint32 node)
{
  return self->chars[self->before[self->page->nodes[node].end]] - self->chars[self->before[node]];
}

/** vr_extract_sums_link_density: the share of the text below @node that stands in links. */
static inline double
vr_extract_sums_link_density (const VrExtractSums *self, guint32 node)
{
  guint32 end = self->page->nodes[node].end;
  double chars = vr_extract_sums_chars (self, node);

  return chars > 0 ? (self->links[self->before[end]] - self->links[self->before[node]]) / chars : 0;
}

/** vr_extract_fold: Returns: (transfer full): only the letters and digits of @text, in lower case:
 * what is the same to a reader. */
char *vr_extract_fold (const char *text, gssize n_bytes) G_GNUC_WARN_UNUSED_RESULT;

/** vr_extract_measure_text: fills in what the words of each block say. */
void vr_extract_measure_text (VrExtractFeatures *self, const VrHtmlBlocks *blocks,
                              const VrExtractHints *hints);

/** vr_extract_measure_context: fills in what the blocks around each say; last, as it reads the
 * rest. */
void vr_extract_measure_context (VrExtractFeatures *self, const VrExtractSums *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrExtractSums, vr_extract_sums_free)

G_END_DECLS
