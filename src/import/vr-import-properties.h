/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office document, or a book, says of itself in the words of Dublin Core. */
#pragma once

#include "vr-imported.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** vr_import_properties_read: @date: what a date that is just called so is: of a book, when it was
 * published.  The facts that @part has; none where it is damaged.  To be read before the text,
 * which knows its headline better. */
void vr_import_properties_read (GBytes *part, VrFact date, VrImportedBuilder *builder);

G_END_DECLS
