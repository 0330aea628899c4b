/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tracked changes of an OpenDocument text are: they stand before the text, by their ids.
 */
#pragma once

#include "vr-import-style.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** VrOdtChanges: the changes of one document. */
typedef struct _VrOdtChanges VrOdtChanges;

/** vr_odt_changes_new: %NULL where @content is damaged. */
VrOdtChanges *vr_odt_changes_new (GBytes *content,
                                  const VrImportStyles *styles) G_GNUC_WARN_UNUSED_RESULT;
void vr_odt_changes_free (VrOdtChanges *self);

/** vr_odt_changes_is_insertion: whether what stands in the change @id was inserted. */
gboolean vr_odt_changes_is_insertion (const VrOdtChanges *self, const char *id);

/** vr_odt_changes_put: puts what the change @id deleted into @flow, where it was: between its
 * paragraphs one ends, and the last goes on with what comes.  Returns: whether there is anything in
 * what goes on */
gboolean vr_odt_changes_put (const VrOdtChanges *self, const char *id, VrImportFlow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrOdtChanges, vr_odt_changes_free)

G_END_DECLS
