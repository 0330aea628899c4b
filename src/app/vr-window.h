/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main window: start, comparison or error, under one header. */
#pragma once

#include "vr-compare-page.h"
#include "vr-compare-task.h"
#include "vr-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define VR_TYPE_WINDOW (vr_window_get_type ())
G_DECLARE_FINAL_TYPE (VrWindow, vr_window, VR, WINDOW, AdwApplicationWindow)

VrWindow *vr_window_new (AdwApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_window_open:
 *
 * Compares two files as the reader prefers; what was under way is cancelled.  A window that has
 * something to save is left alone: another opens.
 */
void vr_window_open (VrWindow *self, GFile *old_file, GFile *new_file);
/** vr_window_open_file: a saved comparison is opened, another file waits for the second on the
 * start page; it is looked into first, in a thread.  A window with something to save is left alone.
 */
void vr_window_open_file (VrWindow *self, GFile *file);
/** vr_window_open_files: the same for the first one or two of a list of GFile. */
void vr_window_open_files (VrWindow *self, GListModel *files);

/**
 * vr_window_open_operands:
 * @words: see vr_store_task_read_operands()
 * @names: by side, (nullable) elements: what to call them instead
 * @hold: whether files will be gone soon
 *
 * Compares what a command line names, where a version of the archive is among it, in this window.
 */
void vr_window_open_operands (VrWindow *self, const char *const words[VR_N_SIDES],
                              const char *const names[VR_N_SIDES], gboolean hold);

/** vr_window_open_document: compares any two sources, with options and overrides, in this window;
 * shown from the top. */
void vr_window_open_document (VrWindow *self, VrDocument *document);
/** vr_window_open_task: the same for a comparison that was begun already. */
void vr_window_open_task (VrWindow *self, VrCompareTask *task);

/**
 * vr_window_replace_document:
 *
 * The same for a document that is much like the one shown: the reader's place is kept, and what
 * stands stays where the other cannot be read; a notice says why.
 */
void vr_window_replace_document (VrWindow *self, VrDocument *document);
/** vr_window_replace_task: the same for a comparison that was begun already. */
void vr_window_replace_task (VrWindow *self, VrCompareTask *task);

/** vr_window_get_document: (nullable): what is compared or was compared last; borrowed. */
VrDocument *vr_window_get_document (VrWindow *self);

/** vr_window_get_file: (nullable): the file that the comparison is saved in; borrowed. */
GFile *vr_window_get_file (VrWindow *self);
/** vr_window_set_file: the comparison stands in @file as @saved; both may be %NULL. */
void vr_window_set_file (VrWindow *self, GFile *file, VrDocument *saved);
/** vr_window_is_unsaved: whether closing would lose texts, decisions or options. */
gboolean vr_window_is_unsaved (VrWindow *self);

/**
 * vr_window_holds_up_quit:
 *
 * Asks whether to save what would be lost if the program ended.
 *
 * Returns: whether it must not end now; the action "app.quit" is activated again when the reader
 * has answered, unless they cancel
 */
gboolean vr_window_holds_up_quit (VrWindow *self);

/** vr_window_set_session: remembers in @session what is compared; where it is %NULL, nothing is. */
void vr_window_set_session (VrWindow *self, VrSession *session);
/** vr_window_restore: becomes the window that was remembered; @remembered gives up its state. */
void vr_window_restore (VrWindow *self, VrRemembered *remembered);
/** vr_window_set_passing: nothing that is shown in it is kept among the recent comparisons. */
void vr_window_set_passing (VrWindow *self);

/**
 * vr_window_present_soon:
 *
 * Shows the window with its first rows, or without them after a moment too short to be noticed,
 * so that a short article does not flash up as an empty window first.
 */
void vr_window_present_soon (VrWindow *self);

/** vr_window_get_compare_page: borrowed. */
VrComparePage *vr_window_get_compare_page (VrWindow *self);

/** vr_window_get_state: the page shown: "blank", "start", "waiting", "paste", "compare", "library"
 * or "error"; borrowed. */
const char *vr_window_get_state (VrWindow *self);

G_END_DECLS
