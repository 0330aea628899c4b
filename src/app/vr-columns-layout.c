/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays children out side by side where there is room, below each other where there is not. */
#include "vr-columns-layout.h"

struct _VrColumnsLayout
{
  GtkLayoutManager parent_instance;

  int column_width;
  int max_columns;
  int spacing;
};

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_MAX_COLUMNS,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VrColumnsLayout, vr_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
first_shown (GtkWidget *widget)
{
  return next_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
following_shown (GtkWidget *child)
{
  return next_shown (gtk_widget_get_next_sibling (child));
}

static int
count_shown (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = first_shown (widget); child != NULL; child = following_shown (child))
    n++;

  return n;
}

static void
measure_widest (GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = first_shown (widget); child != NULL; child = following_shown (child))
    {
      int least, best;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, best);
    }
}

static int
count_columns (VrColumnsLayout *self, GtkWidget *widget, int width)
{
  int most = MIN (count_shown (widget), self->max_columns);
  int least, best;

  measure_widest (widget, &least, &best);

  return CLAMP ((width + self->spacing) / (MAX (self->column_width, least) + self->spacing), 1,
                MAX (most, 1));
}

static int
divide_width (VrColumnsLayout *self, int width, int n_columns)
{
  return MAX (0, (width - (n_columns - 1) * self->spacing) / n_columns);
}

/* The height of the line that begins with *@child, which goes on to the next line. */
static int
measure_line (GtkWidget **child, int n_columns, int column_width)
{
  int height = 0;

  for (int i = 0; i < n_columns && *child != NULL; i++)
    {
      int least;

      gtk_widget_measure (*child, GTK_ORIENTATION_VERTICAL, column_width, &least, NULL, NULL, NULL);
      height = MAX (height, least);
      *child = following_shown (*child);
    }

  return height;
}

static int
measure_height (VrColumnsLayout *self, GtkWidget *widget, int width)
{
  int n_columns = count_columns (self, widget, width);
  int column_width = divide_width (self, width, n_columns);
  GtkWidget *child = first_shown (widget);
  int height = 0;

  while (child != NULL)
    {
      height += measure_line (&child, n_columns, column_width);
      height += child != NULL ? self->spacing : 0;
    }

  return height;
}

static void
vr_columns_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  VrColumnsLayout *self = VR_COLUMNS_LAYOUT (manager);
  int n = MIN (count_shown (widget), self->max_columns);

  measure_widest (widget, minimum, natural);
  *natural = MAX (*natural, self->column_width) * n + MAX (0, n - 1) * self->spacing;
  *natural = MAX (*natural, *minimum);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_height (self, widget, for_size < 0 ? *natural : for_size);
}

static void
allocate_line (VrColumnsLayout *self, GtkWidget **child, int n_columns, int column_width,
               int full_width, GdkRectangle line)
{
  gboolean is_rtl = gtk_widget_get_direction (*child) == GTK_TEXT_DIR_RTL;

  for (int i = 0; i < n_columns && *child != NULL; i++)
    {
      int x = i * (column_width + self->spacing);
      GtkAllocation allocation = { is_rtl ? full_width - x - column_width : x, line.y, column_width,
                                   line.height };

      gtk_widget_size_allocate (*child, &allocation, -1);
      *child = following_shown (*child);
    }
}

static void
vr_columns_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  VrColumnsLayout *self = VR_COLUMNS_LAYOUT (manager);
  int n_columns = count_columns (self, widget, width);
  int column_width = divide_width (self, width, n_columns);
  int n_lines = (count_shown (widget) + n_columns - 1) / n_columns;
  int spare = MAX (0, height - measure_height (self, widget, width));
  GtkWidget *child = first_shown (widget);
  GdkRectangle line = { 0, 0, width, 0 };

  while (child != NULL)
    {
      GtkWidget *next = child;

      line.height = measure_line (&next, n_columns, column_width) + spare / n_lines;
      allocate_line (self, &child, n_columns, column_width, width, line);
      line.y += line.height + self->spacing;
    }
}

static GtkSizeRequestMode
vr_columns_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int *
find_value (VrColumnsLayout *self, guint id)
{
  return id == PROP_COLUMN_WIDTH  ? &self->column_width
         : id == PROP_MAX_COLUMNS ? &self->max_columns
                                  : &self->spacing;
}

static void
vr_columns_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  *find_value (VR_COLUMNS_LAYOUT (object), id) = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
}

static void
vr_columns_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int (value, *find_value (VR_COLUMNS_LAYOUT (object), id));
}

static void
vr_columns_layout_class_init (VrColumnsLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT;

  object_class->set_property = vr_columns_layout_set_property;
  object_class->get_property = vr_columns_layout_get_property;
  manager_class->measure = vr_columns_layout_measure;
  manager_class->allocate = vr_columns_layout_allocate;
  manager_class->get_request_mode = vr_columns_layout_get_request_mode;

  properties[PROP_COLUMN_WIDTH] =
      g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT16, 240, flags);
  properties[PROP_MAX_COLUMNS] =
      g_param_spec_int ("max-columns", NULL, NULL, 1, G_MAXINT16, 2, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 12, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vr_columns_layout_init (VrColumnsLayout *self)
{
}
