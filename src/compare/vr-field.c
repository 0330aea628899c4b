/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a JSON object that must be of one kind, in a file of ours that may be damaged. */
#include "vr-field.h"

#include "vr-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
vr_field_fail (const char *name, const char *member, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is damaged at \"%s\"; open a copy of it, or save the comparison again."),
               name, member);
  return FALSE;
}

gboolean
vr_field_fail_as_unknown (const char *name, const char *word, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” asks for “%s”, which this version of Variorum does not know; update "
                  "Variorum to open it."),
               name, word);
  return FALSE;
}

/* One that is absent or null is NULL. */
static JsonNode *
find (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node == NULL || JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
vr_field_read_object (const char *name, JsonObject *object, const char *member, JsonObject **found,
                      GError **error)
{
  JsonNode *node = find (object, member);

  *found = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return vr_field_fail (name, member, error);
  *found = json_node_get_object (node);

  return TRUE;
}

gboolean
vr_field_read_array (const char *name, JsonObject *object, const char *member, JsonArray **found,
                     GError **error)
{
  JsonNode *node = find (object, member);

  *found = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return vr_field_fail (name, member, error);
  *found = json_node_get_array (node);

  return TRUE;
}

gboolean
vr_field_read_string (const char *name, JsonObject *object, const char *member, gsize most_bytes,
                      const char **string, GError **error)
{
  JsonNode *node = find (object, member);

  *string = NULL;
  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_STRING))
    return vr_field_fail (name, member, error);
  *string = json_node_get_string (node);

  return strlen (*string) <= most_bytes || vr_field_fail (name, member, error);
}

gboolean
vr_field_read_boolean (const char *name, JsonObject *object, const char *member, gboolean *value,
                       GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_BOOLEAN))
    return vr_field_fail (name, member, error);
  *value = json_node_get_boolean (node);

  return TRUE;
}

gboolean
vr_field_read_uint (const char *name, JsonObject *object, const char *member, guint64 least,
                    guint64 most, guint64 *value, GError **error)
{
  JsonNode *node = find (object, member);
  gint64 number;

  if (node == NULL)
    return TRUE;
  if (!holds (node, G_TYPE_INT64))
    return vr_field_fail (name, member, error);
  number = json_node_get_int (node);
  if (number < 0 || (guint64)number < least || (guint64)number > most)
    return vr_field_fail (name, member, error);
  *value = (guint64)number;

  return TRUE;
}

gboolean
vr_field_read_choice (const char *name, JsonObject *object, const char *member,
                      const char *(*get_nick) (guint), guint *value, GError **error)
{
  const char *word;

  if (!vr_field_read_string (name, object, member, VR_FIELD_MAX_NICK, &word, error))
    return FALSE;
  for (guint i = 0; word != NULL; i++)
    {
      const char *nick = get_nick (i);

      if (nick == NULL)
        return vr_field_fail_as_unknown (name, word, error);
      *value = i;
      if (g_str_equal (nick, word))
        break;
    }

  return TRUE;
}
