/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a comparison that was saved in one file. */
#include "vr-document-file.h"

#include "vr-comparison.h"
#include "vr-error.h"
#include "vr-json-reader.h"
#include "vr-overrides-json.h"
#include "vr-sha256.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SCHEMA_STEM "variorum-document/"
#define SCHEMA SCHEMA_STEM "1"

/* Names of encodings and rows are short; what is longer is none. */
#define MAX_NICK_BYTES 256

/* What a URI begins with, RFC 3986, 3.1. */
#define SCHEME_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."

typedef struct
{
  const char *name; /* of the file, for messages */
  VrDocumentFlags flags;
} Reader;

static gboolean
fail_at (const Reader *self, const char *member, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” is damaged at \"%s\"; open a copy of it, or save the comparison again."),
               self->name, member);
  return FALSE;
}

/* Finds the object @member; one that is absent or null is NULL. */
static gboolean
read_object (const Reader *self, JsonObject *object, const char *member, JsonObject **found,
             GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *found = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_at (self, member, error);
  *found = json_node_get_object (node);

  return TRUE;
}

/* Finds the string @member, borrowed; one that is absent or null is NULL. */
static gboolean
read_string (const Reader *self, JsonObject *object, const char *member, gsize most_bytes,
             const char **string, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *string = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail_at (self, member, error);
  *string = json_node_get_string (node);

  return strlen (*string) <= most_bytes || fail_at (self, member, error);
}

static gboolean
read_boolean (const Reader *self, JsonObject *object, const char *member, gboolean *value,
              GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return fail_at (self, member, error);
  *value = json_node_get_boolean (node);

  return TRUE;
}

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
    return fail_at (self, "bytes", error);
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

  if (!read_string (self, object, "text", VR_TEXT_MAX_BYTES, &text, error)
      || !read_string (self, object, "bytes", VR_DOCUMENT_MAX_BYTES, &base64, error)
      || !read_string (self, object, "sha256", VR_SHA256_HEX_BYTES - 1, &sha256, error))
    return FALSE;
  if (text != NULL && base64 != NULL)
    return fail_at (self, "bytes", error);
  if (text != NULL)
    *bytes = g_bytes_new (text, strlen (text));
  else if (base64 != NULL)
    *bytes = decode_base64 (base64);
  if (base64 != NULL && *bytes == NULL)
    return fail_at (self, "bytes", error);

  return *bytes == NULL || check_bytes (self, *bytes, sha256, error);
}

static gboolean
is_uri (const char *uri)
{
  gsize n_scheme = strspn (uri, SCHEME_CHARACTERS);

  return n_scheme > 0 && g_ascii_isalpha (*uri) && uri[n_scheme] == ':';
}

/* The strings of @source are borrowed from @root; its bytes are the caller's. */
static gboolean
read_source (const Reader *self, JsonObject *root, const char *member, VrSource *source,
             GError **error)
{
  JsonObject *object;

  if (!read_object (self, root, member, &object, error))
    return FALSE;
  if (object == NULL)
    return fail_at (self, member, error);
  if (!read_string (self, object, "name", VR_TEXT_MAX_BYTES, &source->name, error)
      || !read_string (self, object, "uri", VR_TEXT_MAX_BYTES, &source->uri, error)
      || !read_string (self, object, "encoding", MAX_NICK_BYTES, &source->encoding, error)
      || !read_bytes (self, object, &source->bytes, error))
    return FALSE;
  if (source->name == NULL || *source->name == '\0')
    return fail_at (self, "name", error);
  if (source->uri != NULL && !is_uri (source->uri))
    return fail_at (self, "uri", error);
  if (source->bytes != NULL || (source->uri != NULL && (self->flags & VR_DOCUMENT_LINKED) != 0))
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” does not hold the text of “%s”; save the comparison again."), self->name,
               source->name);
  return FALSE;
}

static gboolean
fail_as_unknown (const Reader *self, const char *word, GError **error)
{
  g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
               _ ("“%s” asks for “%s”, which this version of Variorum does not know; update "
                  "Variorum to open it."),
               self->name, word);
  return FALSE;
}

static gboolean
read_quiet_class (const Reader *self, JsonNode *node, guint *quiet, GError **error)
{
  const char *nick;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail_at (self, "quiet", error);
  nick = json_node_get_string (node);
  for (guint bit = 0; bit < VR_N_QUIET; bit++)
    if (g_str_equal (nick, vr_quiet_get_nick (bit)))
      {
        *quiet |= 1u << bit;
        return TRUE;
      }

  return fail_as_unknown (self, nick, error);
}

static gboolean
read_quiet (const Reader *self, JsonObject *object, guint *quiet, GError **error)
{
  JsonNode *node = json_object_get_member (object, "quiet");
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail_at (self, "quiet", error);
  array = json_node_get_array (node);
  *quiet = 0;
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_quiet_class (self, json_array_get_element (array, i), quiet, error))
      return FALSE;

  return TRUE;
}

/* Reads one of the names that @get_nick has, up to the first %NULL; one that is absent or null
 * leaves @value. */
static gboolean
read_choice (const Reader *self, JsonObject *object, const char *member,
             const char *(*get_nick) (guint), guint *value, GError **error)
{
  const char *word;

  if (!read_string (self, object, member, MAX_NICK_BYTES, &word, error))
    return FALSE;
  for (guint i = 0; word != NULL; i++)
    {
      const char *nick = get_nick (i);

      if (nick == NULL)
        return fail_as_unknown (self, word, error);
      *value = i;
      if (g_str_equal (nick, word))
        break;
    }

  return TRUE;
}

/* The strings of @options are borrowed from @root. */
static gboolean
read_options (const Reader *self, JsonObject *root, VrOptions *options, GError **error)
{
  guint unit = options->unit, paragraphs = options->paragraphs;
  JsonObject *object;

  if (!read_object (self, root, "options", &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  if (!read_quiet (self, object, &options->quiet, error)
      || !read_boolean (self, object, "strict", &options->strict, error)
      || !read_choice (self, object, "unit", vr_unit_get_nick, &unit, error)
      || !read_choice (self, object, "paragraphs", vr_paragraph_mode_get_nick, &paragraphs, error)
      || !read_string (self, object, "language", 3, &options->language, error)
      || !read_string (self, object, "encoding", MAX_NICK_BYTES, &options->encoding, error))
    return FALSE;
  options->unit = (VrTokenUnit)unit;
  options->paragraphs = (VrParagraphMode)paragraphs;
  for (const char *p = options->language; p != NULL && *p != '\0'; p++)
    if (!g_ascii_islower (*p))
      return fail_at (self, "language", error);

  return options->language == NULL || strlen (options->language) >= 2
         || fail_at (self, "language", error);
}

static gboolean
read_view (const Reader *self, JsonObject *root, VrDocumentView *view, GError **error)
{
  JsonObject *object;
  const char *selected;

  if (!read_object (self, root, "view", &object, error))
    return FALSE;
  if (object == NULL)
    return TRUE;
  if (!read_string (self, object, "selected", MAX_NICK_BYTES, &selected, error))
    return FALSE;
  if (view != NULL)
    *view = (VrDocumentView){ g_strdup (selected) };

  return TRUE;
}

static VrDocument *
read_document (const Reader *self, JsonObject *root, VrSource sources[VR_N_SIDES],
               VrDocumentView *view, GError **error)
{
  VrOptions options = VR_OPTIONS_INIT;
  g_autoptr (VrOverrides) overrides = NULL;
  JsonObject *object;

  if (!check_schema (self, root, error)
      || !read_source (self, root, "old", &sources[VR_SIDE_OLD], error)
      || !read_source (self, root, "new", &sources[VR_SIDE_NEW], error)
      || !read_options (self, root, &options, error)
      || !read_object (self, root, "overrides", &object, error))
    return NULL;
  if (object != NULL)
    {
      overrides = vr_overrides_new_from_object (object, self->name, error);
      if (overrides == NULL)
        return NULL;
    }
  if (!read_view (self, root, view, error))
    return NULL;

  return vr_document_new (sources, &options, overrides);
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
    g_clear_pointer (&sources[side].bytes, g_bytes_unref);

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
