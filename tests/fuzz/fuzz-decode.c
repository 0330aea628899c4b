/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file: read as text that is valid UTF-8 without NUL, or refused. */
#include "check-text.h"
#include "vr-error.h"
#include "vr-language.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static void
check_decoding (GBytes *bytes, const char *encoding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, encoding, "input", &error);
  VrSlice sample;

  if (text == NULL)
    {
      g_assert_true (g_error_matches (error, VR_ERROR, VR_ERROR_ENCODING)
                     || g_error_matches (error, VR_ERROR, VR_ERROR_NOT_TEXT));
      return;
    }
  check_text (text);
  g_assert_cmpuint (vr_text_get_source_bytes (text), ==, g_bytes_get_size (bytes));
  sample.text = vr_text_peek (text, &sample.n_bytes);
  g_assert_nonnull (vr_language_detect (sample));
}

/* The first byte chooses whether the encoding is forced. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  static const char *const encodings[] = {
    NULL,      "UTF-8",     "UTF-16",       "UTF-16BE", "UTF-32",      "windows-1252",
    "GB18030", "Shift_JIS", "ISO-2022-JP",  "EUC-KR",   "ISO-8859-16", "Big5",
    "KOI8-R",  "EUC-JP",    "no-such-name", "UTF-7"
  };
  g_autoptr (GBytes) bytes = NULL;

  if (n_bytes == 0)
    return 0;
  bytes = g_bytes_new (data + 1, n_bytes - 1);
  check_decoding (bytes, NULL);
  check_decoding (bytes, encodings[data[0] % G_N_ELEMENTS (encodings)]);
  return 0;
}
