/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the answer to something slow, and says in its place how far that is or what went wrong. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrWaitBin:
 *
 * Property "child": what is shown once there is an answer.
 * Signal "stop": the reader waits no longer.
 * Signal "retry": the reader wants it tried again.
 */
#define VR_TYPE_WAIT_BIN (vr_wait_bin_get_type ())
G_DECLARE_FINAL_TYPE (VrWaitBin, vr_wait_bin, VR, WAIT_BIN, GtkWidget)

/** vr_wait_bin_begin: @words: what is done, one sentence.  What stands there stays for a moment, so
 * that a short wait goes unnoticed. */
void vr_wait_bin_begin (VrWaitBin *self, const char *words);

/** vr_wait_bin_set_fraction: 0 to 1; before it is told, it only says that something is done. */
void vr_wait_bin_set_fraction (VrWaitBin *self, double fraction);

/** vr_wait_bin_show_child: the wait, if any, is over. */
void vr_wait_bin_show_child (VrWaitBin *self);

/**
 * vr_wait_bin_say:
 * @icon: (nullable): its name
 * @sentence: (nullable): no markup
 * @can_retry: whether there is a button for it
 *
 * The wait, if any, is over, and this is all there is to show.
 */
void vr_wait_bin_say (VrWaitBin *self, const char *icon, const char *title, const char *sentence,
                      gboolean can_retry);

G_END_DECLS
