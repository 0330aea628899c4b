/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reader chooses how to read and compare; what is chosen shows at once. */
#include "vr-preferences-window.h"

#include "vr-resources.h"

struct _VrPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  VrPreferences *preferences;
  GtkCssProvider *sample_css;

  /* Template widgets */
  GtkWidget *text_size;
  GtkWidget *font;
  GtkWidget *custom_font;
  GtkWidget *custom_font_row;
  GtkWidget *full_width;
  GtkWidget *measure;
  GtkWidget *measure_row;
  GtkWidget *line_spacing;
  GtkLabel *sample;
  GtkWidget *fold_typographic;
  GtkWidget *fold_space;
  GtkWidget *fold_case;
  GtkWidget *fold_punctuation;
  GtkWidget *strict;
  GtkWidget *mark_unit;
  GtkWidget *paragraphs;
  GtkWidget *restore_session;
};

G_DEFINE_FINAL_TYPE (VrPreferencesWindow, vr_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
show_sample (VrPreferencesWindow *self)
{
  VrReadingStyle style = vr_preferences_get_style (self->preferences);
  g_autofree char *css = vr_reading_style_dup_css (&style);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes,
                          pango_attr_line_height_new (vr_reading_style_get_line_height (&style)));
  gtk_label_set_attributes (self->sample, attributes);
  pango_attr_list_unref (attributes);
  gtk_css_provider_load_from_data (self->sample_css, css != NULL ? css : "", -1);
}

static gboolean
family_to_font (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  const char *family = g_value_get_string (from);

  if (family == NULL || *family == '\0')
    return FALSE;
  g_value_set_string (to, family);

  return TRUE;
}

static gboolean
font_to_family (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  PangoFontDescription *font = pango_font_description_from_string (g_value_get_string (from));
  const char *family = pango_font_description_get_family (font);

  g_value_set_string (to, family != NULL ? family : "");
  pango_font_description_free (font);

  return TRUE;
}

static gboolean
font_is_custom (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_value_get_uint (from) == VR_FONT_CUSTOM);

  return TRUE;
}

static void
bind_rows (VrPreferencesWindow *self)
{
  const struct
  {
    const char *preference;
    GtkWidget *widget;
    const char *property;
  } rows[] = {
    { "text-size", self->text_size, "value" },
    { "font", self->font, "selected" },
    { "full-width", self->full_width, "active" },
    { "measure", self->measure, "value" },
    { "line-spacing", self->line_spacing, "selected" },
    { "fold-typographic", self->fold_typographic, "active" },
    { "fold-space", self->fold_space, "active" },
    { "fold-case", self->fold_case, "active" },
    { "fold-punctuation", self->fold_punctuation, "active" },
    { "strict", self->strict, "active" },
    { "mark-unit", self->mark_unit, "selected" },
    { "paragraphs", self->paragraphs, "selected" },
    { "restore-session", self->restore_session, "active" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_object_bind_property (self->preferences, rows[i].preference, rows[i].widget, rows[i].property,
                            G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  g_object_bind_property_full (self->preferences, "custom-font", self->custom_font, "font",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, family_to_font,
                               font_to_family, NULL, NULL);
  g_object_bind_property_full (self->preferences, "font", self->custom_font_row, "visible",
                               G_BINDING_SYNC_CREATE, font_is_custom, NULL, NULL, NULL);
  g_object_bind_property (self->preferences, "full-width", self->measure_row, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
vr_preferences_window_dispose (GObject *object)
{
  VrPreferencesWindow *self = VR_PREFERENCES_WINDOW (object);

  g_clear_object (&self->sample_css);
  g_clear_object (&self->preferences);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (vr_preferences_window_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, VrPreferencesWindow, name)

static void
vr_preferences_window_class_init (VrPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_preferences_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               VR_RESOURCES "vr-preferences-window.ui");
  BIND (text_size);
  BIND (font);
  BIND (custom_font);
  BIND (custom_font_row);
  BIND (full_width);
  BIND (measure);
  BIND (measure_row);
  BIND (line_spacing);
  BIND (sample);
  BIND (fold_typographic);
  BIND (fold_space);
  BIND (fold_case);
  BIND (fold_punctuation);
  BIND (strict);
  BIND (mark_unit);
  BIND (paragraphs);
  BIND (restore_session);
}

static void
vr_preferences_window_init (VrPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sample_css = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self->sample)),
                                  GTK_STYLE_PROVIDER (self->sample_css),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

GtkWindow *
vr_preferences_window_new (VrPreferences *preferences)
{
  VrPreferencesWindow *self = g_object_new (VR_TYPE_PREFERENCES_WINDOW, NULL);

  self->preferences = g_object_ref (preferences);
  bind_rows (self);
  g_signal_connect_object (preferences, "reading-changed", G_CALLBACK (show_sample), self,
                           G_CONNECT_SWAPPED);
  show_sample (self);

  return GTK_WINDOW (self);
}
