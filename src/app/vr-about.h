/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who made the program, under which licence, and what is new in it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** vr_about_show: above @parent, which may be %NULL. */
void vr_about_show (GtkWindow *parent);

G_END_DECLS
