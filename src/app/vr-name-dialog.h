/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for a name, and says what it will do while it is typed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * VrNameQuestion:
 * @heading, @body: of the dialog
 * @accept: the label of the button that goes on, with a mnemonic
 * @entry_label: what the entry is called
 * @text: what stands in it at first, selected
 * @known: (nullable) (element-type utf8): what is completed
 */
typedef struct
{
  const char *heading;
  const char *body;
  const char *accept;
  const char *entry_label;
  const char *text;
  const GPtrArray *known;
} VrNameQuestion;

/**
 * VrNameCheck:
 * @hint: (out) (transfer full) (nullable): what @text will do, or why it will not do, one sentence;
 *   %NULL where nothing need be said
 *
 * Returns: whether it will do
 */
typedef gboolean (*VrNameCheck) (const char *text, char **hint, gpointer data);

typedef void (*VrNameAnswer) (const char *text, gpointer data);

/**
 * vr_name_dialog_ask:
 * @question: everything is copied
 * @answer: called where the reader goes on, with what @check let through
 * @data: (transfer full): for both, freed by @free_data once the dialog is gone
 */
void vr_name_dialog_ask (GtkWindow *parent, const VrNameQuestion *question, VrNameCheck check,
                         VrNameAnswer answer, gpointer data, GDestroyNotify free_data);

G_END_DECLS
