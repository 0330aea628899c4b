/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was thrown away: seen, restored, or erased for good. */
#include "vr-trash-dialog.h"

#include "vr-button-names.h"
#include "vr-kept-comparison.h"
#include "vr-resources.h"
#include "vr-store-task-titles.h"
#include "vr-wrapped-label.h"

#include <glib/gi18n-lib.h>

#define NAME_KEY "vr-name"
#define ERASE "erase"

struct _VrTrashDialog
{
  AdwWindow parent_instance;

  GCancellable *reading;
  guint n_names;
  guint n_comparisons; /* of them */
  guint focused;       /* the row that had the keyboard, when the list was read anew */

  /* Template widgets */
  GtkStack *stack;
  GtkListBox *list;
  GtkLabel *trouble_label;
  GtkWidget *empty_button;
};

enum
{
  RESTORE,
  EMPTY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrTrashDialog, vr_trash_dialog, ADW_TYPE_WINDOW)

static void
restore_cb (GtkButton *button, VrTrashDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  self->focused = (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_signal_emit (self, signals[RESTORE], 0, g_object_get_data (G_OBJECT (button), NAME_KEY));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, VrTrashDialog *self)
{
  if (g_str_equal (response, ERASE))
    g_signal_emit (self, signals[EMPTY], 0);
}

/* What is erased is called what it is: a story's saved comparisons are no variants. */
static char *
dup_heading (VrTrashDialog *self)
{
  guint n = self->n_names;

  if (self->n_comparisons == 0)
    return g_strdup_printf (
        ngettext ("Erase %'u Variant for Good?", "Erase %'u Variants for Good?", n), n);
  if (self->n_comparisons == n)
    return g_strdup_printf (ngettext ("Erase %'u Saved Comparison for Good?",
                                      "Erase %'u Saved Comparisons for Good?", n),
                            n);

  return g_strdup_printf (ngettext ("Erase %'u Item for Good?", "Erase %'u Items for Good?", n), n);
}

static void
empty_cb (VrTrashDialog *self)
{
  g_autofree char *heading = dup_heading (self);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("This is final: all versions in the trash are erased, and nothing brings them back."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), ERASE,
                                    _ ("_Erase for Good"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), ERASE,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  vr_button_names_mend (dialog, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_row (VrTrashDialog *self, const VrTitled *titled)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();
  /* Translators: a button for a variant in the trash, as a screen reader says it. */
  g_autofree char *spoken = g_strdup_printf (_ ("Restore %s, of the story %s"),
                                             titled->titles.variant, titled->titles.story);
  GtkWidget *story_label = vr_wrapped_label_new (titled->titles.story, "caption");

  gtk_widget_add_css_class (story_label, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  /* What a command line calls it. */
  gtk_widget_set_tooltip_text (words, titled->name);
  gtk_box_append (GTK_BOX (words), vr_wrapped_label_new (titled->titles.variant, NULL));
  gtk_box_append (GTK_BOX (words), story_label);
  /* GTK 4.18 goes by the label that a button made itself before the name that it is given. */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (_ ("Restore")));
  gtk_widget_add_css_class (button, "text-button");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), NAME_KEY, g_strdup (titled->name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), self);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "trash-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* Its button is what the keyboard goes to. */
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
clear_list (VrTrashDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* The keyboard goes to what stands where it was. */
static void
take_focus (VrTrashDialog *self)
{
  guint at = MIN (self->focused, self->n_names - 1);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)at);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  VrTrashDialog *self = VR_TRASH_DIALOG (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) names = vr_store_task_list_titles_finish (result, &error);

  if (g_cancellable_is_cancelled (self->reading))
    return;
  clear_list (self);
  self->n_names = names != NULL ? names->len : 0;
  self->n_comparisons = 0;
  for (guint i = 0; i < self->n_names; i++)
    {
      const VrTitled *titled = &g_array_index (names, VrTitled, i);

      self->n_comparisons += vr_kept_comparison_is_name (titled->name);
      gtk_list_box_append (self->list, make_row (self, titled));
    }
  if (error != NULL)
    vr_trash_dialog_tell (self, error->message);
  gtk_stack_set_visible_child_name (self->stack, self->n_names > 0 ? "names" : "nothing");
  /* What could not be read may have anything in it. */
  gtk_widget_set_visible (GTK_WIDGET (self->stack), error == NULL);
  gtk_widget_set_sensitive (self->empty_button, self->n_names > 0);
  if (self->n_names > 0)
    take_focus (self);
}

static void
vr_trash_dialog_dispose (GObject *object)
{
  VrTrashDialog *self = VR_TRASH_DIALOG (object);

  g_cancellable_cancel (self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_TRASH_DIALOG);

  G_OBJECT_CLASS (vr_trash_dialog_parent_class)->dispose (object);
}

static void
vr_trash_dialog_finalize (GObject *object)
{
  g_object_unref (VR_TRASH_DIALOG (object)->reading);

  G_OBJECT_CLASS (vr_trash_dialog_parent_class)->finalize (object);
}

static void
vr_trash_dialog_class_init (VrTrashDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_trash_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_trash_dialog_finalize;

  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EMPTY] = g_signal_new ("empty", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-trash-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VrTrashDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, VrTrashDialog, list);
  gtk_widget_class_bind_template_child (widget_class, VrTrashDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, VrTrashDialog, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, empty_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
vr_trash_dialog_init (VrTrashDialog *self)
{
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  vr_button_names_mend (GTK_WIDGET (self), _ ("Close"));
}

VrTrashDialog *
vr_trash_dialog_new (GtkWindow *parent)
{
  VrTrashDialog *self = g_object_new (VR_TYPE_TRASH_DIALOG, "transient-for", parent, NULL);

  /* A job may hold it for longer than its parent lives, which GTK's own way would not survive. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_window_destroy), self,
                           G_CONNECT_SWAPPED);
  vr_trash_dialog_refresh (self);

  return self;
}

void
vr_trash_dialog_refresh (VrTrashDialog *self)
{
  g_return_if_fail (VR_IS_TRASH_DIALOG (self));

  vr_store_task_list_trash (G_OBJECT (self), self->reading, listed_cb);
}

void
vr_trash_dialog_set_busy (VrTrashDialog *self, gboolean is_busy)
{
  g_return_if_fail (VR_IS_TRASH_DIALOG (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !is_busy);
  gtk_widget_set_sensitive (self->empty_button, !is_busy && self->n_names > 0);
}

void
vr_trash_dialog_tell (VrTrashDialog *self, const char *sentence)
{
  g_return_if_fail (VR_IS_TRASH_DIALOG (self));

  gtk_label_set_label (self->trouble_label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), sentence != NULL);
}
