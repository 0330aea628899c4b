/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a Word document's part: paragraphs, links, frames, tracked changes. */
#pragma once

#include "vr-import-style.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrDocxBody:
 * @styles: of the document
 * @targets: (nullable): where the part's links lead, by their ids
 * @original: as before the tracked changes
 * @base: what a paragraph is that has no style
 * @only: (nullable): of notes: the ids of those that count
 * @notes: (nullable): gets the ids of the notes that are referred to
 *
 * How a part is to be read.
 */
typedef struct
{
  const VrImportStyles *styles;
  GHashTable *targets;
  gboolean original;
  VrImportStyle base;
  GHashTable *only;
  GHashTable *notes;
} VrDocxBody;

/** vr_docx_body_read: puts the text of @part into @flow; %FALSE where it is damaged. */
gboolean vr_docx_body_read (const VrDocxBody *self, GBytes *part, VrImportFlow *flow);

G_END_DECLS
