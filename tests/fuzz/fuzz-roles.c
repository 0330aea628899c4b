/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a page's copy: each paragraph gets one role, and what is kept and what is folded make
 * up the text again. */
#include "check-text.h"
#include "vr-dateline.h"
#include "vr-roles.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

static void
check_roles (const VrParagraphs *paragraphs, const char *language)
{
  guint n = vr_paragraphs_get_n (paragraphs);
  g_autofree guint8 *roles = g_malloc (n + 1);
  g_autofree const char **reasons = g_new0 (const char *, n + 1);
  gboolean is_any = FALSE, told = vr_roles_judge (paragraphs, language, roles, reasons);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (roles[i], <, VR_N_ROLES);
      g_assert_true ((reasons[i] == NULL) == (roles[i] == VR_ROLE_BODY));
      is_any |= roles[i] != VR_ROLE_BODY;
    }
  g_assert_true (told == is_any);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, n_bytes);
  g_autoptr (VrText) text = vr_text_new_from_bytes (bytes, "UTF-8", "input", NULL);
  g_autoptr (VrParagraphs) paragraphs = NULL;

  if (text == NULL)
    return 0;
  paragraphs = vr_paragraphs_new (text, VR_PARAGRAPHS_LINE);
  check_roles (paragraphs, NULL);
  check_roles (paragraphs, "de");
  for (guint i = 0; i < vr_paragraphs_get_n (paragraphs); i++)
    {
      VrSlice line = vr_paragraphs_get_text (paragraphs, i);
      gsize n = vr_dateline_measure (line);

      g_assert_cmpuint (n, <=, line.n_bytes);
      g_assert_true (g_utf8_validate (line.text, n, NULL));
    }
  return 0;
}
