/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manifest of a report that is a ZIP file. */
#include "vr-press-manifest.h"

#include "vr-manifest.h"
#include "vr-report-manifest.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

/* A report has a dozen of entries; who made a file with more of them means no good. */
#define MAX_ENTRIES 10000

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

static gboolean
read_exactly (Archive *archive, char *buffer, gsize n_bytes)
{
  for (gsize n = 0; n < n_bytes;)
    {
      la_ssize_t n_got = archive_read_data (archive, buffer + n, n_bytes - n);

      if (n_got <= 0)
        return FALSE;
      n += (gsize)n_got;
    }

  return TRUE;
}

/* The rest of the entry, behind what every manifest begins with; no more of it than one may have,
 * however much a few bytes say that they are. */
static GBytes *
read_rest (Archive *archive)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  guint8 buffer[1 << 14];
  la_ssize_t n;

  g_byte_array_append (array, (const guint8 *)VR_MANIFEST_START, strlen (VR_MANIFEST_START));
  while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0
         && array->len <= VR_MANIFEST_MAX_BYTES)
    g_byte_array_append (array, buffer, (guint)n);

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&array)) : NULL;
}

GBytes *
vr_press_dup_manifest (const char *bytes, gsize n_bytes)
{
  g_autoptr (Archive) archive = archive_read_new ();
  struct archive_entry *entry;
  char start[sizeof VR_MANIFEST_START - 1];

  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, bytes, n_bytes) != ARCHIVE_OK)
    return NULL;
  for (guint i = 0; i < MAX_ENTRIES && archive_read_next_header (archive, &entry) == ARCHIVE_OK;
       i++)
    if (read_exactly (archive, start, sizeof start)
        && memcmp (start, VR_MANIFEST_START, sizeof start) == 0)
      return read_rest (archive);

  return NULL;
}
