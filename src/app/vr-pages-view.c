/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of a report as they will be printed, one at a time. */
#include "vr-pages-view.h"

#include "vr-resources.h"

#include <glib/gi18n-lib.h>

/* Around the page, for its shadow. */
#define EDGE_PX 6

struct _VrPagesView
{
  GtkWidget parent_instance;

  VrReportSheets *sheets;
  guint page;

  /* Template widgets */
  GtkDrawingArea *area;
  GtkWidget *bar;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkLabel *number_label;
};

G_DEFINE_FINAL_TYPE (VrPagesView, vr_pages_view, GTK_TYPE_WIDGET)

static guint
count_pages (VrPagesView *self)
{
  return self->sheets != NULL ? vr_pages_get_n (self->sheets->pages) : 0;
}

static void
update (VrPagesView *self)
{
  guint n = count_pages (self);
  /* Translators: a page of several. */
  g_autofree char *number = g_strdup_printf (_ ("Page %'u of %'u"), self->page + 1, n);

  gtk_label_set_label (self->number_label, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  number, -1);
  gtk_widget_set_visible (self->bar, n > 1);
  gtk_widget_set_sensitive (self->previous_button, self->page > 0);
  gtk_widget_set_sensitive (self->next_button, self->page + 1 < n);
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
}

static void
turn (VrPagesView *self, int direction)
{
  guint n = count_pages (self);

  if (n == 0 || (direction < 0 && self->page == 0) || (direction > 0 && self->page + 1 == n))
    return;
  self->page += (guint)direction;
  update (self);
}

static void
previous_cb (VrPagesView *self)
{
  turn (self, -1);
}

static void
next_cb (VrPagesView *self)
{
  turn (self, 1);
}

static gboolean
turn_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  turn (VR_PAGES_VIEW (widget), g_variant_get_int32 (arguments));

  return TRUE;
}

/* Paper is white in every scheme, as what comes out of the printer is. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  VrPagesView *self = VR_PAGES_VIEW (user_data);
  double width_pt, height_pt, scale;

  if (self->sheets == NULL || width <= 2 * EDGE_PX || height <= 2 * EDGE_PX)
    return;
  width_pt = self->sheets->width_pt;
  height_pt = vr_pages_get_height (self->sheets->pages);
  scale = MIN ((width - 2 * EDGE_PX) / width_pt, (height - 2 * EDGE_PX) / height_pt);
  cairo_translate (cr, (width - scale * width_pt) / 2, (height - scale * height_pt) / 2);
  cairo_scale (cr, scale, scale);
  for (int i = EDGE_PX; i > 0; i--)
    {
      cairo_set_source_rgba (cr, 0, 0, 0, 0.03);
      cairo_rectangle (cr, -i / scale, -i / scale, width_pt + 2 * i / scale,
                       height_pt + 2 * i / scale);
      cairo_fill (cr);
    }
  cairo_rectangle (cr, 0, 0, width_pt, height_pt);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  vr_pages_draw (self->sheets->pages, self->page, cr);
}

void
vr_pages_view_set_sheets (VrPagesView *self, VrReportSheets *sheets)
{
  g_return_if_fail (VR_IS_PAGES_VIEW (self));

  g_clear_pointer (&self->sheets, vr_report_sheets_free);
  self->sheets = sheets;
  self->page = MIN (self->page, MAX (count_pages (self), 1) - 1);
  update (self);
}

static void
vr_pages_view_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), VR_TYPE_PAGES_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (vr_pages_view_parent_class)->dispose (object);
}

static void
vr_pages_view_finalize (GObject *object)
{
  g_clear_pointer (&VR_PAGES_VIEW (object)->sheets, vr_report_sheets_free);

  G_OBJECT_CLASS (vr_pages_view_parent_class)->finalize (object);
}

static void
vr_pages_view_class_init (VrPagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_pages_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_pages_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, VR_RESOURCES "vr-pages-view.ui");
  gtk_widget_class_bind_template_child (widget_class, VrPagesView, area);
  gtk_widget_class_bind_template_child (widget_class, VrPagesView, bar);
  gtk_widget_class_bind_template_child (widget_class, VrPagesView, previous_button);
  gtk_widget_class_bind_template_child (widget_class, VrPagesView, next_button);
  gtk_widget_class_bind_template_child (widget_class, VrPagesView, number_label);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, turn_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, turn_key_cb, "i", 1);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagesview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vr_pages_view_init (VrPagesView *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_drawing_area_set_draw_func (self->area, draw_cb, self, NULL);
}
