/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader decided by hand, to JSON and back. */
#include "vr-overrides-json.h"

#include "vr-error.h"
#include "vr-json-reader.h"
#include "vr-overrides-private.h"

#include <glib/gi18n-lib.h>

#define OVERRIDES_SCHEMA "variorum-overrides/1"

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
  vr_overrides_sort_pairs (pairs);
  return TRUE;
}

static gboolean
check_contradictions (const VrOverrides *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->must->len; i++)
    {
      const VrOverride *pair = &g_array_index (self->must, VrOverride, i);
      guint position;

      if (vr_overrides_find_pair (self->must_not, pair, &position))
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

static gboolean
read_side (JsonObject *object, VrSide *side)
{
  const char *nick = vr_json_peek_string (object, "side");

  *side = g_strcmp0 (nick, "new") == 0 ? VR_SIDE_NEW : VR_SIDE_OLD;
  return g_strcmp0 (nick, "old") == 0 || g_strcmp0 (nick, "new") == 0;
}

static gboolean
read_role (JsonNode *node, VrOverrides *self)
{
  VrRoleChoice choice;
  JsonObject *object;
  JsonNode *index;
  const char *nick;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  nick = vr_json_peek_string (object, "role");
  index = json_object_get_member (object, "paragraph");
  if (!read_side (object, &choice.side) || index == NULL || !read_index (index, &choice.index)
      || nick == NULL || !vr_role_from_nick (nick, &choice.role))
    return FALSE;
  vr_overrides_set_role (self, choice.side, choice.index, choice.role);
  return TRUE;
}

/* Reads the list "roles", which may be absent; of two words on one paragraph the later counts. */
static gboolean
read_roles (JsonObject *object, const char *name, VrOverrides *self, GError **error)
{
  JsonNode *node = json_object_get_member (object, "roles");
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node == NULL)
    return TRUE;
  if (array == NULL)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("“%s”: \"roles\" must be a list."), name);
      return FALSE;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_role (json_array_get_element (array, i), self))
      {
        g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                     _ ("“%s”: entry %u of \"roles\" must name a side, a paragraph counted from 0 "
                        "and a role."),
                     name, i + 1);
        return FALSE;
      }
  return TRUE;
}

VrOverrides *
vr_overrides_new_from_object (JsonObject *object, const char *name, GError **error)
{
  g_autoptr (VrOverrides) self = vr_overrides_new ();

  if (!read_pairs (object, "must_pair", name, self->must, error)
      || !read_pairs (object, "must_not_pair", name, self->must_not, error)
      || !check_contradictions (self, name, error) || !read_roles (object, name, self, error))
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

static void
write_roles (VrJsonWriter *json, const GArray *roles)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < roles->len; i++)
    {
      const VrRoleChoice *choice = &g_array_index (roles, VrRoleChoice, i);

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "side", string, choice->side == VR_SIDE_OLD ? "old" : "new");
      vr_json_writer_put (json, "paragraph", uint, choice->index);
      vr_json_writer_put (json, "role", string, vr_role_get_nick (choice->role));
      vr_json_writer_end (json, '}');
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
  if (self->roles->len > 0)
    {
      vr_json_writer_name (json, "roles");
      write_roles (json, self->roles);
    }
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
