/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on a display, as the tests open it, wait for it and look into it. */
#pragma once

#include "plan-fixture.h"
#include "vr-window.h"

/* For a main function: what the tests of windows go by, in place of g_test_init(). */
void fixture_init (int *argc, char ***argv);

void fixture_wait_for_state (VrWindow *window, const char *state);
void fixture_wait_for_rows (VrWindow *window);

void fixture_open_paths (VrWindow *window, const char *old_path, const char *new_path);
/* A window that shows @document. */
VrWindow *fixture_open_document (VrDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* A window @width wide that shows two texts, and one that shows fixture_pair(). */
VrWindow *fixture_open_texts (const char *old_text, const char *new_text,
                              int width) G_GNUC_WARN_UNUSED_RESULT;
VrWindow *fixture_open_pair (guint n, int width) G_GNUC_WARN_UNUSED_RESULT;
/* Closes it, and makes sure that nothing holds it. */
void fixture_close_window (VrWindow *window);

/* An action of the window's, which must be enabled. */
void fixture_activate (VrWindow *window, const char *name);
gboolean fixture_is_enabled (VrWindow *window, const char *name);

/* A widget inside @widget by its name, or NULL; the text of a label. */
GtkWidget *fixture_find_named (GtkWidget *widget, const char *name);
const char *fixture_label_of (VrWindow *window, const char *name);

/* The row widget that shows @position, where it is seen. */
GtkWidget *fixture_find_row (VrWindow *window, guint position);
/* Waits until it is. */
void fixture_assert_in_view (VrWindow *window, guint position);
