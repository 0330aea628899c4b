/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a web page: paragraphs of valid UTF-8 with spans inside of them, or refused. */
#include "vr-error.h"
#include "vr-import-html.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static void
check_paragraph (VrImportedParagraph paragraph)
{
  guint32 last = 0;

  g_assert_cmpuint (paragraph.n_bytes, >, 0);
  g_assert_true (g_utf8_validate (paragraph.text, paragraph.n_bytes, NULL));
  g_assert_null (memchr (paragraph.text, '\n', paragraph.n_bytes));
  g_assert_cmpint (paragraph.role, <, VR_N_ROLES);
  g_assert_cmpuint (paragraph.line, >, 0);
  for (guint i = 0; i < paragraph.n_spans; i++)
    {
      VrSpan span = paragraph.spans[i].span;

      g_assert_cmpuint (span.from, >=, last);
      g_assert_cmpuint (span.from, <, span.to);
      g_assert_cmpuint (span.to, <=, paragraph.n_bytes);
      g_assert_true (g_utf8_validate (paragraph.text + span.from, span.to - span.from, NULL));
      last = span.from;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (VrImportedBuilder) builder = vr_imported_builder_new ();
  g_autoptr (VrImported) imported = NULL;
  g_autoptr (GError) error = NULL;
  const VrImportSource source = { .data = data, .n_bytes = n_bytes, .name = "input" };

  if (!vr_import_html (&source, builder, &error))
    {
      g_assert_true (error->domain == VR_ERROR);
      return 0;
    }
  imported = vr_imported_builder_finish (g_steal_pointer (&builder));
  for (guint i = 0; i < vr_imported_get_n_paragraphs (imported); i++)
    check_paragraph (vr_imported_get_paragraph (imported, i));
  for (VrFact fact = 0; fact < VR_N_FACTS; fact++)
    if (vr_imported_get_fact (imported, fact) != NULL)
      g_assert_true (g_utf8_validate (vr_imported_get_fact (imported, fact), -1, NULL));
  return 0;
}
