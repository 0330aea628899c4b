/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer answers: anything is taken or refused, and what was taken can be written, read
 * again as the same, and made an article. */
#include "vr-article.h"
#include "vr-imported-json.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static GString *
write_again (const VrImported *imported)
{
  GString *string = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (string);
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);

  vr_imported_write_json (imported, &json);
  g_assert_true (vr_output_close (output, NULL));
  return string;
}

static void
check_paragraphs (const VrImported *imported)
{
  for (guint i = 0; i < vr_imported_get_n_paragraphs (imported); i++)
    {
      VrImportedParagraph paragraph = vr_imported_get_paragraph (imported, i);
      guint32 last = 0;

      g_assert_cmpuint (paragraph.n_bytes, >, 0);
      g_assert_true (g_utf8_validate_len (paragraph.text, paragraph.n_bytes, NULL));
      for (guint j = 0; j < paragraph.n_spans; j++)
        {
          VrSpan span = paragraph.spans[j].span;

          g_assert_true (last <= span.from && span.from < span.to && span.to <= paragraph.n_bytes);
          last = span.from;
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (VrImported) imported = vr_imported_new_from_json ((const char *)data, n_bytes);
  g_autoptr (VrImported) again = NULL;
  g_autoptr (GString) first = NULL;
  g_autoptr (GString) second = NULL;
  g_autoptr (GBytes) source = g_bytes_new_static ("", 0);
  g_autoptr (VrText) text = NULL;
  g_autoptr (VrArticle) article = NULL;
  const char *lines;

  if (imported == NULL)
    return 0;
  check_paragraphs (imported);
  first = write_again (imported);
  again = vr_imported_new_from_json (first->str, first->len);
  g_assert_nonnull (again);
  second = write_again (again);
  g_assert_cmpstr (first->str, ==, second->str);
  lines = vr_imported_peek_text (imported, &n_bytes);
  text = vr_text_new_converted (source, g_strndup (lines, n_bytes), "UTF-8", "format", "fuzz");
  article = vr_article_new_imported (text, imported, NULL);
  g_assert_nonnull (article);
  return 0;
}
