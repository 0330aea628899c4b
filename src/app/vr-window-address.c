/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing with a web page: which one, and what stands there already. */
#include "vr-address-dialog.h"
#include "vr-button-names.h"
#include "vr-file-name.h"
#include "vr-window-private.h"

#include <glib/gi18n-lib.h>

static void
compare_cb (GFile *const files[VR_N_SIDES], GtkWindow *window)
{
  vr_window_open (VR_WINDOW (window), files[VR_SIDE_OLD], files[VR_SIDE_NEW]);
}

/* What waits on the start page, or what could not be compared: an address may be mended. */
static GFile *
find_known (VrWindow *self, VrSide side)
{
  const VrSource *source;

  if (vr_window_shows (self, "start"))
    return vr_start_page_dup_file (self->start_page, side);
  if (!vr_window_shows (self, "error") || vr_window_is_about_unopened (self) || self->task == NULL)
    return NULL;
  source = vr_document_peek_source (vr_compare_task_get_document (self->task), side);

  return source->uri != NULL ? g_file_new_for_uri (source->uri) : NULL;
}

static void
open_url_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  VrWindow *self = VR_WINDOW (user_data);
  g_autoptr (GFile) old_file = find_known (self, VR_SIDE_OLD);
  g_autoptr (GFile) new_file = find_known (self, VR_SIDE_NEW);
  GFile *const known[VR_N_SIDES] = { old_file, new_file };

  vr_address_dialog_ask (GTK_WINDOW (self), known, compare_cb);
}

static GtkWidget *
make_wait (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_name (button, "give-up");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.cancel");
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), button);
  vr_button_names_mend (box, NULL);

  return box;
}

static char *
dup_wanted_names (VrDocument *document)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint side = 0; side < VR_N_SIDES; side++)
    if (vr_document_wants_page (document, side))
      {
        g_autoptr (GFile) page = g_file_new_for_uri (vr_document_peek_source (document, side)->uri);
        g_autofree char *name = vr_file_name_dup (page);
        g_autofree char *markup = g_markup_escape_text (name, -1);

        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", markup);
      }

  return g_strdup (names->str);
}

void
vr_window_describe_wait (AdwStatusPage *page, VrCompareTask *task)
{
  g_autofree char *names = dup_wanted_names (vr_compare_task_get_document (task));

  adw_status_page_set_description (page, names);
  if (*names == '\0')
    adw_status_page_set_child (page, NULL);
  else if (adw_status_page_get_child (page) == NULL)
    adw_status_page_set_child (page, make_wait ());
}

static const GActionEntry entries[] = {
  { .name = "open-url", .activate = open_url_action },
};

void
vr_window_add_address_actions (VrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
