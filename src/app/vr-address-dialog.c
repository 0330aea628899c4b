/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which two articles to compare by their addresses: web pages, or a page and a file. */
#include "vr-address-dialog.h"

#include "vr-address.h"
#include "vr-button-names.h"
#include "vr-choose-file.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define ACCEPT "accept"
#define CANCEL "cancel"
#define ASKING "vr-asking"

/* As much of an address as shows what it is, where there is room. */
#define ENTRY_CHARS 36

typedef struct _Asking Asking;

typedef struct
{
  Asking *asking;
  GtkEditable *entry;
  GtkLabel *hint;
  GFile *file;        /* (nullable): what stands in the entry, where that will do */
  gboolean is_judged; /* whoever is still typing is not told that it is wrong */
} Place;

struct _Asking
{
  AdwMessageDialog *dialog; /* which owns this */
  Place places[VR_N_SIDES];
  VrSide asked;              /* whose file was asked for last: of the chooser or of the clipboard */
  GCancellable *cancellable; /* of what the clipboard is asked for, until the dialog is gone */
  VrAddressAnswer answer;
};

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_object (&asking->places[side].file);
  g_object_unref (asking->cancellable);
  g_free (asking);
}

static gboolean
is_empty (const Place *place)
{
  return *gtk_editable_get_text (place->entry) == '\0';
}

static const Place *
get_other (const Place *place)
{
  return &place->asking
              ->places[place == &place->asking->places[VR_SIDE_OLD] ? VR_SIDE_NEW : VR_SIDE_OLD];
}

static void
say (Place *place, const char *hint)
{
  gtk_label_set_label (place->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (place->hint), *hint != '\0');
  /* Who cannot see the line below hears it with the entry. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (place->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
}

static void
read_place (Place *place)
{
  g_autofree char *hint = NULL;
  gboolean is_wrong;

  g_clear_object (&place->file);
  place->file = vr_address_read (gtk_editable_get_text (place->entry), &hint);
  say (place, hint != NULL ? hint : "");
  is_wrong = place->is_judged && place->file == NULL && hint != NULL;
  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (place->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (place->entry), "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (place->entry), GTK_ACCESSIBLE_STATE_INVALID,
      is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
update (Asking *asking)
{
  gboolean is_whole = TRUE;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      read_place (&asking->places[side]);
      is_whole = is_whole && asking->places[side].file != NULL;
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      Place *place = &asking->places[side];

      if (is_empty (place) && get_other (place)->file != NULL)
        say (place, _ ("Now this one: the address of a page, or a file."));
      gtk_entry_set_activates_default (GTK_ENTRY (place->entry), is_whole);
    }
  adw_message_dialog_set_response_enabled (asking->dialog, ACCEPT, is_whole);
}

static void
changed_cb (GtkEditable *entry, Place *place)
{
  place->is_judged = FALSE;
  update (place->asking);
}

static void
left_cb (GtkEventControllerFocus *controller, Place *place)
{
  place->is_judged = TRUE;
  update (place->asking);
}

/* Enter compares where both are there, and else goes to the one that is missing. */
static void
activate_cb (GtkEntry *entry, Place *place)
{
  const Place *other = get_other (place);

  if (place->file == NULL)
    left_cb (NULL, place);
  else if (other->file == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (other->entry));
}

static void
fill (Place *place, GFile *file)
{
  g_autofree char *text = vr_address_dup_text (file);

  gtk_editable_set_text (place->entry, text);
  gtk_editable_set_position (place->entry, -1);
}

static void
chosen_cb (GListModel *files, gpointer user_data)
{
  Asking *asking = g_object_get_data (user_data, ASKING);
  guint n = files != NULL ? MIN (g_list_model_get_n_items (files), VR_N_SIDES) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      fill (&asking->places[n == VR_N_SIDES ? i : asking->asked], file);
    }
  if (n == 1)
    activate_cb (NULL, &asking->places[asking->asked]);
}

static void
choose_cb (GtkButton *button, Place *place)
{
  Asking *asking = place->asking;

  asking->asked = place == &asking->places[VR_SIDE_OLD] ? VR_SIDE_OLD : VR_SIDE_NEW;
  vr_choose_files (GTK_WINDOW (asking->dialog),
                   asking->asked == VR_SIDE_OLD ? _ ("Choose the Old Article")
                                                : _ ("Choose the New Article"),
                   chosen_cb, G_OBJECT (asking->dialog));
}

static gboolean
take_list (Place *place, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files != NULL)
    fill (place, files->data);

  return files != NULL;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, Place *place)
{
  return G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) && take_list (place, value);
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwMessageDialog) dialog = user_data;
  Asking *asking = g_object_get_data (G_OBJECT (dialog), ASKING);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  if (value != NULL)
    take_list (&asking->places[asking->asked], value);
}

/* A link that was copied is a list of addresses, and need not be text as well. */
static void
paste_cb (GtkText *text, Place *place)
{
  Asking *asking = place->asking;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (text));
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING)
      || !gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    return;
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  asking->asked = place == &asking->places[VR_SIDE_OLD] ? VR_SIDE_OLD : VR_SIDE_NEW;
  gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT,
                                  asking->cancellable, pasted_cb, g_object_ref (asking->dialog));
}

/* Selected, so that whoever wants another one types over it. */
static void
suggested_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwMessageDialog) dialog = user_data;
  Asking *asking = g_object_get_data (G_OBJECT (dialog), ASKING);
  Place *place = &asking->places[asking->asked];
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  g_autoptr (GFile) page = text != NULL ? vr_address_read_page (text) : NULL;
  GFile *other;

  if (page == NULL || !is_empty (place))
    return;
  other = get_other (place)->file;
  if (other != NULL && g_file_equal (page, other))
    return;
  fill (place, page);
  gtk_editable_select_region (place->entry, 0, -1);
}

/* Most addresses come from a browser, where they were copied a moment ago. */
static void
suggest (Asking *asking)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (asking->dialog));
  g_autoptr (GdkContentFormats) formats = gdk_content_formats_union_deserialize_gtypes (
      gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  if (is_empty (&asking->places[asking->asked])
      && gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, asking->cancellable, suggested_cb,
                                   g_object_ref (asking->dialog));
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  GFile *const files[VR_N_SIDES] = { asking->places[VR_SIDE_OLD].file,
                                     asking->places[VR_SIDE_NEW].file };

  if (g_str_equal (response, ACCEPT) && files[VR_SIDE_OLD] != NULL && files[VR_SIDE_NEW] != NULL)
    asking->answer (files, gtk_window_get_transient_for (GTK_WINDOW (dialog)));
}

static GtkWidget *
make_entry (Place *place, const char *name, const char *heading)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  place->entry = GTK_EDITABLE (entry);
  gtk_widget_set_name (entry, name);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_max_width_chars (place->entry, ENTRY_CHARS);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "https://");
  /* What was pasted with a line's end would lose what stands before it. */
  gtk_text_set_truncate_multiline (GTK_TEXT (text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), place);
  gtk_widget_add_controller (entry, GTK_EVENT_CONTROLLER (target));
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), place);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (paste_cb), place);
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), place);

  return entry;
}

static GtkWidget *
make_hint (Place *place)
{
  GtkWidget *hint = gtk_label_new (NULL);

  place->hint = GTK_LABEL (hint);
  gtk_label_set_wrap (place->hint, TRUE);
  gtk_label_set_wrap_mode (place->hint, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (place->hint, 0);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_set_visible (hint, FALSE);

  return hint;
}

static GtkWidget *
make_choose_button (Place *place, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-open-symbolic");

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_cb), place);

  return button;
}

static GtkWidget *
make_place (Place *place, VrSide side)
{
  gboolean is_old = side == VR_SIDE_OLD;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (is_old ? _ ("_Old Article") : _ ("_New Article"));
  GtkWidget *entry =
      make_entry (place, is_old ? "old-address" : "new-address",
                  is_old ? _ ("Address of the old article") : _ ("Address of the new article"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  /* It has a name of its own, which says more than the label. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), make_choose_button (place, is_old ? _ ("Choose the Old Article")
                                                                   : _ ("Choose the New Article")));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), make_hint (place));

  return box;
}

static GtkWidget *
make_content (Asking *asking, GFile *const known[VR_N_SIDES])
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      Place *place = &asking->places[side];

      place->asking = asking;
      gtk_box_append (GTK_BOX (box), make_place (place, side));
      if (known[side] != NULL)
        fill (place, known[side]);
      g_signal_connect (place->entry, "changed", G_CALLBACK (changed_cb), place);
    }

  return box;
}

void
vr_address_dialog_ask (GtkWindow *parent, GFile *const known[VR_N_SIDES], VrAddressAnswer answer)
{
  GtkWidget *dialog = adw_message_dialog_new (
      parent, _ ("Compare With a Web Page"),
      _ ("A page is fetched from its own server, once, without cookies or a login."));
  Asking *asking = g_new0 (Asking, 1);

  asking->dialog = ADW_MESSAGE_DIALOG (dialog);
  asking->answer = answer;
  asking->cancellable = g_cancellable_new ();
  asking->asked =
      known[VR_SIDE_OLD] != NULL && known[VR_SIDE_NEW] == NULL ? VR_SIDE_NEW : VR_SIDE_OLD;
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog),
                                      TRUE); /* what it asks for goes with it */
  g_object_set_data_full (G_OBJECT (dialog), ASKING, asking, asking_free);
  adw_message_dialog_add_responses (asking->dialog, CANCEL, _ ("_Cancel"), ACCEPT, _ ("_Compare"),
                                    NULL);
  adw_message_dialog_set_response_appearance (asking->dialog, ACCEPT, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking->dialog, ACCEPT);
  adw_message_dialog_set_close_response (asking->dialog, CANCEL);
  adw_message_dialog_set_extra_child (asking->dialog, make_content (asking, known));
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), asking);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (g_cancellable_cancel),
                           asking->cancellable, G_CONNECT_SWAPPED);
  vr_button_names_mend (dialog, NULL);
  update (asking);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (asking->places[asking->asked].entry));
  suggest (asking);
}
