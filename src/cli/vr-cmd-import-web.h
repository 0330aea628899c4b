/* SPDX-License-Identifier: GPL-3.0-or-later */
/* variorum archive import of a web archive. */
#pragma once

#include "vr-cli-words.h"

G_BEGIN_DECLS

/** vr_cmd_import_is_web: whether the file @path is a web archive. */
gboolean vr_cmd_import_is_web (const char *path);

/** vr_cmd_import_web: takes its pages in: each capture a version, each address a variant of @story,
 * which @variant (nullable) names where there is one alone. */
VrStatus vr_cmd_import_web (const VrCliWords *words, const char *path, const char *story,
                            const char *variant);

G_END_DECLS
