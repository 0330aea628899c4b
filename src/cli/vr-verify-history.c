/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report on all versions of a variant: its versions looked up in the archive, and the report
 * written again. */
#include "vr-verify-private.h"

#include "vr-archive.h"
#include "vr-cli-progress.h"
#include "vr-history-report.h"
#include "vr-press.h"
#include "vr-version-operand.h"
#include "vr-version.h"

#include <glib/gi18n.h>

static void
find_unwritten (VrVerify *self)
{
  vr_verify_find (self, "report", VR_VERDICT_UNCHECKED,
                  g_strdup (_ ("The report was not written again, as that needs its versions one "
                               "after the other.")));
}

static char *
dup_error (const GError *error)
{
  return g_strdup_printf (_ ("Whether the versions hold cannot be told: %s"), error->message);
}

/* Whether both are the same moment, in whichever way they are written. */
static gboolean
is_same_time (const char *a, const char *b)
{
  g_autoptr (GDateTime) time_a = a != NULL ? g_date_time_new_from_iso8601 (a, NULL) : NULL;
  g_autoptr (GDateTime) time_b = b != NULL ? g_date_time_new_from_iso8601 (b, NULL) : NULL;

  if (time_a == NULL || time_b == NULL)
    return a == NULL && b == NULL;

  return g_date_time_equal (time_a, time_b);
}

/* Adds a finding and is %FALSE where the archive does not have it so. */
static gboolean
check_version (VrVerify *self, const char *archive, const VrManifestVersion *version)
{
  g_auto (VrVersionFacts) facts = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = vr_version_read_operand (archive, version->commit, &facts, &error);

  if (bytes == NULL)
    vr_verify_find (self, "versions", VR_VERDICT_UNKNOWN, dup_error (error));
  else if (version->sha256 != NULL && !vr_verify_has_sha256 (bytes, version->sha256))
    vr_verify_find (self, "versions", VR_VERDICT_FALSE,
                    g_strdup_printf (_ ("The archive tells another SHA-256 of the version “%s” "
                                        "than the report does."),
                                     version->name));
  else if (!is_same_time (version->time, facts.time))
    vr_verify_find (
        self, "versions", VR_VERDICT_FALSE,
        g_strdup_printf (
            _ ("The archive tells another time of the version “%s” than the report does."),
            version->name));
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_versions (VrVerify *self, const char *archive)
{
  guint n = self->history->versions->len;

  for (guint i = 0; i < n; i++)
    if (!check_version (self, archive, vr_history_manifest_peek (self->history, i)))
      return FALSE;
  vr_verify_find (self, "versions", VR_VERDICT_HOLDS,
                  g_strdup_printf (ngettext ("The %'u version that the report tells of is in the "
                                             "archive, with its commit, time and SHA-256.",
                                             "All %'u versions that the report tells of are in the "
                                             "archive, with their commits, times and SHA-256.",
                                             n),
                                   n));

  return TRUE;
}

/* As it would be told today, from the first to the last version that the report tells of. */
static VrReportHistory *
tell (const VrVerify *self, VrArchive *archive, GError **error)
{
  guint n = self->history->versions->len;
  VrHistoryRange range = { vr_history_manifest_peek (self->history, 0)->commit,
                           vr_history_manifest_peek (self->history, n - 1)->commit };
  g_autofree char *name = vr_version_dup_variant (archive, range.to, range.to, error);
  g_auto (VrCliProgress) progress = { 0 };
  VrProgress told;

  if (name == NULL)
    return NULL;
  told = vr_cli_progress_begin (&progress, _ ("Comparing the versions: %u %%"));

  return vr_history_report_new (archive, name, range, &told, NULL, error);
}

/* How many of the report's versions stand in @history, in the same order. */
static guint
count_common (const VrVerify *self, const VrReportHistory *history)
{
  guint n_found = 0;

  for (guint i = 0; i < history->steps->len && n_found < self->history->versions->len; i++)
    n_found += g_str_equal (vr_report_history_peek_step (history, i)->witness.commit,
                            vr_history_manifest_peek (self->history, n_found)->commit);

  return n_found;
}

static gboolean
has_names (const VrVerify *self, const VrReportHistory *history)
{
  if (!g_str_equal (history->story, self->history->story)
      || !g_str_equal (history->variant, self->history->variant))
    return FALSE;
  for (guint i = 0; i < history->steps->len; i++)
    {
      const VrReportStep *step = vr_report_history_peek_step (history, i);
      const VrManifestVersion *version = vr_history_manifest_peek (self->history, i);

      if (step->number != version->number || g_strcmp0 (step->witness.name, version->name) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Returns: whether the report can be written again of @history. */
static gboolean
judge_order (VrVerify *self, const VrReportHistory *history)
{
  guint n = self->history->versions->len;
  guint n_more = history->steps->len - MIN (n, history->steps->len);

  if (count_common (self, history) < n)
    vr_verify_find (self, "history", VR_VERDICT_FALSE,
                    g_strdup (_ ("The archive does not have these versions in one history, in the "
                                 "order of the report.")));
  else if (n_more > 0)
    vr_verify_find (
        self, "history", VR_VERDICT_UNKNOWN,
        g_strdup_printf (ngettext ("Whether the history holds cannot be told: the archive has "
                                   "%'u more version in between, which came later or was left "
                                   "out.",
                                   "Whether the history holds cannot be told: the archive has "
                                   "%'u more versions in between, which came later or were left "
                                   "out.",
                                   n_more),
                         n_more));
  else if (!has_names (self, history))
    vr_verify_find (self, "history", VR_VERDICT_UNKNOWN,
                    g_strdup (_ ("The versions follow each other as the report tells, but the "
                                 "archive calls or numbers them otherwise by now, or the report "
                                 "was given other names.")));
  else
    vr_verify_find (self, "history", VR_VERDICT_HOLDS,
                    g_strdup (_ ("The versions follow each other as the report tells, under the "
                                 "same names.")));

  return count_common (self, history) == n && n_more == 0;
}

static gboolean
has_notes (const VrManifestVersion *version, const GPtrArray *notes)
{
  if (notes->len != version->notes->len)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (!g_str_equal (g_ptr_array_index (notes, i), g_ptr_array_index (version->notes, i)))
      return FALSE;

  return TRUE;
}

/* Notes are written and taken away as people like, which makes no report false. */
static void
judge_notes (VrVerify *self, const VrReportHistory *history)
{
  gboolean is_same = TRUE;

  for (guint i = 0; i < history->steps->len && is_same; i++)
    is_same = has_notes (vr_history_manifest_peek (self->history, i),
                         vr_report_history_peek_step (history, i)->notes);
  vr_verify_find (
      self, "notes", is_same ? VR_VERDICT_HOLDS : VR_VERDICT_UNKNOWN,
      g_strdup (is_same ? _ ("The archive has the notes that the report tells of.")
                        : _ ("Whether the notes hold cannot be told: the archive has others by "
                             "now, or the report was given others.")));
}

static GBytes *
write_report (VrReportHistory *history, VrReportHistoryFunc write, GError **error)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (bytes);

  write (history, NULL, NULL, output);
  if (!vr_output_close (output, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&bytes));
}

static VrHistoryManifest *
read_own_manifest (GBytes *report)
{
  gsize n_bytes, n_found;
  const char *data = g_bytes_get_data (report, &n_bytes);
  const char *at = vr_manifest_find_history (data, n_bytes, &n_found);

  return at != NULL ? vr_history_manifest_new_from_json (at, n_found, "", NULL) : NULL;
}

static VrReportHistoryFunc
find_writer (const VrVerify *self)
{
  const VrReportFormat *format = vr_report_find_format (self->history->making.format);

  return format != NULL ? vr_press_get_history_writer (format) : NULL;
}

static void
check_writing (VrVerify *self, VrReportHistory *history)
{
  VrReportHistoryFunc write = find_writer (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) report = NULL;
  g_autoptr (VrHistoryManifest) own = NULL;

  if (write == NULL)
    {
      vr_verify_find (self, "report", VR_VERDICT_UNKNOWN,
                      g_strdup_printf (_ ("The report cannot be written again: this version of "
                                          "Variorum does not know the format “%s”."),
                                       self->history->making.format));
      return;
    }
  vr_history_manifest_restore (self->history, history);
  report = write_report (history, write, &error);
  if (report == NULL)
    {
      vr_verify_find (self, "report", VR_VERDICT_UNKNOWN, g_strdup (error->message));
      return;
    }
  own = read_own_manifest (report);
  if (own == NULL || vr_verify_check_words (self, &own->making))
    vr_verify_judge_writing (self, own != NULL ? &own->making : NULL,
                             g_bytes_equal (report, self->report));
}

static void
check_order (VrVerify *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VrArchive) archive = vr_archive_open (path, &error);
  g_autoptr (VrReportHistory) history = archive != NULL ? tell (self, archive, &error) : NULL;

  if (history == NULL)
    {
      vr_verify_find (
          self, "history", VR_VERDICT_UNKNOWN,
          g_strdup_printf (_ ("Whether the history holds cannot be told: %s"), error->message));
      find_unwritten (self);
      return;
    }
  if (!judge_order (self, history))
    {
      find_unwritten (self);
      return;
    }
  judge_notes (self, history);
  check_writing (self, history);
}

void
vr_verify_check_history (VrVerify *self, const char *archive)
{
  if (archive == NULL)
    vr_verify_find (self, "versions", VR_VERDICT_UNCHECKED,
                    g_strdup (_ ("The versions were not checked: name the archive that has them "
                                 "with --archive.")));
  if (archive != NULL && check_versions (self, archive))
    check_order (self, archive);
  else
    find_unwritten (self);
}
