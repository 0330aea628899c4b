/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the reader for files: the one place that knows the file chooser of our oldest GTK. */
#include "vr-choose-file.h"

#include "vr-document-file.h"

#include <glib/gi18n-lib.h>

#define COMPARISONS "*" VR_DOCUMENT_SUFFIX

/* Pages and documents that have articles in them; some systems know Markdown by its name only. */
static const char *const document_types[] = {
  "text/html",
  "application/xhtml+xml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.oasis.opendocument.text",
  "application/epub+zip",
  "application/pdf",
  "text/markdown",
};
static const char *const document_patterns[] = { "*.html", "*.htm", "*.xhtml", "*.docx",    "*.odt",
                                                 "*.epub", "*.pdf", "*.md",    "*.markdown" };

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
add_filter (GtkFileChooser *chooser, const char *name, const char *mime_type, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (mime_type != NULL)
    gtk_file_filter_add_mime_type (filter, mime_type);
  if (pattern != NULL)
    gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_articles_filter (GtkFileChooser *chooser, const char *name, gboolean has_comparisons)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_mime_type (filter, "text/*");
  for (guint i = 0; i < G_N_ELEMENTS (document_types); i++)
    gtk_file_filter_add_mime_type (filter, document_types[i]);
  for (guint i = 0; i < G_N_ELEMENTS (document_patterns); i++)
    gtk_file_filter_add_pattern (filter, document_patterns[i]);
  if (has_comparisons)
    gtk_file_filter_add_pattern (filter, COMPARISONS);
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooser *
new_dialog (GtkWindow *parent, const char *title, GtkFileChooserAction action, const char *accept,
            VrChosenFunc chosen, GObject *owner)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  Request *request = g_new0 (Request, 1);

  request->chosen = chosen;
  g_weak_ref_init (&request->owner, owner);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), request, request_free, 0);

  return GTK_FILE_CHOOSER (dialog);
}

void
vr_choose_files (GtkWindow *parent, const char *title, VrChosenFunc chosen, GObject *owner)
{
  GtkFileChooser *dialog =
      new_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), chosen, owner);

  gtk_file_chooser_set_select_multiple (dialog, TRUE);
  add_articles_filter (dialog, _ ("Articles and comparisons"), TRUE);
  add_articles_filter (dialog, _ ("Articles: texts, web pages, documents"), FALSE);
  add_filter (dialog, _ ("Text files"), "text/plain", NULL);
  add_filter (dialog, _ ("Comparisons"), NULL, COMPARISONS);
  add_filter (dialog, _ ("All files"), NULL, "*");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
vr_choose_save_file (GtkWindow *parent, const char *title, GFile *file, const char *name,
                     VrChosenFunc chosen, GObject *owner)
{
  GtkFileChooser *dialog =
      new_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), chosen, owner);

  if (file == NULL || !gtk_file_chooser_set_file (dialog, file, NULL))
    gtk_file_chooser_set_current_name (dialog, name);
  add_filter (dialog, _ ("Comparisons"), NULL, COMPARISONS);
  add_filter (dialog, _ ("All files"), NULL, "*");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
vr_choose_any_file (GtkWindow *parent, const char *title, VrChosenFunc chosen, GObject *owner)
{
  GtkFileChooser *dialog =
      new_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), chosen, owner);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
vr_choose_any_save_file (GtkWindow *parent, const char *title, const char *name,
                         VrChosenFunc chosen, GObject *owner)
{
  GtkFileChooser *dialog =
      new_dialog (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), chosen, owner);

  gtk_file_chooser_set_current_name (dialog, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
