/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader noted, as a JSON list. */
#include "vr-notes-json.h"

#include "vr-field.h"

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

/* The strings of @note are borrowed from @node. */
static gboolean
read_note (JsonNode *node, VrRowNote *note)
{
  JsonObject *object;
  const char *row, *text, *about, *time;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  *note = (VrRowNote){ 0 };
  if (!vr_field_read_string ("", object, "row", VR_FIELD_MAX_NICK, &row, NULL)
      || !vr_field_read_string ("", object, "text", VR_NOTE_MAX_BYTES, &text, NULL)
      || !vr_field_read_string ("", object, "about", VR_NOTE_MAX_BYTES, &about, NULL)
      || !vr_field_read_string ("", object, "time", VR_FIELD_MAX_NICK, &time, NULL)
      || !vr_field_read_boolean ("", object, "mirrored", &note->is_mirrored, NULL))
    return FALSE;
  note->row = (char *)row;
  note->text = (char *)text;
  note->about = (char *)about;
  note->time = (char *)time;

  return row != NULL && text != NULL && *text != '\0';
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
