/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A web page that is compared: fetched, so that the document holds it. */
#include "vr-page-fetch.h"

#include "vr-fetch-verdict.h"

static VrReading
get_reading (const VrDocument *document, const VrSource *source)
{
  const VrOptions *options = vr_document_peek_options (document);

  return (VrReading){ .format = source->format,
                      .encoding = source->encoding != NULL ? source->encoding : options->encoding,
                      .paragraphs = options->paragraphs,
                      .language = options->language };
}

/* Whether it goes by a name that the reader gave it. */
static gboolean
is_named (const VrSource *source)
{
  g_autoptr (GFile) page = g_file_new_for_uri (source->uri);
  g_autofree char *name = g_file_get_parse_name (page);

  return !g_str_equal (source->name, source->uri) && !g_str_equal (source->name, name);
}

/* What the page is was told by its server; what the reader said of it goes before. */
static VrDocument *
with_page (const VrDocument *document, VrSide side, const VrFetched *fetched,
           const VrArticle *article)
{
  VrSource source = *vr_document_peek_source (document, side);
  g_autoptr (VrDocument) bare = NULL;

  if (!is_named (&source))
    source.name = fetched->url;
  source.uri = fetched->url;
  source.bytes = fetched->bytes;
  if (source.encoding == NULL)
    source.encoding = vr_fetched_get_encoding (article);
  if (source.format == NULL)
    source.format = vr_article_get_fact (article, VR_FACT_FORMAT);
  bare = vr_document_with_source (document, side, &source);

  return vr_document_with_overrides (bare, vr_document_get_overrides (document));
}

VrDocument *
vr_page_fetch (const VrDocument *document, VrSide side, const VrProgress *progress,
               GCancellable *cancellable, GError **error)
{
  const VrSource *source = vr_document_peek_source (document, side);
  const VrReading reading = get_reading (document, source);
  g_autoptr (VrFetched) fetched = vr_fetch (source->uri, NULL, progress, cancellable, error);
  g_autoptr (VrArticle) article =
      fetched != NULL ? vr_fetched_read (fetched, &reading, cancellable, error) : NULL;

  return article != NULL ? with_page (document, side, fetched, article) : NULL;
}

VrDocument *
vr_page_fetch_all (const VrDocument *document, const VrProgress *progress,
                   GCancellable *cancellable, guint *failed, GError **error)
{
  g_autoptr (VrDocument) fetched =
      vr_document_with_notes (document, vr_document_get_notes (document));

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const VrProgressPart part = { .whole = progress,
                                    .from = (double)side / VR_N_SIDES,
                                    .to = (double)(side + 1) / VR_N_SIDES };
      VrProgress here = vr_progress_get_part (&part);
      VrDocument *with_one;

      if (!vr_document_wants_page (fetched, side))
        continue;
      with_one = vr_page_fetch (fetched, side, &here, cancellable, error);
      if (with_one == NULL)
        {
          *failed = side;
          return NULL;
        }
      vr_document_unref (fetched);
      fetched = with_one;
    }

  return g_steal_pointer (&fetched);
}
