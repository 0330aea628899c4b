/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "vr-error-page.h"
#include "vr-start-page.h"
#include "vr-window-document.h"
#include "vr-window.h"

G_BEGIN_DECLS

struct _VrWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;   /* NULL where the schema is not installed */
  VrView whole_view;     /* the last one that left nothing out */
  VrCompareTask *task;   /* under way, or the last one */
  VrKeeper *keeper;      /* see vr-window-document.h */
  GCancellable *looking; /* into a file, for what it is; see vr-window-files.c */
  guint progress_timeout;
  guint present_timeout;

  /* Pages that are made when they are first shown. */
  VrStartPage *start_page;
  VrErrorPage *error_page;

  /* Template widgets */
  GtkStack *title_stack;
  AdwWindowTitle *window_title;
  GtkProgressBar *progress_bar;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  VrComparePage *compare_page;
  GtkWidget *view_switch;
  GtkToggleButton *changes_button;
  GtkWidget *find_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
};

/** Takes back what was done. */
typedef void (*VrUndo) (VrWindow *self, gpointer data);

/** Adds the window's actions; their keys are the application's. */
void vr_window_add_actions (VrWindow *self);

/** Adds the actions that say what a comparison shows, as they were left the last time. */
void vr_window_add_view_actions (VrWindow *self);

/** For the button that stands for the view switch in a narrow window. */
void vr_window_toggle_changes_cb (GtkToggleButton *button, VrWindow *self);

/** The one function that says which actions are enabled. */
void vr_window_update_actions (VrWindow *self);

/** Whether a comparison is under way. */
gboolean vr_window_is_busy (VrWindow *self);

/** Gives up the comparison under way; what was shown before stays. */
void vr_window_cancel (VrWindow *self);

/**
 * Says in a toast what was done.
 *
 * @undo: (nullable): takes it back; called at most once, with @self, where the reader says so
 * @data: (transfer full) (nullable): for @undo; freed by @free_data either way
 */
void vr_window_tell (VrWindow *self, const char *sentence, VrUndo undo, gpointer data,
                     GDestroyNotify free_data);

/** Tells the title anew. */
void vr_window_update_title (VrWindow *self);

/** Shows @error, one sentence with a file's name, in place of a comparison. */
void vr_window_show_error (VrWindow *self, const GError *error);

/** @self, or a new window where something in @self is in no file yet; borrowed. */
VrWindow *vr_window_find_free (VrWindow *self);

/** Gives up looking into a file that was opened. */
void vr_window_stop_looking (VrWindow *self);

/** Shows the start page, which is made where there was none; borrowed. */
VrStartPage *vr_window_show_start (VrWindow *self);

G_END_DECLS
