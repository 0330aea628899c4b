/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the archive tells of the rows that are seen, bit by bit. */
#include "vr-store-lookup.h"

#include "vr-store-task-private.h"

#include <stdlib.h>

/* Of a variant whose versions were counted. */
typedef struct
{
  char *stamp;
  VrVariantFigures *figures;
} Counted;

static void
counted_free (gpointer data)
{
  Counted *counted = data;

  g_free (counted->stamp);
  vr_variant_figures_free (counted->figures);
  g_free (counted);
}

static gpointer
find_variant (const char *name, gpointer context, GCancellable *cancellable)
{
  GHashTable *all = context;
  g_autoptr (VrArchive) archive = vr_store_task_open_archive (NULL);
  g_autofree char *stamp = archive != NULL ? vr_variant_dup_stamp (archive, name, NULL) : NULL;
  Counted *counted = g_hash_table_lookup (all, name);
  VrVariantFigures *figures;

  if (stamp == NULL)
    return NULL;
  if (counted != NULL && g_str_equal (counted->stamp, stamp))
    return vr_variant_figures_copy (counted->figures);
  figures = vr_variant_figures_new (archive, name, cancellable, NULL);
  if (figures == NULL)
    return NULL;
  counted = g_new0 (Counted, 1);
  *counted = (Counted){ g_steal_pointer (&stamp), vr_variant_figures_copy (figures) };
  g_hash_table_insert (all, g_strdup (name), counted);

  return figures;
}

static void
free_figures (gpointer data)
{
  vr_variant_figures_free (data);
}

static void
free_all (gpointer data)
{
  g_hash_table_unref (data);
}

VrLookup *
vr_store_lookup_new_for_variants (void)
{
  VrLookup *lookup = vr_lookup_new (find_variant, free_figures);

  vr_lookup_set_context (
      lookup, g_hash_table_new_full (g_str_hash, g_str_equal, g_free, counted_free), free_all);

  return lookup;
}

/* One archive for all that is asked: the texts of a long history are listed once. */
typedef struct
{
  GArray *versions;
  VrArchive *archive;    /* (nullable): until it is needed */
  VrHistoryFlags *flags; /* (nullable): of it */
} Timeline;

static void
timeline_free (gpointer data)
{
  Timeline *timeline = data;

  g_clear_pointer (&timeline->flags, vr_history_flags_free);
  g_clear_pointer (&timeline->archive, vr_archive_free);
  g_array_unref (timeline->versions);
  g_free (timeline);
}

static void
flags_free (gpointer data)
{
  VrVersionFlags *flags = data;

  if (flags != NULL)
    g_free (flags->silent);
  g_free (flags);
}

static gpointer
find_version (const char *key, gpointer context, GCancellable *cancellable)
{
  Timeline *timeline = context;
  guint number = (guint)strtoul (key, NULL, 10);
  const VrVersionFlags *found;
  VrVersionFlags *flags;

  if (timeline == NULL || number == 0 || number > timeline->versions->len)
    return NULL;
  if (timeline->archive == NULL)
    timeline->archive = vr_store_task_open_archive (NULL);
  if (timeline->archive == NULL)
    return NULL;
  if (timeline->flags == NULL)
    timeline->flags = vr_history_flags_new (timeline->archive, timeline->versions);
  vr_history_flags_set_cancellable (timeline->flags, cancellable);
  found = vr_history_flags_get (timeline->flags, number - 1, NULL);
  if (found == NULL)
    return NULL;
  flags = g_memdup2 (found, sizeof *found);
  flags->silent = g_strdup (found->silent);

  return flags;
}

VrLookup *
vr_store_lookup_new_for_versions (void)
{
  return vr_lookup_new (find_version, flags_free);
}

void
vr_store_lookup_set_versions (VrLookup *lookup, GArray *versions)
{
  Timeline *timeline = versions != NULL ? g_new0 (Timeline, 1) : NULL;

  if (timeline != NULL)
    timeline->versions = g_array_ref (versions);
  vr_lookup_set_context (lookup, timeline, timeline_free);
}

char *
vr_store_lookup_dup_version_key (const VrVersion *version)
{
  return g_strdup_printf ("%u %s", version->number, version->id);
}
