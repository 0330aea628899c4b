/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The objects of a repository read from their files, without libgit2. */
#include "vr-object-files.h"

#include "vr-loose.h"
#include "vr-pack-entry.h"
#include "vr-pack-index.h"

typedef struct
{
  char *name;
  GMappedFile *index; /* NULL until asked */
  GMappedFile *pack;  /* NULL until it has what was asked for */
  gboolean is_lost;   /* is not as its index says, or was taken away meanwhile */
} Pack;

struct _VrObjectFiles
{
  char *path;
  char *folder;
  GArray *packs; /* Pack */
  guint last;    /* the one that had what was asked for */
};

static void
clear_pack (gpointer data)
{
  Pack *pack = data;

  g_free (pack->name);
  g_clear_pointer (&pack->index, g_mapped_file_unref);
  g_clear_pointer (&pack->pack, g_mapped_file_unref);
}

/* With one of these, objects stand elsewhere, or are not what they say. */
static gboolean
is_on_its_own (const char *repository_path)
{
  static const char *const others[] = { "objects/info/alternates", "info/grafts", "shallow" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (repository_path, others[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return FALSE;
    }

  return TRUE;
}

/* The latest first. */
static int
compare_ages (gconstpointer a, gconstpointer b)
{
  gint64 own = ((const VrPackFile *)a)->changed;
  gint64 other = ((const VrPackFile *)b)->changed;

  return (own < other) - (own > other);
}

VrObjectFiles *
vr_object_files_open (const char *repository_path)
{
  g_autoptr (GArray) files = NULL;
  VrObjectFiles *self;

  if (!is_on_its_own (repository_path))
    return NULL;
  files = vr_pack_index_list_sound (repository_path, NULL);
  if (files == NULL || !vr_loose_are_sound (repository_path, NULL))
    return NULL;
  self = g_new0 (VrObjectFiles, 1);
  self->path = g_strdup (repository_path);
  self->folder = vr_pack_index_dup_folder (repository_path);
  self->packs = g_array_new (FALSE, FALSE, sizeof (Pack));
  g_array_set_clear_func (self->packs, clear_pack);
  g_array_sort (files, compare_ages);
  for (guint i = 0; i < files->len; i++)
    {
      Pack pack = { .name = g_strdup (g_array_index (files, VrPackFile, i).name) };

      g_array_append_val (self->packs, pack);
    }

  return self;
}

void
vr_object_files_free (VrObjectFiles *self)
{
  g_array_unref (self->packs);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

static GMappedFile *
map (const VrObjectFiles *self, const Pack *pack, const char *suffix)
{
  g_autofree char *file = g_strconcat (pack->name, suffix, NULL);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);

  return mapped != NULL && g_mapped_file_get_length (mapped) > 0 ? g_steal_pointer (&mapped) : NULL;
}

static const guint8 *
peek (GMappedFile *file, gsize *n_bytes)
{
  *n_bytes = g_mapped_file_get_length (file);

  return (const guint8 *)g_mapped_file_get_contents (file);
}

static void
open_index (VrObjectFiles *self, Pack *pack)
{
  const guint8 *data;
  gsize n_bytes;

  pack->index = map (self, pack, ".idx");
  pack->is_lost = pack->index == NULL;
  if (pack->is_lost)
    return;
  data = peek (pack->index, &n_bytes);
  pack->is_lost = !vr_pack_index_is_whole (data, n_bytes);
}

static gboolean
find_place (VrObjectFiles *self, Pack *pack, const git_oid *id, guint64 *place)
{
  const guint8 *data;
  gsize n_bytes;

  if (pack->index == NULL && !pack->is_lost)
    open_index (self, pack);
  if (pack->is_lost)
    return FALSE;
  data = peek (pack->index, &n_bytes);

  return vr_pack_index_find (data, n_bytes, id, place);
}

static gboolean
open_pack (VrObjectFiles *self, Pack *pack)
{
  const guint8 *index;
  const guint8 *data;
  gsize n_index_bytes;
  gsize n_bytes;

  if (pack->pack != NULL || pack->is_lost)
    return !pack->is_lost;
  pack->pack = map (self, pack, ".pack");
  pack->is_lost = pack->pack == NULL;
  if (pack->is_lost)
    return FALSE;
  index = peek (pack->index, &n_index_bytes);
  data = peek (pack->pack, &n_bytes);
  pack->is_lost = !vr_pack_index_is_of (index, n_index_bytes, data, n_bytes);

  return !pack->is_lost;
}

/* Where the deltas of a pack find what they are based on: git looks no further than that pack. */
typedef struct
{
  VrObjectFiles *files;
  Pack *pack;
} Finder;

static GBytes *read_base (gpointer finder, const git_oid *id, guint depth, guint *type);

static GBytes *
read_from (const Finder *finder, guint64 place, guint depth, guint *type)
{
  VrPackEntries entries = { .find = read_base, .finder = (gpointer)finder };
  gsize end;

  if (!open_pack (finder->files, finder->pack))
    return NULL;
  entries.data = peek (finder->pack->pack, &entries.n_bytes);

  return place < entries.n_bytes ? vr_pack_entry_read (&entries, (gsize)place, depth, type, &end)
                                 : NULL;
}

static GBytes *
read_base (gpointer finder, const git_oid *id, guint depth, guint *type)
{
  const Finder *self = finder;
  guint64 place;

  return find_place (self->files, self->pack, id, &place) ? read_from (self, place, depth, type)
                                                          : NULL;
}

static gboolean
has (VrObjectFiles *self, guint at, const git_oid *id, guint64 *place)
{
  return at < self->packs->len
         && find_place (self, &g_array_index (self->packs, Pack, at), id, place);
}

/* The packs in libgit2's order: of what two of them have one copy may be damaged.  Versions of one
 * variant are mostly in one pack, so that which had the last is asked first. */
static GBytes *
read_any (VrObjectFiles *self, const git_oid *id, guint *type)
{
  guint at = self->last;
  guint64 place;
  Finder finder;

  if (!has (self, at, id, &place))
    for (at = 0; at < self->packs->len && !has (self, at, id, &place); at++)
      ;
  if (at >= self->packs->len)
    return vr_loose_read (self->path, id, type);
  self->last = at;
  finder = (Finder){ self, &g_array_index (self->packs, Pack, at) };

  return read_from (&finder, place, 0, type);
}

/* What git calls an object: the SHA-1 of its type, its size and itself. */
static gboolean
has_id (GBytes *object, guint type, const git_oid *id)
{
  static const char *const names[] = { "commit", "tree", "blob", "tag" };
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 own[GIT_OID_RAWSZ];
  gsize n_own = sizeof own;
  gsize n_bytes;
  const guint8 *bytes = g_bytes_get_data (object, &n_bytes);
  g_autofree char *head =
      g_strdup_printf ("%s %" G_GSIZE_FORMAT, names[type - GIT_OBJECT_COMMIT], n_bytes);

  g_checksum_update (sum, (const guchar *)head, (gssize)strlen (head) + 1);
  if (n_bytes > 0)
    g_checksum_update (sum, bytes, (gssize)n_bytes);
  g_checksum_get_digest (sum, own, &n_own);

  return memcmp (own, id->id, GIT_OID_RAWSZ) == 0;
}

GBytes *
vr_object_files_read (VrObjectFiles *self, const git_oid *id, git_object_t type)
{
  guint own = 0;
  g_autoptr (GBytes) object = read_any (self, id, &own);

  return object != NULL && own == (guint)type && has_id (object, own, id)
             ? g_steal_pointer (&object)
             : NULL;
}
