/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options as members of a JSON object, in reports and in saved comparisons. */
#pragma once

#include "vr-json-writer.h"
#include "vr-options.h"

G_BEGIN_DECLS

/** vr_quiet_write_json: the names of VrQuiet bits, as a list. */
void vr_quiet_write_json (guint quiet, VrJsonWriter *json);

/** vr_options_write_json: into an object that the caller began, and ends. */
void vr_options_write_json (const VrOptions *self, VrJsonWriter *json);

G_END_DECLS
