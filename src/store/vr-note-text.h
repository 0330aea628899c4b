/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of one version as the text that git shows; for src/store only. */
#pragma once

#include "vr-note.h"

G_BEGIN_DECLS

/**
 * vr_note_text_new:
 *
 * A note of ours is a line with its time and author, a line with the paragraph and the words that
 * it is about, where it is about any, and its text, set in:
 *
 *     2014-04-16T18:23:00+02:00 Ann Example <ann@example.org>
 *     paragraph 3: The third ferry stayed at the quay until noon.
 *       They cut the quote without saying so.
 *
 * @note: author, time and text are set.  Returns: (transfer full): the same with its id
 */
VrNote *vr_note_text_new (const VrNote *note) G_GNUC_WARN_UNUSED_RESULT;

/** vr_note_text_dup: Returns: (transfer full): the same note once more */
VrNote *vr_note_text_dup (const VrNote *note) G_GNUC_WARN_UNUSED_RESULT;

/** vr_note_text_read: @text: of any origin; what is no note of ours is one without author and time,
 * a paragraph each.  Adds what is new to @notes (element-type VrNote), in order. */
void vr_note_text_read (const char *text, gsize n_bytes, GPtrArray *notes);

/** vr_note_text_write: Returns: (transfer full): what vr_note_text_read() reads as @notes. */
char *vr_note_text_write (const GPtrArray *notes) G_GNUC_WARN_UNUSED_RESULT;

/** vr_note_text_add: adds @note to @notes at its place, earliest first, unless it is there. */
void vr_note_text_add (GPtrArray *notes, VrNote *note);

/** vr_note_text_find: Returns: where the note @id stands in @notes; -1 where it does not */
int vr_note_text_find (const GPtrArray *notes, const char *id);

G_END_DECLS
