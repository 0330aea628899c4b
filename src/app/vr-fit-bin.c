/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what has a wide and a narrow layout, and tells which one is to be shown. */
#include "vr-fit-bin.h"

#include "vr-rounds.h"

struct _VrFitBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int wide_width; /* the least one of the wide layout; 0 before it was seen */
  gboolean is_narrow;
  gboolean is_cramped;
  gboolean is_folded;
  GdkFrameClock *clock; /* while realized */
  VrRounds rounds;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_NARROW,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VrFitBin, vr_fit_bin, GTK_TYPE_WIDGET)

static int
least_width (VrFitBin *self)
{
  int least = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

static void
vr_fit_bin_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrFitBin *self = VR_FIT_BIN (widget);

  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, least_width (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && !self->is_narrow)
    *minimum = 0;
}

static void
set_style_class (VrFitBin *self, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
update_folded (VrFitBin *self)
{
  gboolean is_folded = self->is_narrow || self->is_cramped;

  if (self->is_folded == is_folded)
    return;
  self->is_folded = is_folded;
  set_style_class (self, "folded", is_folded);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
vr_fit_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VrFitBin *self = VR_FIT_BIN (widget);
  int least = least_width (self);

  /* What is too wide is seen so for less than a frame. */
  if (self->child != NULL)
    gtk_widget_allocate (self->child, MAX (width, least), height, baseline, NULL);
}

/* What depends on it may not change while widgets are given their place, but right after that the
 * frame lays out once more. */
static void
after_layout_cb (GdkFrameClock *clock, VrFitBin *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))
      || !vr_rounds_may_change (&self->rounds, clock, GTK_WIDGET (self)))
    return;
  /* What others took from the child since it was laid out is not counted any more. */
  if (!self->is_folded)
    self->wide_width = least_width (self);
  self->is_cramped = gtk_widget_get_width (GTK_WIDGET (self)) < self->wide_width;
  update_folded (self);
}

static void
vr_fit_bin_realize (GtkWidget *widget)
{
  VrFitBin *self = VR_FIT_BIN (widget);

  GTK_WIDGET_CLASS (vr_fit_bin_parent_class)->realize (widget);
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect_after (self->clock, "layout", G_CALLBACK (after_layout_cb), self);
}

static void
vr_fit_bin_unrealize (GtkWidget *widget)
{
  VrFitBin *self = VR_FIT_BIN (widget);

  g_signal_handlers_disconnect_by_func (self->clock, after_layout_cb, self);
  g_clear_object (&self->clock);
  GTK_WIDGET_CLASS (vr_fit_bin_parent_class)->unrealize (widget);
}

static GtkSizeRequestMode
vr_fit_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vr_fit_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  VrFitBin *self = VR_FIT_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->is_narrow);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, self->is_folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_fit_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  VrFitBin *self = VR_FIT_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    case PROP_NARROW:
      self->is_narrow = g_value_get_boolean (value);
      set_style_class (self, "narrow", self->is_narrow);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      update_folded (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
vr_fit_bin_dispose (GObject *object)
{
  g_clear_pointer (&VR_FIT_BIN (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (vr_fit_bin_parent_class)->dispose (object);
}

static void
vr_fit_bin_class_init (VrFitBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_fit_bin_get_property;
  object_class->set_property = vr_fit_bin_set_property;
  object_class->dispose = vr_fit_bin_dispose;
  widget_class->measure = vr_fit_bin_measure;
  widget_class->size_allocate = vr_fit_bin_size_allocate;
  widget_class->get_request_mode = vr_fit_bin_get_request_mode;
  widget_class->realize = vr_fit_bin_realize;
  widget_class->unrealize = vr_fit_bin_unrealize;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
      g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "fitbin");
}

static void
vr_fit_bin_init (VrFitBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

gboolean
vr_fit_bin_is_folded (VrFitBin *self)
{
  g_return_val_if_fail (VR_IS_FIT_BIN (self), FALSE);

  return self->is_folded;
}
