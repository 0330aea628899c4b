/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importers of ZIP files: what begins as one is given as it is, all else becomes a part of one, as
 * sums keep most changes to a packed part from being seen. */
#pragma once

#include "fuzz-import.h"

#include <archive.h>
#include <archive_entry.h>

/* What an archive takes besides its parts, and more. */
#define ROOM 4096

typedef struct
{
  const char *name;
  const char *text; /* NULL for the fuzzed part */
} Part;

static void
add_part (struct archive *archive, const char *name, const void *bytes, gsize n_bytes)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, (la_int64_t)n_bytes);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, bytes, n_bytes), ==, (la_ssize_t)n_bytes);
  archive_entry_free (entry);
}

/* @parts: the last has no name. */
static int
fuzz_part (VrImportFunc import, const Part *parts, const guint8 *data, gsize n_bytes)
{
  gsize n_room = n_bytes + ROOM, n_used = 0;
  g_autofree guint8 *zip = NULL;
  struct archive *archive;

  if (n_bytes >= 2 && memcmp (data, "PK", 2) == 0)
    return fuzz_import (import, data, n_bytes);
  zip = g_malloc (n_room);
  archive = archive_write_new ();
  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_set_bytes_in_last_block (archive, 1);
  g_assert_cmpint (archive_write_open_memory (archive, zip, n_room, &n_used), ==, ARCHIVE_OK);
  for (; parts->name != NULL; parts++)
    add_part (archive, parts->name, parts->text != NULL ? parts->text : (const char *)data,
              parts->text != NULL ? strlen (parts->text) : n_bytes);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return fuzz_import (import, zip, n_used);
}
