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

  GListModel *model;
  guint size; /* of its items so many are shown at most */
  guint idle;
  void (*then) (gpointer user_data); /* (nullable): when it has shrunk */
  gpointer then_data;
};

static void vr_list_grower_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VrListGrower, vr_list_grower, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, vr_list_grower_list_init))

static GType
vr_list_grower_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (VR_LIST_GROWER (list)->model);
}

static guint
vr_list_grower_get_n_items (GListModel *list)
{
  VrListGrower *self = VR_LIST_GROWER (list);

  return MIN (g_list_model_get_n_items (self->model), self->size);
}

static gpointer
vr_list_grower_get_item (GListModel *list, guint position)
{
  VrListGrower *self = VR_LIST_GROWER (list);

  return position < self->size ? g_list_model_get_item (self->model, position) : NULL;
}

static void
vr_list_grower_list_init (GListModelInterface *iface)
{
  iface->get_item_type = vr_list_grower_get_item_type;
  iface->get_n_items = vr_list_grower_get_n_items;
  iface->get_item = vr_list_grower_get_item;
}

static void
set_size (VrListGrower *self, guint size)
{
  guint before = vr_list_grower_get_n_items (G_LIST_MODEL (self));
  guint after;

  self->size = size;
  after = vr_list_grower_get_n_items (G_LIST_MODEL (self));
  if (after > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, after - before);
  else if (after < before)
    g_list_model_items_changed (G_LIST_MODEL (self), after, before - after, 0);
}

/* Of a list that is shown as a whole only what changed does: GtkSliceListModel would tell of all
 * that follows, and selection and keyboard be lost. */
static void
items_changed_cb (VrListGrower *self, guint position, guint removed, guint added)
{
  guint n_after = g_list_model_get_n_items (self->model);
  guint before = MIN (n_after - added + removed, self->size);
  guint after = MIN (n_after, self->size);

  if (position >= self->size)
    return;
  if (self->size < G_MAXUINT)
    {
      removed = before - position;
      added = after - position;
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
vr_list_grower_dispose (GObject *object)
{
  VrListGrower *self = VR_LIST_GROWER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  G_OBJECT_CLASS (vr_list_grower_parent_class)->dispose (object);
}

static void
vr_list_grower_finalize (GObject *object)
{
  /* Whoever shows the list may still ask until then. */
  g_clear_object (&VR_LIST_GROWER (object)->model);

  G_OBJECT_CLASS (vr_list_grower_parent_class)->finalize (object);
}

static void
vr_list_grower_class_init (VrListGrowerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_list_grower_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_list_grower_finalize;
}

static void
vr_list_grower_init (VrListGrower *self)
{
}

static gboolean
grow_cb (gpointer user_data)
{
  VrListGrower *self = VR_LIST_GROWER (user_data);
  guint size = self->size + SLICE;
  guint n = g_list_model_get_n_items (self->model);

  set_size (self, size < MIN (n, ENOUGH) ? size : G_MAXUINT);
  if (self->size != G_MAXUINT)
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
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self)), ENOUGH);

  set_size (self, MAX (n, FIRST + SHRINK) - SHRINK);
  if (n > FIRST + SHRINK)
    return G_SOURCE_CONTINUE;
  end_shrinking (self);

  return G_SOURCE_REMOVE;
}

VrListGrower *
vr_list_grower_new (GListModel *model)
{
  VrListGrower *self = g_object_new (VR_TYPE_LIST_GROWER, NULL);

  self->model = g_object_ref (model);
  self->size = FIRST;
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  vr_list_grower_begin (self);

  return self;
}

GListModel *
vr_list_grower_get_list (VrListGrower *self)
{
  g_return_val_if_fail (VR_IS_LIST_GROWER (self), NULL);

  return G_LIST_MODEL (self);
}

void
vr_list_grower_begin (VrListGrower *self)
{
  g_return_if_fail (VR_IS_LIST_GROWER (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  self->then = NULL;
  set_size (self, FIRST);
  self->idle = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, TURN_MS, grow_cb, self, NULL);
}

void
vr_list_grower_shrink (VrListGrower *self, void (*then) (gpointer user_data), gpointer user_data)
{
  g_return_if_fail (VR_IS_LIST_GROWER (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  self->then = then;
  self->then_data = user_data;
  if (g_list_model_get_n_items (G_LIST_MODEL (self)) > FIRST + SHRINK)
    self->idle = g_idle_add (shrink_cb, self);
  else
    end_shrinking (self);
}

void
vr_list_grower_reach (VrListGrower *self)
{
  g_return_if_fail (VR_IS_LIST_GROWER (self));

  g_clear_handle_id (&self->idle, g_source_remove);
  set_size (self, G_MAXUINT);
}
