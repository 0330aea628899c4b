/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is compared, with everything the reader said of it: two sources, options, overrides,
 * notes. */
#pragma once

#include "vr-compare.h"
#include "vr-notes.h"
#include "vr-overrides.h"

G_BEGIN_DECLS

/**
 * VrSource:
 * @name: what messages and people call it: a path, a title
 * @uri: (nullable): where it can be read again
 * @bytes: (nullable): its very bytes, where the document holds them; they go before @uri
 * @encoding: (nullable): forced by the reader for this one, else the options decide
 * @format: (nullable): what it is, as vr_format_get_names() has it, where that was said
 * @kept: repairs of characters that the reader took back, as vr_text_new_repaired() has them,
 *   @n_kept of them
 *
 * Where one article comes from; @uri or @bytes is set, or both.  A web page has the address where
 * it was found in the end as its @uri, which its links start from.
 */
typedef struct
{
  const char *name;
  const char *uri;
  GBytes *bytes;
  const char *encoding;
  const char *format;
  const guint32 *kept;
  guint n_kept;
} VrSource;

/**
 * VrDocument:
 *
 * Immutable and atomically ref-counted: a reader's step back is the document before.  The paragraph
 * numbers of its overrides are those of its sources as they were read with its options.
 */
typedef struct _VrDocument VrDocument;

/**
 * vr_document_new:
 * @sources: old, then new; copied
 * @options: (nullable): copied; the defaults where %NULL
 * @overrides: (nullable): a reference is taken
 *
 * Returns: (transfer full): the document
 */
VrDocument *vr_document_new (const VrSource sources[VR_N_SIDES], const VrOptions *options,
                             VrOverrides *overrides) G_GNUC_WARN_UNUSED_RESULT;

/** vr_document_new_for_files: Returns: (transfer full): two files, read when compared. */
VrDocument *vr_document_new_for_files (GFile *old_file, GFile *new_file) G_GNUC_WARN_UNUSED_RESULT;

VrDocument *vr_document_ref (VrDocument *self);
void vr_document_unref (VrDocument *self);

/** vr_document_peek_source: borrowed. */
const VrSource *vr_document_peek_source (const VrDocument *self, VrSide side);
/** vr_document_peek_options: borrowed. */
const VrOptions *vr_document_peek_options (const VrDocument *self);
/** vr_document_get_overrides: (nullable): borrowed. */
VrOverrides *vr_document_get_overrides (const VrDocument *self);

/** vr_document_get_notes: (nullable): what the reader noted on rows; borrowed.  It stays with each
 * document that is made of this one. */
VrNotes *vr_document_get_notes (const VrDocument *self);

/** vr_source_is_page: whether it is a web page, which whoever compares it fetches first: nothing
 * here goes to the network. */
gboolean vr_source_is_page (const VrSource *source);

/** vr_document_wants_page: whether one side is a web page that was not fetched yet. */
gboolean vr_document_wants_page (const VrDocument *self, VrSide side);

/** vr_document_swap: Returns: (transfer full): old and new exchanged, overrides and notes too. */
VrDocument *vr_document_swap (const VrDocument *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_document_with_source: Returns: (transfer full): the same with another source, copied, on
 * one side; without overrides, which counted its paragraphs. */
VrDocument *vr_document_with_source (const VrDocument *self, VrSide side,
                                     const VrSource *source) G_GNUC_WARN_UNUSED_RESULT;
/** vr_document_with_options: Returns: (transfer full): the same with other options. */
VrDocument *vr_document_with_options (const VrDocument *self,
                                      const VrOptions *options) G_GNUC_WARN_UNUSED_RESULT;
/** vr_document_with_overrides: @overrides: (nullable); Returns: (transfer full): the same with
 * others. */
VrDocument *vr_document_with_overrides (const VrDocument *self,
                                        VrOverrides *overrides) G_GNUC_WARN_UNUSED_RESULT;

/** vr_document_with_notes: @notes: (nullable); Returns: (transfer full): the same with others. */
VrDocument *vr_document_with_notes (const VrDocument *self,
                                    VrNotes *notes) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_document_read:
 *
 * Reads one side and cuts it into paragraphs.  Fails as vr_text_new_from_file() does, with one
 * sentence that names the source, as vr_document_check_article() where its file is read, with
 * %VR_ERROR_NOT_FOUND for a web page that was not fetched, and in %G_IO_ERROR_CANCELLED.  May run
 * in any thread.
 *
 * Returns: (transfer full): the article
 */
VrArticle *vr_document_read (const VrDocument *self, VrSide side, GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_document_compare:
 * @failed: (out): the side that could not be read, or %VR_N_SIDES where both could
 *
 * Reads both sides and compares them.  Fails as vr_document_read() and vr_compare() do.
 *
 * Returns: (transfer full): the comparison
 */
VrComparison *vr_document_compare (const VrDocument *self, const VrProgress *progress,
                                   GCancellable *cancellable, guint *failed,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_document_compare_known:
 * @known: by side, (nullable) elements: what a source was read as already, with the same options
 *
 * As vr_document_compare(), but what is known is not read again.
 */
VrComparison *vr_document_compare_known (const VrDocument *self, VrArticle *const known[VR_N_SIDES],
                                         const VrProgress *progress, GCancellable *cancellable,
                                         guint *failed, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_document_hold:
 * @comparison: what became of @self, which tells what was read
 * @rewritten: (out): a bit (1 << side) for each source that is held as UTF-8 text instead of its
 *   own bytes, because those are gone or have changed since; its encoding then says so
 *
 * Keeps the very bytes that were compared: those that @self holds, or the text where it equals
 * them, or what the file says still (SHA-256 decides).  May run in any thread.
 *
 * Returns: (transfer full): the same, with the bytes of both sources
 */
VrDocument *vr_document_hold (const VrDocument *self, const VrComparison *comparison,
                              guint *rewritten,
                              GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_document_load:
 *
 * Reads both sources now, for files that will soon be gone, or anew, where they are held already.
 * One that cannot be read stays as it is: with the bytes it had, or vr_document_read() says why.
 * May run in any thread.
 *
 * Returns: (transfer full): the same, with the bytes of what could be read
 */
VrDocument *vr_document_load (const VrDocument *self,
                              GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/** vr_document_forget_pages: Returns: (transfer full): the same without the bytes of web pages,
 * which are to be fetched again; overrides stay. */
VrDocument *vr_document_forget_pages (const VrDocument *self) G_GNUC_WARN_UNUSED_RESULT;

/** vr_source_equal: whether both name the same file or bytes, in the same encoding; bytes that
 * only one of them holds do not tell them apart, and names do not either. */
gboolean vr_source_equal (const VrSource *a, const VrSource *b);

/** vr_document_equal: whether sources, options, overrides and notes are the same. */
gboolean vr_document_equal (const VrDocument *a, const VrDocument *b);

/** vr_document_equal_but_notes: whether a comparison of one is that of the other. */
gboolean vr_document_equal_but_notes (const VrDocument *a, const VrDocument *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrDocument, vr_document_unref)

G_END_DECLS
