/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report is to stand: no file is replaced without a word, and none that was compared. */
#include "vr-export-file.h"

#include "vr-button-names.h"
#include "vr-choose-file.h"
#include "vr-document-file.h"
#include "vr-report-save.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define REQUEST_KEY "variorum-export-request"
#define REPLACE "replace"

/* Belongs to the parent. */
typedef struct
{
  VrDocument *document;
  const VrReportFormat *format;
  VrExportFileFunc chosen;
  GFile *file; /* (nullable): while the reader is asked whether it may be replaced */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  vr_document_unref (request->document);
  g_clear_object (&request->file);
  g_free (request);
}

static void
present (GtkWidget *dialog)
{
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  vr_button_names_mend (dialog, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
vr_export_file_tell_failure (GtkWindow *parent, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("The Report Was Not Written"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  present (dialog);
}

static void
replace_cb (AdwMessageDialog *dialog, const char *response, GObject *parent)
{
  Request *request = g_object_get_data (parent, REQUEST_KEY);

  if (g_str_equal (response, REPLACE) && request != NULL && request->file != NULL)
    request->chosen (request->file, parent);
}

static void
ask_to_replace (GtkWindow *parent, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *body =
      g_strdup_printf (_ ("“%s” is there already. It would be replaced."), name);
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Replace the File?"), body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Cancel"), REPLACE,
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), REPLACE,
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), parent, 0);
  present (dialog);
}

/* A name without an ending gets the format's. */
static GFile *
complete_name (GFile *file, const VrReportFormat *format)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *completed = NULL;

  if (strchr (base, '.') != NULL)
    return g_object_ref (file);
  completed = g_strdup_printf ("%s.%s", path, format->extension);

  return g_file_new_for_path (completed);
}

/* (nullable): what would be replaced that the file chooser has not asked about. */
static char *
find_unasked (const Request *request, GFile *asked, GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *manifest = vr_report_dup_manifest_path (request->format, path);

  if (!g_file_equal (asked, file) && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup (path);
  if (manifest != NULL && g_file_test (manifest, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&manifest);

  return NULL;
}

static void
take_file (GtkWindow *parent, Request *request, GFile *asked)
{
  g_autofree char *name = g_file_get_parse_name (asked);
  g_autofree char *sentence = NULL;
  g_autofree char *existing = NULL;

  g_clear_object (&request->file);
  if (g_file_peek_path (asked) == NULL)
    sentence = g_strdup_printf (_ ("“%s” is in no folder that can be written to."), name);
  else
    request->file = complete_name (asked, request->format);
  if (request->file != NULL
      && (vr_document_has_file (request->document, request->file)
          || vr_document_is_file (request->file, NULL)))
    sentence = g_strdup_printf (_ ("“%s” is an article or a comparison; name another file."), name);
  if (sentence != NULL)
    {
      vr_export_file_tell_failure (parent, sentence);
      return;
    }
  existing = find_unasked (request, asked, request->file);
  if (existing != NULL)
    ask_to_replace (parent, existing);
  else
    request->chosen (request->file, parent);
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  Request *request = g_object_get_data (user_data, REQUEST_KEY);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && request != NULL)
    take_file (GTK_WINDOW (user_data), request, file);
}

void
vr_export_file_choose (GtkWindow *parent, VrDocument *document, const VrReportFormat *format,
                       const char *name, VrExportFileFunc chosen)
{
  Request *request = g_new0 (Request, 1);
  g_autofree char *full_name = g_strdup_printf ("%s.%s", name, format->extension);

  request->document = vr_document_ref (document);
  request->format = format;
  request->chosen = chosen;
  g_object_set_data_full (G_OBJECT (parent), REQUEST_KEY, request, request_free);
  vr_choose_any_save_file (parent, _ ("Export"), full_name, chosen_cb, G_OBJECT (parent));
}
