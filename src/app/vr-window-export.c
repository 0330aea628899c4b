/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found leaves the window: as a file, or on paper. */
#include "vr-window-export.h"

#include "vr-export-dialog.h"
#include "vr-file-name.h"
#include "vr-print-preview.h"
#include "vr-window-notes.h"

#include <glib/gi18n-lib.h>

static void
written_cb (VrExportDialog *dialog, GFile *file, VrWindow *self)
{
  g_autofree char *name = vr_file_name_dup (file);
  g_autofree char *sentence = g_strdup_printf (_ ("Exported as “%s”."), name);

  vr_window_tell_file (self, sentence, file);
}

/* @row: (nullable): what alone is to be shown. */
static void export(VrWindow *self, const char *row)
{
  VrComparison *comparison = vr_window_get_comparison (self);
  VrArticle *article = vr_comparison_get_article (comparison, VR_SIDE_NEW);
  g_autofree char *name = vr_file_name_suggest (vr_article_get_title (article), "");
  VrExportDialog *dialog =
      vr_export_dialog_new (GTK_WINDOW (self), vr_compare_task_get_document (self->task),
                            comparison, row, self->settings, name);

  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* In the library the same key exports what is kept there. */
static void
export_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  if (vr_window_shows (self, "library"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.export-archive", NULL);
  else if (vr_window_get_comparison (self) != NULL)
    export(self, NULL);
}

static void
export_change_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autofree char *row = vr_window_dup_selected_row (self);

  if (row != NULL)
    export(self, row);
}

static VrPrintJob *
new_print_job (VrWindow *self)
{
  gboolean is_sides = vr_compare_page_get_view (self->compare_page) != VR_VIEW_INLINE
                      && !vr_compare_page_is_narrow (self->compare_page);

  return vr_print_job_new (vr_window_get_comparison (self),
                           vr_compare_task_get_document (self->task), self->settings, is_sides);
}

static void
print_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrPrintJob) job = NULL;

  if (vr_window_get_comparison (self) == NULL)
    return;
  job = new_print_job (self);
  vr_print_job_run (job, GTK_WINDOW (self));
}

static void
print_preview_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (VrPrintJob) job = NULL;

  if (vr_window_get_comparison (self) == NULL)
    return;
  job = new_print_job (self);
  gtk_window_present (vr_print_preview_new (GTK_WINDOW (self), job));
}

static const GActionEntry entries[] = {
  { .name = "export", .activate = export_action },
  { .name = "export-change", .activate = export_change_action },
  { .name = "print", .activate = print_action },
  { .name = "print-preview", .activate = print_preview_action },
};

void
vr_window_add_export_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
vr_window_update_export_actions (VrWindow *self)
{
  gboolean is_shown = vr_window_shows (self, "compare") && vr_window_get_comparison (self) != NULL;

  vr_window_set_enabled (self, "export", is_shown || vr_window_shows (self, "library"));
  vr_window_set_enabled (self, "export-change", is_shown && vr_window_has_selected_row (self));
  vr_window_set_enabled (self, "print", is_shown);
  vr_window_set_enabled (self, "print-preview", is_shown);
}
