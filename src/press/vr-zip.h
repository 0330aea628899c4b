/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ZIP file, written entry by entry: no clock, no owner, nothing of the machine. */
#pragma once

#include "vr-output.h"

G_BEGIN_DECLS

/**
 * VrZip:
 *
 * Writes what PKWARE's APPNOTE 6.3 asks of a reader of version 2.0, with no extra fields: the first
 * entry of an OpenDocument file must have none (ODF 1.3, part 2, 3.3), and libarchive always adds
 * its own.  The times are the earliest that the format has.  On the caller's stack; ends with
 * vr_zip_clear().
 */
typedef struct
{
  VrOutput *output;
  GByteArray *directory;
  guint64 offset;
  guint n_entries;
} VrZip;

/** vr_zip_init: @output is borrowed, and nothing but the file is written to it. */
void vr_zip_init (VrZip *self, VrOutput *output);
void vr_zip_clear (VrZip *self);

/**
 * vr_zip_add:
 * @name: in ASCII, with / between folders
 * @contents: all of it
 * @compress: else it stands in the file as it is
 *
 * A file that grows out of the format (4 GB) fails with EFBIG.
 */
void vr_zip_add (VrZip *self, const char *name, const GString *contents, gboolean compress);

/** vr_zip_end: the directory; the caller then writes a comment of just @comment_bytes. */
void vr_zip_end (VrZip *self, guint16 comment_bytes);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrZip, vr_zip_clear)

G_END_DECLS
