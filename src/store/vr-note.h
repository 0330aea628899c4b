/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people noted about versions: what was changed there, and what they make of it. */
#pragma once

#include "vr-archive.h"
#include "vr-article.h"

G_BEGIN_DECLS

/**
 * VrNote:
 * @id: 64 hexadecimal digits, of all that follows; never changes
 * @author: (nullable): "Name <address>"; %NULL where git made the note
 * @time: (nullable): when it was written, in its zone; %NULL where git made the note
 * @paragraph: of the version, from 1, that it is about; 0 for the version as a whole
 * @at: (nullable): the words in that paragraph that it is about, as they stand there, on one line
 * @text: any text of one line or more, without white space at its end
 *
 * A note.  Nothing in it changes; one that is worded anew is another.
 */
typedef struct
{
  char *id;
  char *author;
  GDateTime *time;
  guint paragraph;
  char *at;
  char *text;
} VrNote;

void vr_note_free (VrNote *self);

/**
 * vr_note_list:
 * @name: "story/variant"
 *
 * Notes stand in `refs/notes/STORY/VARIANT` as git-notes(1) has them, so that
 * `git log --notes=STORY/VARIANT STORY/VARIANT` shows them, and those that git makes there are
 * listed, a note a paragraph.
 *
 * Returns: (transfer full) (element-type utf8 GPtrArray(VrNote)): by the id of a version its notes,
 *   earliest first; versions without one are left out
 */
GHashTable *vr_note_list (VrArchive *archive, const char *name,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * vr_note_add:
 * @name: "story/variant"
 * @version: the id of one of its versions
 * @note: @text, and @author, @time, @paragraph and @at where they are known: else it is whoever
 *   runs the program, now, and the whole version; @id is not read
 * @id: (out) (optional) (transfer full): the id that the note has
 *
 * Adds a note.  A moment at which the version has a note already becomes the next free second, so
 * that notes stay in the order in which they were made.  When it returns %TRUE the note is on the
 * disk.  Fails with %VR_ERROR_INVALID for a text without a letter, with %VR_ERROR_NOT_FOUND where
 * there is no such variant, and as vr_archive_open() does.
 */
gboolean vr_note_add (VrArchive *archive, const char *name, const char *version, const VrNote *note,
                      char **id, GError **error);

/** vr_note_remove: takes the note @id of @version away for good, here and where this archive is
 * synced with; does nothing where there is none. */
gboolean vr_note_remove (VrArchive *archive, const char *name, const char *version, const char *id,
                         GError **error);

/**
 * vr_note_find_place:
 * @article: the version's text
 * @words: as a reader looks for them, see VrPattern
 * @paragraph: (out): from 1
 *
 * Finds the sentence that has @words, or the sentences, in one paragraph.  Fails with
 * %VR_ERROR_NOT_FOUND where no sentence has them and with %VR_ERROR_INVALID where several have.
 *
 * Returns: (transfer full): the whole sentence, for VrNote
 */
char *vr_note_find_place (const VrArticle *article, const char *words, guint *paragraph,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (VrNote, vr_note_free)

G_END_DECLS
