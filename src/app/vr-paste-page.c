/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two texts that are in no file, side by side, to be pasted, typed or dropped. */
#include "vr-paste-page.h"

#include "vr-columns-layout.h"
#include "vr-paste-panel.h"
#include "vr-preferences.h"
#include "vr-resources.h"

#include <glib/gi18n-lib.h>

struct _VrPastePage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *content;
  VrPastePanel *old_panel;
  VrPastePanel *new_panel;
};

enum
{
  PROP_0,
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

G_DEFINE_FINAL_TYPE (VrPastePage, vr_paste_page, GTK_TYPE_WIDGET)

static VrPastePanel *
get_panel (VrPastePage *self, VrSide side)
{
  return side == VR_SIDE_OLD ? self->old_panel : self->new_panel;
}

static const char *
get_default_name (VrSide side)
{
  return side == VR_SIDE_OLD ? _ ("Pasted old text") : _ ("Pasted new text");
}

static void
filled_cb (VrPastePanel *panel, GParamSpec *pspec, VrPastePage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILLED]);
}

static void
trouble_cb (VrPastePanel *panel, const char *sentence, VrPastePage *self)
{
  g_signal_emit (self, signals[TROUBLE], 0, sentence);
}

void
vr_paste_page_take_focus (VrPastePage *self)
{
  gboolean is_old_filled, is_new_filled;

  g_return_if_fail (VR_IS_PASTE_PAGE (self));

  is_old_filled = vr_paste_panel_is_filled (self->old_panel);
  is_new_filled = vr_paste_panel_is_filled (self->new_panel);
  vr_paste_panel_take_focus (
      get_panel (self, is_old_filled && !is_new_filled ? VR_SIDE_NEW : VR_SIDE_OLD));
}

static void
vr_paste_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FILLED:
      g_value_set_boolean (value, vr_paste_page_is_filled (VR_PASTE_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_paste_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_PASTE_PAGE);

  G_OBJECT_CLASS (vr_paste_page_parent_class)->dispose (object);
}

static void
vr_paste_page_class_init (VrPastePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_paste_page_get_property;
  object_class->dispose = vr_paste_page_dispose;

  properties[PROP_FILLED] =
      g_param_spec_boolean ("filled", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[TROUBLE] = g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (VR_TYPE_COLUMNS_LAYOUT);
  g_type_ensure (VR_TYPE_PASTE_PANEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pastepage");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-paste-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VrPastePage, content);
  gtk_widget_class_bind_template_child (widget_class, VrPastePage, old_panel);
  gtk_widget_class_bind_template_child (widget_class, VrPastePage, new_panel);
  gtk_widget_class_bind_template_callback (widget_class, filled_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_cb);
}

static void
vr_paste_page_init (VrPastePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vr_paste_page_add_text (VrPastePage *self, const char *text)
{
  g_return_if_fail (VR_IS_PASTE_PAGE (self));

  vr_paste_panel_insert (
      get_panel (self, vr_paste_panel_is_filled (self->old_panel) ? VR_SIDE_NEW : VR_SIDE_OLD),
      text);
}

void
vr_paste_page_set_text (VrPastePage *self, VrSide side, const char *name, const char *text)
{
  g_return_if_fail (VR_IS_PASTE_PAGE (self));

  /* A name that nobody gave is none. */
  if (g_strcmp0 (name, get_default_name (side)) == 0)
    name = NULL;
  vr_paste_panel_set_text (get_panel (self, side), name, text);
}

void
vr_paste_page_load (VrPastePage *self, VrSide side, GFile *file)
{
  g_return_if_fail (VR_IS_PASTE_PAGE (self));

  vr_paste_panel_load (get_panel (self, side), file);
}

guint
vr_paste_page_find_side (VrPastePage *self, GtkWidget *widget)
{
  g_return_val_if_fail (VR_IS_PASTE_PAGE (self), VR_N_SIDES);

  for (guint side = 0; side < VR_N_SIDES; side++)
    if (widget != NULL
        && (widget == GTK_WIDGET (get_panel (self, side))
            || gtk_widget_is_ancestor (widget, GTK_WIDGET (get_panel (self, side)))))
      return side;

  return VR_N_SIDES;
}

gboolean
vr_paste_page_is_filled (VrPastePage *self)
{
  g_return_val_if_fail (VR_IS_PASTE_PAGE (self), FALSE);

  return vr_paste_panel_is_filled (self->old_panel) && vr_paste_panel_is_filled (self->new_panel);
}

gboolean
vr_paste_page_is_own (VrPastePage *self)
{
  g_return_val_if_fail (VR_IS_PASTE_PAGE (self), FALSE);

  return vr_paste_panel_is_own (self->old_panel) || vr_paste_panel_is_own (self->new_panel);
}

void
vr_paste_page_note_kept (VrPastePage *self, VrDocument *document)
{
  g_return_if_fail (VR_IS_PASTE_PAGE (self));

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrPastePanel *panel = get_panel (self, side);
      GBytes *kept = vr_document_peek_source (document, side)->bytes;
      g_autoptr (GBytes) text = NULL;

      if (kept == NULL || !vr_paste_panel_is_own (panel))
        continue;
      text = vr_paste_panel_dup_text (panel);
      if (g_bytes_equal (text, kept))
        vr_paste_panel_set_own (panel, FALSE);
    }
}

void
vr_paste_page_put_back (VrPastePage *self, VrDocument *document)
{
  g_return_if_fail (VR_IS_PASTE_PAGE (self));

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const VrSource *source = vr_document_peek_source (document, side);
      gsize n_bytes;
      const char *data = g_bytes_get_data (source->bytes, &n_bytes);
      g_autofree char *text = g_strndup (data, n_bytes);

      vr_paste_page_set_text (self, side, source->name, text);
      vr_paste_panel_set_own (get_panel (self, side), TRUE);
    }
}

VrDocument *
vr_paste_page_dup_document (VrPastePage *self)
{
  g_autoptr (VrPreferences) preferences = vr_preferences_dup_default ();
  VrOptions options = vr_preferences_get_options (preferences);
  VrSource sources[VR_N_SIDES] = { { 0 } };
  VrDocument *document;

  g_return_val_if_fail (VR_IS_PASTE_PAGE (self), NULL);

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const char *name = vr_paste_panel_get_name (get_panel (self, side));

      sources[side].name = *name != '\0' ? name : get_default_name (side);
      sources[side].bytes = vr_paste_panel_dup_text (get_panel (self, side));
    }
  document = vr_document_new (sources, &options, NULL);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_bytes_unref (sources[side].bytes);

  return document;
}
