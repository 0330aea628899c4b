/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An article as one JSON object, data/variorum-article-1.schema.json. */
#include "vr-article-json.h"

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

static void
write_repairs (const VrText *text, VrJsonWriter *json)
{
  guint n;
  const VrRepairedRun *runs = vr_text_peek_repairs (text, &n);
  const char *repaired = vr_text_peek (text, NULL);

  vr_json_writer_name (json, "repairs");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < n; i++)
    {
      VrSlice before = vr_text_peek_before (text, &runs[i]);

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "offset", uint, runs[i].from);
      vr_json_writer_put (json, "before", slice, before.text, before.n_bytes);
      vr_json_writer_put (json, "after", slice, repaired + runs[i].from, runs[i].to - runs[i].from);
      vr_json_writer_put (json, "codec", string, runs[i].codec);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

static VrImportedParagraph
get_paragraph (const VrArticle *self, guint index)
{
  VrImported *imported = vr_article_get_imported (self);
  VrSlice text;

  if (imported != NULL)
    return vr_imported_get_paragraph (imported, index);
  text = vr_article_get_paragraph_text (self, index);
  return (VrImportedParagraph){ .text = text.text,
                                .n_bytes = (guint32)text.n_bytes,
                                .role = vr_article_get_role (self, index),
                                .reason = vr_article_get_role_reason (self, index) };
}

static void
write_paragraph (const VrArticle *self, guint index, VrJsonWriter *json)
{
  VrImportedParagraph paragraph = get_paragraph (self, index);
  guint line = vr_article_get_source_line (self, index);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "index", uint, index);
  vr_json_writer_name (json, "line");
  if (line > 0)
    vr_json_writer_uint (json, line);
  else
    vr_json_writer_null (json);
  vr_imported_paragraph_write_json (&paragraph, json);
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
  write_repairs (vr_article_get_text (self), json);
  vr_json_writer_name (json, "paragraphs");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < vr_article_get_n_paragraphs (self); i++)
    write_paragraph (self, i, json);
  vr_json_writer_end (json, ']');
  write_body (self, json);
  vr_json_writer_end (json, '}');
}
