/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list that is shown bit by bit. */
#include "vr-list-grower.h"

/* Rows made in one go: a few milliseconds of work (tests/display/test-library-page.c). */
#define SLICE 6
/* As many rows fill a window at first. */
#define FIRST 12
/* More rows than a list view makes for all items that follow; those then cost nothing. */
#define ENOUGH 440
/* Not faster than frames, or a frame would lay out what came in several goes. */
#define TURN_MS 12
/* Rows taken down in one go: the same few milliseconds. */
#define SHRINK 20

struct _VrListGrower
{
  GObject parent_instance;

  GtkSliceListModel *slice;
  guint idle;
  void (*then) (gpointer user_data); /* (nullable): when it has shrunk */
  gpointer then_data;
};

G_DEFINE_FINAL_TYPE (VrListGrower, vr_list_grower, G_TYPE_OBJECT)

static void
vr_list_grower_dispose (GObject *object)
{
  VrListGrower *self = VR_LIST_GROWER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (vr_list_grower_parent_class)->dispose (object);
}

static void
vr_list_grower_class_init (VrListGrowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_list_grower_dispose;
}

static void
vr_list_grower_init (VrListGrower *self)
{
}

static gboolean
grow_cb (gpointer user_data)
{
  VrListGrower *self = VR_LIST_GROWER (user_data);
  guint size = gtk_slice_list_model_get_size (self->slice) + SLICE;
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  gtk_slice_list_model_set_size (self->slice, size < MIN (n, ENOUGH) ? size : G_MAXUINT);
  if (gtk_slice_list_model_get_size (self->slice) != G_MAXUINT)
    return G_SOURCE_CONTINUE;
  self->idle = 0;

  return G_SOURCE_REMOVE;
}

static void
end_shrinking (VrListGrower *self)
{
  void (*then) (gpointer user_data) = g_steal_pointer (&self->then);

  self->idle = 0;
  if (then != NULL)
    then (self->then_data);
}

static gboolean
shrink_cb (gpointer user_data)
{
  VrListGrower *self = VR_LIST_GROWER (user_data);
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->slice)), ENOUGH);

  gtk_slice_list_model_set_size (self->slice, MAX (n, FIRST + SHRINK) - SHRINK);
  if (n > FIRST + SHRINK)
    return G_SOURCE_CONTINUE;
  end_shrinking (self);

  return G_SOURCE_REMOVE;
}

VrListGrower *
vr_list_grower_new (GListModel *model)
{
  VrListGrower *self = g_object_new (VR_TYPE_LIST_GROWER, NULL);

  self->slice = gtk_slice_list_model_new (g_object_ref (model), 0, FIRST);
  vr_list_grower_begin (self);

  return self;
}

GListModel *
vr_list_grower_get_list (VrListGrower *self)
{
  g_return_val_if_fail (VR_IS_LIST_GROWER (self), NULL);

  return G_LIST_MODEL (self->slice);
}

void
vr_list_grower_begin (VrListGrower *self)
{
  g_return_if_fail (VR_IS_LIST_GROWER (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  self->then = NULL;
  gtk_slice_list_model_set_size (self->slice, FIRST);
  self->idle = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, TURN_MS, grow_cb, self, NULL);
}

void
vr_list_grower_shrink (VrListGrower *self, void (*then) (gpointer user_data), gpointer user_data)
{
  g_return_if_fail (VR_IS_LIST_GROWER (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  self->then = then;
  self->then_data = user_data;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) > FIRST + SHRINK)
    self->idle = g_idle_add (shrink_cb, self);
  else
    end_shrinking (self);
}

void
vr_list_grower_reach (VrListGrower *self)
{
  g_return_if_fail (VR_IS_LIST_GROWER (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
}
