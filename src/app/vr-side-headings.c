/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Above the columns: the name of each article and what file it is. */
#include "vr-side-headings.h"

#include "vr-closures.h"
#include "vr-direction.h"
#include "vr-resources.h"

#define GAP_PX 12

/* Half of it holds most headlines. */
#define LONG_COLUMN_PX 480

struct _VrSideHeadings
{
  GtkWidget parent_instance;

  VrRowHeights *heights;

  /* Template widgets */
  GtkWidget *old_box;
  GtkWidget *new_box;
  GtkLabel *old_title;
  GtkLabel *new_title;
  GtkLabel *old_detail;
  GtkLabel *new_detail;
};

G_DEFINE_FINAL_TYPE (VrSideHeadings, vr_side_headings, GTK_TYPE_WIDGET)

static GtkWidget *
box_of (VrSideHeadings *self, VrSide side)
{
  return side == VR_SIDE_OLD ? self->old_box : self->new_box;
}

static void
vr_side_headings_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrSideHeadings *self = VR_SIDE_HEADINGS (widget);

  *minimum = *natural = 0;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      int least, best;

      gtk_widget_measure (box_of (self, side), orientation, -1, &least, &best, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        *minimum = *natural = MAX (*natural, best);
      else
        *minimum += least;
    }
  *natural = MAX (*natural, *minimum);
}

static int
natural_width (VrSideHeadings *self, VrSide side)
{
  int natural;

  gtk_widget_measure (box_of (self, side), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);

  return natural;
}

/* Above one column each has half of it where that is enough; else the old one gives up what it does
 * not need, and the new one has the room beside the column as well. */
static int
share_column (VrSideHeadings *self, int column, int room)
{
  int half = (column - GAP_PX) / 2;
  int old_width = natural_width (self, VR_SIDE_OLD);
  int new_width = natural_width (self, VR_SIDE_NEW);

  if (old_width <= half && new_width <= room - half)
    return half;

  return CLAMP (room - new_width, MIN (old_width, room / 2), MAX (old_width, room / 2));
}

/* As from left to right.  Above a short column the two have the room beside it at both ends. */
static void
place_above_column (VrSideHeadings *self, const VrRowGeometry *geometry, int width,
                    GtkAllocation *places)
{
  gboolean is_long = geometry->text_width >= LONG_COLUMN_PX;
  int start = is_long ? geometry->text_x[VR_SIDE_OLD] : geometry->gutter_x + GAP_PX;
  int column = is_long ? geometry->text_width : width - geometry->gutter_x - GAP_PX - start;
  int room = MAX (column, width - GAP_PX - start) - GAP_PX;
  int share = share_column (self, column, room);

  places[VR_SIDE_OLD] = (GtkAllocation){ .x = start, .width = share };
  places[VR_SIDE_NEW] = (GtkAllocation){ .x = start + share + GAP_PX, .width = room - share };
}

static void
vr_side_headings_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VrSideHeadings *self = VR_SIDE_HEADINGS (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  VrRowGeometry geometry = vr_row_heights_get_geometry (self->heights, width);
  GtkAllocation places[VR_N_SIDES];

  for (guint side = 0; side < VR_N_SIDES; side++)
    places[side] = (GtkAllocation){ .x = geometry.text_x[side], .width = geometry.text_width };
  if (geometry.is_inline)
    {
      if (is_rtl)
        vr_row_geometry_mirror (&geometry, width);
      place_above_column (self, &geometry, width, places);
    }
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      if (geometry.is_inline && is_rtl)
        places[side].x = width - places[side].x - places[side].width;
      places[side].height = height;
      gtk_widget_size_allocate (box_of (self, side), &places[side], -1);
    }
}

static void
vr_side_headings_dispose (GObject *object)
{
  VrSideHeadings *self = VR_SIDE_HEADINGS (object);

  g_clear_object (&self->heights);
  gtk_widget_dispose_template (GTK_WIDGET (self), VR_TYPE_SIDE_HEADINGS);

  G_OBJECT_CLASS (vr_side_headings_parent_class)->dispose (object);
}

static void
vr_side_headings_class_init (VrSideHeadingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_side_headings_dispose;
  widget_class->measure = vr_side_headings_measure;
  widget_class->size_allocate = vr_side_headings_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "sideheadings");
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-side-headings.ui");
  gtk_widget_class_bind_template_child (widget_class, VrSideHeadings, old_box);
  gtk_widget_class_bind_template_child (widget_class, VrSideHeadings, new_box);
  gtk_widget_class_bind_template_child (widget_class, VrSideHeadings, old_title);
  gtk_widget_class_bind_template_child (widget_class, VrSideHeadings, new_title);
  gtk_widget_class_bind_template_child (widget_class, VrSideHeadings, old_detail);
  gtk_widget_class_bind_template_child (widget_class, VrSideHeadings, new_detail);
}

static void
vr_side_headings_init (VrSideHeadings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
vr_side_headings_set_heights (VrSideHeadings *self, VrRowHeights *heights)
{
  g_return_if_fail (VR_IS_SIDE_HEADINGS (self));

  g_set_object (&self->heights, heights);
}

/* A title stands where its article's lines begin. */
static void
align_title (GtkLabel *label, const char *title)
{
  VrDirection direction = vr_direction_of ((VrSlice){ title, strlen (title) });
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (label)) == GTK_TEXT_DIR_RTL;
  VrDirection other = is_rtl ? VR_DIRECTION_LEFT_TO_RIGHT : VR_DIRECTION_RIGHT_TO_LEFT;

  gtk_label_set_xalign (label, direction == other ? 1 : 0);
}

/* A name that somebody gave is shown as it is, of a path only its end. */
static char *
dup_file_name (VrText *text)
{
  const char *name = text != NULL ? vr_text_get_name (text) : "";

  return g_path_is_absolute (name) ? g_path_get_basename (name) : g_strdup (name);
}

static void
show_article (GtkLabel *title_label, GtkLabel *detail_label, VrArticle *article)
{
  VrText *text = vr_article_get_text (article);
  g_autofree char *file_name = dup_file_name (text);
  const char *title = vr_article_get_title (article);
  /* Names of two versions begin alike: their ends come first, where no width hides them. */
  g_autofree char *detail = vr_closure_side (g_str_equal (title, file_name) ? NULL : file_name,
                                             text != NULL ? vr_text_get_encoding (text) : "UTF-8",
                                             text != NULL ? vr_text_get_n_replaced (text) : 0);

  gtk_label_set_label (title_label, title);
  /* A headline is known by how it begins, a name by its end too. */
  gtk_label_set_ellipsize (title_label, g_str_has_suffix (file_name, title) ? PANGO_ELLIPSIZE_MIDDLE
                                                                            : PANGO_ELLIPSIZE_END);
  align_title (title_label, title);
  gtk_label_set_label (detail_label, detail);
  gtk_label_set_xalign (detail_label, gtk_label_get_xalign (title_label));
  gtk_widget_set_tooltip_text (GTK_WIDGET (title_label), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (detail_label),
                               text != NULL ? vr_text_get_name (text) : NULL);
}

void
vr_side_headings_set_comparison (VrSideHeadings *self, VrComparison *comparison)
{
  g_return_if_fail (VR_IS_SIDE_HEADINGS (self));

  show_article (self->old_title, self->old_detail,
                vr_comparison_get_article (comparison, VR_SIDE_OLD));
  show_article (self->new_title, self->new_detail,
                vr_comparison_get_article (comparison, VR_SIDE_NEW));
}
