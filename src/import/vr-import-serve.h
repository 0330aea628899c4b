/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program variorum-import does: reads one source after the other, each in a process of its
 * own. */
#pragma once

#include "vr-import-format.h"

G_BEGIN_DECLS

/**
 * vr_import_serve:
 * @find: knows the formats
 *
 * Answers the requests that come from standard input, as vr-import-protocol.h says, until it ends.
 * To be called once, by a program of one thread.
 *
 * Returns: whether all that came was a request
 */
gboolean vr_import_serve (VrImportFinder find);

G_END_DECLS
