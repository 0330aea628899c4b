/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the running text of a page is spread over its elements. */
#include "vr-extract-marks.h"
#include "vr-extract-private.h"

/* Over this share of links a long block is a list of them. */
#define LINKED 0.4
/* What stands in elements that are called furniture counts so much. */
#define FURNITURE_WEIGHT 0.2
/* An element with more of the page's text is not furniture, whatever its name. */
#define TOO_LARGE 0.5

#define FURNITURE                                                                                  \
  (VR_MARK_BIT (VR_MARK_NAV) | VR_MARK_BIT (VR_MARK_FOOTER) | VR_MARK_BIT (VR_MARK_SIDE)           \
   | VR_MARK_BIT (VR_MARK_RELATED) | VR_MARK_BIT (VR_MARK_COMMENT) | VR_MARK_BIT (VR_MARK_DIALOG)  \
   | VR_MARK_BIT (VR_MARK_HIDDEN) | VR_MARK_BIT (VR_MARK_FORM) | VR_MARK_BIT (VR_MARK_LEGAL))

static void
count_before (VrExtractSums *self)
{
  guint block = 0;

  self->before = g_new (guint32, self->page->n_nodes + 1);
  for (guint32 i = 0; i <= self->page->n_nodes; i++)
    {
      while (block < self->n_blocks && vr_html_blocks_get (self->blocks, block)->first < i)
        block++;
      self->before[i] = block;
    }
}

static gboolean
is_prose (const VrHtmlBlock *block)
{
  return block->n_chars >= VR_EXTRACT_PROSE_CHARS && block->n_link_chars < block->n_chars * LINKED;
}

/* Blocks inside of elements that are called furniture, found by their outermost ones: they count
 * less. */
static void
weigh_prose (VrExtractSums *self, const guint8 *is_furniture)
{
  double sum = 0;

  for (guint i = 0; i < self->n_blocks; i++)
    {
      const VrHtmlBlock *block = vr_html_blocks_get (self->blocks, i);

      self->prose[i] = sum;
      if (is_prose (block))
        sum += block->n_chars * (is_furniture[i] ? FURNITURE_WEIGHT : 1.0);
    }
  self->prose[self->n_blocks] = sum;
  self->all_prose = MAX (sum, 1);
}

static guint8 *
find_furniture (const VrExtractSums *self)
{
  guint8 *is_furniture = g_new0 (guint8, self->n_blocks + 1);

  for (guint32 i = 0, behind; i < self->page->n_nodes; i = behind)
    {
      guint32 from = self->before[i], to = self->before[self->page->nodes[i].end];

      behind = i + 1;
      if (from < to
          && (self->marks[i] & VR_MARK_BIT (VR_MARK_THREAD)
              || (self->marks[i] & FURNITURE
                  && vr_extract_sums_chars (self, i) < TOO_LARGE * self->chars[self->n_blocks])))
        {
          for (guint32 k = from; k < to; k++)
            is_furniture[k] = TRUE;
          behind = self->page->nodes[i].end;
        }
    }
  return is_furniture;
}

/* Goes down from the root as long as one child has @share of the prose. */
static guint32
find_container (const VrExtractSums *self, double share)
{
  const VrHtmlNode *nodes = self->page->nodes;
  guint32 at = 0, child = 1;

  while (child < nodes[at].end)
    if (nodes[child].tag != VR_HTML_TEXT && vr_extract_sums_share (self, child) >= share)
      {
        at = child;
        child = at + 1;
      }
    else
      child = nodes[child].end;
  return at;
}

VrExtractSums *
vr_extract_sums_new (const VrHtmlBlocks *blocks)
{
  VrExtractSums *self = g_new0 (VrExtractSums, 1);
  g_autofree guint8 *is_furniture = NULL;

  self->blocks = blocks;
  self->page = blocks->page;
  self->n_blocks = blocks->blocks->len;
  self->marks = vr_extract_mark_nodes (self->page);
  self->chars = g_new0 (double, self->n_blocks + 1);
  self->links = g_new0 (double, self->n_blocks + 1);
  self->prose = g_new0 (double, self->n_blocks + 1);
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const VrHtmlBlock *block = vr_html_blocks_get (blocks, i);

      self->chars[i + 1] = self->chars[i] + block->n_chars;
      self->links[i + 1] = self->links[i] + block->n_link_chars;
    }
  count_before (self);
  is_furniture = find_furniture (self);
  weigh_prose (self, is_furniture);
  self->half = find_container (self, 0.5);
  self->most = find_container (self, 0.8);
  return self;
}

void
vr_extract_sums_free (VrExtractSums *self)
{
  g_free (self->before);
  g_free (self->marks);
  g_free (self->chars);
  g_free (self->links);
  g_free (self->prose);
  g_free (self);
}
