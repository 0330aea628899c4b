/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand: pairs that must, and pairs that must not be. */
#include "vr-overrides-json.h"

#include "vr-error.h"
#include "vr-json-reader.h"

#include <glib/gi18n-lib.h>

#define OVERRIDES_SCHEMA "variorum-overrides/1"

struct _VrOverrides
{
  GArray *must;
  GArray *must_not;
};

int
vr_override_compare (gconstpointer a, gconstpointer b)
{
  const VrOverride *one = a, *other = b;

  if (one->old_index != other->old_index)
    return one->old_index < other->old_index ? -1 : 1;
  return (one->new_index > other->new_index) - (one->new_index < other->new_index);
}

/* Where @pair stands in the sorted @pairs, or would. */
static gboolean
find_pair (const GArray *pairs, const VrOverride *pair, guint *position)
{
  guint low = 0, high = pairs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = vr_override_compare (&g_array_index (pairs, VrOverride, middle), pair);

      if (order == 0)
        {
          *position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  *position = low;
  return FALSE;
}

static void
put_pair (GArray *pairs, GArray *others, guint32 old_index, guint32 new_index)
{
  VrOverride pair = { old_index, new_index };
  guint position;

  if (find_pair (others, &pair, &position))
    g_array_remove_index (others, position);
  if (!find_pair (pairs, &pair, &position))
    g_array_insert_val (pairs, position, pair);
}

VrOverrides *
vr_overrides_new (void)
{
  VrOverrides *self = g_atomic_rc_box_new0 (VrOverrides);

  self->must = g_array_new (FALSE, FALSE, sizeof (VrOverride));
  self->must_not = g_array_new (FALSE, FALSE, sizeof (VrOverride));
  return self;
}

VrOverrides *
vr_overrides_ref (VrOverrides *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_overrides (gpointer data)
{
  VrOverrides *self = data;

  g_array_unref (self->must);
  g_array_unref (self->must_not);
}

void
vr_overrides_unref (VrOverrides *self)
{
  g_atomic_rc_box_release_full (self, clear_overrides);
}

void
vr_overrides_must_pair (VrOverrides *self, guint32 old_index, guint32 new_index)
{
  g_return_if_fail (self != NULL);

  put_pair (self->must, self->must_not, old_index, new_index);
}

void
vr_overrides_must_not_pair (VrOverrides *self, guint32 old_index, guint32 new_index)
{
  g_return_if_fail (self != NULL);

  put_pair (self->must_not, self->must, old_index, new_index);
}

const VrOverride *
vr_overrides_peek_must (const VrOverrides *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n = self->must->len;
  return (const VrOverride *)(gpointer)self->must->data;
}

const VrOverride *
vr_overrides_peek_must_not (const VrOverrides *self, guint *n)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n = self->must_not->len;
  return (const VrOverride *)(gpointer)self->must_not->data;
}

gboolean
vr_overrides_remove (VrOverrides *self, guint32 old_index, guint32 new_index)
{
  VrOverride pair = { old_index, new_index };
  guint position;

  g_return_val_if_fail (self != NULL, FALSE);

  if (find_pair (self->must, &pair, &position))
    g_array_remove_index (self->must, position);
  else if (find_pair (self->must_not, &pair, &position))
    g_array_remove_index (self->must_not, position);
  else
    return FALSE;

  return TRUE;
}

VrOverrides *
vr_overrides_copy (const VrOverrides *self)
{
  VrOverrides *copy = vr_overrides_new ();

  if (self != NULL)
    {
      g_array_append_vals (copy->must, self->must->data, self->must->len);
      g_array_append_vals (copy->must_not, self->must_not->data, self->must_not->len);
    }

  return copy;
}

guint
vr_overrides_get_n (const VrOverrides *self)
{
  return self != NULL ? self->must->len + self->must_not->len : 0;
}

static void
sort_and_drop_repeats (GArray *pairs)
{
  VrOverride *all = (VrOverride *)(gpointer)pairs->data;
  guint kept = 0;

  g_array_sort (pairs, vr_override_compare);
  for (guint i = 0; i < pairs->len; i++)
    if (kept == 0 || vr_override_compare (&all[kept - 1], &all[i]) != 0)
      all[kept++] = all[i];
  g_array_set_size (pairs, kept);
}

static void
map_pairs (const GArray *pairs, VrOverrideMap map, gpointer user_data, GArray *mapped)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      VrOverride pair = g_array_index (pairs, VrOverride, i);

      if (map (&pair, user_data))
        g_array_append_val (mapped, pair);
    }
  /* One by one in another order, a million would take minutes to find their places. */
  sort_and_drop_repeats (mapped);
}

VrOverrides *
vr_overrides_map (const VrOverrides *self, VrOverrideMap map, gpointer user_data)
{
  VrOverrides *mapped = vr_overrides_new ();

  g_return_val_if_fail (self != NULL, mapped);

  map_pairs (self->must, map, user_data, mapped->must);
  map_pairs (self->must_not, map, user_data, mapped->must_not);

  return mapped;
}

static gboolean
swap_pair (VrOverride *pair, gpointer user_data)
{
  *pair = (VrOverride){ pair->new_index, pair->old_index };

  return TRUE;
}

VrOverrides *
vr_overrides_swap (const VrOverrides *self)
{
  return vr_overrides_map (self, swap_pair, NULL);
}

static int
compare_lists (const GArray *a, const GArray *b)
{
  int order = 0;

  for (guint i = 0; order == 0 && i < MIN (a->len, b->len); i++)
    order =
        vr_override_compare (&g_array_index (a, VrOverride, i), &g_array_index (b, VrOverride, i));

  return order;
}

int
vr_overrides_compare_with_mirror (const VrOverrides *self)
{
  g_autoptr (VrOverrides) mirror = vr_overrides_swap (self);
  int order = compare_lists (self->must, mirror->must);

  return order != 0 ? order : compare_lists (self->must_not, mirror->must_not);
}

gboolean
vr_overrides_check (const VrOverrides *self, guint n_old, guint n_new, GError **error)
{
  for (guint list = 0; self != NULL && list < 2; list++)
    {
      guint n;
      const VrOverride *pairs =
          list == 0 ? vr_overrides_peek_must (self, &n) : vr_overrides_peek_must_not (self, &n);

      for (guint i = 0; i < n; i++)
        if (pairs[i].old_index >= n_old || pairs[i].new_index >= n_new)
          {
            g_set_error (error, VR_ERROR, VR_ERROR_NOT_FOUND,
                         _ ("An override names paragraphs %u and %u, but the articles have %u and "
                            "%u paragraphs, counted from 0; correct or remove it."),
                         pairs[i].old_index, pairs[i].new_index, n_old, n_new);
            return FALSE;
          }
    }

  return TRUE;
}

/* A paragraph's number: a whole JSON number that 32 bits hold. */
static gboolean
read_index (JsonNode *node, guint32 *index)
{
  gint64 value;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  value = json_node_get_int (node);
  if (value < 0 || value >= G_MAXUINT32)
    return FALSE;
  *index = (guint32)value;
  return TRUE;
}

static gboolean
read_pair (JsonNode *node, VrOverride *pair)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  return json_array_get_length (array) == 2
         && read_index (json_array_get_element (array, 0), &pair->old_index)
         && read_index (json_array_get_element (array, 1), &pair->new_index);
}

/* Reads the list @member of @object, which may be absent, into @pairs, sorted. */
static gboolean
read_pairs (JsonObject *object, const char *member, const char *name, GArray *pairs, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s”: \"%s\" must be a list of pairs."),
                   name, member);
      return FALSE;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      VrOverride pair;

      if (!read_pair (json_array_get_element (array, i), &pair))
        {
          g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                       _ ("“%s”: entry %u of \"%s\" must be [old, new], two paragraph numbers "
                          "counted from 0."),
                       name, i + 1, member);
          return FALSE;
        }
      g_array_append_val (pairs, pair);
    }
  sort_and_drop_repeats (pairs);
  return TRUE;
}

static gboolean
check_contradictions (const VrOverrides *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->must->len; i++)
    {
      const VrOverride *pair = &g_array_index (self->must, VrOverride, i);
      guint position;

      if (find_pair (self->must_not, pair, &position))
        {
          g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                       _ ("“%s”: [%u, %u] stands in both \"must_pair\" and \"must_not_pair\"."),
                       name, pair->old_index, pair->new_index);
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether @object says that it is an overrides file of a kind we read. */
static gboolean
check_schema (JsonObject *object, const char *name, GError **error)
{
  const char *schema = vr_json_peek_string (object, "schema");

  if (g_strcmp0 (schema, OVERRIDES_SCHEMA) == 0)
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is not an overrides file: its \"schema\" must be \"%s\"."), name,
               OVERRIDES_SCHEMA);
  return FALSE;
}

VrOverrides *
vr_overrides_new_from_object (JsonObject *object, const char *name, GError **error)
{
  g_autoptr (VrOverrides) self = vr_overrides_new ();

  if (!read_pairs (object, "must_pair", name, self->must, error)
      || !read_pairs (object, "must_not_pair", name, self->must_not, error)
      || !check_contradictions (self, name, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
write_pairs (VrJsonWriter *json, const GArray *pairs)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < pairs->len; i++)
    {
      const VrOverride *pair = &g_array_index (pairs, VrOverride, i);

      vr_json_writer_begin (json, '[');
      vr_json_writer_uint (json, pair->old_index);
      vr_json_writer_uint (json, pair->new_index);
      vr_json_writer_end (json, ']');
    }
  vr_json_writer_end (json, ']');
}

void
vr_overrides_write_json (const VrOverrides *self, VrJsonWriter *json)
{
  if (self == NULL)
    {
      vr_json_writer_null (json);
      return;
    }
  vr_json_writer_begin (json, '{');
  vr_json_writer_name (json, "must_pair");
  write_pairs (json, self->must);
  vr_json_writer_name (json, "must_not_pair");
  write_pairs (json, self->must_not);
  vr_json_writer_end (json, '}');
}

VrOverrides *
vr_overrides_new_from_json (const char *json, gsize n_bytes, const char *name, GError **error)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  g_return_val_if_fail (json != NULL || n_bytes == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  root = vr_json_read (json != NULL ? json : "", n_bytes, name, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is not an overrides file: it must hold one JSON object."), name);
      return NULL;
    }
  object = json_node_get_object (root);
  if (!check_schema (object, name, error))
    return NULL;
  return vr_overrides_new_from_object (object, name, error);
}

VrOverrides *
vr_overrides_new_from_file (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) trouble = NULL;
  g_autofree char *json = NULL;
  g_autofree char *name = NULL;
  gsize n_bytes;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  name = g_filename_display_name (path);
  if (g_file_load_contents (file, NULL, &json, &n_bytes, NULL, &trouble))
    return vr_overrides_new_from_json (json, n_bytes, name, error);
  vr_error_take_unreadable (error, g_steal_pointer (&trouble), name);
  return NULL;
}
