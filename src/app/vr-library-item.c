/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One variant of a story, as the library lists it. */
#include "vr-library-item.h"

#include <string.h>

struct _VrLibraryItem
{
  GObject parent_instance;

  char *name;
  char *story;
  gboolean begins_story;
};

G_DEFINE_FINAL_TYPE (VrLibraryItem, vr_library_item, G_TYPE_OBJECT)

static void
vr_library_item_finalize (GObject *object)
{
  VrLibraryItem *self = VR_LIBRARY_ITEM (object);

  g_free (self->name);
  g_free (self->story);

  G_OBJECT_CLASS (vr_library_item_parent_class)->finalize (object);
}

static void
vr_library_item_class_init (VrLibraryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_library_item_finalize;
}

static void
vr_library_item_init (VrLibraryItem *self)
{
}

VrLibraryItem *
vr_library_item_new (const char *name, gboolean begins_story)
{
  VrLibraryItem *self = g_object_new (VR_TYPE_LIBRARY_ITEM, NULL);

  self->name = g_strdup (name);
  self->story = g_strndup (name, strcspn (name, "/"));
  self->begins_story = begins_story;

  return self;
}

const char *
vr_library_item_get_name (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), NULL);

  return self->name;
}

const char *
vr_library_item_get_story (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), NULL);

  return self->story;
}

const char *
vr_library_item_get_variant (VrLibraryItem *self)
{
  const char *slash;

  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), NULL);

  slash = strchr (self->name, '/');

  return slash != NULL ? slash + 1 : self->name;
}

gboolean
vr_library_item_begins_story (VrLibraryItem *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_ITEM (self), FALSE);

  return self->begins_story;
}
