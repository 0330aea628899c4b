/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader prefers, kept in the settings where those are installed, else for this run. */
#include "vr-preferences.h"

#include "vr-settings.h"

enum
{
  PROP_0,
  PROP_TEXT_SIZE,
  PROP_FULL_WIDTH,
  PROP_MEASURE,
  PROP_FONT,
  PROP_CUSTOM_FONT,
  PROP_LINE_SPACING,
  PROP_FOLD_TYPOGRAPHIC,
  PROP_FOLD_SPACE,
  PROP_FOLD_CASE,
  PROP_FOLD_PUNCTUATION,
  PROP_STRICT,
  PROP_MARK_UNIT,
  PROP_PARAGRAPHS,
  PROP_RESTORE_SESSION,
  N_PROPS,
};

enum
{
  READING_CHANGED,
  COMPARING_CHANGED,
  N_SIGNALS,
};

static const char *const font_nicks[] = { "sans", "serif", "custom", NULL };
static const char *const spacing_nicks[] = { "tight", "normal", "wide", NULL };
static const char *const unit_nicks[] = { "word", "character", NULL };
static const char *const paragraph_nicks[] = { "auto", "blank", "line", "wrapped", NULL };

/* What each property is: its range and default, what it is a matter of, and for a choice the names
 * that the settings have for its values. */
static const struct
{
  const char *name;
  GType type;
  int least, most, normal;
  guint signal;
  const char *const *nicks;
} traits[N_PROPS] = {
  [PROP_TEXT_SIZE] = { "text-size", G_TYPE_INT, VR_TEXT_SIZE_LEAST, VR_TEXT_SIZE_MOST,
                       VR_TEXT_SIZE_NORMAL, READING_CHANGED },
  [PROP_FULL_WIDTH] = { "full-width", G_TYPE_BOOLEAN, 0, 1, FALSE, READING_CHANGED },
  [PROP_MEASURE] = { "measure", G_TYPE_INT, VR_MEASURE_LEAST, VR_MEASURE_MOST, VR_MEASURE_NORMAL,
                     READING_CHANGED },
  [PROP_FONT] = { "font", G_TYPE_UINT, 0, VR_N_FONTS - 1, VR_FONT_SANS, READING_CHANGED,
                  font_nicks },
  [PROP_CUSTOM_FONT] = { "custom-font", G_TYPE_STRING, 0, 0, 0, READING_CHANGED },
  [PROP_LINE_SPACING] = { "line-spacing", G_TYPE_UINT, 0, VR_N_LINE_SPACINGS - 1,
                          VR_LINE_SPACING_NORMAL, READING_CHANGED, spacing_nicks },
  [PROP_FOLD_TYPOGRAPHIC] = { "fold-typographic", G_TYPE_BOOLEAN, 0, 1, TRUE, COMPARING_CHANGED },
  [PROP_FOLD_SPACE] = { "fold-space", G_TYPE_BOOLEAN, 0, 1, TRUE, COMPARING_CHANGED },
  [PROP_FOLD_CASE] = { "fold-case", G_TYPE_BOOLEAN, 0, 1, FALSE, COMPARING_CHANGED },
  [PROP_FOLD_PUNCTUATION] = { "fold-punctuation", G_TYPE_BOOLEAN, 0, 1, FALSE, COMPARING_CHANGED },
  [PROP_STRICT] = { "strict", G_TYPE_BOOLEAN, 0, 1, FALSE, COMPARING_CHANGED },
  [PROP_MARK_UNIT] = { "mark-unit", G_TYPE_UINT, 0, VR_UNIT_CHARACTER, VR_UNIT_WORD,
                       COMPARING_CHANGED, unit_nicks },
  [PROP_PARAGRAPHS] = { "paragraphs", G_TYPE_UINT, 0, VR_PARAGRAPHS_WRAPPED, VR_PARAGRAPHS_AUTO,
                        COMPARING_CHANGED, paragraph_nicks },
  [PROP_RESTORE_SESSION] = { "restore-session", G_TYPE_BOOLEAN, 0, 1, TRUE, N_SIGNALS },
};

struct _VrPreferences
{
  GObject parent_instance;

  GSettings *settings; /* NULL where they are not installed */
  int values[N_PROPS];
  char *custom_font;
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrPreferences, vr_preferences, G_TYPE_OBJECT)

static void
vr_preferences_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VrPreferences *self = VR_PREFERENCES (object);

  if (pspec->value_type == G_TYPE_STRING)
    g_value_set_string (value, self->custom_font);
  else if (pspec->value_type == G_TYPE_BOOLEAN)
    g_value_set_boolean (value, self->values[id]);
  else if (pspec->value_type == G_TYPE_UINT)
    g_value_set_uint (value, self->values[id]);
  else
    g_value_set_int (value, self->values[id]);
}

static int
get_number (const GValue *value)
{
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return g_value_get_boolean (value);
  if (G_VALUE_HOLDS_UINT (value))
    return (int)g_value_get_uint (value);

  return g_value_get_int (value);
}

/* Whether it is another value than before. */
static gboolean
take_value (VrPreferences *self, guint id, const GValue *value)
{
  if (id != PROP_CUSTOM_FONT)
    {
      int before = self->values[id];

      self->values[id] = get_number (value);

      return self->values[id] != before;
    }
  if (g_strcmp0 (self->custom_font, g_value_get_string (value)) == 0)
    return FALSE;
  g_free (self->custom_font);
  self->custom_font = g_value_dup_string (value);

  return TRUE;
}

static void
vr_preferences_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VrPreferences *self = VR_PREFERENCES (object);

  if (!take_value (self, id, value))
    return;
  g_object_notify_by_pspec (object, pspec);
  if (traits[id].signal < N_SIGNALS)
    g_signal_emit (self, signals[traits[id].signal], 0);
}

static void
vr_preferences_finalize (GObject *object)
{
  VrPreferences *self = VR_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_free (self->custom_font);

  G_OBJECT_CLASS (vr_preferences_parent_class)->finalize (object);
}

static GParamSpec *
make_property (guint id)
{
  const char *name = traits[id].name;
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  int least = traits[id].least, most = traits[id].most, normal = traits[id].normal;

  if (traits[id].type == G_TYPE_STRING)
    return g_param_spec_string (name, NULL, NULL, "", flags);
  if (traits[id].type == G_TYPE_BOOLEAN)
    return g_param_spec_boolean (name, NULL, NULL, normal, flags);
  if (traits[id].type == G_TYPE_UINT)
    return g_param_spec_uint (name, NULL, NULL, least, most, normal, flags);

  return g_param_spec_int (name, NULL, NULL, least, most, normal, flags);
}

static void
vr_preferences_class_init (VrPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vr_preferences_get_property;
  object_class->set_property = vr_preferences_set_property;
  object_class->finalize = vr_preferences_finalize;

  for (guint id = 1; id < N_PROPS; id++)
    properties[id] = make_property (id);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[READING_CHANGED] = g_signal_new ("reading-changed", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMPARING_CHANGED] =
      g_signal_new ("comparing-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_preferences_init (VrPreferences *self)
{
  self->custom_font = g_strdup ("");
  for (guint id = 1; id < N_PROPS; id++)
    self->values[id] = traits[id].normal;
}

static gboolean
read_choice (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *const *nicks = user_data;
  const char *nick = g_variant_get_string (variant, NULL);

  for (guint i = 0; nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], nick))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
write_choice (const GValue *value, const GVariantType *type, gpointer user_data)
{
  const char *const *nicks = user_data;

  return g_variant_new_string (nicks[g_value_get_uint (value)]);
}

static void
bind_settings (VrPreferences *self)
{
  GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY;

  for (guint id = 1; id < N_PROPS; id++)
    {
      const char *name = traits[id].name;

      if (!vr_settings_has (self->settings, name))
        continue;
      if (traits[id].nicks != NULL)
        g_settings_bind_with_mapping (self->settings, name, self, name, flags, read_choice,
                                      write_choice, (gpointer)traits[id].nicks, NULL);
      else
        g_settings_bind (self->settings, name, self, name, flags);
    }
}

VrPreferences *
vr_preferences_new (GSettings *settings)
{
  VrPreferences *self = g_object_new (VR_TYPE_PREFERENCES, NULL);

  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      bind_settings (self);
    }

  return self;
}

VrPreferences *
vr_preferences_dup_default (void)
{
  static const char key[] = "vr-preferences";
  GApplication *application = g_application_get_default ();
  g_autoptr (GSettings) settings = NULL;
  VrPreferences *self = NULL;

  if (application != NULL)
    self = g_object_get_data (G_OBJECT (application), key);
  if (self != NULL)
    return g_object_ref (self);

  settings = vr_settings_new ();
  self = vr_preferences_new (settings);
  if (application != NULL)
    g_object_set_data_full (G_OBJECT (application), key, g_object_ref (self), g_object_unref);

  return self;
}

VrReadingStyle
vr_preferences_get_style (VrPreferences *self)
{
  VrReadingStyle style = VR_READING_STYLE_INIT;

  g_return_val_if_fail (VR_IS_PREFERENCES (self), style);

  style.text_size = self->values[PROP_TEXT_SIZE];
  style.measure = self->values[PROP_FULL_WIDTH] ? VR_MEASURE_FULL : self->values[PROP_MEASURE];
  style.font = self->values[PROP_FONT];
  style.custom_font = self->custom_font;
  style.line_spacing = self->values[PROP_LINE_SPACING];

  return style;
}

VrOptions
vr_preferences_get_options (VrPreferences *self)
{
  VrOptions options = VR_OPTIONS_INIT;

  g_return_val_if_fail (VR_IS_PREFERENCES (self), options);

  vr_preferences_apply (self, &options);

  return options;
}

VrDocument *
vr_preferences_new_document (VrPreferences *self, GFile *old_file, GFile *new_file)
{
  g_autoptr (VrDocument) document = vr_document_new_for_files (old_file, new_file);
  VrOptions options = vr_preferences_get_options (self);

  return vr_document_with_options (document, &options);
}

void
vr_preferences_apply (VrPreferences *self, VrOptions *options)
{
  g_return_if_fail (VR_IS_PREFERENCES (self));

  options->quiet = (self->values[PROP_FOLD_TYPOGRAPHIC] ? VR_QUIET_TYPOGRAPHIC : 0)
                   | (self->values[PROP_FOLD_SPACE] ? VR_QUIET_SPACE : 0)
                   | (self->values[PROP_FOLD_CASE] ? VR_QUIET_CASE : 0)
                   | (self->values[PROP_FOLD_PUNCTUATION] ? VR_QUIET_PUNCTUATION : 0)
                   | VR_QUIET_DATELINE | VR_QUIET_REPAIR;
  options->strict = self->values[PROP_STRICT];
  options->unit = self->values[PROP_MARK_UNIT];
  options->paragraphs = self->values[PROP_PARAGRAPHS];
}

gboolean
vr_preferences_suit (VrPreferences *self, const VrOptions *options)
{
  VrOptions preferred;

  g_return_val_if_fail (VR_IS_PREFERENCES (self), FALSE);

  preferred = *options;
  vr_preferences_apply (self, &preferred);

  return vr_options_equal (options, &preferred);
}

void
vr_preferences_step_text_size (VrPreferences *self, int direction)
{
  g_return_if_fail (VR_IS_PREFERENCES (self));

  g_object_set (self, "text-size", vr_text_size_step (self->values[PROP_TEXT_SIZE], direction),
                NULL);
}

gboolean
vr_preferences_restores_session (VrPreferences *self)
{
  g_return_val_if_fail (VR_IS_PREFERENCES (self), FALSE);

  return self->values[PROP_RESTORE_SESSION];
}
