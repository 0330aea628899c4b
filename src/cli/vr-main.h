/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program of commands does: finds the command and runs it. */
#pragma once

#include "vr-cli.h"

G_BEGIN_DECLS

/** vr_main: sets up streams, memory and language, and runs the command that @argv names.  Returns:
 * the exit status. */
int vr_main (int argc, char **argv, const VrCommand *commands, guint n_commands);

G_END_DECLS
