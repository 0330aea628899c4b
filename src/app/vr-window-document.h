/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file that the window's comparison is saved in, and whether anything is not in it. */
#pragma once

#include "vr-window.h"

G_BEGIN_DECLS

/** What the window knows of that file. */
typedef struct _VrKeeper VrKeeper;

VrKeeper *vr_keeper_new (void) G_GNUC_WARN_UNUSED_RESULT;
void vr_keeper_free (VrKeeper *self);

/** Adds the actions "save" and "save-as". */
void vr_window_add_document_actions (VrWindow *self);
void vr_window_update_document_actions (VrWindow *self);

/** @document is shown now: where it is of other articles, the file is not about it. */
void vr_window_note_document (VrWindow *self, VrDocument *document);

/** What was under way is given up, and with it the file that it came from. */
void vr_window_forget_coming_file (VrWindow *self);

/** What is compared, begun again: what was saved stays as it is, and files are read anew; of those
 * that are held and are gone now, what was read stays. */
VrCompareTask *vr_window_new_reread_task (VrWindow *self) G_GNUC_WARN_UNUSED_RESULT;

/** @title, with a dot before it where something is not saved; to be freed. */
char *vr_window_dup_marked_title (VrWindow *self, const char *title);

/** Saves what is compared: in its file, or where the reader says. */
void vr_window_save (VrWindow *self);
/** Saves the texts that are not compared yet, as the comparison that they would be. */
void vr_window_save_texts (VrWindow *self);
/** Whether either is under way. */
gboolean vr_window_is_saving (VrWindow *self);

G_END_DECLS
