/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an article was published and updated. */
#include "vr-metadata.h"

#include "vr-date-words.h"

#include <stdio.h>
#include <string.h>

/* Dates in lines of text count up to so many blocks around the article. */
#define HEAD_BLOCKS 20
#define TAIL_BLOCKS 10
#define MAX_LINE 200
#define MAX_DATELINE 40
/* So much less a line's date counts that stands behind the text's beginning, or tells of a change.
 */
#define AMONG_TEXT 12
#define OF_UPDATE 25
#define HEAD_DEPTH 2

typedef struct
{
  const VrEvidenceList *evidence;
  const VrExtract *extract;
  gboolean month_first;
  guint first, last; /* blocks of the article's text */
} Search;

/* What tells of the day, the most reliable first; the address comes before them, lines of
 * text behind the time elements. */
static const VrEvidenceSource published_sources[] = { VR_EVIDENCE_META, VR_EVIDENCE_JSON,
                                                      VR_EVIDENCE_MICRODATA };

static gboolean
parse (const Search *search, const char *value, char date[VR_DATE_BYTES])
{
  return value != NULL && vr_date_find (value, search->month_first, date) != NULL;
}

static gboolean
find_said (const Search *search, VrEvidenceField field, VrEvidenceSource source,
           char date[VR_DATE_BYTES])
{
  for (guint i = 0; i < search->evidence->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (search->evidence->items, VrEvidence, i);

      if (item->field == field && item->source == source && parse (search, item->value, date))
        return TRUE;
    }
  return FALSE;
}

/* How many blocks from the article's head, or from its end, a block stands; a place before counts
 * less than one in or behind the text. */
static guint
measure_distance (const Search *search, guint block)
{
  if (search->first == G_MAXUINT)
    return block;
  if (block < search->first)
    return search->first - block;
  return 3
         + MIN (block - search->first, block > search->last ? block - search->last + 3 : G_MAXUINT);
}

/* Below a standfirst the date may stand so far behind where the text begins. */
static gboolean
is_head (const Search *search, guint block)
{
  return search->first == G_MAXUINT || block <= search->first + HEAD_DEPTH;
}

/* Of the time elements, the one nearest to the article's head; with @head_only of those at its
 * head: others may be of other articles. */
static gboolean
find_time (const Search *search, gboolean head_only, char date[VR_DATE_BYTES])
{
  guint nearest = HEAD_BLOCKS + 10;
  char found[VR_DATE_BYTES];

  for (guint i = 0; i < search->evidence->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (search->evidence->items, VrEvidence, i);
      guint block, distance;

      if (item->source != VR_EVIDENCE_TIME || !parse (search, item->value, found))
        continue;
      block = vr_html_blocks_find (search->extract->text, item->node);
      if (head_only && !is_head (search, block))
        continue;
      distance = measure_distance (search, block);
      if (distance < nearest)
        {
          nearest = distance;
          strcpy (date, found);
        }
    }
  return nearest < HEAD_BLOCKS + 10;
}

/* Whether a line says when the article was changed, in lower case. */
static gboolean
tells_update (VrSlice line)
{
  static const char *const words[] = { "updated",    "modified",   "aktualisiert", "geändert",
                                       "mis à jour", "modifié",    "actualizad",   "atualizad",
                                       "aggiornat",  "bijgewerkt", "uppdaterad",   "oppdatert",
                                       "opdateret",  "aktualizac", "обновлен" };
  g_autofree char *lower = g_utf8_strdown (line.text, line.n_bytes);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Returns how well a line with a date speaks for the article's; 0 for not.  A date among the text
 * may be a quotation's. */
static int
judge_line (const Search *search, guint block, gboolean head_only)
{
  VrRole role = search->extract->blocks[block].role;
  guint n_chars = vr_html_blocks_get (search->extract->text, block)->n_chars;
  guint distance = measure_distance (search, block);

  if (distance > HEAD_BLOCKS || (n_chars > MAX_LINE && block != search->first)
      || (vr_role_is_text (role) && block != search->first))
    return 0;
  if (head_only && (!is_head (search, block) || (role != VR_ROLE_DATE && role != VR_ROLE_BYLINE)))
    return 0;
  return (role == VR_ROLE_DATE      ? 60
          : role == VR_ROLE_BYLINE  ? 50
          : role == VR_ROLE_RELATED ? 20
                                    : 30)
         - (block <= search->first ? 0 : AMONG_TEXT) - (int)distance;
}

/* The first words, up to a space. */
static char *
dup_beginning (VrSlice line)
{
  gsize n_bytes = MIN (line.n_bytes, MAX_DATELINE);

  while (n_bytes > 0 && n_bytes < line.n_bytes && line.text[n_bytes] != ' ')
    n_bytes--;
  return g_strndup (line.text, n_bytes);
}

/* With @head_only only a byline or a date at the article's head. */
static gboolean
find_line (const Search *search, gboolean head_only, char date[VR_DATE_BYTES])
{
  const VrHtmlBlocks *text = search->extract->text;
  char found[VR_DATE_BYTES];
  int best = 0;

  for (guint i = 0; i < text->blocks->len; i++)
    {
      int score = judge_line (search, i, head_only);
      VrSlice line = vr_html_blocks_peek (text, i);
      g_autofree char *copy = NULL;

      if (score <= best || (tells_update (line) && (score = MAX (score - OF_UPDATE, 1)) <= best))
        continue;
      /* A text may begin with its date, and tell of other days after that. */
      copy = i == search->first ? dup_beginning (line) : g_strndup (line.text, line.n_bytes);
      if (parse (search, copy, found))
        {
          best = score;
          strcpy (date, found);
        }
    }
  return best > 0;
}

/* Any date of the page: of the article's own lines first. */
static gboolean
find_anywhere (const Search *search, char date[VR_DATE_BYTES])
{
  const VrHtmlBlocks *text = search->extract->text;
  guint from = search->first != G_MAXUINT ? search->first : 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = pass == 0 ? from : 0; i < (pass == 0 ? text->blocks->len : from); i++)
      {
        VrSlice line = vr_html_blocks_peek (text, i);
        g_autofree char *copy = g_strndup (line.text, line.n_bytes);

        if (parse (search, copy, date))
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_next_day (const char *one, const char *other)
{
  guint days[2];
  const char *const dates[2] = { one, other };

  for (guint i = 0; i < 2; i++)
    {
      guint year, month, day;
      GDate date;

      if (sscanf (dates[i], "%4u-%2u-%2u", &year, &month, &day) != 3)
        return FALSE;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, day, month, year);
      days[i] = g_date_get_julian (&date);
    }
  return days[0] + 1 == days[1] || days[1] + 1 == days[0];
}

/* What is said in universal time is another day where the page stands: the day that it shows
 * its readers. */
static void
take_local_day (const Search *search, char date[VR_DATE_BYTES])
{
  char local[VR_DATE_BYTES];

  if (!g_str_has_suffix (date, "Z") && !g_str_has_suffix (date, "+00:00")
      && strstr (date, "T") != NULL)
    return;
  if ((find_time (search, FALSE, local) || find_line (search, FALSE, local))
      && is_next_day (date, local))
    strcpy (date, local);
}

static gboolean
find_published (const Search *search, const char *url, char date[VR_DATE_BYTES])
{
  static const VrEvidenceSource addresses[] = { VR_EVIDENCE_REL, VR_EVIDENCE_META };

  if (url != NULL && vr_date_find_in_address (url, date))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      const char *address =
          vr_evidence_list_find (search->evidence, VR_EVIDENCE_ADDRESS, addresses[i]);

      if (address != NULL && vr_date_find_in_address (address, date))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (published_sources); i++)
    if (find_said (search, VR_EVIDENCE_PUBLISHED, published_sources[i], date))
      {
        take_local_day (search, date);
        return TRUE;
      }
  return find_time (search, TRUE, date)
         || find_said (search, VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_JSON_PAGE, date)
         || find_said (search, VR_EVIDENCE_PUBLISHED, VR_EVIDENCE_META_WEAK, date)
         || find_line (search, TRUE, date) || find_time (search, FALSE, date)
         || find_line (search, FALSE, date)
         || find_said (search, VR_EVIDENCE_UPDATED, VR_EVIDENCE_META, date)
         || find_said (search, VR_EVIDENCE_UPDATED, VR_EVIDENCE_JSON, date)
         || find_anywhere (search, date);
}

static gboolean
find_updated (const Search *search, char date[VR_DATE_BYTES])
{
  static const VrEvidenceSource sources[] = { VR_EVIDENCE_JSON, VR_EVIDENCE_META,
                                              VR_EVIDENCE_MICRODATA, VR_EVIDENCE_JSON_PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (find_said (search, VR_EVIDENCE_UPDATED, sources[i], date))
      return TRUE;
  return FALSE;
}

static gboolean
is_american (const VrEvidenceList *evidence)
{
  const char *language = vr_evidence_list_find_first (evidence, VR_EVIDENCE_LANGUAGE);

  return language != NULL && g_ascii_strncasecmp (language, "en", 2) == 0
         && g_ascii_strncasecmp (language, "en-gb", 5) != 0
         && g_ascii_strncasecmp (language, "en_gb", 5) != 0;
}

char *
vr_metadata_dup_date (const VrEvidenceList *evidence, const VrExtract *extract, const char *url,
                      gboolean updated)
{
  Search search = { evidence, extract, is_american (evidence), G_MAXUINT, 0 };
  char date[VR_DATE_BYTES];

  for (guint i = 0; i < extract->text->blocks->len; i++)
    if (vr_role_is_text (extract->blocks[i].role))
      {
        search.first = MIN (search.first, i);
        search.last = i;
      }
  if (updated ? find_updated (&search, date) : find_published (&search, url, date))
    return g_strdup (date);
  return NULL;
}
