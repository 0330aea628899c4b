/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of a damaged archive, by the names that versions have in the repaired one. */
#include "vr-note-private.h"
#include "vr-note-text.h"
#include "vr-note-tree.h"

#include <glib/gi18n-lib.h>

G_GNUC_PRINTF (2, 3)
static void
tell (VrMending *mending, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (mending->changes, g_strdup_vprintf (format, args));
  va_end (args);
}

/* What @version is called now; NULL where it is lost. */
static const git_oid *
find_mended (VrMending *mending, const git_oid *version)
{
  const GArray *mended = g_hash_table_lookup (mending->mended, version);

  /* One that no branch has, as of another's trash, keeps its name. */
  if (mended == NULL)
    return version;
  if (mended->len != 1 || g_hash_table_contains (mending->lost, version))
    return NULL;

  return &g_array_index (mended, git_oid, 0);
}

static void
move_notes (VrMending *mending, const char *name, const VrNoteTree *from, VrNoteTree *to)
{
  GHashTableIter iter;
  gpointer version;
  gpointer value;

  g_hash_table_iter_init (&iter, from->notes);
  while (g_hash_table_iter_next (&iter, &version, &value))
    {
      const git_oid *own = find_mended (mending, version);
      const GPtrArray *notes = value;
      char hex[VR_GIT_HEX_BYTES];

      if (own == NULL && notes->len > 0)
        tell (mending, _ ("%s: the notes on version %.7s are lost with it."), name,
              git_oid_tostr (hex, sizeof hex, version));
      for (guint i = 0; own != NULL && i < notes->len; i++)
        vr_note_text_add (vr_note_tree_get (to, own),
                          vr_note_text_dup (g_ptr_array_index (notes, i)));
    }
}

static void
move_removed (VrMending *mending, const VrNoteTree *from, VrNoteTree *to)
{
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, from->removed);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    {
      g_autofree char *hex = g_strndup (pair, GIT_OID_HEXSZ);
      const git_oid *own;
      git_oid version;

      own = vr_git_parse_id (hex, &version) ? find_mended (mending, &version) : NULL;
      if (own != NULL)
        vr_note_tree_remove (to, own, (const char *)pair + GIT_OID_HEXSZ + 1);
    }
}

static void
write_object (gpointer data, git_object_t type, const char *bytes, gsize n_bytes, git_oid *id)
{
  vr_salvage_write (data, type, bytes, n_bytes, id);
}

void
vr_note_mend (VrMending *mending, const char *ref, const git_oid *id, git_oid *own)
{
  g_autoptr (VrNoteTree) old = vr_note_tree_new ();
  g_autoptr (VrNoteTree) mended = vr_note_tree_new ();
  const char *name = strstr (ref, "notes/") + strlen ("notes/");

  if (!vr_mending_is_whole (mending->salvage, id))
    tell (mending, _ ("%s: some of the notes are lost."), name);
  vr_note_tree_read (old, mending->salvage->repository, id, NULL, NULL);
  move_notes (mending, name, old, mended);
  move_removed (mending, old, mended);
  vr_note_tree_write (mended, write_object, mending->salvage, own);
}
