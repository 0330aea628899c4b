/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of versions, and what was noted about them, as the lists have them. */
#pragma once

#include "vr-json-writer.h"

G_BEGIN_DECLS

/** vr_cli_dup_time: for people, with its zone; the day alone at midnight to the second, which
 * stands for a day.  Returns: (transfer full) */
char *vr_cli_dup_time (GDateTime *time) G_GNUC_WARN_UNUSED_RESULT;

/** vr_cli_write_time: @time: (nullable): as a value, in ISO 8601. */
void vr_cli_write_time (VrJsonWriter *json, GDateTime *time);

/** vr_cli_write_notes: @notes: (nullable) (element-type VrNote): as a list of objects. */
void vr_cli_write_notes (VrJsonWriter *json, const GPtrArray *notes);

/** vr_cli_print_notes: @notes: (nullable) (element-type VrNote): a line each, with its beginning.
 */
void vr_cli_print_notes (const GPtrArray *notes);

G_END_DECLS
