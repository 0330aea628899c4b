/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the reader for files: the one place that knows the file chooser of our oldest GTK. */
#include "vr-choose-file.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  VrChosenFunc chosen;
  GWeakRef owner;
} Request;

static void
request_free (gpointer data, GClosure *closure)
{
  Request *request = data;

  g_weak_ref_clear (&request->owner);
  g_free (request);
}

static void
response_cb (GtkNativeDialog *dialog, int response, Request *request)
{
  g_autoptr (GObject) owner = g_weak_ref_get (&request->owner);
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  if (owner != NULL)
    request->chosen (files, owner);
  /* Nothing else owns a native dialog: this was its only reference. */
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) texts = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (texts, _ ("Text files"));
  gtk_file_filter_add_mime_type (texts, "text/*");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, texts);
  gtk_file_chooser_add_filter (chooser, all);
}

void
vr_choose_files (GtkWindow *parent, const char *title, gboolean several, VrChosenFunc chosen,
                 GObject *owner)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  Request *request = g_new0 (Request, 1);

  request->chosen = chosen;
  g_weak_ref_init (&request->owner, owner);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), several);
  add_filters (GTK_FILE_CHOOSER (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request, request_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
