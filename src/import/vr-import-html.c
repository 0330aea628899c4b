/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web pages. */
#include "vr-import-html.h"

#include "vr-decode.h"
#include "vr-html-links.h"
#include "vr-metadata.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_block (const VrExtract *extract, guint index, const VrHtmlLinks *links,
           VrImportedBuilder *builder)
{
  const VrHtmlBlock *block = vr_html_blocks_get (extract->text, index);
  VrSlice text = vr_html_blocks_peek (extract->text, index);
  const VrTextSpan *spans = (const VrTextSpan *)extract->text->spans->data + block->first_span;

  if (!vr_imported_builder_add (builder, extract->blocks[index].role, extract->blocks[index].reason,
                                block->line, text.text, text.n_bytes))
    return;
  for (guint i = 0; i < block->n_spans; i++)
    {
      g_autofree char *target =
          spans[i].target != NULL ? vr_html_links_dup_target (links, spans[i].target) : NULL;

      vr_imported_builder_add_span (builder, spans[i].kind, spans[i].span, target);
    }
}

/* A line of a text in the page's data, which may have tags. */
static void
add_data_line (const char *line, gsize n_bytes, VrImportedBuilder *builder)
{
  g_autoptr (VrHtmlPage) page = vr_html_page_new (line, n_bytes);
  g_autoptr (VrHtmlBlocks) blocks = vr_html_blocks_new (page, FALSE);

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      VrSlice text = vr_html_blocks_peek (blocks, i);

      vr_imported_builder_add (builder, VR_ROLE_BODY, N_ ("in the page’s data alone"), 1, text.text,
                               text.n_bytes);
    }
}

/* What a page's program would show. */
static void
add_data (const char *data, const VrEvidenceList *evidence, VrImportedBuilder *builder)
{
  const char *headline = vr_evidence_list_find (evidence, VR_EVIDENCE_HEADLINE, VR_EVIDENCE_JSON);

  if (headline != NULL)
    vr_imported_builder_add (builder, VR_ROLE_HEADLINE, N_ ("in the page’s data alone"), 1,
                             headline, -1);
  for (const char *from = data; *from != '\0';)
    {
      gsize n_bytes = strcspn (from, "\n");

      if (n_bytes > 0)
        add_data_line (from, n_bytes, builder);
      from += n_bytes + (from[n_bytes] == '\n');
    }
}

gboolean
vr_import_html (const VrImportSource *source, VrImportedBuilder *builder, GError **error)
{
  g_autoptr (VrHtmlPage) page = NULL;
  g_autoptr (VrEvidenceList) evidence = NULL;
  g_autoptr (VrExtract) extract = NULL;
  g_autoptr (VrHtmlLinks) links = NULL;
  g_autoptr (GArray) strays = NULL;
  g_autofree char *owned = NULL;
  g_autofree char *type =
      source->declared != NULL ? g_strconcat ("text/html; charset=", source->declared, NULL) : NULL;
  VrDecoded decoded;

  if (!vr_decode (source->data, source->n_bytes, source->encoding, type, source->name, &decoded,
                  error))
    return FALSE;
  strays = decoded.strays;
  owned = decoded.text;
  page = vr_html_page_new (owned != NULL ? owned : (const char *)source->data + decoded.from,
                           decoded.n_bytes);
  evidence = vr_evidence_list_new (page);
  extract = vr_extract_new (page, evidence);
  links = vr_html_links_new (page, source->url != NULL ? source->url
                                                       : vr_metadata_find_address (evidence));
  if (extract->data != NULL)
    add_data (extract->data, evidence, builder);
  for (guint i = 0; i < extract->text->blocks->len; i++)
    add_block (extract, i, links, builder);
  vr_metadata_tell (page, evidence, extract, source->url, builder);
  vr_imported_builder_set_fact (builder, VR_FACT_ENCODING, decoded.encoding);
  vr_imported_builder_set_fact (builder, VR_FACT_DECIDED_BY, decoded.decided_by);
  vr_imported_builder_set_fact (builder, VR_FACT_FORMAT, "html");
  return TRUE;
}
