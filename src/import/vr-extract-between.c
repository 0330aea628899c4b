/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings and lists that stand between paragraphs of the article belong to it. */
#include "vr-extract-between.h"

/* What is in an element of such a name is no text by its place alone. */
#define APART                                                                                      \
  (VR_MARK_BIT (VR_MARK_NAV) | VR_MARK_BIT (VR_MARK_HEADER) | VR_MARK_BIT (VR_MARK_FOOTER)         \
   | VR_MARK_BIT (VR_MARK_SIDE) | VR_MARK_BIT (VR_MARK_RELATED) | VR_MARK_BIT (VR_MARK_PROMO)      \
   | VR_MARK_BIT (VR_MARK_SOCIAL) | VR_MARK_BIT (VR_MARK_COMMENT) | VR_MARK_BIT (VR_MARK_AUTHOR)   \
   | VR_MARK_BIT (VR_MARK_DATE) | VR_MARK_BIT (VR_MARK_META) | VR_MARK_BIT (VR_MARK_CAPTION)       \
   | VR_MARK_BIT (VR_MARK_MEDIA) | VR_MARK_BIT (VR_MARK_HIDDEN) | VR_MARK_BIT (VR_MARK_DIALOG)     \
   | VR_MARK_BIT (VR_MARK_FORM) | VR_MARK_BIT (VR_MARK_CONTENTS) | VR_MARK_BIT (VR_MARK_SHOP)      \
   | VR_MARK_BIT (VR_MARK_LEGAL) | VR_MARK_BIT (VR_MARK_THREAD))
/* So much of a list's text in links makes it one of other pages. */
#define LINKED 0.5
/* Elements further out are not looked at. */
#define MAX_AROUND 64

typedef struct
{
  const VrHtmlBlocks *blocks;
  const VrExtractFeatures *features;
  gboolean *is_text;
} Taker;

static const VrHtmlNode *
get_node (const Taker *taker, guint32 node)
{
  return &taker->blocks->page->nodes[node];
}

static guint32
get_block_node (const Taker *taker, guint block)
{
  return vr_html_blocks_get (taker->blocks, block)->node;
}

static gboolean
is_in (const Taker *taker, guint block, guint32 node)
{
  guint32 at = get_block_node (taker, block);

  return at >= node && at < get_node (taker, node)->end;
}

/* "Sundays only" begins as a date does, and is none without a number. */
static gboolean
is_apart (const Taker *taker, guint block)
{
  VrPhrase phrase = taker->features->phrases[block];

  if ((taker->features->low[block] & APART) != 0)
    return TRUE;
  return phrase == VR_PHRASE_DATE
             ? vr_extract_features_get (taker->features, block)[VR_EXTRACT_FEATURE_DIGITS] > 0
             : phrase != VR_PHRASE_NONE;
}

/* The outermost list around @block; 0 if it is in none. */
static guint32
find_list (const Taker *taker, guint block)
{
  guint32 list = 0, n_up = 0;

  for (guint32 i = get_block_node (taker, block); i > 0 && n_up < MAX_AROUND;
       i = get_node (taker, i)->parent, n_up++)
    {
      VrHtmlTag tag = get_node (taker, i)->tag;

      if (tag == VR_HTML_UL || tag == VR_HTML_OL || tag == VR_HTML_DL)
        list = i;
    }
  return list;
}

/* The element in which @node stands: what is around nothing but blocks @from to before @to is only
 * a wrapper of it. */
static guint32
find_place (const Taker *taker, guint32 node, guint from, guint to)
{
  guint32 place = get_node (taker, node)->parent, n_up = 0;

  while (place > 0 && n_up++ < MAX_AROUND && (from == 0 || !is_in (taker, from - 1, place))
         && (to == taker->features->n_blocks || !is_in (taker, to, place)))
    place = get_node (taker, place)->parent;
  return place;
}

static gboolean
may_be_list (const Taker *taker, guint from, guint to)
{
  double n_chars = 0, n_linked = 0;

  for (guint i = from; i < to; i++)
    {
      const VrHtmlBlock *block = vr_html_blocks_get (taker->blocks, i);

      if (is_apart (taker, i))
        return FALSE;
      n_chars += block->n_chars;
      n_linked += block->n_link_chars;
    }
  return n_linked < n_chars * LINKED;
}

/* The list @list has the blocks from @from to before @to. */
static void
take_list (Taker *taker, guint32 list, guint from, guint to)
{
  guint32 place = find_place (taker, list, from, to);
  guint before = from, behind = to;

  /* Between it and the paragraphs, only its heading may stand. */
  while (before > 0 && !taker->is_text[before - 1]
         && vr_html_tag_is_heading (get_node (taker, get_block_node (taker, before - 1))->tag))
    before--;
  while (behind < taker->features->n_blocks && !taker->is_text[behind]
         && vr_html_tag_is_heading (get_node (taker, get_block_node (taker, behind))->tag))
    behind++;
  if (before == 0 || behind == taker->features->n_blocks || !taker->is_text[before - 1]
      || !taker->is_text[behind] || !is_in (taker, before - 1, place)
      || !is_in (taker, behind, place) || !may_be_list (taker, from, to))
    return;
  for (guint i = from; i < to; i++)
    taker->is_text[i] = TRUE;
}

static void
take_lists (Taker *taker)
{
  guint to;

  for (guint from = 0; from < taker->features->n_blocks; from = to)
    {
      guint32 list = find_list (taker, from);

      for (to = from + 1; list > 0 && to < taker->features->n_blocks && is_in (taker, to, list);)
        to++;
      if (list > 0)
        take_list (taker, list, from, to);
    }
}

/* From the last to the first, as one heading may follow another. */
static void
take_headings (Taker *taker, guint first)
{
  for (guint i = taker->features->n_blocks; i-- > first + 1;)
    {
      guint32 node = get_block_node (taker, i);

      if (!taker->is_text[i] && i + 1 < taker->features->n_blocks && taker->is_text[i + 1]
          && vr_html_tag_is_heading (get_node (taker, node)->tag) && !is_apart (taker, i)
          && vr_html_blocks_get (taker->blocks, i)->n_link_chars
                 < vr_html_blocks_get (taker->blocks, i)->n_chars * LINKED
          && is_in (taker, i + 1, find_place (taker, node, i, i + 1)))
        taker->is_text[i] = TRUE;
    }
}

void
vr_extract_take_between (const VrHtmlBlocks *blocks, const VrExtractFeatures *features,
                         gboolean *is_text)
{
  Taker taker = { blocks, features, is_text };
  guint first = 0;

  while (first < features->n_blocks && !is_text[first])
    first++;
  take_lists (&taker);
  take_headings (&taker, first);
}
