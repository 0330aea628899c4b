/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted on the rows of a comparison. */
#pragma once

#include "vr-comparison.h"

G_BEGIN_DECLS

/** VR_NOTE_MAX_BYTES: a longer note is no note; 64 KiB are some twenty pages. */
#define VR_NOTE_MAX_BYTES ((gsize)1 << 16)

/** VR_NOTE_NO_ROW: of a note whose row is not there. */
#define VR_NOTE_NO_ROW G_MAXUINT32

/**
 * VrRowNote:
 * @row: the id of the row it stands at, vr_comparison_dup_row_id()
 * @is_mirrored: whether that was the row's id with both sides exchanged
 * @text: what was noted, not empty
 * @about: (nullable): how the row's text begins, for whoever looks for it once it is gone
 * @time: (nullable): when it was written, ISO 8601 with its zone
 */
typedef struct
{
  char *row;
  gboolean is_mirrored;
  char *text;
  char *about;
  char *time;
} VrRowNote;

/** VrNotes: immutable, atomically ref-counted; in the order they were first written. */
typedef struct _VrNotes VrNotes;

/** vr_notes_new: Returns: (transfer full): copies of @n notes, one at least. */
VrNotes *vr_notes_new (const VrRowNote *notes, guint n) G_GNUC_WARN_UNUSED_RESULT;
VrNotes *vr_notes_ref (VrNotes *self);
void vr_notes_unref (VrNotes *self);

/**
 * vr_notes_put:
 * @self: (nullable): none yet
 * @index: which one it replaces; the number of notes, or more, adds one
 * @note: (nullable): copied; %NULL takes the old one away
 *
 * Returns: (transfer full) (nullable): the others and @note; %NULL where none is left
 */
VrNotes *vr_notes_put (VrNotes *self, guint index, const VrRowNote *note) G_GNUC_WARN_UNUSED_RESULT;

/** vr_notes_swap: Returns: (transfer full): the same, of a comparison whose sides are exchanged. */
VrNotes *vr_notes_swap (VrNotes *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_notes_get_n: @self: (nullable). */
guint vr_notes_get_n (const VrNotes *self);
/** vr_notes_peek: borrowed. */
const VrRowNote *vr_notes_peek (const VrNotes *self, guint index);

/** vr_notes_equal: @a, @b: (nullable). */
gboolean vr_notes_equal (const VrNotes *a, const VrNotes *b);

/**
 * vr_notes_find_rows:
 * @self: (nullable)
 *
 * Reads the texts of all rows, where there are notes.
 *
 * Returns: (transfer full) (nullable): by note, the row it stands at, or %VR_NOTE_NO_ROW; %NULL
 *   where there are none
 */
guint32 *vr_notes_find_rows (const VrNotes *self,
                             const VrComparison *comparison) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrNotes, vr_notes_unref)

G_END_DECLS
