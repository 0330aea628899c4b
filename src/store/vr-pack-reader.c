/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can still be read of a damaged pack. */
#include "vr-pack-reader.h"

#include "vr-pack-entry.h"
#include "vr-pack-index.h"

typedef struct
{
  VrPackEntries entries;
  git_odb *odb;
  GHashTable *ids;
} Reader;

static GBytes *
read_elsewhere (gpointer odb, const git_oid *id, guint depth, guint *type)
{
  g_autoptr (git_odb_object) object = NULL;

  if (git_odb_read (&object, odb, id) < 0)
    return NULL;
  *type = (guint)git_odb_object_type (object);

  return g_bytes_new (git_odb_object_data (object), git_odb_object_size (object));
}

static gboolean
extract_one (const Reader *self, gsize at, gsize *end)
{
  guint type;
  g_autoptr (GBytes) object = vr_pack_entry_read (&self->entries, at, 0, &type, end);
  git_oid id;

  if (object == NULL
      || vr_git_write_first (self->odb, (git_object_t)type, g_bytes_get_data (object, NULL),
                             g_bytes_get_size (object), &id)
             < 0)
    return FALSE;
  g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));

  return TRUE;
}

/* Objects based on one that comes later are left for another round.  Returns how many were read. */
static guint
extract_left (const Reader *self, const GArray *places, GHashTable *done)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint64 place = g_array_index (places, guint64, i);
      gsize at = (gsize)place;
      gsize end = at;

      /* What follows an object that the index does not know is an object too. */
      while (!g_hash_table_contains (done, &at) && extract_one (self, at, &end))
        {
          g_hash_table_add (done, g_memdup2 (&at, sizeof at));
          at = end;
          n++;
        }
    }

  return n;
}

void
vr_pack_reader_extract (const char *folder, const char *name, git_odb *odb, GHashTable *ids)
{
  g_autofree char *file = g_strconcat (name, ".pack", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GArray) places = vr_pack_index_read_places (folder, name);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint64 first = VR_PACK_HEAD_BYTES;
  Reader self = { .odb = odb, .ids = ids };

  if (mapped == NULL)
    return;
  self.entries = (VrPackEntries){ (const guint8 *)g_mapped_file_get_contents (mapped),
                                  g_mapped_file_get_length (mapped), read_elsewhere, odb };
  g_array_append_val (places, first);
  while (extract_left (&self, places, done) > 0)
    ;
}
