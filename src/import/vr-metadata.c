/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of an article, from all that its page says. */
#include "vr-metadata.h"

#include <string.h>

/* Returns the first block of @role as a string of its own. */
static char *
dup_block (const VrExtract *extract, VrRole role)
{
  for (guint i = 0; i < extract->text->blocks->len; i++)
    if (extract->blocks[i].role == role)
      {
        VrSlice text = vr_html_blocks_peek (extract->text, i);

        return g_strndup (text.text, text.n_bytes);
      }
  return NULL;
}

/* "de_DE" and "DE-de" are "de-DE". */
static char *
dup_language (const VrEvidenceList *evidence)
{
  const char *said = vr_evidence_list_find_first (evidence, VR_EVIDENCE_LANGUAGE);
  g_autofree char *lower = NULL;
  gsize n;

  if (said == NULL)
    return NULL;
  n = strcspn (said, "-_ ,;");
  if (n < 2 || n > 3)
    return NULL;
  lower = g_ascii_strdown (said, n);
  if ((said[n] == '-' || said[n] == '_') && strlen (said + n + 1) == 2)
    {
      g_autofree char *region = g_ascii_strup (said + n + 1, 2);

      return g_strdup_printf ("%s-%s", lower, region);
    }
  return g_steal_pointer (&lower);
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

const char *
vr_metadata_find_address (const VrEvidenceList *evidence)
{
  static const VrEvidenceSource sources[] = { VR_EVIDENCE_REL, VR_EVIDENCE_META, VR_EVIDENCE_JSON,
                                              VR_EVIDENCE_JSON_PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const char *found = vr_evidence_list_find (evidence, VR_EVIDENCE_ADDRESS, sources[i]);

      if (found != NULL && is_address (found))
        return found;
    }
  return NULL;
}

static const char *
find_site (const VrEvidenceList *evidence)
{
  const char *found = vr_evidence_list_find (evidence, VR_EVIDENCE_SITE, VR_EVIDENCE_META);

  return found != NULL ? found : vr_evidence_list_find_first (evidence, VR_EVIDENCE_SITE);
}

void
vr_metadata_tell (const VrHtmlPage *page, const VrEvidenceList *evidence, const VrExtract *extract,
                  const char *url, VrImportedBuilder *builder)
{
  g_autofree char *title = vr_metadata_dup_title (evidence, extract);
  g_autofree char *author = vr_metadata_dup_author (evidence, extract);
  g_autofree char *published = vr_metadata_dup_date (evidence, extract, url, FALSE);
  g_autofree char *updated = vr_metadata_dup_date (evidence, extract, url, TRUE);
  g_autofree char *language = dup_language (evidence);
  g_autofree char *dek = dup_block (extract, VR_ROLE_DEK);
  const char *address = vr_metadata_find_address (evidence);

  vr_imported_builder_set_fact (builder, VR_FACT_HEADLINE, title);
  vr_imported_builder_set_fact (builder, VR_FACT_DEK, dek);
  vr_imported_builder_set_fact (builder, VR_FACT_BYLINE, author);
  vr_imported_builder_set_fact (builder, VR_FACT_PUBLISHED, published);
  vr_imported_builder_set_fact (builder, VR_FACT_UPDATED, updated);
  vr_imported_builder_set_fact (builder, VR_FACT_LANGUAGE, language);
  vr_imported_builder_set_fact (builder, VR_FACT_SITE, find_site (evidence));
  vr_imported_builder_set_fact (builder, VR_FACT_URL, address != NULL ? address : url);
  vr_imported_builder_set_fact (builder, VR_FACT_SECTION,
                                vr_evidence_list_find_first (evidence, VR_EVIDENCE_SECTION));
}
