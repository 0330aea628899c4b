/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a note on a change. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** VrNoteAnswer: @text: what the reader noted, without space around it; "" for nothing any more. */
typedef void (*VrNoteAnswer) (const char *text, gpointer data);

/**
 * vr_note_dialog_ask:
 * @about: what is noted on, a sentence
 * @text: what stands there already; "" for a new note
 * @answer: called where the reader keeps the note, or removes it
 * @data: (transfer full): for it, freed by @free_data once the dialog is gone
 */
void vr_note_dialog_ask (GtkWindow *parent, const char *about, const char *text,
                         VrNoteAnswer answer, gpointer data, GDestroyNotify free_data);

G_END_DECLS
