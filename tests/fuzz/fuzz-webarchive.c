/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Web archives: anything is taken or told, and what was taken is whole. */
#include "vr-webarchive.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n_bytes)
{
  g_autoptr (VrWebarchive) web = vr_webarchive_read (data, n_bytes, NULL, NULL);

  g_assert_nonnull (web);
  vr_webarchive_is (data, n_bytes);
  for (guint i = 0; i < web->captures->len; i++)
    {
      const VrCapture *capture = g_ptr_array_index (web->captures, i);

      g_assert_nonnull (capture->url);
      g_assert_nonnull (capture->date);
      g_assert_true (capture->body != NULL || capture->status == 404 || capture->status == 410);
      g_assert_true (g_utf8_validate (capture->url, -1, NULL));
    }
  for (guint i = 0; i < web->troubles->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (web->troubles, i), -1, NULL));
  return 0;
}
