/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a comparison that was saved in one file. */
#include "vr-document-file.h"

#include "vr-article-reading.h"
#include "vr-error.h"
#include "vr-field.h"
#include "vr-json-reader.h"
#include "vr-notes-json.h"
#include "vr-options-json.h"
#include "vr-overrides-json.h"
#include "vr-sha256.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEMA_STEM "variorum-document/"
#define SCHEMA SCHEMA_STEM "1"

/* What a URI begins with, RFC 3986, 3.1. */
#define SCHEME_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

typedef struct
{
  const char *name; /* of the file, for messages */
  VrDocumentFlags flags;
} Reader;

static gboolean
fail_as_newer (const Reader *self, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” was saved by a newer version of Variorum; update Variorum to open it."),
               self->name);
  return FALSE;
}

static gboolean
check_schema (const Reader *self, JsonObject *object, GError **error)
{
  const char *schema = vr_json_peek_string (object, "schema");

  if (g_strcmp0 (schema, SCHEMA) == 0)
    return TRUE;
  if (schema != NULL && g_str_has_prefix (schema, SCHEMA_STEM))
    return fail_as_newer (self, error);
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is no saved comparison; choose a file that Variorum saved."), self->name);
  return FALSE;
}

/* GLib's decoder takes anything; this is RFC 4648, section 4, without line ends. */
static gboolean
is_base64 (const char *text, gsize n_bytes)
{
  gsize n_padding = 0;

  if (n_bytes % 4 != 0)
    return FALSE;
  while (n_padding < 2 && n_padding < n_bytes && text[n_bytes - 1 - n_padding] == '=')
    n_padding++;
  for (gsize i = 0; i < n_bytes - n_padding; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '+' && text[i] != '/')
      return FALSE;

  return TRUE;
}

static GBytes *
decode_base64 (const char *text)
{
  gsize n_bytes;
  guchar *data;

  if (!is_base64 (text, strlen (text)))
    return NULL;
  data = g_base64_decode (text, &n_bytes);

  return g_bytes_new_take (data, n_bytes);
}

static gboolean
check_bytes (const Reader *self, GBytes *bytes, const char *sha256, GError **error)
{
  char hex[VR_SHA256_HEX_BYTES];
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (n_bytes > VR_DOCUMENT_MAX_BYTES)
    return vr_field_fail (self->name, "bytes", error);
  vr_sha256_hex (data, n_bytes, hex);
  if (sha256 == NULL || g_ascii_strcasecmp (hex, sha256) == 0)
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is damaged: an article in it is not the one that was saved (\"sha256\"); "
                  "open a copy of it, or save the comparison again."),
               self->name);
  return FALSE;
}

/* @bytes stays NULL where the source is linked only. */
static gboolean
read_bytes (const Reader *self, JsonObject *object, GBytes **bytes, GError **error)
{
  const char *text, *base64, *sha256;

  if (!vr_field_read_string (self->name, object, "text", VR_TEXT_MAX_BYTES, &text, error)
      || !vr_field_read_string (self->name, object, "bytes", VR_DOCUMENT_MAX_BYTES, &base64, error)
      || !vr_field_read_string (self->name, object, "sha256", VR_SHA256_HEX_BYTES - 1, &sha256,
                                error))
    return FALSE;
  if (text != NULL && base64 != NULL)
    return vr_field_fail (self->name, "bytes", error);
  if (text != NULL)
    *bytes = g_bytes_new (text, strlen (text));
  else if (base64 != NULL)
    *bytes = decode_base64 (base64);
  if (base64 != NULL && *bytes == NULL)
    return vr_field_fail (self->name, "bytes", error);

  return *bytes == NULL || check_bytes (self, *bytes, sha256, error);
}

static gboolean
is_uri (const char *uri)
{
  gsize n_scheme = strspn (uri, SCHEME_CHARACTERS);

  return n_scheme > 0 && g_ascii_isalpha (*uri) && uri[n_scheme] == ':';
}

/* Offsets, rising; whatever names no repair is of no effect. */
static gboolean
read_kept (const Reader *self, JsonObject *object, VrSource *source, GError **error)
{
  JsonArray *array;
  guint n;
  guint32 *kept;
  gint64 least = 0;

  if (!vr_field_read_array (self->name, object, "kept", &array, error))
    return FALSE;
  n = array != NULL ? json_array_get_length (array) : 0;
  kept = g_new (guint32, n);
  source->kept = kept;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gint64 offset =
          JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
              ? json_node_get_int (node)
              : -1;

      if (offset < least || offset > (gint64)VR_TEXT_MAX_BYTES)
        return vr_field_fail (self->name, "kept", error);
      kept[i] = (guint32)offset;
      least = offset + 1;
    }
  source->n_kept = n;

  return TRUE;
}

/* The strings of @source are borrowed from @root; its bytes and offsets are the caller's. */
static gboolean
read_source (const Reader *self, JsonObject *root, const char *member, VrSource *source,
             GError **error)
{
  JsonObject *object;

  if (!vr_field_read_object (self->name, root, member, &object, error))
    return FALSE;
  if (object == NULL)
    return vr_field_fail (self->name, member, error);
  if (!vr_field_read_string (self->name, object, "name", VR_TEXT_MAX_BYTES, &source->name, error)
      || !vr_field_read_string (self->name, object, "uri", VR_TEXT_MAX_BYTES, &source->uri, error)
      || !vr_field_read_string (self->name, object, "encoding", VR_FIELD_MAX_NICK,
                                &source->encoding, error)
      || !vr_field_read_string (self->name, object, "format", VR_FIELD_MAX_NICK, &source->format,
                                error)
      || !read_kept (self, object, source, error)
      || !read_bytes (self, object, &source->bytes, error))
    return FALSE;
  if (source->name == NULL || *source->name == '\0')
    return vr_field_fail (self->name, "name", error);
  if (source->format != NULL && !g_strv_contains (vr_format_get_names (), source->format))
    return vr_field_fail (self->name, "format", error);
  if (source->uri != NULL && !is_uri (source->uri))
    return vr_field_fail (self->name, "uri", error);
  if (source->bytes != NULL || (source->uri != NULL && (self->flags & VR_DOCUMENT_LINKED) != 0))
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” does not hold the text of “%s”; save the comparison again."), self->name,
               source->name);
  return FALSE;
}

static gboolean
read_view (const Reader *self, JsonObject *root, VrDocumentView *view, GError **error)
{
  JsonObject *object;
  const char *selected;

  if (!vr_field_read_object (self->name, root, "view", &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  if (!vr_field_read_string (self->name, object, "selected", VR_FIELD_MAX_NICK, &selected, error))
    return FALSE;
  if (view != NULL)
    *view = (VrDocumentView){ g_strdup (selected) };

  return TRUE;
}

static gboolean
read_notes (const Reader *self, JsonObject *root, VrNotes **notes, GError **error)
{
  JsonNode *node = json_object_get_member (root, "notes");

  *notes = NULL;

  return node == NULL || JSON_NODE_HOLDS_NULL (node) || vr_notes_new_from_node (node, notes)
         || vr_field_fail (self->name, "notes", error);
}

static VrDocument *
read_document (const Reader *self, JsonObject *root, VrSource sources[VR_N_SIDES],
               VrDocumentView *view, GError **error)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrOverrides) overrides = NULL;
  g_autoptr (VrNotes) notes = NULL;
  g_autoptr (VrDocument) document = NULL;
  JsonObject *object;

  if (!check_schema (self, root, error)
      || !read_source (self, root, "old", &sources[VR_SIDE_OLD], error)
      || !read_source (self, root, "new", &sources[VR_SIDE_NEW], error)
      || !vr_field_read_object (self->name, root, "options", &object, error)
      || (object != NULL && !vr_options_read_object (&options, object, self->name, error))
      || !vr_field_read_object (self->name, root, "overrides", &object, error))
    return NULL;
  if (object != NULL)
    {
      overrides = vr_overrides_new_from_object (object, self->name, error);
      if (overrides == NULL)
        return NULL;
    }
  if (!read_notes (self, root, &notes, error) || !read_view (self, root, view, error))
    return NULL;
  document = vr_document_new (sources, &options, overrides);

  return vr_document_with_notes (document, notes);
}

VrDocument *
vr_document_new_from_json (const char *json, gsize n_bytes, const char *name, VrDocumentFlags flags,
                           VrDocumentView *view, GError **error)
{
  Reader reader = { name, flags };
  VrSource sources[VR_N_SIDES] = { { NULL }, { NULL } };
  g_autoptr (JsonNode) root = NULL;
  VrDocument *self;

  g_return_val_if_fail (json != NULL || n_bytes == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (view != NULL)
    *view = (VrDocumentView){ NULL };
  root = vr_json_read (json != NULL ? json : "", n_bytes, name, error);
  if (root == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      g_autoptr (JsonObject) empty = json_object_new ();

      check_schema (&reader, empty, error);
      return NULL;
    }
  self = read_document (&reader, json_node_get_object (root), sources, view, error);
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      g_clear_pointer (&sources[side].bytes, g_bytes_unref);
      g_free ((guint32 *)sources[side].kept);
    }

  return self;
}

static GBytes *
load (GFile *file, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) trouble = NULL;
  g_autoptr (GFileInfo) info = NULL;
  GBytes *bytes;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                            cancellable, NULL);
  if (info != NULL && (guint64)g_file_info_get_size (info) > VR_DOCUMENT_MAX_BYTES)
    {
      g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE,
                   _ ("“%s” is over the limit of 2 GB for a saved comparison; compare the articles "
                      "themselves."),
                   name);
      return NULL;
    }
  bytes = g_file_load_bytes (file, cancellable, NULL, &trouble);
  if (bytes == NULL)
    vr_error_take_unreadable (error, g_steal_pointer (&trouble), name);

  return bytes;
}

VrDocument *
vr_document_new_from_file (GFile *file, VrDocumentFlags flags, VrDocumentView *view,
                           GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = NULL;
  gsize n_bytes;
  const char *json;

  if (view != NULL)
    *view = (VrDocumentView){ NULL };
  bytes = load (file, name, cancellable, error);
  if (bytes == NULL)
    return NULL;
  json = g_bytes_get_data (bytes, &n_bytes);

  return vr_document_new_from_json (json, n_bytes, name, flags, view, error);
}
