/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One importer: anything is made an article, or refused with a sentence. */
#pragma once

#include "vr-error.h"
#include "vr-import-formats.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static GLogWriterOutput
drop_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  return (level & G_LOG_LEVEL_CRITICAL) != 0
             ? g_log_writer_standard_streams (level, fields, n_fields, data)
             : G_LOG_WRITER_HANDLED;
}

static void
check_imported (VrImported *imported)
{
  for (guint i = 0; i < vr_imported_get_n_paragraphs (imported); i++)
    {
      VrImportedParagraph paragraph = vr_imported_get_paragraph (imported, i);
      guint32 last = 0;

      g_assert_cmpuint (paragraph.n_bytes, >, 0);
      g_assert_true (g_utf8_validate_len (paragraph.text, paragraph.n_bytes, NULL));
      g_assert_null (memchr (paragraph.text, '\n', paragraph.n_bytes));
      for (guint j = 0; j < paragraph.n_spans; j++)
        {
          VrSpan span = paragraph.spans[j].span;

          g_assert_true (last <= span.from && span.from < span.to && span.to <= paragraph.n_bytes);
          last = span.from;
        }
    }
}

/* Reads @data both ways: with tracked changes accepted, and as before them. */
static int
fuzz_import (VrImportFunc import, const guint8 *data, gsize n_bytes)
{
  static gsize is_quiet;

  if (g_once_init_enter (&is_quiet))
    {
      g_log_set_writer_func (drop_log_cb, NULL, NULL);
      g_once_init_leave (&is_quiet, 1);
    }
  for (guint original = 0; original < 2; original++)
    {
      VrImportSource source = {
        .data = data, .n_bytes = n_bytes, .name = "fuzz", .original = original != 0
      };
      VrImportedBuilder *builder = vr_imported_builder_new ();
      g_autoptr (GError) error = NULL;
      gboolean is_read = import (&source, builder, &error);
      g_autoptr (VrImported) imported = vr_imported_builder_finish (builder);

      g_assert_true (is_read == (error == NULL));
      if (is_read)
        check_imported (imported);
      else
        g_assert_true (error->domain == VR_ERROR && g_str_has_suffix (error->message, "."));
    }
  return 0;
}
