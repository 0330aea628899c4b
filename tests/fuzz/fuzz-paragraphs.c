/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text in every paragraph mode: nothing lost, nothing twice. */
#include "check-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "input", NULL);

  if (text == NULL)
    return 0;
  for (VrParagraphMode mode = VR_PARAGRAPHS_AUTO; mode <= VR_PARAGRAPHS_WRAPPED; mode++)
    {
      g_autoptr (VrParagraphs) paragraphs = vr_paragraphs_new (text, mode);

      check_paragraphs (text, paragraphs);
    }
  return 0;
}
