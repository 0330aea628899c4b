/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index as a place for what takes long to find out. */
#include "vr-known-index.h"

#include "vr-history-search.h"

/* Longer than a few thousand rows take to be written, and shorter than to find them out. */
#define WAIT_MS 250

static VrSearchIndex *
open_sound (const char *path, int *trouble)
{
  g_autoptr (VrSearchIndex) index = vr_search_index_new (path, WAIT_MS);

  *trouble = index->trouble;

  return *trouble == SQLITE_OK ? g_steal_pointer (&index) : NULL;
}

VrSearchIndex *
vr_known_index_open (VrArchive *archive, gboolean is_made)
{
  g_autofree char *path =
      g_build_filename (vr_archive_get_path (archive), VR_HISTORY_INDEX_NAME, NULL);
  VrSearchIndex *index;
  int trouble;

  if (!is_made && !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  index = open_sound (path, &trouble);
  if (index != NULL || vr_search_index_is_out_of_reach (trouble))
    return index;
  /* It is broken, or of another format. */
  vr_search_index_remove (path);

  return is_made ? open_sound (path, &trouble) : NULL;
}

static gboolean
stands (VrArchive *archive, const char *name, const char *last)
{
  g_autofree char *now = vr_version_resolve_last (archive, name, NULL);

  return g_strcmp0 (now, last) == 0;
}

gboolean
vr_known_index_begin (VrSearchIndex *index, VrArchive *archive, const char *name, const char *last,
                      gint64 *variant)
{
  char indexed[VR_VERSION_ID_BYTES];
  guint n_versions;

  if (!vr_search_index_do_it (index, VR_SEARCH_BEGIN))
    return FALSE;
  /* Looked at under the lock: who empties the trash takes the refs away first, then the index. */
  if (stands (archive, name, last)
      && (vr_search_index_find_variant (index, name, variant, indexed, &n_versions)
          || (index->trouble == SQLITE_OK && vr_search_index_add_variant (index, name, variant))))
    return TRUE;

  return vr_search_index_end (index, FALSE);
}
