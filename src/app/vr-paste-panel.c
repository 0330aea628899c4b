/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One text that is in no file: its name, the text itself, ways to fill and to empty it. */
#include "vr-paste-panel.h"

#include "vr-clipboard-article.h"
#include "vr-document-file.h"
#include "vr-error.h"
#include "vr-file-name.h"
#include "vr-resources.h"
#include "vr-text.h"
#include "vr-trouble.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Laying out text takes about a millisecond a kilobyte, and a line is laid out as a whole. */
#define MAX_LINE_BYTES ((gsize)1 << 17)

/* What is shown of a text that is held. */
#define SHOWN_BYTES ((gsize)1 << 12)

struct _VrPastePanel
{
  GtkWidget parent_instance;

  GBytes *held;    /* the text, where it is not the view's */
  gboolean is_own; /* what stands here stands nowhere else that we know of */

  /* Template widgets */
  GtkWidget *content;
  GtkLabel *heading_label;
  GtkEntry *name_entry;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder_label;
  GtkLabel *count_label;
  GtkWidget *clear_button;
};

enum
{
  PROP_0,
  PROP_HEADING,
  PROP_PLACEHOLDER,
  PROP_FILLED,
  N_PROPS,
};

enum
{
  TROUBLE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrPastePanel, vr_paste_panel, GTK_TYPE_WIDGET)

static void
update (VrPastePanel *self)
{
  glong n = gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *count = NULL;

  if (self->held != NULL)
    {
      gsize n_bytes;
      const char *text = g_bytes_get_data (self->held, &n_bytes);

      n = g_utf8_strlen (text, (gssize)n_bytes);
      count = g_strdup_printf (ngettext ("%'lu character; a line is too long to be edited here",
                                         "%'lu characters; a line is too long to be edited here",
                                         (gulong)n),
                               (gulong)n);
    }
  else
    {
      count =
          g_strdup_printf (ngettext ("%'lu character", "%'lu characters", (gulong)n), (gulong)n);
    }
  gtk_label_set_label (self->count_label, count);
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder_label), n == 0);
  gtk_widget_set_sensitive (self->clear_button, n > 0);
  gtk_text_view_set_editable (self->view, self->held == NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILLED]);
}

static void
changed_cb (VrPastePanel *self)
{
  self->is_own = TRUE;
  update (self);
}

static gboolean
has_long_line (const char *text)
{
  for (const char *line = text; line != NULL && *line != '\0';)
    {
      const char *end = strchr (line, '\n');
      gsize n_bytes = end != NULL ? (gsize)(end - line) : strlen (line);

      if (n_bytes > MAX_LINE_BYTES)
        return TRUE;
      line = end != NULL ? end + 1 : NULL;
    }

  return FALSE;
}

static void
hold (VrPastePanel *self, const char *text)
{
  g_autofree char *shown = NULL;
  const char *end = text + MIN (SHOWN_BYTES, strlen (text));

  /* Back to where a character begins. */
  while (end > text && ((guchar)*end & 0xc0) == 0x80)
    end--;
  shown = g_strdup_printf ("%.*s…", (int)(end - text), text);
  g_clear_pointer (&self->held, g_bytes_unref);
  self->held = g_bytes_new (text, strlen (text));
  /* Nothing is undone into a text that is not the view's. */
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, shown, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
}

void
vr_paste_panel_insert (VrPastePanel *self, const char *text)
{
  g_return_if_fail (VR_IS_PASTE_PANEL (self));

  if (self->held != NULL)
    return;
  if (has_long_line (text))
    {
      GtkTextIter start, end;
      g_autofree char *before = NULL;
      g_autofree char *joined = NULL;

      gtk_text_buffer_delete_selection (self->buffer, FALSE, TRUE);
      gtk_text_buffer_get_bounds (self->buffer, &start, &end);
      before = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
      joined = g_strconcat (before, text, NULL);
      hold (self, joined);
    }
  else
    {
      gtk_text_buffer_begin_user_action (self->buffer);
      gtk_text_buffer_delete_selection (self->buffer, FALSE, TRUE);
      gtk_text_buffer_insert_at_cursor (self->buffer, text, -1);
      gtk_text_buffer_end_user_action (self->buffer);
      gtk_text_view_scroll_mark_onscreen (self->view, gtk_text_buffer_get_insert (self->buffer));
    }
  update (self);
}

/* What was typed comes back by undo; of a held text the view has the beginning only. */
static void
replace (VrPastePanel *self, const char *text)
{
  GtkTextIter start, end;

  if (self->held != NULL)
    {
      g_clear_pointer (&self->held, g_bytes_unref);
      gtk_text_buffer_set_text (self->buffer, text, -1);
      return;
    }
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

void
vr_paste_panel_set_text (VrPastePanel *self, const char *name, const char *text)
{
  g_return_if_fail (VR_IS_PASTE_PANEL (self));

  gtk_editable_set_text (GTK_EDITABLE (self->name_entry), name != NULL ? name : "");
  if (has_long_line (text))
    hold (self, text);
  else
    replace (self, text);
  self->is_own = FALSE;
  update (self);
}

void
vr_paste_panel_set_own (VrPastePanel *self, gboolean is_own)
{
  g_return_if_fail (VR_IS_PASTE_PANEL (self));

  self->is_own = is_own;
}

gboolean
vr_paste_panel_is_own (VrPastePanel *self)
{
  g_return_val_if_fail (VR_IS_PASTE_PANEL (self), FALSE);

  return self->is_own && vr_paste_panel_is_filled (self);
}

const char *
vr_paste_panel_get_name (VrPastePanel *self)
{
  g_return_val_if_fail (VR_IS_PASTE_PANEL (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->name_entry));
}

GBytes *
vr_paste_panel_dup_text (VrPastePanel *self)
{
  GtkTextIter start, end;
  char *text;

  g_return_val_if_fail (VR_IS_PASTE_PANEL (self), NULL);

  if (self->held != NULL)
    return g_bytes_ref (self->held);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);

  return g_bytes_new_take (text, strlen (text));
}

gboolean
vr_paste_panel_is_filled (VrPastePanel *self)
{
  g_return_val_if_fail (VR_IS_PASTE_PANEL (self), FALSE);

  return self->held != NULL || gtk_text_buffer_get_char_count (self->buffer) > 0;
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VrPastePanel) self = VR_PASTE_PANEL (user_data);
  g_autofree char *text = vr_clipboard_article_read_finish (GDK_CLIPBOARD (object), result);

  if (text != NULL && self->buffer != NULL)
    vr_paste_panel_insert (self, text);
}

static void
paste (VrPastePanel *self)
{
  vr_clipboard_article_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), pasted_cb,
                                   g_object_ref (self));
}

/* The view's own pasting would lay out a line however long. */
static void
paste_clipboard_cb (GtkTextView *view, VrPastePanel *self)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  paste (self);
}

static void
paste_cb (GtkButton *button, VrPastePanel *self)
{
  paste (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
clear_cb (GtkButton *button, VrPastePanel *self)
{
  replace (self, "");
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VrPastePanel) self = VR_PASTE_PANEL (user_data);
  GFile *file = G_FILE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (file, result, NULL, &trouble);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (VrText) text = NULL;

  if (self->buffer == NULL)
    return;
  if (bytes == NULL)
    vr_error_take_unreadable (&error, g_steal_pointer (&trouble), name);
  else if (vr_document_check_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), name,
                                    &error))
    text = vr_text_new_from_bytes (bytes, NULL, name, &error);
  if (text == NULL)
    {
      g_autofree char *sentence = vr_trouble_dup_sentence (error, file);

      g_signal_emit (self, signals[TROUBLE], 0, sentence);
      return;
    }
  g_free (name);
  name = vr_file_name_dup (file);
  vr_paste_panel_set_text (self, name, vr_text_peek (text, NULL));
}

void
vr_paste_panel_load (VrPastePanel *self, GFile *file)
{
  g_return_if_fail (VR_IS_PASTE_PANEL (self));

  g_file_load_bytes_async (file, NULL, loaded_cb, g_object_ref (self));
}

void
vr_paste_panel_take_focus (VrPastePanel *self)
{
  g_return_if_fail (VR_IS_PASTE_PANEL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
vr_paste_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VrPastePanel *self = VR_PASTE_PANEL (object);

  if (id == PROP_HEADING)
    g_value_set_string (value, gtk_label_get_label (self->heading_label));
  else if (id == PROP_PLACEHOLDER)
    g_value_set_string (value, gtk_label_get_label (self->placeholder_label));
  else
    g_value_set_boolean (value, vr_paste_panel_is_filled (self));
}

static void
vr_paste_panel_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VrPastePanel *self = VR_PASTE_PANEL (object);
  const char *text = g_value_get_string (value);

  if (text == NULL)
    return;
  if (id == PROP_PLACEHOLDER)
    {
      gtk_label_set_label (self->placeholder_label, text);
      return;
    }
  gtk_label_set_label (self->heading_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
vr_paste_panel_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_PASTE_PANEL);

  G_OBJECT_CLASS (vr_paste_panel_parent_class)->dispose (object);
}

static void
vr_paste_panel_finalize (GObject *object)
{
  g_clear_pointer (&VR_PASTE_PANEL (object)->held, g_bytes_unref);

  G_OBJECT_CLASS (vr_paste_panel_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-paste-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, content);
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, heading_label);
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, name_entry);
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, view);
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, buffer);
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, placeholder_label);
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, count_label);
  gtk_widget_class_bind_template_child (widget_class, VrPastePanel, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
vr_paste_panel_class_init (VrPastePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vr_paste_panel_get_property;
  object_class->set_property = vr_paste_panel_set_property;
  object_class->dispose = vr_paste_panel_dispose;
  object_class->finalize = vr_paste_panel_finalize;

  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_FILLED] =
      g_param_spec_boolean ("filled", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TROUBLE] = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pastepanel");
  bind_template (widget_class);
}

static void
vr_paste_panel_init (VrPastePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  update (self);
}
