/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the extractor sees of each block of a page: where it stands among the elements. */
#include "vr-extract-features.h"

#include "vr-extract-private.h"

#include <math.h>
#include <string.h>

/* An element with more of the running text says nothing of one block by its name. */
#define LOW_SHARE 0.4
#define FIFTH 0.2
#define HALF 0.5
#define MOST 0.8
/* How far up is counted. */
#define MAX_UP 12
/* Elements further out are not looked at. */
#define MAX_AROUND 64

static const char *const mark_nicks[VR_N_MARKS] = {
  [VR_MARK_CONTENT] = "m-content",   [VR_MARK_TEXT] = "m-text",
  [VR_MARK_NAV] = "m-nav",           [VR_MARK_HEADER] = "m-header",
  [VR_MARK_FOOTER] = "m-footer",     [VR_MARK_SIDE] = "m-side",
  [VR_MARK_RELATED] = "m-related",   [VR_MARK_PROMO] = "m-promo",
  [VR_MARK_SOCIAL] = "m-social",     [VR_MARK_COMMENT] = "m-comment",
  [VR_MARK_AUTHOR] = "m-author",     [VR_MARK_DATE] = "m-date",
  [VR_MARK_META] = "m-meta",         [VR_MARK_CAPTION] = "m-caption",
  [VR_MARK_MEDIA] = "m-media",       [VR_MARK_DEK] = "m-dek",
  [VR_MARK_HEADLINE] = "m-headline", [VR_MARK_HIDDEN] = "m-hidden",
  [VR_MARK_DIALOG] = "m-dialog",     [VR_MARK_CORRECTION] = "m-correction",
  [VR_MARK_FORM] = "m-form",         [VR_MARK_CONTENTS] = "m-contents",
  [VR_MARK_BOX] = "m-box",           [VR_MARK_QUOTE] = "m-quote",
  [VR_MARK_SHOP] = "m-shop",         [VR_MARK_LEGAL] = "m-legal",
  [VR_MARK_THREAD] = "m-thread",
};

static const char *const nicks[] = {
#define VR_EXTRACT_FEATURE(name, nick) nick,
  VR_EXTRACT_FEATURES (VR_EXTRACT_FEATURE)
#undef VR_EXTRACT_FEATURE
};

const char *
vr_extract_feature_get_nick (guint feature)
{
  g_return_val_if_fail (feature < VR_EXTRACT_N_FEATURES, NULL);

  return feature < VR_EXTRACT_FEATURE_MARKS ? nicks[feature]
                                            : mark_nicks[feature - VR_EXTRACT_FEATURE_MARKS];
}

/* What the tag of the block's element is to running text. */
static float
rank_tag (VrHtmlTag tag)
{
  switch ((int)tag)
    {
    case VR_HTML_P:
      return 5;
    case VR_HTML_BLOCKQUOTE:
    case VR_HTML_PRE:
      return 4;
    case VR_HTML_LI:
    case VR_HTML_DD:
    case VR_HTML_DT:
      return 3;
    case VR_HTML_TD:
    case VR_HTML_TH:
      return 2;
    case VR_HTML_DIV:
    case VR_HTML_SECTION:
    case VR_HTML_ARTICLE:
      return 1;
    default:
      return vr_html_tag_is_heading (tag) ? -1 : 0;
    }
}

/* Notes the marks of one element around a block: none is 0, one of a small element nearly 1, and
 * those of the block's own element count one more. */
static void
add_marks (float *values, guint32 marks, double share, gboolean is_own)
{
  for (guint32 rest = marks; rest != 0; rest &= rest - 1)
    {
      float *value = &values[VR_EXTRACT_FEATURE_MARKS + g_bit_nth_lsf (rest, -1)];

      *value = MAX (*value, (is_own ? 2.0f : 1.0f) - (float)share);
    }
}

static void
note_ancestor (float *values, VrHtmlTag tag)
{
  switch ((int)tag)
    {
    case VR_HTML_UL:
    case VR_HTML_OL:
    case VR_HTML_DL:
      values[VR_EXTRACT_FEATURE_IN_LIST] += 1;
      break;
    case VR_HTML_TABLE:
      values[VR_EXTRACT_FEATURE_IN_TABLE] += 1;
      break;
    case VR_HTML_BLOCKQUOTE:
      values[VR_EXTRACT_FEATURE_IN_QUOTE] += 1;
      break;
    case VR_HTML_MAIN:
      values[VR_EXTRACT_FEATURE_IN_MAIN] = 1;
      break;
    default:
      break;
    }
}

/* What an element around a block, @n_up above its own one, tells. */
static void
measure_ancestor (const VrExtractSums *sums, VrExtractFeatures *self, guint block, guint32 node,
                  guint n_up)
{
  float *values = vr_extract_features_get (self, block);
  VrHtmlTag tag = sums->page->nodes[node].tag;
  double share = vr_extract_sums_share (sums, node);
  gboolean is_low = share < LOW_SHARE;

  if (share < FIFTH)
    values[VR_EXTRACT_FEATURE_UP_TO_FIFTH] = MIN (n_up + 1, MAX_UP);
  if (share < HALF)
    {
      values[VR_EXTRACT_FEATURE_UP_TO_HALF] = MIN (n_up + 1, MAX_UP);
      values[VR_EXTRACT_FEATURE_BRANCH_PROSE] = (float)share;
      values[VR_EXTRACT_FEATURE_BRANCH_CHARS] = logf (1 + vr_extract_sums_chars (sums, node));
      values[VR_EXTRACT_FEATURE_BRANCH_LINKS] = vr_extract_sums_link_density (sums, node);
    }
  if (share < MOST)
    values[VR_EXTRACT_FEATURE_UP_TO_MOST] = MIN (n_up + 1, MAX_UP);
  if (sums->marks[node] & VR_MARK_BIT (VR_MARK_THREAD))
    {
      self->low[block] |= VR_MARK_BIT (VR_MARK_THREAD) | VR_MARK_BIT (VR_MARK_COMMENT);
      add_marks (values, VR_MARK_BIT (VR_MARK_THREAD), 0, FALSE);
    }
  if (is_low)
    {
      self->low[block] |= sums->marks[node];
      add_marks (values, sums->marks[node], share, n_up == 0);
    }
  else
    values[VR_EXTRACT_FEATURE_MARKS_ABOVE] += (sums->marks[node] & ~3u) != 0;
  if (sums->marks[node] & VR_MARK_BIT (VR_MARK_CONTENT))
    {
      values[VR_EXTRACT_FEATURE_CONTENT_SHARE] =
          MAX (values[VR_EXTRACT_FEATURE_CONTENT_SHARE], (float)share);
      values[VR_EXTRACT_FEATURE_IN_CONTENT] = 1;
    }
  if (tag == VR_HTML_ARTICLE)
    {
      values[VR_EXTRACT_FEATURE_ARTICLE_SHARE] =
          MAX (values[VR_EXTRACT_FEATURE_ARTICLE_SHARE], (float)share);
      values[VR_EXTRACT_FEATURE_IN_ARTICLE] = 1;
    }
  note_ancestor (values, tag);
}

static void
measure_parents (const VrExtractSums *sums, float *values, guint32 node)
{
  guint32 parent = sums->page->nodes[node].parent, grand = sums->page->nodes[parent].parent;
  guint32 n_blocks = sums->before[sums->page->nodes[parent].end] - sums->before[parent];

  values[VR_EXTRACT_FEATURE_PARENT_PROSE] = vr_extract_sums_share (sums, parent);
  values[VR_EXTRACT_FEATURE_PARENT_LINKS] = vr_extract_sums_link_density (sums, parent);
  values[VR_EXTRACT_FEATURE_PARENT_BLOCKS] = logf (1 + n_blocks);
  values[VR_EXTRACT_FEATURE_GRAND_PROSE] = vr_extract_sums_share (sums, grand);
  values[VR_EXTRACT_FEATURE_GRAND_LINKS] = vr_extract_sums_link_density (sums, grand);
}

static void
measure_place (const VrExtractSums *sums, VrExtractFeatures *self, guint block)
{
  const VrHtmlBlock *of = vr_html_blocks_get (sums->blocks, block);
  const VrHtmlNode *nodes = sums->page->nodes;
  float *values = vr_extract_features_get (self, block);
  guint n_up = 0;

  /* Inline elements around the block's first text, up to its own element, are its own. */
  for (guint32 i = nodes[of->first].parent; i > of->node; i = nodes[i].parent)
    if (sums->before[nodes[i].end] - sums->before[i] == 1)
      self->own[block] |= sums->marks[i];
  self->own[block] |= sums->marks[of->node];
  self->low[block] = self->own[block];
  add_marks (values, self->own[block], 0, TRUE);
  values[VR_EXTRACT_FEATURE_TAG] = rank_tag (nodes[of->node].tag);
  values[VR_EXTRACT_FEATURE_HEADING] =
      vr_html_tag_is_heading (nodes[of->node].tag) ? 1 + nodes[of->node].tag - VR_HTML_H1 : 0;
  for (guint32 i = of->node; i > 0 && n_up < MAX_AROUND; i = nodes[i].parent)
    measure_ancestor (sums, self, block, i, n_up++);
  values[VR_EXTRACT_FEATURE_DEPTH] = (float)nodes[of->node].depth - (float)nodes[sums->half].depth;
  measure_parents (sums, values, of->node);
  values[VR_EXTRACT_FEATURE_IN_HALF] = of->first > sums->half && of->first < nodes[sums->half].end;
}

VrExtractHints
vr_extract_hints_from (const VrEvidenceList *evidence)
{
  return (VrExtractHints){
    .title = vr_evidence_list_find_first (evidence, VR_EVIDENCE_HEADLINE),
    .description = vr_evidence_list_find_first (evidence, VR_EVIDENCE_DESCRIPTION),
    .body = vr_evidence_list_find_first (evidence, VR_EVIDENCE_BODY),
  };
}

VrExtractFeatures *
vr_extract_features_new (const VrHtmlBlocks *blocks, const VrExtractHints *hints)
{
  VrExtractFeatures *self = g_new0 (VrExtractFeatures, 1);
  g_autoptr (VrExtractSums) sums = vr_extract_sums_new (blocks);

  self->n_blocks = sums->n_blocks;
  self->own = g_new0 (guint32, self->n_blocks + 1);
  self->low = g_new0 (guint32, self->n_blocks + 1);
  self->phrases = g_new0 (VrPhrase, self->n_blocks + 1);
  self->values = g_new0 (float, ((gsize)self->n_blocks + 1) * VR_EXTRACT_N_FEATURES);
  for (guint i = 0; i < self->n_blocks; i++)
    measure_place (sums, self, i);
  vr_extract_measure_text (self, blocks, hints);
  vr_extract_measure_context (self, sums);
  return self;
}

void
vr_extract_features_free (VrExtractFeatures *self)
{
  g_free (self->own);
  g_free (self->low);
  g_free (self->phrases);
  g_free (self->values);
  g_free (self);
}
