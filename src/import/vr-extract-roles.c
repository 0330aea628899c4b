/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each block of a page is, once it is known which are the article's text. */
#include "vr-extract-roles.h"

#include "vr-date-words.h"
#include "vr-extract-between.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Headline, byline and such stand at most so many blocks before the text, captions so many
 * around it. */
#define HEAD_BLOCKS 25
#define TAIL_BLOCKS 6
/* The longest line of each kind, in characters. */
#define MAX_BYLINE 120
#define MAX_DATE 80
#define MAX_DEK 600
#define MIN_BIO 60
#define MAX_MENU_ITEM 30
#define MAX_BARE_DATE 48
#define MAX_BEHIND_DATE 10
#define LINKED 0.5f

typedef struct
{
  const VrHtmlBlocks *blocks;
  const VrExtractFeatures *features;
  const VrEvidenceList *evidence;
  guint first, last; /* of the article's text */
  guint n_headlines;
} Teller;

typedef struct
{
  guint32 marks;
  VrRole role;
  const char *reason;
} Rule;

/* By what the elements around a block are called; the first that fits. */
static const Rule furniture_rules[] = {
  { VR_MARK_BIT (VR_MARK_COMMENT), VR_ROLE_FOOTER, N_ ("among readers’ comments") },
  { VR_MARK_BIT (VR_MARK_PROMO), VR_ROLE_PROMO, N_ ("in an element for promotion") },
  { VR_MARK_BIT (VR_MARK_SOCIAL), VR_ROLE_NAV, N_ ("among buttons for sharing") },
  { VR_MARK_BIT (VR_MARK_DIALOG) | VR_MARK_BIT (VR_MARK_FORM), VR_ROLE_NAV,
    N_ ("in a form or a notice") },
  { VR_MARK_BIT (VR_MARK_RELATED), VR_ROLE_RELATED, N_ ("in an element for other articles") },
  { VR_MARK_BIT (VR_MARK_NAV), VR_ROLE_NAV, N_ ("in an element for navigation") },
  { VR_MARK_BIT (VR_MARK_FOOTER) | VR_MARK_BIT (VR_MARK_LEGAL), VR_ROLE_FOOTER,
    N_ ("in the page’s footer") },
  { VR_MARK_BIT (VR_MARK_SIDE), VR_ROLE_RELATED, N_ ("in a side column") },
  { VR_MARK_BIT (VR_MARK_SHOP), VR_ROLE_PROMO, N_ ("in an element for offers") },
  { VR_MARK_BIT (VR_MARK_HEADER) | VR_MARK_BIT (VR_MARK_HIDDEN) | VR_MARK_BIT (VR_MARK_META),
    VR_ROLE_NAV, N_ ("in the page’s header") },
};

static const VrExtractBlock phrase_roles[VR_N_PHRASES] = {
  [VR_PHRASE_MORE] = { VR_ROLE_RELATED, N_ ("begins as a link to other articles does") },
  [VR_PHRASE_SOCIAL] = { VR_ROLE_NAV, N_ ("begins as a button for sharing does") },
  [VR_PHRASE_PROMO] = { VR_ROLE_PROMO, N_ ("begins as a promotion does") },
  [VR_PHRASE_META] = { VR_ROLE_NAV, N_ ("begins as a list of topics does") },
  [VR_PHRASE_LEGAL] = { VR_ROLE_FOOTER, N_ ("begins as a legal notice does") },
};

static float
get (const Teller *teller, guint block, VrExtractFeature feature)
{
  return vr_extract_features_get (teller->features, block)[feature];
}

static gboolean
has_mark (guint32 marks, VrMark mark)
{
  return marks & VR_MARK_BIT (mark);
}

static VrExtractBlock
tell_text (const Teller *teller, guint block)
{
  VrHtmlTag tag = teller->blocks->page->nodes[vr_html_blocks_get (teller->blocks, block)->node].tag;

  if (vr_html_tag_is_heading (tag))
    return (VrExtractBlock){ VR_ROLE_SUBHEAD, N_ ("a heading in the running text") };
  if (get (teller, block, VR_EXTRACT_FEATURE_IN_QUOTE) > 0)
    return (VrExtractBlock){ VR_ROLE_QUOTE, N_ ("a quotation in the running text") };
  if (tag == VR_HTML_LI || tag == VR_HTML_DD || tag == VR_HTML_DT)
    return (VrExtractBlock){ VR_ROLE_LIST, N_ ("a list in the running text") };
  return (VrExtractBlock){ VR_ROLE_BODY, N_ ("running text") };
}

static gboolean
names_author (const Teller *teller, guint block)
{
  VrSlice text = vr_html_blocks_peek (teller->blocks, block);

  for (guint i = 0; i < teller->evidence->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (teller->evidence->items, VrEvidence, i);

      if (item->field == VR_EVIDENCE_AUTHOR && strlen (item->value) > 4
          && g_strstr_len (text.text, text.n_bytes, item->value) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_byline (const Teller *teller, guint block, guint32 n_chars)
{
  if (n_chars > MAX_BYLINE)
    return FALSE;
  return has_mark (teller->features->own[block], VR_MARK_AUTHOR) || names_author (teller, block)
         || teller->features->phrases[block] == VR_PHRASE_BYLINE;
}

/* A line of nothing but a date before the text. */
static gboolean
is_bare_date (const Teller *teller, guint block)
{
  VrSlice text = vr_html_blocks_peek (teller->blocks, block);
  char date[VR_DATE_BYTES];
  g_autofree char *line = NULL;
  const char *end;

  if (text.n_bytes > MAX_BARE_DATE || block > teller->first + 2)
    return FALSE;
  line = g_strndup (text.text, text.n_bytes);
  end = vr_date_find (line, FALSE, date);
  return end != NULL && strlen (end) <= MAX_BEHIND_DATE;
}

static gboolean
is_date (const Teller *teller, guint block, guint32 n_chars)
{
  if (n_chars > MAX_DATE || get (teller, block, VR_EXTRACT_FEATURE_DIGITS) == 0)
    return FALSE;
  return is_bare_date (teller, block) || has_mark (teller->features->own[block], VR_MARK_DATE)
         || teller->features->phrases[block] == VR_PHRASE_DATE;
}

static gboolean
is_caption (const Teller *teller, guint block)
{
  return has_mark (teller->features->low[block], VR_MARK_CAPTION)
         && !has_mark (teller->features->low[block], VR_MARK_RELATED)
         && get (teller, block, VR_EXTRACT_FEATURE_LINK_DENSITY) < LINKED;
}

/* A standfirst that is marked as one and parted from the text, however much like it. */
static gboolean
is_sure_dek (const Teller *teller, guint block, const float *sure, float threshold)
{
  return block == teller->first && block < teller->last && sure[block + 1] <= threshold
         && has_mark (teller->features->own[block], VR_MARK_DEK)
         && vr_html_blocks_get (teller->blocks, block)->n_chars <= MAX_DEK;
}

/* What stands at the head of an article or in it, besides its text. */
static gboolean
tell_part (Teller *teller, guint block, VrExtractBlock *told)
{
  guint32 n_chars = vr_html_blocks_get (teller->blocks, block)->n_chars;
  gboolean is_head = block < teller->first;

  if (is_head && get (teller, block, VR_EXTRACT_FEATURE_IS_TITLE) == 2 && teller->n_headlines == 0
      && (get (teller, block, VR_EXTRACT_FEATURE_HEADING) > 0
          || has_mark (teller->features->own[block], VR_MARK_HEADLINE)))
    {
      teller->n_headlines++;
      *told = (VrExtractBlock){ VR_ROLE_HEADLINE, N_ ("the page’s title as a heading") };
    }
  else if (is_byline (teller, block, n_chars))
    *told = (VrExtractBlock){ VR_ROLE_BYLINE, N_ ("names the author") };
  else if (is_date (teller, block, n_chars))
    *told = (VrExtractBlock){ VR_ROLE_DATE, N_ ("a date by the article") };
  else if (is_caption (teller, block))
    *told = (VrExtractBlock){ VR_ROLE_CAPTION, N_ ("in an element for pictures") };
  else if (is_head && n_chars <= MAX_DEK
           && (get (teller, block, VR_EXTRACT_FEATURE_IS_DESCRIPTION) > 0
               || has_mark (teller->features->own[block], VR_MARK_DEK)))
    *told = (VrExtractBlock){ VR_ROLE_DEK, N_ ("the page’s description before the text") };
  else if (teller->features->phrases[block] == VR_PHRASE_CORRECTION)
    *told = (VrExtractBlock){ VR_ROLE_CORRECTION, N_ ("begins as a correction does") };
  else
    return FALSE;
  return TRUE;
}

static VrExtractBlock
tell_furniture (const Teller *teller, guint block)
{
  guint32 marks = teller->features->low[block];
  VrPhrase phrase = teller->features->phrases[block];
  guint32 n_chars = vr_html_blocks_get (teller->blocks, block)->n_chars;

  if (has_mark (marks, VR_MARK_AUTHOR) && n_chars >= MIN_BIO && block > teller->first)
    return (VrExtractBlock){ VR_ROLE_BIO, N_ ("in an element about the author") };
  /* Menus have any name: what is short and leads elsewhere before the article is one. */
  if (block < teller->first && get (teller, block, VR_EXTRACT_FEATURE_LINK_DENSITY) > LINKED
      && n_chars <= MAX_MENU_ITEM)
    return (VrExtractBlock){ VR_ROLE_NAV, N_ ("a link before the article") };
  for (guint i = 0; i < G_N_ELEMENTS (furniture_rules); i++)
    if (marks & furniture_rules[i].marks)
      return (VrExtractBlock){ furniture_rules[i].role, furniture_rules[i].reason };
  if (phrase_roles[phrase].reason != NULL)
    return phrase_roles[phrase];
  if (get (teller, block, VR_EXTRACT_FEATURE_LINK_DENSITY) > LINKED)
    return block < teller->first
               ? (VrExtractBlock){ VR_ROLE_NAV, N_ ("a link before the article") }
               : (VrExtractBlock){ VR_ROLE_RELATED, N_ ("a link among or behind the text") };
  if (block < teller->first)
    return (VrExtractBlock){ VR_ROLE_NAV, N_ ("before the article") };
  return block > teller->last
             ? (VrExtractBlock){ VR_ROLE_FOOTER, N_ ("behind the article") }
             : (VrExtractBlock){ VR_ROLE_PROMO, N_ ("not like the running text around it") };
}

void
vr_extract_tell_roles (const VrHtmlBlocks *blocks, const VrExtractFeatures *features,
                       const float *sure, float threshold, const VrEvidenceList *evidence,
                       VrExtractBlock *told)
{
  Teller teller = { blocks, features, evidence, G_MAXUINT, 0, 0 };
  g_autofree gboolean *is_text = g_new (gboolean, features->n_blocks + 1);

  for (guint i = 0; i < features->n_blocks; i++)
    {
      is_text[i] = sure[i] > threshold;
      if (!is_text[i])
        continue;
      teller.first = MIN (teller.first, i);
      teller.last = i;
    }
  vr_extract_take_between (blocks, features, is_text);
  for (guint i = 0; i < features->n_blocks; i++)
    {
      gboolean is_near = teller.first != G_MAXUINT && i + HEAD_BLOCKS >= teller.first
                         && i <= teller.last + TAIL_BLOCKS;

      if (is_sure_dek (&teller, i, sure, threshold))
        told[i] = (VrExtractBlock){ VR_ROLE_DEK, N_ ("the page’s description before the text") };
      else if (is_text[i] && !is_bare_date (&teller, i))
        told[i] = tell_text (&teller, i);
      else if (!is_near || !tell_part (&teller, i, &told[i]))
        told[i] = tell_furniture (&teller, i);
    }
}
