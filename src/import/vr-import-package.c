/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a document that is a ZIP file: DOCX, ODT, EPUB. */
#include "vr-import-package.h"

#include "vr-import-fail.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define MAX_PART_BYTES ((gsize)64 << 20)
#define MAX_ALL_BYTES ((gsize)128 << 20)
#define MAX_ENTRIES 20000
#define PIECE_BYTES ((gsize)1 << 16)

struct _VrImportPackage
{
  GHashTable *parts; /* of GBytes, by name */
  gsize n_bytes;
};

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

void
vr_import_package_free (VrImportPackage *self)
{
  g_hash_table_unref (self->parts);
  g_free (self);
}

/* Pictures and fonts stay packed. */
static gboolean
is_text_part (const char *name)
{
  static const char *const endings[] = {
    "xml", "rels", "opf", "ncx", "xhtml", "html", "htm", "css"
  };
  const char *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
      return TRUE;
  return FALSE;
}

/* An entry that says how much it is does not always tell the truth: what counts is what comes. */
static gboolean
read_part (VrImportPackage *self, Archive *archive, const char *name, const VrImportSource *source,
           GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  guint8 piece[PIECE_BYTES];
  la_ssize_t n;

  while ((n = archive_read_data (archive, piece, sizeof piece)) > 0)
    {
      self->n_bytes += (gsize)n;
      if (array->len + (gsize)n > MAX_PART_BYTES || self->n_bytes > MAX_ALL_BYTES)
        return vr_import_fail_huge (source, error);
      g_byte_array_append (array, piece, (guint)n);
    }
  if (n < 0)
    return archive_read_has_encrypted_entries (archive) > 0
               ? vr_import_fail_locked (source, error)
               : vr_import_fail_damaged (source, error);
  if (!g_hash_table_contains (self->parts, name))
    g_hash_table_insert (self->parts, g_strdup (name),
                         g_byte_array_free_to_bytes (g_steal_pointer (&array)));
  return TRUE;
}

static gboolean
read_parts (VrImportPackage *self, Archive *archive, const VrImportSource *source, GError **error)
{
  struct archive_entry *entry;
  int status = ARCHIVE_OK;

  for (guint i = 0; (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
                    || status == ARCHIVE_WARN;
       i++)
    {
      const char *name = archive_entry_pathname (entry);

      if (i == MAX_ENTRIES)
        return vr_import_fail_huge (source, error);
      if (name != NULL && is_text_part (name) && !read_part (self, archive, name, source, error))
        return FALSE;
    }
  return status == ARCHIVE_EOF || vr_import_fail_damaged (source, error);
}

VrImportPackage *
vr_import_package_new (const VrImportSource *source, GError **error)
{
  g_autoptr (VrImportPackage) self = g_new0 (VrImportPackage, 1);
  g_autoptr (Archive) archive = archive_read_new ();

  self->parts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, source->data, source->n_bytes) != ARCHIVE_OK)
    {
      vr_import_fail_damaged (source, error);
      return NULL;
    }
  return read_parts (self, archive, source, error) ? g_steal_pointer (&self) : NULL;
}

GBytes *
vr_import_package_peek (const VrImportPackage *self, const char *name)
{
  return g_hash_table_lookup (self->parts, name);
}

/* Takes "." and ".." out of @path. */
static char *
straighten (const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (g_str_equal (steps[i], ".."))
      {
        if (kept->len > 0)
          g_ptr_array_remove_index (kept, kept->len - 1);
      }
    else if (*steps[i] != '\0' && !g_str_equal (steps[i], "."))
      {
        g_ptr_array_add (kept, steps[i]);
      }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

char *
vr_import_package_resolve (const char *base, const char *reference)
{
  g_autofree char *bare = g_strndup (reference, strcspn (reference, "#"));
  g_autofree char *plain = g_uri_unescape_string (bare, NULL);
  const char *slash = strrchr (base, '/');
  g_autofree char *path = NULL;

  if (plain == NULL)
    plain = g_strdup (bare);
  if (*plain == '/' || slash == NULL)
    return straighten (plain);
  path = g_strdup_printf ("%.*s/%s", (int)(slash - base), base, plain);
  return straighten (path);
}
