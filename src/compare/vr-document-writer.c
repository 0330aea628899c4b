/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a comparison into one file. */
#include "vr-document-file.h"

#include "config.h"
#include "vr-comparison.h"
#include "vr-error.h"
#include "vr-notes-json.h"
#include "vr-options-json.h"
#include "vr-overrides-json.h"
#include "vr-sha256.h"
#include "vr-version-word.h"

#include <glib/gi18n-lib.h>

/* Bytes turned into base64 at a time; three make four characters, so that pieces join. */
#define BASE64_STEP ((gsize)3 << 10)

void
vr_document_view_clear (VrDocumentView *self)
{
  g_clear_pointer (&self->selected, g_free);
}

static void
write_base64 (VrJsonWriter *json, const guint8 *data, gsize n_bytes)
{
  vr_json_writer_name (json, "bytes");
  vr_output_put_char (json->output, '"');
  for (gsize from = 0; from < n_bytes; from += BASE64_STEP)
    {
      g_autofree char *piece = g_base64_encode (data + from, MIN (BASE64_STEP, n_bytes - from));

      vr_output_put (json->output, piece);
    }
  vr_output_put_char (json->output, '"');
  json->needs_comma = TRUE;
}

/* Text that JSON can carry stands as text, so that people and line tools can read it. */
static void
write_bytes (VrJsonWriter *json, GBytes *bytes, gboolean is_linked)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  char sha256[VR_SHA256_HEX_BYTES];

  vr_sha256_hex (data, n_bytes, sha256);
  vr_json_writer_put (json, "sha256", string, sha256);
  if (is_linked)
    return;
  if (n_bytes == 0 || g_utf8_validate_len (data, n_bytes, NULL))
    vr_json_writer_put (json, "text", slice, n_bytes > 0 ? data : "", n_bytes);
  else
    write_base64 (json, (const guint8 *)data, n_bytes);
}

/* A version that the archive had once may be another place's, or gone; a page is fetched where the
 * reader says so alone. */
static gboolean
is_linked (const VrSource *source, VrDocumentFlags flags)
{
  return (flags & VR_DOCUMENT_LINKED) != 0 && source->uri != NULL
         && !g_str_has_prefix (source->uri, VR_VERSION_WORD_PREFIX) && !vr_source_is_page (source);
}

static void
write_kept (VrJsonWriter *json, const VrSource *source)
{
  vr_json_writer_name (json, "kept");
  vr_json_writer_begin (json, '[');
  for (guint i = 0; i < source->n_kept; i++)
    vr_json_writer_uint (json, source->kept[i]);
  vr_json_writer_end (json, ']');
}

static void
write_source (VrJsonWriter *json, const VrSource *source, VrDocumentFlags flags)
{
  g_autofree char *name = g_utf8_make_valid (source->name, -1);

  vr_json_writer_begin (json, '{');
  vr_json_writer_put (json, "name", string, name);
  if (source->uri != NULL)
    vr_json_writer_put (json, "uri", string, source->uri);
  if (source->encoding != NULL)
    vr_json_writer_put (json, "encoding", string, source->encoding);
  if (source->format != NULL)
    vr_json_writer_put (json, "format", string, source->format);
  if (source->n_kept > 0)
    write_kept (json, source);
  if (source->bytes != NULL)
    write_bytes (json, source->bytes, is_linked (source, flags));
  vr_json_writer_end (json, '}');
}

static void
write_view (VrJsonWriter *json, const VrDocumentView *view)
{
  vr_json_writer_break_line (json);
  vr_json_writer_name (json, "view");
  vr_json_writer_begin (json, '{');
  if (view->selected != NULL)
    vr_json_writer_put (json, "selected", string, view->selected);
  vr_json_writer_end (json, '}');
}

void
vr_document_write_json (const VrDocument *self, VrDocumentFlags flags, const VrDocumentView *view,
                        VrOutput *output)
{
  VrJsonWriter json = VR_JSON_WRITER_INIT (output);
  VrOverrides *overrides = vr_document_get_overrides (self);
  VrNotes *notes = vr_document_get_notes (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *saved = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S%:z");

  vr_json_writer_begin (&json, '{');
  /* First, as a file is recognised by it. */
  vr_json_writer_put (&json, "schema", string, "variorum-document/1");
  vr_json_writer_put (&json, "engine", string, "variorum " VR_VERSION);
  vr_json_writer_put (&json, "saved", string, saved);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "old");
  write_source (&json, vr_document_peek_source (self, VR_SIDE_OLD), flags);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "new");
  write_source (&json, vr_document_peek_source (self, VR_SIDE_NEW), flags);
  vr_json_writer_break_line (&json);
  vr_json_writer_name (&json, "options");
  vr_json_writer_begin (&json, '{');
  vr_options_write_json (vr_document_peek_options (self), &json);
  vr_json_writer_end (&json, '}');
  if (overrides != NULL)
    {
      vr_json_writer_break_line (&json);
      vr_json_writer_name (&json, "overrides");
      vr_overrides_write_json (overrides, &json);
    }
  if (notes != NULL)
    {
      vr_json_writer_break_line (&json);
      vr_json_writer_name (&json, "notes");
      vr_notes_write_json (notes, &json);
    }
  if (view != NULL)
    write_view (&json, view);
  vr_json_writer_end (&json, '}');
  vr_output_put_char (output, '\n');
}

static gboolean
check_size (const VrDocument *self, VrDocumentFlags flags, const char *name, GError **error)
{
  gsize n_bytes = 0;

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      const VrSource *source = vr_document_peek_source (self, side);

      if (source->bytes != NULL && !is_linked (source, flags))
        n_bytes += g_bytes_get_size (source->bytes);
    }
  if (n_bytes <= VR_DOCUMENT_MAX_HELD)
    return TRUE;
  g_set_error (error, VR_ERROR, VR_ERROR_TOO_LARGE,
               _ ("“%s” cannot be saved: both articles together are over the limit of 256 MB; keep "
                  "the files themselves."),
               name);
  return FALSE;
}

/* Where there is no path to write a new file beside, GIO replaces what is there. */
static gboolean
replace (const VrDocument *self, VrDocumentFlags flags, const VrDocumentView *view, GFile *file,
         const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (VrOutput) output = vr_output_new_in_memory (json);
  g_autoptr (GError) trouble = NULL;

  vr_document_write_json (self, flags, view, output);
  if (!vr_output_close (output, error))
    return FALSE;
  if (g_file_replace_contents (file, json->str, json->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                               cancellable, &trouble))
    return TRUE;
  if (trouble->domain == G_IO_ERROR)
    g_set_error (error, G_IO_ERROR, trouble->code, _ ("“%s” cannot be written: %s."), name,
                 trouble->message);
  return FALSE;
}

static char *
dup_file_id (GFile *file)
{
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_ID_FILE,
                         G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return NULL;

  return g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE));
}

gboolean
vr_document_has_file (const VrDocument *self, GFile *file)
{
  g_autofree char *id = dup_file_id (file);

  for (guint side = 0; id != NULL && side < VR_N_SIDES; side++)
    {
      const char *uri = vr_document_peek_source (self, side)->uri;
      g_autoptr (GFile) source = uri != NULL ? g_file_new_for_uri (uri) : NULL;
      g_autofree char *source_id = source != NULL ? dup_file_id (source) : NULL;

      if (g_strcmp0 (id, source_id) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
vr_document_save (const VrDocument *self, VrDocumentFlags flags, const VrDocumentView *view,
                  GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (VrOutput) output = NULL;

  if (!check_size (self, flags, name, error))
    return FALSE;
  if (vr_document_has_file (self, file))
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID,
                   _ ("“%s” is an article to compare; name another file to write to."), name);
      return FALSE;
    }
  if (g_file_peek_path (file) == NULL)
    return replace (self, flags, view, file, name, cancellable, error);
  output = vr_output_new_for_file (g_file_peek_path (file), error);
  if (output == NULL)
    return FALSE;
  vr_document_write_json (self, flags, view, output);

  return vr_output_close (output, error);
}
