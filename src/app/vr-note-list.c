/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted, as a list: each leads to its row, or says that it is gone. */
#include "vr-note-list.h"

#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

static char *
dup_about (const VrRowNote *note, gboolean is_stray)
{
  const char *about = note->about != NULL ? note->about : "…";

  if (is_stray)
    /* Translators: how a paragraph began that has gone or changed since. */
    return g_strdup_printf (_ ("“%s” — no longer there as it was"), about);

  /* Translators: how a paragraph begins. */
  return g_strdup_printf (_ ("“%s”"), about);
}

static GtkWidget *
make_remove_button (guint index, const VrRowNote *note)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  /* Translators: %s is what the reader noted. */
  g_autofree char *label = g_strdup_printf (_ ("Remove the note: %s"), note->text);

  gtk_widget_set_name (button, "remove-note");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove This Note"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return button;
}

static void
add_note (GtkListBox *list, guint index, const VrRowNote *note, gboolean is_stray)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *about = dup_about (note, is_stray);
  /* Translators: how a paragraph begins, in quotes, and what the reader noted on it. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), about, note->text);

  gtk_box_append (GTK_BOX (labels), vr_wrapped_label_new (note->text, NULL));
  gtk_box_append (GTK_BOX (labels), vr_wrapped_label_new (about, "dim-label"));
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_add_css_class (box, "decision");
  gtk_box_append (GTK_BOX (box), labels);
  gtk_box_append (GTK_BOX (box), make_remove_button (index, note));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_stray);
  if (!is_stray)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", index);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to-note");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (list, row);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *one = a, *other = b;
  guint32 row = vr_pair_plan_get_note_row (user_data, *one);
  guint32 other_row = vr_pair_plan_get_note_row (user_data, *other);

  if (row != other_row)
    return row < other_row ? -1 : 1;
  return (*one > *other) - (*one < *other);
}

void
vr_note_list_fill (GtkListBox *list, VrPairPlan *plan)
{
  VrNotes *notes = vr_pair_plan_get_notes (plan);
  guint n = vr_notes_get_n (notes);
  g_autofree guint *order = g_new (guint, n);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_rows, plan);
  for (guint i = 0; i < n; i++)
    add_note (list, order[i], vr_notes_peek (notes, order[i]),
              vr_pair_plan_get_note_row (plan, order[i]) == VR_NOTE_NO_ROW);
}
