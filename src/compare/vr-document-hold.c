/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that holds the bytes of its sources, and whether two documents say the same. */
#include "vr-document-file.h"

#include "vr-sha256.h"

#include <string.h>

#define MARK "\xef\xbb\xbf"

static gboolean
has_sha256 (const void *data, gsize n_bytes, const char *sha256)
{
  char hex[VR_SHA256_HEX_BYTES];

  vr_sha256_hex (data, n_bytes, hex);

  return g_str_equal (hex, sha256);
}

static void
unref_text_cb (gpointer data)
{
  vr_text_unref (data);
}

/* Clean UTF-8 stands in the text as it stood in the file; no copy is made. */
static GBytes *
take_from_text (VrText *text)
{
  gsize n_bytes;
  const char *data = vr_text_peek (text, &n_bytes);

  if (n_bytes != vr_text_get_source_bytes (text)
      || !has_sha256 (data, n_bytes, vr_text_get_sha256 (text)))
    return NULL;

  return g_bytes_new_with_free_func (data, n_bytes, unref_text_cb, vr_text_ref (text));
}

/* What a file holds, where it is one that ends and is of a size that we read. */
static GBytes *
load (const char *uri, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                         G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || (guint64)g_file_info_get_size (info) > VR_TEXT_MAX_BYTES)
    return NULL;

  return g_file_load_bytes (file, cancellable, NULL, NULL);
}

static GBytes *
load_again (const char *uri, const char *sha256, GCancellable *cancellable)
{
  g_autoptr (GBytes) bytes = uri != NULL ? load (uri, cancellable) : NULL;
  gsize n_bytes;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &n_bytes);

  return has_sha256 (data, n_bytes, sha256) ? g_steal_pointer (&bytes) : NULL;
}

/* Of U+FEFF at the beginning a reader takes one for the mark, so there must be another. */
static GBytes *
write_as_utf8 (VrText *text)
{
  gsize n_bytes;
  const char *data = vr_text_peek (text, &n_bytes);
  gboolean needs_mark = n_bytes >= strlen (MARK) && memcmp (data, MARK, strlen (MARK)) == 0;
  GByteArray *array = g_byte_array_sized_new (n_bytes + strlen (MARK));

  if (needs_mark)
    g_byte_array_append (array, (const guint8 *)MARK, strlen (MARK));
  g_byte_array_append (array, (const guint8 *)data, n_bytes);

  return g_byte_array_free_to_bytes (array);
}

/* Says where what the reader took back stands in the text as it is written.  Offsets that name no
 * repair may come together, and rise as they have to only without the second.
 * Returns: (transfer full): what @source borrows */
static guint32 *
move_kept (VrSource *source, VrText *text)
{
  guint32 *moved = g_new (guint32, source->n_kept);
  guint n = 0;

  for (guint i = 0; i < source->n_kept; i++)
    {
      guint32 at = vr_text_map_repaired (text, source->kept[i]);

      if (n == 0 || at > moved[n - 1])
        moved[n++] = at;
    }
  source->kept = moved;
  source->n_kept = n;

  return moved;
}

/* Takes @held over. */
static VrDocument *
new_with (const VrDocument *self, const VrSource sources[VR_N_SIDES], GBytes *held[VR_N_SIDES])
{
  g_autoptr (VrDocument) document =
      vr_document_new (sources, vr_document_peek_options (self), vr_document_get_overrides (self));

  for (guint side = 0; side < VR_N_SIDES; side++)
    g_clear_pointer (&held[side], g_bytes_unref);

  return vr_document_with_notes (document, vr_document_get_notes (self));
}

VrDocument *
vr_document_hold (const VrDocument *self, const VrComparison *comparison, guint *rewritten,
                  GCancellable *cancellable)
{
  VrSource sources[VR_N_SIDES];
  GBytes *held[VR_N_SIDES] = { NULL, NULL };
  g_autofree guint32 *old_kept = NULL;
  g_autofree guint32 *new_kept = NULL;
  guint32 **kept[VR_N_SIDES] = { &old_kept, &new_kept };

  *rewritten = 0;
  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      VrText *text = vr_article_get_text (vr_comparison_get_article (comparison, side));

      sources[side] = *vr_document_peek_source (self, side);
      if (sources[side].bytes != NULL)
        continue;
      held[side] = take_from_text (text);
      if (held[side] == NULL)
        held[side] = load_again (sources[side].uri, vr_text_get_sha256 (text), cancellable);
      if (held[side] == NULL)
        {
          held[side] = write_as_utf8 (text);
          sources[side].encoding = "UTF-8";
          sources[side].format = "text";
          *kept[side] = move_kept (&sources[side], text);
          *rewritten |= 1u << side;
        }
      sources[side].bytes = held[side];
    }

  return new_with (self, sources, held);
}

/* What is no article is not read, so that reading it says why. */
static gboolean
may_hold (const VrSource *source, GCancellable *cancellable)
{
  g_autoptr (GFile) file = source->uri != NULL ? g_file_new_for_uri (source->uri) : NULL;

  return file != NULL && !vr_source_is_page (source)
         && vr_document_check_article (file, source->name, cancellable, NULL);
}

VrDocument *
vr_document_load (const VrDocument *self, GCancellable *cancellable)
{
  VrSource sources[VR_N_SIDES];
  GBytes *held[VR_N_SIDES] = { NULL, NULL };

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      sources[side] = *vr_document_peek_source (self, side);
      held[side] =
          may_hold (&sources[side], cancellable) ? load (sources[side].uri, cancellable) : NULL;
      if (held[side] != NULL)
        sources[side].bytes = held[side];
    }

  return new_with (self, sources, held);
}

VrDocument *
vr_document_forget_pages (const VrDocument *self)
{
  VrSource sources[VR_N_SIDES];
  GBytes *held[VR_N_SIDES] = { NULL, NULL };

  for (guint side = 0; side < VR_N_SIDES; side++)
    {
      sources[side] = *vr_document_peek_source (self, side);
      if (vr_source_is_page (&sources[side]))
        sources[side].bytes = NULL;
    }

  return new_with (self, sources, held);
}

gboolean
vr_source_equal (const VrSource *a, const VrSource *b)
{
  if (g_strcmp0 (a->uri, b->uri) != 0 || g_strcmp0 (a->encoding, b->encoding) != 0
      || g_strcmp0 (a->format, b->format) != 0 || a->n_kept != b->n_kept
      || (a->n_kept > 0 && memcmp (a->kept, b->kept, a->n_kept * sizeof *a->kept) != 0))
    return FALSE;
  if (a->bytes == NULL || b->bytes == NULL)
    return a->uri != NULL;

  return a->bytes == b->bytes || g_bytes_equal (a->bytes, b->bytes);
}

gboolean
vr_document_equal_but_notes (const VrDocument *a, const VrDocument *b)
{
  if (a == b)
    return TRUE;
  for (guint side = 0; side < VR_N_SIDES; side++)
    if (!vr_source_equal (vr_document_peek_source (a, side), vr_document_peek_source (b, side)))
      return FALSE;

  return vr_options_equal (vr_document_peek_options (a), vr_document_peek_options (b))
         && vr_overrides_equal (vr_document_get_overrides (a), vr_document_get_overrides (b));
}

gboolean
vr_document_equal (const VrDocument *a, const VrDocument *b)
{
  return vr_document_equal_but_notes (a, b)
         && vr_notes_equal (vr_document_get_notes (a), vr_document_get_notes (b));
}
