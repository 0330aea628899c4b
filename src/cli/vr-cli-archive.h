/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of the archive share. */
#pragma once

#include "vr-archive.h"
#include "vr-cli-notes.h"
#include "vr-cli-words.h"
#include "vr-json-writer.h"
#include "vr-report-info.h"
#include "vr-sync.h"
#include "vr-version.h"

G_BEGIN_DECLS

/** vr_cli_open_archive: Says what is wrong.  Returns: (transfer full) (nullable): the archive */
VrArchive *vr_cli_open_archive (const VrCliWords *words) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_find_version: opens the archive as vr_cli_open_archive() does, and finds the version
 * called @text.  Returns: (transfer full) (nullable): the archive; else it has said what is wrong
 */
VrArchive *vr_cli_find_version (const VrCliWords *words, const char *text,
                                char **id) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_read_version: a VrVersionReader. */
GBytes *vr_cli_read_version (const char *archive, const char *word, VrReportWitness *witness,
                             char **format, char **encoding,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_write_version: a version's number, id and time as an object. */
void vr_cli_write_version (VrJsonWriter *json, guint number, const char *id, gint64 published,
                           int zone_minutes);

/** vr_cli_report_received: what came from elsewhere; @sends: whether that gets anything as well. */
VrStatus vr_cli_report_received (const VrSync *sync, gboolean sends, gboolean is_json);

/** vr_cli_pack_in_background: joins packs where that is due, in a program of its own that nobody
 * waits for. */
void vr_cli_pack_in_background (VrArchive *archive);

VrStatus vr_cmd_snapshot (int argc, char **argv);
VrStatus vr_cmd_stories_opened (int argc, char **argv);
VrStatus vr_cmd_log_opened (int argc, char **argv);
VrStatus vr_cmd_show (int argc, char **argv);
VrStatus vr_cmd_restore (int argc, char **argv);
VrStatus vr_cmd_label (int argc, char **argv);
VrStatus vr_cmd_note (int argc, char **argv);
VrStatus vr_cmd_compare_versions (int argc, char **argv);
VrStatus vr_cmd_blame (int argc, char **argv);
VrStatus vr_cmd_search (int argc, char **argv);
VrStatus vr_cmd_history (int argc, char **argv);

VrStatus vr_cmd_mv (int argc, char **argv);
VrStatus vr_cmd_rm (int argc, char **argv);
VrStatus vr_cmd_archive_main (int argc, char **argv);
VrStatus vr_cmd_archive_check (int argc, char **argv);
VrStatus vr_cmd_archive_export (int argc, char **argv);
VrStatus vr_cmd_archive_import (int argc, char **argv);
VrStatus vr_cmd_archive_sync (int argc, char **argv);
VrStatus vr_cmd_archive_repair (int argc, char **argv);
VrStatus vr_cmd_archive_pack (int argc, char **argv);
VrStatus vr_cmd_archive_trash (int argc, char **argv);
VrStatus vr_cmd_archive_restore_trash (int argc, char **argv);
VrStatus vr_cmd_archive_empty_trash (int argc, char **argv);

G_END_DECLS
