/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a line of `variorum align`: a case of valid texts, or refused. */
#include "vr-align-case.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrAlignCase) align_case =
      vr_align_case_new ((const char *)data, size, "line 1", &error);

  g_assert_true ((align_case == NULL) == (error != NULL));
  if (align_case == NULL)
    return 0;
  g_assert_true (g_utf8_validate (align_case->id, -1, NULL));
  for (guint side = 0; side < VR_N_SIDES; side++)
    for (guint i = 0; i < align_case->n_units[side]; i++)
      {
        VrSlice unit = align_case->units[side][i];

        g_assert_true (g_utf8_validate_len (unit.text, unit.n_bytes, NULL));
      }
  return 0;
}
