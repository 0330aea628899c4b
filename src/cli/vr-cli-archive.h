/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands of the archive share. */
#pragma once

#include "vr-archive.h"
#include "vr-cli.h"
#include "vr-version.h"

G_BEGIN_DECLS

/** vr_cli_open_archive: @path: (nullable): as given to --archive, else the user's own.  Says what
 * is wrong.  Returns: (transfer full) (nullable): the archive */
VrArchive *vr_cli_open_archive (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_dup_time: for people, with its zone.  Returns: (transfer full) */
char *vr_cli_dup_time (GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_wants_json: @format: (nullable): as given to --format; says what is wrong and sets
 * @failed for one that is neither text nor json. */
gboolean vr_cli_wants_json (const char *format, gboolean *failed);

VrStatus vr_cmd_snapshot (int argc, char **argv);
VrStatus vr_cmd_stories (int argc, char **argv);
VrStatus vr_cmd_log (int argc, char **argv);
VrStatus vr_cmd_show (int argc, char **argv);
VrStatus vr_cmd_restore (int argc, char **argv);
VrStatus vr_cmd_label (int argc, char **argv);
VrStatus vr_cmd_compare_versions (int argc, char **argv);

G_END_DECLS
