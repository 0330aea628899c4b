/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wrote an article. */
#include "vr-metadata.h"

#include "vr-author-words.h"
#include "vr-extract-private.h"

#include <string.h>

#define MAX_LINE 120
/* Bylines stand at most so many blocks before the text, or behind it. */
#define HEAD_BLOCKS 25
#define TAIL_BLOCKS 6

/* What names the author, the most reliable first; lines of the page come behind. */
static const VrEvidenceSource sources[] = { VR_EVIDENCE_JSON,  VR_EVIDENCE_META,
                                            VR_EVIDENCE_REL,   VR_EVIDENCE_MICRODATA,
                                            VR_EVIDENCE_CLASS, VR_EVIDENCE_META_WEAK };

static gboolean
is_listed (const GPtrArray *names, const char *name)
{
  for (guint i = 0; i < names->len; i++)
    if (strstr (g_ptr_array_index (names, i), name) != NULL)
      return TRUE;
  return FALSE;
}

/* All that one source names; microdata and classes name many, so only the first counts there. */
static char *
join_said (const VrEvidenceList *evidence, VrEvidenceSource source)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean is_list = source == VR_EVIDENCE_JSON || source == VR_EVIDENCE_META;

  for (guint i = 0; i < evidence->items->len && (is_list || names->len == 0); i++)
    {
      const VrEvidence *item = &g_array_index (evidence->items, VrEvidence, i);
      g_autofree char *name = NULL;

      if (item->field != VR_EVIDENCE_AUTHOR || item->source != source)
        continue;
      name = vr_author_clean (item->value);
      if (name != NULL && !is_listed (names, name))
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

/* The first line around the article that names one: a byline, or a line that does so among other
 * things. */
static char *
find_line (const VrExtract *extract)
{
  guint n_blocks = extract->text->blocks->len, first = n_blocks, last = 0;
  char *found = NULL;

  for (guint i = 0; i < n_blocks; i++)
    if (vr_role_is_text (extract->blocks[i].role))
      {
        first = MIN (first, i);
        last = i;
      }
  for (guint i = 0; i < n_blocks && found == NULL; i++)
    {
      VrSlice text = vr_html_blocks_peek (extract->text, i);
      g_autofree char *line = NULL;

      if (text.n_bytes > MAX_LINE || vr_role_is_text (extract->blocks[i].role)
          || extract->blocks[i].role == VR_ROLE_CAPTION || i + HEAD_BLOCKS < first
          || i > last + TAIL_BLOCKS)
        continue;
      line = g_strndup (text.text, text.n_bytes);
      if (extract->blocks[i].role == VR_ROLE_BYLINE)
        found = vr_author_is_announced (line) ? NULL : vr_author_find (line);
      if (found == NULL && extract->blocks[i].role == VR_ROLE_BYLINE)
        found = vr_author_clean (line);
      else if (found == NULL)
        found = vr_author_is_announced (line) && text.n_bytes < MAX_LINE / 2
                    ? vr_author_clean (line)
                    : vr_author_find (line);
    }
  return found;
}

/* Whether the host of @address is called so: "tagesschau.de" of "https://www.tagesschau.de/x". */
static gboolean
is_host (const char *address, const char *folded)
{
  const char *host = strstr (address, "://");
  g_autofree char *said = NULL;

  if (host == NULL)
    return FALSE;
  said = vr_extract_fold (host + 3, strcspn (host + 3, "/"));
  return strstr (said, folded) != NULL;
}

static gboolean
is_site (const VrEvidenceList *evidence, const char *name)
{
  g_autofree char *folded = vr_extract_fold (name, -1);

  for (guint i = 0; i < evidence->items->len; i++)
    {
      const VrEvidence *item = &g_array_index (evidence->items, VrEvidence, i);
      g_autofree char *said = NULL;

      if (item->field != VR_EVIDENCE_SITE && item->field != VR_EVIDENCE_ADDRESS)
        continue;
      said = vr_extract_fold (item->value, -1);
      if (strlen (folded) > 3 && strlen (said) > 3
          && (strstr (folded, said) != NULL
              || (item->field == VR_EVIDENCE_SITE ? strstr (said, folded) != NULL
                                                  : is_host (item->value, folded))))
        return TRUE;
    }
  return FALSE;
}

/* A name of the page's own site, and one that is no more than a login, say little. */
static gboolean
is_weak (const VrEvidenceList *evidence, const char *name)
{
  return is_site (evidence, name) || (strchr (name, ' ') == NULL && g_ascii_islower (*name));
}

char *
vr_metadata_dup_author (const VrEvidenceList *evidence, const VrExtract *extract)
{
  g_autofree char *weak = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *found = join_said (evidence, sources[i]);

      if (found != NULL && !is_weak (evidence, found))
        return g_steal_pointer (&found);
      if (weak == NULL)
        weak = g_steal_pointer (&found);
    }
  line = find_line (extract);
  return line != NULL && (weak == NULL || strchr (line, ' ') != NULL) ? g_steal_pointer (&line)
                                                                      : g_steal_pointer (&weak);
}
