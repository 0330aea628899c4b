/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as an overrides file: read or refused, and what is read is sorted and free of doubt. */
#include "vr-overrides.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
check_sorted (const VrOverride *pairs, guint n)
{
  for (guint i = 1; i < n; i++)
    g_assert_true (pairs[i - 1].old_index < pairs[i].old_index
                   || (pairs[i - 1].old_index == pairs[i].old_index
                       && pairs[i - 1].new_index < pairs[i].new_index));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrOverrides) overrides =
      vr_overrides_new_from_json ((const char *)data, size, "input", &error);
  const VrOverride *must, *must_not;
  guint n_must, n_must_not;

  g_assert_true ((overrides == NULL) == (error != NULL));
  if (overrides == NULL)
    return 0;
  must = vr_overrides_peek_must (overrides, &n_must);
  must_not = vr_overrides_peek_must_not (overrides, &n_must_not);
  check_sorted (must, n_must);
  check_sorted (must_not, n_must_not);
  if (n_must > 0)
    {
      /* The later word wins. */
      vr_overrides_must_not_pair (overrides, must[0].old_index, must[0].new_index);
      vr_overrides_peek_must (overrides, &n_must_not);
      g_assert_cmpuint (n_must_not, ==, n_must - 1);
    }
  return 0;
}
