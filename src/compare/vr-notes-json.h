/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted, as a JSON list. */
#pragma once

#include "vr-json-writer.h"
#include "vr-notes.h"

G_BEGIN_DECLS

struct _JsonNode;

/** vr_notes_write_json: @self as a list of objects. */
void vr_notes_write_json (const VrNotes *self, VrJsonWriter *json);

/**
 * vr_notes_new_from_node:
 * @node: a JsonNode; a header of every layer does not name json-glib
 * @notes: (out) (transfer full): %NULL for an empty list
 *
 * Returns: %FALSE where @node is no list of notes
 */
gboolean vr_notes_new_from_node (struct _JsonNode *node, VrNotes **notes);

G_END_DECLS
