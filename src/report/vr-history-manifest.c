/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a report on all versions of a variant, read: it may be anybody's writing. */
#include "vr-history-manifest.h"

#include "vr-error.h"
#include "vr-field.h"
#include "vr-json-reader.h"
#include "vr-manifest-private.h"
#include "vr-report-manifest.h"
#include "vr-sha256.h"

static void
free_version (gpointer data)
{
  VrManifestVersion *version = data;

  g_ptr_array_unref (version->notes);
  g_free (version);
}

static gboolean
read_notes (VrManifestVersion *self, JsonObject *object)
{
  JsonArray *array;

  if (!vr_field_read_array ("", object, "notes", &array, NULL))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return FALSE;
      g_ptr_array_add (self->notes, (gpointer)json_node_get_string (node));
    }

  return TRUE;
}

static gboolean
read_version (VrHistoryManifest *self, JsonNode *node)
{
  VrManifestVersion *version = g_new0 (VrManifestVersion, 1);
  guint64 number = 0;
  JsonObject *object;

  version->notes = g_ptr_array_new ();
  g_ptr_array_add (self->versions, version);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  if (!vr_field_read_uint ("", object, "number", 1, G_MAXUINT, &number, NULL)
      || !vr_manifest_read_needed (object, "name", &version->name)
      || !vr_manifest_read_needed (object, "commit", &version->commit)
      || !vr_field_read_string ("", object, "time", VR_FIELD_MAX_NICK, &version->time, NULL)
      || !vr_field_read_string ("", object, "sha256", VR_FIELD_MAX_NICK, &version->sha256, NULL)
      || !read_notes (version, object))
    return FALSE;
  version->number = (guint)number;

  return number > 0 && vr_manifest_is_hexadecimal (version->commit, VR_MANIFEST_ID_DIGITS)
         && (version->sha256 == NULL
             || vr_manifest_is_hexadecimal (version->sha256, VR_SHA256_HEX_BYTES - 1));
}

static gboolean
read_versions (VrHistoryManifest *self, JsonObject *root)
{
  JsonArray *array;

  if (!vr_field_read_array ("", root, "versions", &array, NULL) || array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_version (self, json_array_get_element (array, i)))
      return FALSE;

  return self->versions->len > 0;
}

static gboolean
read_all (VrHistoryManifest *self, JsonObject *root)
{
  return g_strcmp0 (vr_json_peek_string (root, "schema"), VR_MANIFEST_HISTORY_SCHEMA) == 0
         && vr_manifest_making_read (&self->making, root)
         && vr_manifest_read_needed (root, "story", &self->story)
         && vr_manifest_read_needed (root, "variant", &self->variant) && read_versions (self, root);
}

VrHistoryManifest *
vr_history_manifest_new_from_json (const char *json, gsize n_bytes, const char *name,
                                   GError **error)
{
  g_autoptr (VrHistoryManifest) self = g_new0 (VrHistoryManifest, 1);

  g_return_val_if_fail (json != NULL && name != NULL, NULL);

  self->versions = g_ptr_array_new_with_free_func (free_version);
  if (n_bytes <= VR_MANIFEST_MAX_BYTES)
    self->root = vr_json_read (json, n_bytes, name, NULL);
  if (self->root != NULL && JSON_NODE_HOLDS_OBJECT (self->root)
      && read_all (self, json_node_get_object (self->root)))
    return g_steal_pointer (&self);
  vr_manifest_fail (name, error);

  return NULL;
}

void
vr_history_manifest_free (VrHistoryManifest *self)
{
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

const VrManifestVersion *
vr_history_manifest_peek (const VrHistoryManifest *self, guint index)
{
  return g_ptr_array_index (self->versions, index);
}

static void
replace (char **text, const char *by)
{
  g_free (*text);
  *text = g_strdup (by);
}

void
vr_history_manifest_restore (const VrHistoryManifest *self, VrReportHistory *history)
{
  g_return_if_fail (history->steps->len == self->versions->len);

  /* Nobody's clock or environment but what it says itself. */
  replace (&history->time, self->making.time != NULL ? self->making.time : "");
  replace (&history->story, self->story);
  replace (&history->variant, self->variant);
  for (guint i = 0; i < self->versions->len; i++)
    {
      const VrManifestVersion *version = vr_history_manifest_peek (self, i);
      VrReportStep *step = g_ptr_array_index (history->steps, i);

      step->number = version->number;
      replace (&step->witness.name, version->name);
      g_ptr_array_set_size (step->notes, 0);
      for (guint note = 0; note < version->notes->len; note++)
        g_ptr_array_add (step->notes, g_strdup (g_ptr_array_index (version->notes, note)));
    }
}
