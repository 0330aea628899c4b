/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a page with a header: what is declared and what is found out, and the text of it. */
#include "check-text.h"
#include "vr-charset-declared.h"
#include "vr-charset-guess.h"
#include "vr-charset-labels.h"
#include "vr-error.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static void
check_declared (const char *name)
{
  if (name != NULL)
    g_assert_cmpstr (vr_charset_by_label (name, strlen (name)), ==, name);
}

static void
check_guesses (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GArray) guesses = vr_charset_guess_all (data, n_bytes);

  for (guint i = 0; i < guesses->len; i++)
    {
      const VrCharsetGuess *guess = &g_array_index (guesses, VrCharsetGuess, i);

      check_declared (guess->charset);
      g_assert_nonnull (guess->language);
      g_assert_cmpint (guess->cost, >=, i > 0 ? guess[-1].cost : 0);
    }
}

/* The first line is what the server says, the rest the page. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  const guint8 *line_end = n_bytes > 0 ? memchr (data, '\n', n_bytes) : NULL;
  gsize n_header = line_end != NULL ? (gsize)(line_end - data) : 0;
  g_autofree char *header = g_strndup ((const char *)data, n_header);
  const guint8 *page = line_end != NULL ? line_end + 1 : data;
  gsize n_page = n_bytes - (page - data);
  g_autoptr (GBytes) bytes = g_bytes_new (page, n_page);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrText) text = NULL;
  const VrStrayByte *strays;
  guint n_strays;

  check_declared (vr_charset_from_content_type (header));
  check_declared (vr_charset_declared (page, n_page));
  check_guesses (page, n_page);
  text = vr_text_new_from_web (bytes, NULL, header, "page", &error);
  if (text == NULL)
    {
      g_assert_true (g_error_matches (error, VR_ERROR, VR_ERROR_ENCODING)
                     || g_error_matches (error, VR_ERROR, VR_ERROR_NOT_TEXT));
      return 0;
    }
  check_text (text);
  strays = vr_text_peek_strays (text, &n_strays);
  for (guint i = 0; i < n_strays; i++)
    g_assert_cmpuint ((guint8)vr_text_peek (text, NULL)[strays[i].offset], >=, 0xC2);
  return 0;
}
