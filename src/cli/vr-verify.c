/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report and its manifest: found, and whether their bytes are as they were written. */
#include "vr-verify-private.h"

#include "vr-cli-archive.h"
#include "vr-press-manifest.h"
#include "vr-report-manifest.h"
#include "vr-report-save.h"
#include "vr-sha256.h"

#include <glib/gi18n.h>
#include <string.h>

static void
free_finding (gpointer data)
{
  VrFinding *finding = data;

  g_free (finding->sentence);
  g_free (finding);
}

void
vr_verify_find (VrVerify *self, const char *check, VrVerdict verdict, char *sentence)
{
  VrFinding *finding = g_new0 (VrFinding, 1);

  *finding = (VrFinding){ check, verdict, sentence };
  g_ptr_array_add (self->findings, finding);
}

const char *
vr_verdict_get_nick (VrVerdict verdict)
{
  static const char *const nicks[] = {
    [VR_VERDICT_HOLDS] = "holds",
    [VR_VERDICT_FALSE] = "false",
    [VR_VERDICT_UNKNOWN] = "unknown",
    [VR_VERDICT_UNCHECKED] = "unchecked",
  };

  return nicks[verdict];
}

gboolean
vr_verify_has_sha256 (GBytes *bytes, const char *sha256)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  char hex[VR_SHA256_HEX_BYTES];

  vr_sha256_hex (data != NULL ? data : "", n_bytes, hex);

  return g_str_equal (hex, sha256);
}

GBytes *
vr_verify_dup_manifest (GBytes *report)
{
  gsize n_bytes, n_found;
  const char *data = g_bytes_get_data (report, &n_bytes);
  const char *at;

  if (n_bytes == 0)
    return NULL;
  if (vr_press_is_zip (data, n_bytes))
    return vr_press_dup_manifest (data, n_bytes);
  at = vr_manifest_find (data, n_bytes, &n_found);

  return at != NULL ? g_bytes_new_from_bytes (report, (gsize)(at - data), n_found) : NULL;
}

static gboolean
is_manifest (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return n_bytes >= strlen (VR_MANIFEST_START)
         && memcmp (data, VR_MANIFEST_START, strlen (VR_MANIFEST_START)) == 0;
}

/* From the manifest to the report beside it. */
static gboolean
load_report_of (VrVerify *self, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  self->manifest_file = g_steal_pointer (&self->report);
  if (!g_str_has_suffix (path, VR_MANIFEST_SUFFIX))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("“%s” is a manifest, but it is not called as the report with “%s” behind; "
                      "rename it, so that the report is found."),
                   name, VR_MANIFEST_SUFFIX);
      return FALSE;
    }
  self->path = g_strndup (path, strlen (path) - strlen (VR_MANIFEST_SUFFIX));
  self->report = vr_text_read_bytes (self->path, error);

  return self->report != NULL;
}

static VrSeal
check_seal (GBytes *bytes)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  return n_bytes > 0 ? vr_manifest_check_seal (data, n_bytes) : VR_SEAL_MISSING;
}

static VrManifest *
read_manifest (GBytes *file, const char *name, GError **error)
{
  g_autoptr (GBytes) json = vr_verify_dup_manifest (file);
  gsize n_bytes;
  const char *data;

  if (json == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _ ("“%s” has no manifest, neither in it nor beside it: it is no report that can "
                      "be checked, or its manifest was taken away."),
                   name);
      return NULL;
    }
  data = g_bytes_get_data (json, &n_bytes);

  return vr_manifest_new_from_json (data, n_bytes, name, error);
}

/* Whether @beside is another report's, which had this one's name before. */
static gboolean
is_stale (const VrVerify *self, GBytes *beside, const char *name)
{
  g_autoptr (VrManifest) other = read_manifest (beside, name, NULL);

  return (other == NULL || other->file_sha256 == NULL
          || !vr_verify_has_sha256 (self->report, other->file_sha256))
         && check_seal (self->report) == VR_SEAL_HOLDS;
}

/* From the report to the manifest beside it, where there is one. */
static gboolean
load_manifest_of (VrVerify *self, const char *path, GError **error)
{
  g_autofree char *beside = g_strconcat (path, VR_MANIFEST_SUFFIX, NULL);
  g_autoptr (GBytes) bytes = NULL;

  self->path = g_strdup (path);
  if (!g_file_test (beside, G_FILE_TEST_EXISTS))
    return TRUE;
  bytes = vr_text_read_bytes (beside, error);
  if (bytes != NULL && !is_stale (self, bytes, beside))
    self->manifest_file = g_steal_pointer (&bytes);

  return bytes != NULL || self->manifest_file != NULL;
}

/* FALSE without an error where the report is no history. */
static gboolean
load_history (VrVerify *self, const char *name, GError **error)
{
  gsize n_bytes, n_found;
  const char *data = g_bytes_get_data (self->report, &n_bytes);
  const char *at = n_bytes > 0 ? vr_manifest_find_history (data, n_bytes, &n_found) : NULL;

  if (at != NULL)
    self->history = vr_history_manifest_new_from_json (at, n_found, name, error);

  return self->history != NULL;
}

/* What carries the manifest, and its seal. */
static GBytes *
get_sealed (const VrVerify *self)
{
  return self->manifest_file != NULL ? self->manifest_file : self->report;
}

static gboolean
load_manifest (VrVerify *self, const char *name, GError **error)
{
  g_autoptr (GError) told = NULL;

  if (self->manifest_file == NULL && load_history (self, name, &told))
    return TRUE;
  if (told == NULL)
    self->manifest = read_manifest (get_sealed (self), name, &told);
  if (told != NULL)
    g_propagate_error (error, g_steal_pointer (&told));

  return self->manifest != NULL;
}

gboolean
vr_verify_load (VrVerify *self, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  self->findings = g_ptr_array_new_with_free_func (free_finding);
  self->report = vr_text_read_bytes (path, error);
  if (self->report == NULL)
    return FALSE;
  if (!(is_manifest (self->report) ? load_report_of (self, path, error)
                                   : load_manifest_of (self, path, error)))
    return FALSE;
  if (load_manifest (self, name, &self->damage))
    return TRUE;
  /* A broken seal tells that it is a report all the same. */
  if (check_seal (get_sealed (self)) == VR_SEAL_BROKEN)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->damage));

  return FALSE;
}

const VrManifestMaking *
vr_verify_get_making (const VrVerify *self)
{
  if (self->damage != NULL)
    return NULL;

  return self->history != NULL ? &self->history->making : &self->manifest->making;
}

/* @sentences: by VrSeal. */
static void
find_seal (VrVerify *self, const char *check, VrSeal seal, const char *const sentences[])
{
  vr_verify_find (self, check, seal == VR_SEAL_HOLDS ? VR_VERDICT_HOLDS : VR_VERDICT_FALSE,
                  g_strdup (_ (sentences[seal])));
}

/* A manifest beside is sealed itself. */
static void
check_beside (VrVerify *self)
{
  static const char *const sentences[] = {
    [VR_SEAL_HOLDS] = N_ ("The manifest beside the report is as it was written: its seal holds."),
    [VR_SEAL_BROKEN] = N_ ("The manifest beside the report was changed after it was written: its "
                           "seal does not hold."),
    [VR_SEAL_MISSING] =
        N_ ("The manifest beside the report was changed after it was written: its seal is gone."),
  };

  find_seal (self, "manifest", check_seal (self->manifest_file), sentences);
}

/* And it knows the report by its sum. */
static void
check_sum (VrVerify *self)
{
  gboolean is_same = self->manifest->file_sha256 != NULL
                     && vr_verify_has_sha256 (self->report, self->manifest->file_sha256);

  vr_verify_find (
      self, "body", is_same ? VR_VERDICT_HOLDS : VR_VERDICT_FALSE,
      g_strdup (is_same ? _ ("The report is the one that the manifest beside it was written for.")
                        : _ ("The report is not the one that the manifest beside it was written "
                             "for: its SHA-256 is another.")));
}

void
vr_verify_check_body (VrVerify *self)
{
  static const char *const sentences[] = {
    [VR_SEAL_HOLDS] = N_ ("The report is as it was written: its seal holds."),
    [VR_SEAL_BROKEN] = N_ ("The report was changed after it was written: its seal does not hold."),
    [VR_SEAL_MISSING] = N_ ("The report was changed after it was written: its seal is gone."),
  };

  if (self->manifest_file != NULL)
    check_beside (self);
  else
    find_seal (self, "body", check_seal (self->report), sentences);
  if (self->damage != NULL)
    vr_verify_find (self, self->manifest_file != NULL ? "body" : "manifest", VR_VERDICT_UNKNOWN,
                    g_strdup (self->damage->message));
  else if (self->manifest_file != NULL)
    check_sum (self);
}

static const char *
get_check (VrSide side)
{
  return side == VR_SIDE_OLD ? "old" : "new";
}

/* @source is what was found; @where tells which it is. */
static void
judge_source (VrVerify *self, VrSide side, GBytes *source, const char *where)
{
  gboolean is_same = vr_verify_has_sha256 (source, self->manifest->sources[side].sha256);
  gboolean is_old = side == VR_SIDE_OLD;
  g_autofree char *sentence = NULL;

  if (is_same)
    sentence = g_strdup_printf (
        is_old ? _ ("The old version is the one that was compared: “%s” has its SHA-256.")
               : _ ("The new version is the one that was compared: “%s” has its SHA-256."),
        where);
  else
    sentence = g_strdup_printf (
        is_old ? _ ("The old version is not the one that was compared: “%s” has another SHA-256.")
               : _ ("The new version is not the one that was compared: “%s” has another SHA-256."),
        where);
  vr_verify_find (self, get_check (side), is_same ? VR_VERDICT_HOLDS : VR_VERDICT_FALSE,
                  g_steal_pointer (&sentence));
  if (is_same)
    self->sources[side] = g_bytes_ref (source);
}

/* What an archive knows of its version, it knows better than a report does. */
static gboolean
is_witness_same (const VrReportWitness *said, const VrReportWitness *kept)
{
  return (said->author == NULL || g_strcmp0 (said->author, kept->author) == 0)
         && (said->time == NULL || g_strcmp0 (said->time, kept->time) == 0);
}

static void
check_kept (VrVerify *self, VrSide side, const char *archive)
{
  const VrReportWitness *said = &self->manifest->info->witnesses[side];
  g_autoptr (VrReportInfo) info = vr_report_info_new ();
  VrReportWitness *kept = &info->witnesses[side];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vr_cli_read_version (archive, said->commit, kept, NULL, NULL, &error);

  if (bytes == NULL)
    vr_verify_find (self, get_check (side), VR_VERDICT_UNKNOWN,
                    g_strdup_printf (side == VR_SIDE_OLD
                                         ? _ ("Whether the old version holds cannot be told: %s")
                                         : _ ("Whether the new version holds cannot be told: %s"),
                                     error->message));
  else if (!is_witness_same (said, kept))
    vr_verify_find (self, get_check (side), VR_VERDICT_FALSE,
                    g_strdup_printf (side == VR_SIDE_OLD
                                         ? _ ("The archive tells another author or time of the old "
                                              "version, “%s”, than the report does.")
                                         : _ ("The archive tells another author or time of the new "
                                              "version, “%s”, than the report does."),
                                     kept->name));
  else
    judge_source (self, side, bytes, kept->name);
}

static void
check_file (VrVerify *self, VrSide side, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vr_text_read_bytes (path, &error);

  if (bytes != NULL)
    judge_source (self, side, bytes, name);
  else
    vr_verify_find (self, get_check (side), VR_VERDICT_UNKNOWN, g_strdup (error->message));
}

static char *
dup_unchecked (VrSide side, gboolean has_archive)
{
  if (has_archive)
    return g_strdup (side == VR_SIDE_OLD
                         ? _ ("The old version was not checked: the report does not say which one "
                              "of an archive it is; name its file with --old.")
                         : _ ("The new version was not checked: the report does not say which one "
                              "of an archive it is; name its file with --new."));

  return g_strdup (side == VR_SIDE_OLD ? _ ("The old version was not checked: name its file with "
                                            "--old, or the archive that has it with --archive.")
                                       : _ ("The new version was not checked: name its file with "
                                            "--new, or the archive that has it with --archive."));
}

void
vr_verify_check_source (VrVerify *self, VrSide side, const char *path, const char *archive)
{
  if (path != NULL)
    check_file (self, side, path);
  else if (archive != NULL && self->manifest->info->witnesses[side].commit != NULL)
    check_kept (self, side, archive);
  else
    vr_verify_find (self, get_check (side), VR_VERDICT_UNCHECKED,
                    dup_unchecked (side, archive != NULL));
}

VrVerdict
vr_verify_get_verdict (const VrVerify *self)
{
  VrVerdict verdict = VR_VERDICT_HOLDS;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const VrFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->verdict == VR_VERDICT_FALSE)
        return VR_VERDICT_FALSE;
      if (finding->verdict == VR_VERDICT_UNKNOWN)
        verdict = VR_VERDICT_UNKNOWN;
    }

  return verdict;
}

void
vr_verify_clear (VrVerify *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->report, g_bytes_unref);
  g_clear_pointer (&self->manifest_file, g_bytes_unref);
  g_clear_pointer (&self->manifest, vr_manifest_free);
  g_clear_pointer (&self->history, vr_history_manifest_free);
  g_clear_error (&self->damage);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&self->sources[side], g_bytes_unref);
  g_clear_pointer (&self->comparison, vr_comparison_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}
