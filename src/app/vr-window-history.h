/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reader's steps: each is a document, and going back is opening the one before. */
#pragma once

#include "vr-window-private.h"

G_BEGIN_DECLS

VrHistory *vr_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_history_free (VrHistory *self);

/**
 * Takes a step: compares @document, which the reader made of what is shown, and keeps their place.
 *
 * @sentence: what was done; said in a toast with undo once the result is there
 *
 * Where @document cannot be compared, what is shown stays, and one sentence says why.
 */
void vr_window_push_document (VrWindow *self, VrDocument *document, const char *sentence);

/**
 * The same where @side of @document is to be read in another way: its overrides number the
 * paragraphs that are shown, and are carried over to those that become of them.
 */
void vr_window_push_reading (VrWindow *self, VrDocument *document, VrSide side,
                             const char *sentence);

/** VrDocumentMap: (transfer full) (nullable): what is to stand in the place of @document, or %NULL
 * where that stays. */
typedef VrDocument *(*VrDocumentMap) (VrDocument *document, gpointer user_data);

/** Changes the documents of all steps; what they were told as stays. */
void vr_window_change_history (VrWindow *self, VrDocumentMap map, gpointer user_data);

/** (nullable): what the step is that is compared, or was compared last; borrowed. */
VrDocument *vr_window_get_step (VrWindow *self);
/** The step under way is over: its document is @document, which holds what was fetched. */
void vr_window_settle_step (VrWindow *self, VrDocument *document);

gboolean vr_window_can_undo (VrWindow *self);
gboolean vr_window_can_redo (VrWindow *self);

/* For vr-window-task.c, from the beginning of a comparison to its end. */

/** Another document is compared now: one of the reader's steps, or one that becomes a step. */
void vr_window_note_opened (VrWindow *self, VrDocument *document);

/** The texts are others, or were read again: the steps before are forgotten. */
void vr_window_begin_history (VrWindow *self, VrDocument *document);

/** What was compared is shown now. */
void vr_window_note_shown (VrWindow *self);

/** What was compared is given up: the window is about what it shows. */
void vr_window_return_to_shown (VrWindow *self);

/** Adds the actions "undo" and "redo". */
void vr_window_add_history_actions (VrWindow *self);

G_END_DECLS
