/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the reader for files: the one place that knows the file chooser of our oldest GTK. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrChosenFunc:
 * @files: (nullable): a list of GFile, or %NULL where the reader closed the dialog
 */
typedef void (*VrChosenFunc) (GListModel *files, gpointer user_data);

/**
 * vr_choose_files:
 * @parent: the dialog is modal to it
 * @owner: nothing is called once it is gone; passed on as user data
 *
 * Asks for one or more files to open.
 */
void vr_choose_files (GtkWindow *parent, const char *title, VrChosenFunc chosen, GObject *owner);

/** vr_choose_any_file: the same for one file, of whatever kind. */
void vr_choose_any_file (GtkWindow *parent, const char *title, VrChosenFunc chosen, GObject *owner);

/** vr_choose_any_save_file: as vr_choose_save_file() for a new file of whatever kind. */
void vr_choose_any_save_file (GtkWindow *parent, const char *title, const char *name,
                              VrChosenFunc chosen, GObject *owner);

/**
 * vr_choose_save_file:
 * @file: (nullable): the file it stands in now
 * @name: what to call it where there is none
 *
 * Asks for a file to write, which may exist: the dialog asks before it is replaced.  Others as
 * vr_choose_files().
 */
void vr_choose_save_file (GtkWindow *parent, const char *title, GFile *file, const char *name,
                          VrChosenFunc chosen, GObject *owner);

G_END_DECLS
