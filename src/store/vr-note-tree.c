/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All notes of a variant, as one commit of git-notes(1). */
#include "vr-note-tree.h"

#include "vr-note-text.h"

#include <sys/stat.h>

#define REMOVED "removed"
#define FOLDER_DIGITS 2
/* Git's own notes are in folders from 256 on. */
#define MAX_FLAT 256
#define TREE_FILE "100644 "
#define TREE_FOLDER "40000 "
#define PERSON "Variorum <variorum@localhost>"
#define MESSAGE "Notes\n"
/* Two levels of them, each full; one folder named many times over would have no end. */
#define MAX_FOLDERS (1 + 256 + 256 * 256)
#define HEX_DIGITS "0123456789abcdef"
/* The last second that git takes: 31 December 9999. */
#define MAX_TIME G_GINT64_CONSTANT (253402300799)

/* What is at hand while a tree is read. */
typedef struct
{
  VrNoteTree *tree;
  VrNoteTreeReader read;
  gpointer data;
} Reading;

/* Where libgit2 reads. */
typedef struct
{
  git_repository *repository;
  const char *path; /* NULL where trouble is passed over */
  GError **error;
  guint n_folders;
} Source;

VrNoteTree *
vr_note_tree_new (void)
{
  VrNoteTree *self = g_new0 (VrNoteTree, 1);

  self->notes = vr_git_new_ids ((GDestroyNotify)g_ptr_array_unref);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
vr_note_tree_free (VrNoteTree *self)
{
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->removed);
  g_free (self);
}

GPtrArray *
vr_note_tree_get (VrNoteTree *self, const git_oid *version)
{
  GPtrArray *notes = g_hash_table_lookup (self->notes, version);

  if (notes == NULL)
    {
      notes = g_ptr_array_new_with_free_func ((GDestroyNotify)vr_note_free);
      g_hash_table_insert (self->notes, g_memdup2 (version, sizeof *version), notes);
    }

  return notes;
}

static char *
dup_pair (const git_oid *version, const char *note)
{
  char hex[VR_GIT_HEX_BYTES];

  return g_strconcat (vr_git_write_hex (hex, version), " ", note, NULL);
}

gboolean
vr_note_tree_is_removed (const VrNoteTree *self, const git_oid *version, const char *note)
{
  g_autofree char *pair = dup_pair (version, note);

  return g_hash_table_contains (self->removed, pair);
}

void
vr_note_tree_remove (VrNoteTree *self, const git_oid *version, const char *note)
{
  GPtrArray *notes = vr_note_tree_get (self, version);
  int at = vr_note_text_find (notes, note);

  g_hash_table_add (self->removed, dup_pair (version, note));
  if (at >= 0)
    g_ptr_array_remove_index (notes, (guint)at);
}

static gboolean
read_notes (const Reading *self, const git_oid *version, const git_oid *id)
{
  g_autoptr (GBytes) blob = self->read (self->data, id, GIT_OBJECT_BLOB);

  if (blob != NULL)
    vr_note_text_read (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob),
                       vr_note_tree_get (self->tree, version));

  return blob != NULL;
}

static gboolean
read_removed (const Reading *self, const git_oid *id)
{
  g_autoptr (GBytes) blob = self->read (self->data, id, GIT_OBJECT_BLOB);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (blob == NULL)
    return FALSE;
  text = g_utf8_make_valid (g_bytes_get_data (blob, NULL), (gssize)g_bytes_get_size (blob));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *hex = g_strndup (*line, strcspn (*line, " "));
      git_oid version;

      if (vr_git_parse_id (hex, &version) && (*line)[strlen (hex)] == ' ')
        vr_note_tree_remove (self->tree, &version, *line + strlen (hex) + 1);
    }

  return TRUE;
}

/* "100644 name", U+0000 and an id. */
typedef struct
{
  gboolean is_folder;
  gboolean is_file;
  const char *name;
  git_oid id;
} Entry;

static gboolean
read_entry (const guint8 **at, const guint8 *end, Entry *entry)
{
  const char *mode = (const char *)*at;
  const guint8 *name_end = memchr (mode, '\0', (gsize)(end - *at));
  guint64 kind;
  char *space;

  if (name_end == NULL || end - name_end <= GIT_OID_RAWSZ)
    return FALSE;
  kind = g_ascii_strtoull (mode, &space, 8) & S_IFMT;
  if (!g_ascii_isdigit (*mode) || *space != ' ')
    return FALSE;
  entry->is_folder = kind == S_IFDIR;
  entry->is_file = kind != S_IFDIR && kind != GIT_FILEMODE_COMMIT;
  entry->name = space + 1;
  memcpy (entry->id.id, name_end + 1, GIT_OID_RAWSZ);
  *at = name_end + 1 + GIT_OID_RAWSZ;

  return TRUE;
}

static gboolean
is_folder (const Entry *entry)
{
  return entry->is_folder && strlen (entry->name) == FOLDER_DIGITS
         && strspn (entry->name, HEX_DIGITS) == FOLDER_DIGITS;
}

static gboolean read_tree (const Reading *self, const git_oid *id, const char *digits);

/* @digits: of the folders above; no more than an id has, so there is an end to it. */
static gboolean
read_below (const Reading *self, const Entry *entry, const char *digits)
{
  g_autofree char *hex = g_strconcat (digits, entry->name, NULL);
  git_oid version;

  if (entry->is_file && g_str_equal (hex, REMOVED))
    return read_removed (self, &entry->id);
  if (entry->is_file && vr_git_parse_id (hex, &version))
    return read_notes (self, &version, &entry->id);

  return !is_folder (entry) || strlen (hex) >= GIT_OID_HEXSZ || read_tree (self, &entry->id, hex);
}

static gboolean
read_tree (const Reading *self, const git_oid *id, const char *digits)
{
  g_autoptr (GBytes) tree = self->read (self->data, id, GIT_OBJECT_TREE);
  gsize n_bytes = 0;
  const guint8 *at = tree != NULL ? g_bytes_get_data (tree, &n_bytes) : NULL;
  const guint8 *end = at + n_bytes;
  Entry entry;

  while (at != end)
    if (!read_entry (&at, end, &entry) || !read_below (self, &entry, digits))
      return FALSE;

  return tree != NULL;
}

/* What one side has taken away, the other may still have brought. */
static void
drop_removed (VrNoteTree *self)
{
  GHashTableIter iter;
  gpointer version;
  gpointer value;

  if (g_hash_table_size (self->removed) == 0)
    return;
  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &version, &value))
    {
      GPtrArray *notes = value;

      for (guint i = notes->len; i > 0; i--)
        if (vr_note_tree_is_removed (self, version,
                                     ((VrNote *)g_ptr_array_index (notes, i - 1))->id))
          g_ptr_array_remove_index (notes, i - 1);
    }
}

gboolean
vr_note_tree_read_below (VrNoteTree *self, const git_oid *id, VrNoteTreeReader read, gpointer data)
{
  Reading reading = { self, read, data };

  if (!read_tree (&reading, id, ""))
    return FALSE;
  drop_removed (self);

  return TRUE;
}

/* Libgit2 looks at each object first, so what is read below is sound, or told in its words. */
static GBytes *
read_object (gpointer data, const git_oid *id, git_object_t type)
{
  Source *self = data;
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_odb) odb = NULL;
  g_autoptr (git_odb_object) raw = NULL;
  int result = git_object_lookup (&object, self->repository, id, type);

  if (result == 0 && type == GIT_OBJECT_TREE && ++self->n_folders > MAX_FOLDERS)
    {
      git_error_set_str (GIT_ERROR_TREE, "too many folders of notes");
      result = GIT_ERROR;
    }
  if (result == 0)
    result = git_repository_odb (&odb, self->repository);
  if (result == 0)
    result = git_odb_read (&raw, odb, id);
  if (result == 0)
    return g_bytes_new (git_odb_object_data (raw), git_odb_object_size (raw));
  if (self->path != NULL)
    vr_git_check (result, self->path, self->error);

  return self->path == NULL ? g_bytes_new_static ("", 0) : NULL;
}

gboolean
vr_note_tree_read (VrNoteTree *self, git_repository *repository, const git_oid *id,
                   const char *path, GError **error)
{
  Source source = { repository, path, error, 0 };
  g_autoptr (git_object) object = NULL;
  g_autoptr (git_object) tree = NULL;
  int result = git_object_lookup (&object, repository, id, GIT_OBJECT_ANY);

  if (result == 0)
    result = git_object_peel (&tree, object, GIT_OBJECT_TREE);
  /* What leads to no tree has no notes. */
  if (result == GIT_EINVALIDSPEC || result == GIT_EPEEL)
    return TRUE;
  if (result < 0)
    return path == NULL || vr_git_check (result, path, error);

  return vr_note_tree_read_below (self, git_object_id (tree), read_object, &source);
}

GHashTable *
vr_note_tree_list (const VrNoteTree *self)
{
  GHashTable *notes =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  GHashTableIter iter;
  gpointer version;
  gpointer list;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &version, &list))
    if (((GPtrArray *)list)->len > 0)
      g_hash_table_insert (notes, vr_git_write_hex (g_malloc (VR_GIT_HEX_BYTES), version),
                           g_ptr_array_ref (list));

  return notes;
}

static void
append_entry (GString *tree, const char *mode, const char *name, const git_oid *id)
{
  g_string_append (tree, mode);
  g_string_append (tree, name);
  g_string_append_c (tree, '\0');
  g_string_append_len (tree, (const char *)id->id, GIT_OID_RAWSZ);
}

/* The versions that have notes, in the order of a tree. */
static GList *
list_versions (const VrNoteTree *self)
{
  GList *versions = NULL;
  GHashTableIter iter;
  gpointer version;
  gpointer notes;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, &version, &notes))
    if (((GPtrArray *)notes)->len > 0)
      versions = g_list_prepend (
          versions, git_oid_tostr (g_malloc (VR_GIT_HEX_BYTES), VR_GIT_HEX_BYTES, version));

  return g_list_sort (versions, (GCompareFunc)strcmp);
}

static void
write_notes (const VrNoteTree *self, const char *hex, const char *name, GString *tree,
             VrNoteTreeWriter write, gpointer data)
{
  g_autofree char *text = NULL;
  git_oid version, id;

  git_oid_fromstr (&version, hex);
  text = vr_note_text_write (g_hash_table_lookup (self->notes, &version));
  write (data, GIT_OBJECT_BLOB, text, strlen (text), &id);
  append_entry (tree, TREE_FILE, name, &id);
}

static void
write_folders (const VrNoteTree *self, GList *versions, GString *tree, VrNoteTreeWriter write,
               gpointer data)
{
  while (versions != NULL)
    {
      g_autofree char *name = g_strndup (versions->data, FOLDER_DIGITS);
      g_autoptr (GString) folder = g_string_new (NULL);
      git_oid id;

      for (; versions != NULL && g_str_has_prefix (versions->data, name); versions = versions->next)
        write_notes (self, versions->data, (const char *)versions->data + FOLDER_DIGITS, folder,
                     write, data);
      write (data, GIT_OBJECT_TREE, folder->str, folder->len, &id);
      append_entry (tree, TREE_FOLDER, name, &id);
    }
}

static void
write_versions (const VrNoteTree *self, GString *tree, VrNoteTreeWriter write, gpointer data)
{
  GList *versions = list_versions (self);

  if (g_list_length (versions) > MAX_FLAT)
    write_folders (self, versions, tree, write, data);
  else
    for (GList *l = versions; l != NULL; l = l->next)
      write_notes (self, l->data, l->data, tree, write, data);
  g_list_free_full (versions, g_free);
}

static void
write_removed (const VrNoteTree *self, GString *tree, VrNoteTreeWriter write, gpointer data)
{
  g_autoptr (GList) pairs =
      g_list_sort (g_hash_table_get_keys (self->removed), (GCompareFunc)strcmp);
  g_autoptr (GString) text = g_string_new (NULL);
  git_oid id;

  if (pairs == NULL)
    return;
  for (GList *l = pairs; l != NULL; l = l->next)
    g_string_append_printf (text, "%s\n", (const char *)l->data);
  write (data, GIT_OBJECT_BLOB, text->str, text->len, &id);
  append_entry (tree, TREE_FILE, REMOVED, &id);
}

/* That of the latest note: no other is the same whoever asks. */
static gint64
find_time (const VrNoteTree *self)
{
  GHashTableIter iter;
  gpointer value;
  gint64 latest = 0;

  g_hash_table_iter_init (&iter, self->notes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const GPtrArray *notes = value;
      const VrNote *last = notes->len > 0 ? g_ptr_array_index (notes, notes->len - 1) : NULL;

      if (last != NULL && last->time != NULL)
        latest = MAX (latest, g_date_time_to_unix (last->time));
    }

  return MIN (latest, MAX_TIME);
}

void
vr_note_tree_write (const VrNoteTree *self, VrNoteTreeWriter write, gpointer data, git_oid *id)
{
  g_autoptr (GString) tree = g_string_new (NULL);
  g_autofree char *commit = NULL;
  gint64 time = find_time (self);
  char hex[VR_GIT_HEX_BYTES];
  git_oid tree_id;

  write_versions (self, tree, write, data);
  write_removed (self, tree, write, data);
  write (data, GIT_OBJECT_TREE, tree->str, tree->len, &tree_id);
  commit = g_strdup_printf ("tree %s\nauthor " PERSON " %" G_GINT64_FORMAT
                            " +0000\ncommitter " PERSON " %" G_GINT64_FORMAT " +0000\n\n" MESSAGE,
                            git_oid_tostr (hex, sizeof hex, &tree_id), time, time);
  write (data, GIT_OBJECT_COMMIT, commit, strlen (commit), id);
}
