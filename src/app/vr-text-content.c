/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A range of a column for the clipboard: written out when somebody pastes it. */
#include "vr-text-content.h"

struct _VrTextContent
{
  GdkContentProvider parent_instance;

  VrColumn *column;
  VrTextRange range;
};

G_DEFINE_FINAL_TYPE (VrTextContent, vr_text_content, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
vr_text_content_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
vr_text_content_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  VrTextContent *self = VR_TEXT_CONTENT (provider);
  gsize n_bytes;

  if (!G_VALUE_HOLDS_STRING (value))
    return GDK_CONTENT_PROVIDER_CLASS (vr_text_content_parent_class)
        ->get_value (provider, value, error);
  g_value_take_string (value, vr_column_dup_range (self->column, self->range, &n_bytes));

  return TRUE;
}

static void
vr_text_content_finalize (GObject *object)
{
  VrTextContent *self = VR_TEXT_CONTENT (object);

  g_clear_pointer (&self->column, vr_column_free);

  G_OBJECT_CLASS (vr_text_content_parent_class)->finalize (object);
}

static void
vr_text_content_class_init (VrTextContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_text_content_finalize;
  GDK_CONTENT_PROVIDER_CLASS (klass)->ref_formats = vr_text_content_ref_formats;
  GDK_CONTENT_PROVIDER_CLASS (klass)->get_value = vr_text_content_get_value;
}

static void
vr_text_content_init (VrTextContent *self)
{
}

GdkContentProvider *
vr_text_content_new (VrPairPlan *plan, VrRowView view, VrTextRange range)
{
  VrTextContent *self = g_object_new (VR_TYPE_TEXT_CONTENT, NULL);

  self->column = vr_column_new (plan, view);
  self->range = range;

  return GDK_CONTENT_PROVIDER (self);
}
