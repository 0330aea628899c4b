/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a report: its manifest is found, read or refused, and its seal judged. */
#include "vr-history-manifest.h"
#include "vr-manifest.h"
#include "vr-report-manifest.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* What is read is whole. */
static void
check_making (const VrManifestMaking *making)
{
  g_autofree char *maker = vr_manifest_making_dup_maker (making);

  g_assert_true (g_utf8_validate (maker, -1, NULL));
  g_assert_true (vr_manifest_making_is_drawn_as (making, making));
  g_assert_true (vr_manifest_making_speaks_as (making, making));
  g_assert_nonnull (making->format);
}

static void
check_manifest (const VrManifest *manifest)
{
  check_making (&manifest->making);
  g_assert_nonnull (manifest->figures);
  g_assert_nonnull (vr_report_layout_get_nick (manifest->report.layout));
  g_assert_nonnull (vr_unit_get_nick (manifest->options.unit));
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_assert_cmpuint (strlen (manifest->sources[side].sha256), ==, 64);
}

/* What a history says of itself comes out as it went in. */
static void
check_history (const VrHistoryManifest *manifest)
{
  g_autoptr (VrReportHistory) history = vr_report_history_new ("", "");
  g_autofree char *again = NULL;
  g_autoptr (VrHistoryManifest) reread = NULL;

  check_making (&manifest->making);
  for (guint i = 0; i < manifest->versions->len; i++)
    {
      const VrManifestVersion *version = vr_history_manifest_peek (manifest, i);
      VrReportStep *step = vr_report_history_add_step (history);

      g_assert_cmpuint (strlen (version->commit), ==, 40);
      step->witness.commit = g_strdup (version->commit);
    }
  vr_history_manifest_restore (manifest, history);
  again = vr_report_history_dup_manifest (history, manifest->making.format, NULL);
  again[strlen (again) - 1] = '}';
  reread = vr_history_manifest_new_from_json (again, strlen (again), "again", NULL);
  g_assert_nonnull (reread);
  g_assert_cmpstr (reread->story, ==, manifest->story);
  g_assert_cmpuint (reread->versions->len, ==, manifest->versions->len);
}

static void
read_history (const char *bytes, gsize size)
{
  gsize n_found;
  const char *found = vr_manifest_find_history (bytes, size, &n_found);
  g_autoptr (GError) error = NULL;
  g_autoptr (VrHistoryManifest) manifest = NULL;

  if (found == NULL)
    return;
  g_assert_true (found >= bytes && n_found <= (gsize)(bytes + size - found));
  manifest = vr_history_manifest_new_from_json (found, n_found, "input", &error);
  g_assert_true ((manifest == NULL) == (error != NULL));
  if (manifest != NULL)
    check_history (manifest);
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
  read_history (bytes, size);
  if (found == NULL)
    return 0;
  g_assert_true (found >= bytes && n_found <= (gsize)(bytes + size - found));
  manifest = vr_manifest_new_from_json (found, n_found, "input", &error);
  g_assert_true ((manifest == NULL) == (error != NULL));
  if (manifest != NULL)
    check_manifest (manifest);

  return 0;
}
