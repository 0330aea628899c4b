/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: command line, windows, keys. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** VR_APPLICATION_TROUBLE: exit status where something cannot be done, as in `variorum`. */
#define VR_APPLICATION_TROUBLE 2

#define VR_TYPE_APPLICATION (vr_application_get_type ())
G_DECLARE_FINAL_TYPE (VrApplication, vr_application, VR, APPLICATION, AdwApplication)

VrApplication *vr_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

/** vr_application_get_status: the exit status of a window that was waited for in this process. */
int vr_application_get_status (VrApplication *self);

G_END_DECLS
