/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The variants of all stories as a list, or those that a search leaves. */
#include "vr-library-model.h"

#include "vr-store-task.h"
#include "vr-variant.h"

#include <string.h>

struct _VrLibraryModel
{
  GObject parent_instance;

  GArray *variants; /* of VrStoreVariant */
  GArray *left;     /* of guint: those that are listed */
  char *words;
  VrLookup *lookup; /* of their figures */
};

static void vr_library_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VrLibraryModel, vr_library_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      vr_library_model_list_init))

static const VrStoreVariant *
peek_listed (VrLibraryModel *self, guint position)
{
  return &g_array_index (self->variants, VrStoreVariant,
                         g_array_index (self->left, guint, position));
}

static gboolean
begins_story (VrLibraryModel *self, guint position)
{
  const char *name = peek_listed (self, position)->name;
  gsize n_bytes = strcspn (name, "/") + 1;

  return position == 0 || strncmp (peek_listed (self, position - 1)->name, name, n_bytes) != 0;
}

static GType
vr_library_model_get_item_type (GListModel *model)
{
  return VR_TYPE_LIBRARY_ITEM;
}

static guint
vr_library_model_get_n_items (GListModel *model)
{
  return VR_LIBRARY_MODEL (model)->left->len;
}

static gpointer
vr_library_model_get_item (GListModel *model, guint position)
{
  VrLibraryModel *self = VR_LIBRARY_MODEL (model);

  if (position >= self->left->len)
    return NULL;

  return vr_library_item_new (peek_listed (self, position)->name, begins_story (self, position),
                              self->lookup);
}

static void
vr_library_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = vr_library_model_get_item_type;
  iface->get_n_items = vr_library_model_get_n_items;
  iface->get_item = vr_library_model_get_item;
}

static void
vr_library_model_finalize (GObject *object)
{
  VrLibraryModel *self = VR_LIBRARY_MODEL (object);

  g_clear_pointer (&self->variants, g_array_unref);
  g_clear_pointer (&self->left, g_array_unref);
  g_free (self->words);
  g_clear_object (&self->lookup);

  G_OBJECT_CLASS (vr_library_model_parent_class)->finalize (object);
}

static void
vr_library_model_class_init (VrLibraryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vr_library_model_finalize;
}

static void
vr_library_model_init (VrLibraryModel *self)
{
  self->variants = g_array_new (FALSE, FALSE, sizeof (VrStoreVariant));
  self->left = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_strdup ("");
  self->lookup = vr_store_lookup_new_for_variants ();
}

VrLibraryModel *
vr_library_model_new (void)
{
  return g_object_new (VR_TYPE_LIBRARY_MODEL, NULL);
}

static gboolean
has_all (const char *folded, char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Names are made of titles: words that are made the same way are found in the names, whichever of
 * the two they were taken from.  What is nothing but marks leaves no word. */
static char **
split_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *folded = NULL;

  /* One by one: a long name is cut, a long search is not. */
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *slug = vr_variant_dup_slug (words[i]);

      if (slug != NULL)
        g_string_append_printf (all, "%s-", slug);
    }
  folded = g_utf8_casefold (all->str, -1);

  return g_strsplit (folded, "-", -1);
}

static void
leave (VrLibraryModel *self)
{
  g_auto (GStrv) words = split_words (self->words);

  g_array_set_size (self->left, 0);
  for (guint i = 0; i < self->variants->len; i++)
    if (has_all (g_array_index (self->variants, VrStoreVariant, i).folded, words))
      g_array_append_val (self->left, i);
}

static void
list (VrLibraryModel *self)
{
  guint n_before = self->left->len;

  leave (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->left->len);
}

/* The names that are listed, borrowed from @variants. */
static GPtrArray *
list_names (VrLibraryModel *self)
{
  GPtrArray *names = g_ptr_array_sized_new (self->left->len);

  for (guint i = 0; i < self->left->len; i++)
    g_ptr_array_add (names, peek_listed (self, i)->name);

  return names;
}

static gboolean
is_same (const GPtrArray *a, guint i, const GPtrArray *b, guint k)
{
  return g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, k));
}

/* Only what lies between the rows that stay is listed anew, with the row behind it: that one may
 * begin its story now, or no longer. */
static void
tell_difference (VrLibraryModel *self, const GPtrArray *before)
{
  g_autoptr (GPtrArray) now = list_names (self);
  guint least = MIN (before->len, now->len);
  guint head = 0, tail = 0;

  while (head < least && is_same (before, head, now, head))
    head++;
  if (head == before->len && head == now->len)
    return;
  while (tail < least - head && is_same (before, before->len - 1 - tail, now, now->len - 1 - tail))
    tail++;
  tail -= tail > 0;
  g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                              now->len - head - tail);
}

void
vr_library_model_set_variants (VrLibraryModel *self, GArray *variants)
{
  g_autoptr (GArray) before = NULL;
  g_autoptr (GPtrArray) names = NULL;

  g_return_if_fail (VR_IS_LIBRARY_MODEL (self));

  before = self->variants;
  names = list_names (self);
  self->variants = variants;
  leave (self);
  tell_difference (self, names);
  vr_lookup_refresh (self->lookup);
}

void
vr_library_model_search (VrLibraryModel *self, const char *words)
{
  g_return_if_fail (VR_IS_LIBRARY_MODEL (self));

  g_free (self->words);
  self->words = g_strdup (words);
  list (self);
}

guint
vr_library_model_get_n_variants (VrLibraryModel *self)
{
  g_return_val_if_fail (VR_IS_LIBRARY_MODEL (self), 0);

  return self->variants->len;
}

const char *
vr_library_model_peek_name (VrLibraryModel *self, guint index)
{
  g_return_val_if_fail (VR_IS_LIBRARY_MODEL (self), NULL);

  return g_array_index (self->variants, VrStoreVariant, index).name;
}

const char *
vr_library_model_peek_story (VrLibraryModel *self, guint index)
{
  const VrVariantFigures *figures;

  g_return_val_if_fail (VR_IS_LIBRARY_MODEL (self), NULL);

  figures = vr_lookup_peek (self->lookup, vr_library_model_peek_name (self, index));

  return figures != NULL ? figures->titles.story : NULL;
}

gboolean
vr_library_model_has (VrLibraryModel *self, const char *name)
{
  g_return_val_if_fail (VR_IS_LIBRARY_MODEL (self), FALSE);

  for (guint i = 0; i < self->variants->len && name != NULL; i++)
    if (g_str_equal (g_array_index (self->variants, VrStoreVariant, i).name, name))
      return TRUE;

  return FALSE;
}

guint
vr_library_model_find (VrLibraryModel *self, const char *name)
{
  g_return_val_if_fail (VR_IS_LIBRARY_MODEL (self), VR_LIBRARY_NONE);

  for (guint i = 0; i < self->left->len; i++)
    if (g_str_equal (peek_listed (self, i)->name, name))
      return i;

  return VR_LIBRARY_NONE;
}
