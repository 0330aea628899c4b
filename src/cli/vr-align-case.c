/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of `variorum align`'s input: units of two texts, cut already. */
#include "vr-align-case.h"

#include "vr-error.h"
#include "vr-json-reader.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const side_names[VR_N_SIDES] = { "old", "new" };

static gboolean
fail (const char *name, const char *what, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID, "%s: %s", name, what);
  return FALSE;
}

/* Behind the string that opens at @at, in valid JSON. */
static const char *
skip_string (const char *at)
{
  for (at++; *at != '"'; at++)
    at += *at == '\\';
  return at + 1;
}

/* The number that stands as the outer object's "id" in @line, valid JSON, as it is written there:
 * json-glib would round it.  NULL where the member's name is written in another way. */
static char *
find_number (const char *line, gsize n_bytes)
{
  const char *end = line + n_bytes, *number = NULL;
  guint depth = 0;

  for (const char *p = line; p < end; p++)
    {
      const char *name = p;

      depth += (*p == '{' || *p == '[') - (*p == '}' || *p == ']');
      if (*p != '"')
        continue;
      p = skip_string (p);
      p += strspn (p, " \t\r\n");
      if (depth == 1 && p < end && *p == ':' && strncmp (name, "\"id\"", 4) == 0)
        number = p + 1 + strspn (p + 1, " \t\r\n");
      p--;
    }
  if (number == NULL)
    return NULL;
  return g_strndup (number, vr_json_measure_number (number, (gsize)(end - number)));
}

static gboolean
read_id (VrAlignCase *self, JsonObject *object, const char *line, gsize n_bytes)
{
  JsonNode *node = json_object_get_member (object, "id");
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  if (type != G_TYPE_STRING && type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  if (type != G_TYPE_STRING)
    self->id = find_number (line, n_bytes);
  if (self->id == NULL || *self->id == '\0')
    {
      g_free (self->id);
      self->id = json_to_string (node, FALSE);
    }
  return TRUE;
}

/* Reads one side's list of strings. */
static gboolean
read_units (VrAlignCase *self, JsonObject *object, VrSide side)
{
  JsonNode *node = json_object_get_member (object, side_names[side]);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  self->units[side] = g_new (VrSlice, MAX (json_array_get_length (array), 1));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      const char *text;

      if (!JSON_NODE_HOLDS_VALUE (item) || json_node_get_value_type (item) != G_TYPE_STRING)
        return FALSE;
      text = json_node_get_string (item);
      self->units[side][i] = (VrSlice){ text, strlen (text) };
    }
  self->n_units[side] = json_array_get_length (array);
  return TRUE;
}

VrAlignCase *
vr_align_case_new (const char *line, gsize n_bytes, const char *name, GError **error)
{
  g_autoptr (VrAlignCase) self = g_new0 (VrAlignCase, 1);
  JsonNode *root;
  JsonObject *object;

  self->root = root = vr_json_read (line, n_bytes, name, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    return (void)fail (name, _ ("it must be a JSON object."), error), NULL;
  object = json_node_get_object (root);
  if (!read_id (self, object, line, n_bytes))
    return (void)fail (name, _ ("\"id\" must be a string or a number."), error), NULL;
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (!read_units (self, object, (VrSide)side))
      return (void)fail (name,
                         side == VR_SIDE_OLD ? _ ("\"old\" must be a list of strings.")
                                             : _ ("\"new\" must be a list of strings."),
                         error),
             NULL;
  return g_steal_pointer (&self);
}

void
vr_align_case_free (VrAlignCase *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  for (guint side = 0; side < VR_N_SIDES; side++)
    g_free (self->units[side]);
  if (self->root != NULL)
    json_node_unref (self->root);
  g_free (self);
}
