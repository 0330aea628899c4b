/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of an archive's paragraphs, beside the archive; for src/history only. */
#pragma once

#include "vr-progress.h"
#include "vr-span.h"
#include "vr-version-text.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * VrSearchStatement: one thing that is asked of or told the index
 *
 * Each is prepared once, when first used.
 */
typedef enum
{
  VR_SEARCH_BEGIN,
  VR_SEARCH_BEGIN_READING,
  VR_SEARCH_COMMIT,
  VR_SEARCH_LIST_VARIANTS,
  VR_SEARCH_FIND_VARIANT,
  VR_SEARCH_ADD_VARIANT,
  VR_SEARCH_SET_LAST,
  VR_SEARCH_FORGET_VARIANT,
  VR_SEARCH_FORGET_VERSIONS,
  VR_SEARCH_FORGET_STAYS,
  VR_SEARCH_FORGET_FLAGS,
  VR_SEARCH_FORGET_TEXTS,
  VR_SEARCH_LIST_FLAGS,
  VR_SEARCH_PUT_FLAGS,
  VR_SEARCH_GET_LISTED,
  VR_SEARCH_SET_LISTED,
  VR_SEARCH_FIND_TEXT,
  VR_SEARCH_PUT_TEXT,
  VR_SEARCH_ADD_VERSION,
  VR_SEARCH_GET_VERSION,
  VR_SEARCH_FIND_PARAGRAPH,
  VR_SEARCH_ADD_PARAGRAPH,
  VR_SEARCH_ADD_LETTERS,
  VR_SEARCH_ADD_STAY,
  VR_SEARCH_END_STAY,
  VR_SEARCH_LIST_ORPHANS,
  VR_SEARCH_FORGET_LETTERS,
  VR_SEARCH_FORGET_PARAGRAPH,
  VR_SEARCH_GET_LAST_PARAGRAPH,
  VR_SEARCH_GET_PARAGRAPH_FROM,
  VR_SEARCH_MATCH,
  VR_SEARCH_LIST_TEXTS,
  VR_SEARCH_LIST_STAYS,
  VR_N_SEARCH_STATEMENTS,
} VrSearchStatement;

/**
 * VrSearchIndex:
 *
 * What stands in it can be had from the archive at any time: who finds it broken makes it anew.
 *
 * Versions of a variant mostly share their paragraphs, so each different paragraph is kept once,
 * with its stays: from which version to which it stood in a variant.  A phrase is looked for in
 * the paragraphs alone, and the stays of those that have it are its history.
 *
 * Beside them stands what else was found out at some length: what comparing versions told
 * (vr-known-flags.h) and where texts stood (vr-known-texts.h), by variant and filled by those who
 * had to find it.
 */
typedef struct
{
  sqlite3 *db;
  sqlite3_stmt *statements[VR_N_SEARCH_STATEMENTS];
  int trouble; /* the first code of SQLite's that was no success, else SQLITE_OK */
} VrSearchIndex;

/**
 * vr_search_index_new:
 * @path: (nullable): the file, which is made (0600) where there is none; %NULL for an index in
 *   memory
 * @wait_ms: how long another program that writes it is waited for
 *
 * Where a file is no index, one of another format or made by another Unicode, @trouble says so.
 *
 * Returns: (transfer full): the index; to be freed whatever its @trouble
 */
VrSearchIndex *vr_search_index_new (const char *path, int wait_ms) G_GNUC_WARN_UNUSED_RESULT;
void vr_search_index_free (VrSearchIndex *self);

/** vr_search_index_ask: a statement that is ready for its values, or %NULL in trouble; borrowed. */
sqlite3_stmt *vr_search_index_ask (VrSearchIndex *self, VrSearchStatement statement);

/** vr_search_index_next: Returns: whether there is a row; without one, or in trouble, @statement is
 * done with. */
gboolean vr_search_index_next (VrSearchIndex *self, sqlite3_stmt *statement);

/** vr_search_index_do: runs @statement to its end.  Returns: %FALSE in trouble */
gboolean vr_search_index_do (VrSearchIndex *self, sqlite3_stmt *statement);

/** vr_search_index_do_it: the same for a statement without values. */
gboolean vr_search_index_do_it (VrSearchIndex *self, VrSearchStatement statement);

/** vr_search_index_peek_text: a column of the row that @statement is at, valid UTF-8; borrowed
 * until it is asked for the next one.  Text that is none is a broken index's: empty, and trouble.
 */
VrSlice vr_search_index_peek_text (VrSearchIndex *self, sqlite3_stmt *statement, int column);

/** vr_search_index_give_up: what it says cannot be: it is to be made anew. */
void vr_search_index_give_up (VrSearchIndex *self);

/** vr_search_index_remove: takes the file away, with what SQLite keeps beside it. */
void vr_search_index_remove (const char *path);

/** vr_search_index_is_out_of_reach: Returns: whether after this @trouble the file itself is fine,
 * or at least cannot be made better by making it anew. */
gboolean vr_search_index_is_out_of_reach (int trouble);

/**
 * vr_search_index_find_variant:
 * @last: (out): room for %VR_VERSION_ID_BYTES: the last version whose paragraphs are there, or ""
 * @n_versions: (out): how many versions that is
 *
 * Returns: whether it is there; %FALSE in trouble too
 */
gboolean vr_search_index_find_variant (VrSearchIndex *self, const char *name, gint64 *id,
                                       char *last, guint *n_versions);
/** vr_search_index_add_variant: one that is not there, with no version yet.  Returns: %FALSE in
 * trouble */
gboolean vr_search_index_add_variant (VrSearchIndex *self, const char *name, gint64 *id);

/** vr_search_index_end: ends what has been begun: all of it, or as if it had not been.  Returns:
 * whether it was done and stands. */
gboolean vr_search_index_end (VrSearchIndex *self, gboolean is_done);

/**
 * vr_search_index_update:
 *
 * Brings the index up to date with the archive: at no cost where nothing has changed, and by the
 * new versions alone where there are some.  Durable variant by variant.
 *
 * Returns: %FALSE in trouble of SQLite's, with @error unset, and in trouble of the archive's or
 *   when cancelled, with @error set
 */
gboolean vr_search_index_update (VrSearchIndex *self, VrArchive *archive,
                                 const VrProgress *progress, GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrSearchIndex, vr_search_index_free)

G_END_DECLS
