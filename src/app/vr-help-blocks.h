/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A topic of the help as widgets. */
#pragma once

#include "vr-help-topics.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** vr_help_blocks_new: Returns: (transfer floating): what @topic says; keys are asked of
 * @application. */
GtkWidget *vr_help_blocks_new (const VrHelpTopic *topic, GtkApplication *application);

G_END_DECLS
