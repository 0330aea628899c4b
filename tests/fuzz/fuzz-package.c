/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a document's ZIP file: the manifest in it is found, and read or refused. */
#include "vr-manifest.h"
#include "vr-press-manifest.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *bytes = (const char *)data;
  g_autoptr (GBytes) found = NULL;
  g_autoptr (VrManifest) manifest = NULL;
  gsize n_found;
  const char *json;

  vr_manifest_check_seal (bytes, size);
  if (size == 0 || !vr_press_is_zip (bytes, size))
    return 0;
  found = vr_press_dup_manifest (bytes, size);
  if (found == NULL)
    return 0;
  json = g_bytes_get_data (found, &n_found);
  g_assert_cmpuint (n_found, <=, VR_MANIFEST_MAX_BYTES);
  manifest = vr_manifest_new_from_json (json, n_found, "input", NULL);

  return 0;
}
