/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What refs are called in an archive and in the repository that it is synced with. */
#include "vr-moved.h"
#include "vr-refs.h"
#include "vr-sync-private.h"

#define THERE VR_SYNC
#define HEADS "heads/"
#define COMPARISONS "comparisons/"

const char *
vr_sync_get_kind (guint index)
{
  return vr_refs_kinds[(index + VR_REFS_N_ABOUT) % VR_REFS_N_KINDS];
}

gboolean
vr_sync_list_refs (VrArchive *archive, const char *prefix, GPtrArray *refs, GError **error)
{
  g_autofree char *glob = g_strconcat (prefix, "*", NULL);

  return vr_refs_list (archive, glob, refs, error);
}

char *
vr_sync_dup_variant (const char *rest)
{
  const char *slash = strchr (rest, '/');
  const char *end = slash != NULL ? strchr (slash + 1, '/') : NULL;

  return end != NULL ? g_strndup (rest, (gsize)(end - rest)) : g_strdup (rest);
}

char *
vr_sync_dup_own_name (VrArchive *archive, const char *name)
{
  static const char *const places[] = { THERE HEADS, THERE COMPARISONS };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *ref = g_strconcat (places[i], name, NULL);
      gboolean found;
      git_oid there;

      if (vr_archive_find (archive, ref, &there, &found, NULL) && found)
        return vr_moved_find (archive, name, &there);
    }

  return g_strdup (name);
}
