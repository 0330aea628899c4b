/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows versions of which two can be compared. */
#include "vr-comparer.h"

enum
{
  PROP_0,
  PROP_COMPARABLE,
  N_PROPS,
};

enum
{
  COMPARE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE (VrComparer, vr_comparer, GTK_TYPE_WIDGET)

static void
vr_comparer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COMPARABLE:
      g_value_set_boolean (value, vr_comparer_can_compare (VR_COMPARER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_comparer_class_init (VrComparerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vr_comparer_get_property;

  properties[PROP_COMPARABLE] =
      g_param_spec_boolean ("comparable", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vr_comparer_init (VrComparer *self)
{
}

gboolean
vr_comparer_can_compare (VrComparer *self)
{
  VrComparerClass *klass;

  g_return_val_if_fail (VR_IS_COMPARER (self), FALSE);

  klass = VR_COMPARER_GET_CLASS (self);

  return klass->can_compare != NULL && klass->can_compare (self);
}

void
vr_comparer_compare (VrComparer *self)
{
  if (vr_comparer_can_compare (self))
    VR_COMPARER_GET_CLASS (self)->compare (self);
}

void
vr_comparer_update (VrComparer *self)
{
  g_return_if_fail (VR_IS_COMPARER (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARABLE]);
}

void
vr_comparer_emit (VrComparer *self, const VrVersionPair *pair)
{
  g_return_if_fail (VR_IS_COMPARER (self));

  g_signal_emit (self, signals[COMPARE], 0, pair);
}
