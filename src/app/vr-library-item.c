/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One variant of a story, as the library lists it. */
#include "vr-library-item.h"

struct _VrLibraryItem
{
  GObject parent_instance;

  char *name;
  VrVariantTitles slugs;
  gboolean begins_story;
  VrLookup *lookup;
  gconstpointer figures; /* that were told last; only to be compared */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VrLibraryItem, vr_library_item, G_TYPE_OBJECT)

static void
answered_cb (VrLibraryItem *self)
{
  const VrVariantFigures *figures = vr_library_item_peek_figures (self);

  if (figures == self->figures)
    return;
  self->figures = figures;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
vr_library_item_dispose (GObject *object)
{
  VrLibraryItem *self = VR_LIBRARY_ITEM (object);

  if (self->lookup != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->lookup, self);
      vr_lookup_unwant (self->lookup, self->name);
    }
  g_clear_object (&self->lookup);

  G_OBJECT_CLASS (vr_library_item_parent_class)->dispose (object);
}

static void
vr_library_item_finalize (GObject *object)
{
  VrLibraryItem *self = VR_LIBRARY_ITEM (object);

  g_free (self->name);
  vr_variant_titles_clear (&self->slugs);

  G_OBJECT_CLASS (vr_library_item_parent_class)->finalize (object);
}

static void
vr_library_item_class_init (VrLibraryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vr_library_item_dispose;
  G_OBJECT_CLASS (klass)->finalize = vr_library_item_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
vr_library_item_init (VrLibraryItem *self)
{
}

VrLibraryItem *
vr_library_item_new (const char *name, gboolean begins_story, VrLookup *lookup)
{
  VrLibraryItem *self = g_object_new (VR_TYPE_LIBRARY_ITEM, NULL);

  self->name = g_strdup (name);
  vr_variant_titles_init_slugs (&self->slugs, name);
  self->begins_story = begins_story;
  self->lookup = g_object_ref (lookup);
  g_signal_connect_swapped (lookup, "answered", G_CALLBACK (answered_cb), self);
  vr_lookup_want (lookup, self->name);

  return self;
}

const char *
vr_library_item_get_name (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), NULL);

  return self->name;
}

static const VrVariantTitles *
peek_titles (VrLibraryItem *self)
{
  const VrVariantFigures *figures = vr_library_item_peek_figures (self);

  return figures != NULL ? &figures->titles : &self->slugs;
}

const char *
vr_library_item_get_story (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), NULL);

  return peek_titles (self)->story;
}

const char *
vr_library_item_get_variant (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), NULL);

  return peek_titles (self)->variant;
}

gboolean
vr_library_item_begins_story (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), FALSE);

  return self->begins_story;
}

const VrVariantFigures *
vr_library_item_peek_figures (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), NULL);

  return vr_lookup_peek (self->lookup, self->name);
}
