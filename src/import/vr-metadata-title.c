/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article's title by agreement of all that claims to be it. */
#include "vr-metadata.h"

#include "vr-extract-private.h"

#include <string.h>

/* Headings count from so many blocks before the text on. */
#define NEAR_BLOCKS 12
#define MAX_TITLE 400
/* A heading is the title from here on; else it is what the head of the page says. */
#define ENOUGH 0.3
/* So many of the page's own titles are compared. */
#define MAX_CLAIMS 12

typedef struct
{
  const VrEvidenceList *evidence;
  const VrExtract *extract;
  GPtrArray *claims; /* what the head of the page says, folded */
  GPtrArray *sites;  /* what the site is called, folded */
  guint first;       /* block of the article's text */
} Judge;

/* Where a site's name is parted from a title. */
static const char *const separators[] = { " | ",  " - ", " – ", " — ", " » ", " › ",
                                          " :: ", " · ", " • ", " : ", " / ", "\302\240|\302\240",
                                          " ~ ",  " < ", "|" };

static gboolean
is_claim (const VrEvidence *item)
{
  return item->field == VR_EVIDENCE_HEADLINE && item->source != VR_EVIDENCE_HEADING
         && item->source != VR_EVIDENCE_MICRODATA && item->source != VR_EVIDENCE_CLASS;
}

static void
gather (Judge *judge)
{
  for (guint i = 0; i < judge->evidence->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (judge->evidence->items, VrEvidence, i);

      if (is_claim (item) && judge->claims->len < MAX_CLAIMS)
        g_ptr_array_add (judge->claims, vr_extract_fold (item->value, -1));
      else if (item->field == VR_EVIDENCE_SITE)
        g_ptr_array_add (judge->sites, vr_extract_fold (item->value, -1));
    }
  judge->first = G_MAXUINT;
  for (guint i = 0; i < judge->extract->text->blocks->len && judge->first == G_MAXUINT; i++)
    if (vr_role_is_text (judge->extract->blocks[i].role))
      judge->first = i;
}

/* The share of runs of three letters of @a that are in @b. */
static double
overlap (const char *a, const char *b)
{
  gsize n = strlen (a), n_found = 0;
  char run[4] = "";

  if (n < 3)
    return 0;
  for (gsize i = 0; i + 3 <= n; i++)
    {
      memcpy (run, a + i, 3);
      n_found += strstr (b, run) != NULL;
    }
  return (double)n_found / (n - 2);
}

static double
agree (const char *folded, const char *claim)
{
  gsize n = strlen (folded), n_claim = strlen (claim);

  if (n == 0 || n_claim == 0)
    return 0;
  if (g_str_equal (folded, claim))
    return 1;
  if (g_str_has_prefix (claim, folded))
    return n > 3 ? 0.9 : 0.3;
  if (g_str_has_suffix (claim, folded))
    return 0.35 + 0.4 * n / n_claim;
  if (strstr (claim, folded) != NULL || strstr (folded, claim) != NULL)
    return n > 8 ? 0.75 : 0.2;
  return 0.6 * MIN (overlap (folded, claim), overlap (claim, folded));
}

static double
agree_with_all (const Judge *judge, const char *folded)
{
  double best = 0;

  for (guint i = 0; i < judge->claims->len; i++)
    best = MAX (best, agree (folded, g_ptr_array_index (judge->claims, i)));
  return best;
}

static gboolean
is_site (const Judge *judge, const char *folded)
{
  for (guint i = 0; i < judge->sites->len; i++)
    if (g_str_equal (folded, g_ptr_array_index (judge->sites, i)))
      return TRUE;
  return FALSE;
}

/* How a heading's place speaks for it. */
static double
judge_place (const Judge *judge, guint32 node)
{
  const VrHtmlBlocks *text = judge->extract->text;
  guint block = vr_html_blocks_find (text, node);
  double score = 0;

  if (block == text->blocks->len)
    return -0.3; /* not to be seen */
  if (judge->extract->blocks[block].role == VR_ROLE_HEADLINE)
    score += 0.15;
  if (judge->first == G_MAXUINT)
    return score;
  if (block > judge->first)
    return score - 0.4;
  return score + (block + NEAR_BLOCKS >= judge->first ? 0.15 : 0);
}

static double
judge_heading (const Judge *judge, const VrEvidence *item)
{
  g_autofree char *folded = vr_extract_fold (item->value, -1);
  VrHtmlTag tag = judge->extract->text->page->nodes[item->node].tag;
  double agreed;

  if (*folded == '\0' || strlen (item->value) > MAX_TITLE)
    return 0;
  agreed = agree_with_all (judge, folded);
  if (is_site (judge, folded) && agreed < 1)
    agreed = 0;
  if (tag == VR_HTML_H1)
    agreed += 0.3;
  else if (tag != VR_HTML_H2 && item->source != VR_EVIDENCE_MICRODATA)
    agreed -= 0.2;
  else if (agreed < 0.5)
    agreed = 0;
  return agreed + judge_place (judge, item->node);
}

/* The first part of @title where the rest is what the site is called, or where a heading says so.
 */
static char *
cut_site (const Judge *judge, const char *title)
{
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    for (const char *p = title + strlen (title);
         (p = g_strrstr_len (title, p - title, separators[i])) != NULL;)
      {
        g_autofree char *rest = vr_extract_fold (p + strlen (separators[i]), -1);
        g_autofree char *front = vr_extract_fold (title, p - title);

        if (is_site (judge, rest))
          return g_strndup (title, p - title);
        if (is_site (judge, front))
          return g_strdup (p + strlen (separators[i]));
      }
  return g_strdup (title);
}

/* Without a heading: the title's part before a bar, which parts nothing else. */
static char *
cut_bar (char *title)
{
  static const char *const bars[] = {
    " | ", " » ", " :: ", " — ", " – ", " - ", "\302\240|\302\240"
  };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      char *bar = g_strrstr (title, bars[i]);

      if (bar != NULL && bar - title >= 10 && strlen (bar) < (gsize)(bar - title) + 10)
        {
          *bar = '\0';
          return title;
        }
    }
  return title;
}

static char *
choose_claim (const Judge *judge)
{
  static const VrEvidenceSource order[] = { VR_EVIDENCE_META,      VR_EVIDENCE_JSON,
                                            VR_EVIDENCE_MICRODATA, VR_EVIDENCE_META_WEAK,
                                            VR_EVIDENCE_TITLE,     VR_EVIDENCE_JSON_PAGE,
                                            VR_EVIDENCE_HEADING };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *found = vr_evidence_list_find (judge->evidence, VR_EVIDENCE_HEADLINE, order[i]);
      g_autofree char *folded = found != NULL ? vr_extract_fold (found, -1) : NULL;

      if (folded != NULL && !is_site (judge, folded))
        return cut_bar (cut_site (judge, found));
    }
  return g_strdup (vr_evidence_list_find_first (judge->evidence, VR_EVIDENCE_HEADLINE));
}

char *
vr_metadata_dup_title (const VrEvidenceList *evidence, const VrExtract *extract)
{
  Judge judge = { evidence, extract, g_ptr_array_new_with_free_func (g_free),
                  g_ptr_array_new_with_free_func (g_free), 0 };
  const char *best = NULL;
  double best_score = ENOUGH;
  char *title;

  gather (&judge);
  for (guint i = 0; i < evidence->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (evidence->items, VrEvidence, i);
      double score;

      if (item->field != VR_EVIDENCE_HEADLINE || item->node == 0)
        continue;
      score = judge_heading (&judge, item);
      if (score > best_score)
        {
          best_score = score;
          best = item->value;
        }
    }
  title = best != NULL ? g_strdup (best) : choose_claim (&judge);
  g_ptr_array_unref (judge.claims);
  g_ptr_array_unref (judge.sites);
  return title;
}
