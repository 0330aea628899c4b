/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of stories and variants, offered while one is typed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** vr_completion_new: @entry offers what is typed anywhere in a name.  Returns: (transfer full):
 * the names, none yet */
GtkListStore *vr_completion_new (GtkEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

/** vr_completion_add: adds a name. */
void vr_completion_add (GtkListStore *store, const char *name);

G_END_DECLS
