/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pack made of many objects. */
#include "vr-join.h"

#include "vr-pack-index.h"
#include "vr-pack.h"
#include "vr-reach.h"

#include <errno.h>
#include <glib/gstdio.h>

#define FOLDER_PREFIX "variorum-join-"
#define FILE_MODE 0444
/* Gitformat-pack: what a pack begins with. */
#define PACK_SIGNATURE 0x5041434b
#define PACK_VERSION 2
#define PACK_HEADER_BYTES 12
/* That are at hand at once while a pack goes out: libgit2 keeps about a kilobyte of each. */
#define STREAM_OBJECTS (64 * 1024)
/* Git hashes the last sixteen letters of a name; what is named alike is laid side by side. */
#define NAME_DIGITS 12

struct _VrJoin
{
  VrArchive *archive;
  git_odb *odb;
  git_repository *repository; /* of the odb, for libgit2's packbuilder */
  GArray *ids;                /* git_oid */
  GHashTable *known;          /* git_oid of its own */
  GHashTable *names;          /* git_oid of its own: what an object of a version is called */
};

static git_oid *
dup_id (const git_oid *id)
{
  return g_memdup2 (id, sizeof *id);
}

VrJoin *
vr_join_new (VrArchive *archive, git_odb *odb, GError **error)
{
  g_autoptr (VrJoin) self = g_new0 (VrJoin, 1);

  self->archive = archive;
  self->odb = odb;
  self->ids = g_array_new (FALSE, FALSE, sizeof (git_oid));
  self->known = vr_git_new_ids (NULL);
  self->names = vr_git_new_ids (g_free);
  if (!vr_git_check (git_repository_open_bare (&self->repository, archive->path), archive->path,
                     error)
      || !vr_git_check (git_repository_set_odb (self->repository, odb), archive->path, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
vr_join_free (VrJoin *self)
{
  g_clear_pointer (&self->repository, git_repository_free);
  g_array_unref (self->ids);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->names);
  g_free (self);
}

gboolean
vr_join_add (VrJoin *self, const git_oid *id)
{
  if (g_hash_table_contains (self->known, id))
    return FALSE;
  g_hash_table_add (self->known, dup_id (id));
  g_array_append_vals (self->ids, id, 1);

  return TRUE;
}

static int
add_one (const git_oid *id, void *data)
{
  vr_join_add (data, id);

  return 0;
}

gboolean
vr_join_add_all (VrJoin *self, GError **error)
{
  return vr_git_check (git_odb_foreach (self->odb, add_one, self), self->archive->path, error);
}

guint
vr_join_get_n (const VrJoin *self)
{
  return self->ids->len;
}

/* The first version among those at hand that @id goes back to: versions of one variant share it,
 * and so do its sources.  What is on the way points there from then on, as a long history would
 * else be gone through for each of its versions. */
static const git_oid *
find_root (GHashTable *parents, const git_oid *id)
{
  const git_oid *root = id;
  const git_oid *parent;

  while ((parent = g_hash_table_lookup (parents, root)) != NULL)
    root = parent;
  while ((parent = g_hash_table_lookup (parents, id)) != NULL)
    {
      g_hash_table_insert (parents, dup_id (id), (gpointer)root);
      id = parent;
    }

  return root;
}

static void
name_object (VrJoin *self, const git_oid *id, const git_oid *root, guint kind)
{
  char hex[VR_GIT_HEX_BYTES];

  git_oid_tostr (hex, sizeof hex, root);
  if (!g_hash_table_contains (self->names, id))
    g_hash_table_insert (self->names, dup_id (id),
                         g_strdup_printf ("%u%.*s", kind, NAME_DIGITS, hex));
}

static void
name_version (VrJoin *self, const git_oid *id, GHashTable *parents)
{
  const git_oid *root = find_root (parents, id);
  g_autoptr (git_commit) commit = NULL;
  g_autoptr (git_tree) tree = NULL;

  if (git_commit_lookup (&commit, self->repository, id) < 0)
    return;
  name_object (self, id, root, 0);
  name_object (self, git_commit_tree_id (commit), root, 1);
  if (git_commit_tree (&tree, commit) < 0)
    return;
  for (gsize i = 0; i < git_tree_entrycount (tree); i++)
    name_object (self, git_tree_entry_id (git_tree_entry_byindex (tree, i)), root, (guint)i + 2);
}

/* Only a hint for what is like what: an object without a name is packed as well. */
static void
name_objects (VrJoin *self)
{
  g_autoptr (GHashTable) parents = vr_git_new_ids (NULL);
  g_autoptr (GArray) commits = g_array_new (FALSE, FALSE, sizeof (git_oid));

  for (guint i = 0; i < self->ids->len; i++)
    {
      const git_oid *id = &g_array_index (self->ids, git_oid, i);
      g_autoptr (git_commit) commit = NULL;
      git_object_t type;
      gpointer parent;
      gsize n_bytes;

      if (git_odb_read_header (&n_bytes, &type, self->odb, id) < 0 || type != GIT_OBJECT_COMMIT
          || git_commit_lookup (&commit, self->repository, id) < 0)
        continue;
      g_array_append_vals (commits, id, 1);
      if (git_commit_parentcount (commit) > 0
          && g_hash_table_lookup_extended (self->known, git_commit_parent_id (commit, 0), &parent,
                                           NULL))
        g_hash_table_insert (parents, dup_id (id), parent);
    }
  for (guint i = 0; i < commits->len; i++)
    name_version (self, &g_array_index (commits, git_oid, i), parents);
}

static git_packbuilder *
make_builder (VrJoin *self, GError **error)
{
  const char *path = self->archive->path;
  g_autoptr (git_packbuilder) builder = NULL;

  name_objects (self);
  if (!vr_git_check (git_packbuilder_new (&builder, self->repository), path, error))
    return NULL;
  for (guint i = 0; i < self->ids->len; i++)
    {
      const git_oid *id = &g_array_index (self->ids, git_oid, i);
      const char *name = g_hash_table_lookup (self->names, id);

      if (!vr_git_check (git_packbuilder_insert (builder, id, name), path, error))
        return NULL;
    }

  return g_steal_pointer (&builder);
}

static gboolean
build (VrJoin *self, const char *folder, GError **error)
{
  g_autoptr (git_packbuilder) builder = make_builder (self, error);

  return builder != NULL
         && vr_git_check (git_packbuilder_write (builder, folder, FILE_MODE, NULL, NULL),
                          self->archive->path, error);
}

/* One pack that goes out as several of libgit2's, without what they begin and end with. */
typedef struct
{
  VrJoinSink sink;
  gpointer data;
  GChecksum *checksum; /* of what went out */
  gboolean is_stopped; /* by the sink */
  gsize n_skipped;     /* of this one's header */
  guint8 end[GIT_OID_RAWSZ];
  gsize n_end; /* of it: what may be this one's checksum */
} Streaming;

static void
send (Streaming *self, const void *bytes, gsize n_bytes)
{
  g_checksum_update (self->checksum, bytes, (gssize)n_bytes);
  self->is_stopped |= n_bytes > 0 && !self->sink (self->data, bytes, n_bytes);
}

static int
stream_cb (void *data, size_t n_bytes, void *user_data)
{
  Streaming *self = user_data;
  const guint8 *bytes = data;
  gsize n_head = MIN (PACK_HEADER_BYTES - self->n_skipped, n_bytes);
  gsize n_sent;

  self->n_skipped += n_head;
  bytes += n_head;
  n_bytes -= n_head;
  n_sent =
      MIN (self->n_end,
           self->n_end + n_bytes > sizeof self->end ? self->n_end + n_bytes - sizeof self->end : 0);
  send (self, self->end, n_sent);
  memmove (self->end, self->end + n_sent, self->n_end - n_sent);
  self->n_end -= n_sent;
  n_sent = n_bytes - MIN (n_bytes, sizeof self->end - self->n_end);
  send (self, bytes, n_sent);
  memcpy (self->end + self->n_end, bytes + n_sent, n_bytes - n_sent);
  self->n_end += n_bytes - n_sent;

  return self->is_stopped ? GIT_EUSER : 0;
}

/* With an odb of its own, whose memory goes with it. */
static gboolean
stream_some (VrJoin *self, guint from, guint end, Streaming *streaming, GError **error)
{
  g_autofree char *folder = g_build_filename (self->archive->path, "objects", NULL);
  g_autoptr (git_odb) odb = NULL;
  g_autoptr (VrJoin) some = NULL;
  g_autoptr (git_packbuilder) builder = NULL;
  int result;

  if (!vr_git_check (git_odb_open (&odb, folder), self->archive->path, error))
    return FALSE;
  some = vr_join_new (self->archive, odb, error);
  for (guint i = from; some != NULL && i < end; i++)
    vr_join_add (some, &g_array_index (self->ids, git_oid, i));
  builder = some != NULL ? make_builder (some, error) : NULL;
  if (builder == NULL)
    return FALSE;
  streaming->n_skipped = streaming->n_end = 0;
  result = git_packbuilder_foreach (builder, stream_cb, streaming);

  return !streaming->is_stopped && vr_git_check (result, self->archive->path, error);
}

gboolean
vr_join_stream (VrJoin *self, VrJoinSink sink, gpointer data, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  Streaming streaming = { .sink = sink, .data = data, .checksum = checksum };
  const guint32 header[] = { GUINT32_TO_BE (PACK_SIGNATURE), GUINT32_TO_BE (PACK_VERSION),
                             GUINT32_TO_BE (self->ids->len) };
  guint8 digest[GIT_OID_RAWSZ];
  gsize n_digest = sizeof digest;

  G_STATIC_ASSERT (sizeof header == PACK_HEADER_BYTES);
  send (&streaming, header, sizeof header);
  for (guint from = 0; from < self->ids->len; from += STREAM_OBJECTS)
    if (!stream_some (self, from, MIN (from + STREAM_OBJECTS, self->ids->len), &streaming, error))
      return FALSE;
  g_checksum_get_digest (checksum, digest, &n_digest);

  return !streaming.is_stopped && sink (data, digest, n_digest);
}

/* "pack-…" in @folder, or NULL. */
static char *
find_pack (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".idx"))
      return g_strndup (file, strlen (file) - strlen (".idx"));

  return NULL;
}

static gboolean
add_pack (git_odb *odb, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".idx", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  git_odb_backend *backend;

  return git_odb_backend_one_pack (&backend, path) == 0
         && git_odb_add_backend (odb, backend, 1) == 0;
}

/* libgit2 has hashed each object on the way into the index; none may be left out. */
static gboolean
has_all (VrJoin *self, const char *folder, const char *name, GError **error)
{
  g_autoptr (git_odb) odb = NULL;

  if (vr_pack_index_is_sound (folder, name) && git_odb_new (&odb) == 0
      && add_pack (odb, folder, name))
    {
      guint i = 0;

      while (i < self->ids->len && git_odb_exists (odb, &g_array_index (self->ids, git_oid, i)))
        i++;
      if (i == self->ids->len)
        return TRUE;
    }
  vr_git_fail_errno (error, EIO, self->archive->path);

  return FALSE;
}

static gboolean
move_file (const char *from, const char *to, const char *name, const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);
  g_autofree char *old_path = g_build_filename (from, file, NULL);
  g_autofree char *new_path = g_build_filename (to, file, NULL);

  return g_rename (old_path, new_path) == 0;
}

/* The pack before its index, as VrPack does. */
static gboolean
move_in (VrArchive *archive, const char *folder, const char *name, GError **error)
{
  g_autofree char *packs = vr_pack_index_dup_folder (archive->path);

  if (move_file (folder, packs, name, ".pack") && move_file (folder, packs, name, ".idx"))
    return vr_pack_sync_folder (packs, archive->path, error);
  vr_git_fail_errno (error, errno, archive->path);

  return FALSE;
}

static gboolean
move_in_under_lock (VrArchive *archive, const char *folder, const char *name, GError **error)
{
  g_auto (VrArchiveLock) lock = vr_archive_lock (archive, error);

  return lock >= 0 && move_in (archive, folder, name, error);
}

char *
vr_join_make_folder (VrArchive *archive, GError **error)
{
  g_autofree char *folder = g_build_filename (archive->path, FOLDER_PREFIX "XXXXXX", NULL);

  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);
  vr_git_fail_errno (error, errno, archive->path);

  return NULL;
}

/* What @ids lead to, in the pack together with the archive; what the archive has is whole. */
static gboolean
is_whole (VrArchive *archive, const char *folder, const char *name, const GArray *ids)
{
  g_autofree char *objects = g_build_filename (archive->path, "objects", NULL);
  g_autoptr (git_repository) repository = NULL;
  g_autoptr (git_odb) odb = NULL;

  return vr_pack_index_is_sound (folder, name) && git_odb_open (&odb, objects) == 0
         && add_pack (odb, folder, name)
         && git_repository_open_bare (&repository, archive->path) == 0
         && git_repository_set_odb (repository, odb) == 0
         && vr_reach_is_whole (repository, ids, archive->odb);
}

gboolean
vr_join_adopt (VrArchive *archive, const char *folder, const GArray *ids, gboolean *has_all,
               GError **error)
{
  g_autofree char *name = find_pack (folder);

  *has_all = name != NULL && is_whole (archive, folder, name, ids);

  return !*has_all || move_in_under_lock (archive, folder, name, error);
}

static char *
write_pack (VrJoin *self, gboolean is_locked, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;

  if (self->ids->len == 0)
    return g_strdup ("");
  folder = vr_join_make_folder (self->archive, error);
  if (folder == NULL)
    return NULL;
  if (build (self, folder, error))
    name = find_pack (folder);
  if (name != NULL
      && (!has_all (self, folder, name, error)
          || !(is_locked ? move_in : move_in_under_lock) (self->archive, folder, name, error)))
    g_clear_pointer (&name, g_free);
  vr_archive_remove_all (folder);

  return g_steal_pointer (&name);
}

char *
vr_join_write (VrJoin *self, GError **error)
{
  return write_pack (self, FALSE, error);
}

char *
vr_join_write_locked (VrJoin *self, GError **error)
{
  return write_pack (self, TRUE, error);
}

git_odb *
vr_join_open_packs (VrArchive *archive, const GPtrArray *names, GError **error)
{
  g_autofree char *folder = vr_pack_index_dup_folder (archive->path);
  g_autoptr (git_odb) odb = NULL;

  if (!vr_git_check (git_odb_new (&odb), archive->path, error))
    return NULL;
  for (guint i = 0; i < names->len; i++)
    if (!vr_git_check (add_pack (odb, folder, g_ptr_array_index (names, i)) ? 0 : GIT_ERROR,
                       archive->path, error))
      return NULL;

  return g_steal_pointer (&odb);
}

void
vr_join_clean (VrArchive *archive)
{
  vr_archive_remove_beginning (archive->path, FOLDER_PREFIX);
}
