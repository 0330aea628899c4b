/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other programs of ours: where they are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_program_find: Returns: (transfer full) (nullable): where @name is: beside this program, where
 * a build tree has it, or in @folder, where it is installed. */
char *vr_program_find (const char *name, const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/** vr_program_find_module: the same for what is loaded, which nobody has to be able to run. */
char *vr_program_find_module (const char *name, const char *folder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
