/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The option --as: what an article is, where its reader knows better. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** vr_cli_as_option: --as for a command that reads one article into @as. */
GOptionEntry vr_cli_as_option (char **as);

/** vr_cli_check_as: whether @as, (nullable), is what an article may be; else it has said what may
 * be.
 */
gboolean vr_cli_check_as (const char *as);

G_END_DECLS
