/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file's bytes as UTF-8: decoded once, immutable, with where they came from. */
#pragma once

#include <gio/gio.h>

#include "vr-mojibake.h"
#include "vr-span.h"
#include "vr-stray-bytes.h"

G_BEGIN_DECLS

/**
 * VrText:
 *
 * Immutable and atomically ref-counted.  U+0000 and bytes that are no text stand as U+FFFD (the
 * count is kept), so the text is valid UTF-8 without NUL.  A byte order mark is not part of it.
 * At most %VR_TEXT_MAX_BYTES, so that 32-bit offsets reach everywhere.
 */
typedef struct _VrText VrText;

#define VR_TEXT_MAX_BYTES ((gsize)1 << 30)

/**
 * vr_text_new_from_bytes:
 * @bytes: the file as it is; copied, as a NUL byte must follow the text
 * @encoding: (nullable): an encoding's name forced by the reader, or %NULL to decide by BOM,
 *   valid UTF-8, then uchardet
 * @name: what messages call the input, e.g. its path
 *
 * Fails with %VR_ERROR_NOT_TEXT, %VR_ERROR_ENCODING (another kind of document, or not in @encoding)
 * or %VR_ERROR_TOO_LARGE.
 *
 * Returns: (transfer full): the text
 */
VrText *vr_text_new_from_bytes (GBytes *bytes, const char *encoding, const char *name,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_text_new_from_web: as vr_text_new_from_bytes()
 * @content_type: (nullable): the header that came with it, e.g. "text/html; charset=koi8-r"
 */
VrText *vr_text_new_from_web (GBytes *bytes, const char *encoding, const char *content_type,
                              const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_text_new_from_file:
 * @path: a file, or "-" for standard input
 *
 * Reads it into memory once, which clean UTF-8 stays in: a mapped file could change or shrink under
 * us.  As vr_text_new_from_bytes(), which names the file in its messages; fails in %G_IO_ERROR too
 * (a folder, a missing or unreadable file: one sentence with the name and what to do).
 */
VrText *vr_text_new_from_file (const char *path, const char *encoding,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_text_new_from_named_file: the same, and @name is what vr_text_get_name() returns; messages
 * name the file. */
VrText *vr_text_new_from_named_file (const char *path, const char *name, const char *encoding,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_text_new_converted:
 * @source: the document as it is; only its size and sum are kept
 * @text: (transfer full): what an importer made of it: valid UTF-8 without NUL, terminated
 * @encoding, @decided_by: copied
 *
 * Returns: (transfer full): a text that stands for @source
 */
VrText *vr_text_new_converted (GBytes *source, char *text, const char *encoding,
                               const char *decided_by, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_text_new_repaired:
 * @kept: (nullable): source_from of runs that stay as they are, rising, @n_kept of them: what the
 *   reader took back
 *
 * Repairs mojibake, as vr_mojibake_repair() does.
 *
 * Returns: (transfer full): the repaired text; @self itself where nothing is repaired
 */
VrText *vr_text_new_repaired (VrText *self, const guint32 *kept,
                              guint n_kept) G_GNUC_WARN_UNUSED_RESULT;

/** vr_text_peek_repairs: what was repaired in it, in order; borrowed. */
const VrRepairedRun *vr_text_peek_repairs (const VrText *self, guint *n);

/** vr_text_peek_kept: what was not repaired as the reader took it back, in order; @from and @to are
 * where it stands as it was.  Borrowed. */
const VrRepairedRun *vr_text_peek_kept (const VrText *self, guint *n);

/** vr_text_peek_before: what stood there before @repair; borrowed. */
VrSlice vr_text_peek_before (const VrText *self, const VrRepairedRun *repair);

/** vr_text_peek_after: what stands there now; borrowed. */
VrSlice vr_text_peek_after (const VrText *self, const VrRepairedRun *repair);

/** vr_text_find_repair: the number of the first one that begins at byte @at of the text or behind
 * it; how many there are where none does.  Logarithmic time. */
guint vr_text_find_repair (const VrText *self, guint32 at);

/** vr_text_map_repaired: where byte @at of the text before all repairs is now; inside of a repaired
 * run, where that begins. */
guint32 vr_text_map_repaired (const VrText *self, guint32 at);

/** vr_text_read_bytes: what such a file holds, as it is.  Returns: (transfer full): the bytes */
GBytes *vr_text_read_bytes (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_text_new_taking:
 * @bytes: (transfer full): what vr_text_read_bytes() read: where nobody else has it, no copy is
 * made
 * @name: what vr_text_get_name() returns
 * @shown_name: what messages call the input
 *
 * As vr_text_new_from_bytes().
 */
VrText *vr_text_new_taking (GBytes *bytes, const char *encoding, const char *name,
                            const char *shown_name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/** vr_text_dup_shown_name: Returns: (transfer full): what messages call the file @path, or "-". */
char *vr_text_dup_shown_name (const char *path) G_GNUC_WARN_UNUSED_RESULT;

VrText *vr_text_ref (VrText *self);
void vr_text_unref (VrText *self);

/** vr_text_peek: the whole text; borrowed; followed by a NUL byte. */
const char *vr_text_peek (const VrText *self, gsize *n_bytes);

/** vr_text_get_name: path or name as given; borrowed. */
const char *vr_text_get_name (const VrText *self);

/** vr_text_get_encoding: e.g. "UTF-8", "UTF-16LE", "windows-1252"; borrowed. */
const char *vr_text_get_encoding (const VrText *self);

/**
 * vr_text_get_decided_by:
 *
 * Returns: what told the encoding; borrowed: "bom", "utf-8" (valid, or nearly), "zeros" (UTF-16 or
 * UTF-32 without a mark), "http" (the server), "declared" (the document itself), "statistics" (in
 * which encoding the bytes are likeliest), "default" (nobody knows: read as windows-1252), "option"
 * or "empty"
 */
const char *vr_text_get_decided_by (const VrText *self);

/** vr_text_get_sha256: SHA-256 of the source bytes, 64 hexadecimal digits; borrowed. */
const char *vr_text_get_sha256 (const VrText *self);

/** vr_text_get_source_bytes: how many bytes the source had. */
gsize vr_text_get_source_bytes (const VrText *self);

/** vr_text_get_n_replaced: how many NULs and stray bytes became U+FFFD. */
guint vr_text_get_n_replaced (const VrText *self);

/** vr_text_peek_strays: bytes in UTF-8 that were read as windows-1252, in order; %NULL if none. */
const VrStrayByte *vr_text_peek_strays (const VrText *self, guint *n_strays);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrText, vr_text_unref)

G_END_DECLS
