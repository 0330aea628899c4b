/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A comparison saved in one file: JSON that data/variorum-document-1.schema.json describes. */
#pragma once

#include "vr-document.h"
#include "vr-output.h"

G_BEGIN_DECLS

/** VR_DOCUMENT_SUFFIX: what a saved comparison's name ends in. */
#define VR_DOCUMENT_SUFFIX ".variorum"

/**
 * VR_DOCUMENT_MAX_HELD: bytes of both sources that are saved in one file, 256 MiB: even where each
 * of them takes a JSON escape of six bytes, the file stays below %VR_DOCUMENT_MAX_BYTES.
 */
#define VR_DOCUMENT_MAX_HELD ((gsize)1 << 28)

/** VR_DOCUMENT_MAX_BYTES: a longer file is not read: %VR_JSON_MAX_BYTES. */
#define VR_DOCUMENT_MAX_BYTES ((gsize)G_MAXINT32)

/**
 * VrDocumentFlags:
 * @VR_DOCUMENT_WHOLE: the file holds the bytes of both sources
 * @VR_DOCUMENT_LINKED: a source that has a URI is named by it, its bytes are left out; for lists of
 *   recent comparisons and for sessions.  In a file from elsewhere such a source is refused, as
 *   opening it could ask any server for anything
 */
typedef enum
{
  VR_DOCUMENT_WHOLE = 0,
  VR_DOCUMENT_LINKED = 1 << 0,
} VrDocumentFlags;

/**
 * VrDocumentView:
 * @selected: (nullable): the id of the row selected, vr_comparison_dup_row_id()
 *
 * How it was looked at.  On the caller's stack; what is read into it ends with
 * vr_document_view_clear().
 */
typedef struct
{
  char *selected;
} VrDocumentView;

void vr_document_view_clear (VrDocumentView *self);

/**
 * vr_document_write_json:
 * @self: with %VR_DOCUMENT_WHOLE, one that holds its bytes: see vr_document_hold()
 * @view: (nullable): saved with it
 *
 * Writes one JSON object; @output keeps what fails.
 */
void vr_document_write_json (const VrDocument *self, VrDocumentFlags flags,
                             const VrDocumentView *view, VrOutput *output);

/** vr_document_has_file: whether @file is one of those that are compared, whatever its name. */
gboolean vr_document_has_file (const VrDocument *self, GFile *file);

/**
 * vr_document_save:
 *
 * The same into @file, which is replaced only by the whole of it.  Fails in %G_IO_ERROR, with
 * %VR_ERROR_INVALID where @file is one of the articles, and with %VR_ERROR_TOO_LARGE over
 * %VR_DOCUMENT_MAX_HELD; the message names @file.  May run in any thread.
 */
gboolean vr_document_save (const VrDocument *self, VrDocumentFlags flags,
                           const VrDocumentView *view, GFile *file, GCancellable *cancellable,
                           GError **error);

/**
 * vr_document_new_from_json:
 * @json: need not be terminated
 * @name: what messages call the file
 * @view: (out) (optional): how it was looked at; cleared by the caller
 *
 * Members that are not known are ignored.  Fails with %VR_ERROR_INVALID where the file is no saved
 * comparison, was saved by a newer version, or is damaged (types, base64, a SHA-256 that is not
 * that of its text), and with %VR_ERROR_TOO_LARGE; the message names @name and what to do.  Whether
 * the overrides name paragraphs that are there is found out when it is compared.
 *
 * Returns: (transfer full): the document
 */
VrDocument *vr_document_new_from_json (const char *json, gsize n_bytes, const char *name,
                                       VrDocumentFlags flags, VrDocumentView *view,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_document_new_from_file: the same from a file; fails in %G_IO_ERROR too.  May run in any
 * thread. */
VrDocument *vr_document_new_from_file (GFile *file, VrDocumentFlags flags, VrDocumentView *view,
                                       GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_document_is_json: whether these first bytes are those of a saved comparison, whichever
 * version wrote it. */
gboolean vr_document_is_json (const char *bytes, gsize n_bytes);

/**
 * vr_document_is_file:
 *
 * Whether @file is, or calls itself, a saved comparison: by its first bytes, or else by its name.
 * Reads a few bytes; may run in any thread.
 */
gboolean vr_document_is_file (GFile *file, GCancellable *cancellable);

/**
 * vr_document_check_article:
 * @name: what the message calls @file
 *
 * Whether @file may be one of two articles.  Fails with %VR_ERROR_INVALID where it is there and
 * vr_document_is_file() holds: its JSON would be compared as if somebody had written it to be read.
 * May run in any thread.
 */
gboolean vr_document_check_article (GFile *file, const char *name, GCancellable *cancellable,
                                    GError **error);

/** vr_document_check_bytes: the same of what was read already, by vr_document_is_json(). */
gboolean vr_document_check_bytes (const char *bytes, gsize n_bytes, const char *name,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (VrDocumentView, vr_document_view_clear)

G_END_DECLS
