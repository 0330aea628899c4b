/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two widgets on a line, which breaks between them where it may and has to. */
#include "vr-break-box.h"

struct _VrBreakBox
{
  GtkWidget parent_instance;

  gboolean breaks;
};

enum
{
  PROP_0,
  PROP_BREAKS,
};

G_DEFINE_FINAL_TYPE (VrBreakBox, vr_break_box, GTK_TYPE_WIDGET)

typedef struct
{
  int least;
  int natural;
} Size;

static Size
measure (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  Size size = { 0, 0 };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, for_size, &size.least, &size.natural, NULL, NULL);

  return size;
}

/* How wide the first child is on a line of @width with the other one; 0 where each has a line. */
static int
share_line (VrBreakBox *self, int width)
{
  Size first =
      measure (gtk_widget_get_first_child (GTK_WIDGET (self)), GTK_ORIENTATION_HORIZONTAL, -1);
  Size last =
      measure (gtk_widget_get_last_child (GTK_WIDGET (self)), GTK_ORIENTATION_HORIZONTAL, -1);

  if (self->breaks && first.least + last.least > width)
    return 0;

  return CLAMP (width - last.least, first.least, first.natural);
}

static void
measure_height (VrBreakBox *self, int width, int *minimum, int *natural)
{
  int share = width >= 0 ? share_line (self, width) : -1;
  gboolean is_broken = share == 0;
  Size first = measure (gtk_widget_get_first_child (GTK_WIDGET (self)), GTK_ORIENTATION_VERTICAL,
                        is_broken ? width : share);
  Size last = measure (gtk_widget_get_last_child (GTK_WIDGET (self)), GTK_ORIENTATION_VERTICAL,
                       share > 0 ? width - share : width);

  *minimum = is_broken ? first.least + last.least : MAX (first.least, last.least);
  *natural = is_broken ? first.natural + last.natural : MAX (first.natural, last.natural);
}

static void
vr_break_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrBreakBox *self = VR_BREAK_BOX (widget);
  Size first, last;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      measure_height (self, for_size, minimum, natural);
      return;
    }
  first = measure (gtk_widget_get_first_child (widget), orientation, -1);
  last = measure (gtk_widget_get_last_child (widget), orientation, -1);
  *minimum = self->breaks ? MAX (first.least, last.least) : first.least + last.least;
  *natural = first.natural + last.natural;
}

static void
allocate (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &allocation, -1);
}

static void
vr_break_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *last = gtk_widget_get_last_child (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int share = share_line (VR_BREAK_BOX (widget), width);

  if (share == 0)
    {
      int above = measure (first, GTK_ORIENTATION_VERTICAL, width).natural;

      allocate (first, 0, 0, width, above);
      allocate (last, 0, above, width, height - above);
      return;
    }
  allocate (first, is_rtl ? width - share : 0, 0, share, height);
  allocate (last, is_rtl ? 0 : share, 0, width - share, height);
}

static GtkSizeRequestMode
vr_break_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vr_break_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BREAKS)
    g_value_set_boolean (value, VR_BREAK_BOX (object)->breaks);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
vr_break_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id != PROP_BREAKS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  VR_BREAK_BOX (object)->breaks = g_value_get_boolean (value);
  gtk_widget_queue_resize (GTK_WIDGET (object));
}

static void
vr_break_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vr_break_box_parent_class)->dispose (object);
}

static void
vr_break_box_class_init (VrBreakBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vr_break_box_get_property;
  object_class->set_property = vr_break_box_set_property;
  object_class->dispose = vr_break_box_dispose;
  widget_class->measure = vr_break_box_measure;
  widget_class->size_allocate = vr_break_box_size_allocate;
  widget_class->get_request_mode = vr_break_box_get_request_mode;

  g_object_class_install_property (
      object_class, PROP_BREAKS,
      g_param_spec_boolean ("breaks", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
vr_break_box_init (VrBreakBox *self)
{
}
