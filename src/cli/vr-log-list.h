/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a variant as a list, for people and as JSON. */
#pragma once

#include "vr-cli-words.h"
#include "vr-json-writer.h"
#include "vr-version-flags.h"
#include "vr-version.h"

G_BEGIN_DECLS

/** vr_log_list_parse: the words of “variorum log”.  Returns: %FALSE when one is wrong, which it has
 * said; else one operand is left */
gboolean vr_log_list_parse (VrCliWords *words, int *argc, char ***argv);

/** vr_log_list_put: a version as some lines, or to @json (nullable); @notes: (nullable)
 * (element-type VrNote): about it. */
void vr_log_list_put (const VrVersion *version, const VrVersionFlags *flags, const GPtrArray *notes,
                      VrJsonWriter *json);

G_END_DECLS
