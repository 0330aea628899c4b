/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comparing versions told, kept in the index. */
#include "vr-known-flags.h"

#include "config.h"

#include "vr-hash.h"
#include "vr-known-index.h"

#include <locale.h>

/* What is lost when the program is killed takes some tenths of a second to be found again. */
#define MAX_PENDING 512

struct _VrKnownFlags
{
  VrArchive *archive;
  GArray *versions; /* VrVersion */
  char *name;       /* (nullable): of the variant, unless it is not as the list has it any more */
  char **lines;     /* for each version, NULL where it is not known */
  GArray *pending;  /* guint: those that are not written yet */
  gint64 rules;
};

static const VrVersion *
get_version (const VrKnownFlags *self, guint index)
{
  return &g_array_index (self->versions, VrVersion, index);
}

static const char *
get_last (const VrKnownFlags *self)
{
  return get_version (self, self->versions->len - 1)->id;
}

/* Reasons stand in the language of who asks, their numbers as that writes them. */
static gint64
find_rules (void)
{
  g_autofree char *languages = g_strjoinv (":", (char **)g_get_language_names ());
  g_autofree char *rules =
      g_strdup_printf ("%s %s %s", VR_VERSION, languages, setlocale (LC_NUMERIC, NULL));

  return (gint64)vr_hash_bytes (0, rules, strlen (rules));
}

/* The variant that ends as the list does. */
static char *
dup_name (const VrKnownFlags *self)
{
  g_autoptr (GHashTable) lasts = vr_archive_list_lasts (self->archive, NULL);
  GHashTableIter iter;
  gpointer name, last;

  if (lasts == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, lasts);
  while (g_hash_table_iter_next (&iter, &name, &last))
    if (g_str_equal (last, get_last (self)))
      return g_strdup (name);

  return NULL;
}

/* By number, and only where both versions are those that were compared: others may have come in
 * between since. */
static void
read_row (VrKnownFlags *self, VrSearchIndex *index, sqlite3_stmt *row)
{
  gint64 number = sqlite3_column_int64 (row, 0);
  VrSlice lines = vr_search_index_peek_text (index, row, 3);
  const char *id = (const char *)sqlite3_column_text (row, 1);
  const char *before = (const char *)sqlite3_column_text (row, 2);

  if (number < 2 || number > self->versions->len
      || g_strcmp0 (id, get_version (self, (guint)number - 1)->id) != 0
      || g_strcmp0 (before, get_version (self, (guint)number - 2)->id) != 0
      || self->lines[number - 1] != NULL)
    return;
  self->lines[number - 1] = g_strndup (lines.text, lines.n_bytes);
}

static void
read_all (VrKnownFlags *self)
{
  g_autoptr (VrSearchIndex) index = vr_known_index_open (self->archive, FALSE);
  char last[VR_VERSION_ID_BYTES];
  sqlite3_stmt *list;
  gint64 variant;
  guint n_versions;

  if (index == NULL
      || !vr_search_index_find_variant (index, self->name, &variant, last, &n_versions))
    return;
  list = vr_search_index_ask (index, VR_SEARCH_LIST_FLAGS);
  if (list == NULL)
    return;
  sqlite3_bind_int64 (list, 1, variant);
  sqlite3_bind_int64 (list, 2, self->rules);
  while (vr_search_index_next (index, list))
    read_row (self, index, list);
}

VrKnownFlags *
vr_known_flags_new (VrArchive *archive, GArray *versions)
{
  VrKnownFlags *self = g_new0 (VrKnownFlags, 1);

  self->archive = archive;
  self->versions = g_array_ref (versions);
  self->lines = g_new0 (char *, versions->len);
  self->pending = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rules = find_rules ();
  self->name = versions->len > 0 ? dup_name (self) : NULL;
  if (self->name != NULL)
    read_all (self);

  return self;
}

static gboolean
write_row (const VrKnownFlags *self, VrSearchIndex *index, gint64 variant, guint at)
{
  sqlite3_stmt *put = vr_search_index_ask (index, VR_SEARCH_PUT_FLAGS);

  if (put == NULL)
    return FALSE;
  sqlite3_bind_int64 (put, 1, variant);
  sqlite3_bind_int64 (put, 2, (gint64)at + 1);
  sqlite3_bind_int64 (put, 3, self->rules);
  sqlite3_bind_text (put, 4, get_version (self, at)->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (put, 5, get_version (self, at - 1)->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (put, 6, self->lines[at], -1, SQLITE_STATIC);

  return vr_search_index_do (index, put);
}

/* Whatever keeps it from being written, those who ask next find it out again. */
static void
write_pending (VrKnownFlags *self)
{
  g_autoptr (VrSearchIndex) index = self->name != NULL && self->pending->len > 0
                                        ? vr_known_index_open (self->archive, TRUE)
                                        : NULL;
  gboolean is_done = TRUE;
  gint64 variant;

  if (index != NULL
      && vr_known_index_begin (index, self->archive, self->name, get_last (self), &variant))
    {
      for (guint i = 0; is_done && i < self->pending->len; i++)
        is_done = write_row (self, index, variant, g_array_index (self->pending, guint, i));
      vr_search_index_end (index, is_done);
    }
  g_array_set_size (self->pending, 0);
}

void
vr_known_flags_free (VrKnownFlags *self)
{
  write_pending (self);
  for (guint i = 0; i < self->versions->len; i++)
    g_free (self->lines[i]);
  g_free (self->lines);
  g_array_unref (self->pending);
  g_array_unref (self->versions);
  g_free (self->name);
  g_free (self);
}

const char *
vr_known_flags_get (const VrKnownFlags *self, guint index)
{
  return self->lines[index];
}

const char *
vr_known_flags_put (VrKnownFlags *self, guint index, char *lines)
{
  g_free (self->lines[index]);
  self->lines[index] = lines;
  g_array_append_val (self->pending, index);
  if (self->pending->len >= MAX_PENDING)
    write_pending (self);

  return lines;
}
