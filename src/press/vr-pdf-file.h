/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has to be known of a PDF file of Cairo's to append to it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * VrPdfFile:
 * @bytes, @n_bytes: all of it; borrowed
 * @size: how many objects it has, with the one that is free
 * @root, @info: the numbers of its catalog and of its information
 * @start: where its cross-references begin
 * @is_stream: whether those are a stream, as Cairo 1.18 has it from PDF 1.5 on, and not a table
 * @catalog: what its catalog has between << and >>
 */
typedef struct
{
  const char *bytes;
  gsize n_bytes;
  guint size;
  guint root;
  guint info;
  gsize start;
  gboolean is_stream;
  char *catalog;
} VrPdfFile;

/** vr_pdf_file_read: Returns: %FALSE where it is none that can be appended to.  Ends with
 * vr_pdf_file_clear() in any case. */
gboolean vr_pdf_file_read (VrPdfFile *self, const GByteArray *bytes);
void vr_pdf_file_clear (VrPdfFile *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrPdfFile, vr_pdf_file_clear)

G_END_DECLS
