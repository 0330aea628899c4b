/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a report: its manifest is found, read or refused, and its seal judged. */
#include "vr-manifest.h"
#include "vr-report-manifest.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What is read is whole. */
static void
check_manifest (const VrManifest *manifest)
{
  g_autofree char *maker = vr_manifest_dup_maker (manifest);

  g_assert_true (g_utf8_validate (maker, -1, NULL));
  g_assert_true (vr_manifest_is_drawn_as (manifest, manifest));
  g_assert_true (manifest->format != NULL && manifest->figures != NULL);
  g_assert_nonnull (vr_report_layout_get_nick (manifest->report.layout));
  g_assert_nonnull (vr_unit_get_nick (manifest->options.unit));
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_assert_cmpuint (strlen (manifest->sources[side].sha256), ==, 64);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *bytes = (const char *)data;
  gsize n_found;
  const char *found = vr_manifest_find (bytes, size, &n_found);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrManifest) manifest = NULL;

  vr_manifest_check_seal (bytes, size);
  if (found == NULL)
    return 0;
  g_assert_true (found >= bytes && n_found <= (gsize)(bytes + size - found));
  manifest = vr_manifest_new_from_json (found, n_found, "input", &error);
  g_assert_true ((manifest == NULL) == (error != NULL));
  if (manifest != NULL)
    check_manifest (manifest);

  return 0;
}
