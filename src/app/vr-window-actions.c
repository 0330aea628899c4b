/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's commands: keys, menu and buttons all point here. */
#include "vr-window-private.h"

#include "config.h"
#include "vr-button-names.h"
#include "vr-choose-file.h"
#include "vr-resources.h"
#include "vr-window-export.h"
#include "vr-window-history.h"
#include "vr-window-library-acts.h"
#include "vr-window-library.h"
#include "vr-window-notes.h"
#include "vr-window-overrides.h"
#include "vr-window-roles.h"
#include "vr-window-walk.h"

#include <glib/gi18n-lib.h>

/* A header as wide has room for the view's buttons, the library's and a title, in long-winded
 * languages as well. */
#define ROOMY_PX 960
/* The same without the view's buttons. */
#define ROOMY_START_PX 480

#define SAMPLE_OLD "harbour-plain.txt"
#define SAMPLE_NEW "harbour-page.txt"

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  if (files == NULL)
    return;
  vr_window_open_files (self, files);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  vr_choose_files (GTK_WINDOW (self), _ ("Choose Two Articles"), chosen_cb, G_OBJECT (self));
}

/* From an error: the start page keeps the file that could be read and asks for the other, or for
 * any where none was compared. */
static void
choose_another_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  gboolean is_alone = vr_window_is_about_unopened (self);
  VrStartPage *page = vr_window_show_start (self);
  const VrSource *other;
  guint failed = VR_N_SIDES;

  if (is_alone)
    {
      open_action (action, NULL, self);
      return;
    }
  if (self->task != NULL)
    vr_compare_task_get_error (self->task, &failed);
  if (failed >= VR_N_SIDES)
    return;
  vr_start_page_set_file (page, failed, NULL);
  other = vr_document_peek_source (vr_compare_task_get_document (self->task), 1 - failed);
  if (other->uri != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (other->uri);

      vr_start_page_set_file (page, 1 - failed, file);
    }
  vr_start_page_choose (page, failed);
}

/* Installed, or in the source tree of whoever builds Variorum. */
static GFile *
find_sample (const char *name)
{
  const char *const folders[] = { VR_PKGDATADIR "/samples", VR_SOURCE_DATA_DIR "/samples" };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_file_new_for_path (path);
    }

  return g_file_new_build_filename (VR_PKGDATADIR, "samples", name, NULL);
}

static void
show_sample_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) old_file = find_sample (SAMPLE_OLD);
  g_autoptr (GFile) new_file = find_sample (SAMPLE_NEW);

  vr_window_open (VR_WINDOW (user_data), old_file, new_file);
}

static void
cancel_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_window_cancel (VR_WINDOW (user_data));
}

static void
close_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

/* Built when it is asked for; what GTK finds by its name is built with every window. */
static void
show_shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (user_data);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (VR_RESOURCES "vr-shortcuts.ui");

      /* Only a help overlay knows the keys of its window's actions. */
      gtk_application_window_set_help_overlay (
          window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
      vr_button_names_mend (GTK_WIDGET (gtk_application_window_get_help_overlay (window)),
                            _ ("Search"));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
first_change_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_step (VR_WINDOW (user_data)->compare_page, VR_STEP_FIRST);
}

static void
previous_change_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_step (VR_WINDOW (user_data)->compare_page, VR_STEP_PREVIOUS);
}

static void
next_change_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_step (VR_WINDOW (user_data)->compare_page, VR_STEP_NEXT);
}

static void
last_change_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_step (VR_WINDOW (user_data)->compare_page, VR_STEP_LAST);
}

static void
follow_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_follow (VR_WINDOW (user_data)->compare_page);
}

static void
find_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  if (vr_window_shows (self, "library"))
    vr_window_search_library (self);
  else
    vr_compare_page_find (self->compare_page, NULL);
}

static void
find_next_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_find_step (VR_WINDOW (user_data)->compare_page, 1);
}

static void
find_previous_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_find_step (VR_WINDOW (user_data)->compare_page, -1);
}

/* What was copied is seen where it is selected; else it is said. */
static void
copy_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  vr_compare_page_copy (self->compare_page);
  if (vr_selection_is_empty (vr_compare_page_get_selection (self->compare_page)))
    vr_window_tell (self, _ ("Paragraph copied"));
}

static void
copy_citation_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);

  vr_compare_page_copy_citation (self->compare_page);
  vr_window_tell (self, _ ("Citation copied"));
}

static void
select_all_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_select_all (VR_WINDOW (user_data)->compare_page);
}

static void
place_caret_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_compare_page_place_caret (VR_WINDOW (user_data)->compare_page);
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = open_action },
  { .name = "choose-another", .activate = choose_another_action },
  { .name = "show-sample", .activate = show_sample_action },
  { .name = "cancel", .activate = cancel_action },
  { .name = "show-shortcuts", .activate = show_shortcuts_action },
  { .name = "close", .activate = close_action },
  { .name = "first-change", .activate = first_change_action },
  { .name = "previous-change", .activate = previous_change_action },
  { .name = "next-change", .activate = next_change_action },
  { .name = "last-change", .activate = last_change_action },
  { .name = "follow-move", .activate = follow_action },
  { .name = "find", .activate = find_action },
  { .name = "find-next", .activate = find_next_action },
  { .name = "find-previous", .activate = find_previous_action },
  { .name = "copy", .activate = copy_action },
  { .name = "copy-citation", .activate = copy_citation_action },
  { .name = "select-all", .activate = select_all_action },
  { .name = "place-caret", .activate = place_caret_action },
};

void
vr_window_add_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  vr_window_add_address_actions (self);
  vr_window_add_document_actions (self);
  vr_window_add_reload_actions (self);
  vr_window_add_recents_actions (self);
  vr_window_add_paste_actions (self);
  vr_window_add_library_actions (self);
  vr_window_add_walk_actions (self);
  vr_window_add_note_actions (self);
  vr_window_add_export_actions (self);
}

void
vr_window_set_enabled (VrWindow *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

/* The library's buttons, which the menu has as well, shall not be what makes a window narrow. */
static gboolean
is_roomy (VrWindow *self)
{
  int least = vr_window_shows (self, "compare") ? ROOMY_PX : ROOMY_START_PX;
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);

  return width >= least || gtk_window_is_maximized (GTK_WINDOW (self));
}

/* A narrow header has no room for all of them, and with the view's buttons for none and a title. */
static void
update_buttons (VrWindow *self, gboolean can_go_back)
{
  gboolean is_compare = vr_window_shows (self, "compare");
  gboolean has_room = !(is_compare && vr_compare_page_is_narrow (self->compare_page));

  gtk_widget_set_visible (self->view_switch, is_compare);
  gtk_widget_set_visible (self->find_button, is_compare);
  gtk_widget_set_visible (self->back_button, can_go_back);
  gtk_widget_set_visible (self->open_button, !can_go_back && has_room);
  gtk_widget_set_visible (self->library_button, !can_go_back && has_room && is_roomy (self));
  gtk_widget_set_visible (self->snapshot_button, is_compare && has_room && is_roomy (self));
  gtk_widget_set_visible (self->export_button, is_compare && has_room && is_roomy (self));
}

static void
update_library_actions (VrWindow *self)
{
  gboolean can_keep = vr_window_can_keep (self);

  vr_window_set_enabled (self, "snapshot", can_keep);
  vr_window_set_enabled (self, "compare-versions", vr_window_can_compare_versions (self));
  vr_window_set_enabled (self, "search-versions", vr_window_can_search_library (self));
  vr_window_set_enabled (self, "library-view", vr_window_can_search_library (self));
  if (self->library_page != NULL)
    vr_library_page_set_can_keep (self->library_page, can_keep);
  vr_window_update_walk (self);
  vr_window_update_library_acts (self);
  vr_window_update_export_actions (self);
}

void
vr_window_update_actions (VrWindow *self)
{
  gboolean is_compare = vr_window_shows (self, "compare");
  VrComparePage *page = self->compare_page;
  gboolean is_busy = vr_window_is_busy (self);
  gboolean is_leaving = vr_window_is_leaving (self);
  gboolean has_rows = is_compare && vr_compare_page_can_find (page);
  gboolean can_go_back = !is_busy && vr_window_can_go_back (self);

  gtk_widget_set_visible (self->view_switch, is_compare);
  vr_window_set_enabled (self, "view", has_rows);
  vr_window_update_view (self);
  vr_window_set_enabled (self, "changes-only", has_rows);
  vr_window_set_enabled (self, "critical-only", is_compare && vr_compare_page_has_critical (page));
  vr_window_set_enabled (self, "cancel", is_busy);
  vr_window_set_enabled (self, "choose-another", vr_window_shows (self, "error"));
  vr_window_set_enabled (self, "first-change",
                         is_compare && vr_compare_page_can_step (page, VR_STEP_FIRST));
  vr_window_set_enabled (self, "last-change",
                         is_compare && vr_compare_page_can_step (page, VR_STEP_LAST));
  vr_window_set_enabled (self, "previous-change",
                         is_compare && vr_compare_page_can_step (page, VR_STEP_PREVIOUS));
  vr_window_set_enabled (self, "next-change",
                         is_compare && vr_compare_page_can_step (page, VR_STEP_NEXT));
  vr_window_set_enabled (self, "follow-move", is_compare && vr_compare_page_can_follow (page));
  vr_window_set_enabled (self, "find", has_rows || vr_window_can_search_library (self));
  vr_window_set_enabled (self, "find-next", has_rows);
  vr_window_set_enabled (self, "find-previous", has_rows);
  gtk_widget_set_visible (self->find_button, is_compare);
  gtk_widget_set_sensitive (self->find_button, has_rows);
  vr_window_set_enabled (self, "copy", is_compare && vr_compare_page_get_copyable (page));
  vr_window_set_enabled (self, "copy-citation", is_compare && vr_compare_page_get_copyable (page));
  vr_window_set_enabled (self, "select-all", is_compare);
  vr_window_set_enabled (self, "place-caret", is_compare);
  vr_window_update_document_actions (self);
  vr_window_set_enabled (self, "compare-again",
                         !is_busy && (self->task != NULL || vr_window_is_about_unopened (self)));
  vr_window_set_enabled (self, "swap", !is_busy && is_compare);
  vr_window_set_enabled (self, "paste-texts", !vr_window_shows (self, "paste"));
  vr_window_set_enabled (self, "compare-texts", !is_busy && vr_window_can_compare_texts (self));
  vr_window_set_enabled (self, "edit-texts", vr_window_can_edit_texts (self));
  vr_window_set_enabled (self, "clear-recents", vr_window_has_recents (self));
  vr_window_set_enabled (self, "back", can_go_back);
  update_buttons (self, can_go_back);
  update_library_actions (self);
  vr_window_set_enabled (self, "undo", vr_window_can_undo (self));
  vr_window_set_enabled (self, "redo", vr_window_can_redo (self));
  vr_window_set_enabled (self, "explain", has_rows);
  vr_window_set_enabled (self, "hide-explanation", is_compare);
  vr_window_set_enabled (self, "edit-note",
                         is_compare && !is_leaving && vr_window_has_selected_row (self));
  vr_window_set_enabled (self, "unpair", is_compare && !is_leaving && vr_window_can_unpair (self));
  vr_window_set_enabled (self, "pair-with", is_compare && !is_leaving && vr_window_can_pair (self));
  vr_window_update_role_actions (self, is_compare && !is_leaving);
}
