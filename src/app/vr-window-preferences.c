/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window follows what the reader prefers: how text is set, and what compares equal. */
#include "vr-window-history.h"

#include "vr-button-names.h"

#include <glib/gi18n-lib.h>

static void
set_style (VrWindow *self)
{
  VrReadingStyle style = vr_preferences_get_style (self->preferences);

  vr_compare_page_set_style (self->compare_page, &style);
  if (self->library_page != NULL)
    vr_library_page_set_style (self->library_page, &style);
}

/* Paragraph numbers of overrides hold for one way of telling paragraphs apart only. */
static gboolean
keeps_paragraphs (VrDocument *document)
{
  return vr_document_get_overrides (document) != NULL;
}

/* A document that was made with what the reader preferred then goes on to follow it; one that has
 * options of its own, or was saved with them, keeps them. */
static gboolean
has_options (VrDocument *document, const VrOptions *preferred)
{
  const VrOptions *options = vr_document_peek_options (document);
  VrOptions expected = *preferred;

  expected.language = options->language;
  expected.encoding = options->encoding;
  if (keeps_paragraphs (document))
    expected.paragraphs = options->paragraphs;

  return vr_options_equal (options, &expected);
}

typedef struct
{
  VrPreferences *preferences;
  VrOptions before;
} Change;

static VrDocument *
follow (VrDocument *document, gpointer user_data)
{
  const Change *change = user_data;
  VrOptions options = *vr_document_peek_options (document);

  if (!has_options (document, &change->before))
    return NULL;
  vr_preferences_apply (change->preferences, &options);
  if (keeps_paragraphs (document))
    options.paragraphs = vr_document_peek_options (document)->paragraphs;

  return vr_document_with_options (document, &options);
}

static gboolean
is_equal (const VrOptions *a, const VrOptions *b)
{
  return a->quiet == b->quiet && a->strict == b->strict && a->unit == b->unit
         && a->paragraphs == b->paragraphs;
}

/* How things are compared is no step of the reader's that undoing would take back: all of their
 * steps follow.  What is being opened or read again is not disturbed; it follows when it is there.
 */
static void
compare_anew (VrWindow *self)
{
  VrDocument *document = vr_window_get_step (self);
  Change change = { self->preferences, self->preferred };
  VrOptions preferred = vr_preferences_get_options (self->preferences);

  if (is_equal (&preferred, &change.before) || vr_window_is_leaving (self))
    return;
  self->preferred = preferred;
  if (document == NULL || vr_window_get_file (self) != NULL
      || !has_options (document, &change.before))
    return;

  vr_window_change_history (self, follow, &change);
  vr_window_refresh_document (self, vr_window_get_step (self));
}

void
vr_window_follow_preferences (VrWindow *self)
{
  compare_anew (self);
}

static void
larger_text_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_preferences_step_text_size (VR_WINDOW (user_data)->preferences, 1);
}

static void
smaller_text_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_preferences_step_text_size (VR_WINDOW (user_data)->preferences, -1);
}

static void
normal_text_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vr_preferences_step_text_size (VR_WINDOW (user_data)->preferences, 0);
}

static const GActionEntry entries[] = {
  { .name = "larger-text", .activate = larger_text_action },
  { .name = "smaller-text", .activate = smaller_text_action },
  { .name = "normal-text", .activate = normal_text_action },
};

/* The same keys where the number pad has them, and where a plus asks for Shift; a list of keys
 * need not tell each of them. */
void
vr_window_class_add_text_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_equal, "win.larger-text" },        { GDK_KEY_KP_Add, "win.larger-text" },
    { GDK_KEY_KP_Subtract, "win.smaller-text" }, { GDK_KEY_KP_0, "win.normal-text" },
    { GDK_KEY_KP_Insert, "win.normal-text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

void
vr_window_watch_preferences (VrWindow *self)
{
  self->preferences = vr_preferences_dup_default ();
  self->preferred = vr_preferences_get_options (self->preferences);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->preferences, "reading-changed", G_CALLBACK (set_style), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "comparing-changed", G_CALLBACK (compare_anew), self,
                           G_CONNECT_SWAPPED);
  set_style (self);
}

static gboolean
write_percent (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  /* Translators: the size of the text, as in 100 % */
  g_value_take_string (to, g_strdup_printf (_ ("%d%%"), g_value_get_int (from)));

  return TRUE;
}

static GtkWidget *
add_button (GtkWidget *box, const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();

  if (icon != NULL)
    gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, icon != NULL ? "circular" : "body");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

void
vr_window_add_text_size_row (VrWindow *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (self->menu_button);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button, *size;

  gtk_widget_add_css_class (box, "text-size");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  add_button (box, "zoom-out-symbolic", _ ("Smaller Text"), "win.smaller-text");
  button = add_button (box, NULL, _ ("Normal Text Size"), "win.normal-text");
  gtk_widget_set_size_request (button, 72, -1);
  size = gtk_label_new (NULL);
  gtk_button_set_child (GTK_BUTTON (button), size);
  g_object_bind_property_full (self->preferences, "text-size", size, "label", G_BINDING_SYNC_CREATE,
                               write_percent, NULL, NULL, NULL);
  add_button (box, "zoom-in-symbolic", _ ("Larger Text"), "win.larger-text");
  if (!gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), box, "text-size"))
    g_object_unref (g_object_ref_sink (box));
  vr_button_names_watch_menu (popover);
}
