/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the manifest of a report, which may be anybody's writing. */
#include "vr-manifest.h"

#include "vr-field.h"
#include "vr-json-reader.h"
#include "vr-manifest-private.h"
#include "vr-options-json.h"
#include "vr-overrides-json.h"
#include "vr-report-manifest.h"
#include "vr-sha256.h"

#include <string.h>

#define SHA256_DIGITS (VR_SHA256_HEX_BYTES - 1)

static gboolean
read_copy (JsonObject *object, const char *member, char **string)
{
  const char *borrowed;

  if (!vr_field_read_string ("", object, member, VR_MANIFEST_MAX_BYTES, &borrowed, NULL))
    return FALSE;
  *string = g_strdup (borrowed);

  return TRUE;
}

static gboolean
read_report (VrManifest *self, JsonObject *root)
{
  guint64 context = VR_REPORT_ALL;
  guint layout = self->report.layout, furniture = self->report.furniture;
  JsonObject *object;

  if (!vr_manifest_find_needed (root, "report", &object)
      || !vr_field_read_uint ("", object, "context", 0, G_MAXINT, &context, NULL)
      || !vr_field_read_boolean ("", object, "critical", &self->report.critical, NULL)
      || !vr_field_read_boolean ("", object, "quiet", &self->report.quiet, NULL)
      || !vr_field_read_boolean ("", object, "explain", &self->report.explain, NULL)
      || !vr_field_read_choice ("", object, "furniture", vr_report_furniture_get_nick, &furniture,
                                NULL)
      || !vr_field_read_string ("", object, "row", VR_FIELD_MAX_NICK, &self->report.row, NULL)
      || !vr_field_read_choice ("", object, "layout", vr_report_layout_get_nick, &layout, NULL))
    return FALSE;
  self->report.context = (guint)context;
  self->report.layout = (VrReportLayout)layout;
  self->report.furniture = (VrReportFurniture)furniture;
  /* Nobody's clock or environment but what it says itself. */
  self->info->time = g_strdup (self->making.time != NULL ? self->making.time : "");

  return TRUE;
}

static gboolean
read_settings (VrManifest *self, JsonObject *root)
{
  JsonObject *options, *overrides;

  if (!vr_manifest_find_needed (root, "options", &options)
      || !vr_options_read_object (&self->options, options, "", NULL)
      || !vr_field_read_object ("", root, "overrides", &overrides, NULL))
    return FALSE;
  if (overrides != NULL)
    self->overrides = vr_overrides_new_from_object (overrides, "", NULL);

  return overrides == NULL || self->overrides != NULL;
}

static gboolean
read_source (VrManifest *self, JsonObject *root, const char *member, VrSide side)
{
  VrManifestSource *source = &self->sources[side];
  VrReportWitness *witness = &self->info->witnesses[side];
  const char *encoding, *decided_by;
  JsonObject *object;

  if (!vr_manifest_find_needed (root, member, &object)
      || !vr_manifest_read_needed (object, "name", &source->name)
      || !vr_manifest_read_needed (object, "sha256", &source->sha256)
      || !vr_manifest_read_needed (object, "encoding", &encoding)
      || !vr_manifest_read_needed (object, "decided_by", &decided_by)
      || !read_copy (object, "named", &witness->name)
      || !read_copy (object, "title", &witness->title)
      || !read_copy (object, "author", &witness->author)
      || !read_copy (object, "time", &witness->time)
      || !read_copy (object, "commit", &witness->commit)
      || !read_copy (object, "url", &witness->url))
    return FALSE;
  if (g_str_equal (decided_by, "option"))
    source->encoding = encoding;

  return vr_manifest_is_hexadecimal (source->sha256, SHA256_DIGITS)
         && (witness->commit == NULL
             || vr_manifest_is_hexadecimal (witness->commit, VR_MANIFEST_ID_DIGITS));
}

static gboolean
read_note (VrManifest *self, JsonNode *node)
{
  const char *row, *text, *author, *time;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  if (!vr_field_read_string ("", object, "row", VR_FIELD_MAX_NICK, &row, NULL)
      || !vr_manifest_read_needed (object, "text", &text)
      || !vr_field_read_string ("", object, "author", VR_MANIFEST_MAX_BYTES, &author, NULL)
      || !vr_field_read_string ("", object, "time", VR_FIELD_MAX_NICK, &time, NULL))
    return FALSE;
  vr_report_info_add_note (self->info, row, text, author, time);

  return TRUE;
}

static gboolean
read_notes (VrManifest *self, JsonObject *root)
{
  JsonArray *array;

  if (!vr_field_read_array ("", root, "notes", &array, NULL))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_note (self, json_array_get_element (array, i)))
      return FALSE;

  return TRUE;
}

static gboolean
read_comparison (VrManifest *self, JsonObject *root)
{
  JsonObject *object, *summary;

  if (!vr_manifest_find_needed (root, "comparison", &object)
      || !vr_field_read_string ("", object, "sha256", SHA256_DIGITS, &self->sum, NULL)
      || !vr_manifest_find_needed (object, "summary", &summary))
    return FALSE;
  self->figures = json_to_string (json_object_get_member (object, "summary"), FALSE);

  return self->sum == NULL || vr_manifest_is_hexadecimal (self->sum, SHA256_DIGITS);
}

static gboolean
read_file (VrManifest *self, JsonObject *root)
{
  JsonObject *object;

  if (!vr_field_read_object ("", root, "file", &object, NULL))
    return FALSE;
  if (object == NULL)
    return TRUE;

  return vr_manifest_read_needed (object, "name", &self->file_name)
         && vr_manifest_read_needed (object, "sha256", &self->file_sha256)
         && vr_manifest_is_hexadecimal (self->file_sha256, SHA256_DIGITS);
}

static gboolean
read_all (VrManifest *self, JsonObject *root)
{
  return g_strcmp0 (vr_json_peek_string (root, "schema"), VR_MANIFEST_SCHEMA) == 0
         && vr_manifest_making_read (&self->making, root) && read_report (self, root)
         && read_settings (self, root) && read_source (self, root, "old", VR_SIDE_OLD)
         && read_source (self, root, "new", VR_SIDE_NEW) && read_notes (self, root)
         && read_comparison (self, root) && read_file (self, root);
}

VrManifest *
vr_manifest_new_from_json (const char *json, gsize n_bytes, const char *name, GError **error)
{
  const VrReportOptions report = VR_REPORT_OPTIONS_INIT;
  const VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrManifest) self = g_new0 (VrManifest, 1);

  g_return_val_if_fail (json != NULL && name != NULL, NULL);

  self->report = report;
  self->options = options;
  self->info = vr_report_info_new ();
  self->report.info = self->info;
  if (n_bytes <= VR_MANIFEST_MAX_BYTES)
    self->root = vr_json_read (json, n_bytes, name, NULL);
  if (self->root != NULL && JSON_NODE_HOLDS_OBJECT (self->root)
      && read_all (self, json_node_get_object (self->root)))
    return g_steal_pointer (&self);
  vr_manifest_fail (name, error);

  return NULL;
}

VrManifest *
vr_manifest_new_of (const VrReportFormat *format, const VrComparison *comparison,
                    const VrReportOptions *options)
{
  g_autofree char *manifest = vr_report_dup_manifest (format, comparison, options);
  VrManifest *self;

  manifest[strlen (manifest) - 1] = '}';
  self = vr_manifest_new_from_json (manifest, strlen (manifest), format->name, NULL);
  g_assert (self != NULL);

  return self;
}

void
vr_manifest_free (VrManifest *self)
{
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->info, vr_report_info_free);
  g_clear_pointer (&self->overrides, vr_overrides_unref);
  g_free (self->figures);
  g_free (self);
}
