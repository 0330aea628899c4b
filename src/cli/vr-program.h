/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The other programs of ours: found, and become. */
#pragma once

#include "vr-cli.h"

G_BEGIN_DECLS

/** vr_program_find: Returns: (transfer full) (nullable): where @name is: beside this program, as in
 * a build tree, or in @folder, where it is installed. */
char *vr_program_find (const char *name, const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/** vr_program_find_module: the same for what is loaded, which nobody has to be able to run. */
char *vr_program_find_module (const char *name, const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/** vr_program_become: runs @program in this one's place, so it returns only on trouble, which it
 * has said. */
VrStatus vr_program_become (const char *program, char **argv);

G_END_DECLS
