/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a report that is a ZIP file. */
#include "vr-press-manifest.h"

#include "vr-manifest.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* A report has a dozen of entries; who made a file with more of them means no good. */
#define MAX_ENTRIES 10000

/* In XML a manifest stands behind what that begins with.  No text of an article reads as one: there
 * its quotes are written as entities. */
#define START_BYTES 512

#define ZIP_START "PK\003\004"

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

gboolean
vr_press_is_zip (const char *bytes, gsize n_bytes)
{
  return n_bytes >= strlen (ZIP_START) && memcmp (bytes, ZIP_START, strlen (ZIP_START)) == 0;
}

/* Adds up to @most bytes of the entry; FALSE where it is damaged. */
static gboolean
read_some (Archive *archive, GByteArray *array, gsize most)
{
  guint8 buffer[1 << 14];
  la_ssize_t n = 1;

  while (n > 0 && array->len < most)
    {
      n = archive_read_data (archive, buffer, MIN (sizeof buffer, most - array->len));
      if (n > 0)
        g_byte_array_append (array, buffer, (guint)n);
    }

  return n >= 0;
}

/* The manifest in the entry, and no more of it than one may have, however much a few bytes say that
 * they are; NULL where it has none. */
static GBytes *
read_entry (Archive *archive)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize n_found;
  const char *data, *found;

  if (!read_some (archive, array, START_BYTES)
      || vr_manifest_find ((const char *)array->data, array->len, &n_found) == NULL
      || !read_some (archive, array, VR_MANIFEST_MAX_BYTES))
    return NULL;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  data = g_bytes_get_data (bytes, NULL);
  found = vr_manifest_find (data, g_bytes_get_size (bytes), &n_found);

  return g_bytes_new_from_bytes (bytes, (gsize)(found - data), n_found);
}

GBytes *
vr_press_dup_manifest (const char *bytes, gsize n_bytes)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  GBytes *manifest = NULL;

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, bytes, n_bytes) != ARCHIVE_OK)
    return NULL;
  for (guint i = 0; i < MAX_ENTRIES && manifest == NULL
                    && archive_read_next_header (archive, &entry) == ARCHIVE_OK;
       i++)
    manifest = read_entry (archive);

  return manifest;
}
