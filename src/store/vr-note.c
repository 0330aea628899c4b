/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people noted about versions. */
#include "vr-note-private.h"

#include "vr-maintenance-private.h"
#include "vr-note-text.h"
#include "vr-note-tree.h"
#include "vr-pack.h"
#include "vr-person.h"
#include "vr-refs.h"
#include "vr-version.h"

#include <glib/gi18n-lib.h>

#define MAX_TRIES 100
#define NOTE_BREAKERS "\r\n"

/* Changes the notes that were read; what did not change is not written. */
typedef gboolean (*Change) (VrNoteTree *tree, gpointer data, GError **error);

static gboolean
read_tree (VrArchive *archive, const char *ref, VrNoteTree *tree, git_oid *id, gboolean *found,
           GError **error)
{
  return vr_archive_find (archive, ref, id, found, error)
         && (!*found || vr_note_tree_read (tree, archive->repository, id, archive->path, error));
}

static void
add_object (gpointer data, git_object_t type, const char *bytes, gsize n_bytes, git_oid *id)
{
  vr_pack_add (data, type, bytes, n_bytes, id);
}

static gboolean
write_tree (VrArchive *archive, const char *ref, const VrNoteTree *tree, const git_oid *old_id,
            gboolean *overtaken, GError **error)
{
  g_autoptr (VrPack) pack = vr_pack_new ();
  git_oid id;

  vr_note_tree_write (tree, add_object, pack, &id);
  if (old_id != NULL && git_oid_equal (old_id, &id))
    return TRUE;

  return vr_pack_write (pack, archive->path, error)
         && vr_refs_move (archive, ref, old_id, &id, overtaken, error);
}

static gboolean
fail_overtaken (VrArchive *archive, const char *name, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               _ ("Others write “%s” in the archive “%s” all the time; try again."), name,
               archive->path);

  return FALSE;
}

/* Git itself does not heed our lock, so it may be first. */
static gboolean
change_notes (VrArchive *archive, const char *name, Change change, gpointer data, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_NOTES, name, NULL);

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_autoptr (VrNoteTree) tree = vr_note_tree_new ();
      gboolean overtaken = FALSE;
      gboolean found;
      git_oid id;

      if (!read_tree (archive, ref, tree, &id, &found, error) || !change (tree, data, error))
        return FALSE;
      if (write_tree (archive, ref, tree, found ? &id : NULL, &overtaken, error))
        return TRUE;
      if (!overtaken)
        return FALSE;
    }

  return fail_overtaken (archive, name, error);
}

GHashTable *
vr_note_list (VrArchive *archive, const char *name, GError **error)
{
  g_autofree char *ref = g_strconcat (VR_ARCHIVE_NOTES, name, NULL);
  g_autoptr (VrNoteTree) tree = vr_note_tree_new ();
  gboolean found;
  git_oid id;

  return read_tree (archive, ref, tree, &id, &found, error) ? vr_note_tree_list (tree) : NULL;
}

/* What is to be added to which version, or taken away. */
typedef struct
{
  git_oid version;
  const VrNote *note;
  const char *id;
  char *new_id;
} Wish;

/* One note a second, as by hand: that is the order in which they are listed. */
static gboolean
is_taken (VrNoteTree *tree, const git_oid *version, const VrNote *note)
{
  const GPtrArray *notes = vr_note_tree_get (tree, version);

  for (guint i = 0; i < notes->len; i++)
    {
      const VrNote *other = g_ptr_array_index (notes, i);

      if (other->time != NULL && g_date_time_compare (other->time, note->time) == 0)
        return TRUE;
    }

  return vr_note_tree_is_removed (tree, version, note->id);
}

static gboolean
add (VrNoteTree *tree, gpointer data, GError **error)
{
  Wish *wish = data;
  VrNote *note = vr_note_text_new (wish->note);

  while (is_taken (tree, &wish->version, note))
    {
      g_autoptr (VrNote) before = note;
      g_autoptr (GDateTime) time = before->time;

      before->time = g_date_time_add_seconds (time, 1);
      note = vr_note_text_new (before);
    }
  g_free (wish->new_id);
  wish->new_id = g_strdup (note->id);
  vr_note_text_add (vr_note_tree_get (tree, &wish->version), note);

  return TRUE;
}

static gboolean
take_away (VrNoteTree *tree, gpointer data, GError **error)
{
  const Wish *wish = data;

  if (vr_note_text_find (vr_note_tree_get (tree, &wish->version), wish->id) >= 0)
    vr_note_tree_remove (tree, &wish->version, wish->id);

  return TRUE;
}

static gboolean
change_one (VrArchive *archive, const char *name, const char *version, Change change, Wish *wish,
            GError **error)
{
  g_autofree char *last = vr_version_find_last (archive, name, error);
  g_auto (VrArchiveLock) lock = -1;

  if (last == NULL
      || !vr_git_check (git_oid_fromstr (&wish->version, version), archive->path, error))
    return FALSE;
  lock = vr_archive_lock (archive, error);

  return lock >= 0 && change_notes (archive, name, change, wish, error);
}

/* Lines end as everywhere here, and nothing stands around the words. */
static char *
dup_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) plain = g_string_new (valid);

  g_string_replace (plain, "\r\n", "\n", 0);
  g_string_replace (plain, "\r", "\n", 0);
  g_strchomp (plain->str);

  return g_strdup (plain->str + strspn (plain->str, "\n"));
}

static char *
dup_line (const char *text)
{
  char *line = g_utf8_make_valid (text, -1);

  return g_strstrip (g_strdelimit (line, NOTE_BREAKERS, ' '));
}

gboolean
vr_note_add (VrArchive *archive, const char *name, const char *version, const VrNote *note,
             char **id, GError **error)
{
  g_autofree char *text = dup_text (note->text);
  g_autofree char *author = note->author != NULL ? dup_line (note->author) : vr_person_dup_own ();
  g_autofree char *at = note->at != NULL && note->paragraph > 0 ? dup_line (note->at) : NULL;
  g_autoptr (GDateTime) time =
      note->time != NULL ? g_date_time_ref (note->time) : g_date_time_new_now_local ();
  VrNote plain = { NULL, author, time, note->paragraph, at, text };
  Wish wish = { .note = &plain };
  gboolean is_done;

  if (*text == '\0' || *author == '\0')
    {
      g_set_error (error, VR_ERROR, VR_ERROR_INVALID, _ ("A note needs words and an author."));
      return FALSE;
    }
  is_done = change_one (archive, name, version, add, &wish, error);
  if (is_done && id != NULL)
    *id = g_steal_pointer (&wish.new_id);
  g_free (wish.new_id);
  if (is_done)
    vr_maintenance_note_pack (archive);

  return is_done;
}

gboolean
vr_note_remove (VrArchive *archive, const char *name, const char *version, const char *id,
                GError **error)
{
  Wish wish = { .id = id };

  if (!change_one (archive, name, version, take_away, &wish, error))
    return FALSE;
  vr_maintenance_note_pack (archive);

  return TRUE;
}

/* What is elsewhere, and what it is called in messages. */
typedef struct
{
  VrArchive *archive;
  const git_oid *other;
} Joining;

static gboolean
join (VrNoteTree *tree, gpointer data, GError **error)
{
  const Joining *self = data;

  return vr_note_tree_read (tree, self->archive->repository, self->other, self->archive->path,
                            error);
}

gboolean
vr_note_join (VrArchive *archive, const char *name, const git_oid *other, GError **error)
{
  Joining joining = { archive, other };
  g_autofree char *last = vr_version_find_last (archive, name, NULL);

  /* Another's notes on what is no variant are not ours to change. */
  if (last == NULL)
    return TRUE;

  return change_notes (archive, name, join, &joining, error);
}
