/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the application share. */
#pragma once

#include "vr-application.h"
#include "vr-window.h"

G_BEGIN_DECLS

struct _VrApplication
{
  AdwApplication parent_instance;

  VrCompareTask *early; /* begun before there is a display; for the first window only */
  char *benchmark;
  int status;         /* of a window that somebody waited for in this process */
  VrSession *session; /* NULL for the benchmark, which leaves nothing behind */
  gboolean is_restoring;
};

/** From now on windows are remembered. */
void vr_application_start_session (VrApplication *self);

/** @window is new: it is remembered, and of the size of the last one. */
void vr_application_take_window (VrApplication *self, VrWindow *window);

/** Returns: whether windows of an earlier run are opened soon, or the start page if none can be. */
gboolean vr_application_restore (VrApplication *self);

/** Closes all windows but those that refuse. */
void vr_application_close_all (VrApplication *self);

G_END_DECLS
