/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as one JSON object, data/variorum-article-1.schema.json. */
#include "vr-article-json.h"

#include "vr-dateline.h"
#include "vr-imported-json.h"

static void
write_facts (const VrArticle *self, VrJsonWriter *json)
{
  static const VrFact facts[] = { VR_FACT_HEADLINE, VR_FACT_DEK, VR_FACT_BYLINE, VR_FACT_PUBLISHED,
                                  VR_FACT_UPDATED,  VR_FACT_URL, VR_FACT_SITE };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      vr_json_writer_dynamic_name (json, vr_fact_get_nick (facts[i]));
      vr_json_writer_string (json, vr_article_get_fact (self, facts[i]));
    }
  vr_json_writer_put (json, "language", string, vr_article_get_language (self));
  vr_json_writer_put (json, "encoding", string, vr_text_get_encoding (vr_article_get_text (self)));
}

/* Bytes of paragraph @index as its importer had it, as bytes of the repaired one. */
static VrSpan
map_span (const VrArticle *self, guint index, VrSpan span)
{
  gsize n_bytes;
  VrImported *imported = vr_article_get_imported (self);
  const char *start = vr_imported_peek_text (imported, &n_bytes);
  guint32 source = (guint32)(vr_imported_get_paragraph (imported, index).text - start);
  VrParagraph paragraph = vr_article_get_paragraph (self, index);
  guint32 from = vr_text_map_repaired (vr_article_get_text (self), source + span.from);
  guint32 to = vr_text_map_repaired (vr_article_get_text (self), source + span.to);

  return (VrSpan){ CLAMP (from, paragraph.from, paragraph.to) - paragraph.from,
                   CLAMP (to, paragraph.from, paragraph.to) - paragraph.from };
}

/* What an importer found, and before it the dateline where none of its spans is one. */
void
vr_article_write_spans (const VrArticle *self, guint index, guint32 n_dateline, VrJsonWriter *json)
{
  VrImported *imported = vr_article_get_imported (self);
  VrImportedParagraph paragraph = { .n_spans = 0 };
  VrTextSpan dateline = { .kind = VR_TEXT_SPAN_DATELINE };

  if (imported != NULL)
    paragraph = vr_imported_get_paragraph (imported, index);
  if (vr_role_is_text (vr_article_get_role (self, index)))
    dateline.span.to = n_dateline;
  for (guint i = 0; i < paragraph.n_spans; i++)
    if (paragraph.spans[i].kind == VR_TEXT_SPAN_DATELINE)
      dateline.span.to = 0;
  if (dateline.span.to == 0 && paragraph.n_spans == 0)
    {
      vr_json_writer_put (json, "spans", empty_list);
      return;
    }
  vr_json_writer_name (json, "spans");
  vr_json_writer_begin (json, '[');
  if (dateline.span.to > 0)
    vr_text_span_write_json (&dateline, json);
  for (guint i = 0; i < paragraph.n_spans; i++)
    {
      VrTextSpan span = paragraph.spans[i];

      span.span = map_span (self, index, span.span);
      vr_text_span_write_json (&span, json);
    }
  vr_json_writer_end (json, ']');
}

void
vr_article_write_repairs (const VrArticle *self, VrJsonWriter *json)
{
  const VrText *text = vr_article_get_text (self);
  guint n = 0;
  VrLineCursor cursor = { 0 };
  const VrRepairedRun *runs = text != NULL ? vr_text_peek_repairs (text, &n) : NULL;

  vr_json_writer_name (json, "repairs");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < n; i++)
    {
      VrSlice before = vr_text_peek_before (text, &runs[i]);
      VrSlice after = vr_text_peek_after (text, &runs[i]);

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "offset", uint, runs[i].source_from);
      vr_json_writer_put (json, "line", uint, vr_article_find_line (self, runs[i].from, &cursor));
      vr_json_writer_put (json, "before", slice, before.text, before.n_bytes);
      vr_json_writer_put (json, "after", slice, after.text, after.n_bytes);
      vr_json_writer_put (json, "codec", string, runs[i].codec);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static void
write_paragraph (const VrArticle *self, guint index, VrJsonWriter *json)
{
  VrSlice text = vr_article_get_paragraph_text (self, index);
  guint line = vr_article_get_source_line (self, index);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "index", uint, index);
  vr_json_writer_name (json, "line");
  if (line > 0)
    vr_json_writer_uint (json, line);
  else
    vr_json_writer_null (json);
  vr_json_writer_put (json, "role", string, vr_role_get_nick (vr_article_get_role (self, index)));
  vr_json_writer_put (json, "reason", string, vr_article_get_role_reason (self, index));
  vr_json_writer_put (json, "text", slice, text.text, text.n_bytes);
  vr_article_write_spans (
      self, index, (guint32)vr_dateline_measure (vr_article_get_paragraph_text (self, index)),
      json);
  vr_json_writer_end (json, '}');
}

static void
write_body (const VrArticle *self, VrJsonWriter *json)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < vr_article_get_n_paragraphs (self); i++)
    {
      VrSlice text = vr_article_get_paragraph_text (self, i);

      if (!vr_role_is_text (vr_article_get_role (self, i)))
        continue;
      if (body->len > 0)
        g_string_append_c (body, '\n');
      g_string_append_len (body, text.text, (gssize)text.n_bytes);
    }
  vr_json_writer_put (json, "articleBody", slice, body->str, body->len);
}

void
vr_article_write_json (const VrArticle *self, const char *path, VrJsonWriter *json)
{
  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "schema", string, "variorum-article/1");
  if (path != NULL)
    vr_json_writer_put (json, "path", string, path);
  write_facts (self, json);
  vr_article_write_repairs (self, json);
  vr_json_writer_name (json, "paragraphs");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < vr_article_get_n_paragraphs (self); i++)
    write_paragraph (self, i, json);
  vr_json_writer_end (json, ']');
  write_body (self, json);
  vr_json_writer_end (json, '}');
}
