/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of an article with the versions of its sentences: a paragraph. */
#include "vr-origins-row.h"

#include "vr-list-row.h"
#include "vr-origins-words.h"

#define LEAST_WIDTH_PX 200

struct _VrOriginsRow
{
  GtkWidget parent_instance;

  const VrOriginsStyle *style;
  VrPalette *palette;
  VrOriginsItem *item;     /* (nullable) */
  VrOriginsLayout *layout; /* (nullable): at the width it had last */
  int given_height;        /* what was said last, maybe an estimate */
  guint selected;
};

G_DEFINE_FINAL_TYPE (VrOriginsRow, vr_origins_row, GTK_TYPE_WIDGET)

static gboolean
is_laid_out (VrOriginsRow *self, int width)
{
  return self->layout != NULL
         && vr_origins_layout_get_generation (self->layout) == self->style->generation
         && vr_origins_layout_get_width (self->layout) == width;
}

static void
lay_out (VrOriginsRow *self, int width)
{
  if (is_laid_out (self, width))
    return;
  g_clear_pointer (&self->layout, vr_origins_layout_free);
  self->layout = vr_origins_layout_new (self->item, self->style, width);
}

static GtkSizeRequestMode
vr_origins_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vr_origins_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  VrOriginsRow *self = VR_ORIGINS_ROW (widget);
  int width = for_size > 0 ? for_size : LEAST_WIDTH_PX;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = LEAST_WIDTH_PX;
  else if (self->item == NULL)
    *minimum = *natural = 0;
  else if (is_laid_out (self, width))
    *minimum = *natural = vr_origins_layout_get_height (self->layout);
  else
    *minimum = *natural = vr_origins_layout_estimate (self->item, self->style, width);
}

/* The list gives a place to those that it shows only. */
static void
vr_origins_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VrOriginsRow *self = VR_ORIGINS_ROW (widget);

  self->given_height = height;
  if (self->item != NULL)
    lay_out (self, width);
}

static void
vr_origins_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  VrOriginsRow *self = VR_ORIGINS_ROW (widget);

  if (self->item == NULL)
    return;
  vr_palette_read (self->palette, widget);
  lay_out (self, gtk_widget_get_width (widget));
  vr_origins_layout_snapshot (self->layout, snapshot, self->palette, self->selected);
}

static void
vr_origins_row_dispose (GObject *object)
{
  vr_origins_row_set_item (VR_ORIGINS_ROW (object), NULL);

  G_OBJECT_CLASS (vr_origins_row_parent_class)->dispose (object);
}

static void
vr_origins_row_class_init (VrOriginsRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vr_origins_row_dispose;
  widget_class->get_request_mode = vr_origins_row_get_request_mode;
  widget_class->measure = vr_origins_row_measure;
  widget_class->size_allocate = vr_origins_row_size_allocate;
  widget_class->snapshot = vr_origins_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "originsrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vr_origins_row_init (VrOriginsRow *self)
{
  self->selected = G_MAXUINT;
}

GtkWidget *
vr_origins_row_new (const VrOriginsStyle *style, VrPalette *palette)
{
  VrOriginsRow *self = g_object_new (VR_TYPE_ORIGINS_ROW, NULL);

  self->style = style;
  self->palette = palette;

  return GTK_WIDGET (self);
}

/* The sentence that is selected and where that comes from, else all of the paragraph. */
static void
set_spoken (VrOriginsRow *self)
{
  const VrHistoryBlame *blame = vr_origins_item_get_blame (self->item);
  VrSpan sentences = vr_origins_item_get_sentences (self->item);
  g_autofree char *spoken = NULL;

  if (self->selected >= sentences.from && self->selected < sentences.to)
    {
      g_autofree char *text = vr_origins_words_dup_text (blame, self->selected);
      g_autofree char *told = vr_origins_words_dup_told (blame, self->selected);

      spoken = g_strdup_printf ("%s %s", text, told);
    }
  else
    spoken = vr_origins_words_dup_spoken (blame, sentences);
  vr_list_row_say (GTK_WIDGET (self), spoken);
}

void
vr_origins_row_set_item (VrOriginsRow *self, VrOriginsItem *item)
{
  g_return_if_fail (VR_IS_ORIGINS_ROW (self));

  g_clear_pointer (&self->layout, vr_origins_layout_free);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  set_spoken (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

VrOriginsItem *
vr_origins_row_get_item (VrOriginsRow *self)
{
  g_return_val_if_fail (VR_IS_ORIGINS_ROW (self), NULL);

  return self->item;
}

void
vr_origins_row_set_selected (VrOriginsRow *self, guint sentence)
{
  g_return_if_fail (VR_IS_ORIGINS_ROW (self));

  if (self->selected == sentence)
    return;
  self->selected = sentence;
  if (self->item == NULL)
    return;
  set_spoken (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
vr_origins_row_check_height (VrOriginsRow *self)
{
  if (self->layout != NULL && is_laid_out (self, gtk_widget_get_width (GTK_WIDGET (self)))
      && self->given_height != vr_origins_layout_get_height (self->layout))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
vr_origins_row_find (VrOriginsRow *self, double x, double y, guint *sentence)
{
  if (self->item == NULL || self->layout == NULL)
    return FALSE;
  *sentence = vr_origins_layout_find (self->layout, x, y);

  return TRUE;
}

void
vr_origins_row_get_extent (VrOriginsRow *self, guint sentence, int *y, int *height)
{
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)));
  vr_origins_layout_get_extent (self->layout, sentence, y, height);
}
