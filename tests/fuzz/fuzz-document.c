/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a saved comparison: read or refused, and what is read is written and read the same.
 */
#include "vr-document-file.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_round_trip (const VrDocument *document, VrDocumentFlags flags, const VrDocumentView *view)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrDocument) again = NULL;
  g_auto (VrDocumentView) seen = { NULL };

  vr_document_write_json (document, flags, view, output);
  g_assert_true (vr_output_close (output, NULL));
  g_assert_true (vr_document_is_json (json->str, json->len));
  again = vr_document_new_from_json (json->str, json->len, "again", flags, &seen, &error);
  g_assert_no_error (error);
  g_assert_true (vr_document_equal (document, again));
  g_assert_cmpstr (seen.selected, ==, view->selected);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  for (guint flags = VR_DOCUMENT_WHOLE; flags <= VR_DOCUMENT_LINKED; flags++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (VrDocumentView) view = { NULL };
      g_autoptr (VrDocument) document =
          vr_document_new_from_json ((const char *)data, size, "input", flags, &view, &error);

      g_assert_true ((document == NULL) == (error != NULL));
      if (document != NULL)
        check_round_trip (document, flags, &view);
    }
  vr_document_is_json ((const char *)data, size);
  return 0;
}
