/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an importer is given, and the table of them. */
#pragma once

#include "vr-imported.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * VrImportSource:
 * @name: what messages call it
 * @encoding: (nullable): forced by the reader
 * @declared: (nullable): an encoding that a server named
 * @url: (nullable): where it came from
 * @original: of tracked changes: as before them
 * @chapter: of a book: this one alone, from 1; 0 for all
 */
typedef struct
{
  const guint8 *data;
  gsize n_bytes;
  const char *name;
  const char *encoding;
  const char *declared;
  const char *url;
  gboolean original;
  guint chapter;
} VrImportSource;

/**
 * VrImportFunc:
 * @builder: gets paragraphs, with roles, in the order of the source, and facts
 *
 * Runs in a process that may be killed at any time, with no file but what @source holds.  Fails
 * with %VR_ERROR_INVALID or %VR_ERROR_TOO_LARGE: one sentence with the name and what to do.
 */
typedef gboolean (*VrImportFunc) (const VrImportSource *source, VrImportedBuilder *builder,
                                  GError **error);

/**
 * VrImportFormat:
 * @warm_up: (nullable): runs once, before the first source of the format: opens what the library
 *   wants to open (fonts, tables), as no file can be opened later
 *
 * One a file `vr-import-NAME.c`; in the table only where its library was found.
 */
typedef struct
{
  const char *name;
  VrImportFunc import;
  void (*warm_up) (void);
} VrImportFormat;

/** VrImportFinder: tells what reads a format; %NULL where nothing here does; static. */
typedef const VrImportFormat *(*VrImportFinder) (const char *name);

/** vr_import_find_format: (nullable): static. */
const VrImportFormat *vr_import_find_format (const char *name);

G_END_DECLS
