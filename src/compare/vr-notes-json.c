/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted, as a JSON list. */
#include "vr-notes-json.h"

#include "vr-json-reader.h"

#include <string.h>

/* Ids of rows and times are short; what is longer is none. */
#define MAX_NICK_BYTES 256

void
vr_notes_write_json (const VrNotes *self, VrJsonWriter *json)
{
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < vr_notes_get_n (self); i++)
    {
      const VrRowNote *note = vr_notes_peek (self, i);

      vr_json_writer_begin (json, '{');
      vr_json_writer_put (json, "row", string, note->row);
      if (note->is_mirrored)
        vr_json_writer_put (json, "mirrored", boolean, TRUE);
      vr_json_writer_put (json, "text", string, note->text);
      if (note->about != NULL)
        vr_json_writer_put (json, "about", string, note->about);
      if (note->time != NULL)
        vr_json_writer_put (json, "time", string, note->time);
      vr_json_writer_end (json, '}');
    }
  vr_json_writer_end (json, ']');
}

/* Finds the string @member, borrowed; one that is absent or null is NULL. */
static gboolean
read_string (JsonObject *object, const char *member, gsize most_bytes, char **string)
{
  JsonNode *node = json_object_get_member (object, member);

  *string = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  *string = (char *)json_node_get_string (node);

  return strlen (*string) <= most_bytes;
}

static gboolean
read_boolean (JsonObject *object, const char *member, gboolean *value)
{
  JsonNode *node = json_object_get_member (object, member);

  *value = FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FALSE;
  *value = json_node_get_boolean (node);

  return TRUE;
}

/* The strings of @note are borrowed from @node. */
static gboolean
read_note (JsonNode *node, VrRowNote *note)
{
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);

  return read_string (object, "row", MAX_NICK_BYTES, &note->row)
         && read_string (object, "text", VR_NOTE_MAX_BYTES, &note->text)
         && read_string (object, "about", VR_NOTE_MAX_BYTES, &note->about)
         && read_string (object, "time", MAX_NICK_BYTES, &note->time)
         && read_boolean (object, "mirrored", &note->is_mirrored) && note->row != NULL
         && note->text != NULL && *note->text != '\0';
}

gboolean
vr_notes_new_from_node (JsonNode *node, VrNotes **notes)
{
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (VrRowNote));
  JsonArray *array;

  *notes = NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      VrRowNote note;

      if (!read_note (json_array_get_element (array, i), &note))
        return FALSE;
      g_array_append_val (read, note);
    }
  if (read->len > 0)
    *notes = vr_notes_new ((const VrRowNote *)(gconstpointer)read->data, read->len);

  return TRUE;
}
