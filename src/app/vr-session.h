/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparisons that are open, kept on disk so that the next start opens them again. */
#pragma once

#include "vr-document.h"
#include "vr-row-anchor.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrWindowState:
 * @width, @height: in pixels, of the window when it is not maximized; 0 where not known
 * @place: (nullable): where the reader stands
 * @file: (nullable): the file the comparison is saved in as it stands
 *
 * What is remembered of a window beside what it compares.
 */
typedef struct
{
  int width;
  int height;
  gboolean is_maximized;
  VrReadingPlace *place;
  GFile *file;
} VrWindowState;

/** vr_window_state_clear: frees what it holds. */
void vr_window_state_clear (VrWindowState *self);

/** VrRemembered: (element of what was loaded): one window. */
typedef struct
{
  VrDocument *document;
  VrWindowState state;
} VrRemembered;

/**
 * VrSession:
 *
 * A folder with a file for each comparison, as vr_document_save() writes them, and a list of the
 * windows.  Changes are written in a thread about a second after they were made; what the thread
 * sees is immutable.  What the folder held before stays there until the first change.
 */
#define VR_TYPE_SESSION (vr_session_get_type ())
G_DECLARE_FINAL_TYPE (VrSession, vr_session, VR, SESSION, GObject)

/** vr_session_new: in @folder, a path, which is made when there is something to write. */
VrSession *vr_session_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/** vr_session_put: @owner, a window, compares @document now. */
void vr_session_put (VrSession *self, gpointer owner, VrDocument *document);

/**
 * vr_session_put_state:
 * @state: what it holds is taken over; without a place the one before stays
 *
 * How @owner stands; nothing where it compares nothing.
 */
void vr_session_put_state (VrSession *self, gpointer owner, VrWindowState *state);

/** vr_session_drop: @owner shall not be opened again. */
void vr_session_drop (VrSession *self, gpointer owner);

/** vr_session_close: @owner goes away, and is opened again by the next start. */
void vr_session_close (VrSession *self, gpointer owner);

/** vr_session_drop_all: nothing shall be opened again, what earlier runs left included. */
void vr_session_drop_all (VrSession *self);

/**
 * vr_session_begin_quit: windows that close from now on do so because the program ends.
 *
 * Over with the next vr_session_put(): then a window refused, and the reader went on.
 */
void vr_session_begin_quit (VrSession *self);
gboolean vr_session_is_quitting (VrSession *self);

/** vr_session_flush: writes what is not written yet, and returns when it is. */
void vr_session_flush (VrSession *self);

/** vr_session_exists: whether an earlier run left anything; looks for one file only. */
gboolean vr_session_exists (VrSession *self);

/**
 * vr_session_load_async:
 *
 * Reads in a thread what an earlier run left.  What cannot be read is left out.
 */
void vr_session_load_async (VrSession *self, GAsyncReadyCallback loaded, gpointer user_data);

/** vr_session_load_finish: Returns: (transfer container) (element-type VrRemembered): windows, in
 * the order in which they were opened. */
GPtrArray *vr_session_load_finish (VrSession *self, GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
