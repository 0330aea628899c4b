/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options read from a JSON object, as vr_options_write_json() writes them. */
#include "vr-comparison.h"
#include "vr-field.h"
#include "vr-options-json.h"

#include <string.h>

static gboolean
read_quiet_class (const char *name, JsonNode *node, guint *quiet, GError **error)
{
  const char *nick;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return vr_field_fail (name, "quiet", error);
  nick = json_node_get_string (node);
  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    if (g_str_equal (nick, vr_quiet_get_nick (bit)))
      {
        *quiet |= 1u << bit;
        return TRUE;
      }

  return vr_field_fail_as_unknown (name, nick, error);
}

static gboolean
read_quiet (const char *name, JsonObject *object, guint *quiet, GError **error)
{
  JsonNode *node = json_object_get_member (object, "quiet");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return vr_field_fail (name, "quiet", error);
  array = json_node_get_array (node);
  *quiet = 0;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_quiet_class (name, json_array_get_element (array, i), quiet, error))
      return FALSE;

  return TRUE;
}

gboolean
vr_options_read_object (VrOptions *self, JsonObject *object, const char *name, GError **error)
{
  guint unit = self->unit, paragraphs = self->paragraphs;

  if (!read_quiet (name, object, &self->quiet, error)
      || !vr_field_read_boolean (name, object, "strict", &self->strict, error)
      || !vr_field_read_boolean (name, object, "verbatim", &self->verbatim, error)
      || !vr_field_read_choice (name, object, "unit", vr_unit_get_nick, &unit, error)
      || !vr_field_read_choice (name, object, "paragraphs", vr_paragraph_mode_get_nick, &paragraphs,
                                error)
      || !vr_field_read_string (name, object, "language", 3, &self->language, error)
      || !vr_field_read_string (name, object, "encoding", VR_FIELD_MAX_NICK, &self->encoding,
                                error))
    return FALSE;
  self->unit = (VrTokenUnit)unit;
  self->paragraphs = (VrParagraphMode)paragraphs;
  for (const char *p = self->language; p != NULL && *p != '\0'; p++)
    if (!g_ascii_islower (*p))
      return vr_field_fail (name, "language", error);

  return self->language == NULL || strlen (self->language) >= 2
         || vr_field_fail (name, "language", error);
}
